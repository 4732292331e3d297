package org.demarche.model;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two dossiers as one. Only a claim's evidence may differ between records of one id; it unites. */
final class DossierMerge {
  private static final int LONGEST = 600;

  private final Dossier ours;
  private final Dossier theirs;
  private final List<Problem> conflicts = new ArrayList<>();

  DossierMerge(Dossier ours, Dossier theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  Dossier merged() {
    IdIndex<Source> sources = unite("source", ours.sourceRegister(), theirs.sources());
    IdIndex<Actor> actors = unite("actor", ours.actorRegister(), theirs.actors());
    IdIndex<Occasion> occasions = unite("occasion", ours.occasionRegister(), theirs.occasions());
    IdIndex<Proposition> propositions =
        unite("proposition", ours.propositionRegister(), theirs.propositions());
    IdIndex<Claim> claims = unite("claim", ours.claimRegister(), theirs.claims());
    if (!conflicts.isEmpty()) {
      throw new InvalidDossierException(conflicts);
    }
    Dossier merged = new Dossier(sources, actors, occasions, propositions, claims);
    DossierCheck.ofMore(merged, theirs).requireSound();
    return merged;
  }

  private <R extends DossierRecord> IdIndex<R> unite(
      String type, IdIndex<R> first, List<R> second) {
    Map<Integer, R> instead = new LinkedHashMap<>();
    List<R> more = new ArrayList<>();
    for (R record : second) {
      int place = first.indexOf(record.id());
      if (place < 0) {
        more.add(record);
      } else {
        R here = first.records().get(place);
        R both = one(type, record.id(), here, record);
        if (both != here) {
          instead.put(place, both);
        }
      }
    }
    return first.plus(instead, more);
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
        here instanceof Claim a && there instanceof Claim b && a.speakers().equals(b.speakers())
            ? b.withEvidence(a.evidence())
            : there;
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
