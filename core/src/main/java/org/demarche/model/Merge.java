package org.demarche.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Two dossiers as one. Only a claim's evidence may differ between records of one id; it unites. */
final class Merge {
  private final Dossier ours;
  private final Dossier theirs;
  private final List<Problem> conflicts = new ArrayList<>();

  Merge(Dossier ours, Dossier theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  Dossier merged() {
    Dossier.Builder merged =
        Dossier.builder()
            .addAllSources(unite("source", ours.sources(), theirs.sources(), Source::id))
            .addAllActors(unite("actor", ours.actors(), theirs.actors(), Actor::id))
            .addAllOccasions(unite("occasion", ours.occasions(), theirs.occasions(), Occasion::id))
            .addAllPropositions(
                unite("proposition", ours.propositions(), theirs.propositions(), Proposition::id))
            .addAllClaims(unite("claim", ours.claims(), theirs.claims(), Claim::id));
    if (!conflicts.isEmpty()) {
      throw new InvalidDossierException(conflicts);
    }
    return merged.build();
  }

  private <R> Iterable<R> unite(
      String type, List<R> first, List<R> second, Function<R, String> id) {
    Map<String, R> byId = new LinkedHashMap<>();
    first.forEach(record -> byId.put(id.apply(record), record));
    for (R record : second) {
      byId.merge(
          id.apply(record), record, (here, there) -> one(type, id.apply(record), here, there));
    }
    return byId.values();
  }

  @SuppressWarnings("unchecked") // a claim united with a claim is a claim
  private <R> R one(String type, String id, R here, R there) {
    if (here.equals(there)) {
      return here;
    }
    if (here instanceof Claim a
        && there instanceof Claim b
        && a.equals(b.withEvidence(a.evidence()))) {
      Set<Evidence> united = new LinkedHashSet<>(a.evidence());
      united.addAll(b.evidence());
      return (R) a.withEvidence(united);
    }
    conflicts.add(
        Problem.builder()
            .code(Problem.Code.CONFLICT)
            .type(type)
            .id(id)
            .field("")
            .value(there.toString())
            .message(
                "%s %s: the two dossiers differ on it beyond evidence; a correction is a new record.\n  one has   %s\n  other has %s"
                    .formatted(type, id, here, there))
            .build());
    return here;
  }
}
