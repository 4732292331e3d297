package org.demarche.json.answers;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A formatter of tables as CSV (RFC 4180). */
public final class CsvText {
  private static final CsvMapper CSV = new CsvMapper();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

  private CsvText() {}

  /** Returns a table with every field unchanged. */
  public static String raw(List<List<String>> table) {
    return csv(table, field -> field);
  }

  /** Returns a table in which no spreadsheet takes a field for a formula. */
  public static String withoutFormulas(List<List<String>> table) {
    return csv(table, CsvText::escaped);
  }

  private static String csv(List<List<String>> table, UnaryOperator<String> field) {
    List<String[]> rows =
        table.stream().map(row -> row.stream().map(field).toArray(String[]::new)).toList();
    CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\n");
    return CSV.writer(schema).writeValueAsString(rows);
  }

  private static String escaped(String field) {
    boolean formula =
        !field.isEmpty()
            && !NUMBER.matcher(field).matches()
            && ("=+-@".indexOf(field.charAt(0)) >= 0 || field.charAt(0) < ' ');
    return formula ? "'" + field : field;
  }
}
