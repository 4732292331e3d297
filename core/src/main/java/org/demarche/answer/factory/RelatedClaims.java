package org.demarche.answer.factory;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation;
import org.demarche.answer.OtherCapacity;
import org.demarche.answer.Position;

/**
 * The claims that bear on the question of a position without supporting it. They are searched for
 * on first access, because most callers read only the support.
 */
public final class RelatedClaims {
  /** The maximum number of claims listed in each group. */
  public static final int LISTED = 16;

  private final QualifyingClaims qualifying;
  private final Supplier<Group> possibleClaims;
  private final Supplier<Group> hints;
  private final Supplier<Group> reports;
  private final Supplier<Optional<Derivation>> derivation;

  /**
   * The additional parts of a position in full.
   *
   * @param explanation every claim that was considered, with the ruling on it
   * @param underPrevious the position on the last day of the administration before the one in
   *     office; empty if there is none, or nothing was known of it
   */
  public record Derivation(Explanation explanation, Optional<Position> underPrevious) {}

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

  /**
   * The claims that qualify a position.
   *
   * @param disputing the claims that would stand against the position, but are outweighed
   * @param retracted the claims that would count, had they not been taken back
   * @param partsHeld for each part of a composite that is held though nobody has named the
   *     composite, the claim to cite
   * @param corrected the claims that would count, had their only sources not been revised; listed
   *     only where nothing else is known
   * @param rivals finds the party's own claims for rivals of what it is for
   * @param otherCapacities finds where the party spoke in another capacity
   */
  public record QualifyingClaims(
      ImmutableList<CitedClaim> disputing,
      ImmutableList<CitedClaim> retracted,
      ImmutableList<CitedClaim> partsHeld,
      ImmutableList<CitedClaim> corrected,
      Supplier<ImmutableList<CitedClaim>> rivals,
      Supplier<ImmutableList<OtherCapacity>> otherCapacities) {
    /** No claim that qualifies a position. */
    public static final QualifyingClaims NOTHING =
        new QualifyingClaims(
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList::of,
            ImmutableList::of);

    private QualifyingClaims memoized() {
      return new QualifyingClaims(
          disputing,
          retracted,
          partsHeld,
          corrected,
          Suppliers.memoize(rivals::get),
          Suppliers.memoize(otherCapacities::get));
    }
  }

  private RelatedClaims(
      QualifyingClaims qualifying,
      Supplier<Group> possibleClaims,
      Supplier<Group> hints,
      Supplier<Group> reports,
      Supplier<Optional<Derivation>> derivation) {
    this.qualifying = qualifying;
    this.possibleClaims = possibleClaims;
    this.hints = hints;
    this.reports = reports;
    this.derivation = derivation;
  }

  /**
   * Creates related claims that are searched for on first access.
   *
   * @param qualifying the claims that qualify the position
   * @param possibleClaims supplies the claims that were possibly made by the as-of date
   * @param hints supplies the hints
   * @param reports supplies the reports of media in their own voice
   * @param derivation derives the position again, with an explanation
   */
  public static RelatedClaims searched(
      QualifyingClaims qualifying,
      Supplier<Group> possibleClaims,
      Supplier<Group> hints,
      Supplier<Group> reports,
      Supplier<Derivation> derivation) {
    return new RelatedClaims(
        qualifying.memoized(),
        Suppliers.memoize(possibleClaims::get),
        Suppliers.memoize(hints::get),
        Suppliers.memoize(reports::get),
        () -> Optional.of(derivation.get()));
  }

  /** Creates related claims that were found already, without a derivation. */
  public static RelatedClaims found(
      QualifyingClaims qualifying, Group possibleClaims, Group hints, Group reports) {
    return new RelatedClaims(
        qualifying, () -> possibleClaims, () -> hints, () -> reports, Optional::empty);
  }

  /** Returns the claims that qualify the position. */
  public QualifyingClaims qualifying() {
    return qualifying;
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

  /** Derives the position again, with an explanation; empty if it was read or detached. */
  public Optional<Derivation> derivation() {
    return derivation.get();
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
