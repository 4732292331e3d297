package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Explanation;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;

/** Drafts in answers as JSON and CSV: said of the viewpoint, and marked at each citation. */
class DraftAnswersTest {
  private static final Dossier CODED = Dossiers.parse(SampleDossiers.VALID_DOCUMENT);

  private static final Dossier DOSSIER =
      Dossiers.parse(
          SampleDossiers.VALID_DOCUMENT.replace(
              "\"force\": \"REAFFIRM\",", "\"force\": \"REAFFIRM\", \"status\": \"DRAFT\","));

  private static final Tracker TRACKER = Tracker.of(DOSSIER);

  private static void assertReadBack(Answer answer, Dossier dossier) {
    assertThat(Answers.parse(Answers.format(answer))).isEqualTo(answer);
    String compact = Answers.writer().records(dossier).compact().format(answer);
    assertThat(Answers.parse(compact)).isEqualTo(answer);
  }

  @Test
  void the_viewpoint_says_that_drafts_are_included_and_each_cited_draft_is_marked() {
    Answer position = TRACKER.withDrafts().position("rok", "three-nos");
    assertThat(Answers.format(position))
        .contains("\"includesDrafts\": true", "\"draft\": true", "\"status\": \"DRAFT\"");
    assertThat(Answers.csv(position).lines().findFirst().orElseThrow())
        .contains(",min_grade,drafts,");
    assertThat(Answers.csv(position)).contains(",OTHER_SIDE,included,");
    assertReadBack(position, DOSSIER);
    assertReadBack(TRACKER.withDrafts().claims().find(), DOSSIER);
    assertReadBack(TRACKER.withDrafts().claims().chronology(), DOSSIER);
  }

  @Test
  void an_answer_without_drafts_does_not_mention_them() {
    Answer position = Tracker.of(CODED).position("rok", "three-nos");
    assertThat(Answers.format(position)).contains("\"includesDrafts\": false");
    assertThat(Answers.writer().records(CODED).compact().format(position))
        .doesNotContainIgnoringCase("draft");
    assertReadBack(position, CODED);
  }

  @Test
  void an_explanation_names_the_drafts_that_it_left_out() {
    Explanation explanation = TRACKER.explain("rok", "three-nos");
    assertThat(Answers.format(explanation)).contains("\"uncountedDrafts\": [ \"KT17-07\" ]");
    assertReadBack(explanation, DOSSIER);
  }
}
