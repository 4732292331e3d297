package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Occasion;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * What the participants tell of one occasion, point by point, and who tells it. Each participant's
 * account of a meeting is evidence of its own. A point that only one side tells is not for that a
 * point of disagreement.
 *
 * <pre>{@code
 * tracker.readouts("qingdao-2022-08-09").point("AP22-09").orElseThrow().verdict()   // MUTUAL
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Readouts implements Answer {
  Readouts() {}

  /**
   * Who tells a point.
   *
   * <pre>{@code
   * point.verdict() == Readouts.Verdict.ONE_SIDED
   * }</pre>
   */
  public enum Verdict {
    /** A joint claim that each of its states tells. */
    MUTUAL,
    /** A joint claim that not all of its states tell, or one party's own word of the occasion. */
    ONE_SIDED,
    /** No state is known to tell it. */
    UNTOLD
  }

  /**
   * A claim of the occasion.
   *
   * <pre>{@code
   * point.tellers()      // [prc]
   * point.answeredBy()   // [ET22-02, ET22-07]
   * }</pre>
   */
  @Value.Immutable
  public abstract static class Point {
    Point() {}

    /** The claim. */
    @Value.Parameter
    public abstract Claim claim();

    /** The ids of the states that tell it. */
    @Value.NaturalOrder
    @Value.Parameter
    public abstract ImmutableSortedSet<String> tellers();

    /** Whether all who are party to it tell it. */
    @Value.Parameter
    public abstract Verdict verdict();

    /** The ids of the claims on record that answer it. */
    @Value.NaturalOrder
    @Value.Parameter
    public abstract ImmutableSortedSet<String> answeredBy();

    /** A point. */
    public static Point of(
        Claim claim, Iterable<String> tellers, Verdict verdict, Iterable<String> answeredBy) {
      return ImmutablePoint.of(claim, tellers, verdict, answeredBy);
    }
  }

  /** The id of the occasion. */
  @Value.Parameter
  public abstract String occasion();

  /** From where it is seen. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** The states that took part. */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<String> states();

  /** The points: mutual ones first, then by id. */
  @Value.Parameter
  public abstract ImmutableList<Point> points();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** Read-outs; the dossier gives the names to print. */
  public static Readouts of(
      String occasion,
      Viewpoint viewpoint,
      Iterable<String> states,
      Iterable<? extends Point> points,
      Dossier dossier) {
    return ImmutableReadouts.of(occasion, viewpoint, states, points, dossier);
  }

  /**
   * The point of that claim, if it is one of the occasion.
   *
   * @throws IllegalArgumentException if the id is not a claim of the dossier; it names the nearest
   */
  public final Optional<Point> point(String claim) {
    dossier().ids().claim(claim);
    return points().stream().filter(point -> point.claim().id().equals(claim)).findFirst();
  }

  /** The question and a table, a point a row, a column a state. */
  @Override
  public final TextPage page() {
    ImmutableList.Builder<String> header = ImmutableList.builder();
    header.add("claim", "point").addAll(states()).add("verdict", "force", "answered by");
    String label = dossier().occasion(occasion()).map(Occasion::label).orElse(occasion());
    return AnswerPages.of(
        "Read-outs of " + label + ", " + viewpoint() + (points().isEmpty() ? ": none" : ""),
        header.build(),
        points(),
        this::row);
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  private ImmutableList<String> row(Point point) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(point.claim().id(), point.claim().gist().orElse(point.claim().proposition()));
    states().forEach(state -> row.add(point.tellers().contains(state) ? "tells" : "–"));
    row.add(
        point.verdict().name(),
        point.claim().force().name(),
        String.join(", ", point.answeredBy()));
    return row.build();
  }
}
