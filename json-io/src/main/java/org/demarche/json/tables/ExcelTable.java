package org.demarche.json.tables;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.json.files.FileErrors;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A sheet of an Excel workbook. A date is given as {@code 2017-10-31}, whatever its format in
 * Excel; a formula as the value that was stored with it; a number without needless decimals.
 */
final class ExcelTable implements TableRows {
  /**
   * The parts of a format of numbers besides days, months and years: texts, colours, conditions.
   */
  private static final Pattern NO_DATE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");

  private final String file;
  private final TextFormat format;
  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final ImmutableList<String> header;
  private Optional<Row> first = Optional.empty();

  private ExcelTable(String file, TextFormat format, ReadableWorkbook workbook) throws IOException {
    this.file = file;
    this.format = format;
    this.workbook = workbook;
    this.stream = sheet().openStream();
    this.rows = stream.iterator();
    this.header = readHeader();
  }

  /** Opens the sheet that the format names, or the first that is not hidden. */
  static ExcelTable open(Path file, InputStream in, TextFormat format) throws IOException {
    ReadableWorkbook workbook;
    try {
      workbook = new ReadableWorkbook(in, new ReadingOptions(true, true));
    } catch (ExcelReaderException | IOException broken) {
      throw TableFiles.refused(
          file, "a zip file, but no workbook of Excel that can be read: " + broken.getMessage());
    }
    ExcelTable table = null;
    try {
      table = new ExcelTable(file.toString(), format, workbook);
      return table;
    } catch (ExcelReaderException broken) {
      throw TableFiles.refused(file, "a damaged workbook: " + broken.getMessage());
    } finally {
      if (table == null) {
        workbook.close();
      }
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
                  new IllegalArgumentException(
                      "%s: all sheets are hidden; name one with sheet(…): %s"
                          .formatted(file, String.join(", ", names))));
    }
    String name = format.sheet().get();
    return sheets.stream()
        .filter(sheet -> sheet.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: there is no sheet '%s'%s; there are %s"
                        .formatted(
                            file, name, Nearest.hint(name, names, 3), String.join(", ", names))));
  }

  private ImmutableList<String> readHeader() {
    if (format.header() == TextFormat.Header.GIVEN) {
      return format.names();
    }
    if (!rows.hasNext()) {
      throw FileErrors.refused(
          FileErrors.problem(
              Problem.Code.SYNTAX,
              "",
              "the sheet is empty; a table begins with its header",
              new Place(file, 1, 1)));
    }
    org.dhatim.fastexcel.reader.Row row = rows.next();
    int size = row.getCellCount();
    if (format.header() == TextFormat.Header.NUMBERS) {
      ImmutableList<String> numbers =
          IntStream.rangeClosed(1, size)
              .mapToObj(Integer::toString)
              .collect(ImmutableList.toImmutableList());
      first = Optional.of(row(row, size));
      return numbers;
    }
    return row(row, size).cells();
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
  public Optional<Row> next() {
    if (first.isPresent()) {
      Optional<Row> numbered = first;
      first = Optional.empty();
      return numbered;
    }
    while (rows.hasNext()) {
      Row row = row(rows.next(), header.size());
      if (!row.isBlank()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private Row row(org.dhatim.fastexcel.reader.Row row, int size) {
    ImmutableList.Builder<String> cells = ImmutableList.builderWithExpectedSize(size);
    ImmutableMap.Builder<Integer, String> faults = ImmutableMap.builder();
    for (int i = 0; i < size; i++) {
      Cell cell = row.hasCell(i) ? row.getCell(i) : null;
      cells.add(cell == null ? "" : text(cell));
      if (cell != null) {
        fault(cell).ifPresent(fault -> faults.put(cell.getColumnIndex(), fault));
      }
    }
    return new Row(
        row.getRowNum(), row.getRowNum(), cells.build(), Optional.empty(), faults.buildOrThrow());
  }

  /** Returns why a cell has no value; empty if it has one, or is empty. */
  private static Optional<String> fault(Cell cell) {
    if (cell.getType() == CellType.ERROR) {
      return Optional.of(
          "cell %s holds the error %s".formatted(cell.getAddress(), cell.getRawValue()));
    }
    return cell.getType() == CellType.FORMULA && Strings.nullToEmpty(cell.getRawValue()).isEmpty()
        ? Optional.of(
            "cell %s holds the formula =%s without a value; open and save the workbook in Excel"
                .formatted(cell.getAddress(), cell.getFormula()))
        : Optional.empty();
  }

  private String text(Cell cell) {
    String raw = Strings.nullToEmpty(cell.getRawValue());
    boolean isNumber = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
    String text = isNumber ? number(cell, raw) : Strings.nullToEmpty(cell.getText());
    String trimmed = TextTable.UNSEEN.trimFrom(text);
    return format.missing().contains(trimmed) ? "" : trimmed;
  }

  private String number(Cell cell, String raw) {
    BigDecimal number;
    try {
      number = new BigDecimal(raw);
    } catch (NumberFormatException text) {
      return raw;
    }
    if (isDate(Strings.nullToEmpty(cell.getDataFormatString()))) {
      try {
        return date(number);
      } catch (DateTimeException outside) {
        return raw;
      }
    }
    return number.stripTrailingZeros().toPlainString();
  }

  /** Returns whether a format of numbers shows days or years. */
  private static boolean isDate(String numberFormat) {
    String letters = NO_DATE.matcher(numberFormat.toLowerCase(Locale.ROOT)).replaceAll("");
    return letters.indexOf('d') >= 0 || letters.indexOf('y') >= 0;
  }

  /**
   * Returns the day of a serial number; the first system has a 29 February 1900, which never was.
   */
  private String date(BigDecimal number) {
    long days = number.longValue();
    LocalDateTime start =
        workbook.isDate1904()
            ? LocalDateTime.of(1904, 1, 1, 0, 0)
            : LocalDateTime.of(1899, 12, days < 61 ? 31 : 30, 0, 0);
    return start.plusDays(days).toLocalDate().toString();
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
