package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.answer.History;
import org.demarche.answer.Position;
import org.demarche.model.When;

/**
 * The changes of a history by which the stance or its condition became another, or by which a party
 * first said itself what was implied or told by another state.
 */
final class StanceSteps {
  private static final ImmutableSet<Change.Label> OF_CONDITIONS =
      ImmutableSet.of(
          Change.Label.CONDITION_ADDED,
          Change.Label.CONDITION_NOT_REPEATED,
          Change.Label.CONDITION_CHANGED);

  private static final ImmutableSet<Change.Label> TURNS =
      ImmutableSet.<Change.Label>builder()
          .add(Change.Label.RETRACTED, Change.Label.NO_LONGER_IMPLIED, Change.Label.REVERSED)
          .add(Change.Label.WITHDRAWN, Change.Label.TAKEN)
          .addAll(OF_CONDITIONS)
          .build();

  private StanceSteps() {}

  /** Returns the changes, the first statement among them. */
  static ImmutableList<Change> of(History history) {
    return history.changes().stream()
        .filter(
            change ->
                hasNewStance(change)
                    || OF_CONDITIONS.contains(change.label())
                    || (isIndirect(change.before()) && !isIndirect(change.after())))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns whether a position went over to another stance or condition. */
  static boolean isTurn(Change change) {
    return TURNS.contains(change.label());
  }

  private static boolean hasNewStance(Change change) {
    return change.before().outcome() != change.after().outcome();
  }

  private static boolean isIndirect(Position position) {
    return position
        .known()
        .filter(known -> known.isImplied() || known.grade() == Grade.OTHER_SIDE)
        .isPresent();
  }

  /** Returns the change by which the stance that a history ends on was taken. */
  static Change last(History history) {
    return history.changes().stream()
        .filter(StanceSteps::hasNewStance)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Returns when a change took place: the date of the claim that brought it, or its day. */
  static When when(Change change) {
    LocalDate day = change.after().viewpoint().asOf();
    return cited(change).stream()
        .map(cited -> cited.claim().asserted())
        .filter(when -> !when.isThroughout() && when.latest().equals(day))
        .findFirst()
        .orElseGet(() -> When.on(day));
  }

  /** Returns the claims to cite for a change: those of the later position, if it has any. */
  static List<CitedClaim> cited(Change change) {
    return Stream.of(change.after(), change.before())
        .map(position -> position.headlines())
        .filter(claims -> !claims.isEmpty())
        .findFirst()
        .orElseGet(ImmutableList::of);
  }

  /** Returns the changes of a period, with the last one before it, from which it starts. */
  static List<Change> since(LocalDate first, List<Change> steps) {
    int before =
        (int)
            steps.stream().filter(step -> step.after().viewpoint().asOf().isBefore(first)).count();
    return steps.subList(Math.max(0, before - 1), steps.size());
  }
}
