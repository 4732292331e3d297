package org.demarche.json.answers;

import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.demarche.suggestion.ShownValue;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** A formatter of tables as CSV (RFC 4180). */
public final class CsvText {
  private static final CsvMapper CSV = new CsvMapper();
  private static final CsvMapper QUOTED =
      CsvMapper.builder().enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS).build();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

  /** The signs that begin a formula, also in full width, which some spreadsheets take for them. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvText() {}

  /** Writes a table with every field unchanged. */
  public static void raw(List<List<String>> table, Writer out) {
    write(CSV, table, field -> field, out);
  }

  /** Writes a table with every field unchanged and in quotation marks. */
  public static void quoted(List<List<String>> table, Writer out) {
    write(QUOTED, table, field -> field, out);
  }

  /**
   * Writes a table in which no spreadsheet takes a field for a formula, no character turns the
   * direction of others or acts on a terminal, and lines within a field end in a line feed.
   */
  public static void withoutFormulas(List<List<String>> table, Writer out) {
    write(CSV, table, CsvText::escaped, out);
  }

  private static void write(
      CsvMapper csv, List<List<String>> table, UnaryOperator<String> field, Writer out) {
    CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\n");
    try (SequenceWriter rows =
        csv.writer(schema).without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValues(out)) {
      table.forEach(row -> rows.write(row.stream().map(field).toArray(String[]::new)));
    }
  }

  private static String escaped(String given) {
    String field = ShownValue.inLines(given);
    boolean formula =
        !field.isEmpty()
            && !NUMBER.matcher(field).matches()
            && (FORMULA.indexOf(field.charAt(0)) >= 0 || field.charAt(0) < ' ');
    return formula ? "'" + field : field;
  }
}
