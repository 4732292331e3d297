package org.demarche.brief;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Changes;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.History;
import org.demarche.answer.Position;
import org.demarche.answer.Wording;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.text.Cell;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * A profile of one party: every position by issue, with since when it is held, by whom it was last
 * stated and how well it is known; what the organisations of which it is a member hold; and what is
 * new since a date.
 *
 * <pre>{@code
 * PartyProfile profile = Brief.ofParty(tracker, "rok").since("2022-06-01");
 * Answers.write(profile, Path.of("rok.html"));
 * }</pre>
 *
 * @since 0.1
 */
public final class PartyProfile implements Printable {
  private static final Wording WORDING = Wording.english();

  private final Tracker tracker;
  private final String party;
  private final Optional<News> news;
  private final Optional<String> index;

  /**
   * Creates a profile.
   *
   * @param index the file beside the profile that lists it, if there is one
   */
  PartyProfile(Tracker tracker, String party, Optional<News> news, Optional<String> index) {
    requireNonNull(tracker, "tracker");
    tracker.claims().party(party);
    this.tracker = tracker;
    this.party = party;
    this.news = news;
    this.index = index;
  }

  /**
   * Adds what is new since a day.
   *
   * @param first the first day on which something counts as new
   * @return a profile that begins with what is new; this one is unchanged
   * @throws IllegalArgumentException if the day is after the tracker's date
   */
  public PartyProfile since(LocalDate first) {
    return new PartyProfile(tracker, party, Optional.of(News.since(first, tracker)), index);
  }

  /**
   * Adds what is new since a date.
   *
   * @param first a day, or a month or year, which means its first day
   * @return a profile that begins with what is new; this one is unchanged
   * @throws IllegalArgumentException if the text is not a date, or the day is after the tracker's
   */
  public PartyProfile since(String first) {
    return since(When.firstDay(requireNonNull(first, "first")));
  }

  /** {@return the id of the party} */
  public String party() {
    return party;
  }

  /** Returns the positions of the party that are known, contested or hinted at. */
  ImmutableList<Position> positions() {
    return tracker.positionsOf(party).rows();
  }

  /** Returns the changes since the day that was given. */
  private Optional<Changes> changes() {
    return news.map(since -> since.of(party));
  }

  /** {@return the dossier, which has the names of the outlets of the sources} */
  public Dossier dossier() {
    return tracker.dossier();
  }

  /**
   * Returns the sources of the claims that are cited.
   *
   * @return the sources, in the order of the dossier
   */
  public ImmutableList<Source> sources() {
    return sources(cited(positions())).sources();
  }

  /**
   * Returns the profile as a page of sections, one for each issue.
   *
   * @return the page
   */
  @Override
  public TextPage page() {
    ImmutableList<Position> positions = positions();
    TextPage page = TextPage.of(name(party));
    if (index.isPresent()) {
      page = page.line(0, 0, List.of(new Cell("All parties", index.get())));
    }
    long known = positions.stream().filter(it -> it.evidenced().isPresent()).count();
    page =
        page.line(
            0,
            0,
            "%s %s on record, %s."
                .formatted(
                    known,
                    known == 1 ? "position" : "positions",
                    tracker.viewpoint().text(WORDING, tracker.dossier())));
    if (news.isPresent()) {
      Changes changes = news.get().of(party);
      page =
          page.section(
              "New since " + WORDING.date(news.get().first()),
              changes.rows().isEmpty()
                  ? TextPage.empty().line(0, 0, "No position changed, and none is new.")
                  : changes.sideBySide(WORDING));
    }
    Map<String, When> held = heldSince();
    for (Map.Entry<String, List<Position>> issue : byIssue(positions).entrySet()) {
      page = page.section(issue.getKey(), table(issue.getValue(), held));
    }
    List<Position> ofOrganisations = positionsOfOrganisations();
    if (!ofOrganisations.isEmpty()) {
      page =
          page.section(
              "What its organisations hold",
              TextPage.empty()
                  .linked(
                      List.of("organisation", "proposition", "position"),
                      Lists.transform(ofOrganisations, this::rowOfOrganisation)));
    }
    page = page.legend(WORDING.signs());
    List<ListedClaim> cited = cited(positions);
    return cited.isEmpty()
        ? page
        : page.section(
                "The claims that are cited",
                TextPage.empty().passages(Lists.transform(cited, ListedClaim::page)))
            .section("Sources", sources(cited).page());
  }

  private String name(String actor) {
    return new RecordNames(tracker.dossier()).actor(actor);
  }

