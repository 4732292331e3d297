package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Comparison;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.Positions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.model.Actor;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What analysts ask of the THAAD dossier, with the answers worked by hand: a group a question. */
class QuestionsTest {
  private static final Tracker THAAD = Tracker.of(ThaadDossier.read());
  private static final Tracker THEN = THAAD.asOf("2017-11-24");
  private static final Tracker NOW = THAAD.asOf("2022-08-11");

  private static final Set<String> OF_2015_ONE_SIDED =
      Set.of(
          "us-has-decided",
          "us-has-asked-consultation",
          "rok-stance-unchanged",
          "harmonious-development",
          "return-remains",
          "support-reunification",
          "inter-korean-exchange");

  private static final Set<String> OF_2015_BOTH =
      Set.of("alliance-stabilising", "hotline", "cyber-cooperation");

  private static Known known(Tracker tracker, String party, String proposition) {
    return tracker.position(party, proposition).known().orElseThrow();
  }

  /**
   * A position in a line: the stance, force, headline, grade and standing, or why it is unknown.
   */
  private static String line(Position position) {
    if (position instanceof Known known) {
      return "%s %s by %s%s, %s, %s"
          .formatted(
              known.stance(),
              known.force(),
              known.headline().claim().id(),
              known.isImplied() ? " implied" : "",
              known.grade(),
              known.standing());
    }
    return position instanceof Unknown unknown ? unknown.reason().name() : "CONTESTED";
  }

  private static String line(Tracker tracker, String party, String proposition) {
    return line(tracker.position(party, proposition));
  }

  private static List<String> ids(List<CitedClaim> cited) {
    return cited.stream().map(c -> c.claim().id()).toList();
  }

  private static List<String> ids(ClaimQuery claims) {
    return claims.list().stream().map(Claim::id).toList();
  }

  private static List<String> propositions(Positions positions) {
    return positions.rows().stream().map(Position::proposition).toList();
  }

  private static Set<String> frames(ClaimQuery claims) {
    return claims.list().stream()
        .flatMap(claim -> claim.frames().stream())
        .collect(Collectors.toSet());
  }

  private static String head(Tracker tracker, String party, String proposition) {
    return known(tracker, party, proposition)
        .administration()
        .map(TermOfOffice::head)
        .orElse("nobody");
  }

  private static Set<String> union(Set<String> one, Set<String> other, String... more) {
    return Stream.of(one.stream(), other.stream(), Stream.of(more))
        .flatMap(all -> all)
        .collect(Collectors.toSet());
  }

  private static String quotes(String claim) {
    return THAAD.dossier().claim(claim).orElseThrow().evidence().stream()
        .flatMap(evidence -> evidence.quote().stream())
        .collect(Collectors.joining("\n"));
  }

  @Nested
  class Q1SeoulOnAdditionalBatteries {
    @Test
    void in_2017_it_is_against_as_an_intention_of_the_moon_administration() {
      Known position = known(THEN, "rok", "additional-thaad");
      assertThat(line(position))
          .isEqualTo("AGAINST STATE_INTENTION by UPI17-04, REPORTED, CURRENT");
      assertThat(position.headline().claim().speakers()).containsExactly("kang-kyung-wha");
      assertThat(position.headline().claim().asserted()).hasToString("2017-10-30");
      assertThat(position.headline().evidence().get(0).quote().orElseThrow())
          .contains("not considering");
      assertThat(position.support())
          .extracting(
              cited -> cited.claim().id() + " " + cited.grade() + " implied " + cited.isImplied())
          .containsExactlyInAnyOrder(
              "UPI17-04 REPORTED implied false",
              "KT17-27 REPORTED implied true",
              "KT17-08 OTHER_SIDE implied true");
      assertThat(head(THEN, "rok", "additional-thaad")).isEqualTo("moon-jae-in");
    }

    @Test
    void in_2022_it_refuses_to_be_held_to_either_under_yoon() {
      Known position = known(NOW, "rok", "additional-thaad");
      assertThat(line(position)).isEqualTo("UNCOMMITTED REFUSE by AP22-02, REPORTED, CURRENT");
      assertThat(position.headline().claim().asserted()).hasToString("2022-08-10");
      assertThat(position.headline().evidence().get(0).quote().orElseThrow())
          .contains("rejecting Chinese calls");
      assertThat(position.support())
          .extracting(cited -> cited.claim().id() + " implied " + cited.isImplied())
          .containsExactlyInAnyOrder("AP22-02 implied false", "ET22-02 implied true");
      assertThat(ids(position.hints())).containsExactlyInAnyOrder("ET22-21", "ET22-17");
      assertThat(head(NOW, "rok", "additional-thaad")).isEqualTo("yoon-suk-yeol");
    }

    @Test
    void the_change_is_a_withdrawal_on_like_evidence_and_no_reversal() {
      Change change = THEN.changeTo(NOW, "rok", "additional-thaad");
      assertThat(change.label()).isEqualTo(Change.Label.WITHDRAWN);
      assertThat(change.hasAdministrationChanged()).isTrue();
      assertThat(change.hasUnlikeEvidence()).isFalse();
      assertThat(change.toString())
          .startsWith("rok on additional-thaad: WITHDRAWN, administration changed\n")
          .doesNotContainIgnoringCase("reversed")
          .doesNotContainIgnoringCase("will deploy")
          .doesNotContainIgnoringCase("evidence unlike");
    }

    @Test
    void neither_position_is_a_promise_and_yoons_own_words_carry_none() {
      for (Tracker at : List.of(THEN, NOW)) {
        Known position = known(at, "rok", "additional-thaad");
        assertThat(position.isCommitment()).isFalse();
        assertThat(position.paragraph()).doesNotContainIgnoringCase("promise");
        assertThat(ids(position.support())).doesNotContain("ET22-21", "ET22-17");
      }
    }
  }

  @Nested
  class Q2WhatTheThreeNosAre {
    private String sides(String proposition) {
      return "FOR "
          + ids(THAAD.claims().on(proposition).stance(FOR))
          + " AGAINST "
          + ids(THAAD.claims().on(proposition).stance(AGAINST));
    }

    @Test
    void each_label_has_its_own_claims_for_and_against() {
      assertThat(sides("3n-promise"))
          .isEqualTo("FOR [KT17-13, ET22-08, ET22-11, ET22-18] AGAINST [KT17-15]");
      assertThat(sides("3n-only-position")).isEqualTo("FOR [KT17-14] AGAINST []");
      assertThat(sides("3n-agreement")).isEqualTo("FOR [] AGAINST [ET22-07]");
      assertThat(sides("3n-policy")).isEqualTo("FOR [ET22-06] AGAINST []");
      assertThat(ids(THAAD.claims().characterising("three-nos")))
          .containsExactlyInAnyOrder(
              "KT17-13", "KT17-14", "KT17-15", "ET22-06", "ET22-07", "ET22-08", "ET22-10",
              "ET22-11", "ET22-18", "ET22-19");
    }

    @Test
    void each_claim_is_put_down_to_whoever_made_it_at_its_own_date() {
      assertThat(
              THAAD
                  .claims()
                  .characterising("three-nos")
                  .between("2017", "2022-08-11")
                  .chronology()
                  .entries())
          .extracting(
              entry ->
                  entry.claim().id()
                      + " "
                      + entry.claim().principals()
                      + " "
                      + entry.claim().asserted())
          .contains(
              "KT17-13 [prc] [..2017-11-24]",
              "KT17-14 [rok] [..2017-11-24]",
              "KT17-15 [rok] [..2017-11-24]",
              "ET22-07 [rok-mofa] [2022-08-09..2022-08-11]",
              "ET22-06 [epoch-times] [2022-08-11..2022-08-31]",
              "ET22-08 [epoch-times] [2022-08-11..2022-08-31]");
    }

    @Test
    void the_one_contradiction_of_the_two_governments_is_over_the_promise() {
      for (Tracker at : List.of(THEN, NOW, THAAD)) {
        Comparison clash =
            at.compare("rok", "prc")
                .onIssue("three-nos-status")
                .label(Relation.Label.CONTRADICTION);
        assertThat(clash.propositions()).containsExactly("3n-promise");
        assertThat(clash.rows().get(0).rival()).isEmpty();
      }
      Relation relation = THEN.relation("rok", "prc", "3n-promise");
      assertThat(line(relation.first())).isEqualTo("AGAINST DENY by KT17-15, REPORTED, CURRENT");
      assertThat(line(relation.second())).isEqualTo("FOR ASSERT by KT17-13, REPORTED, CURRENT");
    }

    @Test
    void the_denial_of_an_agreement_contradicts_nobody() {
      assertThat(THAAD.positionsOn("3n-agreement").known().rows())
          .extracting(Position::party)
          .containsExactly("rok");
      assertThat(line(THAAD, "rok", "3n-agreement"))
          .isEqualTo("AGAINST DENY by ET22-07, REPORTED, CURRENT");
      assertThat(THAAD.relation("rok", "prc", "3n-agreement").label())
          .isEqualTo(Relation.Label.ONE_SIDED);
    }

    @Test
    void promise_and_agreement_are_not_merged() {
      assertThat(ids(THAAD.position("rok", "3n-promise").support())).containsExactly("KT17-15");
      assertThat(ids(THAAD.position("rok", "3n-agreement").support())).containsExactly("ET22-07");
    }

    @Test
    void pledge_and_commitments_are_not_seouls_words() {
      assertThat(ids(THAAD.claims().party("rok").characterising("three-nos").stance(FOR)))
          .containsExactly("KT17-14");
      assertThat(frames(THAAD.claims().party("rok"))).doesNotContain("promise");
      assertThat(THAAD.claims().frame("promise").framings().shared().asMap())
          .containsOnlyKeys("promise");
      assertThat(THAAD.claims().frame("promise").framings().shared().get("promise"))
          .containsExactly("prc", "epoch-times");
    }
  }

