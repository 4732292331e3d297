package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words beside the constants of an answer, as JSON, as CSV and as text. */
class AnswerWordsTest {
  private static final Tracker TRACKER = Tracker.of(ExportedValuesTest.CONTESTED);
  private static final Answer CONTESTED = TRACKER.position("rok", "p");
  private static final AnswerWriter KOREAN = Answers.writer().words(Wording.of("ko"));

  @TempDir Path folder;

  @Test
  void a_document_has_the_sentence_and_the_word_of_each_constant_by_its_key() {
    JsonNode document =
        new JsonMapper().readTree(Answers.writer().words(Wording.english()).format(CONTESTED));
    assertThat(document.get("position").get("status").asString()).isEqualTo("CONTESTED");
    JsonNode words = document.get("words");
    assertThat(words.get("sentence").asString())
        .isEqualTo(
            "Seoul, as of 1 February 2020: contested on “P is so”. Its claims conflict: for (asserts, reported, 1 January 2020) and against (asserts the opposite, reported, 1 January 2020).");
    assertThat(words.get("Stance.FOR").asString()).isEqualTo("for");
    assertThat(words.get("Change.Label.WITHDRAWN").asString()).isEqualTo("withdrawn");
    assertThat(words.has("position.sentence")).isFalse();
  }

  @Test
  void words_are_skipped_when_a_document_is_read() {
    assertThat(Answers.parse(KOREAN.format(CONTESTED))).isEqualTo(CONTESTED);
    assertThat(Answers.parse(KOREAN.records(TRACKER.dossier()).compact().format(CONTESTED)))
        .isEqualTo(CONTESTED);
  }

  @Test
  void a_table_has_a_column_of_words_after_each_column_of_constants() {
    List<String> lines = Splitter.on('\n').splitToList(KOREAN.csv(TRACKER.claims().find()));
    assertThat(lines.get(0)).contains("stance,stance_words,force,force_words");
    assertThat(lines.get(1)).contains("FOR,찬성,ASSERT,주장");
    assertThat(Answers.writer().csv(CONTESTED)).isEqualTo(Answers.csv(CONTESTED));
  }

  @Test
  void no_column_of_constants_of_any_answer_lacks_its_words() {
    for (Answer answer : AnswersTest.answers(Tracker.of(SampleDossiers.completeDossier()))) {
      List<String> plain = Splitter.on('\n').splitToList(Answers.csv(answer));
      List<String> header = Splitter.on(',').splitToList(plain.get(0));
      List<String> worded =
          Splitter.on(',')
              .splitToList(
                  Splitter.on('\n')
                      .splitToList(Answers.writer().words(Wording.english()).csv(answer))
                      .get(0));
      for (String column : header) {
        boolean isConstant =
            List.of(
                    "stance",
                    "force",
                    "grade",
                    "standing",
                    "basis",
                    "mode",
                    "outcome",
                    "reason",
                    "ruling",
                    "change",
                    "difference",
                    "relation")
                .stream()
                .anyMatch(name -> column.equals(name) || column.endsWith("_" + name));
        assertThat(worded.contains(column + "_words")).as(column).isEqualTo(isConstant);
      }
    }
  }

  @Test
  void a_file_is_written_in_the_words() throws IOException {
    Path text = folder.resolve("a.txt");
    KOREAN.write(CONTESTED, text);
    assertThat(Files.readString(text)).contains("내부 상충");
    Path table = folder.resolve("a.csv");
    KOREAN.write(CONTESTED, table);
    assertThat(Files.readString(table)).isEqualTo(KOREAN.csv(CONTESTED));
    assertThatThrownBy(() -> KOREAN.compact().write(CONTESTED, table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is written as JSON");
  }
}
