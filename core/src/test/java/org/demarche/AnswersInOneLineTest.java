package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.stream.IntStream;
import org.demarche.answer.Tally;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.When;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.junit.jupiter.api.Test;

/** The one line that each answer is as a string: the question, then the result. */
class AnswersInOneLineTest {
  private static final TestDossier DOSSIER =
      TestDossier.of("p", "q", "s")
          .with(proposition("r").addExcludes("q").build())
          .with(
              Occasion.of("talks", "Talks of X and Y", When.parse("2016-02-01"), "x-mofa", "y-mfa"))
          .says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01", "peace")
          .says("x-mofa", "c2", "p", UNCOMMITTED, REFUSE, "2016-06-01", "law")
          .says("y-mfa", "d1", "p", FOR, URGE, "2016-05-01", "peace")
          .says("y-mfa", "d2", "q", FOR, ASSERT, "[..2016-05-01]")
          .says("x-mofa", "c3", "r", FOR, ASSERT, "2016-05-01")
          .says("x-mofa", "e1", "s", FOR, ASSERT, "2016-05-01")
          .says("x-mofa", "e2", "s", AGAINST, ASSERT, "2016-05-01")
          .with(
              claim("j1", "x-mofa", "q", FOR, AGREE, "2016-02-01")
                  .addPrincipals("y-mfa")
                  .occasion("talks")
                  .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                  .build());

  private final Tracker tracker = DOSSIER.tracker();
  private final Tracker then = tracker.asOf("2016-04-30");
  private final Tracker now = tracker.asOf("2016-07-01");

  @Test
  void a_position_is_its_question_its_outcome_and_the_claim_to_cite() {
    assertThat(now.position("x", "p"))
        .hasToString("x on p, as of 2016-07-01: UNCOMMITTED/REFUSE, cite c2");
    assertThat(now.without("S1").position("x", "p"))
        .hasToString("x on p, as of 2016-07-01, without S1: UNKNOWN, NO_CLAIMS");
    assertThat(now.position("x", "s"))
        .hasToString("x on s, as of 2016-07-01: CONTESTED, cite e1 and e2");
    assertThat(now.position("x", "p").support().get(0))
        .hasToString("c2  2016-06-01  The x-mofa: UNCOMMITTED p, REFUSE, REPORTED");
    assertThat(now.explain("x", "p"))
        .hasToString(
            "Explanation of x on p, as of 2016-07-01: UNCOMMITTED/REFUSE, cite c2; 2 claims considered");
    assertThat(now.explain("x", "p").considered().get(1))
        .hasToString(
            "SUPERSEDED by c2 (rule 5): c1  2016-03-01  The x-mofa: FOR p, HOPE, REPORTED");
  }

  @Test
  void a_list_of_positions_is_its_question_and_its_size() {
    assertThat(now.positionsOn("p").party("y"))
        .hasToString("Positions on p, as of 2016-07-01, party y: 1 position");
    assertThat(now.matrix("x", "y").on("p", "q").at("2016-03", "2016-06"))
        .hasToString(
            "Matrix of x and y at 2016-03-31 and 2016-06-30: 8 positions on 2 propositions");
    assertThat(now.stanceGrid("x"))
        .hasToString("Stances, as of 2016-07-01: 1 party on 4 propositions");
    assertThat(now.propositions("nothing"))
        .hasToString("Propositions with “nothing”: no propositions");
  }

  @Test
  void a_change_is_its_two_dates_its_label_and_both_positions() {
    assertThat(then.changeTo(now, "x", "p"))
        .hasToString(
            "x on p, from 2016-04-30 to 2016-07-01: WITHDRAWN, FOR/HOPE to UNCOMMITTED/REFUSE");
    assertThat(then.changesTo(now).on("p"))
        .hasToString("Changes from 2016-04-30 to 2016-07-01, on p: 2 changes");
    assertThat(now.history("x", "p")).hasToString("History of x on p, as of 2016-07-01: 2 changes");
    assertThat(now.timeline("p")).hasToString("Timeline of p, as of 2016-07-01: 3 entries");
    assertThat(now.timeline("p").rows().get(0)).hasToString("x on p from 2016-03-01: FOR");
  }

