package org.demarche.examples.paris;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Unknown;
import org.demarche.model.Claim;
import org.junit.jupiter.api.Test;

/**
 * The fifteen questions of the page. Expected values are argued there from the claims and the
 * rules; each answer that the page prints is compared with the answer of the library.
 */
class FifteenQuestionsTest {
  private static final Tracker PARIS = Tracker.of(ParisDossier.read());
  private static final String PAGE = page();

  private static String page() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void assertPrinted(Answer answer) {
    assertThat(PAGE).contains("\n" + answer.sentence() + "\n");
  }

  private static Position position(String date, String party, String proposition) {
    return PARIS.asOf(date).position(party, proposition);
  }

  private static Known known(Position position) {
    return position.known().orElseThrow(() -> new AssertionError("not known: " + position));
  }

  /** Returns the stance, force, headline, grade and standing, or the reason why it is unknown. */
  private static String summary(Position position) {
    if (position instanceof Unknown unknown) {
      return unknown.reason().name();
    }
    Known known = known(position);
    return "%s %s by %s%s, %s, %s"
        .formatted(
            known.stance(),
            known.force(),
            known.headline().claim().id(),
            known.isImplied() ? " implied" : "",
            known.grade(),
            known.standing());
  }

  private static List<String> ids(List<CitedClaim> cited) {
    return cited.stream().map(each -> each.claim().id()).toList();
  }

  private static List<String> ids(ClaimQuery claims) {
    return claims.list().stream().map(Claim::id).toList();
  }

  @Test
  void q01_the_notice_of_2019_is_the_position_when_2020_ends() {
    Known usa = known(position("2020-12-31", "usa", "us-party"));
    assertThat(summary(usa)).isEqualTo("AGAINST DECIDE by NATREVIEW19-01, OWN_WORDS, CURRENT");
    assertThat(ids(usa.support()))
        .containsExactlyInAnyOrder("TRUMP17-01", "CN464-01", "NYDN17-04", "NATREVIEW19-01");
    assertThat(usa.condition()).isEmpty();
    assertThat(usa.conditions())
        .containsExactlyInAnyOrder(
            "unless the United States identifies suitable terms for reengagement",
            "unless we can re-enter on terms that are more favorable to our country");
    assertThat(usa.isPastDue()).isTrue();
    assertPrinted(usa);
  }

  @Test
  void q02_the_refusal_of_a_sherpa_was_not_known_before_his_prime_minister_overruled_it() {
    Tracker then = PARIS.asOf("2016-09-20");
    Position known = then.knownAt("2016-09-20").position("india", "india-ratify-2016");
    Position now = then.position("india", "india-ratify-2016");
    Position later = position("2016-09-25", "india", "india-ratify-2016");
    assertThat(summary(known)).isEqualTo("NOT_YET_KNOWN");
    assertThat(summary(now)).isEqualTo("AGAINST STATE_INTENTION by SCROLL16-01, REPORTED, CURRENT");
    assertThat(summary(later)).isEqualTo("FOR PROMISE by SCROLL16-02, OWN_WORDS, CURRENT");
    assertThat(then.changeTo(PARIS.asOf("2016-09-25"), "india", "india-ratify-2016").label())
        .isEqualTo(Change.Label.REVERSED);
    assertPrinted(known);
    assertPrinted(now);
  }

  @Test
  void q03_the_american_position_on_membership_changes_step_by_step() {
    assertThat(PARIS.history("usa", "us-party").changes())
        .extracting(change -> change.after().viewpoint().asOf() + " " + change.label())
        .containsExactly(
            "2016-03-31 FIRST_STATED",
            "2016-09-03 REAFFIRMED",
            "2017-05-24 WITHDRAWN",
            "2017-05-27 REAFFIRMED",
            "2017-06-01 TAKEN",
            "2017-08-04 CONDITION_ADDED",
            "2017-09-16 CONDITION_CHANGED",
            "2019-11-04 CONDITION_NOT_REPEATED",
            "2021-01-20 REVERSED",
            "2021-02-19 REAFFIRMED",
            "2025-01-20 REVERSED");
  }

