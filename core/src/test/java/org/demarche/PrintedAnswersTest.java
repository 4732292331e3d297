package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.Map;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** The text that each answer prints: its question, then the answer, ready to be pasted. */
class PrintedAnswersTest {
  private static final TestDossier DOSSIER =
      TestDossier.of("p", "q")
          .with(proposition("r").addExcludes("q").build())
          .says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01", "peace")
          .says("x-mofa", "c2", "p", UNCOMMITTED, REFUSE, "2016-06-01", "law")
          .says("y-mfa", "d1", "p", FOR, URGE, "2016-05-01", "peace")
          .says("y-mfa", "d2", "q", FOR, ASSERT, "[..2016-05-01]")
          .says("x-mofa", "c3", "r", FOR, ASSERT, "2016-05-01");

  private final Tracker tracker = DOSSIER.tracker();

  @Test
  void changes_print_one_row_per_change() {
    assertThat(tracker.asOf("2016-04").changesTo(tracker.asOf("2016-07-01")).on("p"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Changes from 2016-04-30 to 2016-07-01, on p: 2

            party  proposition  2016-04-30  2016-07-01          change
            -----  -----------  ----------  ------------------  ------------
            x      p            FOR/HOPE    UNCOMMITTED/REFUSE  WITHDRAWN
            y      p            ·           FOR/URGE            FIRST_STATED

            · no position on record""");
  }

  @Test
  void a_change_prints_both_positions() {
    assertThat(
            tracker
                .asOf("2016-04")
                .changeTo(tracker.asOf("2016-07-01"), "x", "p")
                .codes()
                .toString())
        .startsWith("x on p: WITHDRAWN\n\nX-land on p, as of 2016-04-30\n")
        .contains("\n\nX-land on p, as of 2016-07-01\n");
  }

  @Test
  void differences_print_both_bodies_of_evidence() {
    Tracker now = tracker.asOf("2016-07-01");
    assertThat(now.differencesTo(now.without("S1")).party("y"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Differences between A (as of 2016-07-01) and B (as of 2016-07-01, without S1), party y: 2

            party  proposition  A           B  difference
            -----  -----------  ----------  -  ----------
            y      p            FOR/URGE    ·  LOST
            y      q            FOR/ASSERT  ·  LOST

            · no position on record""");
    assertThat(now.differencesTo(now.without("S1")).rows().get(0).codes().toString())
        .startsWith("x on p: LOST\n\nX-land on p, as of 2016-07-01\n");
  }

  @Test
  void a_comparison_prints_the_count_of_each_label_and_one_row_per_proposition() {
    assertThat(tracker.asOf("2016-07-01").compare("x", "y"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            x and y, as of 2016-07-01: 2 CONTRADICTION, 1 DIVERGENCE

            proposition  x                   y           relation
            -----------  ------------------  ----------  ---------------------------------
            p            UNCOMMITTED/REFUSE  FOR/URGE    DIVERGENCE
            q            ·                   FOR/ASSERT  CONTRADICTION through its rival r
            r            FOR/ASSERT          ·           CONTRADICTION through its rival q

            · no position on record""");
    assertThat(tracker.asOf("2016-07-01").compare("x", "y", "wire").on("p").codes().toString())
        .contains("p            x: UNCOMMITTED/REFUSE  y: FOR/URGE  DIVERGENCE");
  }

  @Test
  void an_answer_without_rows_prints_its_question_and_says_that_it_is_empty() {
    Tracker before = tracker.asOf("2015");
    assertThat(before.compare("x", "y"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("x and y, as of 2015-12-31: none");
    assertThat(before.positionsOf("x").known())
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("Positions of x, as of 2015-12-31, known: none");
    assertThat(before.changesTo(tracker.asOf("2016")).party("wire"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("Changes from 2015-12-31 to 2016-12-31, party wire: none");
    assertThat(before.differencesTo(before))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("Differences between A (as of 2015-12-31) and B (as of 2015-12-31): none");
    assertThat(before.history("x", "p"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("x on p, as of 2015-12-31: UNKNOWN");
    assertThat(tracker.claims().on("p").principal("wire").find().codes().toString())
        .isEqualTo("Claims as of 2019-12-31, on p, principal wire: none");
    assertThat(tracker.claims().on("r").framings())
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("Frames of claims as of 2019-12-31, on r: none");
    assertThat(tracker.claims().on("p").principal("wire").chronology())
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("Chronology of claims as of 2019-12-31, on p, principal wire: none");
    assertThat(tracker.propositions("treaty"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("Propositions with “treaty”: none");
  }

  @Test
  void a_relation_prints_both_positions() {
    assertThat(tracker.relation("x", "y", "q").codes().toString())
        .startsWith("x and y on q: CONTRADICTION through its rival r\n\nX-land on q,")
        .contains("\n\nY-land on q,");
  }

  @Test
  void positions_print_the_claim_to_cite() {
    assertThat(tracker.asOf("2016-07-01").positionsOf("x"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Positions of x, as of 2016-07-01: 2

            party  proposition  position            last evidenced  administration  cite
            -----  -----------  ------------------  --------------  --------------  ----
            x      p            UNCOMMITTED/REFUSE  2016-06-01      bo-cheng        c2
            x      r            FOR/ASSERT          2016-05-01      bo-cheng        c3""");
  }

  @Test
  void a_history_prints_one_row_per_change() {
    assertThat(tracker.history("x", "p"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            x on p, as of 2019-12-31: 2 changes

            date        change        position            frames  cite
            ----------  ------------  ------------------  ------  ----
            2016-03-01  FIRST_STATED  FOR/HOPE            peace   c1
            2016-06-01  WITHDRAWN     UNCOMMITTED/REFUSE  law     c2""");
  }

  @Test
  void an_explanation_prints_each_ruling_with_its_rule() {
    assertThat(tracker.asOf("2016-07-01").explain("x", "p"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            X-land on p, as of 2016-07-01
              Position: UNCOMMITTED, REFUSE, REPORTED, framed as law; CURRENT (bo-cheng); last evidenced
              2016-06-01; date STATED; 1 claim, 1 independent root
              HEADLINE (rule 10): c2  2016-06-01  The x-mofa: UNCOMMITTED p, REFUSE, REPORTED
              SUPERSEDED by c2 (rule 5): c1  2016-03-01  The x-mofa: FOR p, HOPE, REPORTED""");
  }

  @Test
  void a_chronology_prints_dates_relay_chains_and_grades() {
    TestDossier joint =
        DOSSIER.with(
            claim("j1", "x-mofa", "q", FOR, AGREE, "2016-02-01")
                .addPrincipals("y-mfa")
                .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                .build());
    assertThat(joint.tracker().claims().on("q").chronology())
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Chronology of claims as of 2019-12-31, on q: 2

            2016-02-01 (STATED)  j1  The x-mofa for The x-mofa and The y-mfa: FOR q, AGREE, OTHER_SIDE for
                x-mofa and REPORTED for y-mfa
                ““so it is””
                — The wire ← The y-mfa, 2019-12-31 [S1, INDIRECT]

            [..2016-05-01] (STATED, undated)  d2  The y-mfa: FOR q, ASSERT, REPORTED
                ““so it is””
                — The wire, 2019-12-31 [S1, INDIRECT]""");
    assertThat(joint.tracker().claims().on("q").firstAttested().orElseThrow().print())
        .startsWith("by 2016-05-01 (date stated)  d2  The y-mfa");
  }

  @Test
  void framings_print_which_principal_used_which_frames() {
    assertThat(tracker.claims().on("p").framings())
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Frames of claims as of 2019-12-31, on p

            asserted    principals  proposition  frames  claim
            ----------  ----------  -----------  ------  -----
            2016-03-01  x-mofa      p            peace   c1
            2016-05-01  y-mfa       p            peace   d1
            2016-06-01  x-mofa      p            law     c2""");
    assertThat(tracker.claims().framings().framesOf("x-mofa")).containsExactly("peace", "law");
    assertThat(tracker.claims().framings().shared().asMap()).containsOnlyKeys("peace");
  }

  @Test
  void readouts_print_which_state_reports_which_point() {
    TestDossier met =
        DOSSIER
            .with(
                Occasion.of(
                    "talks", "Talks of X and Y", When.parse("2016-02-01"), "x-mofa", "y-mfa"))
            .with(
                claim("j1", "x-mofa", "q", FOR, AGREE, "2016-02-01")
                    .addPrincipals("y-mfa")
                    .occasion("talks")
                    .gist("Both agree on q.")
                    .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                    .build());
    assertThat(met.tracker().readouts("talks"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Read-outs of Talks of X and Y, as of 2019-12-31

            claim  point             x  y        verdict    force  answered by
            -----  ----------------  -  -------  ---------  -----  -----------
            j1     Both agree on q.  –  reports  ONE_SIDED  AGREE""");
  }

  @Test
  void quotation_marks_inside_a_quotation_are_single_ones() {
    Map.of(
            "“so it is”", "“so it is”",
            "\"Both work.\"", "“Both work.”",
            "saying \"no.\"", "“saying ‘no.’”",
            "“We watch,” it said", "“‘We watch,’ it said”")
        .forEach(
            (quote, printed) ->
                assertThat(
                        TestDossier.of("p")
                            .with(
                                claim("c", "x-mofa", "p", FOR, ASSERT, "2016-05-01")
                                    .addEvidence(quoted("S1", quote))
                                    .build())
                            .tracker()
                            .position("x", "p")
                            .page()
                            .print()
                            .lines()
                            .map(String::strip))
                    .contains(printed));
  }

  @Test
  void
      a_phrase_is_attested_by_the_source_that_contains_it_and_not_by_another_source_of_the_claim() {
    TestDossier dossier =
        DOSSIER
            .with(
                source("S15", "wire", "2016-05-01").build(),
                source("S17", "wire", "2017-05-01").build())
            .with(
                claim("a1", "x-mofa", "q", FOR, ASSERT, "2016-02-01")
                    .addEvidence(quoted("S15", "says so"), quoted("S1", "关于萨德的声明"))
                    .build(),
                claim("b1", "y-mfa", "q", FOR, ASSERT, "2016-02-02")
                    .addEvidence(quoted("S17", "反对萨德，사드에는 반대"))
                    .build());
    ClaimQuery found = dossier.tracker().claims().mentioning("萨德");
    assertThat(found.count()).isEqualTo(2);
    assertThat(found.firstAttested().orElseThrow().claim().id()).isEqualTo("b1");
    assertThat(dossier.tracker().claims().mentioning("사드").count()).isEqualTo(1);
  }

  private static Evidence quoted(String source, String quote) {
    return Evidence.builder().source(source).mode(Mode.INDIRECT).quote(quote).build();
  }
}