  @Nested
  class Q3TheReadoutsOfQingdao {
    private final Readouts readouts = NOW.readouts("qingdao-2022-08-09");

    @Test
    void every_point_says_who_tells_it_and_who_answered() {
      assertThat(readouts.states()).containsExactly("prc", "rok");
      assertThat(readouts.points())
          .extracting(
              point ->
                  point.claim().id()
                      + " "
                      + point.verdict()
                      + " "
                      + point.tellers()
                      + " "
                      + point.answeredBy())
          .containsExactly(
              "AP22-09 MUTUAL [prc, rok] []",
              "AP22-05 ONE_SIDED [prc] []",
              "AP22-08 ONE_SIDED [rok] []",
              "ET22-04 ONE_SIDED [prc] []",
              "ET22-05 ONE_SIDED [prc] [ET22-02, ET22-07]");
    }

    @Test
    void what_both_agreed_hangs_in_the_chinese_version_on_legitimate_concerns() {
      Claim mutual = readouts.point("AP22-09").orElseThrow().claim();
      assertThat(mutual.force()).isEqualTo(AGREE);
      assertThat(mutual.evidence())
          .filteredOn(evidence -> evidence.via().contains("prc-mfa"))
          .allSatisfy(
              evidence ->
                  assertThat(evidence.quote().orElseThrow()).contains("“legitimate concerns” so"));
      assertThat(mutual.evidence())
          .filteredOn(evidence -> evidence.via().contains("rok-mofa"))
          .isNotEmpty()
          .allSatisfy(
              evidence ->
                  assertThat(evidence.quote().orElseThrow()).doesNotContain("legitimate concerns"));
    }

    @Test
    void no_point_is_a_contradiction_and_what_one_side_tells_no_disagreement() {
      List<String> points =
          readouts.points().stream().map(point -> point.claim().proposition()).toList();
      Comparison comparison = NOW.compare("rok", "prc").on(points.toArray(String[]::new));
      assertThat(comparison.label(Relation.Label.CONTRADICTION).rows()).isEmpty();
      assertThat(comparison.label(Relation.Label.AGREEMENT).propositions())
          .containsExactlyInAnyOrder(
              "not-an-obstacle", "differences-exist", "accept-legitimate-concerns");
      assertThat(comparison.label(Relation.Label.ONE_SIDED).propositions())
          .containsExactly("understanding-enhanced");
    }
  }

  @Nested
  class Q4BeijingFrom2015To2022 {
    private final List<Tracker> dates =
        Stream.of("2015-02-04", "2017-10-31", "2017-11-24", "2022-08-11").map(THAAD::asOf).toList();

    private List<String> positions(String proposition) {
      return dates.stream().map(at -> line(at, "prc", proposition)).toList();
    }

    private List<String> changes(String proposition) {
      return Stream.of(0, 1, 2)
          .map(i -> dates.get(i).changeTo(dates.get(i + 1), "prc", proposition))
          .peek(change -> assertThat(change.hasAdministrationChanged()).isFalse())
          .map(change -> change.label() + (change.hasUnlikeEvidence() ? ", evidence unlike" : ""))
          .toList();
    }

    @Test
    void the_opposition_is_constant_and_by_2022_stale() {
      assertThat(positions("deployment"))
          .containsExactly(
              "AGAINST EXPRESS_CONCERN by KH15-01, OTHER_SIDE, CURRENT",
              "AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT",
              "AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT",
              "AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT");
      assertThat(changes("deployment"))
          .containsExactly("REAFFIRMED, evidence unlike", "UNCHANGED", "UNCHANGED");
      assertThat(ids(THEN.position("prc", "deployment").support())).contains("KT17-21");
      assertThat(known(NOW, "prc", "deployment").lastEvidenced()).isEqualTo("2017-11-23");
    }

    @Test
    void the_harm_is_first_stated_by_2017_and_reaffirmed_in_its_own_words() {
      assertThat(positions("harms-prc-security"))
          .containsExactly(
              "ONLY_LATER",
              "FOR ASSERT by KT17-17, REPORTED, CURRENT",
              "FOR ASSERT by KT17-17, REPORTED, CURRENT",
              "FOR REAFFIRM by AP22-04, OWN_WORDS, CURRENT");
      assertThat(changes("harms-prc-security"))
          .containsExactly("FIRST_STATED", "REAFFIRMED", "REAFFIRMED, evidence unlike");
      assertThat(THAAD.knownAt("2017-11-23").claims().on("harms-prc-security").stance(FOR).count())
          .isZero();
    }

    @Test
    void the_surveillance_is_asserted_and_then_not_again() {
      assertThat(positions("surveils-china"))
          .containsExactly(
              "ONLY_POSSIBLY",
              "FOR ASSERT by UPI17-07, REPORTED, CURRENT",
              "FOR ASSERT by KT17-16, REPORTED, CURRENT",
              "FOR ASSERT by AP22-10, REPORTED, CURRENT");
      assertThat(changes("surveils-china"))
          .containsExactly("FIRST_STATED", "REAFFIRMED", "UNCHANGED");
      assertThat(ids(dates.get(0).position("prc", "surveils-china").possibleClaims()))
          .containsExactly("UPI17-07");
      assertThat(known(NOW, "prc", "surveils-china").lastEvidenced()).isEqualTo("2017-12-31");
    }

    @Test
    void what_it_asks_hardens_from_valuing_the_three_nos_to_urging_them() {
      assertThat(positions("three-nos"))
          .containsExactly(
              "ONLY_LATER",
              "ONLY_HINTS",
              "FOR WELCOME by KT17-07, OWN_WORDS, CURRENT",
              "FOR URGE by ET22-05, REPORTED, CURRENT");
      assertThat(changes("three-nos"))
          .containsExactly("SILENT", "FIRST_STATED", "HARDENED, evidence unlike");
      assertThat(ids(dates.get(1).position("prc", "three-nos").hints()))
          .containsExactly("UPI17-03");
      assertThat(THAAD.history("prc", "three-nos").changes())
          .extracting(change -> change.label() + " " + change.after().viewpoint().asOf())
          .containsExactly("FIRST_STATED 2017-11-22", "HARDENED 2022-08-09");
    }

    @Test
    void taking_note_does_not_make_beijing_uncommitted() {
      for (Tracker at : dates) {
        assertThat(at.positionsOf("prc").known().rows())
            .extracting(position -> position.known().orElseThrow().stance())
            .doesNotContain(UNCOMMITTED);
      }
    }

    @Test
    void nothing_on_thaad_itself_is_reversed_withdrawn_or_hardened() {
      for (int i = 0; i < 3; i++) {
        assertThat(
                dates
                    .get(i)
                    .changesTo(dates.get(i + 1))
                    .party("prc")
                    .onIssue("thaad", "thaad-nature")
                    .rows())
            .extracting(Change::label)
            .isSubsetOf(Change.Label.FIRST_STATED, Change.Label.REAFFIRMED, Change.Label.UNCHANGED);
      }
    }
  }

  @Nested
  class Q6WhatWasKnownOn1November2017 {
    private final Tracker day = THAAD.asOf("2017-11-01");
    private final Tracker thatDay = day.knownAt("2017-11-01");

    private List<String> knownOf2017(String party) {
      return thatDay.positionsOf(party).known().rows().stream()
          .filter(
              p ->
                  p.evidenced().map(EvidencedPosition::lastEvidenced).orElseThrow().getYear()
                      == 2017)
          .map(p -> p.proposition() + " " + line(p))
          .toList();
    }

    @Test
    void then_known_were_kangs_two_intentions_and_beijings_opposition() {
      assertThat(knownOf2017("rok"))
          .containsExactlyInAnyOrder(
              "additional-thaad AGAINST STATE_INTENTION by UPI17-04, REPORTED, CURRENT",
              "join-us-md AGAINST STATE_INTENTION by UPI17-05, REPORTED, CURRENT",
              "normalise-relations FOR AGREE by UPI17-12, OTHER_SIDE, CURRENT");
      assertThat(knownOf2017("prc"))
          .containsExactlyInAnyOrder(
              "deployment AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT",
              "surveils-china FOR ASSERT by UPI17-07, REPORTED, CURRENT",
              "normalise-relations FOR HOPE by UPI17-01, OWN_WORDS, CURRENT");
      assertThat(THAAD.claims().on("normalise-relations").relay("peoples-daily").joint().list())
          .extracting(Claim::id)
          .containsExactly("UPI17-12");
      assertThat(
              thatDay.withoutRelay("peoples-daily").position("rok", "normalise-relations").known())
          .isEmpty();
    }

    @Test
    void only_articles_published_by_then_are_known() {
      assertThat(thatDay.claims().list())
          .flatExtracting(Claim::evidence)
          .extracting(Evidence::source)
          .containsOnly("KH15", "UPI17");
    }

    @Test
    void not_known_were_the_third_no_the_package_and_any_word_of_a_promise() {
      assertThat(line(thatDay, "rok", "trilateral-alliance")).isEqualTo("NOT_YET_KNOWN");
      assertThat(line(thatDay, "rok", "three-nos")).isEqualTo("NOT_YET_KNOWN");
      for (String word : List.of("promise", "promises", "promised", "three nos", "three no")) {
        assertThat(thatDay.claims().mentioning(word).count()).as(word).isZero();
        assertThat(THAAD.knownAt("2017-11-01").claims().mentioning(word).count()).isZero();
      }
      assertThat(thatDay.claims().commitments().party("rok").touching("three-nos").count())
          .isZero();
    }

