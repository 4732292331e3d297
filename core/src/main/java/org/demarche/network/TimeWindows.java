package org.demarche.network;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.answer.Network;
import org.jspecify.annotations.Nullable;

/**
 * Statements seen through windows that move on by a day: what leaves is taken away, and what enters
 * is added.
 */
final class TimeWindows extends AbstractIterator<NetworkWindow> {
  private final ImmutableList<CountedStatements.Statement> all;
  private final StanceCounts counts;
  private final Function<StanceCounts, Network> network;
  private final Map<Integer, Integer> claims = new HashMap<>();
  private final int half;
  private final int last;
  private Optional<Network> before = Optional.empty();
  private int day;
  private int entering;
  private int leaving;

  private TimeWindows(
      CountedStatements statements, int days, Function<StanceCounts, Network> network) {
    this.all = statements.all;
    this.counts = new StanceCounts(statements);
    this.network = network;
    this.half = half(statements, days);
    this.day = all.get(0).day() + half;
    this.last = all.get(all.size() - 1).day() - half;
  }

  /** Half of a window, checked to be one. */
  private static int half(CountedStatements statements, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("a window of " + days + " days: give 1 or more");
    }
    if (statements.all.isEmpty()) {
      throw new IllegalArgumentException("there are no claims to see through a window");
    }
    int first = statements.all.get(0).day();
    int last = statements.all.get(statements.all.size() - 1).day();
    int half = (int) Math.round((days - 1) / 2.0);
    if (first + 2L * half > last) {
      throw new IllegalArgumentException(
          "a window of %d days, %d on either side of one, does not fit into the %d days from %s to %s: give fewer"
              .formatted(
                  days,
                  half,
                  last - first + 1,
                  LocalDate.ofEpochDay(first),
                  LocalDate.ofEpochDay(last)));
    }
    return half;
  }

  /** The network of each window of some days that fits into the range of the statements. */
  static Stream<NetworkWindow> windows(
      CountedStatements statements, int days, Function<StanceCounts, Network> network) {
    return Streams.stream(new TimeWindows(statements, days, network));
  }

  @Override
  protected @Nullable NetworkWindow computeNext() {
    if (day > last) {
      return endOfData();
    }
    for (; entering < all.size() && all.get(entering).day() <= day + half; entering++) {
      before = Optional.empty();
      counts.add(all.get(entering), 1);
      claims.merge(all.get(entering).claim(), 1, Integer::sum);
    }
    for (; all.get(leaving).day() < day - half; leaving++) {
      before = Optional.empty();
      counts.add(all.get(leaving), -1);
      claims.merge(all.get(leaving).claim(), -1, (a, b) -> a + b == 0 ? null : a + b);
    }
    Network now = before.orElseGet(() -> network.apply(counts));
    before = Optional.of(now); // and again tomorrow, if nothing comes or goes
    return new NetworkWindow(
        LocalDate.ofEpochDay(day - half),
        LocalDate.ofEpochDay(day),
        LocalDate.ofEpochDay(day++ + half),
        claims.size(),
        now);
  }

  /**
   * The network at each day at which such a window would stand, statements weighted by nearness.
   */
  static Stream<NetworkWindow> smoothed(
      CountedStatements statements,
      Kernel kernel,
      int days,
      Function<StanceCounts, Network> network) {
    int half = half(statements, days);
    int first = statements.all.get(0).day();
    int last = statements.all.get(statements.all.size() - 1).day();
    return Stream.iterate(first + half, day -> day <= last - half, day -> day + 1)
        .map(
            day -> {
              StanceCounts counts = new StanceCounts(statements);
              Map<Integer, Integer> claims = new HashMap<>();
              for (CountedStatements.Statement statement : statements.all) {
                double weight = kernel.weight(2.0 * (day - statement.day()) / days);
                if (weight > 0) {
                  counts.add(statement, Math.sqrt(weight));
                  claims.put(statement.claim(), 1);
                }
              }
              return new NetworkWindow(
                  LocalDate.ofEpochDay(kernel.isBounded() ? day - half : first),
                  LocalDate.ofEpochDay(day),
                  LocalDate.ofEpochDay(kernel.isBounded() ? day + half : last),
                  claims.size(),
                  network.apply(counts));
            });
  }
}
