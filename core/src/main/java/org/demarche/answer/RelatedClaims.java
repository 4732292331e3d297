package org.demarche.answer;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What bears on the question of a {@link Position} and carries nothing. It is sought when it is
 * first looked at, since most who ask for a position look at what carries it alone.
 *
 * <pre>{@code
 * position.relatedClaims().hints().size();   // the same as position.hints().size()
 * }</pre>
 */
public final class RelatedClaims {
  /** How many claims are listed of each sort. */
  public static final int LISTED = 16;

  private final Supplier<ImmutableList<CitedClaim>> possibly;
  private final Supplier<ImmutableList<CitedClaim>> hints;
  private final Supplier<ImmutableList<CitedClaim>> reports;

  private RelatedClaims(
      Supplier<ImmutableList<CitedClaim>> possibly,
      Supplier<ImmutableList<CitedClaim>> hints,
      Supplier<ImmutableList<CitedClaim>> reports) {
    this.possibly = Suppliers.memoize(possibly::get);
    this.hints = Suppliers.memoize(hints::get);
    this.reports = Suppliers.memoize(reports::get);
  }

  /**
   * Claims that are found when they are asked for: of each sort the nearest to the date, and one
   * more than are listed where there are more.
   */
  public static RelatedClaims of(
      Supplier<ImmutableList<CitedClaim>> possibly,
      Supplier<ImmutableList<CitedClaim>> hints,
      Supplier<ImmutableList<CitedClaim>> reports) {
    return new RelatedClaims(possibly, hints, reports);
  }

  /** Nothing. */
  public static RelatedClaims nothing() {
    return of(ImmutableList::of, ImmutableList::of, ImmutableList::of);
  }

  private static ImmutableList<CitedClaim> listed(ImmutableList<CitedClaim> nearest) {
    return nearest.subList(0, Math.min(LISTED, nearest.size()));
  }

  /** See {@link Position#possibleClaims()}. */
  public ImmutableList<CitedClaim> possibleClaims() {
    return listed(possibly.get());
  }

  /** See {@link Position#hasMorePossibleClaims()}. */
  public boolean hasMorePossibleClaims() {
    return possibly.get().size() > LISTED;
  }

  /** See {@link Position#hints()}. */
  public ImmutableList<CitedClaim> hints() {
    return listed(hints.get());
  }

  /** See {@link Position#hasMoreHints()}. */
  public boolean hasMoreHints() {
    return hints.get().size() > LISTED;
  }

  /** See {@link Position#reports()}. */
  public ImmutableList<CitedClaim> reports() {
    return listed(reports.get());
  }

  /** See {@link Position#hasMoreReports()}. */
  public boolean hasMoreReports() {
    return reports.get().size() > LISTED;
  }

  private List<Object> listed() {
    return List.of(
        possibleClaims(),
        hasMorePossibleClaims(),
        hints(),
        hasMoreHints(),
        reports(),
        hasMoreReports());
  }

  /** Whether the same is listed in both. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelatedClaims beside && listed().equals(beside.listed());
  }

  @Override
  public int hashCode() {
    return Objects.hash(listed());
  }

  /** Returns the ids of the claims. */
  @Override
  public String toString() {
    return "possibly %s, hints %s, reports %s"
        .formatted(ids(possibleClaims()), ids(hints()), ids(reports()));
  }

  private static List<String> ids(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).toList();
  }
}
