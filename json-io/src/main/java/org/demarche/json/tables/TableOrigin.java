package org.demarche.json.tables;

import java.nio.file.Path;
import java.util.function.BiFunction;
import org.demarche.json.files.HeapBudget;

/** The origin of the rows of a table: a file, or codings from another program. */
public final class TableOrigin {
  private final String name;
  private final BiFunction<TextFormat, HeapBudget, TableRows> open;

  private TableOrigin(String name, BiFunction<TextFormat, HeapBudget, TableRows> open) {
    this.name = name;
    this.open = open;
  }

  /** Returns a table in a file. */
  public static TableOrigin of(Path file) {
    return new TableOrigin(
        file.toString(), (format, budget) -> TableFiles.open(file, format, budget));
  }

  /** Returns a table of codings. */
  public static TableOrigin of(CodedTable table) {
    return new TableOrigin(table.file(), (format, budget) -> new CodedRows(table));
  }

  /** Returns the name of the table in problems. */
  public String name() {
    return name;
  }

  /** Opens the table, whose bytes a budget counts. */
  TableRows open(TextFormat format, HeapBudget budget) {
    return open.apply(format, budget);
  }
}
