package org.demarche.model;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merge of two dossiers. Records with the same id must be equal, except that the evidence of
 * claims is united.
 */
final class DossierMerge {
  private static final int LONGEST = 600;

  private final Dossier ours;
  private final Dossier theirs;
  private final List<Problem> conflicts = new ArrayList<>();

  DossierMerge(Dossier ours, Dossier theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  /**
   * Merges the two dossiers and checks the result.
   *
   * @throws InvalidDossierException if records conflict, or the result is invalid
   */
  Dossier merged() {
    IdIndex<Source> sources = unite("source", ours.sourceIndex(), theirs.sources());
    IdIndex<Actor> actors = unite("actor", ours.actorIndex(), theirs.actors());
    IdIndex<Occasion> occasions = unite("occasion", ours.occasionIndex(), theirs.occasions());
    IdIndex<Proposition> propositions =
        unite("proposition", ours.propositionIndex(), theirs.propositions());
    IdIndex<Claim> claims = unite("claim", ours.claimIndex(), theirs.claims());
    if (!conflicts.isEmpty()) {
      throw new InvalidDossierException(conflicts);
    }
    Dossier merged = new Dossier(sources, actors, occasions, propositions, claims);
    DossierCheck.ofMore(merged, theirs).requireValid();
    return merged;
  }

  private <R extends DossierRecord> IdIndex<R> unite(
      String type, IdIndex<R> first, List<R> second) {
    Map<Integer, R> replacements = new LinkedHashMap<>();
    List<R> more = new ArrayList<>();
    for (R record : second) {
      int index = first.indexOf(record.id());
      if (index < 0) {
        more.add(record);
      } else {
        R our = first.records().get(index);
        R both = united(type, record.id(), our, record);
        if (both != our) {
          replacements.put(index, both);
        }
      }
    }
    return first.plus(replacements, more);
  }

  @SuppressWarnings("unchecked") // a claim united with a claim is a claim
  private <R> R united(String type, String id, R our, R their) {
    if (our.equals(their)) {
      return our;
    }
    if (our instanceof Claim a && their instanceof Claim b) {
      Optional<Claim> both = a.corroborated(b);
      if (both.isPresent()) {
        return (R) both.get();
      }
    }
    Object counterpart =
        our instanceof Claim a && their instanceof Claim b && a.speakers().equals(b.speakers())
            ? b.withEvidence(a.evidence())
            : their;
    String ourMembers = differing(our.toString(), counterpart.toString());
    String theirMembers = differing(counterpart.toString(), our.toString());
    conflicts.add(
        Problem.of(
            Problem.Code.CONFLICT,
            type,
            id,
            "",
            theirMembers,
            "%s %s: the two dossiers disagree on more than evidence: one has %s, the other %s; repeat the record unchanged, or give a correction its own id"
                .formatted(type, id, ourMembers, theirMembers)));
    return our;
  }

  /**
   * Returns the members of a record from the first to the last that differs from another record.
   */
  private static String differing(String record, String other) {
    int begin = Strings.commonPrefix(record, other).length();
    int start = Math.max(record.lastIndexOf(", ", begin - 1), record.lastIndexOf('{', begin - 1));
    int end = record.length() - Strings.commonSuffix(record, other).length();
    int stop = record.indexOf(", ", Math.max(end - 1, begin));
    String members = record.substring(start + 1, stop < 0 ? record.length() - 1 : stop).strip();
    return members.length() <= LONGEST
        ? members
        : members.substring(0, members.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }
}
