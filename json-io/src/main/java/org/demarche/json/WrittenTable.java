package org.demarche.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.demarche.json.answers.CsvText;
import org.demarche.json.files.AtomicFile;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileEndings;
import org.demarche.json.sheets.Sheet;
import org.demarche.json.sheets.WorkbookWriter;
import org.demarche.suggestion.ShownValue;

/**
 * A table that is written to be filled in and read again: with every cell as it is, and in
 * quotation marks, so that no text is taken for a missing value. Rows may differ in length.
 */
final class WrittenTable {
  private static final int LONGEST_CELL = 32_767;

  private WrittenTable() {}

  /**
   * Writes a table atomically.
   *
   * @param name the name of the sheet in a workbook
   * @throws IllegalArgumentException if the name of the file does not end in .csv or .xlsx, or if a
   *     cell is longer than a workbook can hold
   */
  static void write(List<List<String>> table, String name, Path file) {
    if (FileEndings.isWorkbook(file.toString())) {
      requireShort(table, file);
      List<Sheet> sheets = List.of(Sheet.ofTexts(name, filled(table)));
      AtomicFile.writeBytes(file, out -> WorkbookWriter.write(sheets, out));
    } else if (FileEndings.unpacked(file.toString()).endsWith(".csv")) {
      AtomicFile.write(
          file,
          out -> {
            out.write(ByteOrderMark.MARK); // or Excel takes it for another encoding
            CsvText.quoted(table, out);
          });
    } else {
      throw ShownValue.refused(
          file + ": the ending of the name states no form of a table; use .csv or .xlsx");
    }
  }

  private static void requireShort(List<List<String>> table, Path file) {
    int longest = table.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    if (longest > LONGEST_CELL) {
      throw ShownValue.refused(
          "%s: a cell has %s characters, a workbook holds %s; use .csv"
              .formatted(file, longest, LONGEST_CELL));
    }
  }

  /** Returns a table in which all rows are as long as the longest. */
  private static List<List<String>> filled(List<List<String>> table) {
    int size = table.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> filled = new ArrayList<>();
    for (List<String> row : table) {
      List<String> cells = new ArrayList<>(row);
      cells.addAll(Collections.nCopies(size - row.size(), ""));
      filled.add(cells);
    }
    return filled;
  }
}
