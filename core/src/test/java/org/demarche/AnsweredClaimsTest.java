package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.claimIds;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.organ;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import java.util.Map;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation.Reason;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.answer.Wording;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** Tests of what follows a claim: answers, denials, retractions and corrections. */
class AnsweredClaimsTest {
  private static final Wording KOREAN = Wording.of("ko");

  private static Claim.Builder bySomebody(
      String id, String speaker, String proposition, Stance stance) {
    return Claim.builder()
        .id(id)
        .addSpeakers(speaker)
        .addPrincipals("x-office")
        .proposition(proposition)
        .stance(stance)
        .addEvidence(evidence("S1", Mode.INDIRECT));
  }

  private static TestDossier withAide(String... propositions) {
    return TestDossier.of(propositions)
        .with(actor("aide", ActorKind.PERSON).of("x-office").named(false).build());
  }

  private static Known known(Position position) {
    return position.known().orElseThrow();
  }

  // Taken back within the day

  @Test
  void an_answer_of_the_same_day_is_later_and_the_explanation_says_why() {
    Tracker tracker =
        withAide("p")
            .with(
                bySomebody("c1", "bo-cheng", "p", FOR)
                    .force(DEMAND)
                    .asserted(When.parse("2016-03-26"))
                    .build(),
                bySomebody("c2", "aide", "p", AGAINST)
                    .force(DENY)
                    .asserted(When.parse("2016-03-26"))
                    .addRespondsTo("c1")
                    .build())
            .tracker()
            .asOf("2016-04-01");
    assertPosition(tracker.position("x", "p"))
        .is("AGAINST DENY by c2, REPORTED, CURRENT, last evidenced 2016-03-26");
    assertThat(tracker.explain("x", "p").claim("c1").orElseThrow())
        .satisfies(
            c1 -> {
              assertThat(c1.ruling()).isEqualTo(Ruling.SUPERSEDED);
              assertThat(c1.decidedBy()).hasValue("c2");
              assertThat(c1.reason()).hasValue(Reason.RESPONDS);
              assertThat(c1.rule()).isEqualTo(5);
            });
    assertThat(tracker.explain("x", "p").print())
        .contains("superseded by c2: it responds to this or takes it back (rule 5): c1");
  }

  @Test
  void an_early_answer_is_no_support_where_a_claim_of_another_stance_is_newer() {
    TestDossier.of("p")
        .says("x-mofa", "c1", "p", FOR, ASSERT, "2015-06-01/2016-01-01")
        .with(
            reported("c2", "x-mofa", "p", UNCOMMITTED, WITHHOLD, "2015-06-20")
                .addRespondsTo("c1")
                .build(),
            reported("c3", "x-mofa", "p", FOR, ASSERT, "2015-07-15").addRespondsTo("c1").build())
        .says("x-mofa", "c4", "p", UNCOMMITTED, WITHHOLD, "2015-08-01")
        .says("x-mofa", "c5", "p", FOR, ASSERT, "2016-02-01")
        .assertPosition("x", "p", "2016-03-01")
        .isSupportedBy("c1", "c5");
  }

  // A denial of having said so

  private static Tracker denied() {
    return withAide("p")
        .with(
            proposition("said-p")
                .text("X-land has said on 1 November 2017 that p.")
                .about("p")
                .build())
        .with(
            bySomebody("c1", "bo-cheng", "p", FOR)
                .force(ASSERT)
                .asserted(When.parse("2017-11-01"))
                .build(),
            bySomebody("c2", "aide", "said-p", AGAINST)
                .force(DENY)
                .asserted(When.parse("2017-11-02"))
                .addRespondsTo("c1")
                .build())
        .tracker();
  }

  @Test
  void a_denial_of_having_said_so_leaves_the_stance_and_is_named_with_it() {
    Position position = denied().asOf("2017-12-01").position("x", "p");
    assertPosition(position).is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2017-11-01");
    CitedClaim denial = known(position).headline().responses().get(0);
    assertThat(denial.claim().id()).isEqualTo("c2");
    assertThat(denial.claim().proposition()).isEqualTo("said-p");
    assertThat(denial.stance()).isEqualTo(AGAINST);
    assertThat(position.print())
        .contains("Response by the same side: c2  2017-11-02  The aide on behalf of The x-office:")
        .contains("(denies, 2 November 2017) [c2]");
    assertThat(position.sentence())
        .endsWith(
            "It has responded to this itself: holds it false that “X-land has said on 1 November"
                + " 2017 that p” (denies, 2 November 2017) [c2]. One claim, traced to one source.");
    assertThat(position.page(KOREAN).print()).contains("같은 측의 응답: c2  2017-11-02");
    assertThat(position.sentence(KOREAN)).contains("이에 스스로 응답한 바 있다");
    assertThat(position.codes().print())
        .contains("; answered by c2")
        .contains("Response by the same side: c2  2017-11-02");
  }

