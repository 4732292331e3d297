package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of which nothing is seen, and values of which something is not. */
class UnseenValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0",
        "\u200B",
        "\u00AD\u00AD",
        "\u2060",
        "\uFE0F",
        "\u3164",
        "\u202E \u2066",
        "\u034F",
        "\u115F",
        "\uDB40\uDC41"
      })
  void a_text_of_which_nothing_is_seen_is_blank(String name) {
    InvalidDossierException refused =
        catchThrowableOfType(
            InvalidDossierException.class,
            () -> Actor.builder().id("a").name(name).kind(ActorKind.STATE).build());
    assertThat(refused.problems()).singleElement().hasToString("actor a: name is blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "न\u200Dम", "😀\uFE0F", "\u0E33", "\u0903", "•", "\uE000", "-"})
  void a_text_of_which_anything_is_seen_is_none(String name) {
    assertThat(Actor.builder().id("a").name(name).kind(ActorKind.STATE).build().name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "1B, [U+001B]",
    "202E, [U+202E]",
    "61C, [U+061C]",
    "9B, [U+009B]",
    "2028, [U+2028]",
    "200F, [U+200F]",
    "D800, [U+D800]",
    "FFFF, [U+FFFF]"
  })
  void a_name_or_label_with_a_hidden_character_is_warned_of(String character, String shown) {
    String name = "No" + Character.toString(Integer.parseInt(character, 16)) + "rth";
    assertThat(
            Dossier.of(
                    Actor.builder().id("a").name(name).kind(ActorKind.STATE).build(),
                    Occasion.of("o", name, When.parse("2020"), "a"),
                    Proposition.builder().id("p").issue("i").text("So.").label(name).build())
                .warnings())
        .extracting(Problem::code, Problem::id, Problem::field)
        .containsExactlyInAnyOrder(
            tuple(Problem.Code.HIDDEN_CHARACTER, "a", "name"),
            tuple(Problem.Code.HIDDEN_CHARACTER, "o", "label"),
            tuple(Problem.Code.HIDDEN_CHARACTER, "p", "label"));
    assertThat(
            Dossier.of(Actor.builder().id("a").name(name).kind(ActorKind.STATE).build()).warnings())
        .singleElement()
        .hasToString(
            "actor a: name 'No"
                + shown
                + "rth' has a control character, a mark of direction, a separator of lines, a lone"
                + " surrogate or a noncharacter; remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a\nb", "a\u200Bb", "a\u00ADb", "न\u200Dम", "a\uFEFFb"})
  void a_name_with_another_character_without_width_is_not_warned_of(String name) {
    assertThat(
            Dossier.of(Actor.builder().id("a").name(name).kind(ActorKind.STATE).build()).warnings())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u001B[2J", "a\n", "\u202Eb", "a\u200Bb", "c\u2028"})
  void no_message_has_a_character_that_is_not_seen(String id) {
    String message =
        messageOf(() -> Actor.builder().id(id).name("N").kind(ActorKind.STATE).build());
    assertThat(message.codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> c == 0x2028);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "漢", "😀"})
  void no_message_is_as_long_as_its_value(String letter) {
    String id = letter.repeat(1_000_000);
    String message =
        messageOf(
            () ->
                Dossier.of(
                    Actor.builder()
                        .id("a")
                        .name("N")
                        .kind(ActorKind.ORGAN)
                        .of(id)
                        .authority(Authority.MINISTRY)
                        .build()));
    assertThat(message.codePointCount(0, message.length())).isLessThan(800);
  }

  private static String messageOf(ThrowingCallable refused) {
    return Objects.requireNonNull(
        catchThrowableOfType(InvalidDossierException.class, refused).getMessage());
  }
}
