package org.demarche.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.index.DayRows;
import org.demarche.model.TermOfOffice;

/**
 * The administrations of a state, numbered in the order of time; a party without terms has a single
 * endless one.
 */
final class TermIndex {
  static final TermIndex NONE = new TermIndex(List.of());

  /** No one administration: the time of the claim reaches over more than one, or beyond all. */
  static final int UNCERTAIN = -1;

  private final List<TermOfOffice> terms;
  private final int[] from;
  private final int[] to;

  TermIndex(List<TermOfOffice> terms) {
    this.terms = terms.stream().sorted(Comparator.comparing(TermOfOffice::from)).toList();
    this.from = this.terms.stream().mapToInt(t -> DossierIndex.day(t.from())).toArray();
    this.to =
        this.terms.stream()
            .mapToInt(t -> t.to().map(DossierIndex::day).orElse(Integer.MAX_VALUE))
            .toArray();
  }

  /**
   * The number of the one administration in which the whole interval lies, or {@link #UNCERTAIN}.
   */
  int during(int earliest, int latest) {
    int last = at(latest);
    if (last < 0) {
      return UNCERTAIN;
    }
    return earliest == DayRows.OPEN || at(earliest) == last ? last : UNCERTAIN;
  }

  /**
   * The number of the administration in office on a day; below 0, another number for each gap,
   * where there was none.
   */
  int at(int day) {
    if (terms.isEmpty()) {
      return 0;
    }
    int at = Arrays.binarySearch(from, day);
    int begun = at >= 0 ? at : -at - 2;
    return begun >= 0 && day < to[begun] ? begun : -begun - 3;
  }

  /** The days on which an administration comes or goes. */
  List<Integer> turns() {
    return IntStream.concat(Arrays.stream(from), Arrays.stream(to)).boxed().toList();
  }

  /** The administration in office on a day. */
  Optional<TermOfOffice> term(LocalDate day) {
    int at = at(DossierIndex.day(day));
    return at < 0 || terms.isEmpty() ? Optional.empty() : Optional.of(terms.get(at));
  }
}
