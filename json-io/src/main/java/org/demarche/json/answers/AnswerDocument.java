package org.demarche.json.answers;

import java.io.Writer;
import java.util.Optional;
import org.demarche.answer.Answer;
import org.demarche.answer.Wording;
import org.demarche.json.records.CanonicalPrinter;
import org.demarche.json.records.DocumentWriter;
import org.demarche.model.Dossier;
import tools.jackson.core.JsonGenerator;

/** A writer of documents that hold one answer, and its records if they are asked for. */
public final class AnswerDocument {
  /** The name of the member that holds the records that an answer cites. */
  static final String RECORDS = "records";

  private AnswerDocument() {}

  /** The layout of a document. */
  public enum Layout {
    /** Several lines, with every member. */
    WHOLE,
    /** One line, without the members that have default values or follow from others. */
    COMPACT
  }

  /**
   * Writes an answer as a document.
   *
   * @param records the dossier of the records that are written beside the answer, if any are
   * @param words the language of the words that are written beside the answer, if any are
   */
  public static void write(
      Answer answer,
      Layout layout,
      Optional<Dossier> records,
      Optional<Wording> words,
      Writer text) {
    WritingContext context = new WritingContext(records);
    AnswerForm form =
        layout == Layout.COMPACT ? AnswerForm.compact(context) : AnswerForm.whole(context);
    try (JsonGenerator out =
        layout == Layout.COMPACT ? CanonicalPrinter.compact(text) : CanonicalPrinter.lines(text)) {
      new AnswerRegistry(form)
          .of(answer)
          .writeDocument(
              answer,
              out,
              () -> {
                writeRecords(context, out);
                words.ifPresent(wording -> AnswerWords.write(answer, wording, out));
              });
      if (layout == Layout.WHOLE) {
        out.writeRaw('\n');
      }
    }
  }

  private static void writeRecords(WritingContext context, JsonGenerator out) {
    context
        .citedRecords()
        .ifPresent(
            records -> {
              out.writeName(RECORDS);
              DocumentWriter.write(records, Optional.empty(), out);
            });
  }
}
