package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashSet;
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

  /**
   * The united records of one type.
   *
   * @param added the indexes of the records that were added or given again, once each, in order
   */
  private record United<R extends DossierRecord>(IdIndex<R> index, ImmutableIntArray added) {}

  /** Merges records into those of a dossier, and checks the result. */
  static DossierMerge merge(RecordIndexes ours, RecordLists theirs) {
    List<Problem> problems = new ArrayList<>();
    United<Source> sources = unite(RecordType.SOURCE, ours.sources(), theirs.sources(), problems);
    United<Actor> actors = unite(RecordType.ACTOR, ours.actors(), theirs.actors(), problems);
    United<Occasion> occasions =
        unite(RecordType.OCCASION, ours.occasions(), theirs.occasions(), problems);
    United<Proposition> propositions =
        unite(RecordType.PROPOSITION, ours.propositions(), theirs.propositions(), problems);
    United<Claim> claims = unite(RecordType.CLAIM, ours.claims(), theirs.claims(), problems);
    RecordIndexes merged =
        new RecordIndexes(
            sources.index(),
            actors.index(),
            occasions.index(),
            propositions.index(),
            OpenEnds.bounded(claims.index(), claims.added(), sources.index()));
    problems.addAll(
        DossierCheck.ofMore(
                merged,
                new DossierCheck.Selection(
                    sources.added(),
                    actors.added(),
                    occasions.added(),
                    propositions.added(),
                    claims.added()),
                coded(ours.claims().records(), claims))
            .found());
    return new DossierMerge(ours, theirs, merged, ImmutableList.copyOf(problems));
  }

  /** Returns the ids of the drafts that coded claims replaced. */
  private static Set<String> coded(List<Claim> ours, United<Claim> claims) {
    return claims.added().stream()
        .filter(index -> index < ours.size() && ours.get(index).isDraft())
        .mapToObj(claims.index().records()::get)
        .filter(claim -> !claim.isDraft())
        .map(Claim::id)
        .collect(Collectors.toSet());
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
  private static <R extends DossierRecord> United<R> unite(
      RecordType type, IdIndex<R> first, List<R> second, List<Problem> problems) {
    IdIndex.Additions<R> all = new IdIndex.Additions<>(first, second.size());
    ImmutableIntArray.Builder added = ImmutableIntArray.builder(second.size());
    Set<Integer> again = new HashSet<>();
    Map<Integer, R> refused = new LinkedHashMap<>();
    for (R record : second) {
      int size = all.size();
      int index = all.add(record);
      if (index == size) {
        added.add(index);
        continue;
      }
      if (index < first.records().size() && again.add(index)) {
        added.add(index);
      }
      R our = all.get(index);
      Optional<R> both = united(our, record);
      if (both.isEmpty()) {
        problems.add(conflict(type, our, record));
        refused.putIfAbsent(index, record);
      } else if (both.get() != our) {
        all.replace(index, both.get());
      }
    }
    refused.forEach(all::replace);
    return new United<>(all.index(), added.build());
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
