package org.demarche.rules;

import com.google.common.primitives.ImmutableIntArray;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The claims that carry a position as of one day after another. The claims of a day are weighed
 * from what stood on the day before, unless something was taken back in between or passes on in
 * another way, or an administration changed while a span ran.
 */
final class DailyWeighing {
  private final VisibleRows rows;

  /** The days on which what was said before may count in another way. */
  private final NavigableSet<Integer> elsewhere;

  private Passing passing;

  private Optional<Weighing> before = Optional.empty();

  DailyWeighing(VisibleRows rows) {
    this.rows = rows;
    this.elsewhere = Passing.daysElsewhere(rows);
    this.passing = Passing.of(rows);
    if (rows.dayRows().longestSpan() > 0) {
      elsewhere.addAll(rows.changesOfTerms());
    }
  }

  VisibleRows rows() {
    return rows;
  }

  /** Finds the rows that no other supersedes or outweighs as of a day, in order. */
  ImmutableIntArray unsuperseded(int day) {
    VisibleRows then = rows.at(day);
    if (!rows.isWeighed()) {
      return ImmutableIntArray.copyOf(CarryingClaims.unsuperseded(then).stream());
    }
    Weighing weighing =
        before
            .filter(earlier -> lasts(earlier.asOf(), day))
            .map(earlier -> earlier.continued(then))
            .orElseGet(() -> Weighing.ofStances(then, passing(day)));
    before = Optional.of(weighing);
    return weighing.unsupersededInOrder();
  }

  /** Returns what passes on as of a day. */
  Passing passing(int day) {
    if (passing.asOf() != day) {
      passing = passing.at(day);
    }
    return passing;
  }

  private boolean lasts(int from, int day) {
    return from <= day && elsewhere.subSet(from, false, day, true).isEmpty();
  }
}
