package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.position;

import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Difference;
import org.demarche.model.Force;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as sentences, word for word, as they follow from the claims. */
class SentencesTest {
  private static final Tracker FEBRUARY_2015 = TRACKER.asOf("2015-02-04");
  private static final Tracker OCTOBER_2017 = TRACKER.asOf("2017-10-31");

  private static void assertSentence(Answer answer, String expected) {
    assertThat(answer.sentence()).isEqualTo(expected);
  }

  // Known positions

  @Test
  void a_position_states_the_act_and_the_newest_evidence() {
    assertSentence(
        NOVEMBER_2017.position("rok", "additional-thaad"),
        "South Korea, as of 24 November 2017: against more THAAD batteries. It states an intention against it (reported, Kang Kyung-wha, 30 October 2017, last evidenced by 24 November 2017, last explicitly on 30 October 2017, under Moon Jae-in). Three claims, traced to two independent sources.");
  }

  @Test
  void an_unspecified_act_is_a_holding_and_an_inferred_date_is_marked() {
    assertSentence(
        NOVEMBER_2017.position("rok", "three-nos"),
        "South Korea, as of 24 November 2017: for the three nos. It is said to hold this (reported, not later than 24 November 2017, date inferred, under Moon Jae-in). Framing, in the coder’s terms: government position. Two claims, traced to one source.");
  }

  @Test
  void the_partys_own_words_name_the_speaker() {
    assertSentence(
        NOVEMBER_2017.position("prc", "three-nos"),
        "China, as of 24 November 2017: for the three nos. It welcomes this (quoted or on official record, Wang Yi, 22 November 2017, under Xi Jinping). One claim, traced to one source.");
  }

  @Test
  void an_assertion_repeated_throughout_a_period_is_held_true() {
    assertSentence(
        NOVEMBER_2017.position("prc", "harms-prc-security"),
        "China, as of 24 November 2017: holds it true that “THAAD in South Korea undermines China’s (strategic) security interests”. It asserts this (reported, throughout 24 November 2016–24 November 2017, date inferred, under Xi Jinping). Framing, in the coder’s terms: security interests. One claim, traced to one source.");
  }

  @Test
  void a_denial_within_some_days_is_held_false() {
    assertSentence(
        AUGUST_2022.position("rok", "3n-agreement"),
        "South Korea, as of 11 August 2022: holds it false that “The three nos are a formal agreement between Seoul and Beijing”. It issues a denial (reported, ROK Ministry of Foreign Affairs, 9–11 August 2022, date inferred, under Yoon Suk-yeol). One claim, traced to one source.");
  }

  @Test
  void an_inherited_position_names_the_administration_that_held_it() {
    assertSentence(
        AUGUST_2022.position("rok", "3n-promise"),
        "South Korea, as of 11 August 2022: holds it false that “The three nos are a promise / pledge / commitment by Seoul to Beijing”. It issues a denial (reported, not later than 24 November 2017, date inferred, from the time of Moon Jae-in, no newer claim on record). Framing, in the coder’s terms: government position. One claim, traced to one source.");
  }

  @Test
  void a_position_on_a_part_follows_from_the_stance_on_the_whole() {
    assertSentence(
        AUGUST_2022.position("rok", "join-us-md"),
        "South Korea, as of 11 August 2022: uncommitted on Seoul joining US missile defence. This is not stated directly, but implied by its stance on a related proposition: uncommitted on the three nos (refuses to be bound; reported, 11 August 2022, under Yoon Suk-yeol). One claim, traced to one source.");
    assertSentence(
        NOVEMBER_2017.position("prc", "additional-thaad"),
        "China, as of 24 November 2017: against more THAAD batteries. This is not stated directly, but implied by its stance on a related proposition: for the three nos (welcomes; quoted or on official record, Wang Yi, 22 November 2017, under Xi Jinping). One claim, traced to one source.");
  }

  @Test
  void a_stance_on_a_part_disputes_the_position_on_the_whole_and_does_not_undo_it() {
    assertSentence(
        AUGUST_2022.without("ET22").position("rok", "three-nos"),
        "South Korea, as of 11 August 2022, without The Epoch Times (machine-paraphrased copy) (ET22): for the three nos. It is said to hold this (reported, not later than 24 November 2017, date inferred, from the time of Moon Jae-in, no newer claim on record). A claim that is outweighed says otherwise: uncommitted on more THAAD batteries (refuses to be bound, 10 August 2022) [AP22-02]; reported. Framing, in the coder’s terms: government position. Two claims, traced to one source.");
  }