  @Test
  void a_difference_is_its_two_bodies_of_evidence_its_label_and_both_positions() {
    Tracker less = now.without("S1");
    assertThat(now.differencesTo(less).party("y").on("p"))
        .hasToString(
            "Differences between A (as of 2016-07-01) and B (as of 2016-07-01, without S1), party y, on p: 1 difference");
    assertThat(now.differencesTo(less).party("y").on("p").rows().get(0))
        .hasToString(
            "y on p, A (as of 2016-07-01) and B (as of 2016-07-01, without S1): LOST, FOR/URGE and ·");
  }

  @Test
  void updates_are_their_two_dates_and_the_number_of_differences_and_changes() {
    Tracker longer =
        tracker.plus(
            DOSSIER
                .with(
                    claim("late", "y-mfa", "p", AGAINST, ASSERT, "2016-06-15")
                        .addEvidence(evidence("S1", Mode.DIRECT))
                        .build())
                .build());
    assertThat(longer.changesSince(tracker))
        .hasToString("Updates from 2019-12-31 to 2019-12-31: 1 difference, no changes");
  }

  @Test
  void a_relation_is_its_two_parties_its_label_and_both_positions() {
    assertThat(now.relation("x", "y", "p"))
        .hasToString("x and y on p, as of 2016-07-01: DIVERGENCE, UNCOMMITTED/REFUSE and FOR/URGE");
    assertThat(now.compare("x", "y").on("p"))
        .hasToString("Comparison of x and y, as of 2016-07-01, on p: 1 relation");
  }

  @Test
  void a_list_of_claims_is_its_question_and_its_size() {
    assertThat(now.claims().on("p").find()).hasToString("Claims as of 2016-07-01, on p: 3 claims");
    assertThat(now.claims().on("p").chronology())
        .hasToString("Chronology of claims as of 2016-07-01, on p: 3 claims");
    assertThat(now.claims().on("p").chronology().entries().get(0))
        .hasToString("2016-03-01 (STATED)  c1  The x-mofa: FOR p, HOPE, REPORTED");
    assertThat(now.claims().on("p").framings())
        .hasToString("Frames of claims as of 2016-07-01, on p: 2 frames in 3 claims");
    assertThat(now.readouts("talks"))
        .hasToString("Read-outs of talks, as of 2016-07-01: 1 point, 0 mutual");
    assertThat(now.readouts("talks").points().get(0)).hasToString("j1: ONE_SIDED, reported by y");
  }

  @Test
  void a_query_is_its_question_and_how_to_run_it() {
    assertThat(now.claims().on("p").toString())
        .isEqualTo(
            "Query for claims as of 2016-07-01, on p; call find(), list() or chronology() for the answer");
    assertThat(now)
        .hasToString(
            "Tracker as of 2016-07-01, over a Dossier of 3 sources, 14 actors, 1 occasions, 4 propositions, 8 claims");
  }

  @Test
  void an_answer_about_a_network_is_its_question_and_its_size() {
    AgreementQuery agreement = AgreementQuery.of(now);
    assertThat(agreement.parties("x", "y").all().toString())
        .startsWith("Agreement of 2 STATE actors on 4 propositions")
        .endsWith(", as of 2016-07-01: 1 pair");
    Tally tally = agreement.between("x", "y");
    assertThat(tally)
        .hasToString(
            "x and y, Agreement on 4 propositions, as of 2016-07-01: 2 joint positions, 1 same, 0 opposed");
    assertThat(CongruenceQuery.of(now).network().toString()).endsWith(", as of 2016-07-01: 2 by 2");
    assertThat(AffiliationQuery.of(now).network().toString())
        .endsWith(", as of 2016-07-01: 2 by 4");
  }

  @Test
  void a_long_text_or_a_text_with_line_breaks_stays_one_line_of_limited_length() {
    assertThat(now.propositions("a\n\tb\u2028c"))
        .hasToString("Propositions with “a b c”: no propositions");
    String[] sources = IntStream.range(0, 100).mapToObj(i -> "source-" + i).toArray(String[]::new);
    TestDossier many = DOSSIER;
    for (String id : sources) {
      many = many.with(TestDossier.source(id, "wire", "2016").build());
    }
    String line = many.tracker().without(sources).position("x", "p").toString();
    assertThat(line).startsWith("x on p, as of 2019-12-31, without source-0 and ").endsWith("…");
    assertThat(line.length()).isEqualTo(240);
    String letters = "𝒜".repeat(300); // each takes two chars
    assertThat(now.propositions(letters).toString().codePoints())
        .allMatch(Character::isDefined)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
