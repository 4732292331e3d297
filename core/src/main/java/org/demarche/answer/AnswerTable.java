package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import org.demarche.text.Cell;
import org.demarche.text.TextPage;

/**
 * The columns of a table of rows in a wording. Each method that adds a column returns a new table.
 */
final class AnswerTable<R> {
  private final Wording wording;
  private final ImmutableList<Column<R>> columns;

  /**
   * A column.
   *
   * @param anchor returns where a cell leads; empty for nowhere
   */
  private record Column<R>(String title, Function<R, String> cell, Function<R, String> anchor) {}

  private AnswerTable(Wording wording, ImmutableList<Column<R>> columns) {
    this.wording = wording;
    this.columns = columns;
  }

  /** Returns a table without columns. */
  static <R> AnswerTable<R> in(Wording wording) {
    return new AnswerTable<>(wording, ImmutableList.of());
  }

  /** Returns the wording. */
  Wording wording() {
    return wording;
  }

  /** Adds a column with a title of the catalogue. */
  AnswerTable<R> column(String key, Function<R, String> cell) {
    return titled(wording.text("column." + key), cell);
  }

  /** Adds a column with a title of the catalogue if it says something. */
  AnswerTable<R> columnIf(boolean telling, String key, Function<R, String> cell) {
    return telling ? column(key, cell) : this;
  }

  /** Adds a column with a title of its own. */
  AnswerTable<R> titled(String title, Function<R, String> cell) {
    return titled(title, cell, row -> "");
  }

  /** Adds a column of cells that lead to anchors, with a title of its own. */
  AnswerTable<R> titled(String title, Function<R, String> cell, Function<R, String> anchor) {
    return and(new Column<>(title, cell, anchor));
  }

  /** Adds a column of cells that lead to anchors, with a title of the catalogue. */
  AnswerTable<R> column(String key, Function<R, String> cell, Function<R, String> anchor) {
    return titled(wording.text("column." + key), cell, anchor);
  }

  private AnswerTable<R> and(Column<R> column) {
    return new AnswerTable<>(
        wording, ImmutableList.<Column<R>>builder().addAll(columns).add(column).build());
  }

  /**
   * Adds a column of ids, by which the next question can be typed; in codes the table has them
   * already.
   */
  AnswerTable<R> ids(Function<R, String> cell) {
    return wording.isCodes() ? this : column("id", cell);
  }

  /** Adds the table to a page; without rows, returns the page alone. */
  TextPage below(TextPage page, List<R> rows) {
    return rows.isEmpty()
        ? page
        : page.linked(
            columns.stream().map(Column::title).collect(ImmutableList.toImmutableList()),
            Lists.transform(rows, this::cells));
  }

  private ImmutableList<Cell> cells(R row) {
    return columns.stream()
        .map(
            column ->
                new Cell(
                    AnswerPages.withoutBreakAtSigns(column.cell.apply(row)),
                    column.anchor.apply(row)))
        .collect(ImmutableList.toImmutableList());
  }
}
