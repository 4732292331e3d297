package org.demarche.json;

import java.nio.file.Path;
import java.util.List;
import org.demarche.json.answers.CsvText;
import org.demarche.json.files.AtomicFile;
import org.demarche.json.files.FileEndings;
import org.demarche.json.sheets.Sheet;
import org.demarche.json.sheets.WorkbookWriter;

/** A table that is written to be filled in and read again: with every cell as it is. */
final class WrittenTable {
  private WrittenTable() {}

  /**
   * Writes a table atomically.
   *
   * @param name the name of the sheet in a workbook
   * @throws IllegalArgumentException if the name of the file does not end in .csv or .xlsx
   */
  static void write(List<List<String>> table, String name, Path file) {
    if (FileEndings.isWorkbook(file.toString())) {
      List<Sheet> sheets = List.of(Sheet.ofTexts(name, table));
      AtomicFile.writeBytes(file, out -> WorkbookWriter.write(sheets, out));
    } else if (FileEndings.unpacked(file.toString()).endsWith(".csv")) {
      AtomicFile.write(file, out -> CsvText.raw(table, out));
    } else {
      throw new IllegalArgumentException(
          file + ": the ending of the name states no form of a table; use .csv or .xlsx");
    }
  }
}
