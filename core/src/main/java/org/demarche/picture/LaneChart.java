package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contents of a picture of lanes over time.
 *
 * @param governments the terms of heads that are named above the lanes
 * @param end the last day of the axis
 * @param note a sentence on how the lanes were read; may be empty
 */
record LaneChart(
    String title,
    ImmutableList<Lane.Group> groups,
    ImmutableList<Lane.Government> governments,
    LocalDate end,
    boolean isLinear,
    String note) {
  /** The largest number of ids that a label lists. */
  private static final int MOST_IDS = 12;

  /** Returns the picture in the layout of a page or a slide. */
  String svg() {
    return new LaneDrawing(this, Layout.WIDE).svg();
  }

  /** Returns a picture for each group, with an axis of its own, in the layout of a phone. */
  ImmutableList<String> narrow() {
    return groups.stream()
        .map(
            group ->
                new LaneChart(title, ImmutableList.of(group), governments, end, isLinear, note))
        .map(chart -> new LaneDrawing(chart, Layout.NARROW).svg())
        .collect(ImmutableList.toImmutableList());
  }

  Stream<Lane> lanes() {
    return groups.stream().flatMap(group -> group.lanes().stream());
  }

  /** Returns the axis, which is divided on the days on which bands and claims begin or end. */
  TimeAxis axis() {
    NavigableSet<LocalDate> turns = new TreeSet<>();
    lanes().flatMap(Lane::days).forEach(turns::add);
    turns.add(end);
    return TimeAxis.of(turns.headSet(end, true), isLinear);
  }

  /** Returns the kinds of bands that occur, in the order of their declaration. */
  ImmutableSortedSet<Kind> kinds() {
    return lanes()
        .flatMap(lane -> lane.bands().stream())
        .map(Lane.Band::kind)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Kind::compareTo));
  }

  boolean isAnyInherited() {
    return lanes().flatMap(lane -> lane.bands().stream()).anyMatch(Lane.Band::isInherited);
  }

  /** Returns the terms of a government that overlap the axis. */
  static ImmutableList<Lane.Term> termsOn(TimeAxis axis, List<Lane.Term> terms) {
    return terms.stream()
        .filter(term -> !term.from().isAfter(axis.last()))
        .filter(term -> term.to().filter(to -> !to.isAfter(axis.first())).isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns a name as labels have it, which repeat it for each band. */
  static String shortened(String name) {
    int most = 80;
    return name.codePointCount(0, name.length()) <= most
        ? name
        : name.substring(0, name.offsetByCodePoints(0, most)) + "…";
  }

  /** Returns ids as a label lists them; the tables have all of them. */
  static String listed(List<String> ids) {
    String first = ids.stream().limit(MOST_IDS).collect(Collectors.joining(", "));
    return ids.size() <= MOST_IDS ? first : first + " and %s more".formatted(ids.size() - MOST_IDS);
  }

  /** Returns the days of a mark in words. */
  static String days(Optional<LocalDate> earliest, LocalDate day) {
    if (earliest.equals(Optional.of(day))) {
      return day.toString();
    }
    return earliest.map(first -> "from " + first + " to ").orElse("not later than ") + day;
  }
}
