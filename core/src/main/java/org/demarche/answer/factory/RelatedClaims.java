package org.demarche.answer.factory;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Supplier;
import org.demarche.answer.CitedClaim;

/**
 * The claims that bear on the question of a position without supporting it. They are searched for
 * on first access, because most callers read only the support.
 */
public final class RelatedClaims {
  /** The maximum number of claims listed in each group. */
  public static final int LISTED = 16;

  private final Supplier<Group> possibleClaims;
  private final Supplier<Group> hints;
  private final Supplier<Group> reports;

  /**
   * One group of related claims.
   *
   * @param claims the claims that are listed, nearest to the as-of date first
   * @param hasMore whether there are more claims than are listed
   */
  public record Group(ImmutableList<CitedClaim> claims, boolean hasMore) {
    /**
     * Returns the group of the nearest claims.
     *
     * @param nearest the claims nearest to the as-of date, nearest first; one more than {@link
     *     #LISTED} if there are more
     */
    public static Group of(ImmutableList<CitedClaim> nearest) {
      return new Group(
          nearest.subList(0, Math.min(LISTED, nearest.size())), nearest.size() > LISTED);
    }
  }

  private RelatedClaims(
      Supplier<Group> possibleClaims, Supplier<Group> hints, Supplier<Group> reports) {
    this.possibleClaims = possibleClaims;
    this.hints = hints;
    this.reports = reports;
  }

  /**
   * Creates related claims that are searched for on first access.
   *
   * @param possibleClaims supplies the claims that were possibly made by the as-of date
   * @param hints supplies the hints
   * @param reports supplies the reports of media in their own voice
   */
  public static RelatedClaims searched(
      Supplier<Group> possibleClaims, Supplier<Group> hints, Supplier<Group> reports) {
    return new RelatedClaims(
        Suppliers.memoize(possibleClaims::get),
        Suppliers.memoize(hints::get),
        Suppliers.memoize(reports::get));
  }

  /** Creates related claims that were found already. */
  public static RelatedClaims found(Group possibleClaims, Group hints, Group reports) {
    return new RelatedClaims(() -> possibleClaims, () -> hints, () -> reports);
  }

  /** Returns the claims that were possibly made by the as-of date. */
  public Group possibleClaims() {
    return possibleClaims.get();
  }

  /** Returns the hints. */
  public Group hints() {
    return hints.get();
  }

  /** Returns the reports of media in their own voice. */
  public Group reports() {
    return reports.get();
  }

  /** {@return the ids of the claims, by group} */
  @Override
  public String toString() {
    return "possible claims %s, hints %s, reports %s"
        .formatted(ids(possibleClaims().claims), ids(hints().claims), ids(reports().claims));
  }

  private static List<String> ids(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).toList();
  }
}
