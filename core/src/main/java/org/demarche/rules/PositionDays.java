package org.demarche.rules;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.demarche.dossierindex.RowBits;

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
    NavigableSet<Integer> said = new TreeSet<>();
    NavigableSet<Integer> after = new TreeSet<>();
    NavigableSet<Integer> elsewhere = new TreeSet<>();
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
      elsewhere.addAll(Passing.daysElsewhere(rows));
      elsewhere.forEach(day -> after.add(day + 1));
    }
    after.addAll(rows.changesOfTerms());
    NavigableSet<Integer> all = new TreeSet<>(said);
    all.addAll(elsewhere);
    after.stream().filter(periods::contains).forEach(all::add);
    return new PositionDays(dates(said, view.asOf()), dates(all, view.asOf()));
  }

  private static boolean mayCount(VisibleRows rows, int row) {
    return !rows.isStranger(row)
        && switch (rows.ruling(row)) {
          case UNSUPERSEDED, POSSIBLY, LATER -> true;
          default -> false;
        };
  }

  private static ImmutableSortedSet<LocalDate> dates(NavigableSet<Integer> days, int asOf) {
    return days.headSet(asOf, true).stream()
        .map(LocalDate::ofEpochDay)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
