package org.demarche.json.tables;

import java.nio.file.Path;
import java.util.function.Function;

/** The origin of the rows of a table: a file, or codings from another program. */
public final class TableOrigin {
  private final String name;
  private final Function<TextFormat, TableRows> open;

  private TableOrigin(String name, Function<TextFormat, TableRows> open) {
    this.name = name;
    this.open = open;
  }

  /** Returns a table in a file. */
  public static TableOrigin of(Path file) {
    return new TableOrigin(file.toString(), format -> TableFiles.open(file, format));
  }

  /** Returns a table of codings. */
  public static TableOrigin of(CodedTable table) {
    return new TableOrigin(table.file(), format -> new CodedRows(table));
  }

  /** Returns the name of the table in problems. */
  public String name() {
    return name;
  }

  /** Opens the table. */
  TableRows open(TextFormat format) {
    return open.apply(format);
  }
}
