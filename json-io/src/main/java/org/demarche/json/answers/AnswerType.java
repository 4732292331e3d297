package org.demarche.json.answers;

import java.util.List;
import java.util.function.Function;
import org.demarche.answer.Answer;
import org.demarche.json.records.FormatVersion;
import tools.jackson.core.JsonGenerator;

/**
 * A kind of answer: its name, its class, and its forms.
 *
 * @param name the name of the member that holds such an answer in a document
 * @param type its class
 * @param json reads and writes an answer as JSON, and writes its schema
 * @param make makes an answer of what was read
 * @param csv returns the table of an answer, under a header
 */
public record AnswerType<A extends Answer>(
    String name,
    Class<A> type,
    MemberCodec<A> json,
    Function<Draft, A> make,
    Function<A, List<List<String>>> csv) {

  /** The name of the member that states the kind of an answer inside another object. */
  static final String KIND = "kind";

  /** Writes an answer of this kind as a document. */
  public void writeDocument(Answer answer, JsonGenerator out) {
    writeDocument(answer, out, () -> {});
  }

  /** Writes an answer of this kind as a document, with other members after the answer. */
  void writeDocument(Answer answer, JsonGenerator out, Runnable beside) {
    out.writeStartObject();
    out.writeNumberProperty(FormatVersion.MEMBER, FormatVersion.NUMBER);
    out.writeName(name);
    json.write(type.cast(answer), out);
    beside.run();
    out.writeEndObject();
  }

  /** Writes an answer of this kind as a value inside another object, which states the kind. */
  public void writeNested(Answer answer, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty(KIND, name);
    json.writeMembers(type.cast(answer), out);
    out.writeEndObject();
  }

  /** Returns the table of an answer of this kind, under a header. */
  public List<List<String>> table(Answer answer) {
    return csv.apply(type.cast(answer));
  }
}
