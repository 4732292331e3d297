package org.demarche.json.records;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.demarche.model.Description;
import org.demarche.model.DossierRecord;
import tools.jackson.core.JsonGenerator;

/** A writer of the lines of a {@code dossier.jsonl}. */
public final class LineWriter {
  private LineWriter() {}

  /** Returns a line that states the version of the format. */
  public static String header() {
    return "{\"" + FormatVersion.MEMBER + "\":" + FormatVersion.NUMBER + "}\n";
  }

  /** Returns a description as a line, with its line feed; an empty one as an empty text. */
  public static String line(Description description) {
    return description.isEmpty()
        ? ""
        : line(
            DossierAssembly.DESCRIPTION, out -> RecordCodecs.DESCRIPTION.write(description, out));
  }

  /** Returns a record as a line, with its line feed. */
  public static String line(DossierRecord record) {
    RecordType<?> type = RecordType.of(record);
    return line(type.name(), out -> type.write(record, out));
  }

  private static String line(String name, Consumer<JsonGenerator> value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.compact(text)) {
      out.writeStartObject();
      out.writeName(name);
      value.accept(out);
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }
}
