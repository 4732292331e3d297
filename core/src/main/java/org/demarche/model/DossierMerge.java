package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The addition of records to a dossier. Records with the same id must be equal, except that the
 * evidence of claims is united.
 */
final class DossierMerge {
  private static final int LONGEST = 300;

  private final RecordIndexes ours;
  private final RecordIndexes merged;
  private final ImmutableList<Problem> problems;

  private DossierMerge(RecordIndexes ours, RecordIndexes merged, ImmutableList<Problem> problems) {
    this.ours = ours;
    this.merged = merged;
    this.problems = problems;
  }

  /** Merges records into those of a dossier, and checks the result. */
  static DossierMerge merge(RecordIndexes ours, RecordLists theirs) {
    List<Problem> problems = new ArrayList<>();
    RecordIndexes merged =
        new RecordIndexes(
            unite(RecordType.SOURCE, ours.sources(), theirs.sources(), problems),
            unite(RecordType.ACTOR, ours.actors(), theirs.actors(), problems),
            unite(RecordType.OCCASION, ours.occasions(), theirs.occasions(), problems),
            unite(RecordType.PROPOSITION, ours.propositions(), theirs.propositions(), problems),
            unite(RecordType.CLAIM, ours.claims(), theirs.claims(), problems));
    problems.addAll(DossierCheck.ofMore(merged, theirs).found());
    return new DossierMerge(ours, merged, ImmutableList.copyOf(problems));
  }

  /** Returns the errors and warnings of the records that were added. */
  ImmutableList<Problem> problems() {
    return problems;
  }

  /**
   * Returns the merged records, or ours if nothing was added.
   *
   * @throws InvalidDossierException if records conflict, or the result is invalid
   */
  RecordIndexes merged() {
    ImmutableList<Problem> errors =
        problems.stream()
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

  private static <R extends DossierRecord> IdIndex<R> unite(
      RecordType type, IdIndex<R> first, List<R> second, List<Problem> problems) {
    Map<Integer, R> replacements = new LinkedHashMap<>();
    List<R> more = new ArrayList<>();
    Map<String, Integer> indexes = new HashMap<>();
    for (R record : second) {
      int index = first.indexOf(record.id());
      if (index >= 0) {
        R our = first.records().get(index);
        R both = united(type, replacements.getOrDefault(index, our), record, problems);
        if (both != our) {
          replacements.put(index, both);
        }
        continue;
      }
      Integer earlier = indexes.putIfAbsent(record.id(), more.size());
      if (earlier == null) {
        more.add(record);
      } else {
        more.set(earlier, united(type, more.get(earlier), record, problems));
      }
    }
    return first.plus(replacements, more);
  }

  @SuppressWarnings("unchecked") // a claim united with a claim is a claim
  private static <R extends DossierRecord> R united(
      RecordType type, R our, R their, List<Problem> problems) {
    if (our.equals(their)) {
      return our;
    }
    if (our instanceof Claim a && their instanceof Claim b) {
      Optional<Claim> both = a.corroborated(b);
      if (both.isPresent()) {
        return both.get().equals(our) ? our : (R) both.get();
      }
    }
    String ourMembers = differing(our, their);
    String theirMembers = differing(their, our);
    problems.add(
        Problem.of(
            Problem.Code.CONFLICT,
            type.toString(),
            our.id(),
            "",
            theirMembers,
            "%s %s: the two records disagree on more than evidence: one has %s, the other %s; repeat the record unchanged, or give a correction its own id"
                .formatted(type, our.id(), ourMembers, theirMembers)));
    return our;
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
