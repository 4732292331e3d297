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
import org.demarche.answer.History;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Unknown;
import org.demarche.answer.Wording;
import org.demarche.model.Claim;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.When;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.TextPage;

/** The answers that a brief puts together, each asked once. */
final class BriefContent {
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
  private final Supplier<ImmutableList<Position>> statedByMediaAlone =
      Suppliers.memoize(this::askedOfMedia);
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
    return wording.list(parties.stream().map(names::actor).toList()) + ": positions on record";
  }

  private static String count(long number, String one, String several) {
    return number == 1 ? "1 " + one : number + " " + several;
  }

  private String question() {
    return "%s on %s, %s%s."
        .formatted(
            wording.list(parties.stream().map(names::actor).toList()),
            count(propositions.size(), "proposition", "propositions"),
            from.map(day -> "from " + wording.date(day) + ", ").orElse(""),
            tracker.viewpoint().text(wording, tracker.dossier()));
  }

  // The finding

  private TextPage finding() {
    return new BriefFinding(
            tracker,
            from,
            newest(),
            positions.get(),
            parties.size() > 1 ? comparison.get().rows() : ImmutableList.of(),
            turned())
        .page();
  }

  /** Returns the date of the newest claim on the propositions, in the period or before. */
  private Optional<When> newest() {
    return claims().stream()
        .map(Claim::asserted)
        .filter(when -> !when.after(tracker.viewpoint().asOf()))
        .max(Comparator.comparing(When::latest).thenComparing(Comparator.naturalOrder()));
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
   * order of the propositions that were named, or else of the labels of their weightiest changes;
   * those of implied changes alone come last then.
   */
  private List<History> turned() {
    return histories.get().stream()
        .filter(history -> history.changes().stream().anyMatch(this::isTurn))
        .sorted(
            isOnAll
                ? Comparator.comparing(this::isImplied).thenComparing(this::weightiest)
                : Comparator.comparing(history -> propositions.indexOf(history.proposition())))
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
    List<String> changed = turned().stream().map(History::proposition).distinct().toList();
    List<String> pictured = pictured(changed);
    TextPage page = TextPage.empty();
    if (pictured.size() < propositions.size()) {
      page = page.line(0, 0, selection(pictured.size(), changed.size()));
    }
    for (List<String> some : Lists.partition(pictured, onOneSheet())) {
      page = page.picture(TimelinePicture.of(tracker).parties(array(parties)).on(array(some)));
    }
    return page;
  }

  private int onOneSheet() {
    return Math.max(1, MOST_LANES / parties.size());
  }

  /** Returns which of the propositions are in the pictures. */
  private String selection(int pictured, int changed) {
    String which =
        changed == 0
            ? "the first " + pictured + " propositions"
            : pictured < changed
                ? "%s of the %s propositions on which a position changed"
                    .formatted(pictured, changed)
                : "the propositions on which a position changed";
    return "Shown are %s; all %s are below.".formatted(which, propositions.size());
  }

  /** Returns all propositions if they are few, or else some of those on which positions changed. */
  private List<String> pictured(List<String> changed) {
    int most = isOnAll ? onOneSheet() : MOST_PICTURED;
    if (propositions.size() <= most) {
      return propositions;
    }
    return changed.isEmpty()
        ? propositions.subList(0, most)
        : changed.subList(0, Math.min(most, changed.size()));
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
        : comparison.get().label(APART.toArray(Relation.Label[]::new)).sideBySide(wording);
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
    String ofMedia =
        statedByMediaAlone.get().stream()
            .map(position -> names.proposition(position.proposition()))
            .distinct()
            .collect(Collectors.joining("; "));
    if (!ofMedia.isEmpty()) {
      page =
          page.line(0, 0, "Media alone speak of this, and none of the parties: " + ofMedia + ".");
    }
    TextPage doubts = evidence.get().doubts();
    if (silences.isEmpty() && doubts.tables().isEmpty()) {
      return page.line(0, 0, "Each party has a position on record, and every claim on it counts.");
    }
    return page.page(doubts);
  }

  /** Returns the positions on propositions that are not told here, of which media speak. */
  private ImmutableList<Position> askedOfMedia() {
    return isOnAll
        ? tracker.dossier().propositions().stream()
            .map(Proposition::id)
            .filter(id -> !propositions.contains(id))
            .flatMap(id -> parties.stream().map(party -> tracker.position(party, id)))
            .filter(position -> !position.reports().isEmpty())
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
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
        ImmutableList.<Position>builder()
            .addAll(positions.get())
            .addAll(statedByMediaAlone.get())
            .build(),
        Lists.transform(readouts.get(), Readouts::occasion));
  }

  /** Returns the claims on the propositions, those that imply a position included. */
  private ClaimQuery claims() {
    return propositions.stream()
        .map(id -> tracker.claims().party(array(parties)).touching(id))
        .reduce(ClaimQuery::or)
        .orElseThrow();
  }

  private Chronology said() {
    return from.map(day -> claims().between(day, tracker.viewpoint().asOf()))
        .orElseGet(this::claims)
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
                    count(tracker.dossier().sources().size(), "source", "sources")));
  }

  private static String[] array(List<String> ids) {
    return ids.toArray(String[]::new);
  }
}
