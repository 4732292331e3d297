package org.demarche.dossierindex;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.index.DayRows;
import org.demarche.model.TermOfOffice;

/**
 * The administrations of a state, numbered in the order of time. A party without terms of office
 * has a single endless administration.
 */
public final class AdministrationIndex {
  static final AdministrationIndex NONE = new AdministrationIndex(List.of());

  /**
   * The number of no administration: an interval that does not lie in exactly one administration.
   */
  public static final int UNCERTAIN = -1;

  private final List<TermOfOffice> terms;
  private final int[] from;
  private final int[] to;

  AdministrationIndex(List<TermOfOffice> terms) {
    this.terms = terms.stream().sorted(Comparator.comparing(TermOfOffice::from)).toList();
    this.from = this.terms.stream().mapToInt(t -> EpochDays.of(t.from())).toArray();
    this.to =
        this.terms.stream()
            .mapToInt(t -> t.to().map(EpochDays::of).orElse(Integer.MAX_VALUE))
            .toArray();
  }

  /**
   * Returns the number of the administration in which a whole interval lies, or {@link #UNCERTAIN}.
   */
  public int during(int earliest, int latest) {
    int last = at(latest);
    if (last < 0) {
      return UNCERTAIN;
    }
    return earliest == DayRows.OPEN || at(earliest) == last ? last : UNCERTAIN;
  }

  /**
   * Returns the number of the administration in office on a day. For a day in a gap, returns a
   * negative number, which differs from gap to gap.
   */
  public int at(int day) {
    if (terms.isEmpty()) {
      return 0;
    }
    int at = Arrays.binarySearch(from, day);
    int begun = at >= 0 ? at : -at - 2;
    return begun >= 0 && day < to[begun] ? begun : -begun - 3;
  }

  /** Returns the days on which an administration takes or leaves office. */
  public List<Integer> changes() {
    return IntStream.concat(Arrays.stream(from), Arrays.stream(to)).boxed().toList();
  }

  /** Returns the term of office in which a day lies, if any. */
  public Optional<TermOfOffice> term(LocalDate day) {
    int at = at(EpochDays.of(day));
    return at < 0 || terms.isEmpty() ? Optional.empty() : Optional.of(terms.get(at));
  }
}
