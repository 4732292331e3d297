package org.demarche.rules;

import com.google.common.base.Suppliers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.answer.Known;
import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;
import org.demarche.index.GrowableIntArray;

/** The days on which the outcome of a position changes, or the condition on which it depends. */
public final class TimelineRules {
  private TimelineRules() {}

  /** An action on the entries of a timeline. */
  public interface TimelineAction {
    /** Performs the action on a day and the outcome from that day on. */
    void accept(LocalDate day, PositionOutcome outcome);
  }

  /**
   * Performs an action on each day, up to the as-of date of the view, on which the outcome changes,
   * or the condition on which the position depends.
   *
   * @param family the number of the head of a family
   */
  public static void timeline(
      EvidenceView view, int family, int proposition, TimelineAction action) {
    VisibleRows rows = VisibleRows.of(view, family, proposition);
    Supplier<OutlinedPositions> outlined =
        Suppliers.memoize(() -> OutlinedPositions.of(view, family, proposition));
    PossibleConditions conditions = new PossibleConditions(rows);
    PositionOutcome before = PositionOutcome.UNKNOWN;
    Optional<String> conditionBefore = Optional.empty();
    for (int epochDay : beginnings(rows)) {
      if (epochDay > view.asOf()) {
        break;
      }
      LocalDate day = LocalDate.ofEpochDay(epochDay);
      VisibleRows then = rows.at(epochDay);
      PositionOutcome outcome;
      Optional<String> condition = Optional.empty();
      if (conditions.hasAny() || OutcomeRules.isWeighedAnew(then)) {
        OutlinedPosition position = outlined.get().at(day);
        outcome = position.outcome();
        if (conditions.mayApply(epochDay, position.unsuperseded())) {
          condition = outlined.get().derived(day).known().flatMap(Known::condition);
        }
      } else {
        outcome = OutcomeRules.outcome(then);
      }
      if (outcome != before || !condition.equals(conditionBefore)) {
        action.accept(day, outcome);
        before = outcome;
        conditionBefore = condition;
      }
    }
  }

  /**
   * Returns, in order, the days on which the outcome may change: the last days of rows, and the
   * starts of spans; while a span runs, also the days on which it becomes newer than another row,
   * or an administration changes.
   */
  private static int[] beginnings(VisibleRows rows) {
    GrowableIntArray days = new GrowableIntArray();
    for (int row = 0; row < rows.dayRows().size(); row++) {
      int latest = rows.latest(row);
      if (row == 0 || latest > rows.latest(row - 1)) {
        days.add(latest);
        if (rows.dayRows().longestSpan() > 0) {
          days.add(latest + 1);
        }
      }
    }
    DayRows.Subset spans = rows.dayRows().spans();
    for (int i = 0; i < spans.size(); i++) {
      days.add(rows.earliest(spans.get(i)));
    }
    if (rows.dayRows().longestSpan() > 0) {
      rows.changesOfTerms().forEach(days::add);
    }
    if (rows.isWeighed()) {
      Passing.daysElsewhere(rows).forEach(days::add);
    }
    return Arrays.stream(days.toArray()).sorted().distinct().toArray();
  }
}
