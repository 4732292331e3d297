package org.demarche.json.tables;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/** A table in delimited text, packed with gzip or not. */
final class TextTable implements TableRows {
  /** White space, and characters that cannot be seen, at the ends of cells. */
  static final CharMatcher UNSEEN =
      CharMatcher.whitespace()
          .or(CharMatcher.anyOf("\u200B\u200C\u200D\u2060\uFEFF"))
          .precomputed();

  private static final CharMatcher LINE_ENDS = CharMatcher.anyOf("\r\n");
  private static final String SEPARATOR_LINE = "sep=";

  private final String file;
  private final TextFormat format;
  private final StrictText text;
  private final TextLines lines;
  private final Dialect dialect;
  private final DelimitedRows rows;
  private final ImmutableList<String> header;
  private int headerLine = 1;
  private Optional<DelimitedRows.Row> first = Optional.empty();

  private TextTable(String file, TextFormat format, StrictText text) throws IOException {
    this.file = file;
    this.format = format;
    this.text = text;
    this.lines = new TextLines(text, Limits.LINE_BYTES);
    this.dialect = dialect();
    this.rows = new DelimitedRows(lines, dialect, Limits.LINE_BYTES);
    skipLines();
    this.header = readHeader();
    if (!format.hasLongCells()) {
      rows.refuseSwallowedRows(header.size());
    }
  }

  /** Opens a table and reads its header. */
  static TextTable open(Path file, InputStream in, TextFormat format, HeapBudget budget)
      throws IOException {
    StrictText text =
        new StrictText(
            BoundedInput.of(in, format.maxBytes(), budget),
            format.charset(),
            "state the encoding of the table with charset(…)");
    TextTable table = null;
    try {
      table = new TextTable(file.toString(), format, text);
      return table;
    } catch (IOException failed) {
      throw failure(file.toString(), failed, 1);
    } finally {
      if (table == null) {
        close(text, file.toString());
      }
    }
  }

  /** Returns the marks of the text; a first line for spreadsheets names the separator. */
  private Dialect dialect() throws IOException {
    Optional<String> line = lines.next();
    if (line.isEmpty()) {
      throw refused("the table is empty; a table begins with its header", 1);
    }
    String mark = ByteOrderMark.strip(line.get());
    int length = LINE_ENDS.trimTrailingFrom(mark).length(); // the separator may be a tab
    if (mark.startsWith(SEPARATOR_LINE) && length == SEPARATOR_LINE.length() + 1) {
      return format.dialect().withSeparator(mark.charAt(SEPARATOR_LINE.length()));
    }
    lines.giveBack(mark);
    return format.dialect();
  }

  private void skipLines() throws IOException {
    for (int i = 0; i < format.skipLines(); i++) {
      lines.next();
    }
  }

  private static boolean isBlank(DelimitedRows.Row row) {
    return row.error().isEmpty() && row.fields().stream().allMatch(UNSEEN::matchesAllOf);
  }

  private ImmutableList<String> readHeader() throws IOException {
    if (format.header() == TextFormat.Header.GIVEN) {
      return format.names();
    }
    Optional<DelimitedRows.Row> row = rows.next();
    while (format.header() == TextFormat.Header.FIRST_ROW
        && row.filter(TextTable::isBlank).isPresent()) {
      row = rows.next();
    }
    if (row.isEmpty()) {
      throw refused("the table is empty; a table begins with its header", 1);
    }
    if (row.get().error().isPresent()) {
      String why = row.get().error().get();
      String hint = HeaderHint.ofMarks(row.get().fields().get(0), dialect.separator());
      throw refused("the header cannot be read: " + why + hint, row.get().line());
    }
    headerLine = row.get().line();
    if (format.header() == TextFormat.Header.FIRST_ROW) {
      return row.get().fields().stream()
          .map(UNSEEN::trimFrom)
          .collect(ImmutableList.toImmutableList());
    }
    first = row;
    return IntStream.rangeClosed(1, row.get().fields().size())
        .mapToObj(Integer::toString)
        .collect(ImmutableList.toImmutableList());
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
    try {
      while (true) {
        Optional<DelimitedRows.Row> next = first.isPresent() ? first : rows.next();
        first = Optional.empty();
        if (next.isEmpty()) {
          return Optional.empty();
        }
        Row row = row(next.get());
        if (!row.isBlank()) {
          return Optional.of(row);
        }
      }
    } catch (IOException failed) {
      throw failure(file, failed, lines.number() + 1);
    }
  }

  private Row row(DelimitedRows.Row read) {
    if (read.error().isPresent()) {
      return Row.unreadable(read.line(), read.lastLine(), read.fields(), read.error().get());
    }
    ImmutableList.Builder<String> all = ImmutableList.builderWithExpectedSize(header.size());
    int size = 0;
    for (int i = 0; i < read.fields().size(); i++) {
      String cell = cell(read.fields().get(i), i, read.quoted());
      all.add(cell);
      size = i < header.size() || !cell.isEmpty() ? i + 1 : size;
    }
    ImmutableList<String> cells = all.build();
    return size == header.size()
        ? Row.of(read.line(), read.lastLine(), cells.subList(0, size))
        : Row.unreadable(
            read.line(),
            read.lastLine(),
            cells,
            "a row of %s fields under a header of %s".formatted(cells.size(), header.size()));
  }

  private String cell(String field, int at, BitSet quoted) {
    String cell = UNSEEN.trimFrom(field);
    return !quoted.get(at) && format.missing().contains(cell) ? "" : cell;
  }

  private InvalidDossierException refused(String why, int line) {
    return refused(file, why, line);
  }

  private static InvalidDossierException refused(String file, String why, int line) {
    return FileErrors.refused(
        FileErrors.problem(Problem.Code.SYNTAX, "", why, new Place(file, line, 1)));
  }

  private static RuntimeException failure(String file, IOException failed, int line) {
    if (failed instanceof CharacterCodingException || failed instanceof TextLines.TooLong) {
      return refused(file, String.valueOf(failed.getMessage()), line);
    }
    return failed instanceof BoundedInput.TooLarge large
        ? FileErrors.refused(FileErrors.tooLarge(large, file))
        : FileErrors.unreadable(file, failed);
  }

  private static void close(StrictText text, String file) {
    try {
      text.close();
    } catch (IOException failed) {
      throw FileErrors.unreadable(file, failed);
    }
  }

  @Override
  public void close() {
    close(text, file);
  }
}