    @Test
    void beijings_argument_of_harm_was_only_hinted_at() {
      assertThat(line(thatDay, "prc", "harms-prc-security")).isEqualTo("ONLY_HINTS");
      assertThat(ids(thatDay.position("prc", "harms-prc-security").hints()))
          .containsExactly("UPI17-13");
    }

    @Test
    void what_was_learned_since_is_the_argument_of_harm_alone() {
      Differences learned = thatDay.differencesTo(day);
      assertThat(learned.label(Difference.Label.GAINED).rows())
          .extracting(d -> d.party() + " " + d.proposition() + " " + line(d.there()))
          .containsExactly("prc harms-prc-security FOR ASSERT by KT17-17, REPORTED, CURRENT");
      assertThat(learned.label(Difference.Label.LOST).rows()).isEmpty();
      assertThat(learned.label(Difference.Label.ALTERED).rows())
          .extracting(d -> d.party() + " " + d.proposition() + " " + d.altered())
          .containsExactly("prc surveils-china [HEADLINE]");
    }

    @Test
    void whether_the_promise_was_claimed_or_denied_by_then_is_still_not_known() {
      assertThat(line(day, "rok", "3n-promise")).isEqualTo("ONLY_POSSIBLY");
      assertThat(ids(day.position("rok", "3n-promise").possibleClaims()))
          .containsExactly("KT17-15");
      assertThat(line(day, "prc", "3n-promise")).isEqualTo("ONLY_POSSIBLY");
      assertThat(ids(day.position("prc", "3n-promise").possibleClaims()))
          .containsExactly("KT17-13");
    }
  }

  @Nested
  class Q7DidSeoulPromise {
    private final ClaimQuery content = THAAD.claims().party("rok").touching("three-nos");

    @Test
    void no_korean_commitment_is_on_record_but_one_hint() {
      assertThat(ids(content.commitments())).containsExactly("ET22-17");
      assertThat(ids(content.commitments().grade(Grade.NARRATED))).containsExactly("ET22-17");
      assertThat(THAAD.asOf("2017-12-31").position("rok", "three-nos").hints())
          .filteredOn(hint -> hint.stance() == FOR)
          .extracting(hint -> hint.claim().id() + " " + hint.claim().force() + " " + hint.grade())
          .containsExactly("ET22-17 PROMISE NARRATED");
    }

    @Test
    void it_stated_intentions_and_beijing_called_them_promises_and_it_denied_that() {
      assertThat(ids(content.force(STATE_INTENTION))).containsExactly("UPI17-04", "UPI17-05");
      assertThat(ids(THAAD.claims().party("prc").characterising("three-nos")))
          .containsExactly("KT17-13");
      assertThat(ids(THAAD.claims().party("rok").on("3n-promise"))).containsExactly("KT17-15");
    }

    @Test
    void the_answer_is_never_a_yes_nor_a_no() {
      for (String part :
          List.of("three-nos", "additional-thaad", "join-us-md", "trilateral-alliance")) {
        for (String date : List.of("2017-10-31", "2017-11-24", "2017-12-31", "2022-08-11")) {
          THAAD
              .asOf(date)
              .position("rok", part)
              .known()
              .ifPresent(
                  position -> {
                    assertThat(position.isCommitment()).isFalse();
                    assertThat(position.support())
                        .extracting(cited -> cited.claim().force())
                        .doesNotContain(PROMISE, AGREE);
                  });
        }
      }
      assertThat(NOW.positionsOn("3n-promise").known().rows())
          .extracting(p -> p.party() + " " + p.known().orElseThrow().stance())
          .containsExactlyInAnyOrder("prc FOR", "rok AGAINST");
    }
  }

  @Nested
  class Q8IsTheLineOf2022AChange {
    private Period apart(Change change) {
      return change
          .before()
          .known()
          .orElseThrow()
          .headline()
          .claim()
          .asserted()
          .latest()
          .until(change.after().known().orElseThrow().headline().claim().asserted().latest());
    }

    private void isWithdrawnByYoon(Change change, String before, String after) {
      assertThat(change.label()).isEqualTo(Change.Label.WITHDRAWN);
      assertThat(change.hasAdministrationChanged()).isTrue();
      assertThat(change.hasUnlikeEvidence()).isFalse();
      assertThat(ids(change.before().support()).get(0)).isEqualTo(before);
      assertThat(ids(change.after().support()).get(0)).isEqualTo(after);
      assertThat(
              change.before().evidenced().flatMap(EvidencedPosition::administration).orElseThrow())
          .extracting(TermOfOffice::head, TermOfOffice::to)
          .containsExactly("moon-jae-in", Optional.of(LocalDate.of(2022, 5, 10)));
      assertThat(
              change.after().evidenced().flatMap(EvidencedPosition::administration).orElseThrow())
          .extracting(TermOfOffice::head, TermOfOffice::from)
          .containsExactly("yoon-suk-yeol", LocalDate.of(2022, 5, 10));
    }

    @Test
    void the_refusals_withdraw_what_the_last_administration_held() {
      Change batteries = THEN.changeTo(NOW, "rok", "additional-thaad");
      isWithdrawnByYoon(batteries, "UPI17-04", "AP22-02");
      assertThat(apart(batteries).toTotalMonths()).isEqualTo(4 * 12 + 9);
      Change nos = THEN.changeTo(NOW, "rok", "three-nos");
      isWithdrawnByYoon(nos, "KT17-27", "ET22-02");
      assertThat(apart(nos).toTotalMonths()).isEqualTo(4 * 12 + 8);
      assertThat(known(THEN, "rok", "three-nos").grade()).isEqualTo(Grade.REPORTED);
    }

    @Test
    void the_refusals_themselves_name_the_predecessor() {
      assertThat(ids(NOW.claims().party("rok").mentioning("Seoul's previous government")))
          .containsExactly("AP22-02");
      assertThat(ids(NOW.claims().party("rok").mentioning("the previous Moon administration")))
          .containsExactly("ET22-02");
    }

    @Test
    void that_the_line_was_scrapped_is_a_mediums_claim() {
      assertThat(ids(THAAD.claims().on("3n-scrapped"))).containsExactly("ET22-19");
      assertThat(THAAD.positionsOn("3n-scrapped").rows())
          .extracting(Position::party)
          .containsExactly("epoch-times");
      for (String state : List.of("rok", "prc")) {
        assertThat(line(THAAD, state, "3n-scrapped")).isEqualTo("NO_CLAIMS");
        assertThat(ids(THAAD.position(state, "3n-scrapped").reports())).containsExactly("ET22-19");
      }
    }
  }

  @Nested
  class Q9IsThaadNegotiable {
    @Test
    void seouls_organs_refuse_in_one_voice() {
      Known position = known(NOW, "rok", "negotiable");
      assertThat(position.stance()).isEqualTo(AGAINST);
      assertThat(position.force()).isEqualTo(REFUSE);
      assertThat(ids(position.support()))
          .containsExactlyInAnyOrder("AP22-07", "ET22-01", "ET22-13");
      assertThat(quotes("AP22-07")).contains("isn’t willing");
      assertThat(quotes("ET22-13")).contains("never");
    }

    @Test
    void from_one_day_to_the_next_it_is_put_in_another_light() {
      assertThat(THAAD.history("rok", "negotiable").changes())
          .extracting(
              change ->
                  change.label()
                      + " "
                      + change.after().viewpoint().asOf()
                      + " "
                      + change.after().known().orElseThrow().frames())
          .containsExactly(
              "FIRST_STATED 2022-08-10 [national-security]",
              "REFRAMED 2022-08-11 [security-sovereignty]");
    }

    @Test
    void beijing_is_not_on_record_as_asking() {
      assertThat(line(NOW, "prc", "negotiable")).isEqualTo("NO_CLAIMS");
      assertThat(NOW.position("prc", "negotiable").hints()).isEmpty();
      assertThat(THAAD.claims().party("prc").on("negotiable").count()).isZero();
      assertThat(NOW.relation("rok", "prc", "negotiable").label())
          .isEqualTo(Relation.Label.ONE_SIDED);
    }
  }

  @Nested
  class Q10HowSeoulAndBeijingStandToOneAnother {
    private Map<String, Set<String>> table(Tracker tracker) {
      Map<String, Set<String>> table = new TreeMap<>();
      for (Relation relation : tracker.compare("rok", "prc").rows()) {
        boolean seoul = relation.first().evidenced().isPresent();
        boolean oneSided = relation.label() == Relation.Label.ONE_SIDED;
        boolean inherited =
            relation.first().evidenced().map(EvidencedPosition::standing).stream()
                .anyMatch(standing -> standing == Standing.INHERITED);
        String row =
            relation.label()
                + (oneSided ? (seoul ? " Seoul" : " Beijing") : "")
                + (inherited ? " inherited" : "");
        table.computeIfAbsent(row, key -> new TreeSet<>()).add(relation.proposition());
      }
      return table;
    }

    @Test
    void in_2017_they_agree_on_the_content_and_contradict_one_another_on_the_label() {
      assertThat(table(THEN))
          .isEqualTo(
              Map.of(
                  "CONTRADICTION",
                  Set.of("3n-promise"),
                  "AGREEMENT",
                  Set.of(
                      "additional-thaad",
                      "join-us-md",
                      "trilateral-alliance",
                      "three-nos",
                      "normalise-relations",
                      "rok-intends-harm"),
                  "AGREEMENT inherited",
                  OF_2015_BOTH,
                  "ONE_SIDED Beijing",
                  Set.of(
                      "deployment",
                      "harms-prc-security",
                      "surveils-china",
                      "minimise-differences",
                      "handle-properly"),
                  "ONE_SIDED Seoul",
                  Set.of(
                      "defence-only",
                      "3n-only-position",
                      "row-settled",
                      "shield-requested",
                      "hold-mil-talks"),
                  "ONE_SIDED Seoul inherited",
                  OF_2015_ONE_SIDED));
    }