  @Test
  void q04_the_return_of_2021_reaches_the_green_climate_fund_two_years_later() {
    Matrix matrix = PARIS.administrations("usa").on("us-party", "us-gcf").at();
    assertThat(matrix.positions())
        .extracting(FifteenQuestionsTest::summary)
        .containsExactly(
            "FOR DECIDE by STATE16-01, OWN_WORDS, CURRENT",
            "AGAINST DECIDE by NATREVIEW19-01, OWN_WORDS, CURRENT",
            "FOR ASSERT by CARTER21-01, OWN_WORDS, CURRENT",
            "AGAINST DECIDE by EO14162-01, OWN_WORDS, CURRENT",
            "FOR REAFFIRM by CHINADAILY15-02, OTHER_SIDE, CURRENT",
            "AGAINST DECIDE by TRUMP17-04, OWN_WORDS, CURRENT",
            "FOR PROMISE by CNBC23-01, REPORTED, CURRENT",
            "UNCOMMITTED WITHDRAW by POLITICO25-01, OWN_WORDS, CURRENT");
    Position between = position("2022-12-31", "usa", "us-gcf");
    assertThat(summary(between)).isEqualTo("AGAINST DECIDE by TRUMP17-04, OWN_WORDS, INHERITED");
    assertPrinted(between);
  }

  @Test
  void q05_washington_contradicts_brussels_on_five_propositions_and_new_delhi_on_one() {
    Tracker then = PARIS.asOf("2017-09-30");
    assertThat(then.compare("usa", "eu").label(Relation.Label.CONTRADICTION).propositions())
        .containsExactlyInAnyOrder(
            "us-party", "renegotiate", "us-softened", "us-implements", "implement");
    Relation renegotiate = then.relation("usa", "eu", "renegotiate");
    assertThat(summary(renegotiate.first()))
        .isEqualTo("FOR STATE_INTENTION by TRUMP17-05, OWN_WORDS, CURRENT");
    assertThat(ids(renegotiate.first().disputingClaims())).containsExactly("NYDN17-01");
    assertThat(summary(renegotiate.second()))
        .isEqualTo("AGAINST REAFFIRM by FAC17-01, OWN_WORDS, CURRENT");
    assertThat(summary(then.position("eu", "us-implements")))
        .isEqualTo("FOR REAFFIRM by INTER17-02 implied, OWN_WORDS, CURRENT");
    assertThat(then.compare("usa", "india").label(Relation.Label.CONTRADICTION).propositions())
        .containsExactly("india-for-money");
    assertThat(then.relation("usa", "india", "india-for-money").exchanges())
        .extracting(each -> each.answer().claim().id() + " to " + each.answered().claim().id())
        .containsExactly("IE17A-02 to IE17A-01");
    assertPrinted(then.position("usa", "renegotiate"));
    assertPrinted(then.relation("usa", "india", "india-for-money"));
  }

  @Test
  void q06_pledges_are_taken_back_and_a_transcript_is_corrected_without_effect() {
    Tracker before = PARIS.asOf("2024-12-31");
    Tracker after = PARIS.asOf("2025-01-31");
    Position pledges = PARIS.position("usa", "us-gcf");
    assertThat(ids(pledges.retractedClaims()))
        .containsExactlyInAnyOrder("CNBC23-01", "CHINADAILY15-02");
    assertThat(summary(before.position("usa", "us-finance-plan")))
        .isEqualTo("FOR STATE_INTENTION by ANI21-01, OWN_WORDS, CURRENT");
    assertThat(summary(after.position("usa", "us-finance-plan")))
        .isEqualTo("UNCOMMITTED WITHDRAW by HOLLAND25-01, REPORTED, CURRENT");
    for (String proposition : List.of("us-gcf", "us-finance-plan")) {
      assertThat(before.changeTo(after, "usa", proposition).label())
          .isEqualTo(Change.Label.WITHDRAWN);
    }
    assertPrinted(pledges);

    Tracker then = PARIS.asOf("2016-12-31");
    assertThat(PARIS.dossier().source("OBAMA16").orElseThrow().revises()).contains("OBAMA16-first");
    assertThat(ids(PARIS.claims().source("OBAMA16-first"))).isEmpty();
    assertThat(then.differencesTo(then.without("OBAMA16-first")).rows()).isEmpty();
    assertThat(summary(then.position("usa", "early-force")))
        .isEqualTo("FOR ASSERT by OBAMA16-01, OWN_WORDS, CURRENT");
    assertThat(summary(then.without("OBAMA16").position("usa", "early-force")))
        .isEqualTo("FOR URGE by WH16-02, REPORTED, CURRENT");
  }

  @Test
  void q07_nothing_is_known_of_india_or_china_on_a_renegotiation() {
    Tracker then = PARIS.asOf("2017-12-31");
    assertThat(then.positionsOn("renegotiate").known().rows())
        .extracting(Position::party)
        .containsExactlyInAnyOrder("usa", "eu", "france", "germany", "italy");
    for (String party : List.of("india", "prc")) {
      assertThat(summary(then.position(party, "renegotiate"))).isEqualTo("NO_CLAIMS");
    }
    assertPrinted(then.position("india", "renegotiate"));
  }

