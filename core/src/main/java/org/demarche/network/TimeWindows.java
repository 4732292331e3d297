package org.demarche.network;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableDoubleArray;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of windows that move forward by one day. Counts are updated incrementally: statements
 * that leave the window are subtracted, and statements that enter it are added.
 */
final class TimeWindows extends AbstractIterator<TimeWindows.Window> {
  /** The values of the claims in a window around a day. */
  record Window(Range<LocalDate> days, LocalDate day, int claims, ImmutableDoubleArray values) {}

  private final ImmutableList<CountedStatements.Statement> statements;
  private final StanceCounts counts;
  private final Function<StanceCounts, ImmutableDoubleArray> valuesOf;
  private final Map<Integer, Integer> statementsOfClaim = new HashMap<>();
  private final int halfWidth;
  private final int lastDay;
  private Optional<ImmutableDoubleArray> previous = Optional.empty();
  private int day;
  private int entering;
  private int leaving;

  private TimeWindows(
      CountedStatements counted, int days, Function<StanceCounts, ImmutableDoubleArray> valuesOf) {
    this.statements = counted.statements;
    this.counts = new StanceCounts(counted);
    this.valuesOf = valuesOf;
    this.halfWidth = halfWidth(counted, days);
    this.day = firstDay(counted) + halfWidth;
    this.lastDay = lastDay(counted) - halfWidth;
  }

  private static int firstDay(CountedStatements counted) {
    return counted.statements.get(0).day();
  }

  private static int lastDay(CountedStatements counted) {
    return counted.statements.get(counted.statements.size() - 1).day();
  }

  /**
   * Returns the number of days on either side of the middle of a window.
   *
   * @throws IllegalArgumentException if the window is shorter than a day or does not fit into the
   *     range of the statements
   */
  private static int halfWidth(CountedStatements counted, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("a window of " + days + " days: give 1 or more");
    }
    if (counted.statements.isEmpty()) {
      throw new IllegalArgumentException("no claim counts, so there is no window of time");
    }
    int first = firstDay(counted);
    int last = lastDay(counted);
    int halfWidth = (int) Math.round((days - 1) / 2.0);
    if (first + 2L * halfWidth > last) {
      throw new IllegalArgumentException(
          "a window of %d days, with %d on either side of its middle, does not fit into the %d days from %s to %s: give fewer"
              .formatted(
                  days,
                  halfWidth,
                  last - first + 1,
                  LocalDate.ofEpochDay(first),
                  LocalDate.ofEpochDay(last)));
    }
    return halfWidth;
  }

  /** Returns the values of each window that fits into the range of the statements. */
  static Stream<Window> windows(
      CountedStatements counted, int days, Function<StanceCounts, ImmutableDoubleArray> valuesOf) {
    return Streams.stream(new TimeWindows(counted, days, valuesOf));
  }

  @Override
  protected @Nullable Window computeNext() {
    if (day > lastDay) {
      return endOfData();
    }
    for (;
        entering < statements.size() && statements.get(entering).day() <= day + halfWidth;
        entering++) {
      previous = Optional.empty();
      counts.add(statements.get(entering), 1);
      statementsOfClaim.merge(statements.get(entering).claim(), 1, Integer::sum);
    }
    for (; statements.get(leaving).day() < day - halfWidth; leaving++) {
      previous = Optional.empty();
      counts.add(statements.get(leaving), -1);
      statementsOfClaim.merge(
          statements.get(leaving).claim(), -1, (a, b) -> a + b == 0 ? null : a + b);
    }
    ImmutableDoubleArray values = previous.orElseGet(() -> valuesOf.apply(counts));
    previous = Optional.of(values); // reused for the next day if no statement enters or leaves
    int middle = day++;
    return new Window(
        days(middle - halfWidth, middle + halfWidth),
        LocalDate.ofEpochDay(middle),
        statementsOfClaim.size(),
        values);
  }

  /** Returns the values of each such day, with statements weighted by their distance from it. */
  static Stream<Window> smoothed(
      CountedStatements counted,
      Kernel kernel,
      int days,
      Function<StanceCounts, ImmutableDoubleArray> valuesOf) {
    int halfWidth = halfWidth(counted, days);
    int first = firstDay(counted);
    int last = lastDay(counted);
    return Stream.iterate(first + halfWidth, day -> day <= last - halfWidth, day -> day + 1)
        .map(
            day -> {
              StanceCounts counts = new StanceCounts(counted);
              int claims = counts.addWeighted(kernel, day, days);
              return new Window(
                  kernel.isBounded() ? days(day - halfWidth, day + halfWidth) : days(first, last),
                  LocalDate.ofEpochDay(day),
                  claims,
                  valuesOf.apply(counts));
            });
  }

  private static Range<LocalDate> days(int first, int last) {
    return Range.closed(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
  }
}
