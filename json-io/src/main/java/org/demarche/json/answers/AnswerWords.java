package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.answer.Answer;
import org.demarche.answer.Change;
import org.demarche.answer.Difference;
import org.demarche.answer.Explanation;
import org.demarche.answer.Grade;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.answer.Wording;
import org.demarche.model.Basis;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import tools.jackson.core.JsonGenerator;

/** The words of a language beside the constants of an answer, as JSON and as CSV. */
public final class AnswerWords {
  /** The name of the member of a document that holds the words. */
  static final String MEMBER = "words";

  /** The key of a constant; other keys of a wording are of patterns. */
  private static final Pattern CONSTANT = Pattern.compile("[A-Z].*");

  /** The columns that hold constants, by the last part of their names. */
  private static final ImmutableMap<String, Class<? extends Enum<?>>> COLUMNS =
      ImmutableMap.<String, Class<? extends Enum<?>>>builder()
          .put("stance", Stance.class)
          .put("force", Force.class)
          .put("grade", Grade.class)
          .put("standing", Standing.class)
          .put("basis", Basis.class)
          .put("mode", Mode.class)
          .put("outcome", PositionOutcome.class)
          .put("reason", Unknown.Reason.class)
          .put("ruling", Explanation.Ruling.class)
          .put("change", Change.Label.class)
          .put("difference", Difference.Label.class)
          .put("relation", Relation.Label.class)
          .buildOrThrow();

  private AnswerWords() {}

  /** Writes the member: the answer in sentences, and the word of each constant by its key. */
  static void write(Answer answer, Wording wording, JsonGenerator out) {
    out.writeName(MEMBER);
    out.writeStartObject();
    out.writeStringProperty("sentence", answer.sentence(wording));
    wording
        .words()
        .forEach(
            (key, word) -> {
              if (CONSTANT.matcher(key).matches()) {
                out.writeStringProperty(
                    key, new MessageFormat(word, Locale.ROOT).format(new Object[0]));
              }
            });
    out.writeEndObject();
  }

  /** Returns a table with a column of words after each column of constants. */
  public static List<List<String>> beside(List<List<String>> table, Wording wording) {
    List<String> header = table.get(0);
    List<List<String>> wider = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      ImmutableList.Builder<String> cells = ImmutableList.builder();
      for (int column = 0; column < header.size(); column++) {
        String cell = table.get(row).get(column);
        cells.add(cell);
        Optional<Class<? extends Enum<?>>> type = constants(header.get(column));
        if (type.isPresent()) {
          cells.add(row == 0 ? cell + "_words" : word(cell, type.get(), wording));
        }
      }
      wider.add(cells.build());
    }
    return wider;
  }

  private static Optional<Class<? extends Enum<?>>> constants(String column) {
    return COLUMNS.entrySet().stream()
        .filter(known -> column.equals(known.getKey()) || column.endsWith("_" + known.getKey()))
        .<Class<? extends Enum<?>>>map(Map.Entry::getValue)
        .findFirst();
  }

  private static String word(String cell, Class<? extends Enum<?>> type, Wording wording) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(cell))
        .map(wording::word)
        .findFirst()
        .orElse("");
  }
}
