package org.demarche.json;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.demarche.answer.Answer;
import tools.jackson.core.JsonGenerator;

/**
 * Answers for programs: as JSON, of which {@code answer.schema.json} in the module is the schema,
 * and as tables in CSV.
 *
 * <p>A document holds one answer, as the one member beside the version of the format: {@code
 * {"demarche": 1, "comparison": {…}}}. Positions stand in it whole, with the claims that carry them
 * and their evidence. The same answer gives the same bytes.
 *
 * <pre>{@code
 * Answers.write(now.compare("rok", "prc"), Path.of("comparison.json"));
 * String csv = Answers.csv(now.positionsOf("rok"));
 * }</pre>
 */
public final class Answers {
  private Answers() {}

  /** The JSON of an answer. */
  public static String format(Answer answer) {
    StringWriter text = new StringWriter();
    write(answer, text);
    return text.toString();
  }

  /**
   * Writes an answer to a file, whole or not at all.
   *
   * @param file as JSON, or as a table where its name ends in {@code .csv}; packed where it ends in
   *     {@code .gz}
   * @throws UncheckedIOException if it cannot be written; what stood there is still there
   */
  public static void write(Answer answer, Path file) {
    boolean table = DossierReader.unpacked(file.toString()).endsWith(".csv");
    AtomicFile.write(
        file,
        out -> {
          if (table) {
            out.write(csv(answer));
          } else {
            write(answer, out);
          }
        });
  }

  private static void write(Answer answer, Writer text) {
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      write(answer, out);
      out.writeRaw('\n');
    }
  }

  static void write(Answer answer, JsonGenerator out) {
    AnswerWriters.Sort<?> sort = AnswerWriters.of(answer);
    out.writeStartObject();
    out.writeNumberProperty(DocumentReader.VERSION_MEMBER, FormatVersion.NUMBER);
    out.writeName(sort.name());
    sort.write(answer, out);
    out.writeEndObject();
  }

  /**
   * The rows of an answer as a table in CSV (RFC 4180), with a header. A cell that a spreadsheet
   * would take for a formula (it begins with {@code = + - @} or a control character, and is no
   * number) begins with an apostrophe.
   */
  public static String csv(Answer answer) {
    return AnswerColumns.csv(answer, true);
  }

  /**
   * The rows of an answer as a table in CSV, with every cell as it is: for programs, not for
   * spreadsheets.
   */
  public static String rawCsv(Answer answer) {
    return AnswerColumns.csv(answer, false);
  }
}