  @Test
  void an_explanation_names_the_denial_too() {
    assertThat(denied().asOf("2017-12-01").explain("x", "p").print())
        .contains("the claim to cite (rule 10): c1")
        .contains("Response by the same side: c2  2017-11-02");
  }

  @Test
  void a_response_is_shown_only_where_it_is_known_and_not_certainly_later() {
    Tracker tracker =
        TestDossier.of("p")
            .with(source("S0", "wire", "2016-01-05").build())
            .with(source("S2", "wire", "2016-06-01").build())
            .with(
                claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-01-01")
                    .addEvidence(evidence("S0", Mode.INDIRECT))
                    .build(),
                claim("c2", "y-mfa", "p", AGAINST, ASSERT, "2016-02-01")
                    .addEvidence(evidence("S2", Mode.INDIRECT))
                    .addRespondsTo("c1")
                    .build())
            .tracker();
    Tracker then = tracker.asOf("2016-03-01");
    assertThat(responses(then)).containsExactly("c2");
    assertThat(responses(then.knownAt("2016-05-01"))).isEmpty();
    assertThat(responses(then.without("S2"))).isEmpty();
    assertThat(responses(tracker.asOf("2016-01-15"))).isEmpty();
    assertThat(then.position("x", "p").print()).contains("Response: c2  2016-02-01  The y-mfa");
    assertThat(then.position("x", "p").sentence()).doesNotContain("c2");
  }

  private static List<String> responses(Tracker tracker) {
    return claimIds(known(tracker.position("x", "p")).headline().responses());
  }

  @Test
  void chronologies_and_found_claims_have_the_responses() {
    Tracker tracker = denied().asOf("2017-12-01");
    assertThat(tracker.claims().on("p").chronology().print())
        .contains("Response by the same side: c2");
    assertThat(tracker.claims().on("p").find().answeredBy().get("c1")).containsExactly("c2");
    assertThat(tracker.claims().on("p").find().print()).contains("answered by").contains("c2");
    assertThat(tracker.claims().on("said-p").find().print()).doesNotContain("answered by");
  }

  @Test
  void a_detached_position_prints_the_responses() {
    Position position = denied().asOf("2017-12-01").position("x", "p");
    assertThat(position.detached().print()).isEqualTo(position.print());
  }

  // Taken back

  @Test
  void what_is_taken_back_is_told_with_what_took_it_back() {
    TestDossier dossier =
        TestDossier.of("p", "q")
            .says("x-president", "c1", "p", FOR, PROMISE, "2016-09-18")
            .with(
                reported("c2", "x-office", "q", FOR, ASSERT, "2016-09-20")
                    .addRetracts("c1")
                    .build());
    Position position = dossier.tracker().asOf("2016-09-30").position("x", "p");
    assertPosition(position).is("UNKNOWN, RETRACTED");
    assertThat(position.retractedClaims().get(0).retractedBy()).hasValue("c2");
    assertThat(position.sentence())
        .endsWith(
            "What was said has been taken back. Taken back: for “It is the case that p” (promises,"
                + " 18 September 2016) [c1], by c2 (20 September 2016).");
    assertThat(position.print())
        .contains("taken back: c1  2016-09-18")
        .contains("Taken back: c2  2016-09-20  The x-office:");
    assertThat(position.codes().print()).contains("RETRACTED; taken back c1 by c2");
    assertThat(position.sentence(KOREAN)).contains("c2에서 (2016년 9월 20일)");
    assertThat(dossier.tracker().asOf("2016-09-30").explain("x", "p").print())
        .contains("taken back by c2 (rule 6): c1")
        .contains("Taken back: c2");
  }

  @Test
  void only_what_the_government_says_is_its_own_response() {
    Position position =
        TestDossier.of("p", "q")
            .with(organ("x-parliament", "x", Authority.NONE))
            .says("x-president", "c1", "p", FOR, PROMISE, "2016-01-01")
            .with(
                answer("c2", "x-parliament", evidence("S1", Mode.INDIRECT)),
                answer("c3", "x-office", evidence("SY", Mode.INDIRECT, "y-mfa")))
            .tracker()
            .position("x", "p");
    assertThat(position.sentence())
        .contains(
            "It has responded to this itself: against “It is the case that q” (promises not to, 1"
                + " February 2016) [c3], by the account of Y-land.")
        .doesNotContain("c2");
    assertThat(position.print()).contains("Response: c2").contains("Response by the same side: c3");
  }

