package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demarche.json.files.FileErrors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

/** The columns of a table and of the tables that are joined to it, by name. */
final class Columns {
  /** The column of the number of the line. */
  static final String LINE = "#";

  private static final int AMBIGUOUS = -1;
  private static final int MOST_LISTED = 40;

  private final Place header;
  private final Map<String, Integer> own;
  private final ImmutableList<JoinedTable> joins;
  private final TableSettings settings;

  Columns(TableRows table, ImmutableList<JoinedTable> joins, TableSettings settings) {
    this.header = header(table);
    this.own = indexes(table.header());
    this.joins = joins;
    this.settings = settings;
  }

  /** Returns the place of the header of a table. */
  static Place header(TableRows table) {
    return new Place(table.file(), table.headerLine(), 1);
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
    requireOne(header, own, column);
    boolean isKnown =
        own.containsKey(column)
            || column.equals(LINE)
            || isUnpivoted(column)
            || joins.stream().anyMatch(join -> join.has(column));
    if (!isKnown) {
      TreeSet<String> known = new TreeSet<>(own.keySet());
      joins.forEach(join -> known.addAll(join.columns()));
      settings.unpivot().ifPresent(it -> known.addAll(List.of(it.name(), it.cell())));
      throw unknown(header, column, what, known, HeaderHint.ofNames(column, own.keySet()));
    }
  }

  private boolean isUnpivoted(String column) {
    return settings.unpivot().filter(it -> it.hasNew(column)).isPresent();
  }

  /** Throws if several columns have a name. */
  static void requireOne(Place header, Map<String, Integer> indexes, String column) {
    if (indexes.getOrDefault(column, 0) == AMBIGUOUS) {
      throw refused(
          header,
          column,
          "several columns are named '%s'; rename one, or name all columns with header(…)"
              .formatted(ShownValue.of(column)));
    }
  }

  /** Returns the exception for a column that does not exist. */
  static InvalidDossierException unknown(
      Place header, String column, String what, Iterable<String> known) {
    return unknown(header, column, what, known, HeaderHint.ofNames(column, known));
  }

  private static InvalidDossierException unknown(
      Place header, String column, String what, Iterable<String> known, String hint) {
    String near = Nearest.hint(column, known, 3);
    List<String> all = Streams.stream(known).map(ShownValue::of).toList();
    return refused(
        header,
        column,
        what
            + ": there is no column '"
            + ShownValue.of(column)
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

  private static InvalidDossierException refused(Place header, String column, String why) {
    return FileErrors.refused(FileErrors.problem(Problem.Code.BAD_VALUE, column, why, header));
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
                .formatted(header.file(), name));
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
    requireOne(header, own, column);
    if (!own.containsKey(column)) {
      throw unknown(header, column, what, new TreeSet<>(own.keySet()));
    }
  }
}
