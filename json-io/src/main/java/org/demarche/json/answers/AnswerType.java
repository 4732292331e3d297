package org.demarche.json.answers;

import java.util.List;
import java.util.function.Function;
import org.demarche.answer.Answer;
import org.demarche.json.records.ValueWriter;
import tools.jackson.core.JsonGenerator;

/**
 * A kind of answer: its name, its class, and both of its forms.
 *
 * @param name the name of the single member that holds such an answer in a document
 * @param type its class
 * @param json writes an answer as JSON, and its schema
 * @param csv returns the table of an answer, under a header
 */
public record AnswerType<A extends Answer>(
    String name, Class<A> type, ValueWriter<A> json, Function<A, List<List<String>>> csv) {

  /** Writes an answer of this kind as JSON. */
  public void write(Answer answer, JsonGenerator out) {
    json.write(type.cast(answer), out);
  }

  /** Returns the table of an answer of this kind, under a header. */
  public List<List<String>> table(Answer answer) {
    return csv.apply(type.cast(answer));
  }
}
