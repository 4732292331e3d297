package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.demarche.json.files.HeapBudget;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.suggestion.ShownValue;

/**
 * A table of claims, and how each row becomes a claim.
 *
 * @param origin the table
 * @param format the format of this table; joined tables have its marks and encoding
 * @param joins other tables that are looked up by a key
 * @param unpivot the columns that are turned into rows
 * @param cells how cells are read
 * @param templates the templates by the names of what they fill
 * @param schemes the schemes of the identifiers by which actors are named, by template
 * @param dates the patterns of dates; empty if dates are EDTF
 * @param base the dossier to which the claims are added
 * @param newActors the kind of principals to add that the dossier lacks; empty if none are added
 * @param newSpeakers the kind of speakers to add that the dossier lacks; empty if none is stated
 * @param keepsOtherNames whether other names of one actor become aliases
 * @param isStrict whether the first bad row ends the load
 * @param progress receives the number of rows read so far
 */
public record TableSettings(
    TableOrigin origin,
    TextFormat format,
    ImmutableList<Join> joins,
    Optional<Unpivot> unpivot,
    Cells cells,
    ImmutableMap<String, String> templates,
    ImmutableMap<String, String> schemes,
    Optional<DatePatterns> dates,
    Dossier base,
    Optional<ActorKind> newActors,
    Optional<ActorKind> newSpeakers,
    boolean keepsOtherNames,
    boolean isStrict,
    Optional<LongConsumer> progress) {

  /**
   * Another table, looked up by a key.
   *
   * @param column the column of the first table that holds the key
   * @param file the other table
   * @param key the column of the other table that holds the key
   */
  public record Join(String column, Path file, String key) {}

  /**
   * Columns that are turned into rows, one for each cell.
   *
   * @param name the new column that holds the name of the column
   * @param cell the new column that holds the cell
   * @param columns the columns
   */
  public record Unpivot(String name, String cell, ImmutableList<String> columns) {
    boolean hasNew(String column) {
      return column.equals(name) || column.equals(cell);
    }
  }

  /**
   * The reading of cells.
   *
   * @param meanings for some columns, what each cell means
   * @param substitutes for some columns, the column that fills a cell that is empty
   * @param leftOut for some columns, the cells whose rows are left out
   */
  public record Cells(
      ImmutableMap<String, ImmutableMap<String, String>> meanings,
      ImmutableMap<String, String> substitutes,
      ImmutableSetMultimap<String, String> leftOut) {}

  /**
   * Returns the kind that a call sets.
   *
   * @throws IllegalArgumentException if an earlier call set another
   */
  public static ActorKind sameKind(String call, Optional<ActorKind> earlier, ActorKind kind) {
    if (earlier.isPresent() && earlier.get() != kind) {
      throw ShownValue.refused(
          "%s(%s) after %s(%s): actors that are added in one part are of one kind; actors(…) is that of principals, speakersAs(…) that of speakers"
              .formatted(call, kind, call, earlier.get()));
    }
    return kind;
  }

  /** Opens the table, whose bytes a budget counts. */
  TableRows open(HeapBudget budget) {
    return origin.open(format, budget);
  }

  /**
   * Opens a table that is joined, which has a header, and is the first sheet of a workbook that is
   * not hidden.
   */
  TableRows open(Join join, HeapBudget budget) {
    return TableFiles.open(
        join.file(),
        format
            .withSheet(Optional.empty())
            .withSkipLines(0)
            .withHeader(TextFormat.Header.FIRST_ROW, ImmutableList.of()),
        budget);
  }
}
