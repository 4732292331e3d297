package org.demarche.json.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Comparison;
import org.demarche.json.Answers;
import org.demarche.json.SampleDossiers;
import org.junit.jupiter.api.Test;

/** The registry of the plain form, which all writers and threads share. */
class SharedRegistryTest {
  @Test
  void writing_plain_answers_from_many_threads_gives_equal_texts_and_keeps_nothing() {
    Tracker tracker = Tracker.of(SampleDossiers.completeDossier());
    Comparison comparison = tracker.compare("rok", "moon");
    String text = Answers.format(comparison);
    List<String> texts =
        Collections.nCopies(200, comparison).parallelStream().map(Answers::format).toList();
    assertThat(texts).containsOnly(text);
    assertThat(AnswerForm.PLAIN.cited()).isEmpty();
  }
}