    @Test
    void in_2022_they_diverge_on_the_content_and_talk_past_each_other_on_the_rest() {
      assertThat(table(NOW))
          .isEqualTo(
              Map.of(
                  "CONTRADICTION inherited",
                  Set.of("3n-promise"),
                  "AGREEMENT",
                  Set.of("not-an-obstacle", "differences-exist", "accept-legitimate-concerns"),
                  "AGREEMENT inherited",
                  union(OF_2015_BOTH, Set.of(), "normalise-relations", "rok-intends-harm"),
                  "DIVERGENCE",
                  Set.of("additional-thaad", "three-nos", "join-us-md", "trilateral-alliance"),
                  "ONE_SIDED Beijing",
                  Set.of(
                      "deployment",
                      "surveils-china",
                      "harms-prc-security",
                      "minimise-differences",
                      "understanding-enhanced",
                      "handle-properly"),
                  "ONE_SIDED Seoul",
                  Set.of(
                      "counters-dprk",
                      "self-defence",
                      "sovereign-matter",
                      "negotiable",
                      "rok-decides-alone",
                      "3n-agreement",
                      "3n-records-handed-over"),
                  "ONE_SIDED Seoul inherited",
                  union(
                      OF_2015_ONE_SIDED,
                      Set.of(),
                      "defence-only",
                      "3n-only-position",
                      "row-settled",
                      "shield-requested",
                      "hold-mil-talks")));
    }

    @Test
    void nothing_of_beijings_is_inherited_and_its_talk_of_a_promise_is_stale() {
      for (Tracker at : List.of(THEN, NOW)) {
        assertThat(at.positionsOf("prc").inherited().rows()).isEmpty();
      }
      Known promise = known(NOW, "prc", "3n-promise");
      assertThat(promise.standing()).isEqualTo(Standing.CURRENT);
      assertThat(promise.lastEvidenced()).isEqualTo("2017-11-24");
    }

    @Test
    void the_nos_that_diverge_are_implied_but_for_the_batteries_and_the_package() {
      Comparison divergence = NOW.compare("rok", "prc").label(Relation.Label.DIVERGENCE);
      assertThat(divergence.rows())
          .filteredOn(relation -> relation.first().known().orElseThrow().isImplied())
          .extracting(Relation::proposition)
          .containsExactlyInAnyOrder("join-us-md", "trilateral-alliance");
      assertThat(NOW.relation("rok", "prc", "three-nos").exchanges())
          .extracting(Relation.Exchange::toString)
          .containsExactly("ET22-02 REFUSE answers ET22-05 URGE");
      assertThat(NOW.relation("rok", "prc", "additional-thaad").exchanges())
          .extracting(Relation.Exchange::toString)
          .contains("AP22-02 REFUSE answers AP22-03 URGE");
    }
  }

  @Nested
  class Q11TheShieldAndTheMilitaryTalks {
    @Test
    void beijing_is_not_on_record_and_only_unnamed_korean_media_report_it() {
      Position shield = THEN.position("prc", "shield-requested");
      assertThat(line(shield)).isEqualTo("NO_CLAIMS");
      assertThat(shield.hints()).isEmpty();
      assertThat(ids(shield.reports())).containsExactly("KT17-23");
      Position talks = THEN.position("prc", "mil-talks-requested");
      assertThat(line(talks)).isEqualTo("NO_CLAIMS");
      assertThat(talks.hints()).isEmpty();
      assertThat(ids(talks.reports())).containsExactly("KT17-25");
      assertThat(ids(THEN.claims().onIssue("side-demands").unnamed()))
          .containsExactly("KT17-23", "KT17-25");
    }

    @Test
    void seoul_denies_the_one_and_neither_confirms_nor_denies_the_other() {
      Known shield = known(THEN, "rok", "shield-requested");
      assertThat(line(shield)).startsWith("AGAINST DENY by KT17-24,");
      assertThat(shield.headline().claim().speakers()).containsExactly("noh-kyu-duk");
      assertThat(line(THEN, "rok", "mil-talks-requested")).isEqualTo("NO_CLAIMS");
      Known talks = known(THEN, "rok", "hold-mil-talks");
      assertThat(line(talks)).startsWith("AGAINST STATE_INTENTION by KT17-26,");
      assertThat(talks.headline().claim().respondsTo()).containsExactly("KT17-25");
    }
  }

  @Nested
  class Q12TheThreeNosInParts {
    private Set<String> claims(String party, String part) {
      return NOW.explain(party, part).considered().stream()
          .map(Explanation.Considered::cited)
          .map(cited -> cited.claim().id() + (cited.isImplied() ? " implied" : ""))
          .collect(Collectors.toSet());
    }

    @Test
    void of_the_batteries_both_speak_directly_and_through_the_package() {
      assertThat(claims("rok", "additional-thaad"))
          .containsExactlyInAnyOrder(
              "UPI17-04",
              "KT17-08 implied",
              "KT17-27 implied",
              "AP22-02",
              "ET22-02 implied",
              "ET22-17 implied",
              "ET22-21");
      assertThat(claims("prc", "additional-thaad"))
          .containsExactlyInAnyOrder(
              "UPI17-03 implied", "KT17-07 implied", "AP22-03", "ET22-05 implied");
    }

    @Test
    void of_missile_defence_only_kang_speaks_directly() {
      assertThat(claims("rok", "join-us-md"))
          .containsExactlyInAnyOrder(
              "UPI17-05",
              "KT17-08 implied",
              "KT17-27 implied",
              "ET22-02 implied",
              "ET22-17 implied");
      assertThat(claims("prc", "join-us-md"))
          .containsExactlyInAnyOrder("UPI17-03 implied", "KT17-07 implied", "ET22-05 implied");
    }

    @Test
    void of_the_alliance_nobody_speaks_directly() {
      assertThat(claims("rok", "trilateral-alliance"))
          .containsExactlyInAnyOrder(
              "KT17-08 implied", "KT17-27 implied", "ET22-02 implied", "ET22-17 implied");
      assertThat(claims("prc", "trilateral-alliance"))
          .containsExactlyInAnyOrder("UPI17-03 implied", "KT17-07 implied", "ET22-05 implied");
      assertThat(THAAD.claims().on("trilateral-alliance").count()).isZero();
    }

    @Test
    void the_openness_of_2022_reaches_every_part_and_the_opposite_of_no_harm_is_held() {
      for (String part : List.of("additional-thaad", "join-us-md", "trilateral-alliance")) {
        assertThat(known(NOW, "rok", part).stance()).as(part).isEqualTo(UNCOMMITTED);
      }
      assertThat(ids(NOW.position("rok", "join-us-md").support())).containsExactly("ET22-02");
      assertThat(ids(THEN.position("prc", "harms-prc-security").hints()))
          .containsExactly("UPI17-13");
      assertThat(ids(THAAD.claims().on("rok-intends-harm"))).containsExactly("KT17-10", "KT17-11");
      assertThat(known(NOW, "prc", "harms-prc-security").stance()).isEqualTo(FOR);
    }

    @Test
    void kang_is_not_given_the_third_no() {
      assertThat(ids(THAAD.claims().speaker("kang-kyung-wha")))
          .containsExactly("UPI17-04", "UPI17-05");
      Tracker october = THAAD.asOf("2017-10-31");
      assertThat(october.position("rok", "trilateral-alliance").known()).isEmpty();
      assertThat(october.position("rok", "three-nos").known()).isEmpty();
    }
  }

  @Nested
  class Q14SeoulsOrgans {
    private static final Relation.Label[] CLASHES = {
      Relation.Label.CONTRADICTION, Relation.Label.CONTESTED, Relation.Label.DIVERGENCE
    };

    @Test
    void none_contradicts_another_and_the_answer_lists_what_was_compared() {
      for (Tracker at : List.of(THEN, NOW)) {
        Comparison organs =
            at.compare("rok-president", "rok-presidential-office", "rok-mofa", "rok-mnd");
        assertThat(organs.label(CLASHES).rows()).isEmpty();
        assertThat(organs.propositions()).contains("shield-requested", "hold-mil-talks");
        assertThat(organs.toString()).contains("shield-requested", "hold-mil-talks");
        assertThat(at.positionsOf("rok").contested().rows()).isEmpty();
      }
    }

    @Test
    void in_2017_the_two_ministries_speak_to_different_propositions() {
      Comparison ministries = THEN.compare("rok-mofa", "rok-mnd");
      assertThat(ministries.rows())
          .extracting(Relation::label)
          .containsOnly(Relation.Label.ONE_SIDED);
      assertThat(line(THEN, "rok-mofa", "shield-requested")).contains("KT17-24");
      assertThat(line(THEN, "rok-mnd", "hold-mil-talks")).contains("KT17-26");
    }

    @Test
    void in_2022_ministry_and_office_agree_in_other_frames_and_words() {
      Comparison comparison = NOW.compare("rok-mofa", "rok-presidential-office");
      assertThat(comparison.label(Relation.Label.AGREEMENT).propositions())
          .containsExactlyInAnyOrder("negotiable", "sovereign-matter");
      for (String proposition : List.of("negotiable", "sovereign-matter")) {
        assertThat(known(NOW, "rok-mofa", proposition).frames())
            .containsExactly("national-security");
        assertThat(known(NOW, "rok-presidential-office", proposition).frames())
            .containsExactly("security-sovereignty");
      }
    }
  }

  @Nested
  class Q15ThreeGovernments {
    private static final String[] PROPOSITIONS = {
      "deployment",
      "us-has-decided",
      "additional-thaad",
      "negotiable",
      "self-defence",
      "sovereign-matter",
      "defence-only",
      "counters-dprk",
      "3n-promise",
      "3n-only-position",
      "3n-agreement"
    };

