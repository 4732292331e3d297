package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Reading;

/**
 * The codings that are compared.
 *
 * @param coders the names of the coders
 * @param claims each claim with the coding of its coder first, then those of its readings
 * @param dossiers the dossiers with the other records of the claims
 * @param others the claims that name no coder
 * @param hasReadings whether readings are compared
 */
record ComparedCodings(
    ImmutableSortedSet<String> coders,
    ImmutableList<ImmutableList<CodedClaim>> claims,
    ImmutableList<Dossier> dossiers,
    ImmutableList<Claim> others,
    boolean hasReadings) {

  static ComparedCodings of(ImmutableSortedMap<String, Dossier> byCoder) {
    ImmutableList.Builder<ImmutableList<CodedClaim>> claims = ImmutableList.builder();
    byCoder.forEach(
        (coder, dossier) ->
            dossier
                .claims()
                .forEach(claim -> claims.add(ImmutableList.of(CodedClaim.of(coder, claim)))));
    return new ComparedCodings(
        byCoder.keySet(), claims.build(), byCoder.values().asList(), ImmutableList.of(), false);
  }

  static ComparedCodings of(Dossier dossier) {
    Set<String> coders = new LinkedHashSet<>();
    List<ImmutableList<CodedClaim>> claims = new ArrayList<>();
    ImmutableList.Builder<Claim> others = ImmutableList.builder();
    boolean hasReadings = false;
    for (Claim claim : dossier.claims()) {
      if (claim.coder().isEmpty()) {
        others.add(claim);
        continue;
      }
      Map<String, CodedClaim> codings = new LinkedHashMap<>();
      String coder = claim.coder().get();
      codings.put(coder, CodedClaim.of(coder, claim));
      for (Reading reading : claim.readings()) {
        // A reading of the coder of the claim is what that coder had before the adjudication.
        codings.merge(
            reading.coder(),
            CodedClaim.of(reading, claim),
            (first, second) -> first.isReading() ? first : second);
        hasReadings = true;
      }
      coders.addAll(codings.keySet());
      claims.add(ImmutableList.copyOf(codings.values()));
    }
    return new ComparedCodings(
        ImmutableSortedSet.copyOf(coders),
        ImmutableList.copyOf(claims),
        ImmutableList.of(dossier),
        others.build(),
        hasReadings);
  }

  /** Returns the ids of the sources that each coder cites. */
  ImmutableMap<String, ImmutableSortedSet<String>> sources() {
    return coders.stream()
        .collect(
            ImmutableMap.toImmutableMap(
                coder -> coder,
                coder ->
                    claims.stream()
                        .flatMap(List::stream)
                        .filter(coded -> coded.coder().equals(coder))
                        .flatMap(coded -> coded.claim().evidence().stream())
                        .map(Evidence::source)
                        .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo))));
  }

  /** Returns the ids of all claims. */
  ImmutableSet<String> ids() {
    return dossiers.stream()
        .flatMap(dossier -> dossier.claims().stream())
        .map(Claim::id)
        .collect(ImmutableSet.toImmutableSet());
  }
}
