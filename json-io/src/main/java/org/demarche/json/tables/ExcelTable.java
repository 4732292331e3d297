package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.json.files.FileErrors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A sheet of an Excel workbook; {@link ExcelCell} gives its cells as texts. */
final class ExcelTable implements TableRows {
  private static final String DAMAGED = "a damaged workbook";

  private final String file;
  private final TextFormat format;
  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final ImmutableList<String> header;
  private int headerLine = 1;
  private Optional<Row> first = Optional.empty();

  private ExcelTable(String file, TextFormat format, ReadableWorkbook workbook) throws IOException {
    this.file = file;
    this.format = format;
    this.workbook = workbook;
    this.stream = sheet().openStream().filter(row -> row.getRowNum() > format.skipLines());
    this.rows = stream.iterator();
    this.header = readHeader();
  }

  /** Opens the sheet that the format names, or the first that is not hidden. */
  static ExcelTable open(Path file, InputStream in, TextFormat format) throws IOException {
    return guarded(
        file.toString(),
        "a zip file, but no workbook of Excel that can be read",
        () -> {
          ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, true));
          ExcelTable table = null;
          try {
            table = new ExcelTable(file.toString(), format, workbook);
            return table;
          } finally {
            if (table == null) {
              workbook.close();
            }
          }
        });
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * Reads from the workbook. The library that does so trusts the file, and answers to a damaged one
   * with exceptions of many kinds.
   */
  private static <T> T guarded(String file, String what, Reading<T> reading) {
    try {
      return reading.read();
    } catch (InvalidDossierException | UnknownSheet known) {
      throw known;
    } catch (IOException | RuntimeException damaged) {
      throw TableFiles.refused(Path.of(file), what + ": " + damaged.getMessage());
    }
  }

  /** The question for a sheet that the workbook does not have, which is no fault of the file. */
  private static final class UnknownSheet extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnknownSheet(String message) {
      super(ShownValue.inMessage(message));
    }
  }

  private Sheet sheet() {
    List<Sheet> sheets = workbook.getSheets().toList();
    List<String> names = sheets.stream().map(Sheet::getName).toList();
    if (format.sheet().isEmpty()) {
      return sheets.stream()
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .findFirst()
          .orElseThrow(
              () ->
                  TableFiles.refused(
                      Path.of(file),
                      names.isEmpty()
                          ? "the workbook has no sheets"
                          : "all sheets are hidden; name one with sheet(…): "
                              + String.join(", ", names)));
    }
    String name = format.sheet().get();
    return sheets.stream()
        .filter(sheet -> sheet.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownSheet(
                    "%s: there is no sheet '%s'%s; there are %s"
                        .formatted(
                            file, name, Nearest.hint(name, names, 3), String.join(", ", names))));
  }

  private ImmutableList<String> readHeader() {
    if (format.header() == TextFormat.Header.GIVEN) {
      return format.names();
    }
    while (hasNext()) {
      org.dhatim.fastexcel.reader.Row row = nextRow();
      int size = row.getCellCount();
      Row read = row(row, size);
      headerLine = row.getRowNum();
      if (format.header() == TextFormat.Header.NUMBERS) {
        first = Optional.of(read);
        return IntStream.rangeClosed(1, size)
            .mapToObj(Integer::toString)
            .collect(ImmutableList.toImmutableList());
      }
      if (!read.isBlank()) {
        return read.cells();
      }
    }
    throw FileErrors.refused(
        FileErrors.problem(
            Problem.Code.SYNTAX,
            "",
            "the sheet is empty; a table begins with its header",
            new Place(file, 1, 1)));
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public ImmutableList<String> header() {
    return header;
  }

  @Override
  public int headerLine() {
    return headerLine;
  }

  @Override
  public Optional<Row> next() {
    if (first.isPresent()) {
      Optional<Row> numbered = first;
      first = Optional.empty();
      return numbered;
    }
    while (hasNext()) {
      org.dhatim.fastexcel.reader.Row next = nextRow();
      if (next.getCellCount() > 0) { // no line of many empty texts for a row without cells
        Row row = row(next, header.size());
        if (!row.isBlank()) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  private boolean hasNext() {
    return guarded(file, DAMAGED, rows::hasNext);
  }

  private org.dhatim.fastexcel.reader.Row nextRow() {
    return guarded(file, DAMAGED, rows::next);
  }

  private ExcelCell read(Cell cell) {
    return guarded(file, DAMAGED, () -> ExcelCell.of(cell, workbook.isDate1904()));
  }

  private Row row(org.dhatim.fastexcel.reader.Row row, int size) {
    List<String> cells = new ArrayList<>();
    ImmutableMap.Builder<Integer, String> faults = ImmutableMap.builder();
    int filled = 0;
    for (int i = 0; i < Math.max(size, row.getCellCount()); i++) {
      Cell cell = row.hasCell(i) ? row.getCell(i) : null;
      if (cell == null) {
        cells.add("");
        continue;
      }
      ExcelCell read = read(cell);
      String text = TextTable.UNSEEN.trimFrom(read.text());
      cells.add(format.missing().contains(text) ? "" : text);
      if (!read.fault().isEmpty()) {
        faults.put(i, read.fault());
      }
      if (!text.isEmpty() || !read.fault().isEmpty()) {
        filled = i + 1;
      }
    }
    int line = row.getRowNum();
    return filled > size
        ? Row.unreadable(
            line,
            line,
            ImmutableList.copyOf(cells.subList(0, filled)),
            "a row of %s cells under a header of %s".formatted(filled, size))
        : new Row(
            line,
            line,
            ImmutableList.copyOf(cells.subList(0, size)),
            Optional.empty(),
            faults.buildOrThrow());
  }

  @Override
  public void close() {
    stream.close();
    try {
      workbook.close();
    } catch (IOException failed) {
      throw FileErrors.unreadable(file, failed);
    }
  }
}
