package org.demarche.model;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Two dossiers as one. Only a claim's evidence may differ between records of one id; it unites. */
final class Merge {
  private static final int LONGEST = 600;

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
    if (here instanceof Claim a && there instanceof Claim b) {
      Optional<Claim> both = a.corroborated(b);
      if (both.isPresent()) {
        return (R) both.get();
      }
    }
    Object counterpart =
        here instanceof Claim a && there instanceof Claim b ? b.withEvidence(a.evidence()) : there;
    String mine = differing(here.toString(), counterpart.toString());
    String yours = differing(counterpart.toString(), here.toString());
    conflicts.add(
        Problem.builder()
            .code(Problem.Code.CONFLICT)
            .type(type)
            .id(id)
            .field("")
            .value(yours)
            .message(
                "%s %s: the two dossiers differ on it beyond evidence: one has %s, the other %s; repeat the record as it stands, or give a correction an id of its own"
                    .formatted(type, id, mine, yours))
            .build());
    return here;
  }

  /** What a record has between the first and the last member in which it differs from another. */
  private static String differing(String record, String other) {
    int begin = Strings.commonPrefix(record, other).length();
    int start = Math.max(record.lastIndexOf(", ", begin - 1), record.lastIndexOf('{', begin - 1));
    int end = record.length() - Strings.commonSuffix(record, other).length();
    int stop = record.indexOf(", ", Math.max(end - 1, begin));
    String part = record.substring(start + 1, stop < 0 ? record.length() - 1 : stop).strip();
    return part.length() <= LONGEST
        ? part
        : part.substring(0, part.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }
}
