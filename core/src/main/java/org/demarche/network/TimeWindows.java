package org.demarche.network;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Range;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableDoubleArray;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.suggestion.ShownValue;
import org.jspecify.annotations.Nullable;

/** The values of windows of time around each day, of the statements in the order of their days. */
final class TimeWindows {
  /** The values of the claims in a window around a day. */
  record Window(Range<LocalDate> days, LocalDate day, int claims, ImmutableDoubleArray values) {}

  private final CountedStatements counted;
  private final Function<StanceCounts, ImmutableDoubleArray> valuesOf;

  /** The statements in the order of their days, and these days. */
  private final int[] statements;

  private final int[] days;

  /** The places in that order at which a claim has its first statement. */
  private final BitSet firstOfClaims = new BitSet();

  private final int halfWidth;

  /**
   * Prepares the windows that fit into the range of the statements.
   *
   * @throws IllegalArgumentException if a window is shorter than a day or does not fit into the
   *     range of the statements
   */
  private TimeWindows(
      CountedStatements counted, int width, Function<StanceCounts, ImmutableDoubleArray> valuesOf) {
    this.counted = counted;
    this.valuesOf = valuesOf;
    long[] byDay = new long[counted.size()];
    Arrays.setAll(byDay, statement -> ((long) counted.day(statement) << Integer.SIZE) | statement);
    Arrays.sort(byDay);
    this.statements = Arrays.stream(byDay).mapToInt(key -> (int) key).toArray();
    this.days = Arrays.stream(byDay).mapToInt(key -> (int) (key >> Integer.SIZE)).toArray();
    BitSet seen = new BitSet();
    for (int i = 0; i < statements.length; i++) {
      int claim = counted.claim(statements[i]);
      firstOfClaims.set(i, !seen.get(claim));
      seen.set(claim);
    }
    this.halfWidth = halfWidth(width);
  }

  private int firstDay() {
    return days[0];
  }

  private int lastDay() {
    return days[days.length - 1];
  }

  /** Returns the number of days on either side of the middle of a window. */
  private int halfWidth(int width) {
    if (width < 1) {
      throw ShownValue.refused("a window of " + width + " days: give 1 or more");
    }
    if (days.length == 0) {
      throw ShownValue.refused("no claim counts, so there is no window of time");
    }
    int half = (int) Math.round((width - 1) / 2.0);
    if (firstDay() + 2L * half > lastDay()) {
      throw ShownValue.refused(
          "a window of %s days, with %s on either side of its middle, does not fit into the %s days from %s to %s: give fewer"
              .formatted(
                  width,
                  half,
                  lastDay() - firstDay() + 1,
                  LocalDate.ofEpochDay(firstDay()),
                  LocalDate.ofEpochDay(lastDay())));
    }
    return half;
  }

  private static Range<LocalDate> range(int first, int last) {
    return Range.closed(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
  }

  private Range<LocalDate> around(int day) {
    return range(day - halfWidth, day + halfWidth);
  }

  /** Returns the values of each window that fits into the range of the statements. */
  static Stream<Window> windows(
      CountedStatements counted, int days, Function<StanceCounts, ImmutableDoubleArray> valuesOf) {
    return Streams.stream(new TimeWindows(counted, days, valuesOf).new Moving());
  }

  /**
   * The windows as they move forward by one day. Counts are updated incrementally: statements that
   * leave the window are subtracted, and statements that enter it are added.
   */
  private final class Moving extends AbstractIterator<Window> {
    private final StanceCounts counts = new StanceCounts(counted);
    private Optional<ImmutableDoubleArray> previous = Optional.empty();
    private int day = firstDay() + halfWidth;
    private int entering;
    private int leaving;
    private int claims;

    @Override
    protected @Nullable Window computeNext() {
      if (day > lastDay() - halfWidth) {
        return endOfData();
      }
      for (; entering < days.length && days[entering] <= day + halfWidth; entering++) {
        count(entering, 1);
      }
      for (; days[leaving] < day - halfWidth; leaving++) {
        count(leaving, -1);
      }
      ImmutableDoubleArray values = previous.orElseGet(() -> valuesOf.apply(counts));
      previous = Optional.of(values); // reused for the next day if no statement enters or leaves
      int middle = day++;
      return new Window(around(middle), LocalDate.ofEpochDay(middle), claims, values);
    }

    private void count(int place, int weight) {
      previous = Optional.empty();
      counts.add(statements[place], weight);
      claims += firstOfClaims.get(place) ? weight : 0;
    }
  }

  /**
   * Returns the values of each such day, with statements weighted by their distance from it. A
   * statement counts by the square root of its weight, so that a pair of statements counts by the
   * square root of the product of their weights.
   */
  static Stream<Window> smoothed(
      CountedStatements counted,
      Kernel kernel,
      int days,
      Function<StanceCounts, ImmutableDoubleArray> valuesOf) {
    TimeWindows windows = new TimeWindows(counted, days, valuesOf);
    return IntStream.rangeClosed(
            windows.firstDay() + windows.halfWidth, windows.lastDay() - windows.halfWidth)
        .mapToObj(day -> windows.smoothed(kernel, days, day));
  }

  private Window smoothed(Kernel kernel, int width, int day) {
    StanceCounts counts = new StanceCounts(counted);
    int claims = 0;
    double weight = 0;
    int start = kernel.isBounded() ? placeOf(day - halfWidth) : 0;
    int end = kernel.isBounded() ? placeOf(day + halfWidth + 1) : days.length;
    for (int place = start; place < end; place++) {
      if (place == start || days[place] > days[place - 1]) {
        weight = kernel.weight(2.0 * (day - days[place]) / width);
      }
      if (weight > 0) {
        counts.add(statements[place], Math.sqrt(weight));
        claims += firstOfClaims.get(place) ? 1 : 0;
      }
    }
    Range<LocalDate> window = kernel.isBounded() ? around(day) : range(firstDay(), lastDay());
    return new Window(window, LocalDate.ofEpochDay(day), claims, valuesOf.apply(counts));
  }

  /** Returns the place of the first statement of a day or later. */
  private int placeOf(int day) {
    int from = 0;
    int to = days.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (days[middle] < day) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