  @Test
  void q08_without_one_paper_the_notice_is_known_from_the_depositary_only() {
    Tracker whole = PARIS.asOf("2020-12-31");
    Tracker without = whole.without("NATREVIEW19");
    Position usa = without.position("usa", "us-party");
    assertThat(summary(usa)).isEqualTo("AGAINST REAFFIRM by NYDN17-04, OWN_WORDS, CURRENT");
    assertThat(usa.support())
        .filteredOn(cited -> cited.claim().id().equals("NATREVIEW19-01"))
        .extracting(CitedClaim::grade)
        .containsExactly(Grade.OTHER_SIDE);
    Differences differences = whole.differencesTo(without);
    assertThat(differences.rows())
        .extracting(row -> row.party() + " " + row.proposition() + " " + row.label())
        .containsExactly("usa us-party ALTERED");
    assertThat(differences.rows().get(0).altered())
        .containsExactlyInAnyOrder(Difference.Aspect.FORCE, Difference.Aspect.HEADLINE);
    assertPrinted(usa);
  }

  @Test
  void q09_a_target_on_a_condition_is_no_commitment_and_a_commitment_falls_due() {
    Known india = known(position("2025-11-05", "india", "india-nonfossil-40"));
    assertThat(summary(india)).isEqualTo("FOR STATE_INTENTION by INDC15-02, OWN_WORDS, CURRENT");
    assertThat(india.condition().orElseThrow()).startsWith("with the help of transfer of");
    assertThat(india.isCommitment()).isFalse();
    assertThat(india.due().orElseThrow()).hasToString("2030");
    assertThat(ids(PARIS.claims().party("india").commitments()))
        .containsExactlyInAnyOrder(
            "SCROLL16-02",
            "IE17A-03",
            "INDIATV21-01",
            "INDIATV21-02",
            "INDIATV21-03",
            "HT22-01",
            "HT22-02");
    Known late = known(position("2026-01-01", "usa", "ndc-2035-all"));
    assertThat(summary(late)).isEqualTo("FOR AGREE by RESILIENT23-01, REPORTED, INHERITED");
    assertThat(late.isCommitment()).isTrue();
    assertThat(late.isPastDue()).isTrue();
    assertThat(known(position("2025-11-05", "usa", "ndc-2035-all")).isPastDue()).isFalse();
    assertThat(summary(position("2026-01-01", "prc", "ndc-2035-all")))
        .isEqualTo("FOR AGREE by RESILIENT23-01, REPORTED, CURRENT");
    assertPrinted(india);
    assertPrinted(late);
  }

