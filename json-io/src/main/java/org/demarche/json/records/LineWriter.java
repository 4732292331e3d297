package org.demarche.json.records;

import java.io.StringWriter;
import org.demarche.model.DossierRecord;
import tools.jackson.core.JsonGenerator;

/** A writer of the lines of a {@code dossier.jsonl}. */
public final class LineWriter {
  private LineWriter() {}

  /** Returns a line that states the version of the format. */
  public static String header() {
    return "{\"" + FormatVersion.MEMBER + "\":" + FormatVersion.NUMBER + "}\n";
  }

  /** Returns a record as a line, with its line feed. */
  public static String line(DossierRecord record) {
    return line(RecordType.of(record), record);
  }

  private static <R extends DossierRecord> String line(RecordType<R> type, DossierRecord record) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.compact(text)) {
      out.writeStartObject();
      out.writeName(type.name());
      type.write(record, out);
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }
}
