package org.demarche.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways of writing one name or sentence, and the suggestions for those that are unknown. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Côte d’Ivoire  | CÔTE D'IVOIRE    | true
          Guinea–Bissau  | guinea-bissau    | true
          “Fair” Trade   | "fair" trade     | true
          Saint Martin   | Saint-Martin     | false
          Åland          | Aland            | false
          Diyarbakır     | Diyarbakir       | false
          Labour Inc.    | Labour Inc       | false
          """)
  void a_name_is_one_apart_from_marks_and_letter_case(String name, String other, boolean isOne) {
    assertThat(Spelling.name(name).equals(Spelling.name(other))).isEqualTo(isOne);
  }

  @Test
  void white_space_invisible_characters_and_the_normalisation_form_do_not_count() {
    assertThat(Spelling.plain("\u00A0a\t\u3000b\u200B\uFEFF c\u00AD ")).isEqualTo("a b c");
    assertThat(Spelling.plain("Co\u0302te")).isEqualTo("C\u00F4te");
    assertThat(Spelling.plain("O\u02BCahu \u2212 A")).isEqualTo("O'ahu - A");
  }

  @Test
  void a_full_stop_at_the_end_of_a_sentence_does_not_count() {
    assertThat(Spelling.sentence("It is so .")).isEqualTo("it is so");
    assertThat(Spelling.sentence("是。")).isEqualTo("是");
    assertThat(Spelling.sentence("Is it so?")).isEqualTo("is it so?");
  }

  @Test
  void words_are_compared_once_each_and_no_more_once_the_budget_is_spent() {
    Hints hints = new Hints(3);
    assertThat(hints.of("a", "damm", List.of("dam", "toll"), 1))
        .isEqualTo(" (did you mean 'dam'?)");
    assertThat(hints.of("a", "tol", List.of("dam", "toll"), 1))
        .isEqualTo(" (did you mean 'toll'?)");
    assertThat(hints.of("a", "toll", List.of("dam", "tolls"), 1)).isEmpty();
    assertThat(hints.of("a", "damm", List.of(), 1)).isEqualTo(" (did you mean 'dam'?)");
  }
}