  @Test
  void a_position_known_from_the_other_side_names_that_state() {
    assertSentence(
        FEBRUARY_2015.position("prc", "deployment"),
        "China, as of 4 February 2015: against THAAD in South Korea. It expresses concern (by the account of South Korea, Gen. Chang Wanquan, 4 February 2015, under Xi Jinping). Framing, in the coder’s terms: concern. One claim, traced to one source.");
  }

  @Test
  void a_joint_commitment_names_the_other_party() {
    assertSentence(
        AUGUST_2022.position("rok", "not-an-obstacle"),
        "South Korea, as of 11 August 2022: for THAAD as no obstacle to relations. It agrees to this (reported, jointly with China, 9 August 2022, under Yoon Suk-yeol). The record counts this act as a commitment. Framing, in the coder’s terms: obstacle. One claim, traced to one source.");
    assertSentence(
        OCTOBER_2017.position("rok", "normalise-relations"),
        "South Korea, as of 31 October 2017: for normal relations. It agrees to this (by the account of China, jointly with China, 31 October 2017, date inferred, under Moon Jae-in). Framing, in the coder’s terms: normalisation. One claim, traced to one source.");
  }

  @Test
  void a_person_is_named_again_and_has_no_administration() {
    assertSentence(
        TRACKER.position("yoon-suk-yeol", "additional-thaad"),
        "Yoon Suk-yeol, as of 31 August 2022: for more THAAD batteries. Yoon Suk-yeol wishes for this (reported, not later than 31 August 2022, date inferred). Framing, in the coder’s terms: north korean threat. One claim, traced to one source.");
  }

