package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.MadeUpRecords.madeUp;
import static org.demarche.examples.thaad.ThaadFixtures.DATES;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.actor;
import static org.demarche.examples.thaad.ThaadFixtures.change;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.grade;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.modes;
import static org.demarche.examples.thaad.ThaadFixtures.position;
import static org.demarche.examples.thaad.ThaadFixtures.proposition;
import static org.demarche.examples.thaad.ThaadFixtures.quote;
import static org.demarche.examples.thaad.ThaadFixtures.quotes;
import static org.demarche.examples.thaad.ThaadFixtures.quotesFrom;
import static org.demarche.examples.thaad.ThaadFixtures.related;
import static org.demarche.examples.thaad.ThaadFixtures.relays;
import static org.demarche.examples.thaad.ThaadFixtures.source;
import static org.demarche.examples.thaad.ThaadFixtures.unknown;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Grade;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traps 40 to 52: misleading signs in the texts of the sources. The numbers refer to the coder’s
 * list of places in these five articles where a reader, a coder or a program is easily misled.
 */
class SourceTextTrapsTest {
  @Test
  void trap_40_two_quotations_of_one_statement_are_two_pieces_of_evidence_for_one_claim() {
    assertThat(claim("AP22-08").evidence())
        .extracting(Evidence::source)
        .containsExactly("AP22", "ET22");
    assertThat(quotes("AP22-08").get(0)).contains("“During the meeting, both sides confirmed");
    assertThat(quotes("AP22-08").get(1)).contains("“We confirmed our differences");
    assertThat(ids(TRACKER.claims().on("differences-exist"))).containsExactly("AP22-08");
    assertThat(known("rok", "differences-exist", "2022-08-11").headline().evidence()).hasSize(2);
    assertThat(claim("AP22-09").evidence()).hasSize(4);
    assertThat(source("AP22").hasReliableQuotes()).isTrue();
    assertThat(source("ET22").hasReliableQuotes()).isFalse();
  }

  @Test
  void trap_41_two_articles_that_draw_on_one_agency_are_one_independent_root() {
    assertThat(source("AP22").derivedFrom()).containsExactly("AP-2022-08-10");
    assertThat(source("ET22").derivedFrom()).containsExactly("AP-2022-08-10");
    assertThat(known("rok", "differences-exist", "2022-08-11").independentRoots()).isEqualTo(1);
    assertThat(known("rok", "not-an-obstacle", "2022-08-11").independentRoots()).isEqualTo(1);
    // The roots are two articles of 2017 and the agency that both articles of 2022 draw on.
    assertThat(known("prc", "surveils-china", "2022-08-11").independentRoots()).isEqualTo(3);
    Position withoutTheAgency =
        TRACKER.without("AP-2022-08-10").asOf("2022-08-11").position("rok", "differences-exist");
    assertThat(withoutTheAgency.support())
        .isEqualTo(position("rok", "differences-exist", "2022-08-11").support());
  }

  @Test
  void trap_42_words_quoted_in_a_paraphrased_copy_are_not_the_speakers_own_words() {
    assertThat(modes("ET22-03")).containsExactly(Mode.PARTIAL);
    assertThat(grade("ET22-03", "prc", "2022-08-11")).isEqualTo(Grade.REPORTED);
    assertThat(quote("ET22-03")).contains("would undermine");
    assertThat(quote("AP22-04")).contains("undermines");
    assertThat(grade("AP22-04", "prc", "2022-08-11")).isEqualTo(Grade.OWN_WORDS);
    assertThat(known("prc", "harms-prc-security", "2022-08-11").headline().claim().id())
        .isEqualTo("AP22-04");
    for (String id : List.of("ET22-12", "ET22-13", "ET22-14")) {
      assertThat(modes(id)).as(id).containsExactly(Mode.DIRECT);
      assertThat(grade(id, "rok", "2022-08-11")).as(id).isEqualTo(Grade.REPORTED);
    }
    assertThat(quote("ET22-04")).contains("agreed to accept");
    assertThat(modes("ET22-04")).containsExactly(Mode.INDIRECT);
    assertThat(proposition("accept-legitimate-concerns").text())
        .contains("accepts (takes seriously)");
  }

