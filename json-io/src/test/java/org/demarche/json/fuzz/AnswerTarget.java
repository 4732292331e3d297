package org.demarche.json.fuzz;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.json.Answers;
import org.demarche.json.AnswersTest;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.text.Style;

/** Reads an altered answer: it is refused, or prints safely and reads back as it was written. */
public final class AnswerTarget {
  private static final Alterations ALTERATIONS = Alterations.ofJson(samples());

  private AnswerTarget() {}

  private static List<String> samples() {
    Dossier dossier = SampleDossiers.completeDossier();
    return AnswersTest.answers(Tracker.of(dossier)).stream()
        .map(answer -> Answers.writer().records(dossier).format(answer))
        .toList();
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] document = ALTERATIONS.apply(input);
    Answer answer;
    try {
      answer = Answers.read(new ByteArrayInputStream(document), "fuzzed.json");
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
      return;
    } catch (UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, document);
      return;
    }
    Printed.requireSafe("a line", answer.toString());
    Printed.requireSafe("a page", answer.print());
    Printed.requireSafe("a page of HTML", answer.full().print(Style.whole().html()));
    if (!Answers.parse(Answers.format(answer)).equals(answer)) {
      throw new AssertionError("what was written reads otherwise: " + answer);
    }
  }
}
