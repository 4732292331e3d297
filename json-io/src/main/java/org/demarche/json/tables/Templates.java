package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;

/** The templates of a table, with the columns that they name, resolved once for all rows. */
final class Templates {
  private final ImmutableMap<String, Optional<Bound>> byName;
  private final ImmutableMap<CellReader, ImmutableSet<String>> leftOut;

  /**
   * A template and its columns.
   *
   * @param cells the readers of its columns, in order
   */
  record Bound(Template template, ImmutableList<CellReader> cells) {
    /** Returns the text with the cells of a row filled in; empty if the cells are blank. */
    Optional<String> fill(TableRow row) {
      return template.fill(i -> cells.get(i).cell(row));
    }

    /** Returns whether it depends on the column that is turned into a row. */
    boolean isTurned() {
      return cells.stream().anyMatch(CellReader::isTurned);
    }
  }

  Templates(Map<String, Template> templates, Columns columns, TableSettings settings) {
    ImmutableMap.Builder<String, Optional<Bound>> bound = ImmutableMap.builder();
    templates.forEach(
        (name, template) ->
            bound.put(
                name,
                Optional.of(
                    new Bound(
                        template,
                        template.columns().stream()
                            .map(column -> CellReader.of(column, columns, settings))
                            .collect(ImmutableList.toImmutableList())))));
    this.byName = bound.buildOrThrow();
    ImmutableMap.Builder<CellReader, ImmutableSet<String>> filtered = ImmutableMap.builder();
    settings
        .cells()
        .leftOut()
        .asMap()
        .forEach(
            (column, cells) ->
                filtered.put(CellReader.of(column, columns, settings), ImmutableSet.copyOf(cells)));
    this.leftOut = filtered.buildOrThrow();
  }

  /** Returns a template; empty if there is none. */
  Optional<Bound> find(String name) {
    return byName.getOrDefault(name, Optional.empty());
  }

  /** Returns whether a row is left out on purpose. */
  boolean leavesOut(TableRow row) {
    for (Map.Entry<CellReader, ImmutableSet<String>> column : leftOut.entrySet()) {
      if (column.getValue().contains(column.getKey().filled(row))) {
        return true;
      }
    }
    return false;
  }
}
