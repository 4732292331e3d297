package org.demarche.rules;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import org.demarche.dossierindex.RowBits;
import org.demarche.index.GrowableIntArray;

/**
 * The days up to the as-of date on which a position may change.
 *
 * @param said the days on which a claim begins to count: its latest day, or the first of its period
 * @param all the days in {@code said}, and those on which claims are taken back or may no longer
 *     pass on; while a period runs, also the days from which the period is newer than another
 *     claim, and the days on which administrations change
 */
public record PositionDays(ImmutableSortedSet<LocalDate> said, ImmutableSortedSet<LocalDate> all) {

  /** Finds the days of a party's position on a proposition. */
  public static PositionDays of(EvidenceView view, int party, int proposition) {
    VisibleRows rows = VisibleRows.of(view, party, proposition);
    GrowableIntArray said = new GrowableIntArray();
    GrowableIntArray after = new GrowableIntArray();
    Set<Integer> elsewhere = Set.of();
    RangeSet<Integer> periods = TreeRangeSet.create();
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (mayCount(rows, row)) {
        int latest = rows.latest(row);
        said.add(latest);
        after.add(latest + 1);
        if (rows.has(row, RowBits.SPAN)) {
          said.add(rows.earliest(row));
          periods.add(Range.closed(rows.earliest(row), latest));
        }
      }
    }
    if (rows.isWeighed()) {
      elsewhere = Passing.daysElsewhere(rows);
      elsewhere.forEach(day -> after.add(day + 1));
    }
    rows.changesOfTerms().forEach(after::add);
    int[] saidOn = inOrder(IntStream.of(said.toArray()), view.asOf());
    IntStream others =
        IntStream.concat(
            elsewhere.stream().mapToInt(Integer::intValue),
            Arrays.stream(inOrder(IntStream.of(after.toArray()), view.asOf()))
                .filter(periods::contains));
    return new PositionDays(
        dates(saidOn), dates(inOrder(IntStream.concat(IntStream.of(saidOn), others), view.asOf())));
  }

  private static int[] inOrder(IntStream days, int asOf) {
    return days.filter(day -> day <= asOf).sorted().distinct().toArray();
  }

  private static boolean mayCount(VisibleRows rows, int row) {
    return !rows.isStranger(row)
        && switch (rows.ruling(row)) {
          case UNSUPERSEDED, POSSIBLY, LATER -> true;
          default -> false;
        };
  }

  private static ImmutableSortedSet<LocalDate> dates(int... days) {
    return Arrays.stream(days)
        .mapToObj(LocalDate::ofEpochDay)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