  private static Claim answer(String id, String principal, Evidence evidence) {
    return claim(id, principal, "q", AGAINST, PROMISE, "2016-02-01")
        .addRespondsTo("c1")
        .addEvidence(evidence)
        .build();
  }

  @Test
  void a_response_that_was_taken_back_is_not_the_last_word() {
    Position position =
        TestDossier.of("p", "q", "r")
            .says("x-president", "c1", "p", FOR, PROMISE, "2016-01-01")
            .with(answer("c2", "x-office", evidence("S1", Mode.INDIRECT)))
            .with(
                reported("c3", "x-office", "r", FOR, ASSERT, "2016-03-01")
                    .addRetracts("c2")
                    .build())
            .tracker()
            .position("x", "p");
    assertThat(position.sentence()).doesNotContain("responded");
    assertThat(position.print().replaceAll("\\s+", " "))
        .containsPattern("Response by the same side: c2 [^\\[]*\\(taken back by c3\\)");
    CitedClaim response = known(position).headline().responses().get(0);
    assertThat(response.retractedBy()).hasValue("c3");
    assertThat(claimIds(response.responses())).containsExactly("c3");
  }

  private static TestDossier takenBackTwice() {
    return TestDossier.of("p")
        .says("x-president", "c1", "p", FOR, PROMISE, "2014-04-25")
        .with(takingBack("c2", "c1", "2014-04-26"))
        .says("x-president", "c3", "p", FOR, PROMISE, "2016-10-21")
        .with(takingBack("c4", "c3", "2016-10-22"));
  }

  private static Claim takingBack(String id, String other, String day) {
    return reported(id, "x-office", "p", UNCOMMITTED, WITHDRAW, day).addRetracts(other).build();
  }

  @Test
  void a_change_names_what_was_taken_back_in_between() {
    Tracker tracker = takenBackTwice().tracker();
    assertThat(change(tracker, "2014-04-25", "2014-04-26"))
        .endsWith(": changed from “for” to “uncommitted”, taken back: c1 by c2.");
    assertThat(tracker.history("x", "p").print())
        .contains("taken back: c1 by c2")
        .contains("taken back: c3 by c4");
    assertThat(tracker.timeline("p").print()).contains("taken back").contains("c3 by c4");
  }

  private static String change(Tracker tracker, String from, String to) {
    return tracker.asOf(from).changeTo(tracker.asOf(to), "x", "p").sentence();
  }

  @Test
  void an_older_position_that_stands_again_is_not_of_a_new_administration() {
    Tracker tracker =
        TestDossier.of("p", "q")
            .says("x-office", "c1", "p", UNCOMMITTED, WITHHOLD, "2014-04-25")
            .says("x-president", "c3", "p", FOR, PROMISE, "2016-10-21")
            .with(
                reported("c4", "x-office", "q", FOR, ASSERT, "2016-10-22")
                    .addRetracts("c3")
                    .build())
            .tracker();
    assertThat(tracker.asOf("2016-10-21").changeTo(tracker.asOf("2016-10-22"), "x", "p"))
        .matches(Change::hasAdministrationChanged);
    assertThat(change(tracker, "2016-10-21", "2016-10-22"))
        .contains(
            "changed from “for” to “uncommitted”, taken back: c3 by c4 (after: from an earlier")
        .doesNotContain("under a new administration");
    assertThat(change(tracker, "2015-10-21", "2016-10-21")).contains("under a new administration");
  }

  @Test
  void what_was_taken_back_before_the_position_was_taken_is_told_apart() {
    Tracker tracker = takenBackTwice().tracker();
    assertThat(tracker.asOf("2016-10-21").position("x", "p").sentence())
        .contains("Earlier claims had been taken back: for “It is the case that p” (promises, 25")
        .doesNotContain("Taken back");
    assertThat(tracker.asOf("2016-10-22").position("x", "p").sentence())
        .contains("Taken back: for “It is the case that p” (promises, 21 October 2016) [c3], by c4")
        .contains("Earlier claims had been taken back: for “It is the case that p” (promises, 25");
  }

