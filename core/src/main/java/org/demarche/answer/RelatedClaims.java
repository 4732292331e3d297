package org.demarche.answer;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The claims that bear on the question of a {@link Position} without supporting it. They are
 * searched for on first access, because most callers read only the support.
 *
 * <pre>{@code
 * position.relatedClaims().hints().size();   // the same as position.hints().size()
 * }</pre>
 */
public final class RelatedClaims {
  /** The maximum number of claims listed in each group. */
  public static final int LISTED = 16;

  private final Supplier<ImmutableList<CitedClaim>> possibleClaims;
  private final Supplier<ImmutableList<CitedClaim>> hints;
  private final Supplier<ImmutableList<CitedClaim>> reports;

  private RelatedClaims(
      Supplier<ImmutableList<CitedClaim>> possibleClaims,
      Supplier<ImmutableList<CitedClaim>> hints,
      Supplier<ImmutableList<CitedClaim>> reports) {
    this.possibleClaims = Suppliers.memoize(possibleClaims::get);
    this.hints = Suppliers.memoize(hints::get);
    this.reports = Suppliers.memoize(reports::get);
  }

  /**
   * Creates related claims that are computed on first access. Each supplier returns the claims
   * nearest to the as-of date, nearest first, and one more than {@link #LISTED} if there are more.
   *
   * @param possibleClaims supplies the claims that were possibly made by the as-of date
   * @param hints supplies the hints
   * @param reports supplies the reports of media in their own voice
   * @return the related claims
   */
  public static RelatedClaims of(
      Supplier<ImmutableList<CitedClaim>> possibleClaims,
      Supplier<ImmutableList<CitedClaim>> hints,
      Supplier<ImmutableList<CitedClaim>> reports) {
    return new RelatedClaims(possibleClaims, hints, reports);
  }

  /**
   * Returns related claims without any claim.
   *
   * @return empty lists
   */
  public static RelatedClaims empty() {
    return of(ImmutableList::of, ImmutableList::of, ImmutableList::of);
  }

  private static ImmutableList<CitedClaim> listed(ImmutableList<CitedClaim> nearest) {
    return nearest.subList(0, Math.min(LISTED, nearest.size()));
  }

  /**
   * {@return the claims that were possibly made by the as-of date; see {@link
   * Position#possibleClaims()}}
   */
  public ImmutableList<CitedClaim> possibleClaims() {
    return listed(possibleClaims.get());
  }

  /** {@return whether there are more possible claims than are listed} */
  public boolean hasMorePossibleClaims() {
    return possibleClaims.get().size() > LISTED;
  }

  /** {@return the hints; see {@link Position#hints()}} */
  public ImmutableList<CitedClaim> hints() {
    return listed(hints.get());
  }

  /** {@return whether there are more hints than are listed} */
  public boolean hasMoreHints() {
    return hints.get().size() > LISTED;
  }

  /** {@return the reports of media in their own voice; see {@link Position#reports()}} */
  public ImmutableList<CitedClaim> reports() {
    return listed(reports.get());
  }

  /** {@return whether there are more reports than are listed} */
  public boolean hasMoreReports() {
    return reports.get().size() > LISTED;
  }

  private List<Object> contents() {
    return List.of(
        possibleClaims(),
        hasMorePossibleClaims(),
        hints(),
        hasMoreHints(),
        reports(),
        hasMoreReports());
  }

  /** {@return whether both list the same claims} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelatedClaims that && contents().equals(that.contents());
  }

  @Override
  public int hashCode() {
    return Objects.hash(contents());
  }

  /** {@return the ids of the claims, by group} */
  @Override
  public String toString() {
    return "possible claims %s, hints %s, reports %s"
        .formatted(ids(possibleClaims()), ids(hints()), ids(reports()));
  }

  private static List<String> ids(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).toList();
  }
}
