package org.demarche.json.answers;

import java.io.Writer;
import java.util.Optional;
import org.demarche.answer.Answer;
import org.demarche.json.records.CanonicalPrinter;
import org.demarche.json.records.DocumentWriter;
import org.demarche.json.records.FormatVersion;
import org.demarche.model.Dossier;
import tools.jackson.core.JsonGenerator;

/** A writer of documents that hold one answer, and its records if they are asked for. */
public final class AnswerDocument {
  /** The name of the member that holds the records that an answer cites. */
  static final String RECORDS = "records";

  private AnswerDocument() {}

  /**
   * Writes an answer as a document.
   *
   * @param compact whether it is on one line, without the members that have default values
   * @param records the dossier of the records that are written beside the answer, if any are
   */
  public static void write(Answer answer, boolean compact, Optional<Dossier> records, Writer text) {
    AnswerForm form = AnswerForm.toWrite(compact, records);
    AnswerType<?> type = new AnswerRegistry(form).of(answer);
    try (JsonGenerator out =
        compact ? CanonicalPrinter.compact(text) : CanonicalPrinter.lines(text)) {
      out.writeStartObject();
      out.writeNumberProperty(FormatVersion.MEMBER, FormatVersion.NUMBER);
      out.writeName(type.name());
      type.write(answer, out);
      if (records.isPresent()) {
        out.writeName(RECORDS);
        DocumentWriter.write(form.cited().of(records.get()), Optional.empty(), out);
      }
      out.writeEndObject();
      if (!compact) {
        out.writeRaw('\n');
      }
    }
  }
}
