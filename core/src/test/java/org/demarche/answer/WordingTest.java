package org.demarche.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.TestDossier;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Basis;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue of words, in English, in Korean and in a language of one's own. */
class WordingTest {
  private static final Wording ENGLISH = Wording.english();
  private static final Wording KOREAN = Wording.of("ko");
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

  static Stream<Enum<?>> constants() {
    return Stream.<Enum<?>[]>of(
            Stance.values(),
            Force.values(),
            Grade.values(),
            Standing.values(),
            Basis.values(),
            Mode.values(),
            PositionOutcome.values(),
            Unknown.Reason.values(),
            Explanation.Ruling.values(),
            Change.Label.values(),
            Relation.Label.values(),
            Difference.Label.values(),
            Difference.Aspect.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @MethodSource("constants")
  void every_constant_that_answers_print_has_an_english_word(Enum<?> constant) {
    assertThat(ENGLISH.word(constant)).isNotBlank().isNotEqualTo(constant.name());
    assertThat(Wording.codes().word(constant)).isEqualTo(constant.name());
  }

  @ParameterizedTest
  @MethodSource("constants")
  void every_constant_of_a_position_or_a_change_has_a_korean_word(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    if (List.of(
            Stance.class,
            Force.class,
            Grade.class,
            Standing.class,
            Basis.class,
            Mode.class,
            PositionOutcome.class,
            Unknown.Reason.class,
            Change.Label.class)
        .contains(type)) {
      assertThat(KOREAN.word(constant)).containsPattern(HANGUL);
    }
  }

  /** The patterns that are chosen by a constant while a sentence is made. */
  static Stream<String> patterns() {
    return Stream.of(
            Stream.of(Force.values()).map(force -> "says." + force),
            Stream.of(Stance.values()).flatMap(s -> Stream.of("stance." + s, "cell." + s)),
            Stream.of(PositionOutcome.values()).map(outcome -> "outcome." + outcome),
            Stream.of(Unknown.Reason.values()).map(reason -> "unknown." + reason),
            Stream.of(Change.Label.values()).map(label -> "change." + label),
            Stream.of(Relation.Label.values())
                .flatMap(label -> Stream.of("relation." + label, "related." + label)),
            Stream.of(Difference.Label.values()).map(label -> "difference." + label),
            Stream.of(Explanation.Ruling.values()).map(ruling -> "rule." + ruling.rule()))
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void every_pattern_that_a_constant_chooses_exists(String key) {
    assertThat(ENGLISH.words()).containsKey(key);
  }

  @Test
  void a_constant_that_answers_do_not_print_has_no_word() {
    assertThatThrownBy(() -> ENGLISH.word(ActorKind.STATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("answers print no constants of org.demarche.model.ActorKind");
  }

  @Test
  void a_language_without_a_catalogue_is_refused_with_those_there_are() {
    assertThatThrownBy(() -> Wording.of("fr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no words for the language 'fr': there are words for en and ko; for another language, give your own to Wording.of(locale, words)");
    assertThat(Wording.of("en")).isSameAs(ENGLISH);
  }

  @Test
  void an_act_of_ones_own_language_serves_for_every_stance() {
    Wording french = Wording.of(Locale.FRENCH, Map.of("Force.REFUSE", "refuse"));
    assertThat(french.act(REFUSE, UNCOMMITTED)).isEqualTo("refuse");
    assertThat(french.act(VOTE, UNCOMMITTED)).isEqualTo("abstains");
    assertThat(french.missing())
        .doesNotContain("Force.REFUSE.UNCOMMITTED")
        .contains("Force.VOTE.UNCOMMITTED");
    assertThat(ENGLISH.act(REFUSE, UNCOMMITTED)).isEqualTo("refuses to be bound");
    assertThat(ENGLISH.act(REFUSE, AGAINST)).isEqualTo("refuses");
  }

  @Test
  void a_language_of_ones_own_prints_in_english_what_it_lacks_and_says_so() {
    Wording french =
        Wording.of(Locale.FRENCH, Map.of("Stance.FOR", "pour", "date.day", "d MMMM uuuu"));
    assertThat(french.word(FOR)).isEqualTo("pour");
    assertThat(french.word(AGAINST)).isEqualTo("against");
    assertThat(french.missing())
        .hasSize(ENGLISH.words().size() - 2)
        .contains("Stance.AGAINST")
        .doesNotContain("Stance.FOR");
    assertThat(french.date(LocalDate.of(2022, 8, 11))).isEqualTo("11 août 2022");
    Tracker tracker =
        TestDossier.of("p").says("x-mofa", "c1", "p", FOR, URGE, "2016-03-01").tracker();
    assertThat(tracker.position("x", "p").page(french).print())
        .endsWith(
            french.missing().size()
                + " of "
                + ENGLISH.words().size()
                + " expressions have no words in this language and are in English.");
    assertThat(tracker.position("x", "p").print()).doesNotContain("expressions");
  }

  @Test
  void all_faults_of_a_catalogue_are_reported_at_once() {
    assertThatThrownBy(
            () ->
                Wording.of(
                    Locale.FRENCH,
                    ImmutableMap.of(
                        "Stance.FUR", "pour",
                        "date.day", "q {",
                        "position.commitment", "{0} et {1}",
                        "position.frames", "{0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "no word has the key 'Stance.FUR' (did you mean 'Stance.FOR'?)",
            "date.day: 'q {' is no valid pattern",
            "position.commitment: '{0} et {1}' has an argument that the English pattern 'The record counts this act as a commitment.' lacks",
            "position.frames: '{0' is no valid pattern");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-08-11, 11 August 2022, 2022년 8월 11일",
    "2017-11, November 2017, 2017년 11월",
    "2017, 2017, 2017년",
    "[2022-08-10..2022-08-11], 10–11 August 2022, 2022년 8월 10일~11일 중",
    "[2022-08-30..2022-09-02], 30 August–2 September 2022, 2022년 8월 30일~9월 2일 중",
    "[2017-12-30..2018-01-02], 30 December 2017–2 January 2018, 2017년 12월 30일~2018년 1월 2일 중",
    "[..2017-11-24], not later than 24 November 2017, 2017년 11월 24일까지",
    "2017-11-22/2017-11-24, throughout 22–24 November 2017, 2017년 11월 22일~24일 내내",
    "../2015-02-04, throughout the time until 4 February 2015, 2015년 2월 4일까지 내내",
  })
  void dates_are_written_out_to_their_precision(String date, String english, String korean) {
    assertThat(ENGLISH.date(When.parse(date))).isEqualTo(english);
    assertThat(KOREAN.date(When.parse(date))).isEqualTo(korean);
  }

  @Test
  void numbers_articles_and_lists_hold_for_none_one_and_many() {
    assertThat(ENGLISH.count("claims", 0)).isEqualTo("no claims");
    assertThat(ENGLISH.count("claims", 1)).isEqualTo("one claim");
    assertThat(ENGLISH.count("claims", 12)).isEqualTo("twelve claims");
    assertThat(ENGLISH.count("claims", 300)).isEqualTo("300 claims");
    assertThat(ENGLISH.count("roots", 1)).isEqualTo("one source");
    assertThat(ENGLISH.list(List.of())).isEmpty();
    assertThat(ENGLISH.list(List.of("a"))).isEqualTo("a");
    assertThat(ENGLISH.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(ENGLISH.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X\nland", "X\u202Eland", "X\u2066land\u2069", "X\u2028land"})
  void a_name_with_line_breaks_or_marks_of_direction_stays_in_its_line(String name) {
    Tracker tracker =
        TestDossier.of("p")
            .with(Actor.builder().id("odd").name(name).kind(ActorKind.STATE).build())
            .says("odd", "c1", "p", FOR, URGE, "2016-03-01")
            .tracker();
    assertThat(tracker.position("odd", "p").sentence())
        .startsWith("X")
        .doesNotContain("\n", "\u2028", "\u202E", "\u2066", "\u2069");
    assertThat(tracker.positionsOn("p").print()).doesNotContain("\u2028", "\u202E", "\u2066");
  }

  @Test
  void a_party_of_one_character_and_a_label_that_is_a_sentence_print_whole() {
    Tracker tracker =
        TestDossier.of("q")
            .with(Actor.builder().id("a").name("A").kind(ActorKind.STATE).build())
            .with(TestDossier.proposition("p").label("Nobody adds any batteries.").build())
            .says("a", "c1", "p", FOR, URGE, "2016-03-01")
            .tracker();
    assertThat(tracker.position("a", "p").sentence())
        .isEqualTo(
            "A, as of 31 December 2019: for “Nobody adds any batteries”. It urges this (reported, 1 March 2016). One claim, traced to one source.");
  }

  @Test
  void three_hundred_claims_and_forty_columns_print_with_what_was_left_out() {
    TestDossier dossier = TestDossier.of("p");
    for (int i = 0; i < 300; i++) {
      dossier = dossier.says("x-mofa", "c" + i, "p", FOR, URGE, "2016-03-01");
    }
    Tracker tracker = dossier.tracker();
    assertThat(tracker.position("x", "p").sentence()).endsWith("300 claims, traced to one source.");
    assertThat(tracker.claims().print()).endsWith("… and 260 more");
    assertThat(tracker.position("x", "p").page().print(Style.standard().width(40)).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    assertThat(tracker.positionsOf("x").page().print(Style.standard().width(40)).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
  }

  @Test
  void no_claims_print_as_no_claim_on_record() {
    Tracker tracker = TestDossier.of("p").tracker();
    assertThat(tracker.position("x", "p").sentence())
        .isEqualTo(
            "X-land, as of 31 December 2019: no position on record on “It is the case that p”. No claim that would count is on record.");
    assertThat(tracker.positionsOf("x").print())
        .isEqualTo("Positions of X-land, as of 31 December 2019: none");
  }
}
