package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of a table, by their names: one value per row and column.
 *
 * @param <R> what a row shows
 */
final class CsvColumns<R> {
  private final ImmutableMap.Builder<String, Function<R, Object>> columns = ImmutableMap.builder();

  /** Adds a column. */
  CsvColumns<R> and(String name, Function<R, Object> value) {
    columns.put(name, value);
    return this;
  }

  /**
   * Adds all columns of something that a row has.
   *
   * @param prefix goes before the name of each column
   * @param more the columns to add
   * @param get returns that which the columns show
   */
  <P> CsvColumns<R> and(String prefix, CsvColumns<P> more, Function<R, P> get) {
    more.columns
        .buildOrThrow()
        .forEach((name, value) -> and(prefix + name, row -> value.apply(get.apply(row))));
    return this;
  }

  /** Returns the table of rows, under a header. */
  List<List<String>> table(Iterable<? extends R> rows) {
    Map<String, Function<R, Object>> all = columns.buildOrThrow();
    List<List<String>> table = new ArrayList<>();
    table.add(ImmutableList.copyOf(all.keySet()));
    rows.forEach(
        row ->
            table.add(
                all.values().stream().map(value -> String.valueOf(value.apply(row))).toList()));
    return table;
  }

  /** Returns several values as one, separated by semicolons. */
  static String joined(Iterable<?> values) {
    return Streams.stream(values).map(String::valueOf).collect(Collectors.joining("; "));
  }
}
