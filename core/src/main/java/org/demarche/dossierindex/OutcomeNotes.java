package org.demarche.dossierindex;

import com.google.common.base.Suppliers;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;
import org.demarche.index.RowStore;

/**
 * The outcomes of rows that have to be weighed. Those of a cell are noted with its rows once many
 * were asked for. Until then, each is derived.
 *
 * <p>Several threads may note the outcomes of one cell, and others read them meanwhile, also in
 * indexes that share the rows: a row has no outcome, or the one that everybody would note.
 */
final class OutcomeNotes {
  // In a cell of very many rows, only the newest outcomes are noted again when claims are added: a
  // number for each claim that may alter them, up to a limit. Older outcomes are then derived when
  // they are asked for.

  private static final int NOTED_AGAIN = 64;
  private static final int MOST_NOTED_AGAIN = 2048;

  /**
   * In a cell of more rows than this, outcomes are noted once so many were asked for: to weigh so
   * many takes about as long as to note all, for which each row is compared with few others.
   */
  private static final int MOST_ASKED = 16;

  private final RowStore rows;
  private final Supplier<WeighedOutcomes> outcomes;

  /**
   * Creates notes.
   *
   * @param rows the rows with which outcomes are noted; those of a cell are complete once they are
   * @param outcomes returns the function that computes outcomes, once the index is complete
   */
  OutcomeNotes(RowStore rows, Supplier<WeighedOutcomes> outcomes) {
    this.rows = rows;
    this.outcomes = Suppliers.memoize(outcomes::get);
  }

  /** Notes the outcomes of all families, in parallel. */
  void noteAll() {
    IntStream.range(0, rows.firstKeyBound())
        .parallel()
        .forEach(family -> rows.forEach(family, (proposition, cell) -> note(family, cell)));
  }

  /** Notes the outcomes of a cell of a family once many were asked for, or one for each row. */
  void asked(int family, DayRows cell) {
    if (cell.countAsked() >= Math.min(cell.size(), MOST_ASKED)) {
      note(family, cell);
    }
  }

  private void note(int family, DayRows cell) {
    if (!cell.isComplete()) {
      note(family, cell, DayRows.OPEN + 1, cell.size());
      cell.setComplete();
    }
  }

  /**
   * Notes again the outcomes that some claims alter, where they were noted. The rows of these cells
   * must not be published yet.
   *
   * @param before the rows before; a cell that shares them is not altered
   */
  void noteAgain(RowStore before, Altered altered) {
    altered.forEach(
        (family, proposition, extent) -> {
          if (!rows.shares(before, family, proposition)) {
            DayRows cell = rows.rows(family, proposition);
            note(family, cell, extent.day(), cell.isComplete() ? extent.notedAgain() : 0);
          }
        });
  }

  /**
   * Notes the outcomes of the rows of a cell, if they have to be weighed.
   *
   * @param day the first day on which outcomes are not as noted before
   * @param most the number of rows whose outcomes are noted: the newest ones
   */
  private void note(int family, DayRows cell, int day, int most) {
    if (!RowBits.isWeighed(cell)) {
      return;
    }
    IntFunction<Optional<PositionOutcome>> outcome =
        most == 0 ? row -> Optional.empty() : outcomes.get().of(family, cell);
    rows.setTraits(
        family,
        cell.secondKey(),
        day,
        (first, some, row) ->
            (row < some.size() - most ? Optional.<PositionOutcome>empty() : outcome.apply(row))
                .map(known -> RowBits.with(known, some.get(row, DayRows.TRAITS)))
                .orElseGet(() -> RowBits.withoutOutcome(some.get(row, DayRows.TRAITS))));
  }

  /** The cells whose outcomes claims may alter. */
  static final class Altered {
    private final Table<Integer, Integer, Extent> extents = HashBasedTable.create();

    /**
     * The extent to which claims may alter the outcomes of a cell.
     *
     * @param day the first day on which one of them counts
     * @param claims the number of the claims
     */
    private record Extent(int day, int claims) {
      int notedAgain() {
        return (int) Math.min((long) NOTED_AGAIN * claims, MOST_NOTED_AGAIN);
      }
    }

    /** Adds that a claim, which counts from a day on, may alter the outcomes of a cell. */
    void add(int family, int proposition, int day) {
      Extent others = extents.get(family, proposition);
      extents.put(
          family,
          proposition,
          others == null
              ? new Extent(day, 1)
              : new Extent(Math.min(day, others.day), others.claims + 1));
    }

    /** Lets the rows of these cells be copied to a store where they have to be weighed. */
    void copy(RowStore before, RowStore.Builder rows) {
      forEach(
          (family, proposition, extent) -> {
            if (RowBits.isWeighed(before.rows(family, proposition))) {
              rows.copy(family, proposition);
            }
          });
    }

    private interface Action {
      void accept(int family, int proposition, Extent extent);
    }

    private void forEach(Action action) {
      extents
          .rowMap()
          .forEach(
              (family, cells) ->
                  cells.forEach(
                      (proposition, extent) -> action.accept(family, proposition, extent)));
    }
  }
}
