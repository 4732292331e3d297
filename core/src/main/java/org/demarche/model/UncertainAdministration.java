package org.demarche.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finding that a claim was made between two terms of office, or in a period in which the head
 * changed. No other claim is certainly of the same administration, so any organ can undo it.
 */
final class UncertainAdministration {
  private UncertainAdministration() {}

  /**
   * Describes why the administration on a date is uncertain.
   *
   * @param asserted the date
   * @param terms the terms of office that apply
   * @return a clause about the date, or empty if one head was in office throughout, or the date is
   *     outside all terms
   */
  static Optional<String> of(When asserted, List<TermOfOffice> terms) {
    LocalDate last = asserted.latest();
    LocalDate first = asserted.earliest().orElse(last);
    if (isWithinOne(first, last, terms)) {
      return Optional.empty();
    }
    List<LocalDate> bounds =
        terms.stream()
            .flatMap(term -> Stream.concat(Stream.of(term.from()), term.to().stream()))
            .filter(day -> day.isAfter(first) && !day.isAfter(last))
            .sorted()
            .toList();
    for (LocalDate day : bounds) {
      Optional<String> head = head(day, terms);
      if (head.isPresent() && !head.equals(head(day.minusDays(1), terms))) {
        return Optional.of("a period in which '" + head.get() + "' took office, on " + day);
      }
    }
    return head(last, terms).isPresent() ? Optional.empty() : gap(last, terms);
  }

  /** Returns whether one term has all of some days, and no other any of them: as nearly always. */
  private static boolean isWithinOne(LocalDate first, LocalDate last, List<TermOfOffice> terms) {
    boolean found = false;
    for (TermOfOffice term : terms) {
      LocalDate end = term.to().orElse(LocalDate.MAX);
      if (!term.from().isAfter(last) && end.isAfter(first)) {
        if (found || term.from().isAfter(first) || !end.isAfter(last)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** Returns who was in office on a day; an acting head comes before another. */
  private static Optional<String> head(LocalDate day, List<TermOfOffice> terms) {
    return terms.stream()
        .filter(term -> term.contains(day))
        .max(Comparator.comparing(TermOfOffice::isActing))
        .map(TermOfOffice::head);
  }

  private static Optional<String> gap(LocalDate day, List<TermOfOffice> terms) {
    Optional<LocalDate> end =
        terms.stream()
            .flatMap(term -> term.to().stream())
            .filter(to -> !to.isAfter(day))
            .max(Comparator.naturalOrder());
    Optional<LocalDate> start =
        terms.stream()
            .map(TermOfOffice::from)
            .filter(from -> from.isAfter(day))
            .min(Comparator.naturalOrder());
    return end.isPresent() && start.isPresent()
        ? Optional.of("between the terms that ended " + end.get() + " and began " + start.get())
        : Optional.empty();
  }
}