  @Test
  void q10_both_sides_report_the_deposit_and_one_the_call_on_others() {
    Readouts hangzhou = PARIS.readouts("hangzhou-2016-09");
    Map<String, String> reported =
        hangzhou.points().stream()
            .collect(toMap(point -> point.claim().id(), point -> point.reportedBy().toString()));
    assertThat(reported)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "WH16-01", "[prc, usa]",
                "WH16-02", "[usa]",
                "STATE16-01", "[usa]",
                "EMBASSY16-01", "[prc]",
                "EMBASSY16-02", "[prc]"));
    assertThat(ids(PARIS.claims().mutual()))
        .containsExactlyInAnyOrder(
            "USCN14-01",
            "USCN14-02",
            "USCN14-06",
            "USCN15-01",
            "USCN15-02",
            "USCN16-01",
            "USCN16-02",
            "WH16-01",
            "EMBASSY17-01",
            "EMBASSY17-02",
            "EMBASSY17-03");
    assertThat(ids(PARIS.claims().oneSided()))
        .containsExactlyInAnyOrder(
            "WH16-02",
            "INTER17-02",
            "VOA21-01",
            "GLASGOW21-01",
            "SUNNYLANDS23-01",
            "RESILIENT23-01");
    assertPrinted(hangzhou);
  }

  @Test
  void q11_the_five_goals_imply_each_goal_and_nothing_beside_them() {
    Known implied = known(position("2021-12-31", "india", "india-500gw"));
    assertThat(summary(implied))
        .isEqualTo("FOR PROMISE by INDIATV21-01 implied, OWN_WORDS, CURRENT");
    assertThat(implied.isCommitment()).isFalse();
    assertThat(summary(position("2021-12-31", "india", "india-nonfossil-50")))
        .isEqualTo("ONLY_LATER");
    assertThat(summary(position("2016-12-31", "prc", "prc-intensity-60")))
        .isEqualTo("FOR DECIDE by LI15-01 implied, REPORTED, CURRENT");
    assertThat(summary(position("2016-12-31", "prc", "prc-peak")))
        .isEqualTo("FOR STATE_INTENTION by USCN14-04, OWN_WORDS, CURRENT");
    assertPrinted(implied);
  }

  @Test
  void q12_the_joint_word_of_2016_is_disputed_while_washington_is_out() {
    Position out = position("2017-12-31", "usa", "both-in");
    Position back = position("2021-12-31", "usa", "both-in");
    Position outAgain = position("2025-11-05", "usa", "both-in");
    assertThat(List.of(out, back, outAgain))
        .extracting(FifteenQuestionsTest::summary)
        .containsOnly("FOR DECIDE by WH16-01, REPORTED, INHERITED");
    assertThat(ids(out.disputingClaims())).containsExactlyInAnyOrder("TRUMP17-01", "NYDN17-04");
    assertThat(back.disputingClaims()).isEmpty();
    assertThat(ids(outAgain.disputingClaims()))
        .containsExactlyInAnyOrder("EO14162-01", "NDTV25-01");
    assertThat(summary(position("2025-11-05", "prc", "both-in")))
        .isEqualTo("FOR DECIDE by WH16-01, REPORTED, CURRENT");
    assertPrinted(back);
  }

  @Test
  void q13_what_the_union_holds_is_a_hint_for_its_members() {
    Unknown poland = (Unknown) position("2019-12-31", "poland", "eu-neutral");
    assertThat(summary(poland)).isEqualTo("ONLY_HINTS");
    assertThat(poland.otherCapacities())
        .extracting(capacity -> capacity.party())
        .containsExactly("eu");
    assertThat(summary(position("2019-12-31", "eu", "eu-neutral")))
        .isEqualTo("FOR AGREE by EURACTIV19-01, OWN_WORDS, CURRENT");
    assertThat(summary(position("2019-12-31", "poland", "poland-neutral")))
        .isEqualTo("UNCOMMITTED WITHHOLD by EURACTIV19-02, OTHER_SIDE, CURRENT");
    assertThat(summary(position("2019-12-31", "poland", "poland-own-pace")))
        .isEqualTo("FOR STATE_INTENTION by MYEUROP19-01, OWN_WORDS, CURRENT");
    assertThat(summary(position("2017-06-30", "france", "renegotiate")))
        .isEqualTo("AGAINST ASSERT by EMBASSY17-02, OWN_WORDS, CURRENT");
    assertPrinted(poland);
  }

  @Test
  void q14_quoted_words_have_a_phase_down_and_a_paraphrase_has_a_phase_out() {
    assertThat(summary(PARIS.position("prc", "prc-coal-down")))
        .isEqualTo("FOR PROMISE by TIMES21-01, OWN_WORDS, CURRENT");
    assertThat(summary(PARIS.position("prc", "prc-coal-out")))
        .isEqualTo("FOR PROMISE by GLOBALTIMES21-01, REPORTED, CURRENT");
    Position quoted = PARIS.minGrade(Grade.OWN_WORDS).position("prc", "prc-coal-out");
    assertThat(summary(quoted)).isEqualTo("ONLY_HINTS");
    assertThat(ids(PARIS.claims().crossAttributed()))
        .containsExactlyInAnyOrder(
            "CHINADAILY15-02",
            "WH16-02",
            "UNINDIA16-01",
            "EC16-02",
            "EC16-03",
            "NYDN17-01",
            "NYDN17-02",
            "EURACTIV19-02",
            "GLOBALTIMES21-02",
            "NDTV25-01");
    assertPrinted(PARIS.position("prc", "prc-coal-out"));
    assertPrinted(quoted);
  }

  @Test
  void q15_chinese_words_are_searched_as_written_and_printed_with_their_translation() {
    assertThat(ids(PARIS.claims().mentioning("《巴黎协定》")))
        .containsExactlyInAnyOrder("CHINADAILY17-01", "CHINADAILY17-02", "CNS25-01");
    assertThat(ids(PARIS.claims().mentioning("China is closely following"))).isEmpty();
    Position before = position("2017-12-31", "prc", "us-party");
    Position after = position("2025-01-31", "prc", "us-party");
    assertThat(summary(before)).isEqualTo("FOR DECIDE by WH16-01 implied, REPORTED, CURRENT");
    assertThat(ids(before.hints())).containsExactly("CHINADAILY17-01");
    assertThat(summary(after)).isEqualTo("FOR EXPRESS_CONCERN by CNS25-01, OWN_WORDS, CURRENT");
    assertThat(after.print())
        .contains("“中方对美方宣布将要退出《巴黎协定》表示关切。”")
        .contains("Translated from Chinese by the coder")
        .contains("Translated from German by the coder");
    assertPrinted(after);
  }
}
