package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.SampleRecords.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smaller types of the model: stances, modes, authorities, terms of office, problems. */
class VocabularyTest {
  @Test
  void authority_rises_from_none_to_head() {
    assertThat(Authority.values())
        .containsExactly(
            Authority.NONE,
            Authority.UNSPECIFIED,
            Authority.MINISTRY,
            Authority.HEAD_OFFICE,
            Authority.HEAD);
  }

  @Test
  void an_actor_is_named_and_has_no_authority_by_default() {
    Actor actor = Actor.builder().id("x").name("X").kind(ActorKind.STATE).build();
    assertThat(actor.isNamed()).isTrue();
    assertThat(actor.authority()).isEqualTo(Authority.UNSPECIFIED);
  }

  @Test
  void a_source_has_reliable_quotes_and_a_stated_date_by_default() {
    Source source = SampleRecords.source("S").build();
    assertThat(source.hasReliableQuotes()).isTrue();
    assertThat(source.basis()).isEqualTo(Basis.STATED);
    assertThat(SampleRecords.claim("X").build().basis()).isEqualTo(Basis.STATED);
  }

  @ParameterizedTest
  @CsvSource({"FOR, AGAINST", "AGAINST, FOR", "UNCOMMITTED, UNCOMMITTED"})
  void only_for_and_against_are_opposites(Stance stance, Stance opposite) {
    assertThat(stance.opposite()).isEqualTo(opposite);
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT, true",
    "PARTIAL, true",
    "INDIRECT, false",
    "PRESUPPOSED, false",
    "NARRATED, false",
    "IMPUTED, false",
    "RECORDED, false"
  })
  void only_direct_and_partial_speech_quotes(Mode mode, boolean quotes) {
    assertThat(mode.quotes()).isEqualTo(quotes);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-05-09, false",
    "2017-05-10, true",
    "2020-01-01, true",
    "2022-05-09, true",
    "2022-05-10, false"
  })
  void a_term_contains_its_first_day_but_not_its_end(String day, boolean contains) {
    TermOfOffice moon = TermOfOffice.of("moon-jae-in", day("2017-05-10")).until(day("2022-05-10"));
    assertThat(moon.contains(day(day))).isEqualTo(contains);
  }

  @Test
  void a_term_without_an_end_contains_every_later_day() {
    TermOfOffice yoon = TermOfOffice.of("yoon-suk-yeol", day("2022-05-10"));
    assertThat(yoon.contains(day("2022-05-09"))).isFalse();
    assertThat(yoon.contains(day("9999-12-31"))).isTrue();
    assertThat(yoon.isActing()).isFalse();
    assertThat(yoon).hasToString("yoon-suk-yeol 2022-05-10/..");
  }

  private static Problem problem(String field) {
    return Problem.of(Problem.Code.UNKNOWN_ID, "claim", "X", field, "p", "claim X: no such thing");
  }

  @Test
  void a_problem_is_an_error_by_default() {
    assertThat(problem("proposition").isWarning()).isFalse();
    assertThat(problem("proposition").asWarning().isWarning()).isTrue();
  }

  @Test
  void a_pointer_is_relative_to_the_record_until_its_index_is_known() {
    assertThat(problem("proposition").pointer()).isEqualTo("/proposition");
    assertThat(problem("").pointer()).isEmpty();
    assertThat(problem("proposition").at(3).pointer()).isEqualTo("/claims/3/proposition");
    assertThat(problem("").at(3).pointer()).isEqualTo("/claims/3");
  }

  @Test
  void a_problem_prints_its_place_in_a_file_before_its_message() {
    Problem problem = problem("proposition");
    assertThat(problem).hasToString("claim X: no such thing");
    assertThat(problem.at(new Problem.Place("thaad.json", 812, 22)))
        .hasToString("thaad.json:812:22: claim X: no such thing");
  }

  @Test
  void a_pointer_escapes_the_slash_of_an_id() {
    Proposition unknown =
        SampleRecords.proposition("x")
            .putParts("un/79", Stance.FOR)
            .putParts("join-us-md", Stance.FOR)
            .build();
    Problem problem =
        ProblemAssertions.rejectionOf(() -> SampleRecords.dossier(unknown)).problems().get(0);
    assertThat(problem.pointer()).isEqualTo("/propositions/3/parts/un~179");
    assertThat(problem.value()).isEqualTo("un/79");
  }

  @Test
  void the_field_of_a_problem_within_a_record_is_escaped() {
    assertThat(
            ProblemAssertions.rejectionOf(
                    () ->
                        SampleRecords.proposition("x")
                            .putParts("a~b/c", Stance.UNCOMMITTED)
                            .putParts("join-us-md", Stance.FOR)
                            .build())
                .problems()
                .get(0)
                .field())
        .isEqualTo("parts/a~0b~1c");
  }
}
