package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Contested;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Grade;
import org.demarche.answer.History;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.answer.Wording;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.demarche.text.TextPage;

/**
 * The finding of a brief, in sentences that cite their claims.
 *
 * @param from the first day, if there is one
 * @param newest the date of the newest claim of the parties on the propositions
 * @param positions the positions on the last day
 * @param relations the relations on the last day; empty for one party
 * @param turned the histories with a change in the period that is more than a first statement
 */
record BriefFinding(
    Tracker tracker,
    Optional<LocalDate> from,
    Optional<When> newest,
    ImmutableList<Position> positions,
    ImmutableList<Relation> relations,
    List<History> turned) {
  /** The largest number of relations of one kind, of positions of one party, or of changes. */
  private static final int MOST_TOLD = 12;

  private static final Wording WORDING = Wording.english();
  private static final String ON_CONDITION = "on a condition";
  private static final String OF_EARLIER = "from an earlier administration";

  TextPage page() {
    List<CitedLine> stands = relations.isEmpty() ? told() : related();
    TextPage page = TextPage.empty().line(0, 0, endOfRecord());
    if (!stands.isEmpty()) {
      page = page.list(0, Lists.transform(stands, CitedLine::item));
    }
    page = page.line(0, 0, silences());
    return isSilentSince() ? page : changes(page);
  }

  // The record

  /** Returns whether nothing is on record in the period. */
  private boolean isSilentSince() {
    return from.isPresent() && newest.filter(when -> !when.latest().isBefore(from.get())).isEmpty();
  }

  /** Returns where the record ends, which is not where the positions end. */
  private String endOfRecord() {
    List<String> sentences = new ArrayList<>();
    if (newest.isEmpty()) {
      sentences.add("No claim of theirs is on record.");
    } else if (isSilentSince()) {
      sentences.add(
          "Nothing is on record since %s: the newest claim is of %s."
              .formatted(WORDING.date(from.orElseThrow()), dated(newest.get())));
    } else {
      boolean isOver = newest.get().latest().isBefore(tracker.viewpoint().asOf());
      sentences.add(
          "The newest claim is of %s%s."
              .formatted(dated(newest.get()), isOver ? "; nothing is on record since" : ""));
    }
    positions.stream()
        .map(Position::party)
        .distinct()
        .flatMap(party -> endOfTerms(party).stream())
        .forEach(sentences::add);
    return String.join(" ", sentences);
  }

  private Optional<String> endOfTerms(String party) {
    LocalDate day = tracker.viewpoint().asOf();
    List<TermOfOffice> terms =
        tracker.dossier().actor(party).orElseThrow().terms().stream()
            .filter(term -> !term.from().isAfter(day))
            .toList();
    return terms.stream().anyMatch(term -> term.contains(day))
        ? Optional.empty()
        : terms.stream()
            .flatMap(term -> term.to().stream())
            .max(LocalDate::compareTo)
            .map(
                end ->
                    "The record names no administration of %s from %s on."
                        .formatted(names().actor(party), WORDING.date(end)));
  }

  private String silences() {
    long silent = positions.stream().filter(Unknown.class::isInstance).count();
    return silent == 0
        ? "On each of the propositions, each party has a position on record."
        : "No position is on record for %s of the %s positions that were asked for."
            .formatted(silent, positions.size());
  }

  // The positions on the last day

  /** Returns the positions of one party if they are few, or those that are contested. */
  private List<CitedLine> told() {
    String viewpoint = ", " + tracker.viewpoint().text(WORDING, tracker.dossier());
    return positions.stream()
        .filter(position -> positions.size() <= MOST_TOLD || position instanceof Contested)
        .map(
            position ->
                CitedLine.of(position.sentence(WORDING).replace(viewpoint, ""))
                    .cite(position.headlines()))
        .toList();
  }

  /** Returns for each kind of relation the propositions on which parties stand in it. */
  private List<CitedLine> related() {
    return relations.stream()
        .collect(Collectors.groupingBy(Relation::label, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(kind -> related(kind.getKey(), kind.getValue()))
        .toList();
  }

  private CitedLine related(Relation.Label label, List<Relation> rows) {
    ListMultimap<String, Relation> on = LinkedListMultimap.create();
    rows.forEach(row -> on.put(row.proposition(), row));
    String head = WORDING.capital(WORDING.word(label)) + " on ";
    if (rows.size() > MOST_TOLD) {
      return CitedLine.of(head + numberOf(on) + inherited(rows) + ".");
    }
    Set<String> heirs = on.keySet().size() > 1 ? heirs(rows) : Set.of();
    String flag =
        heirs.isEmpty()
            ? ""
            : ", all positions of %s %s"
                .formatted(WORDING.list(heirs.stream().map(names()::actor).toList()), OF_EARLIER);
    List<CitedLine> each = new ArrayList<>();
    on.asMap().forEach((proposition, some) -> each.add(on(proposition, some, heirs)));
    return CitedLine.of(head + (on.keySet().size() > 1 ? numberOf(on) + flag + ": " : ""))
        .line(CitedLine.joined("; ", each))
        .text(".");
  }

  /** Returns the parties of which all positions are from an earlier administration. */
  private static Set<String> heirs(List<Relation> rows) {
    Set<String> heirs = new LinkedHashSet<>();
    rows.stream().flatMap(BriefFinding::sides).map(Position::party).forEach(heirs::add);
    rows.stream()
        .flatMap(BriefFinding::sides)
        .filter(position -> !isInherited(position))
        .map(Position::party)
        .forEach(heirs::remove);
    return heirs;
  }

  /** Returns a number of propositions, and of pairs of parties if they are more. */
  private static String numberOf(ListMultimap<String, Relation> on) {
    int propositions = on.keySet().size();
    return WORDING.number(propositions)
        + (propositions == 1 ? " proposition" : " propositions")
        + (on.size() > propositions ? ", in " + WORDING.number(on.size()) + " pairs" : "");
  }

  private static String inherited(List<Relation> rows) {
    long inherited =
        rows.stream().filter(row -> sides(row).anyMatch(BriefFinding::isInherited)).count();
    return inherited == 0
        ? ""
        : " (%s with a position %s)"
            .formatted(
                inherited == rows.size() ? "all" : WORDING.number((int) inherited), OF_EARLIER);
  }

  /** Returns the positions on record through which two parties stand in a relation. */
  private static Stream<Position> sides(Relation row) {
    return Stream.concat(Stream.of(row.first(), row.second()), row.rivalPosition().stream())
        .filter(position -> position.evidenced().isPresent());
  }

  /** Returns the parties without a position on the proposition of some relations. */
  private String silent(Collection<Relation> rows) {
    Set<String> silent = new LinkedHashSet<>();
    for (Relation row : rows) {
      Stream.of(row.first(), row.second())
          .filter(Unknown.class::isInstance)
          .map(position -> names().actor(position.party()))
          .forEach(silent::add);
    }
    return silent.isEmpty()
        ? ""
        : "; %s: %s"
            .formatted(WORDING.list(List.copyOf(silent)), WORDING.word(PositionOutcome.UNKNOWN));
  }

  private CitedLine on(String proposition, Collection<Relation> rows, Set<String> heirs) {
    List<CitedLine> sides =
        rows.stream()
            .flatMap(BriefFinding::sides)
            .distinct()
            .map(position -> side(position, proposition, heirs))
            .toList();
    return CitedLine.of(names().proposition(proposition) + " (")
        .line(CitedLine.joined("; ", sides))
        .text(silent(rows) + ")");
  }

  /** Returns a position in a phrase: the party, the stance, and what must not be left out. */
  private CitedLine side(Position position, String proposition, Set<String> heirs) {
    List<String> words = new ArrayList<>();
    words.add(
        WORDING.word(position.outcome())
            + (position.proposition().equals(proposition)
                ? ""
                : " " + names().proposition(position.proposition()) + ", a rival of it"));
    words.addAll(caveats(position));
    if (!heirs.contains(position.party()) && isInherited(position)) {
      words.add(OF_EARLIER);
    }
    return CitedLine.of(names().actor(position.party()) + ": " + String.join(", ", words))
        .cite(position.headlines());
  }

  private static List<String> caveats(Position position) {
    List<String> caveats = new ArrayList<>();
    position.known().filter(Known::isImplied).ifPresent(it -> caveats.add("by implication"));
    position.known().flatMap(Known::condition).ifPresent(it -> caveats.add(ON_CONDITION));
    position
        .known()
        .filter(known -> known.grade() == Grade.OTHER_SIDE)
        .ifPresent(known -> caveats.add(WORDING.word(known.grade())));
    if (!position.disputingClaims().isEmpty()) {
      caveats.add("outweighed claims say otherwise");
    }
    return caveats;
  }

  private static boolean isInherited(Position position) {
    return position.evidenced().filter(it -> it.standing() == Standing.INHERITED).isPresent();
  }

  // The changes

  private TextPage changes(TextPage page) {
    List<History> shifted =
        turned.stream()
            .filter(history -> inPeriod(history.changes()).anyMatch(StanceSteps::isTurn))
            .toList();
    String since = from.map(day -> " since " + WORDING.date(day)).orElse("");
    if (shifted.isEmpty()) {
      return page.line(0, 0, "No party changed its stance%s.".formatted(since));
    }
    String rest =
        shifted.size() > MOST_TOLD
            ? "; of %s, the first %s are told here, all below".formatted(shifted.size(), MOST_TOLD)
            : "";
    return page.gap()
        .line(0, 0, "Positions that changed%s%s:".formatted(since, rest))
        .list(
            0, shifted.stream().limit(MOST_TOLD).map(history -> changes(history).item()).toList());
  }

  private Stream<Change> inPeriod(List<Change> changes) {
    return changes.stream()
        .filter(
            change ->
                from.filter(day -> change.after().viewpoint().asOf().isBefore(day)).isEmpty());
  }

  /** Returns the stances of a history in their order, each with the day from which it was held. */
  private CitedLine changes(History history) {
    ImmutableList<Change> all = StanceSteps.of(history);
    List<Change> steps = from.map(day -> StanceSteps.since(day, all)).orElse(all);
    List<CitedLine> told = new ArrayList<>();
    for (Change step : steps) {
      String since = step.equals(Iterables.getLast(steps)) ? "since " : "from ";
      told.add(CitedLine.of(since + day(step) + " " + stance(step)).cite(StanceSteps.cited(step)));
    }
    return CitedLine.of(
            "%s on %s: "
                .formatted(
                    names().actor(history.party()), names().proposition(history.proposition())))
        .line(CitedLine.joined("; ", told))
        .text(".");
  }

  private static String day(Change step) {
    return dated(StanceSteps.when(step));
  }

  /** Returns a date; of an interval, its last day, which is certain. */
  private static String dated(When when) {
    return when.precision().isPresent()
        ? WORDING.date(when)
        : WORDING.date(when.latest()) + " (at the latest)";
  }

  private String stance(Change step) {
    List<String> words = new ArrayList<>();
    words.add(WORDING.word(step.after().outcome()));
    switch (step.label()) {
      case RETRACTED -> words.add("its word taken back");
      case NO_LONGER_IMPLIED -> words.add("no longer implied");
      case CONDITION_NOT_REPEATED -> words.add("its condition not repeated");
      default -> {}
    }
    List<String> caveats = caveats(step.after());
    if (step.label() == Change.Label.CONDITION_CHANGED) {
      Collections.replaceAll(caveats, ON_CONDITION, "on another condition");
    }
    words.addAll(caveats);
    newHead(step).ifPresent(head -> words.add("under " + names().actor(head)));
    return String.join(", ", words)
        + (step.label() == Change.Label.FIRST_STATED ? " (first on record)" : "");
  }

  /** Returns the head of the administration, if it is certainly another one than before. */
  private static Optional<String> newHead(Change step) {
    return step.after()
        .evidenced()
        .filter(now -> step.hasAdministrationChanged())
        .filter(now -> now.standing() == Standing.CURRENT)
        .flatMap(EvidencedPosition::administration)
        .filter(
            term ->
                StanceSteps.when(step)
                    .earliest()
                    .filter(day -> !day.isBefore(term.from()))
                    .isPresent())
        .map(TermOfOffice::head);
  }

  private RecordNames names() {
    return new RecordNames(tracker.dossier());
  }
}
