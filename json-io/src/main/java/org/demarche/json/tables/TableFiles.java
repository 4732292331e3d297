package org.demarche.json.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.OptionalLibrary;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.ShownValue;

/** The files of tables, told apart by their first bytes: workbooks of Excel, and text. */
public final class TableFiles {
  private static final int ZIP = 0x504B0304;
  private static final int OLE = 0xD0CF11E0;

  private TableFiles() {}

  /**
   * Opens a table.
   *
   * @param budget counts its bytes
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws InvalidDossierException if the file is no table
   */
  public static TableRows open(Path file, TextFormat format, HeapBudget budget) {
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file));
      TableRows table = null;
      try {
        table = open(file, in, format, budget);
        return table;
      } finally {
        if (table == null) {
          in.close();
        }
      }
    } catch (IOException failed) {
      throw FileErrors.unreadable(file.toString(), failed);
    }
  }

  private static TableRows open(Path file, InputStream in, TextFormat format, HeapBudget budget)
      throws IOException {
    int magic = magic(in);
    if (magic == OLE) {
      throw refused(
          file,
          "a workbook of Excel 97 to 2003, or one with a password; save it as .xlsx without a password");
    }
    if (magic != ZIP) {
      return TextTable.open(file, in, format, budget);
    }
    OptionalLibrary.WORKBOOK_READER.require();
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      throw ShownValue.refused(
          file + ": a workbook inside of another file; copy it to a folder first");
    }
    try (in) { // the library keeps a copy, and does not close it
      WorkbookBounds.check(file, format.maxBytes(), budget);
      return ExcelTable.open(file, in, format);
    } catch (ZipException damaged) {
      throw refused(file, "a damaged or truncated workbook: " + damaged.getMessage());
    }
  }

  private static int magic(InputStream in) throws IOException {
    in.mark(Integer.BYTES);
    int magic = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      magic = magic << Byte.SIZE | (in.read() & 0xFF);
    }
    in.reset();
    return magic;
  }

  /** Returns the exception for a file that is no table. */
  static InvalidDossierException refused(Path file, String why) {
    return FileErrors.refused(
        FileErrors.problem(Problem.Code.SYNTAX, "", why, new Place(file.toString(), 1, 1)));
  }
}
