package org.demarche.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ends of claims that were made from some day on: the last day on which a source of the
 * evidence was published. A claim with another end is equal, because its date is written alike.
 */
final class OpenEnds {
  private OpenEnds() {}

  /**
   * Bounds the open ends of claims.
   *
   * @param some claims of the dossier, in any order
   * @param claims all claims of the dossier
   * @param sources the sources of the dossier
   * @return the claims of the dossier; the same index if no end changes
   */
  static IdIndex<Claim> bounded(
      Stream<Claim> some, IdIndex<Claim> claims, IdIndex<Source> sources) {
    Map<Integer, Claim> replacements = new HashMap<>();
    some.filter(claim -> claim.asserted().isOpenEnded())
        .forEach(
            claim -> {
              Optional<LocalDate> end = end(claim, sources);
              if (end.isPresent() && !end.get().equals(claim.asserted().latest())) {
                replacements.put(
                    claims.indexOf(claim.id()),
                    Claim.builder()
                        .from(claim)
                        .asserted(claim.asserted().endingBy(end.get()))
                        .build());
              }
            });
    return claims.plus(replacements, List.of());
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
