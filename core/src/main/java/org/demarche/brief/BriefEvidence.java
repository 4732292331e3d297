package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation;
import org.demarche.answer.Position;
import org.demarche.answer.Wording;
import org.demarche.text.Cell;
import org.demarche.text.TextPage;

/**
 * The claims that a brief lists.
 *
 * @param tracker the tracker whose positions are told
 * @param said the claims of the period, in order of time
 * @param others the other claims that are cited, in order of time
 * @param last the positions on the last day, beside which some claims do not count
 */
record BriefEvidence(
    Tracker tracker,
    ImmutableList<ListedClaim> said,
    ImmutableList<ListedClaim> others,
    ImmutableList<Position> last) {
  /**
   * Puts together what was said in the period with the claims that positions and read-outs cite.
   *
   * @param cited positions of which the claims to cite are listed
   * @param occasions the ids of occasions of which all claims are listed
   */
  static BriefEvidence of(
      Tracker tracker,
      Chronology said,
      Stream<Position> cited,
      ImmutableList<Position> last,
      List<String> occasions) {
    Map<String, ListedClaim> listed = new LinkedHashMap<>();
    said.entries().forEach(entry -> listed.put(entry.claim().id(), ListedClaim.of(entry)));
    Set<String> inPeriod = Set.copyOf(listed.keySet());
    Stream.concat(
            cited.flatMap(ListedClaim::toCite),
            last.stream().flatMap(position -> uncounted(position, tracker).keySet().stream()))
        .forEach(claim -> listed.computeIfAbsent(claim.claim().id(), id -> ListedClaim.of(claim)));
    for (String occasion : occasions) {
      tracker
          .claims()
          .occasion(occasion)
          .chronology()
          .entries()
          .forEach(
              entry -> listed.computeIfAbsent(entry.claim().id(), id -> ListedClaim.of(entry)));
    }
    ImmutableList<ListedClaim> others =
        listed.values().stream()
            .filter(claim -> !inPeriod.contains(claim.claim().id()))
            .sorted(ListedClaim.IN_ORDER_OF_TIME)
            .collect(ImmutableList.toImmutableList());
    return new BriefEvidence(
        tracker,
        said.entries().stream()
            .map(entry -> listed.get(entry.claim().id()))
            .collect(ImmutableList.toImmutableList()),
        others,
        last);
  }

  /** Returns the claims beside a position that do not count for it, each with the reason. */
  private static Map<CitedClaim, String> uncounted(Position position, Tracker tracker) {
    Map<CitedClaim, String> claims = new LinkedHashMap<>();
    position.disputingClaims().forEach(claim -> claims.put(claim, "it is outweighed by another"));
    position.retractedClaims().forEach(claim -> claims.put(claim, "it was taken back"));
    position
        .possibleClaims()
        .forEach(claim -> claims.put(claim, "it may have been made after the last day"));
    if (!position.hints().isEmpty()) {
      Explanation explanation = tracker.explain(position.party(), position.proposition());
      position.hints().forEach(claim -> claims.put(claim, hint(explanation, claim)));
    }
    position
        .reports()
        .forEach(claim -> claims.put(claim, "a medium reports it in words of its own"));
    return claims;
  }

  /** Returns why a claim is only a hint. */
  private static String hint(Explanation explanation, CitedClaim claim) {
    return explanation
        .claim(claim.claim().id())
        .map(considered -> Wording.english().word(considered.ruling()))
        .orElse("a hint");
  }

  ImmutableList<ListedClaim> all() {
    return ImmutableList.<ListedClaim>builder().addAll(said).addAll(others).build();
  }

  TextPage page() {
    TextPage page = TextPage.empty().passages(Lists.transform(said, ListedClaim::page));
    return others.isEmpty()
        ? page
        : page.section(
            "Other claims that are cited above",
            TextPage.empty().passages(Lists.transform(others, ListedClaim::page)));
  }

  /** Returns a table of the claims that do not count for the positions on the last day. */
  TextPage doubts() {
    ImmutableListMultimap.Builder<Doubt, Position> doubts = ImmutableListMultimap.builder();
    for (Position position : last) {
      uncounted(position, tracker)
          .forEach((claim, reason) -> doubts.put(doubt(claim, reason), position));
    }
    List<List<Cell>> rows = new ArrayList<>();
    doubts.build().asMap().forEach((doubt, positions) -> rows.add(row(doubt, positions)));
    return rows.isEmpty()
        ? TextPage.empty()
        : TextPage.empty()
            .line(0, 0, "These claims are on record, and do not count for the positions told here.")
            .linked(
                List.of("claim", "said by", "which may bear on", "why it does not count"), rows);
  }

  /** A claim that does not count, and the reason. */
  private record Doubt(String claim, String speakers, String anchor, String reason) {}

  private Doubt doubt(CitedClaim cited, String reason) {
    String speakers = names().actors(cited.claim().speakers());
    return new Doubt(cited.claim().id(), speakers, cited.anchor(), reason);
  }

  /** Returns a row for a claim, with the positions on which it may bear, by party. */
  private List<Cell> row(Doubt doubt, Collection<Position> positions) {
    ListMultimap<String, String> on = LinkedListMultimap.create();
    positions.forEach(
        position ->
            on.put(names().actor(position.party()), names().proposition(position.proposition())));
    String bearing =
        on.asMap().entrySet().stream()
            .map(party -> party.getKey() + " on " + String.join(", ", party.getValue()))
            .collect(Collectors.joining("; "));
    return List.of(
        new Cell(doubt.claim(), doubt.anchor()),
        new Cell(doubt.speakers(), ""),
        new Cell(bearing, ""),
        new Cell(doubt.reason(), ""));
  }

  private RecordNames names() {
    return new RecordNames(tracker.dossier());
  }
}