  private Map<String, List<Position>> byIssue(List<Position> positions) {
    Map<String, List<Position>> issues = new LinkedHashMap<>();
    for (Position position : positions) {
      issues
          .computeIfAbsent(
              proposition(position).map(this::issue).orElse(""), it -> new ArrayList<>())
          .add(position);
    }
    return issues;
  }

  private String issue(Proposition proposition) {
    return new RecordNames(tracker.dossier()).issue(proposition.issue());
  }

  private Optional<Proposition> proposition(Position position) {
    return tracker.dossier().proposition(position.proposition());
  }

  /** Returns when the stance of each position was taken, by proposition. */
  private Map<String, When> heldSince() {
    return tracker.histories(party).withImplied().rows().stream()
        .collect(
            Collectors.toMap(
                History::proposition, history -> StanceSteps.when(StanceSteps.last(history))));
  }

  private TextPage table(List<Position> positions, Map<String, When> held) {
    return TextPage.empty()
        .linked(
            List.of("proposition", "position", "since", "last stated", "by", "known"),
            Lists.transform(positions, position -> row(position, held)));
  }

  private List<Cell> row(Position position, Map<String, When> held) {
    Optional<EvidencedPosition> evidenced = position.evidenced();
    Optional<CitedClaim> headline = position.headlines().stream().findFirst();
    Function<String, Cell> plain = text -> new Cell(text, "");
    return List.of(
        plain.apply(label(position)),
        position.linkedCell(WORDING),
        plain.apply(
            evidenced
                .flatMap(it -> Optional.ofNullable(held.get(it.proposition())))
                .map(WORDING::isoDate)
                .orElse("")),
        plain.apply(evidenced.map(it -> lastStated(it)).orElse("")),
        plain.apply(headline.map(this::speakers).orElse("")),
        plain.apply(headline.map(it -> known(it, evidenced)).orElse("")));
  }

  /** Returns the date of the claim that last evidences a position, to its precision. */
  private static String lastStated(EvidencedPosition position) {
    return position.decisiveClaims().stream()
        .map(cited -> cited.claim().asserted())
        .filter(when -> when.latest().equals(position.lastEvidenced()))
        .findFirst()
        .map(WORDING::isoDate)
        .orElseGet(() -> position.lastEvidenced().toString());
  }

  private String label(Position position) {
    return proposition(position)
        .map(it -> it.label().orElse(it.text()))
        .orElse(position.proposition());
  }

  private String speakers(CitedClaim cited) {
    return new RecordNames(tracker.dossier()).actors(cited.claim().speakers());
  }

  private static String known(CitedClaim headline, Optional<EvidencedPosition> evidenced) {
    int roots = evidenced.map(EvidencedPosition::independentRoots).orElse(0);
    return WORDING.word(headline.grade())
        + (roots > 1 ? ", " + roots + " independent sources" : "");
  }

  private List<Position> positionsOfOrganisations() {
    LocalDate day = tracker.viewpoint().asOf();
    return tracker.dossier().actors().stream()
        .filter(
            organisation ->
                organisation.members().stream()
                    .anyMatch(it -> it.member().equals(party) && it.contains(day)))
        .flatMap(organisation -> tracker.positionsOf(organisation.id()).rows().stream())
        .filter(position -> position.evidenced().isPresent())
        .toList();
  }

  private List<Cell> rowOfOrganisation(Position position) {
    return List.of(
        new Cell(name(position.party()), ""),
        new Cell(label(position), ""),
        position.linkedCell(WORDING));
  }

  /** Returns the claims to cite for positions and for what is new, each once, in order of time. */
  private List<ListedClaim> cited(List<Position> positions) {
    Stream<Position> changed =
        changes().stream()
            .flatMap(changes -> changes.rows().stream())
            .flatMap(change -> Stream.of(change.before(), change.after()));
    Map<String, CitedClaim> cited = new LinkedHashMap<>();
    Stream.of(positions.stream(), changed, positionsOfOrganisations().stream())
        .flatMap(all -> all)
        .flatMap(ListedClaim::toCite)
        .forEach(claim -> cited.putIfAbsent(claim.claim().id(), claim));
    return cited.values().stream()
        .map(ListedClaim::of)
        .sorted(ListedClaim.IN_ORDER_OF_TIME)
        .toList();
  }

  private SourceList sources(List<ListedClaim> cited) {
    return new SourceList(tracker.dossier(), cited);
  }

  /** {@return the party and the viewpoint, in one line} */
  @Override
  public String toString() {
    return "Profile of "
        + party
        + ", "
        + tracker.viewpoint()
        + news.map(since -> ", new since " + since.first()).orElse("");
  }
}
