package org.demarche.json.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.demarche.model.When;
import org.demarche.suggestion.Nearest;

/** One row of a table of claims: its fields, and the values with which it fills the templates. */
final class ClaimRow {
  private static final Splitter LIST = Splitter.on(';').trimResults().omitEmptyStrings();

  private final LoadSettings table;
  private final ImmutableList<String> own;
  private final ImmutableMap<String, Integer> columns;
  private final List<JoinedTable> joined;

  ClaimRow(
      LoadSettings table,
      ImmutableList<String> own,
      ImmutableMap<String, Integer> columns,
      List<JoinedTable> joined) {
    this.table = table;
    this.own = own;
    this.columns = columns;
    this.joined = joined;
  }

  /** Returns the field of a column, replaced by its meaning if the column has meanings. */
  private String field(String column) {
    String field = raw(column).strip();
    ImmutableMap<String, String> meanings = table.meanings().get(column);
    if (meanings == null || (field.isEmpty() && !meanings.containsKey(""))) {
      return field;
    }
    String meaning = meanings.get(field);
    if (meaning == null) {
      throw new RowError(
          column,
          field,
          "%s '%s' is not one of %s%s"
              .formatted(
                  column,
                  field,
                  String.join(", ", new TreeSet<>(meanings.keySet())),
                  Nearest.hint(field, meanings.keySet(), 1)));
    }
    return meaning;
  }

  private String raw(String column) {
    Integer at = columns.get(column);
    if (at != null) {
      return own.get(at);
    }
    for (JoinedTable join : joined) {
      Optional<String> field = join.field(column, raw(join.keyColumn()));
      if (field.isPresent()) {
        return field.get();
      }
    }
    throw new IllegalStateException(column); // all columns were checked before the first row
  }

  /**
   * Returns the value of a template; empty if there is no such template or its fields are blank.
   */
  Optional<String> value(String name) {
    String text = table.templates().get(name);
    return text == null ? Optional.empty() : new Template(name, text).fill(this::field);
  }

  /** Returns the value of a template, which must not be empty. */
  String required(String name) {
    return value(name).orElseThrow(() -> empty(name));
  }

  private RowError empty(String name) {
    String text = table.templates().getOrDefault(name, "");
    List<String> empty =
        new Template(name, text)
            .columns().stream().filter(column -> field(column).isBlank()).toList();
    return new RowError(
        name, "", name + " is empty: nothing in column " + String.join(", ", empty));
  }

  /** Returns the values of a template, separated by semicolons. */
  List<String> list(String name) {
    return value(name).map(LIST::splitToList).orElse(List.of());
  }

  /** Returns the values of a template, which must not be empty. */
  List<String> requiredList(String name) {
    return LIST.splitToList(required(name));
  }

  /** Returns the value of a template as a constant of an enum. */
  <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = required(name);
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (!names.contains(text)) {
      throw new RowError(
          name,
          text,
          "%s '%s' is not one of %s%s; values(…) says what a field means"
              .formatted(name, text, String.join(", ", names), Nearest.hint(text, names, 1)));
    }
    return Enum.valueOf(type, text);
  }

  /** Returns the date of the claim. */
  When asserted() {
    String text = required("asserted");
    Optional<LoadSettings.DatePattern> pattern = table.datePattern();
    try {
      return pattern.isPresent()
          ? When.on(LocalDate.parse(text, pattern.get().days()))
          : When.parse(text);
    } catch (DateTimeParseException otherwise) {
      throw new RowError(
          "asserted",
          text,
          "asserted '%s' does not match the pattern '%s'"
              .formatted(text, pattern.map(LoadSettings.DatePattern::written).orElse("")));
    } catch (IllegalArgumentException bad) {
      throw new RowError("asserted", text, "asserted: " + bad.getMessage());
    }
  }
}