    private List<String> rows(Matrix matrix) {
      int columns = matrix.columns().size();
      return Stream.iterate(0, row -> row + 1)
          .limit(matrix.propositions().size())
          .map(
              row ->
                  matrix.propositions().get(row)
                      + ": "
                      + matrix.positions().subList(row * columns, (row + 1) * columns).stream()
                          .map(Position::cellText)
                          .collect(Collectors.joining(" | ")))
          .toList();
    }

    @Test
    void at_their_dates_what_each_held_is_told_from_what_it_inherited() {
      assertThat(
              rows(
                  THAAD
                      .matrix("rok")
                      .on(PROPOSITIONS)
                      .at("2015-02-04", "2017-11-24", "2022-08-11")))
          .containsExactly(
              "deployment: · | · | ·",
              "us-has-decided: AGAINST/ASSERT | AGAINST/ASSERT ◊ | AGAINST/ASSERT ◊",
              "additional-thaad: · | AGAINST/STATE_INTENTION | UNCOMMITTED/REFUSE",
              "negotiable: · | · | AGAINST/REFUSE",
              "self-defence: · | · | FOR/ASSERT",
              "sovereign-matter: · | · | FOR/ASSERT",
              "defence-only: · | FOR/ASSERT | FOR/ASSERT ◊",
              "counters-dprk: · | · | FOR/ASSERT",
              "3n-promise: · | AGAINST/DENY | AGAINST/DENY ◊",
              "3n-only-position: · | FOR/ASSERT | FOR/ASSERT ◊",
              "3n-agreement: · | · | AGAINST/DENY");
    }

    @Test
    void side_by_side_each_administration_stands_as_of_its_last_day() {
      Matrix matrix = NOW.administrations("rok").on(PROPOSITIONS);
      assertThat(matrix.columns())
          .containsExactly(
              "park-geun-hye\n2017-03-09",
              "hwang-kyo-ahn (acting)\n2017-05-09",
              "moon-jae-in\n2022-05-09",
              "yoon-suk-yeol\n2022-08-11");
      assertThat(rows(matrix))
          .containsExactly(
              "deployment: · | · | · | ·",
              "us-has-decided: AGAINST/ASSERT | AGAINST/ASSERT ◊ | AGAINST/ASSERT ◊ |"
                  + " AGAINST/ASSERT ◊",
              "additional-thaad: · | · | AGAINST/STATE_INTENTION | UNCOMMITTED/REFUSE",
              "negotiable: · | · | · | AGAINST/REFUSE",
              "self-defence: · | · | · | FOR/ASSERT",
              "sovereign-matter: · | · | · | FOR/ASSERT",
              "defence-only: · | · | FOR/ASSERT | FOR/ASSERT ◊",
              "counters-dprk: · | · | · | FOR/ASSERT",
              "3n-promise: · | · | AGAINST/DENY | AGAINST/DENY ◊",
              "3n-only-position: · | · | FOR/ASSERT | FOR/ASSERT ◊",
              "3n-agreement: · | · | · | AGAINST/DENY");
    }

    @Test
    void the_claims_to_cite_are_those_of_the_table_and_a_blank_is_no_stance() {
      Position park = THAAD.asOf("2015-02-04").position("rok", "deployment");
      assertThat(line(park)).isEqualTo("ONLY_HINTS");
      assertThat(ids(park.hints())).containsExactly("KH15-08");
      assertThat(park.support()).isEmpty();
      assertThat(line(NOW, "rok", "us-has-decided")).contains("KH15-04");
      assertThat(line(THEN, "rok", "defence-only")).contains("KT17-19");
      assertThat(line(NOW, "rok", "counters-dprk")).contains("ET22-09");
    }
  }

  @Nested
  class Q16StaleAndInherited {
    private final LocalDate horizon = LocalDate.of(2020, 8, 11);
    private final Set<String> ofMoon =
        Set.of(
            "3n-promise",
            "3n-only-position",
            "defence-only",
            "row-settled",
            "normalise-relations",
            "rok-intends-harm",
            "shield-requested",
            "hold-mil-talks");

    private Set<String> fresh(String party) {
      Set<String> fresh = new HashSet<>(propositions(NOW.positionsOf(party).known()));
      propositions(NOW.positionsOf(party).staleSince(horizon)).forEach(fresh::remove);
      return fresh;
    }

    @Test
    void of_beijings_ten_are_stale_its_plain_opposition_among_them() {
      assertThat(NOW.positionsOf("prc").staleSince(horizon).rows())
          .extracting(
              p ->
                  p.proposition()
                      + " "
                      + p.evidenced().map(EvidencedPosition::lastEvidenced).orElseThrow())
          .containsExactlyInAnyOrder(
              "deployment 2017-11-23",
              "surveils-china 2017-12-31",
              "3n-promise 2017-11-24",
              "rok-intends-harm 2017-11-24",
              "handle-properly 2017-11-24",
              "minimise-differences 2017-11-24",
              "normalise-relations 2017-10-31",
              "alliance-stabilising 2015-02-04",
              "hotline 2015-02-04",
              "cyber-cooperation 2015-02-04");
    }

    @Test
    void of_seouls_eighteen_are_both_stale_and_inherited() {
      Set<String> ofPark = union(OF_2015_BOTH, OF_2015_ONE_SIDED);
      assertThat(ofPark).hasSize(10);
      assertThat(propositions(NOW.positionsOf("rok").staleSince(horizon)))
          .containsExactlyInAnyOrderElementsOf(union(ofMoon, ofPark));
      assertThat(propositions(NOW.positionsOf("rok").inherited()))
          .containsExactlyInAnyOrderElementsOf(union(ofMoon, ofPark));
      ofMoon.forEach(p -> assertThat(head(NOW, "rok", p)).as(p).isEqualTo("moon-jae-in"));
      ofPark.forEach(p -> assertThat(head(NOW, "rok", p)).as(p).isEqualTo("park-geun-hye"));
    }

    @Test
    void fresh_are_the_harm_the_nos_and_what_was_said_at_qingdao() {
      assertThat(fresh("prc"))
          .containsExactlyInAnyOrder(
              "harms-prc-security",
              "additional-thaad",
              "three-nos",
              "join-us-md",
              "trilateral-alliance",
              "not-an-obstacle",
              "differences-exist",
              "accept-legitimate-concerns",
              "understanding-enhanced");
      assertThat(fresh("rok"))
          .containsExactlyInAnyOrder(
              "additional-thaad",
              "three-nos",
              "join-us-md",
              "trilateral-alliance",
              "negotiable",
              "sovereign-matter",
              "self-defence",
              "counters-dprk",
              "rok-decides-alone",
              "3n-agreement",
              "3n-records-handed-over",
              "not-an-obstacle",
              "differences-exist",
              "accept-legitimate-concerns");
      assertThat(fresh("rok"))
          .allSatisfy(
              p ->
                  assertThat(known(NOW, "rok", p).headline().claim().id())
                      .matches("(AP|ET)22-\\d\\d"));
    }
  }

  @Nested
  class Q17HowItIsFramed {
    private static final String[] THAAD_ITSELF = {"thaad", "thaad-nature", "thaad-negotiability"};

    private Set<String> frames(Tracker tracker, String party, String first, String last) {
      Set<String> frames = new HashSet<>();
      for (String issue : THAAD_ITSELF) {
        frames.addAll(
            QuestionsTest.frames(
                tracker.claims().party(party).onIssue(issue).between(first, last)));
      }
      return frames;
    }

    @Test
    void beijing_goes_from_concern_to_interests_and_surveillance() {
      assertThat(frames(THAAD.knownAt("2015"), "prc", "2015", "2015"))
          .containsExactlyInAnyOrder("concern", "target");
      assertThat(ids(THAAD.claims().frame("target").grade(Grade.IMPUTED)))
          .containsExactly("KH15-07");
      assertThat(frames(THAAD, "prc", "2017-10-31", "2017-12-31"))
          .containsExactlyInAnyOrder("security-interests", "surveillance", "monitoring");
      assertThat(frames(THAAD, "prc", "2022", "2022"))
          .containsExactlyInAnyOrder("security-interests", "surveillance");
    }

    @Test
    void seoul_goes_from_courtesy_to_self_defence_to_sovereignty() {
      assertThat(QuestionsTest.frames(THAAD.knownAt("2015").claims().party("rok")))
          .containsExactly("diplomatic-courtesy");
      assertThat(frames(THAAD.withoutRelay("prc-mfa"), "rok", "2017-10-30", "2017-11-24"))
          .containsExactlyInAnyOrder("north-korean-threat", "self-defence");
      assertThat(
              QuestionsTest.frames(
                  THAAD.claims().party("rok").onIssue("three-nos-status").between("2017", "2017")))
          .containsExactly("government-position");
      ClaimQuery on10August = THAAD.claims().party("rok").between("2022-08-10", "2022-08-10");
      assertThat(on10August.framings().framesOf("rok"))
          .containsExactlyInAnyOrder("own-decision", "north-korean-threat");
      assertThat(on10August.framings().framesOf("rok-mofa")).containsExactly("national-security");
      assertThat(THAAD.claims().framings().framesOf("rok-presidential-office"))
          .containsExactlyInAnyOrder("self-defence", "security-sovereignty", "north-korean-threat");
    }

    @Test
    void washington_speaks_of_the_threat_and_then_of_self_defence() {
      assertThat(THAAD.knownAt("2015").claims().framings().framesOf("usa"))
          .containsExactly("north-korean-threat");
      assertThat(THAAD.claims().framings().framesOf("usa"))
          .containsExactly("north-korean-threat", "self-defence");
    }

