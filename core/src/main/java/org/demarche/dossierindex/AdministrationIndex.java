package org.demarche.dossierindex;

import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.demarche.index.DayRows;
import org.demarche.model.TermOfOffice;

/**
 * The administrations of a state, an organisation or an organ, numbered in the order of time. The
 * adjoining terms of one head are one administration. Where the term of an acting head overlaps
 * another, the acting head's holds. Without terms of office there is a single endless
 * administration.
 */
public final class AdministrationIndex {
  static final AdministrationIndex NONE = new AdministrationIndex(List.of());

  /**
   * The number of no administration: an interval that does not lie in exactly one administration.
   */
  public static final int UNCERTAIN = -1;

  /** The administrations by number, with the adjoining terms of a head as one. */
  private final Map<Integer, TermOfOffice> joined = new HashMap<>();

  // The stretches of time in which one term holds, in order; they do not overlap.

  private final int[] from;
  private final int[] to;

  /** The number of the administration of each stretch. */
  private final int[] administration;

  private final boolean unbroken;

  AdministrationIndex(List<TermOfOffice> all) {
    List<TermOfOffice> inOrder =
        all.stream().sorted(Comparator.comparing(TermOfOffice::from)).toList();
    int[] numbers = numbers(inOrder);
    for (int i = 0; i < numbers.length; i++) {
      joined.merge(numbers[i], inOrder.get(i), AdministrationIndex::join);
    }
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    List<Integer> numbersOfStretches = new ArrayList<>();
    TreeSet<Integer> days = new TreeSet<>();
    inOrder.forEach(term -> days.addAll(List.of(EpochDays.of(term.from()), end(term))));
    for (int day : days) {
      int at = holding(inOrder, day);
      if (at >= 0) {
        starts.add(day);
        ends.add(days.higher(day));
        numbersOfStretches.add(numbers[at]);
      }
    }
    this.from = Ints.toArray(starts);
    this.to = Ints.toArray(ends);
    this.administration = Ints.toArray(numbersOfStretches);
    this.unbroken = findUnbroken();
  }

  private static int end(TermOfOffice term) {
    return term.to().map(EpochDays::of).orElse(Integer.MAX_VALUE);
  }

  /** Returns the number of the administration of each term. */
  private static int[] numbers(List<TermOfOffice> inOrder) {
    int[] numbers = new int[inOrder.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
      for (int before = 0; before < i; before++) {
        if (inOrder.get(before).head().equals(inOrder.get(i).head())
            && inOrder.get(before).to().equals(Optional.of(inOrder.get(i).from()))) {
          numbers[i] = numbers[before];
        }
      }
    }
    return numbers;
  }

  /** Returns the term that holds on a day: an acting head's, if there is one; -1 in a gap. */
  private static int holding(List<TermOfOffice> inOrder, int day) {
    int found = -1;
    for (int i = 0; i < inOrder.size(); i++) {
      TermOfOffice term = inOrder.get(i);
      if (EpochDays.of(term.from()) <= day && day < end(term) && (found < 0 || term.isActing())) {
        found = i;
      }
    }
    return found;
  }

  /** Returns whether there are no terms of office. */
  public boolean isEmpty() {
    return from.length == 0;
  }

  /** Returns whether each administration is one stretch of time, without another's in between. */
  public boolean isUnbroken() {
    return unbroken;
  }

  private boolean findUnbroken() {
    for (int i = 1; i < administration.length; i++) {
      int number = administration[i];
      if (number != administration[i - 1]
          && IntStream.range(0, i - 1).anyMatch(before -> administration[before] == number)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the number of the administration in which every day of an interval lies, or {@link
   * #UNCERTAIN}. An open start counts at the last day.
   */
  public int during(int earliest, int latest) {
    if (isEmpty()) {
      return 0;
    }
    int end = stretch(latest);
    if (end < 0 || latest >= to[end]) {
      return UNCERTAIN;
    }
    int last = administration[end];
    if (earliest == DayRows.OPEN || earliest >= from[end]) {
      return last;
    }
    int first = stretch(earliest);
    if (first < 0) {
      return UNCERTAIN;
    }
    for (int i = first; i <= end; i++) {
      if (administration[i] != last || (i > first && from[i] != to[i - 1])) {
        return UNCERTAIN;
      }
    }
    return earliest < to[first] ? last : UNCERTAIN;
  }

  /** Returns the stretch that begins last by a day, or -1. */
  private int stretch(int day) {
    int at = Arrays.binarySearch(from, day);
    return at >= 0 ? at : -at - 2;
  }

  /**
   * Returns the number of the administration in office on a day. For a day in a gap, returns a
   * negative number, which differs from gap to gap.
   */
  public int at(int day) {
    if (isEmpty()) {
      return 0;
    }
    int begun = stretch(day);
    return begun >= 0 && day < to[begun] ? administration[begun] : -begun - 3;
  }

  /** Returns the day on which the last term before a gap ended, or {@link DayRows#OPEN}. */
  public int sinceLastEnd(int day) {
    int begun = stretch(day);
    return begun < 0 ? DayRows.OPEN : to[begun];
  }

  /** Returns the days on which an administration takes or leaves office. */
  public List<Integer> changes() {
    return IntStream.concat(Arrays.stream(from), Arrays.stream(to)).boxed().toList();
  }

  /** Returns the term of office that holds on a day, with those of its head that adjoin it. */
  public Optional<TermOfOffice> term(LocalDate day) {
    int epochDay = EpochDays.of(day);
    int begun = stretch(epochDay);
    return begun >= 0 && epochDay < to[begun]
        ? Optional.ofNullable(joined.get(administration[begun]))
        : Optional.empty();
  }

  private static TermOfOffice join(TermOfOffice first, TermOfOffice next) {
    TermOfOffice both = TermOfOffice.of(first.head(), first.from());
    both = next.to().isPresent() ? both.until(next.to().get()) : both;
    return first.isActing() && next.isActing() ? both.acting() : both;
  }
}
