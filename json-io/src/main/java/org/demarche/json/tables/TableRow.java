package org.demarche.json.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.When;
import org.demarche.suggestion.Nearest;

/** One row of a table of claims: its cells, and the values with which it fills the templates. */
final class TableRow {
  private static final Splitter LIST = Splitter.on(';').trimResults().omitEmptyStrings();

  private final TableSettings settings;
  private final Map<String, Template> templates;
  private final Columns columns;
  private final TableRows.Row row;

  /** The index of the column that is turned into this row, or -1. */
  private final int turned;

  private final String turnedName;

  TableRow(
      TableSettings settings,
      Map<String, Template> templates,
      Columns columns,
      TableRows.Row row,
      int turned,
      String turnedName) {
    this.settings = settings;
    this.templates = templates;
    this.columns = columns;
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
    return settings.cells().leftOut().asMap().entrySet().stream()
        .anyMatch(column -> column.getValue().contains(filled(column.getKey())));
  }

  /** Returns the cell of a column, replaced by its meaning if the column has meanings. */
  private String cell(String column) {
    String cell = filled(column);
    ImmutableMap<String, String> meanings = settings.cells().meanings().get(column);
    if (meanings == null || (cell.isEmpty() && !meanings.containsKey(""))) {
      return cell;
    }
    String meaning = meanings.get(cell);
    if (meaning == null) {
      Set<String> known =
          new TreeSet<>(Sets.union(meanings.keySet(), settings.cells().leftOut().get(column)));
      throw new RowError(
          column,
          cell,
          "%s '%s' is none of %s%s"
              .formatted(column, cell, String.join(", ", known), Nearest.hint(cell, known, 1)));
    }
    return meaning;
  }

  /** Returns the cell of a column, or the cell of its substitute if it is empty. */
  private String filled(String column) {
    String cell = raw(column);
    String substitute = cell.isEmpty() ? settings.cells().substitutes().get(column) : null;
    return substitute == null ? cell : raw(substitute);
  }

  private String raw(String column) {
    int at = columns.own(column);
    if (at >= 0) {
      return ownCell(at, column);
    }
    if (column.equals(Columns.LINE)) {
      return Integer.toString(row.line());
    }
    if (turned >= 0) {
      TableSettings.Unpivot unpivot = settings.unpivot().orElseThrow();
      if (column.equals(unpivot.name())) {
        return turnedName;
      }
      if (column.equals(unpivot.cell())) {
        return ownCell(turned, column);
      }
    }
    for (JoinedTable join : columns.joins()) {
      if (join.has(column)) {
        return join.cell(column, raw(join.keyColumn()));
      }
    }
    throw new IllegalStateException(column); // all columns were checked before the first row
  }

  private String ownCell(int at, String column) {
    String fault = row.faults().get(at);
    if (fault != null) {
      throw new RowError(column, "", fault);
    }
    return row.cells().get(at);
  }

  /** Returns whether there is a template. */
  boolean has(String name) {
    return templates.containsKey(name);
  }

  /** Returns the value of a template; empty if there is no such template or its cells are blank. */
  Optional<String> value(String name) {
    Template template = templates.get(name);
    if (template == null) {
      return Optional.empty();
    }
    Optional<String> value = template.fill(this::cell);
    if (value.isPresent() && row.lastLine() > row.line() && !template.mayHaveLines()) {
      requireOneLine(name, value.get());
    }
    return value;
  }

  private void requireOneLine(String name, String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new RowError(
          name,
          value,
          "a quotation mark opens a cell that runs over lines %d to %d; a value of %s is on one line: is the mark never closed?"
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
        Objects.requireNonNull(templates.get(name)).columns().stream()
            .filter(column -> cell(column).isBlank())
            .toList();
    return new RowError(
        name, "", name + " is empty: nothing in column " + String.join(", ", empty));
  }

  /** Returns the value of a template as a whole number, 0 or more; empty if there is none. */
  Optional<Integer> number(String name) {
    return value(name).map(text -> number(name, text));
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
    return value(name).map(text -> constant(name, text, type));
  }

  /** Returns the value of a template as a constant of an enum, which must not be empty. */
  <E extends Enum<E>> E requiredConstant(String name, Class<E> type) {
    return constant(name, required(name), type);
  }

  private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    throw new RowError(
        name,
        text,
        "%s '%s' is not one of %s%s; values(…) says what a field means"
            .formatted(name, text, String.join(", ", names), Nearest.hint(text, names, 1)));
  }

  /** Returns the value of a template as a date, which must not be empty. */
  When requiredDate(String name, TextValues values) {
    return values.date(name, required(name));
  }

  /** Returns the value of a template as a date; empty if there is none. */
  Optional<When> date(String name, TextValues values) {
    return value(name).map(text -> values.date(name, text));
  }
}
