package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Source;
import org.demarche.suggestion.ShownValue;

/**
 * The records that a longer dossier has in addition to an earlier dossier.
 *
 * @param claims the claims that are new, that have more evidence than before, or that have evidence
 *     in a source that a new one revises, directly or through others; and the drafts that coded
 *     claims replaced
 * @param reachEarlierClaims whether the new records make earlier claims bear on something new
 */
public record AddedRecords(ImmutableList<Claim> claims, boolean reachEarlierClaims) {

  /**
   * Compares two dossiers, in time linear in their records.
   *
   * @throws IllegalArgumentException if the longer dossier does not have every record of the
   *     earlier one, in which case the message names the first that is missing or altered
   */
  public static AddedRecords of(Dossier earlier, Dossier longer) {
    Optional<String> fault = fault(earlier, longer);
    if (fault.isPresent()) {
      throw ShownValue.refused(
          fault.get()
              + ": changesSince(…) needs every record of the earlier Tracker"
              + (fault(longer, earlier).isEmpty()
                  ? "; this Tracker has fewer records than the other: call it on the Tracker with more"
                  : ", as earlier.plus(…) keeps them; for records that were replaced, renamed or removed, use dossier.differencesFrom(…)"));
    }
    return new AddedRecords(
        claims(earlier, longer),
        DossierIndex.reachesEarlierClaims(
            earlier, Iterables.concat(longer.propositions(), longer.actors())));
  }

  private static ImmutableList<Claim> claims(Dossier earlier, Dossier longer) {
    Set<String> revised = revised(earlier, longer);
    ImmutableList.Builder<Claim> added = ImmutableList.builder();
    for (int i = 0; i < longer.claims().size(); i++) {
      Claim claim = longer.claims().get(i);
      boolean isKept = i < earlier.claims().size() && earlier.claims().get(i) == claim;
      if ((!isKept && earlier.claim(claim.id()).filter(claim::equals).isEmpty())
          || isFrom(revised, claim)) {
        added.add(claim);
        earlier.claim(claim.id()).filter(before -> isCoded(claim, before)).ifPresent(added::add);
      }
    }
    return added.build();
  }

  private static boolean isFrom(Set<String> sources, Claim claim) {
    return !sources.isEmpty()
        && claim.evidence().stream().map(Evidence::source).anyMatch(sources::contains);
  }

  /** Returns the sources that new ones revise, directly or through others. */
  private static Set<String> revised(Dossier earlier, Dossier longer) {
    Set<String> revised = new HashSet<>();
    for (Source source : longer.sources()) {
      if (source.revises().isPresent() && earlier.source(source.id()).isEmpty()) {
        Optional<String> next = source.revises();
        while (next.isPresent() && revised.add(next.get())) {
          next = longer.source(next.get()).flatMap(Source::revises);
        }
      }
    }
    return revised;
  }

  /** Returns what is wrong with the first record that is missing or altered, if there is one. */
  private static Optional<String> fault(Dossier earlier, Dossier longer) {
    return Optional.<String>empty()
        .or(() -> fault("source", earlier.sources(), longer.sources(), longer::source))
        .or(() -> fault("actor", earlier.actors(), longer.actors(), longer::actor))
        .or(() -> fault("occasion", earlier.occasions(), longer.occasions(), longer::occasion))
        .or(
            () ->
                fault(
                    "proposition",
                    earlier.propositions(),
                    longer.propositions(),
                    longer::proposition))
        .or(
            () ->
                fault(
                    "claim",
                    earlier.claims(),
                    longer.claims(),
                    longer::claim,
                    (claim, before) -> isCoded(claim, before) || has(claim, before)));
  }

  private static <R extends DossierRecord> Optional<String> fault(
      String type, List<R> earlier, List<R> longer, Function<String, Optional<R>> find) {
    return fault(type, earlier, longer, find, Object::equals);
  }

  private static <R extends DossierRecord> Optional<String> fault(
      String type,
      List<R> earlier,
      List<R> longer,
      Function<String, Optional<R>> find,
      BiPredicate<R, R> keeps) {
    for (int i = 0; i < earlier.size(); i++) {
      R record = earlier.get(i);
      if (i < longer.size() && longer.get(i) == record) { // as in a dossier made by plus
        continue;
      }
      Optional<R> same = find.apply(record.id());
      if (same.isEmpty()) {
        return Optional.of(type + " '" + record.id() + "' is missing from this Tracker");
      }
      if (!keeps.test(same.get(), record)) {
        return Optional.of(
            type
                + " '"
                + record.id()
                + "' differs from that of the earlier Tracker"
                + (record instanceof Claim ? " in more than added evidence" : ""));
      }
    }
    return Optional.empty();
  }

  /** Returns whether a claim is coded that was a draft before. */
  private static boolean isCoded(Claim claim, Claim before) {
    return before.isDraft() && !claim.isDraft();
  }

  /** Returns whether a claim is another one, or that claim with more evidence. */
  public static boolean has(Claim claim, Claim before) {
    return claim.equals(before)
        || (claim.evidence().containsAll(before.evidence())
            && claim.withEvidence(before.evidence()).equals(before));
  }
}
