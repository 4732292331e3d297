package org.demarche.brief;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Chronology;
import org.demarche.answer.Comparison;
import org.demarche.answer.Contested;
import org.demarche.answer.History;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Unknown;
import org.demarche.answer.Wording;
import org.demarche.model.Occasion;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.TextPage;

/** The answers that a brief puts together, each asked once. */
final class BriefContent {
  /** The largest number of changed positions that are told in sentences at the top. */
  private static final int MOST_CHANGES_TOLD = 8;

  /** The largest number of changes of a history that is told as a whole. */
  private static final int MOST_STEPS_TOLD = 6;

  /** The largest number of changes told of a longer history. */
  private static final int MOST_TURNS_TOLD = 3;

  /** The largest number of propositions on which every relation is told in a sentence. */
  private static final int MOST_RELATIONS_TOLD = 6;

  /** The largest number of propositions in pictures, if they were named. */
  private static final int MOST_PICTURED = 10;

  /** The largest number of lanes in a picture, so that it fits a sheet of paper. */
  private static final int MOST_LANES = 10;

  /** The largest number of differences of pairs that are listed. */
  private static final int MOST_DIFFERENCES = 200;

  private static final ImmutableSet<Relation.Label> APART =
      ImmutableSet.of(
          Relation.Label.CONTRADICTION, Relation.Label.DIVERGENCE, Relation.Label.CONTESTED);

  private final Tracker tracker;
  private final RecordNames names;
  private final Optional<String> title;
  private final ImmutableList<String> parties;
  private final ImmutableList<String> propositions;
  private final boolean isOnAll;
  private final Optional<LocalDate> from;
  private final ImmutableList<LocalDate> dates;
  private final Wording wording = Wording.english();

  private final Supplier<Matrix> matrix = Suppliers.memoize(this::askedMatrix);
  private final Supplier<ImmutableList<History>> histories =
      Suppliers.memoize(this::askedHistories);
  private final Supplier<Comparison> comparison = Suppliers.memoize(this::askedComparison);
  private final Supplier<ImmutableList<Position>> positions =
      Suppliers.memoize(this::positionsAtTheEnd);
  private final Supplier<ImmutableList<Readouts>> readouts = Suppliers.memoize(this::askedReadouts);
  private final Supplier<BriefEvidence> evidence = Suppliers.memoize(this::askedEvidence);

  BriefContent(
      Tracker tracker,
      Optional<String> title,
      ImmutableList<String> parties,
      ImmutableList<String> propositions,
      boolean isOnAll,
      Optional<LocalDate> from,
      ImmutableList<LocalDate> dates) {
    this.tracker = tracker;
    this.names = new RecordNames(tracker.dossier());
    this.title = title;
    this.parties = parties;
    this.propositions = propositions;
    this.isOnAll = isOnAll;
    this.from = from;
    this.dates = dates;
  }

  TextPage page() {
    return TextPage.empty().section(title.orElseGet(this::defaultTitle), body());
  }

  private TextPage body() {
    TextPage page = TextPage.empty().line(0, 0, question());
    if (propositions.isEmpty()) {
      return page.line(0, 0, "None of them has taken a position on record.");
    }
    page = page.section("Finding", finding());
    page = page.section("How the positions changed over time", pictures());
    page =
        page.section(
            "The positions at each date",
            TextPage.empty()
                .line(0, 0, matrixDates().told(days()))
                .page(matrix.get().sideBySide(wording)));
    page = page.section("What changed", changes());
    if (parties.size() > 1) {
      page = page.section("Where they differ", differences());
    }
    if (!readouts.get().isEmpty()) {
      page =
          page.section(
              "What each side said of their meetings",
              TextPage.empty()
                  .passages(Lists.transform(readouts.get(), one -> one.sideBySide(wording))));
    }
    return page.section("What is not known", unknown())
        .section("What was said, in order of time", evidence.get().page())
        .section("Sources", sources().page())
        .section("How this was derived", derivation());
  }