  @Test
  void trap_43_translations_are_quoted_verbatim_and_different_verbs_are_not_a_change() {
    assertThat(quote("KT17-07")).contains("\"valued\" Seoul's stance");
    assertThat(quote("KT17-10")).contains("\"attitude of");
    assertThat(relays("UPI17-03")).contains(List.of("yonhap"));
    assertThat(quotes("UPI17-03").get(1)).startsWith("“We are watching whether or not");
    // Watching was a hint, so valuing is the first stance on record and not a change of an earlier
    // one.
    Change change = change("prc", "three-nos", "2017-10-31", "2017-11-24");
    assertThat(change.label()).isEqualTo(Change.Label.FIRST_STATED);
    assertThat(change.after().cellText()).isEqualTo("FOR/WELCOME");
  }

  @Test
  void trap_44_a_fragment_of_a_lost_sentence_is_not_a_claim() {
    assertThat(quotesFrom("ET22"))
        .isNotEmpty()
        .noneSatisfy(q -> assertThat(q).contains("will not form a military alliance"));
    assertThat(ids(TRACKER.claims().source("ET22").on("trilateral-alliance"))).isEmpty();
    assertThat(claim("ET22-05").proposition()).isEqualTo("three-nos");
  }

  @Test
  void trap_45_a_garbled_passage_is_quoted_verbatim_but_not_taken_literally() {
    assertThat(claim("AP22-10").evidence())
        .extracting(Evidence::source)
        .containsExactly("AP22", "ET22");
    assertThat(quotes("AP22-10").get(1)).startsWith("claiming it could reconfigure");
    assertThat(claim("AP22-10").proposition()).isEqualTo("surveils-china");
    assertThat(ids(TRACKER.claims().source("ET22").on("surveils-china")))
        .containsExactly("AP22-10");
    assertThat(quote("ET22-21")).endsWith("it was done.");
    assertThat(claim("ET22-21").force()).isEqualTo(Force.EXPRESS_DESIRE);
    assertThat(ids(TRACKER.claims().on("additional-thaad").stance(Stance.FOR)))
        .containsExactly("ET22-21");
  }

  @Test
  void trap_46_two_spellings_of_a_name_are_one_person() {
    assertThat(actor("kang-kyung-wha").aliases()).containsExactly("Kang Kyung-hwa");
    assertThat(actor("yoon-suk-yeol").aliases()).containsExactly("Yoon Seok-yeol");
    assertThat(DOSSIER.actors())
        .filteredOn(a -> a.kind() == ActorKind.PERSON)
        .extracting(Actor::name)
        .doesNotContain("Kang Kyung-hwa", "Yoon Seok-yeol")
        .doesNotHaveDuplicates();
    assertThat(quote("UPI17-04")).startsWith("Kang Kyung-hwa");
    assertThat(quote("KT17-07")).contains("Kang Kyung-wha");
    assertThat(quotes("ET22-05").get(0)).contains("Yoon Seok-yeol");
    assertThat(quotes("KH15-01").get(1)).contains("Theater High-Altitude Area Defense");
    assertThat(quote("KT17-03")).contains("Terminal High Altitude Area Defense");
    assertThat(quote("AP22-11")).contains("Terminal High-Altitude Area Defense");
  }

  @Test
  void trap_47_misprints_are_quoted_verbatim() {
    assertThat(quote("AP22-02")).contains("continue the polices of");
    assertThat(quote("AP22-06")).contains("in a statement that that it’s");
    assertThat(quote("ET22-04")).contains("of ChinaAt the meeting");
    assertThat(quotes("AP22-09")).contains(quote("ET22-04"));
    assertThat(quote("ET22-10")).endsWith("according to For Yonhap News, a local media outlet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPI17-03", "UPI17-04", "UPI17-05", "UPI17-06"})
  void trap_48_non_breaking_spaces_are_kept(String claim) {
    assertThat(String.join("", quotes(claim)).chars().filter(c -> c == '\u00A0')).hasSize(2);
  }

  @Test
  void trap_48_curly_and_straight_quotation_marks_are_kept() {
    assertThat(quote("UPI17-04")).startsWith("Kang Kyung-hwa\u00A0had said\u00A0Seoul is");
    assertThat(quotesFrom("KT17"))
        .isNotEmpty()
        .allSatisfy(q -> assertThat(q).doesNotContainPattern("[“”‘’]"))
        .anySatisfy(q -> assertThat(q).contains("\""));
    for (String source : List.of("KH15", "UPI17", "AP22", "ET22")) {
      assertThat(quotesFrom(source))
          .as(source)
          .isNotEmpty()
          .allSatisfy(q -> assertThat(q).doesNotContainPattern("[\"']"))
          .anySatisfy(q -> assertThat(q).containsPattern("[“”]"));
    }
  }

