package org.demarche.picture;

import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedSet;

/**
 * The places of days on a line from 0 to 1.
 *
 * <p>From one turn to the next it advances by ln(1 + d), where d is the number of days between
 * them: turns that follow each other closely stay apart, and years without a turn take little room.
 * On a linear axis it advances by d.
 */
final class TimeAxis {
  private final ImmutableSortedMap<LocalDate, Double> places;

  private TimeAxis(ImmutableSortedMap<LocalDate, Double> places) {
    this.places = places;
  }

  /** Creates an axis of turns, of which there must be one at least. */
  static TimeAxis of(SortedSet<LocalDate> turns, boolean isLinear) {
    ImmutableSortedMap.Builder<LocalDate, Double> steps = ImmutableSortedMap.naturalOrder();
    double length = 0;
    LocalDate before = turns.first();
    for (LocalDate turn : turns) {
      length += step(before, turn, isLinear);
      steps.put(turn, length);
      before = turn;
    }
    ImmutableSortedMap<LocalDate, Double> places = steps.buildOrThrow();
    if (length == 0) {
      return new TimeAxis(places);
    }
    ImmutableSortedMap.Builder<LocalDate, Double> scaled = ImmutableSortedMap.naturalOrder();
    for (Map.Entry<LocalDate, Double> place : places.entrySet()) {
      scaled.put(place.getKey(), place.getValue() / length);
    }
    return new TimeAxis(scaled.buildOrThrow());
  }

  private static double step(LocalDate from, LocalDate to, boolean isLinear) {
    double days = (double) ChronoUnit.DAYS.between(from, to);
    return isLinear ? days : Math.log1p(days);
  }

  SortedSet<LocalDate> turns() {
    return places.keySet();
  }

  LocalDate first() {
    return places.firstKey();
  }

  LocalDate last() {
    return places.lastKey();
  }

  /** Returns the place of a day; a day outside the axis is at its nearer end. */
  double place(LocalDate day) {
    Map.Entry<LocalDate, Double> below = places.floorEntry(day);
    Map.Entry<LocalDate, Double> above = places.ceilingEntry(day);
    if (below == null) {
      return 0;
    }
    if (above == null || above.getKey().equals(below.getKey())) {
      return below.getValue();
    }
    double share =
        (double) ChronoUnit.DAYS.between(below.getKey(), day)
            / ChronoUnit.DAYS.between(below.getKey(), above.getKey());
    return below.getValue() + share * (above.getValue() - below.getValue());
  }
}
