package org.demarche.json.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.model.When;
import org.demarche.suggestion.Nearest;

/** One row of a table of claims: its cells, and the values with which it fills the templates. */
final class TableRow {
  private static final Splitter LIST = Splitter.on(';').trimResults().omitEmptyStrings();

  private final Templates templates;
  private final TableRows.Row row;

  /** The index of the column that is turned into this row, or -1. */
  private final int turned;

  private final String turnedName;

  TableRow(Templates templates, TableRows.Row row, int turned, String turnedName) {
    this.templates = templates;
    this.row = row;
    this.turned = turned;
    this.turnedName = turnedName;
  }

  /** Returns the line on which the row begins. */
  int line() {
    return row.line();
  }

  /** Returns whether the row is left out on purpose. */
  boolean isLeftOut() {
    return templates.leavesOut(this);
  }

  /** Returns the cell of one of the table's own columns. */
  String ownCell(int at, String column) {
    if (!row.faults().isEmpty() && row.faults().containsKey(at)) {
      throw new RowError(column, "", Objects.requireNonNull(row.faults().get(at)));
    }
    return row.cells().get(at);
  }

  /** Returns the name of the column that is turned into this row. */
  String turnedName() {
    return turnedName;
  }

  /** Returns the cell of the column that is turned into this row. */
  String turnedCell(String column) {
    return ownCell(turned, column);
  }

  /** Returns whether there is a template. */
  boolean has(String name) {
    return templates.find(name).isPresent();
  }

  /** Returns the value of a template; empty if there is no such template or its cells are blank. */
  Optional<String> value(String name) {
    Optional<Templates.Bound> bound = templates.find(name);
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> value = named(name, () -> bound.get().fill(this));
    if (row.lastLine() > row.line()
        && value.isPresent()
        && !bound.get().template().mayHaveLines()) {
      requireOneLine(name, value.get());
    }
    return value;
  }

  /** Names the column that is turned into this row in an error of a template that uses it. */
  private <T> T named(String name, Supplier<T> reading) {
    if (turned < 0) {
      return reading.get();
    }
    try {
      return reading.get();
    } catch (RowError error) {
      boolean isTurned = templates.find(name).filter(Templates.Bound::isTurned).isPresent();
      throw isTurned ? error.inColumn(turnedName) : error;
    }
  }

  private void requireOneLine(String name, String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new RowError(
          name,
          value,
          "a quotation mark opens a cell that runs over lines %s to %s; a value of %s is on one line: is the mark never closed?"
              .formatted(row.line(), row.lastLine(), name));
    }
  }

  /** Returns the value of a template, which must not be empty. */
  String required(String name) {
    return value(name).orElseThrow(() -> empty(name));
  }

  /** Returns the error of a template that gives nothing. */
  RowError empty(String name) {
    List<String> empty =
        templates.find(name).orElseThrow().cells().stream()
            .filter(cell -> cell.cell(this).isBlank())
            .map(cell -> cell.column(this))
            .toList();
    return new RowError(
        name, "", name + " is empty: nothing in column " + String.join(", ", empty));
  }

  /** Returns the value of a template as a whole number, 0 or more; empty if there is none. */
  Optional<Integer> number(String name) {
    return value(name).map(text -> named(name, () -> number(name, text)));
  }

  private static int number(String name, String text) {
    Integer number = Ints.tryParse(text);
    if (number == null || number < 0) {
      throw new RowError(
          name, text, "%s '%s' is not a whole number from 0 on".formatted(name, text));
    }
    return number;
  }

  /** Returns the values of a template, separated by semicolons. */
  List<String> list(String name) {
    return value(name).map(TableRow::split).orElse(ImmutableList.of());
  }

  private static List<String> split(String value) {
    return value.indexOf(';') < 0 ? ImmutableList.of(value) : LIST.splitToList(value);
  }

  /** Returns the value of a template as a constant of an enum; empty if there is none. */
  <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    return value(name).map(text -> named(name, () -> constant(name, text, type)));
  }

  /** Returns the value of a template as a constant of an enum, which must not be empty. */
  <E extends Enum<E>> E requiredConstant(String name, Class<E> type) {
    String text = required(name);
    return named(name, () -> constant(name, text, type));
  }

  static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException unknown) {
      List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
      throw new RowError(
          name,
          text,
          "%s '%s' is not one of %s%s; values(…) says what a field means"
              .formatted(name, text, String.join(", ", names), Nearest.hint(text, names, 1)));
    }
  }

  /** Returns the value of a template as a date, which must not be empty. */
  When requiredDate(String name, TextValues values) {
    String text = required(name);
    return named(name, () -> values.date(name, text));
  }

  /** Returns the value of a template as a date; empty if there is none. */
  Optional<When> date(String name, TextValues values) {
    return value(name).map(text -> named(name, () -> values.date(name, text)));
  }
}
