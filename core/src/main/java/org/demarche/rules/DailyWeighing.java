package org.demarche.rules;

import java.util.BitSet;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The claims that carry a position as of one day after another. The claims of a day are weighed
 * from what stood on the day before, unless something was taken back in between, or no longer passed
 * on.
 */
final class DailyWeighing {
  private final VisibleRows rows;

  /** The days on which what counts may change although nothing is said. */
  private final NavigableSet<Integer> elsewhere;

  private Optional<Weighing> before = Optional.empty();

  DailyWeighing(VisibleRows rows) {
    this.rows = rows;
    this.elsewhere = Passing.daysElsewhere(rows);
  }

  VisibleRows rows() {
    return rows;
  }

  /** Finds the rows that no other supersedes or outweighs as of a day. */
  BitSet unsuperseded(int day) {
    VisibleRows then = rows.at(day);
    if (!rows.isWeighed()) {
      return CarryingClaims.unsuperseded(then);
    }
    Weighing weighing =
        before
            .filter(earlier -> lasts(earlier.asOf(), day))
            .flatMap(earlier -> earlier.continued(then))
            .orElseGet(() -> Weighing.ofStances(then));
    before = Optional.of(weighing);
    return weighing.unsuperseded();
  }

  private boolean lasts(int from, int day) {
    return from <= day && elsewhere.subSet(from, false, day, true).isEmpty();
  }
}