    @Test
    void shared_are_the_frames_of_joint_claims_and_one_word_lent_by_beijing() {
      Set<String> shared = QuestionsTest.frames(THAAD.claims().party("rok"));
      shared.retainAll(QuestionsTest.frames(THAAD.claims().party("prc")));
      assertThat(shared)
          .containsExactlyInAnyOrder(
              "obstacle", "normalisation", "legitimate-concerns", "security-interests");
      assertThat(QuestionsTest.frames(THAAD.claims().mutual())).containsExactly("obstacle");
      assertThat(QuestionsTest.frames(THAAD.claims().oneSided()))
          .containsExactlyInAnyOrder("normalisation", "legitimate-concerns");
      ClaimQuery lent = THAAD.claims().party("rok").frame("security-interests");
      assertThat(ids(lent)).containsExactly("KT17-11");
      assertThat(ids(lent.crossAttributed().relay("prc-mfa"))).containsExactly("KT17-11");
    }
  }

  @Nested
  class Q20WasTheRowSettled {
    @Test
    void seoul_says_so_and_beijing_is_not_on_record() {
      assertThat(line(THEN, "rok", "row-settled"))
          .isEqualTo("FOR ASSERT by KT17-03, REPORTED, CURRENT");
      Position beijing = THEN.position("prc", "row-settled");
      assertThat(line(beijing)).isEqualTo("ONLY_HINTS");
      assertThat(ids(beijing.hints())).containsExactly("KT17-02");
      assertThat(ids(beijing.reports())).containsExactly("KT17-22");
      assertThat(THEN.relation("rok", "prc", "row-settled").label())
          .isEqualTo(Relation.Label.ONE_SIDED);
    }

    @Test
    void its_ministry_speaks_of_conditions_and_a_newspaper_is_no_government() {
      assertThat(line(THEN, "prc", "minimise-differences")).startsWith("FOR URGE by KT17-12,");
      assertThat(quotes("KT17-12")).contains("conditions");
      Known newspaper = known(THEN, "global-times", "row-settled");
      assertThat(newspaper.stance()).isEqualTo(AGAINST);
      assertThat(ids(newspaper.support())).containsExactly("KT17-22");
    }
  }

  @Nested
  class Q21WhatBeijingAsked {
    @Test
    void nothing_in_2015_then_hopes_then_urgings() {
      ClaimQuery beijing = THAAD.claims().party("prc");
      assertThat(ids(beijing.force(HOPE))).containsExactly("UPI17-01", "KT17-09");
      assertThat(ids(beijing.force(Force.Point.DIRECTIVE)))
          .containsExactly("KT17-01", "KT17-12", "ET22-05", "AP22-03");
      ClaimQuery in2015 = THAAD.asOf("2015").knownAt("2015").claims().party("prc");
      assertThat(in2015.force(Force.Point.DIRECTIVE).count()).isZero();
      assertThat(ids(in2015.onIssue("thaad"))).containsExactly("KH15-01");
      assertThat(ids(in2015.force(EXPRESS_CONCERN))).containsExactly("KH15-01");
    }

    @Test
    void what_it_asked_was_first_that_relations_recover_and_last_the_three_nos() {
      assertThat(THAAD.dossier().claim("UPI17-01").orElseThrow().proposition())
          .isEqualTo("normalise-relations");
      assertThat(line(THEN, "prc", "handle-properly")).startsWith("FOR HOPE by KT17-09,");
      assertThat(line(THEN, "prc", "minimise-differences")).startsWith("FOR URGE by KT17-12,");
      assertThat(line(NOW, "prc", "three-nos")).startsWith("FOR URGE by ET22-05,");
      assertThat(line(NOW, "prc", "additional-thaad")).startsWith("AGAINST URGE by AP22-03,");
    }

    @Test
    void further_steps_are_only_imputed_and_shield_and_talks_only_reported() {
      assertThat(line(THEN, "prc", "further-steps")).isEqualTo("ONLY_HINTS");
      assertThat(THEN.position("prc", "further-steps").hints())
          .extracting(hint -> hint.claim().id() + " " + hint.grade())
          .containsExactly("KT17-01 IMPUTED");
      assertThat(THAAD.claims().party("prc").onIssue("side-demands").count()).isZero();
    }
  }

  @Nested
  class Q24WhoFirstUsedThePhrase {
    @Test
    void it_is_first_attested_in_an_article_of_2017_in_the_papers_own_words() {
      Chronology.Entry first = THAAD.claims().mentioning("three nos").firstAttested().orElseThrow();
      assertThat(first.evidence())
          .extracting(Evidence::source, Evidence::mode)
          .containsExactly(tuple("KT17", Mode.INDIRECT));
      Source article = THAAD.dossier().source("KT17").orElseThrow();
      assertThat(article.outlet()).isEqualTo("korea-times");
      assertThat(article.published()).hasToString("2017-11-24");
      assertThat(first.evidence().get(0).quote().orElseThrow()).contains("dubbed \"three nos,\"");
    }

    @Test
    void no_government_speaker_is_quoted_as_using_it_in_2017() {
      for (String phrase : List.of("three nos", "three no")) {
        ClaimQuery uses = THAAD.knownAt("2017-12-31").claims().mentioning(phrase);
        assertThat(uses.mode(Mode.DIRECT).count()).isZero();
        assertThat(uses.mode(Mode.PARTIAL).count()).isZero();
      }
      assertThat(THAAD.knownAt("2017-11-23").claims().mentioning("three nos").firstAttested())
          .isEmpty();
    }
  }

  @Nested
  class Q26WhatWasDenied {
    @Test
    void three_things_were_denied_each_of_its_own_proposition() {
      assertThat(THAAD.claims().force(DENY).list())
          .extracting(claim -> claim.id() + " " + claim.stance() + " " + claim.proposition())
          .containsExactlyInAnyOrder(
              "KT17-24 AGAINST shield-requested",
              "KT17-15 AGAINST 3n-promise",
              "ET22-07 AGAINST 3n-agreement");
    }

    @Test
    void missing_records_and_absent_plans_are_no_denials() {
      Claim records = THAAD.dossier().claim("ET22-10").orElseThrow();
      assertThat(records.force()).isEqualTo(ASSERT);
      assertThat(records.proposition()).isEqualTo("3n-records-handed-over");
      Claim talks = THAAD.dossier().claim("KT17-26").orElseThrow();
      assertThat(talks.force()).isEqualTo(STATE_INTENTION);
      assertThat(talks.proposition()).isEqualTo("hold-mil-talks");
    }
  }

  @Nested
  class Q28EveryCommitment {
    @Test
    void each_is_listed_with_those_it_binds() {
      assertThat(THAAD.claims().commitments().list())
          .extracting(claim -> claim.id() + " " + claim.proposition() + " " + claim.principals())
          .containsExactlyInAnyOrder(
              "KH15-10 hotline [prc-mnd, rok-mnd]",
              "KH15-11 return-remains [rok]",
              "UPI17-12 normalise-relations [prc, rok]",
              "KT17-02 row-settled [prc, rok]",
              "KT17-05 normalise-relations [prc-president, rok-president]",
              "AP22-09 not-an-obstacle [prc, rok]",
              "ET22-04 accept-legitimate-concerns [prc, rok]",
              "ET22-17 three-nos [rok-president]",
              "ET22-20 stronger-us-cooperation [yoon-suk-yeol]");
    }

    @Test
    void which_are_mutual_and_which_only_narrated_is_told_apart() {
      assertThat(ids(THAAD.claims().commitments().mutual())).containsExactly("AP22-09");
      assertThat(ids(THAAD.claims().commitments().grade(Grade.NARRATED)))
          .containsExactlyInAnyOrder("KT17-02", "KT17-05", "ET22-17");
      assertThat(ids(THAAD.claims().commitments().joint().oneSided()))
          .containsExactlyInAnyOrder("KH15-10", "UPI17-12", "KT17-02", "KT17-05", "ET22-04");
      assertThat(line(THAAD, "rok", "stronger-us-cooperation")).isEqualTo("ONLY_HINTS");
    }

    @Test
    void intentions_are_no_commitments() {
      assertThat(ids(THAAD.claims().commitments()))
          .doesNotContain("UPI17-04", "UPI17-05", "KT17-26");
      assertThat(known(THAAD, "rok", "not-an-obstacle").isCommitment()).isTrue();
      assertThat(known(THEN, "rok", "hold-mil-talks").isCommitment()).isFalse();
    }
  }

  @Nested
  class Q31JointClaims {
    private String tellers(String occasion, String claim) {
      Readouts.Point point = THAAD.readouts(occasion).point(claim).orElseThrow();
      return point.verdict() + " " + point.tellers();
    }

    @Test
    void one_alone_is_confirmed_by_both_sides() {
      assertThat(ids(THAAD.claims().mutual())).containsExactly("AP22-09");
      assertThat(ids(THAAD.claims().joint()))
          .containsExactlyInAnyOrder(
              "KH15-10",
              "KH15-15",
              "UPI17-12",
              "KT17-02",
              "KT17-05",
              "AP22-08",
              "AP22-09",
              "ET22-04");
      assertThat(ids(THAAD.claims().oneSided()))
          .containsExactlyInAnyOrder(
              "KH15-10", "KH15-15", "UPI17-12", "KT17-02", "KT17-05", "AP22-08", "ET22-04");
    }

    @Test
    void of_the_others_it_is_said_who_tells_them_if_anyone_does() {
      assertThat(tellers("defmin-2015-02-04", "KH15-10")).isEqualTo("UNTOLD []");
      assertThat(tellers("defmin-2015-02-04", "KH15-15")).isEqualTo("UNTOLD []");
      assertThat(tellers("agreement-2017-10-31", "UPI17-12")).isEqualTo("ONE_SIDED [prc]");
      assertThat(tellers("agreement-2017-10-31", "KT17-02")).isEqualTo("UNTOLD []");
      assertThat(tellers("summit-2017-11-12", "KT17-05")).isEqualTo("UNTOLD []");
      assertThat(tellers("qingdao-2022-08-09", "AP22-08")).isEqualTo("ONE_SIDED [rok]");
      assertThat(tellers("qingdao-2022-08-09", "ET22-04")).isEqualTo("ONE_SIDED [prc]");
    }