  @Test
  void trap_49_the_three_nos_of_the_park_government_are_different_propositions() {
    assertThat(claim("KH15-04").proposition()).isEqualTo("us-has-decided");
    assertThat(claim("KH15-05").proposition()).isEqualTo("us-has-asked-consultation");
    assertThat(ids(TRACKER.claims().touching("three-nos").source("KH15"))).isEmpty();
    for (String party : List.of("rok", "rok-mnd")) {
      assertThat(position(party, "three-nos", "2015-02-04")).isInstanceOf(Unknown.class);
    }
  }

  @Test
  void trap_49_another_composite_with_the_same_label_changes_no_answer_about_the_three_nos() {
    Tracker both =
        Tracker.of(
            DOSSIER.plus(
                Proposition.builder()
                    .id("three-nos-of-2015")
                    .issue("thaad")
                    .text("The “three nos”: nothing asked, nothing discussed, nothing decided.")
                    .putParts("us-has-asked-consultation", Stance.AGAINST)
                    .putParts("us-has-decided", Stance.AGAINST)
                    .build(),
                madeUp("homonym", "rok-presidential-office", "2015-03-11", "KT17")
                    .proposition("three-nos-of-2015")
                    .build()));
    assertThat(ids(known(both.asOf("2015-03-11").position("rok", "us-has-decided")).support()))
        .containsExactly("KH15-04", "homonym");
    Set<String> theirOwn =
        Set.of("us-has-asked-consultation", "us-has-decided", "three-nos-of-2015");
    for (Proposition proposition : DOSSIER.propositions()) {
      if (!theirOwn.contains(proposition.id())) {
        for (String date : DATES) {
          Position expected = position("rok", proposition.id(), date);
          Position position = both.asOf(date).position("rok", proposition.id());
          assertThat(position).isEqualTo(expected);
          assertThat(related(position)).isEqualTo(related(expected));
        }
      }
    }
  }

  @Test
  void trap_50_the_word_strategic_does_not_harden_a_position() {
    for (String id : List.of("AP22-04", "ET22-03")) {
      assertThat(quote(id)).as(id).contains("strategic security interests");
      assertThat(claim(id).proposition()).as(id).isEqualTo("harms-prc-security");
    }
    assertThat(quote("KT17-17")).contains("security interests").doesNotContain("strategic");
    Change change = change("prc", "harms-prc-security", "2017-11-24", "2022-08-11");
    assertThat(change.label()).isEqualTo(Change.Label.REAFFIRMED);
    assertThat(change.hasUnlikeEvidence()).isTrue();
  }

  @Test
  void trap_51_a_newspaper_that_calls_the_policy_scrapped_changes_no_governments_position() {
    assertThat(claim("ET22-19").principals()).containsExactly("epoch-times");
    for (String party : List.of("rok", "rok-president", "yoon-suk-yeol")) {
      Unknown position = unknown(party, "3n-scrapped", "2022-08-31");
      assertThat(position.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
      assertThat(ids(position.reports())).containsExactly("ET22-19");
    }
    assertThat(proposition("3n-scrapped").about()).contains("three-nos");
    assertThat(ids(TRACKER.claims().touching("three-nos"))).doesNotContain("ET22-19");
    assertThat(ids(known("rok", "three-nos", "2022-08-31").support()))
        .containsExactly("ET22-02", "AP22-02");
  }

  @Test
  void trap_52_headline_and_body_are_two_pieces_of_evidence_for_one_claim() {
    assertThat(quotes("ET22-01"))
        .satisfiesExactly(
            body -> assertThat(body).contains("the deployment of a US anti-missile system"),
            headline ->
                assertThat(headline).isEqualTo(source("ET22").title()).contains("says use of"));
    assertThat(claim("ET22-01").evidence())
        .extracting(Evidence::mode)
        .containsExactly(Mode.INDIRECT, Mode.PARTIAL);
    assertThat(DOSSIER.claims())
        .filteredOn(c -> c.evidence().stream().anyMatch(e -> e.quote().equals(title(e))))
        .extracting(Claim::id)
        .containsExactly("KT17-01", "ET22-01");
  }

  private static Optional<String> title(Evidence piece) {
    return Optional.of(source(piece.source()).title());
  }
}
