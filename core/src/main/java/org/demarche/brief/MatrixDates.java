package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.answer.History;

/**
 * The dates of the matrix of a brief, which show most of the stances that were held in turn.
 *
 * @param first the first day of the brief
 * @param last its last day
 * @param stances the days of each stance in that time, from the day on which it was taken
 */
record MatrixDates(LocalDate first, LocalDate last, ImmutableList<Range<LocalDate>> stances) {
  /** The number of columns up to which there may be more dates than {@link #MOST_DATES}. */
  private static final int MOST_COLUMNS = 8;

  private static final int MOST_DATES = 4;

  /** Reads the stances of a period from the histories of positions. */
  static MatrixDates of(List<History> histories, LocalDate first, LocalDate last) {
    ImmutableList.Builder<Range<LocalDate>> stances = ImmutableList.builder();
    for (History history : histories) {
      List<LocalDate> days = new ArrayList<>();
      history.changes().stream()
          .filter(change -> change.label().isShift())
          .map(change -> change.after().viewpoint().asOf())
          .forEach(day -> days.add(day.isBefore(first) ? first : day));
      days.add(last.plusDays(1));
      for (int i = 1; i < days.size(); i++) {
        if (days.get(i - 1).isBefore(days.get(i))) {
          stances.add(Range.closedOpen(days.get(i - 1), days.get(i)));
        }
      }
    }
    return new MatrixDates(first, last, stances.build());
  }

  /**
   * Returns the last day, and before it the days on which most stances were held that no other date
   * shows; without any, the first day and the last.
   */
  ImmutableList<LocalDate> showingMost(int parties) {
    int most = Math.max(MOST_DATES, MOST_COLUMNS / parties);
    TreeSet<LocalDate> dates = new TreeSet<>(Set.of(last));
    List<Range<LocalDate>> unseen = new ArrayList<>(stances);
    unseen.removeIf(held -> held.contains(last));
    while (!unseen.isEmpty() && dates.size() < most) {
      LocalDate day = busiest(unseen);
      dates.add(day);
      unseen.removeIf(held -> held.contains(day));
    }
    if (dates.size() == 1) {
      dates.add(first);
    }
    return ImmutableList.copyOf(dates);
  }

  /** Returns the first day on which most stances were held. */
  private static LocalDate busiest(Collection<Range<LocalDate>> stances) {
    TreeMap<LocalDate, Integer> changes = new TreeMap<>();
    for (Range<LocalDate> held : stances) {
      changes.merge(held.lowerEndpoint(), 1, Integer::sum);
      changes.merge(held.upperEndpoint(), -1, Integer::sum);
    }
    LocalDate busiest = changes.firstKey();
    int held = 0;
    int most = 0;
    for (Map.Entry<LocalDate, Integer> change : changes.entrySet()) {
      held += change.getValue();
      if (held > most) {
        most = held;
        busiest = change.getKey();
      }
    }
    return busiest;
  }

  /** Returns some dates with what happened on them, in a sentence. */
  String told(List<LocalDate> dates) {
    return dates.stream()
        .map(this::told)
        .collect(Collectors.joining("; ", dates.size() == 1 ? "The date: " : "The dates: ", "."));
  }

  private String told(LocalDate date) {
    if (date.equals(first) || date.equals(last)) {
      return date + ", the " + (date.equals(last) ? "last" : "first") + " day";
    }
    long taken = stances.stream().filter(held -> held.lowerEndpoint().equals(date)).count();
    return switch ((int) Math.min(taken, 2)) {
      case 0 -> date.toString();
      case 1 -> date + ", when one position was taken or changed";
      default -> "%s, when %s positions were taken or changed".formatted(date, taken);
    };
  }
}