    @Test
    void two_capitals_in_one_sentence_are_two_parallel_claims() {
      Claim parallel = THAAD.dossier().claim("KT17-19").orElseThrow();
      assertThat(parallel.principals()).containsExactly("rok", "usa");
      assertThat(parallel.occasion()).isEmpty();
      assertThat(ids(THAAD.claims().joint())).doesNotContain("KT17-19");
    }
  }

  @Nested
  class Q32Washington {
    @Test
    void it_wanted_the_deployment_under_obama_and_calls_it_defensive_with_seoul() {
      assertThat(line(THAAD.asOf("2014"), "usa", "deployment"))
          .isEqualTo("FOR EXPRESS_DESIRE by KH15-06, REPORTED, CURRENT");
      assertThat(line(THEN, "usa", "deployment"))
          .isEqualTo("FOR EXPRESS_DESIRE by KH15-06, REPORTED, INHERITED");
      assertThat(head(THEN, "usa", "deployment")).isEqualTo("barack-obama");
      assertThat(line(THEN, "usa", "defence-only"))
          .isEqualTo("FOR ASSERT by KT17-19, REPORTED, CURRENT");
      assertThat(propositions(NOW.positionsOf("usa").known()))
          .containsExactlyInAnyOrder("deployment", "defence-only");
    }

    @Test
    void on_the_three_nos_it_is_silent_and_what_seoul_says_of_it_is_seouls() {
      assertThat(line(NOW, "usa", "three-nos")).isEqualTo("NO_CLAIMS");
      for (String proposition : List.of("us-has-decided", "us-has-asked-consultation")) {
        assertThat(line(NOW, "usa", proposition)).isEqualTo("NO_CLAIMS");
        assertThat(NOW.position("rok", proposition).known()).isPresent();
      }
      assertThat(ids(THAAD.claims().party("usa"))).containsExactly("KH15-06", "KT17-19");
    }
  }

  @Nested
  class Q37WangYiAndTheMinistry {
    @Test
    void the_two_wangs_are_told_apart_and_relaying_is_not_speaking() {
      assertThat(ids(THAAD.claims().speaker("wang-yi"))).containsExactly("KT17-07", "ET22-05");
      assertThat(ids(THAAD.claims().relay("wang-yi"))).containsExactly("KT17-08");
      assertThat(ids(THAAD.claims().speaker("wang-wenbin"))).containsExactly("AP22-04", "AP22-05");
    }

    @Test
    void the_ministry_is_the_principal_of_ten() {
      assertThat(ids(THAAD.claims().principal("prc-mfa")))
          .containsExactlyInAnyOrder(
              "UPI17-01",
              "UPI17-03",
              "UPI17-13",
              "KT17-07",
              "KT17-09",
              "KT17-10",
              "KT17-12",
              "AP22-04",
              "AP22-05",
              "ET22-05");
    }
  }

  @Nested
  class Q39ACitationReadyChronology {
    private final Chronology chronology = THAAD.claims().chronology();

    private LocalDate begins(Claim claim) {
      return claim.asserted().earliest().orElse(claim.asserted().latest());
    }

    @Test
    void it_holds_every_claim_once_in_a_stable_order() {
      List<Claim> claims = chronology.entries().stream().map(Chronology.Entry::claim).toList();
      assertThat(claims)
          .hasSize(89)
          .containsExactlyInAnyOrderElementsOf(THAAD.dossier().claims())
          .isSortedAccordingTo(
              Comparator.comparing(this::begins)
                  .thenComparing(claim -> claim.asserted().latest())
                  .thenComparing(Claim::id));
      assertThat(claims.get(0).id()).isEqualTo("KH15-06");
      Dossier dossier = THAAD.dossier();
      Dossier reversed =
          Dossier.builder()
              .addAllSources(dossier.sources().reverse())
              .addAllActors(dossier.actors().reverse())
              .addAllOccasions(dossier.occasions().reverse())
              .addAllPropositions(dossier.propositions().reverse())
              .addAllClaims(dossier.claims().reverse())
              .build();
      assertThat(Tracker.of(reversed).claims().chronology()).isEqualTo(chronology);
    }

    @Test
    void an_undated_claim_stands_at_its_latest_day_and_is_marked() {
      assertThat(chronology.entries())
          .filteredOn(Chronology.Entry::isUndated)
          .extracting(entry -> entry.claim().id())
          .containsExactlyInAnyOrderElementsOf(ids(THAAD.claims().undated()))
          .contains("KT17-13", "KT17-19", "UPI17-07", "ET22-21")
          .doesNotContain("KT17-16", "AP22-10", "KH15-06");
      assertThat(THAAD.claims().undated().on("3n-promise").chronology().toString())
          .contains("[..2017-11-24] (INFERRED, undated)  KT17-13");
    }

    @Test
    void each_entry_can_be_cited_as_it_stands() {
      assertThat(THAAD.claims().on("three-nos").speaker("wang-yi").chronology().toString())
          .containsSubsequence(
              "2017-11-22 (RESOLVED)  KT17-07  Wang Yi for PRC Ministry of Foreign Affairs: FOR",
              "three-nos",
              "WELCOME",
              "OWN_WORDS",
              "\"valued\"",
              "— The Korea Times ← PRC Ministry of Foreign Affairs, 2017-11-24 [KT17, PARTIAL]",
              "2022-08-09 (INFERRED)  ET22-05",
              "URGE",
              "REPORTED",
              "“three no” policy",
              "[2022-08-11..2022-08-31] [ET22,");
      Chronology.Entry cross =
          chronology.entries().stream()
              .filter(entry -> entry.claim().id().equals("KT17-08"))
              .findFirst()
              .orElseThrow();
      assertThat(cross.grades()).isEqualTo(Map.of("rok", Grade.OTHER_SIDE));
    }
  }

  @Nested
  class Q40WhatCameNext {
    private final Dossier base = ThaadDossier.read();

    private Source source(String id, String outlet, String published) {
      return Source.builder()
          .id(id)
          .outlet(outlet)
          .title("Of " + published)
          .published(When.parse(published))
          .build();
    }

    private Claim claim(
        String id,
        String speaker,
        String principal,
        String asserted,
        String proposition,
        Stance stance,
        Force force,
        String source) {
      return Claim.builder()
          .id(id)
          .addSpeakers(speaker)
          .addPrincipals(principal)
          .asserted(When.parse(asserted))
          .basis(Basis.STATED)
          .proposition(proposition)
          .stance(stance)
          .force(force)
          .addEvidence(
              Evidence.builder()
                  .source(source)
                  .mode(Mode.PARTIAL)
                  .quote("it was “so” that was said")
                  .build())
          .build();
    }

    private Dossier.Builder whoAndWhat() {
      return Dossier.builder()
          .addAllActors(base.actors())
          .addAllOccasions(base.occasions())
          .addAllPropositions(base.propositions());
    }

    /** Loads a dossier, and sees to it that every record that was there still is as it was. */
    private Dossier load(Dossier more) {
      Dossier loaded = base.plus(more);
      assertThat(loaded.sources()).startsWith(base.sources().toArray(Source[]::new));
      assertThat(loaded.actors()).startsWith(base.actors().toArray(Actor[]::new));
      assertThat(loaded.propositions()).startsWith(base.propositions().toArray(Proposition[]::new));
      for (Claim claim : base.claims()) {
        Claim there = loaded.claim(claim.id()).orElseThrow();
        assertThat(there.evidence()).startsWith(claim.evidence().toArray(Evidence[]::new));
        assertThat(there.withEvidence(claim.evidence())).isEqualTo(claim);
      }
      return loaded;
    }

    /** Sees to it that answers about other propositions are what they were. */
    private void changesOnly(Dossier loaded, String... touched) {
      for (String date : List.of("2015-02-04", "2015-12-31", "2017-11-24", "2022-08-11")) {
        Tracker before = THAAD.asOf(date);
        Tracker after = Tracker.of(loaded).asOf(date);
        for (String party : List.of("rok", "prc", "usa", "rok-mofa", "prc-mfa", "epoch-times")) {
          for (Proposition proposition : base.propositions()) {
            if (!List.of(touched).contains(proposition.id())) {
              assertThat(after.position(party, proposition.id()))
                  .isEqualTo(before.position(party, proposition.id()));
            }
          }
        }
      }
    }

    private final Dossier oneRestriction =
        load(
            whoAndWhat()
                .addPropositions(
                    Proposition.builder()
                        .id("restrict-thaad-operation")
                        .issue("three-nos-content")
                        .text("South Korea restricts the operation of the THAAD battery it has.")
                        .build(),
                    Proposition.builder()
                        .id("three-nos-one-restriction")
                        .issue("three-nos-content")
                        .text("South Korea abides by the “three nos and one restriction”.")
                        .putParts("three-nos", FOR)
                        .putParts("restrict-thaad-operation", FOR)
                        .build(),
                    Proposition.builder()
                        .id("3n1r-officially-announced")
                        .issue("three-nos-status")
                        .text("Seoul officially announced the three nos and one restriction.")
                        .about("three-nos-one-restriction")
                        .build())
                .addSources(source("MFA22", "ap", "2022-08-10"))
                .addClaims(
                    claim(
                        "MFA22-01",
                        "wang-wenbin",
                        "prc-mfa",
                        "2022-08-10",
                        "three-nos-one-restriction",
                        FOR,
                        URGE,
                        "MFA22"),
                    claim(
                        "MFA22-02",
                        "wang-wenbin",
                        "prc-mfa",
                        "2022-08-10",
                        "3n1r-officially-announced",
                        FOR,
                        ASSERT,
                        "MFA22"))
                .build());

