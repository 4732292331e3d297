package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addition of records to a dossier. Records with the same id must be equal, except that the
 * evidence of claims is united, and that a coded claim replaces a draft.
 */
final class DossierMerge {
  private static final int LONGEST = 300;

  private final RecordIndexes ours;
  private final RecordLists theirs;
  private final RecordIndexes merged;
  private final ImmutableList<Problem> problems;

  private DossierMerge(
      RecordIndexes ours,
      RecordLists theirs,
      RecordIndexes merged,
      ImmutableList<Problem> problems) {
    this.ours = ours;
    this.theirs = theirs;
    this.merged = merged;
    this.problems = problems;
  }

  /** Merges records into those of a dossier, and checks the result. */
  static DossierMerge merge(RecordIndexes ours, RecordLists theirs) {
    List<Problem> problems = new ArrayList<>();
    IdIndex<Source> sources = unite(RecordType.SOURCE, ours.sources(), theirs.sources(), problems);
    IdIndex<Actor> actors = unite(RecordType.ACTOR, ours.actors(), theirs.actors(), problems);
    IdIndex<Occasion> occasions =
        unite(RecordType.OCCASION, ours.occasions(), theirs.occasions(), problems);
    IdIndex<Proposition> propositions =
        unite(RecordType.PROPOSITION, ours.propositions(), theirs.propositions(), problems);
    IdIndex<Claim> claims = unite(RecordType.CLAIM, ours.claims(), theirs.claims(), problems);
    Stream<Claim> given =
        theirs.claims().stream().flatMap(claim -> claims.find(claim.id()).stream());
    RecordIndexes merged =
        new RecordIndexes(
            sources, actors, occasions, propositions, OpenEnds.bounded(given, claims, sources));
    Set<String> coded =
        theirs.claims().stream()
            .map(Claim::id)
            .filter(id -> isDraft(id, ours) && !isDraft(id, merged))
            .collect(Collectors.toSet());
    problems.addAll(DossierCheck.ofMore(merged, theirs, coded).found());
    return new DossierMerge(ours, theirs, merged, ImmutableList.copyOf(problems));
  }

  private static boolean isDraft(String id, RecordIndexes records) {
    return records.claims().find(id).filter(Claim::isDraft).isPresent();
  }

  /** Returns the errors and warnings of the records that were added, and those that they cause. */
  ImmutableList<Problem> problems() {
    return ImmutableList.<Problem>builder()
        .addAll(problems)
        .addAll(DossierCheck.revisionsOfMore(ours, merged, theirs))
        .build();
  }

  /**
   * Returns the merged records, or ours if nothing was added.
   *
   * @param more another problem of the merge
   * @throws InvalidDossierException if records conflict, the result is invalid, or there is another
   *     problem
   */
  RecordIndexes merged(Optional<Problem> more) {
    ImmutableList<Problem> errors =
        Stream.concat(more.stream(), problems.stream())
            .filter(problem -> !problem.isWarning())
            .collect(ImmutableList.toImmutableList());
    if (!errors.isEmpty()) {
      throw new InvalidDossierException(errors);
    }
    for (int type = 0; type < ours.inOrder().size(); type++) {
      if (ours.inOrder().get(type) != merged.inOrder().get(type)) {
        return merged;
      }
    }
    return ours;
  }

  /**
   * Unites the records of one type. A record that conflicts with ours takes its place, so that its
   * other problems are found too.
   */
  private static <R extends DossierRecord> IdIndex<R> unite(
      RecordType type, IdIndex<R> first, List<R> second, List<Problem> problems) {
    int size = first.records().size();
    Map<Integer, R> replacements = new LinkedHashMap<>();
    Map<Integer, R> refused = new LinkedHashMap<>();
    List<R> more = new ArrayList<>();
    Map<String, Integer> indexes = new HashMap<>();
    for (R record : second) {
      int index = first.indexOf(record.id());
      if (index < 0) {
        Integer earlier = indexes.putIfAbsent(record.id(), size + more.size());
        if (earlier == null) {
          more.add(record);
          continue;
        }
        index = earlier;
      }
      R our =
          index < size
              ? replacements.getOrDefault(index, first.records().get(index))
              : more.get(index - size);
      Optional<R> both = united(our, record);
      if (both.isEmpty()) {
        problems.add(conflict(type, our, record));
        refused.putIfAbsent(index, record);
      } else if (index >= size) {
        more.set(index - size, both.get());
      } else if (both.get() != our) {
        replacements.put(index, both.get());
      }
    }
    return first.plus(replacements, more).plus(refused, ImmutableList.of());
  }

  /**
   * Returns the united record, which is ours if it has all of theirs, or empty if they conflict.
   */
  @SuppressWarnings("unchecked") // a claim united with a claim is a claim
  private static <R extends DossierRecord> Optional<R> united(R our, R their) {
    if (our.equals(their)) {
      return Optional.of(our);
    }
    return our instanceof Claim a && their instanceof Claim b
        ? a.corroborated(b).map(both -> both.equals(our) ? our : (R) both)
        : Optional.empty();
  }

  private static Problem conflict(RecordType type, DossierRecord our, DossierRecord their) {
    String ourMembers = differing(our, their);
    String theirMembers = differing(their, our);
    return Problem.of(
        Problem.Code.CONFLICT,
        type.toString(),
        our.id(),
        "",
        theirMembers,
        "%s %s: the two records disagree on more than evidence: one has %s, the other %s; repeat the record unchanged, or give a correction its own id"
            .formatted(type, our.id(), ourMembers, theirMembers));
  }

  /** Returns the members in which a record differs from another, except evidence. */
  private static String differing(DossierRecord record, DossierRecord other) {
    return RecordMembers.differing(record, other).entrySet().stream()
        .filter(member -> !member.getKey().equals("evidence"))
        .map(member -> member.getKey() + "=" + abridged(member.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String abridged(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
