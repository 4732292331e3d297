package org.demarche.json.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.suggestion.Nearest;

/**
 * The reading of a column: where its cell is, what fills it if it is empty, and what it means. It
 * is resolved once for all rows.
 */
final class CellReader {
  private static final int NOT_OWN = -1;

  /** The greatest length of a code in which two slips would leave next to nothing. */
  private static final int SHORT = 3;

  private final TableSettings settings;
  private final String column;
  private final int own;
  private final boolean isLine;
  private final boolean isTurnedName;
  private final boolean isTurnedCell;
  private final Optional<JoinedTable> join;
  private final Optional<CellReader> key;
  private final Optional<CellReader> substitute;
  private final Optional<ImmutableMap<String, String>> meanings;

  private CellReader(String column, Columns columns, TableSettings settings, boolean isSubstitute) {
    this.settings = settings;
    this.column = column;
    this.own = columns.own(column);
    this.isLine = own < 0 && column.equals(Columns.LINE);
    Optional<TableSettings.Unpivot> unpivot = settings.unpivot().filter(it -> own < 0 && !isLine);
    this.isTurnedName = unpivot.filter(it -> column.equals(it.name())).isPresent();
    this.isTurnedCell = unpivot.filter(it -> column.equals(it.cell())).isPresent();
    this.join =
        own >= 0 || isLine || isTurnedName || isTurnedCell
            ? Optional.empty()
            : columns.joins().stream().filter(one -> one.has(column)).findFirst();
    this.key = join.map(one -> new CellReader(one.keyColumn(), columns, settings, isSubstitute));
    this.substitute =
        isSubstitute
            ? Optional.empty()
            : Optional.ofNullable(settings.cells().substitutes().get(column))
                .map(other -> new CellReader(other, columns, settings, true));
    this.meanings = Optional.ofNullable(settings.cells().meanings().get(column));
  }

  /** Returns the reader of a column, which must exist. */
  static CellReader of(String column, Columns columns, TableSettings settings) {
    return new CellReader(column, columns, settings, false);
  }

  /** Returns the name of the column. */
  String column() {
    return column;
  }

  /** Returns the name of the column in a row: that of the one that is turned into it, if it is. */
  String column(TableRow row) {
    return isTurnedCell ? row.turnedName() : column;
  }

  /** Returns whether the column depends on the one that is turned into a row. */
  boolean isTurned() {
    return isTurnedName || isTurnedCell;
  }

  /** Returns the cell of a row, replaced by its meaning if the column has meanings. */
  String cell(TableRow row) {
    String cell = filled(row);
    if (meanings.isEmpty() || (cell.isEmpty() && !meanings.get().containsKey(""))) {
      return cell;
    }
    String meaning = meanings.get().get(cell);
    if (meaning == null) {
      throw unknown(cell, meanings.get().keySet());
    }
    return meaning;
  }

  private RowError unknown(String cell, ImmutableSet<String> meant) {
    Set<String> known = new TreeSet<>(Sets.union(meant, settings.cells().leftOut().get(column)));
    Set<String> near =
        Sets.filter(known, one -> cell.length() > SHORT || Nearest.isOneEdit(cell, one));
    return new RowError(
        column,
        cell,
        "%s '%s' is none of %s%s; values(…) names each cell of the column, leaveOut(…) those whose rows to leave out"
            .formatted(column, cell, String.join(", ", known), Nearest.hint(cell, near, 1)));
  }

  /** Returns the cell of a row, or the cell of the column that fills it if it is empty. */
  String filled(TableRow row) {
    String cell = raw(row);
    return cell.isEmpty() && substitute.isPresent() ? substitute.get().raw(row) : cell;
  }

  private String raw(TableRow row) {
    if (own > NOT_OWN) {
      return row.ownCell(own, column);
    }
    if (isLine) {
      return Integer.toString(row.line());
    }
    if (isTurnedName) {
      return row.turnedName();
    }
    if (isTurnedCell) {
      return row.turnedCell(column);
    }
    return join.orElseThrow().cell(column, key.orElseThrow().filled(row));
  }
}
