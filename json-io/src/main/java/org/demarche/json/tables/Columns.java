package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

/** The columns of a table and of the tables that are joined to it, by name. */
final class Columns {
  /** The column of the number of the line. */
  static final String LINE = "#";

  private static final int AMBIGUOUS = -1;
  private static final int MOST_LISTED = 40;

  private final String file;
  private final Map<String, Integer> own;
  private final ImmutableList<JoinedTable> joins;
  private final TableSettings settings;

  Columns(TableRows table, ImmutableList<JoinedTable> joins, TableSettings settings) {
    this.file = table.file();
    this.own = indexes(table.header());
    this.joins = joins;
    this.settings = settings;
  }

  /** Returns the index of each column that has a name of its own, and -1 for the others. */
  static Map<String, Integer> indexes(List<String> header) {
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (!header.get(i).isEmpty()) {
        indexes.merge(header.get(i), i, (first, second) -> AMBIGUOUS);
      }
    }
    return indexes;
  }

  /** Returns the index of a column of this table, or -1 if it is not one of them. */
  int own(String column) {
    return own.getOrDefault(column, AMBIGUOUS);
  }

  /** Returns the joined tables. */
  ImmutableList<JoinedTable> joins() {
    return joins;
  }

  /**
   * Throws if a column is unknown, with the nearest one, or if several columns have its name.
   *
   * @param what names what asks for the column
   */
  void require(String column, String what) {
    requireOne(file, own, column);
    boolean isKnown =
        own.containsKey(column)
            || column.equals(LINE)
            || isUnpivoted(column)
            || joins.stream().anyMatch(join -> join.has(column));
    if (!isKnown) {
      TreeSet<String> known = new TreeSet<>(own.keySet());
      joins.forEach(join -> known.addAll(join.columns()));
      settings.unpivot().ifPresent(it -> known.addAll(List.of(it.name(), it.cell())));
      throw unknown(column, what, known, HeaderHint.ofNames(column, own.keySet()));
    }
  }

  private boolean isUnpivoted(String column) {
    return settings.unpivot().filter(it -> it.hasNew(column)).isPresent();
  }

  /** Throws if several columns have a name. */
  static void requireOne(String file, Map<String, Integer> indexes, String column) {
    if (indexes.getOrDefault(column, 0) == AMBIGUOUS) {
      throw ShownValue.refused(
          "several columns of %s are named '%s'; rename one, or name all columns with header(…)"
              .formatted(file, column));
    }
  }

  /** Returns the exception for a column that does not exist. */
  static IllegalArgumentException unknown(String column, String what, Iterable<String> known) {
    return unknown(column, what, known, HeaderHint.ofNames(column, known));
  }

  private static IllegalArgumentException unknown(
      String column, String what, Iterable<String> known, String hint) {
    String near = Nearest.hint(column, known, 3);
    List<String> all = ImmutableList.copyOf(known);
    return ShownValue.refused(
        what
            + ": there is no column '"
            + column
            + "'"
            + (near.isEmpty()
                ? "; there are "
                    + String.join(", ", all.subList(0, Math.min(MOST_LISTED, all.size())))
                    + (all.size() > MOST_LISTED
                        ? " and " + (all.size() - MOST_LISTED) + " more"
                        : "")
                : near)
            + hint);
  }

  /** Throws if the names of new columns are not new. */
  void requireNew(String first, String second) {
    if (first.equals(second)) {
      throw ShownValue.refused("unpivot: two new columns are named '" + first + "'");
    }
    for (String name : List.of(first, second)) {
      if (own.containsKey(name)) {
        throw ShownValue.refused(
            "unpivot: %s has a column '%s' already; name the new column otherwise"
                .formatted(file, name));
      }
    }
  }

  /** Throws if a column is none by which a table can be joined: an own one, or a turned one. */
  void requireKey(String column) {
    if (!isUnpivoted(column)) {
      requireOwn(column, "the column to join by");
    }
  }

  /** Throws if a column is none of this table's own. */
  void requireOwn(String column, String what) {
    requireOne(file, own, column);
    if (!own.containsKey(column)) {
      throw unknown(column, what, new TreeSet<>(own.keySet()));
    }
  }
}
