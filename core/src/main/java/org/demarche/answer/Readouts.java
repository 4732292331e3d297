package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Occasion;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The accounts that the participants gave of one occasion: each point with the states that report
 * it. Each participant's account of a meeting is separate evidence. A point reported by one side
 * only is not therefore disputed.
 *
 * <pre>{@code
 * tracker.readouts("qingdao-2022-08-09").point("AP22-09").orElseThrow().isMutual()   // true
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Readouts implements Answer {
  /** The largest number of points that a sentence lists. */
  private static final int MOST_POINTS = 8;

  Readouts() {}

  /**
   * One claim of the occasion.
   *
   * <pre>{@code
   * point.reportedBy()   // [prc]
   * point.answeredBy()   // [ET22-02, ET22-07]
   * }</pre>
   *
   * @since 0.1
   */
  @Value.Immutable
  public abstract static class Point {
    Point() {}

    /** {@return the claim} */
    @Value.Parameter
    public abstract Claim claim();

    /** {@return the ids of the states that report the claim} */
    @Value.NaturalOrder
    @Value.Parameter
    public abstract ImmutableSortedSet<String> reportedBy();

    /** {@return whether the claim is a joint claim that each of its states reports} */
    @Value.Parameter
    public abstract boolean isMutual();

    /** {@return the ids of the claims on record that answer the claim} */
    @Value.NaturalOrder
    @Value.Parameter
    public abstract ImmutableSortedSet<String> answeredBy();

    @Value.Check
    void check() {
      if (isMutual() && reportedBy().size() < 2) {
        throw ShownValue.refused(
            "a mutual point is reported by at least two states, got "
                + reportedBy()
                + ": point of claim "
                + claim().id());
      }
    }

    /**
     * Returns whether only one side reports the claim.
     *
     * @return true if the claim is reported but not mutual: a joint claim that some of its states
     *     do not report, or a claim of one party about the occasion
     */
    public final boolean isOneSided() {
      return isReported() && !isMutual();
    }

    /** {@return whether at least one state is known to report the claim} */
    public final boolean isReported() {
      return !reportedBy().isEmpty();
    }

    private String verdict() {
      if (isMutual()) {
        return "MUTUAL";
      }
      return isReported() ? "ONE_SIDED" : "UNREPORTED";
    }

    /** {@return the id of the claim and the states that report it, in one line} */
    @Override
    public final String toString() {
      return OneLine.of(
          claim().id()
              + ": "
              + verdict()
              + (isReported() ? ", reported by " + String.join(" and ", reportedBy()) : ""));
    }
  }

  /** {@return the id of the occasion} */
  @Value.Parameter
  public abstract String occasion();

  /** {@return the viewpoint that limits the evidence} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the ids of the states that took part} */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<String> states();

  /** {@return the points: mutual ones first, then by id} */
  @Value.Parameter
  public abstract ImmutableList<Point> points();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Returns the point of a claim.
   *
   * @param claim the id of the claim
   * @return the point, or empty if the claim is not one of the occasion
   * @throws IllegalArgumentException if the id is not a claim of the dossier; the message suggests
   *     the nearest id
   */
  public final Optional<Point> point(String claim) {
    new IdLookup(dossier()).claim(requireNonNull(claim, "claim"));
    return points().stream().filter(point -> point.claim().id().equals(claim)).findFirst();
  }

  private String heading(Wording wording) {
    return wording.text("readouts.heading", named(wording), viewpoint().text(wording, dossier()));
  }

  private String named(Wording wording) {
    return dossier().occasion(occasion()).map(known -> named(known, wording)).orElse(occasion());
  }

  private static String named(Occasion occasion, Wording wording) {
    return wording.isCodes()
        ? occasion.label()
        : wording.text(
            "readouts.occasion", occasion.label(), wording.occasionDate(occasion.when()));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return OneLine.whole(
        wording.text(
            "summary",
            heading(wording),
            points().isEmpty()
                ? wording.text("none")
                : isShort(wording)
                    ? told(wording)
                    : wording.list(
                        points().stream()
                            .collect(
                                Collectors.groupingBy(
                                    point -> account(point, wording),
                                    LinkedHashMap::new,
                                    Collectors.counting()))
                            .entrySet()
                            .stream()
                            .map(
                                told ->
                                    wording.text(
                                        "readouts.count",
                                        wording.count("points", Math.toIntExact(told.getValue())),
                                        told.getKey()))
                            .toList())));
  }

  private boolean isShort(Wording wording) {
    return !wording.isCodes() && points().size() <= MOST_POINTS;
  }

  /** Returns the points by those who report them. */
  private String told(Wording wording) {
    ListMultimap<String, String> points =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    points().forEach(point -> points.put(account(point, wording), quoted(point, wording)));
    return points.asMap().entrySet().stream()
        .map(
            told ->
                wording.text(
                    "readouts.told",
                    String.join(wording.text("list.comma"), told.getValue()),
                    told.getKey()))
        .collect(Collectors.joining(wording.text("list.semicolon")));
  }

  private String quoted(Point point, Wording wording) {
    Claim claim = point.claim();
    boolean isReliable = sources(point).anyMatch(Source::hasReliableQuotes);
    return wording.text(
        isReliable ? "readouts.point" : "readouts.point.unreliable",
        claim
            .condition()
            .map(words -> wording.text("readouts.onCondition", pointText(point), words))
            .orElse(pointText(point)),
        ClaimText.id(claim, wording),
        wording.act(claim.force(), claim.stance()),
        outlets(point, wording));
  }

  /** Returns the evidence of a point that exists from the viewpoint. */
  private Stream<Evidence> evidence(Point point) {
    return point.claim().evidence().stream().filter(this::exists);
  }

  private boolean exists(Evidence piece) {
    Optional<Source> source = dossier().source(piece.source());
    boolean isPublished =
        viewpoint()
            .knownAt()
            .map(
                day -> source.filter(known -> !known.published().latest().isAfter(day)).isPresent())
            .orElse(true);
    boolean isRelayed =
        piece.via().stream().anyMatch(viewpoint().withoutRelays()::contains)
            || source
                .filter(
                    known ->
                        !Collections.disjoint(known.outermostRelays(), viewpoint().withoutRelays()))
                .isPresent();
    return isPublished && !isRelayed && !viewpoint().without().contains(piece.source());
  }

  private Stream<Source> sources(Point point) {
    return evidence(point).flatMap(piece -> dossier().source(piece.source()).stream()).distinct();
  }

  private String outlets(Point point, Wording wording) {
    return wording.list(
        sources(point).map(source -> wording.source(dossier(), source.id())).toList());
  }

  /** {@return the question and a table with one row per point} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    AnswerTable<Point> table = AnswerTable.in(wording);
    return AnswerPages.of(
        heading(wording) + (points().isEmpty() ? ": " + wording.text("none") : ""),
        wording.isCodes() ? codes(table) : words(table, wording),
        points());
  }

  /**
   * Returns the accounts side by side: a row per point and a column per participant. A participant
   * that made the point has its act, and who reports it if its own account does not; one that
   * reports a point of others has it as theirs; a dash is silence.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the occasion and the table; the page around it states the viewpoint
   */
  public final TextPage sideBySide(Wording wording) {
    requireNonNull(wording, "wording");
    AnswerTable<Point> table = AnswerTable.<Point>in(wording).column("point", Readouts::gist);
    for (String state : states()) {
      table =
          table.titled(
              wording.name(dossier(), state),
              row -> reported(row, state, wording),
              row -> concerns(row, state) ? CitationText.anchor(row.claim()) : "");
    }
    return AnswerPages.of(
        named(wording) + (points().isEmpty() ? ": " + wording.text("none") : ""),
        table.column(
            "claim",
            row -> ClaimText.id(row.claim(), wording),
            row -> CitationText.anchor(row.claim())),
        points());
  }

  /** Returns whether a state reports a point or made it. */
  private boolean concerns(Point point, String state) {
    return point.reportedBy().contains(state) || principals(point).contains(state);
  }

  /** Returns the states that made a point. */
  private ImmutableSortedSet<String> principals(Point point) {
    return point.claim().principals().stream()
        .map(id -> ClaimText.state(dossier(), id))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private String reported(Point point, String state, Wording wording) {
    if (!concerns(point, state)) {
      return "–";
    }
    Claim claim = point.claim();
    String act = wording.text("cell." + claim.stance(), wording.act(claim.force(), claim.stance()));
    if (!point.isReported()) {
      return wording.text("readouts.own", act);
    }
    if (!point.reportedBy().contains(state)) {
      return wording.text("readouts.toldBy", wording.names(dossier(), point.reportedBy()));
    }
    return principals(point).contains(state)
        ? act
        : wording.text("readouts.reports", wording.names(dossier(), principals(point)), act);
  }

  private AnswerTable<Point> codes(AnswerTable<Point> empty) {
    AnswerTable<Point> table =
        empty
            .column(
                "claim",
                row -> ClaimText.id(row.claim(), Wording.codes()),
                row -> CitationText.anchor(row.claim()))
            .column("point", Readouts::gist);
    for (String state : states()) {
      table = table.titled(state, row -> row.reportedBy().contains(state) ? "reports" : "–");
    }
    return withConditions(
            table
                .column("verdict", Point::verdict)
                .column("force", row -> row.claim().force().name()))
        .column("answeredBy", row -> String.join(", ", row.answeredBy()));
  }

  private AnswerTable<Point> words(AnswerTable<Point> empty, Wording wording) {
    return withConditions(
            empty
                .column("point", Readouts::gist)
                .column("reportedBy", row -> account(row, wording))
                .column("mutual", row -> row.isMutual() ? wording.text("readouts.mutual") : "")
                .column("force", row -> wording.act(row.claim().force(), row.claim().stance())))
        .column("answeredBy", row -> String.join(", ", row.answeredBy()))
        .column("source", row -> outlets(row, wording))
        .column(
            "claim",
            row -> ClaimText.id(row.claim(), wording),
            row -> CitationText.anchor(row.claim()));
  }

  /** Adds the conditions and the days that are due, if some point has them. */
  private AnswerTable<Point> withConditions(AnswerTable<Point> table) {
    List<Claim> claims = points().stream().map(Point::claim).toList();
    return table
        .columnIf(
            claims.stream().anyMatch(claim -> claim.condition().isPresent()),
            "condition",
            row -> row.claim().condition().orElse(""))
        .columnIf(
            claims.stream().anyMatch(claim -> claim.due().isPresent()),
            "due",
            row -> row.claim().due().map(When::toString).orElse(""));
  }

  /** Returns which participants report a point. */
  private String account(Point point, Wording wording) {
    if (wording.isCodes()) {
      return point.verdict();
    }
    if (point.reportedBy().isEmpty()) {
      return wording.text("readouts.noSide");
    }
    if (states().size() > 1 && point.reportedBy().equals(states())) {
      return wording.text(states().size() == 2 ? "readouts.bothSides" : "readouts.allSides");
    }
    return wording.text(
        isPassedOn(point) ? "readouts.only" : "readouts.own",
        wording.names(dossier(), point.reportedBy()));
  }

  /** Returns whether a state passed a point on. */
  private boolean isPassedOn(Point point) {
    return ClaimText.hasStateRelay(evidence(point), dossier());
  }

  private static String pointText(Point point) {
    return Wording.withoutFullStop(gist(point));
  }

  private static String gist(Point point) {
    return point.claim().gist().orElse(point.claim().proposition());
  }

  /** {@return the question and the number of points, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "Read-outs of %s, %s: %s, %s mutual"
            .formatted(
                occasion(),
                viewpoint(),
                AnswerPages.count(points().size(), "point", "points"),
                points().stream().filter(Point::isMutual).count()));
  }
}
