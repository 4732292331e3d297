package org.demarche.brief;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.demarche.Tracker;
import org.demarche.answer.Changes;
import org.demarche.suggestion.ShownValue;

/**
 * The changes since a day.
 *
 * @param first the first day on which something counts as new
 * @param all the changes of all parties, which are asked for once
 */
record News(LocalDate first, Supplier<Changes> all) {
  /**
   * Compares the positions on the day before with those of a tracker.
   *
   * @throws IllegalArgumentException if the day is after the tracker's date
   */
  static News since(LocalDate first, Tracker tracker) {
    LocalDate asOf = tracker.viewpoint().asOf();
    if (requireNonNull(first, "first").isAfter(asOf)) {
      throw ShownValue.refused(
          "nothing can be new since %s: the tracker looks from %s; choose a later day by asOf(…)"
              .formatted(first, asOf));
    }
    return new News(
        first, Suppliers.memoize(() -> tracker.asOf(first.minusDays(1)).changesTo(tracker)));
  }

  /** Returns the changes of a party, first statements among them. */
  Changes of(String party) {
    return all.get().party(party).shifts();
  }
}
