package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Occasion;
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
        throw new IllegalArgumentException(
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
    new IdLookup(dossier()).claim(claim);
    return points().stream().filter(point -> point.claim().id().equals(claim)).findFirst();
  }

  /** {@return the question and a table with one row per point and one column per state} */
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

  /** {@return the question and the number of points, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "Read-outs of %s, %s: %s, %d mutual"
            .formatted(
                occasion(),
                viewpoint(),
                AnswerPages.count(points().size(), "point", "points"),
                points().stream().filter(Point::isMutual).count()));
  }

  private ImmutableList<String> row(Point point) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(point.claim().id(), point.claim().gist().orElse(point.claim().proposition()));
    states().forEach(state -> row.add(point.reportedBy().contains(state) ? "reports" : "–"));
    row.add(point.verdict(), point.claim().force().name(), String.join(", ", point.answeredBy()));
    return row.build();
  }
}