    @Test
    void a_restriction_beside_the_nos_is_a_new_composite_and_bears_on_its_parts() {
      Tracker after = Tracker.of(oneRestriction).asOf("2022-08-11");
      assertThat(line(after, "prc", "three-nos-one-restriction"))
          .isEqualTo("FOR URGE by MFA22-01, OWN_WORDS, CURRENT");
      assertThat(line(after, "prc", "restrict-thaad-operation"))
          .isEqualTo("FOR URGE by MFA22-01 implied, OWN_WORDS, CURRENT");
      assertThat(line(after, "prc", "three-nos"))
          .isEqualTo("FOR URGE by ET22-05, REPORTED, CURRENT");
      assertThat(ids(after.position("prc", "three-nos").support())).contains("MFA22-01");
      assertThat(ids(after.position("prc", "join-us-md").support())).contains("MFA22-01");
      assertThat(line(after, "prc", "3n1r-officially-announced"))
          .isEqualTo("FOR ASSERT by MFA22-02, OWN_WORDS, CURRENT");
      assertThat(ids(after.claims().characterising("three-nos"))).doesNotContain("MFA22-02");
    }

    @Test
    void the_comparison_gains_rows_and_other_answers_stay() {
      Comparison before = NOW.compare("rok", "prc");
      Comparison after = Tracker.of(oneRestriction).asOf("2022-08-11").compare("rok", "prc");
      Set<String> gained = new HashSet<>(after.propositions());
      gained.removeAll(before.propositions());
      assertThat(gained)
          .containsExactlyInAnyOrder(
              "three-nos-one-restriction", "restrict-thaad-operation", "3n1r-officially-announced");
      assertThat(after.propositions()).containsAll(before.propositions());
      // Seoul left the three nos open, and so leaves open what they are part of.
      assertThat(after.on("three-nos-one-restriction").rows().get(0).label())
          .isEqualTo(Relation.Label.DIVERGENCE);
      assertThat(after.on("restrict-thaad-operation").rows().get(0).label())
          .isEqualTo(Relation.Label.ONE_SIDED);
      changesOnly(
          oneRestriction, "three-nos", "additional-thaad", "join-us-md", "trilateral-alliance");
    }

    private final Dossier ofPark =
        load(
            whoAndWhat()
                .addPropositions(
                    Proposition.builder()
                        .id("us-requested-2015")
                        .issue("thaad")
                        .text("By Mar 2015 Washington has requested a THAAD deployment.")
                        .build(),
                    Proposition.builder()
                        .id("consulted-2015")
                        .issue("thaad")
                        .text("By Mar 2015 the allies have consulted on a THAAD deployment.")
                        .build(),
                    Proposition.builder()
                        .id("decided-2015")
                        .issue("thaad")
                        .text("By Mar 2015 the allies have decided on a THAAD deployment.")
                        .build(),
                    Proposition.builder()
                        .id("three-nos-2015")
                        .issue("thaad")
                        .text("As of Mar 2015 there are “three nos”: no request, talks, decision.")
                        .putParts("us-requested-2015", AGAINST)
                        .putParts("consulted-2015", AGAINST)
                        .putParts("decided-2015", AGAINST)
                        .build())
                .addSources(source("YN15", "yonhap", "2015-03-11"))
                .addClaims(
                    claim(
                        "YN15-01",
                        "rok-presidential-office",
                        "rok-presidential-office",
                        "2015-03-11",
                        "three-nos-2015",
                        FOR,
                        ASSERT,
                        "YN15"))
                .build());

    @Test
    void parks_three_nos_share_the_label_and_nothing_else() {
      Tracker after = Tracker.of(ofPark);
      assertThat(after.propositions("three nos").rows())
          .filteredOn(proposition -> !proposition.parts().isEmpty())
          .extracting(Proposition::id)
          .containsExactly("three-nos-2015", "three-nos");
      assertThat(ids(after.claims().touching("three-nos-2015"))).containsExactly("YN15-01");
      assertThat(ids(after.claims().on("three-nos")))
          .isEqualTo(ids(THAAD.claims().on("three-nos")));
      assertThat(ids(after.claims().touching("three-nos"))).doesNotContain("YN15-01");
      assertThat(line(after.asOf("2015"), "rok", "three-nos-2015"))
          .isEqualTo("FOR ASSERT by YN15-01, OWN_WORDS, CURRENT");
      assertThat(after.asOf("2015").position("rok", "three-nos").evidenced()).isEmpty();
      changesOnly(ofPark);
    }

    @Test
    void kang_before_the_assembly_makes_the_denial_of_2022_a_reaffirmation() {
      Dossier loaded =
          load(
              whoAndWhat()
                  .addSources(source("YN17", "yonhap", "2017-11-27"))
                  .addClaims(
                      claim(
                          "YN17-01",
                          "kang-kyung-wha",
                          "rok-mofa",
                          "2017-11-27",
                          "3n-agreement",
                          AGAINST,
                          DENY,
                          "YN17"))
                  .build());
      Tracker after = Tracker.of(loaded);
      assertThat(line(after.asOf("2017-11-27"), "rok", "3n-agreement"))
          .isEqualTo("AGAINST DENY by YN17-01, OWN_WORDS, CURRENT");
      assertThat(head(after.asOf("2017-11-27"), "rok", "3n-agreement")).isEqualTo("moon-jae-in");
      Change change =
          after.asOf("2017-11-27").changeTo(after.asOf("2022-08-11"), "rok", "3n-agreement");
      assertThat(change.label()).isEqualTo(Change.Label.REAFFIRMED);
      assertThat(change.hasAdministrationChanged()).isTrue();
      assertThat(change.hasUnlikeEvidence()).isTrue();
      changesOnly(loaded, "3n-agreement");
    }

    @Test
    void a_named_spokesman_stands_beside_the_bare_capital() {
      Dossier loaded =
          load(
              whoAndWhat()
                  .addSources(source("YN17", "yonhap", "2017-11-02"))
                  .addClaims(
                      claim(
                          "YN17-02",
                          "noh-kyu-duk",
                          "rok-mofa",
                          "2017-11-02",
                          "3n-promise",
                          AGAINST,
                          DENY,
                          "YN17"))
                  .build());
      Tracker after = Tracker.of(loaded);
      assertThat(line(THAAD.asOf("2017-11-02"), "rok", "3n-promise")).isEqualTo("ONLY_POSSIBLY");
      assertThat(line(after.asOf("2017-11-02"), "rok", "3n-promise"))
          .isEqualTo("AGAINST DENY by YN17-02, OWN_WORDS, CURRENT");
      Known position = known(after.asOf("2017-11-24"), "rok", "3n-promise");
      assertThat(ids(position.support())).containsExactly("YN17-02", "KT17-15");
      assertThat(position.lastEvidenced()).isEqualTo("2017-11-24");
      changesOnly(loaded, "3n-promise");
    }

    private Dossier release(Claim claim) {
      return whoAndWhat()
          .addSources(source("JPR17", "yonhap", "2017-10-31"))
          .addClaims(claim)
          .build();
    }

    private Claim rightTrack() {
      return base.claim("UPI17-12").orElseThrow();
    }

    @Test
    void the_joint_release_makes_the_right_track_mutual_whoever_tells_it() {
      List<Evidence> told =
          Stream.of("rok-mofa", "prc-mfa")
              .map(
                  ministry ->
                      Evidence.builder()
                          .source("JPR17")
                          .mode(Mode.DIRECT)
                          .addVia(ministry)
                          .quote("“The two sides agreed”, its release says.")
                          .build())
              .toList();
      Evidence issued = Evidence.builder().source("JPR17").mode(Mode.RECORDED).build();
      for (List<Evidence> evidence : List.of(told, List.of(issued))) {
        Dossier loaded = load(release(rightTrack().withEvidence(evidence)));
        assertThat(loaded.claims()).hasSize(89);
        assertThat(loaded.claim("UPI17-12").orElseThrow().evidence()).hasSize(1 + evidence.size());
        Tracker after = Tracker.of(loaded);
        assertThat(ids(after.claims().mutual())).containsExactly("UPI17-12", "AP22-09");
        Readouts.Point point =
            after.readouts("agreement-2017-10-31").point("UPI17-12").orElseThrow();
        assertThat(point.verdict()).isEqualTo(Readouts.Verdict.MUTUAL);
        assertThat(point.tellers()).containsExactly("prc", "rok");
        assertThat(line(after.asOf("2017-10-31"), "rok", "normalise-relations"))
            .isEqualTo("FOR AGREE by UPI17-12, OWN_WORDS, CURRENT");
        changesOnly(loaded, "normalise-relations");
      }
    }

    @Test
    void a_claim_of_the_same_id_that_differs_in_more_than_evidence_is_refused() {
      Claim other =
          Claim.builder()
              .id("UPI17-12")
              .speakers(rightTrack().speakers())
              .principals(rightTrack().principals())
              .asserted(rightTrack().asserted())
              .proposition("row-settled")
              .stance(FOR)
              .force(AGREE)
              .evidence(List.of(Evidence.builder().source("JPR17").mode(Mode.RECORDED).build()))
              .build();
      assertThatExceptionOfType(InvalidDossierException.class)
          .isThrownBy(() -> base.plus(release(other)))
          .satisfies(
              refused -> {
                assertThat(refused.problems())
                    .extracting(Problem::code, Problem::id)
                    .containsExactly(tuple(Problem.Code.CONFLICT, "UPI17-12"));
                assertThat(refused).hasMessageContainingAll("normalise-relations", "row-settled");
              });
    }
  }
}