  SourceList sources() {
    return new SourceList(
        tracker.dossier(), propositions.isEmpty() ? ImmutableList.of() : evidence.get().all());
  }

  // The question

  private String defaultTitle() {
    return "Positions of " + listOf(parties.stream().map(names::actor).toList());
  }

  private static String listOf(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  private static String count(long number, String one, String several) {
    return number == 1 ? "1 " + one : number + " " + several;
  }

  private String question() {
    return "The positions of %s on %s, %s%s."
        .formatted(
            listOf(parties.stream().map(names::actor).toList()),
            count(propositions.size(), "proposition", "propositions"),
            from.map(day -> "from " + day + ", ").orElse(""),
            tracker.viewpoint().text(wording, tracker.dossier()));
  }

  // The finding

  private TextPage finding() {
    List<String> turned = turned().stream().map(this::told).toList();
    List<Position> last = positions.get();
    long silent = last.stream().filter(Unknown.class::isInstance).count();
    String unknown =
        silent == 0
            ? "On each of them, each party has a position on record."
            : "No position is on record for %d of the %s that were asked for."
                .formatted(silent, count(last.size(), "position", "positions"));
    TextPage page = TextPage.empty().list(0, items(relations())).line(0, 0, unknown);
    if (turned.isEmpty()) {
      return page.line(
          0, 0, "No position changed after it was first on record%s.".formatted(inPeriod()));
    }
    return page.line(
            0,
            0,
            turned.size() > MOST_CHANGES_TOLD
                ? "%d positions changed after they were first on record%s. The first %d, by weight:"
                    .formatted(turned.size(), inPeriod(), MOST_CHANGES_TOLD)
                : "Positions that changed after they were first on record%s:".formatted(inPeriod()))
        .list(0, items(turned.stream().limit(MOST_CHANGES_TOLD).toList()));
  }

  /** Returns a history in a sentence, or of a long one its latest changes after the first. */
  private String told(History history) {
    List<Change> turns = turns(history).toList();
    return history.changes().size() <= MOST_STEPS_TOLD
        ? history.sentence(wording)
        : turns.stream()
            .skip(Math.max(0, turns.size() - MOST_TURNS_TOLD))
            .map(change -> change.sentence(wording))
            .collect(Collectors.joining(" "));
  }

  private static List<TextPage> items(List<String> sentences) {
    return Lists.transform(sentences, sentence -> TextPage.empty().line(0, 2, sentence));
  }

  /**
   * Returns the relation of the parties on each of a few propositions, or a summary of many; with
   * one party, its positions that are contested, or all of a few.
   */
  private List<String> relations() {
    boolean isFew = propositions.size() <= MOST_RELATIONS_TOLD;
    if (parties.size() == 1) {
      return positions.get().stream()
          .filter(position -> isFew || position instanceof Contested)
          .map(position -> position.sentence(wording))
          .toList();
    }
    return isFew && parties.size() == 2
        ? comparison.get().rows().stream().map(row -> row.sentence(wording)).toList()
        : List.of(comparison.get().sentence(wording));
  }

  private String inPeriod() {
    return from.map(day -> " since " + day).orElse("");
  }

  private Comparison askedComparison() {
    Comparison all = tracker.compare(array(parties));
    return isOnAll ? all : all.on(array(propositions));
  }

  private ImmutableList<Position> positionsAtTheEnd() {
    return parties.stream()
        .flatMap(party -> propositions.stream().map(it -> tracker.position(party, it)))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<History> askedHistories() {
    Set<String> wanted = Set.copyOf(propositions);
    return tracker.histories(array(parties)).rows().stream()
        .filter(history -> wanted.contains(history.proposition()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the histories with a change in the period that is more than a first statement, in the
   * order of the labels of their weightiest changes; those of implied changes alone come last.
   */
  private List<History> turned() {
    return histories.get().stream()
        .filter(history -> history.changes().stream().anyMatch(this::isTurn))
        .sorted(Comparator.comparing(this::isImplied).thenComparing(this::weightiest))
        .toList();
  }

  private boolean isImplied(History history) {
    return turns(history).allMatch(change -> change.impliedBy().isPresent());
  }

  private Change.Label weightiest(History history) {
    return turns(history).map(Change::label).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Stream<Change> turns(History history) {
    return history.changes().stream().filter(this::isTurn);
  }

  private boolean isTurn(Change change) {
    return change.label().isShift()
        && change.label() != Change.Label.FIRST_STATED
        && from.filter(day -> change.after().viewpoint().asOf().isBefore(day)).isEmpty();
  }

  // Pictures and tables

  private TextPage pictures() {
    List<String> pictured = pictured();
    TextPage page = TextPage.empty();
    if (pictured.size() < propositions.size()) {
      page =
          page.line(
              0,
              0,
              "Shown are the %d propositions on which positions changed most often; all %d are below."
                  .formatted(pictured.size(), propositions.size()));
    }
    for (List<String> some : Lists.partition(pictured, onOneSheet())) {
      page = page.picture(TimelinePicture.of(tracker).parties(array(parties)).on(array(some)));
    }
    return page;
  }

  private int onOneSheet() {
    return Math.max(1, MOST_LANES / parties.size());
  }

  /** Returns all propositions if they are few, or those on which positions changed most often. */
  private List<String> pictured() {
    Map<String, Integer> changes =
        histories.get().stream()
            .collect(
                Collectors.toMap(History::proposition, row -> row.changes().size(), Integer::sum));
    Set<String> most =
        propositions.stream()
            .sorted(Comparator.comparing(it -> -changes.getOrDefault(it, 0)))
            .limit(isOnAll ? onOneSheet() : MOST_PICTURED)
            .collect(Collectors.toSet());
    return propositions.stream().filter(most::contains).toList();
  }

  private Matrix askedMatrix() {
    return tracker
        .matrix(array(parties))
        .on(array(propositions))
        .at(days().stream().map(LocalDate::toString).toArray(String[]::new));
  }

  /** Returns the dates of the matrix: those that were chosen, or else those that show most. */
  private ImmutableList<LocalDate> days() {
    return dates.isEmpty() ? matrixDates().showingMost(parties.size()) : dates;
  }

  private MatrixDates matrixDates() {
    LocalDate last = tracker.viewpoint().asOf();
    return MatrixDates.of(histories.get(), from.or(this::firstChange).orElse(last), last);
  }

  private Optional<LocalDate> firstChange() {
    return histories.get().stream()
        .flatMap(history -> history.changes().stream())
        .map(change -> change.after().viewpoint().asOf())
        .min(Comparator.naturalOrder());
  }

  private TextPage changes() {
    List<History> turned = turned();
    return turned.isEmpty()
        ? TextPage.empty().line(0, 0, "No position changed after it was first on record.")
        : TextPage.empty().passages(Lists.transform(turned, history -> history.page(wording)));
  }

  private TextPage differences() {
    List<Relation> apart =
        comparison.get().rows().stream().filter(row -> APART.contains(row.label())).toList();
    if (apart.isEmpty()) {
      return TextPage.empty()
          .line(
              0, 0, "They do not differ on any proposition on which two of them have a position.");
    }
    return apart.size() > MOST_DIFFERENCES
        ? numbersOf(apart)
        : comparison.get().label(APART.toArray(Relation.Label[]::new)).page(wording);
  }

  /** Returns how many pairs of parties differ on each proposition. */
  private TextPage numbersOf(List<Relation> apart) {
    Map<String, Long> pairs =
        apart.stream()
            .collect(
                Collectors.groupingBy(
                    Relation::proposition, LinkedHashMap::new, Collectors.counting()));
    List<List<String>> rows = new ArrayList<>();
    pairs.forEach(
        (proposition, number) -> rows.add(List.of(names.proposition(proposition), "" + number)));
    return TextPage.empty()
        .line(0, 0, "So many pairs differ that they are counted here and not listed.")
        .table(List.of("proposition", "pairs that differ"), rows);
  }

  /** Returns the accounts of occasions that several parties attended and spoke of. */
  private ImmutableList<Readouts> askedReadouts() {
    Set<String> asked = Set.copyOf(propositions);
    return tracker.dossier().occasions().stream()
        .filter(this::isInPeriod)
        .map(occasion -> tracker.readouts(occasion.id()))
        .filter(accounts -> accounts.states().stream().filter(parties::contains).count() > 1)
        .filter(
            accounts ->
                accounts.points().stream()
                    .anyMatch(point -> asked.contains(point.claim().proposition())))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isInPeriod(Occasion occasion) {
    return !occasion.when().after(tracker.viewpoint().asOf())
        && from.filter(day -> occasion.when().latest().isBefore(day)).isEmpty();
  }

  private TextPage unknown() {
    Map<List<String>, List<String>> silences = new LinkedHashMap<>();
    for (Position position : positions.get()) {
      if (position instanceof Unknown unknown) {
        silences
            .computeIfAbsent(
                List.of(names.actor(position.party()), wording.word(unknown.reason())),
                reason -> new ArrayList<>())
            .add(names.proposition(position.proposition()));
      }
    }
    TextPage page = TextPage.empty();
    if (!silences.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      silences.forEach(
          (silence, on) ->
              rows.add(List.of(silence.get(0), String.join("; ", on), silence.get(1))));
      page =
          page.line(
                  0,
                  0,
                  "Silence is not a position: where nothing is on record, nothing is said here about"
                      + " what a party thinks.")
              .table(List.of("party", "no position on record on", "why"), rows);
    }
    TextPage doubts = evidence.get().doubts();
    if (silences.isEmpty() && doubts.tables().isEmpty()) {
      return page.line(0, 0, "Each party has a position on record, and every claim on it counts.");
    }
    return page.page(doubts);
  }

  // Evidence

  private BriefEvidence askedEvidence() {
    Stream<Position> cited =
        Stream.concat(
            matrix.get().positions().stream(),
            histories.get().stream()
                .flatMap(history -> history.changes().stream())
                .flatMap(change -> Stream.of(change.before(), change.after())));
    return BriefEvidence.of(
        tracker,
        said(),
        cited,
        positions.get(),
        Lists.transform(readouts.get(), Readouts::occasion));
  }

  /** Returns the claims on the propositions in the period, those that imply a position included. */
  private Chronology said() {
    ClaimQuery claims =
        propositions.stream()
            .map(id -> tracker.claims().party(array(parties)).touching(id))
            .reduce(ClaimQuery::or)
            .orElseThrow();
    return from.map(day -> claims.between(day, tracker.viewpoint().asOf()))
        .orElse(claims)
        .chronology();
  }

  private TextPage derivation() {
    int listed = evidence.get().all().size();
    return TextPage.empty()
        .line(
            0,
            0,
            "Each position follows by fixed rules from the claims listed above: the newest claim of"
                + " the highest authority counts, a claim of an earlier administration counts until"
                + " a newer one replaces it, and a claim that is known through another state only is"
                + " marked †. Nothing is inferred from actions or from silence.")
        .line(
            0,
            0,
            "This page lists %s from %s. The record holds %s and %s."
                .formatted(
                    count(listed, "claim", "claims"),
                    count(sources().sources().size(), "source", "sources"),
                    count(tracker.dossier().claims().size(), "claim", "claims"),
                    count(tracker.dossier().sources().size(), "source", "sources")))
        .line(
            0,
            0,
            "Ids for further questions: the parties %s; the propositions %s."
                .formatted(String.join(", ", parties), String.join(", ", propositions)));
  }

  private static String[] array(List<String> ids) {
    return ids.toArray(String[]::new);
  }
}
