package org.demarche.json.sheets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.demarche.json.files.OptionalLibrary;
import org.demarche.suggestion.ShownValue;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A writer of workbooks for Excel (Office Open XML, ECMA-376): a filter and a fixed header on each
 * sheet, and widths that fit. The same sheets give the same bytes.
 */
public final class WorkbookWriter {
  private static final int LONGEST_CELL = 32_767;
  private static final int NARROWEST = 6;
  private static final int WIDEST = 60;
  private static final int MEASURED_ROWS = 500;
  private static final int MOST_LINES = 12;
  private static final double LINE_HEIGHT = 15; // points
  private static final String HEADER = "D9D9D9";

  /** A number that a spreadsheet prints as it was written: no zeros in front, few digits. */
  private static final Pattern NUMBER =
      Pattern.compile("0|-?[1-9]\\d{0,14}|-?(0|[1-9]\\d{0,8})\\.\\d{1,17}");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The days before have other numbers in spreadsheets of different makers. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  /**
   * Not the first moment of 1980, with which Java stores the time in the zone of the machine too.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** The part of a workbook that says when it was made. */
  private static final String PROPERTIES = "docProps/core.xml";

  private static final Pattern CREATED =
      Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

  /** The parts that hold the boxes of notes, whose usual size is too small for a citation. */
  private static final String NOTES = "xl/drawings/vmlDrawing";

  private static final Pattern NOTE_SIZE =
      Pattern.compile("<x:Anchor>(\\d+),0,(\\d+),0,\\d+,0,\\d+,0</x:Anchor>");
  private static final int NOTE_COLUMNS = 4;
  private static final int NOTE_ROWS = 10;

  /** The characters that XML 1.0 cannot hold, or turns into others: a pair of surrogates stays. */
  private static final String UNWRITABLE = "[\\x00-\\x08\\x0B-\\x1F\\p{Cs}\\uFFFE\\uFFFF]";

  /**
   * A character that is written as its code (22.9.2.19), since it cannot be written, or since it
   * begins what would be taken for such a code.
   */
  private static final Pattern CODED =
      Pattern.compile(UNWRITABLE + "|_(?=x[0-9A-Fa-f]{4}(?:_|" + UNWRITABLE + "))");

  private WorkbookWriter() {}