  @Test
  void a_remark_taken_back_within_the_day_is_told_by_the_history() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, PROMISE, "2016-05-23")
            .with(takingBack("c2", "c1", "2016-05-23"))
            .tracker();
    assertThat(tracker.history("x", "p").sentence())
        .endsWith(
            "23 May 2016: now uncommitted, no position on record before, taken back: c1 by c2"
                + " [c2].");
  }

  @Test
  void a_retraction_that_only_another_state_tells_of_is_a_response() {
    Position position =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, ASSERT, "2016-01-01")
            .with(
                claim("c2", "x-office", "p", UNCOMMITTED, WITHDRAW, "2016-01-02")
                    .addRetracts("c1")
                    .addEvidence(evidence("SY", Mode.INDIRECT, "y-mfa"))
                    .build())
            .tracker()
            .asOf("2016-02-01")
            .position("x", "p");
    assertThat(known(position).headline().retractedBy()).isEmpty();
    assertThat(claimIds(known(position).headline().responses())).containsExactly("c2");
    assertThat(position.print()).doesNotContain("Taken back");
    assertThat(position.sentence())
        .contains(
            "Y-land’s account says otherwise: uncommitted on “It is the case that p” (takes back"
                + " its word, 2 January 2016) [c2].");
  }

  // Corrected

  private static TestDossier correctedArticle() {
    return TestDossier.of("p")
        .with(source("s1", "wire", "2016-05-20").build())
        .with(source("s2", "wire", "2016-05-22").revises("s1").build())
        .with(
            claim("c1", "x", "p", FOR, ASSERT, "2016-05-19")
                .addEvidence(evidence("s1", Mode.INDIRECT))
                .build());
  }

  @Test
  void a_corrected_article_counts_as_corrected_and_the_explanation_names_both() {
    Tracker tracker =
        correctedArticle()
            .with(
                claim("c2", "x", "p", AGAINST, ASSERT, "2016-05-19")
                    .addEvidence(evidence("s2", Mode.INDIRECT))
                    .build())
            .tracker()
            .asOf("2016-06-01");
    assertPosition(tracker.position("x", "p"))
        .is("AGAINST ASSERT by c2, REPORTED, CURRENT, last evidenced 2016-05-19");
    assertPosition(tracker.knownAt("2016-05-21").position("x", "p"))
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-05-19");
    assertThat(tracker.explain("x", "p").claim("c1").orElseThrow())
        .satisfies(
            c1 -> {
              assertThat(c1.ruling()).isEqualTo(Ruling.CORRECTED);
              assertThat(c1.rule()).isEqualTo(4);
              assertThat(c1.cited().revisedSources()).containsOnly(Map.entry("s1", "s2"));
            });
    assertThat(tracker.explain("x", "p").print())
        .contains("corrected since (rule 4): c1")
        .contains("Only in The wire (s1), which The wire (s2) revised");
    assertThat(tracker.explain("x", "p").sentence())
        .contains("corrected since: c1 (only in s1, which s2 revised)");
  }

  @Test
  void an_answer_says_that_a_corrected_article_dropped_the_quotation() {
    Tracker tracker = correctedArticle().tracker().asOf("2016-06-01");
    Position position = tracker.position("x", "p");
    assertPosition(position).is("UNKNOWN, CORRECTED");
    assertThat(claimIds(((Unknown) position).correctedClaims())).containsExactly("c1");
    assertThat(position.sentence())
        .endsWith(
            "What the sources said has since been corrected. c1 is only in The wire (s1), which"
                + " The wire (s2) revised.");
    assertThat(position.sentence(KOREAN)).contains("c1: The wire (s1)에만 있으나 The wire (s2)에서 수정됨");
    assertThat(position.print()).contains("corrected since: c1  2016-05-19");
    assertThat(position.codes().print())
        .contains("CORRECTED; corrected c1{s1=s2}")
        .contains("Only in s1, which s2 revised");
    assertPosition(tracker.knownAt("2016-05-21").position("x", "p"))
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-05-19");
    assertThat(((Unknown) tracker.without("s1").position("x", "p")).correctedClaims()).isEmpty();
    assertThat(tracker.explain("x", "p").print())
        .contains("Only in The wire (s1), which The wire (s2) revised");
    assertThat(position.detached().print()).isEqualTo(position.print());
  }

  @Test
  void a_claim_that_another_article_still_has_says_which_one_was_corrected() {
    Position position =
        correctedArticle()
            .with(
                claim("c2", "x", "p", FOR, ASSERT, "2016-05-20")
                    .addEvidence(evidence("s1", Mode.INDIRECT), evidence("S1", Mode.INDIRECT))
                    .build())
            .tracker()
            .asOf("2016-06-01")
            .position("x", "p");
    assertPosition(position).isSupportedBy("c2");
    assertThat(position.print())
        .contains("No longer in The wire (s1), which The wire (s2) revised");
  }
}