  // Unknown positions

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rok; deployment; 2015-02-04; South Korea, as of 4 February 2015: no position on record on THAAD in South Korea. There are hints, but no claim that certainly counts.",
        "rok; 3n-promise; 2017-11-01; South Korea, as of 1 November 2017: no position on record on the three nos as a promise. There are only claims that may have been made later.",
        "prc; three-nos; 2015-02-04; China, as of 4 February 2015: no position on record on the three nos. There are only later claims.",
        "prc; negotiable; 2022-08-11; China, as of 11 August 2022: no position on record on negotiating THAAD with China. No claim that would count is on record."
      })
  void an_unknown_position_states_the_reason(
      String party, String proposition, String date, String expected) {
    assertSentence(position(party, proposition, date), expected);
  }

  @Test
  void a_whole_of_which_only_parts_are_known_by_a_day_names_the_parts() {
    assertSentence(
        TRACKER.asOf("2017-11-01").knownAt("2017-11-01").position("rok", "three-nos"),
        "South Korea, as of 1 November 2017, from sources published by 1 November 2017: no position on record on the three nos. No claim on the whole counts, but parts of it are held. It holds two of three parts: against more THAAD batteries (reported) and against Seoul joining US missile defence (reported).");
  }

  // Changes, histories and differences

  @Test
  void a_withdrawn_stance_is_a_change_under_a_new_administration() {
    assertSentence(
        NOVEMBER_2017.changeTo(AUGUST_2022, "rok", "additional-thaad"),
        "South Korea on more THAAD batteries, from 24 November 2017 to 11 August 2022: changed from “against” to “uncommitted”, under a new administration.");
  }

  @Test
  void a_hardened_stance_names_both_acts() {
    assertSentence(
        NOVEMBER_2017.changeTo(AUGUST_2022, "prc", "three-nos"),
        "China on the three nos, from 24 November 2017 to 11 August 2022: still for, hardened from “welcomes” to “urges”, on evidence of different quality.");
  }

  @Test
  void a_first_statement_was_unknown_before() {
    assertSentence(
        FEBRUARY_2015.changeTo(OCTOBER_2017, "prc", "harms-prc-security"),
        "China on THAAD harming China’s security, from 4 February 2015 to 31 October 2017: now holds it true, no position on record before.");
  }

  @Test
  void a_stance_without_a_newer_claim_is_unchanged_and_with_one_reaffirmed() {
    assertSentence(
        NOVEMBER_2017.changeTo(AUGUST_2022, "rok", "3n-promise"),
        "South Korea on the three nos as a promise, from 24 November 2017 to 11 August 2022: still holds it false, no newer claim (after: from an earlier administration, no newer claim on record).");
    assertSentence(
        FEBRUARY_2015.changeTo(OCTOBER_2017, "prc", "deployment"),
        "China on THAAD in South Korea, from 4 February 2015 to 31 October 2017: still against, with a newer claim, on evidence of different quality (before: by the account of South Korea).");
  }

  @Test
  void silence_at_both_dates_is_no_change() {
    assertSentence(
        FEBRUARY_2015.changeTo(AUGUST_2022, "rok", "deployment"),
        "South Korea on THAAD in South Korea, from 4 February 2015 to 11 August 2022: no position on record at either date.");
  }

  @Test
  void a_list_of_changes_and_a_history_are_summed_up() {
    assertSentence(
        NOVEMBER_2017.changesTo(AUGUST_2022).party("prc").on("deployment", "three-nos"),
        "Changes from 24 November 2017 to 11 August 2022, China, on THAAD in South Korea and the three nos: THAAD in South Korea: still against, no newer claim; the three nos: still for, hardened from “welcomes” to “urges”, on evidence of different quality.");
    assertSentence(
        TRACKER.history("prc", "three-nos"),
        "China on the three nos, as of 31 August 2022: 22 November 2017: now for, no position on record before [KT17-07]; 9 August 2022: still for, hardened from “welcomes” to “urges”, on evidence of different quality [ET22-05], moved without a change of stance.");
  }

  @Test
  void a_difference_states_both_viewpoints_and_what_differs() {
    Tracker without = AUGUST_2022.without("ET22");
    assertSentence(
        difference(AUGUST_2022, without, "rok", "three-nos"),
        "South Korea on the three nos, A (as of 11 August 2022, on the whole record) and B (as of 11 August 2022, without The Epoch Times (machine-paraphrased copy) (ET22)): differs in stance, act (A: refuses to be bound, B: said to hold this), frames (A: not stated, B: government position), standing and claim to cite. A: uncommitted (refuses to be bound, last evidenced on 11 August 2022); B: for (said to hold this, from an earlier administration, no newer claim on record, an outweighed claim of 10 August 2022 says otherwise [AP22-02], last evidenced by 24 November 2017).");
    assertSentence(
        difference(AUGUST_2022, without, "rok", "3n-agreement"),
        "South Korea on the three nos as a formal agreement, A (as of 11 August 2022, on the whole record) and B (as of 11 August 2022, without The Epoch Times (machine-paraphrased copy) (ET22)): known in A only (ET22-07, published 11–31 August 2022). A: holds it false (denies, last evidenced by 11 August 2022); B: no position on record.");
    Tracker thatDay = TRACKER.asOf("2017-11-01");
    assertSentence(
        difference(thatDay.knownAt("2017-11-01"), thatDay, "prc", "harms-prc-security"),
        "China on THAAD harming China’s security, A (as of 1 November 2017, from sources published by 1 November 2017) and B (as of 1 November 2017, on the whole record): known in B only (KT17-17, published 24 November 2017). A: no position on record (only hints); B: holds it true (asserts, last evidenced on 1 November 2017).");
  }

  private static Difference difference(
      Tracker here, Tracker there, String party, String proposition) {
    return here.differencesTo(there).party(party).on(proposition).rows().get(0);
  }

  // Relations, read-outs and summaries

  @Test
  void two_parties_diverge_if_one_is_uncommitted() {
    assertSentence(
        AUGUST_2022.relation("rok", "prc", "additional-thaad"),
        "South Korea and China diverge on more THAAD batteries, as of 11 August 2022. South Korea: uncommitted (refuses to be bound, last evidenced on 11 August 2022, last explicitly on 10 August 2022); China: against (urges against, last evidenced by 10 August 2022).");
  }

  @Test
  void two_parties_contradict_each_other_directly_or_through_a_rival_proposition() {
    assertSentence(
        NOVEMBER_2017.relation("rok", "prc", "3n-promise"),
        "South Korea and China contradict each other on the three nos as a promise, as of 24 November 2017. South Korea: holds it false (denies, last evidenced by 24 November 2017); China: holds it true (asserts, last evidenced by 24 November 2017).");
    assertSentence(
        NOVEMBER_2017
            .only(NOVEMBER_2017.claims().force(Force.ASSERT))
            .relation("rok", "prc", "3n-only-position"),
        "South Korea and China contradict each other on the three nos as just a position through the three nos as a promise [KT17-13], as of 24 November 2017, only claims: force ASSERT (as of 2017-11-24). South Korea: holds it true (asserts, last evidenced by 24 November 2017); China: no position on record. On the three nos as a promise, China: holds it true (asserts, last evidenced by 24 November 2017).");
  }

  @Test
  void a_one_sided_relation_names_the_party_with_a_position() {
    assertSentence(
        NOVEMBER_2017.relation("rok", "prc", "3n-only-position"),
        "Of South Korea and China, only South Korea has a position on record on the three nos as just a position, as of 24 November 2017. South Korea: holds it true (asserts, last evidenced by 24 November 2017); China: no position on record.");
    assertSentence(
        AUGUST_2022.relation("rok", "prc", "negotiable"),
        "Of South Korea and China, only South Korea has a position on record on negotiating THAAD with China, as of 11 August 2022. South Korea: against (refuses, last evidenced on 11 August 2022); China: no position on record.");
  }

  @Test
  void two_parties_agree_or_are_both_silent() {
    assertSentence(
        AUGUST_2022.relation("rok", "prc", "not-an-obstacle"),
        "South Korea and China agree on THAAD as no obstacle to relations, as of 11 August 2022. South Korea: for (agrees, last evidenced on 9 August 2022); China: for (agrees, last evidenced on 9 August 2022).");
    assertSentence(
        AUGUST_2022.relation("rok", "prc", "retaliation"),
        "Neither South Korea nor China has a position on record on Chinese retaliation over THAAD, as of 11 August 2022. South Korea: no position on record; China: no position on record.");
  }

  @Test
  void a_comparison_of_few_propositions_states_both_positions() {
    assertSentence(
        AUGUST_2022.compare("rok", "prc").on("3n-promise"),
        "South Korea and China, by the latest claim of each on record, as of 11 August 2022, on the three nos as a promise: contradiction on the three nos as a promise – South Korea: holds it false (denies, from an earlier administration, no newer claim on record, last evidenced by 24 November 2017), China: holds it true (asserts, last evidenced by 24 November 2017).");
  }

  @Test
  void a_comparison_counts_its_relations() {
    assertSentence(
        AUGUST_2022
            .compare("rok", "prc")
            .on("three-nos", "3n-promise", "negotiable", "not-an-obstacle"),
        "South Korea and China, by the latest claim of each on record, as of 11 August 2022, on the three nos, the three nos as a promise, negotiating THAAD with China and THAAD as no obstacle to relations: agreement on THAAD as no obstacle to relations; contradiction on the three nos as a promise (from an earlier administration); divergence on the three nos; one side only on negotiating THAAD with China.");
  }

  @Test
  void read_outs_are_listed_by_the_side_that_tells_them() {
    assertSentence(
        TRACKER.readouts("qingdao-2022-08-09"),
        "Read-outs of Wang Yi–Park Jin talks, “eastern China” (external: Qingdao), 9 August 2022, as of 31 August 2022: both sides: Both sides agree THAAD should not become an obstacle (agrees) [AP22-09]; China, as the press reports it: Wang Wenbin: the ministers had an in-depth exchange that made positions clear and enhanced understanding (asserts) [AP22-05], Wang Yi urges Yoon’s government to respect Moon’s “three no” policy (urges; from The Epoch Times (machine-paraphrased copy) (ET22)) [ET22-05]; South Korea only: (ROK read-out) Both sides confirmed their differences over THAAD (asserts) [AP22-08]; China only: (Chinese read-out) The two sides agreed to accept each other’s “legitimate concerns” (agrees; from The Epoch Times (machine-paraphrased copy) (ET22)) [ET22-04].");
  }

  @Test
  void an_explanation_is_the_position_with_the_ruling_on_each_claim() {
    assertSentence(
        AUGUST_2022.explain("rok", "additional-thaad"),
        "South Korea, as of 11 August 2022: uncommitted on more THAAD batteries. It refuses to be bound (reported, 10 August 2022, last evidenced on 11 August 2022, last explicitly on 10 August 2022, under Yoon Suk-yeol). Framing, in the coder’s terms: own decision. Two claims, traced to one source. Claims considered: seven. The claim to cite: AP22-02; not superseded: ET22-02; superseded: KT17-27 (by ET22-02), KT17-08 (by ET22-02) and UPI17-04 (by ET22-02); a hint, its evidence too indirect to count: ET22-17; a hint, said in no stated capacity: ET22-21.");
  }

  @Test
  void a_matrix_of_few_rows_lists_its_positions_and_says_which_are_inherited() {
    assertSentence(
        TRACKER.matrix("rok", "prc").on("three-nos", "3n-promise").at("2015-02-04", "2022-08-11"),
        "Positions of South Korea and China: South Korea on the three nos: no position on record (only hints) [4 February 2015] and uncommitted (refuses to be bound) [11 August 2022]; South Korea on the three nos as a promise: no position on record (only claims of uncertain date) [4 February 2015] and holds it false (denies, from an earlier administration, no newer claim on record) [11 August 2022]; China on the three nos: no position on record (only later claims) [4 February 2015] and for (urges) [11 August 2022]; China on the three nos as a promise: no position on record (only claims of uncertain date) [4 February 2015] and holds it true (asserts) [11 August 2022].");
  }
}
