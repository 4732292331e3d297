package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import org.demarche.text.TextPage;

/**
 * The columns of a table of rows in a wording. Each method that adds a column returns a new table.
 */
final class AnswerTable<R> {
  private final Wording wording;
  private final ImmutableList<Column<R>> columns;

  private record Column<R>(String title, Function<R, String> cell) {}

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
    return new AnswerTable<>(
        wording,
        ImmutableList.<Column<R>>builder().addAll(columns).add(new Column<>(title, cell)).build());
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
        : page.table(
            columns.stream().map(Column::title).collect(ImmutableList.toImmutableList()),
            Lists.transform(rows, this::cells));
  }

  private ImmutableList<String> cells(R row) {
    return columns.stream()
        .map(column -> AnswerPages.withoutBreakAtSigns(column.cell.apply(row)))
        .collect(ImmutableList.toImmutableList());
  }
}
