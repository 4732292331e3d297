package org.demarche.model;

import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ends of claims that were made from some day on: the last day on which a source of the
 * evidence was published. A claim with another end is equal, because its date is written alike.
 */
final class OpenEnds {
  private OpenEnds() {}

  /**
   * Bounds the open ends of claims.
   *
   * @param claims all claims of the dossier
   * @param some the indexes of those that are bounded, in any order
   * @param sources the sources of the dossier
   * @return the claims of the dossier; the same index if no end changes
   */
  @SuppressWarnings("ReferenceEquality") // a claim with another end is equal
  static IdIndex<Claim> bounded(
      IdIndex<Claim> claims, ImmutableIntArray some, IdIndex<Source> sources) {
    Map<Integer, Claim> replacements = new HashMap<>();
    some.forEach(
        index -> {
          Claim claim = claims.records().get(index);
          Claim bounded = bounded(claim, sources);
          if (bounded != claim) {
            replacements.put(index, bounded);
          }
        });
    return replacements.isEmpty() ? claims : claims.with(replacements);
  }

  /** Returns a claim whose end is bounded; the same claim if its end does not change. */
  static Claim bounded(Claim claim, IdIndex<Source> sources) {
    if (!claim.asserted().isOpenEnded()) {
      return claim;
    }
    return end(claim, sources)
        .filter(end -> !end.equals(claim.asserted().latest()))
        .map(end -> Claim.builder().from(claim).asserted(claim.asserted().endingBy(end)).build())
        .orElse(claim);
  }

  /** Returns the last day of publication, or the first day of the claim if that is later. */
  private static Optional<LocalDate> end(Claim claim, IdIndex<Source> sources) {
    return claim.evidence().stream()
        .flatMap(evidence -> sources.find(evidence.source()).stream())
        .map(source -> source.published().latest())
        .max(Comparator.naturalOrder())
        .map(last -> claim.asserted().earliest().filter(last::isBefore).orElse(last));
  }
}