  /**
   * Writes a workbook.
   *
   * @throws IllegalArgumentException if a sheet has more rows or columns than a workbook can have
   * @throws IllegalStateException if the library that writes workbooks is missing
   */
  public static void write(List<Sheet> sheets, OutputStream out) throws IOException {
    OptionalLibrary.WORKBOOK_WRITER.require();
    for (Sheet sheet : sheets) {
      requireSize(sheet);
    }
    Path timed = Files.createTempFile("demarche-", ".xlsx");
    try {
      try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(timed));
          Workbook workbook = new Workbook(bytes, "Demarche", null)) {
        for (Sheet sheet : sheets) {
          write(sheet, workbook.newWorksheet(sheet.name()));
        }
      }
      finish(timed, out);
    } finally {
      Files.delete(timed);
    }
  }

  private static void requireSize(Sheet sheet) {
    int rows = sheet.table().size();
    int columns = sheet.table().isEmpty() ? 0 : sheet.table().get(0).size();
    if (rows > Worksheet.MAX_ROWS || columns > Worksheet.MAX_COLS) {
      throw ShownValue.refused(
          "the sheet %s would have %s rows and %s columns, a workbook holds %s and %s; narrow the question, or write .csv"
              .formatted(sheet.name(), rows, columns, Worksheet.MAX_ROWS, Worksheet.MAX_COLS));
    }
  }

  private static void write(Sheet sheet, Worksheet out) throws IOException {
    List<List<String>> table = sheet.table();
    int columns = table.get(0).size();
    out.freezePane(sheet.fixed(), 1);
    out.setAutoFilter(0, 0, table.size() - 1, columns - 1);
    for (int column = 0; column < columns; column++) {
      out.width(column, width(table, column));
    }
    for (int row = 0; row < table.size(); row++) {
      int lines = 1;
      for (int column = 0; column < columns; column++) {
        write(sheet, row, column, out);
        lines = Math.max(lines, lines(table.get(row).get(column)));
      }
      if (lines > 1) {
        out.rowHeight(row, Math.min(lines, MOST_LINES) * LINE_HEIGHT);
      }
    }
    out.finish();
  }

  private static void write(Sheet sheet, int row, int column, Worksheet out) {
    String text = sheet.table().get(row).get(column);
    if (row == 0) {
      out.value(row, column, fitting(text));
      out.style(row, column).bold().fillColor(HEADER).verticalAlignment("top").wrapText(true).set();
      return;
    }
    boolean isText = sheet.texts().contains(column);
    if (text.isEmpty()) {
      // An empty cell is not written, so that a filter finds it among the blanks.
    } else if (!isText && NUMBER.matcher(text).matches()) {
      out.value(row, column, new BigDecimal(text));
    } else if (!isText && isDay(text)) {
      out.value(row, column, LocalDate.parse(text));
      out.style(row, column).format("yyyy-mm-dd").set();
    } else {
      out.value(row, column, fitting(text));
      if (lines(text) > 1) {
        out.style(row, column).wrapText(true).verticalAlignment("top").set();
      }
    }
    sheet.marks().colour(row, column).ifPresent(c -> out.style(row, column).fillColor(c).set());
    sheet.marks().note(row, column).ifPresent(note -> out.comment(row, column, fitting(note)));
  }

  private static boolean isDay(String text) {
    try {
      return DAY.matcher(text).matches() && !LocalDate.parse(text).isBefore(FIRST_DAY);
    } catch (DateTimeException none) {
      return false; // such as the 30 February
    }
  }

  /** Returns a text as a cell can hold it; what does not fit is counted. */
  private static String fitting(String text) {
    return CODED
        .matcher(cut(text))
        .replaceAll(one -> String.format(Locale.ROOT, "_x%04X_", (int) one.group().charAt(0)));
  }

  private static String cut(String written) {
    if (written.length() <= LONGEST_CELL) {
      return written;
    }
    String end = " … and %s more characters";
    int kept = LONGEST_CELL - end.length() - 10;
    kept -= Character.isHighSurrogate(written.charAt(kept - 1)) ? 1 : 0;
    return written.substring(0, kept) + end.formatted(written.length() - kept);
  }

  private static int width(List<List<String>> table, int column) {
    int width = NARROWEST;
    for (int row = 0; row < Math.min(table.size(), MEASURED_ROWS); row++) {
      width = Math.max(width, width(table.get(row).get(column)) + 2);
    }
    return Math.min(width, WIDEST);
  }

  /** Returns about how many lines a text takes in the widest column. */
  private static int lines(String text) {
    return text.length() < WIDEST / 2
        ? (int) text.lines().count()
        : text.lines().mapToInt(line -> 1 + lineWidth(line) / WIDEST).sum();
  }

  /** Returns about how many digits are as wide as the longest line of a text. */
  private static int width(String text) {
    return text.lines().mapToInt(WorkbookWriter::lineWidth).max().orElse(0);
  }

  private static int lineWidth(String line) {
    return line.codePoints().map(WorkbookWriter::width).sum();
  }

  private static int width(int point) {
    return Character.isIdeographic(point)
            || Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL
        ? 2
        : 1;
  }

  /** Copies a workbook without times, so that the bytes are the same, and with larger notes. */
  private static void finish(Path workbook, OutputStream out) throws IOException {
    ZipOutputStream copy = new ZipOutputStream(out);
    try (ZipFile parts = new ZipFile(workbook.toFile())) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        ZipEntry untimed = new ZipEntry(part.getName());
        untimed.setTimeLocal(NO_TIME);
        copy.putNextEntry(untimed);
        try (InputStream content = parts.getInputStream(part)) {
          if (part.getName().equals(PROPERTIES)) {
            write(CREATED.matcher(text(content)).replaceAll(""), copy);
          } else if (part.getName().startsWith(NOTES)) {
            write(NOTE_SIZE.matcher(text(content)).replaceAll(WorkbookWriter::noteSize), copy);
          } else {
            content.transferTo(copy);
          }
        }
        copy.closeEntry();
      }
    }
    copy.finish();
  }

  private static String text(InputStream content) throws IOException {
    return new String(content.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the corners of the box of a note, beside its cell, in columns and rows. */
  private static String noteSize(MatchResult note) {
    int column = Integer.parseInt(note.group(1));
    int row = Integer.parseInt(note.group(2));
    return "<x:Anchor>%s,15,%s,2,%s,15,%s,4</x:Anchor>"
        .formatted(column + 1, row, column + 1 + NOTE_COLUMNS, row + NOTE_ROWS);
  }
}
