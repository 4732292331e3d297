package org.demarche.typography;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.NaiveSearch;
import org.junit.jupiter.api.Test;

/** Every character is folded by the definition, wherever it is. */
class SearchTextTest {
  private static final int LAST_OF_BASIC_PLANE = 0xFFFF;

  private static IntStream characters() {
    return IntStream.concat(
        IntStream.rangeClosed(0, LAST_OF_BASIC_PLANE),
        IntStream.range(LAST_OF_BASIC_PLANE + 1, Character.MAX_CODE_POINT)
            .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE)
            .filter(c -> !Character.isIdeographic(c) || c % 64 == 0 || c >= 0x2F000));
  }

  private static void assertFolded(String text) {
    String folded = SearchText.fold(text);
    if (!folded.equals(NaiveSearch.fold(text))) { // the assertion alone takes a minute
      assertThat(folded).as(text).isEqualTo(NaiveSearch.fold(text));
    }
  }

  @Test
  void every_character_is_folded_by_the_definition() {
    characters().forEach(c -> assertFolded("A" + Character.toString(c) + "B"));
  }

  @Test
  void every_decomposed_character_is_folded_by_the_definition() {
    characters()
        .mapToObj(Character::toString)
        .filter(c -> !Normalizer.isNormalized(c, Normalizer.Form.NFKD))
        .forEach(
            c -> {
              assertFolded(Normalizer.normalize(c, Normalizer.Form.NFD));
              assertFolded(Normalizer.normalize(c, Normalizer.Form.NFKD));
            });
  }

  @Test
  void characters_that_may_join_are_folded_by_the_definition_in_pairs() {
    List<String> signs =
        IntStream.rangeClosed(0, LAST_OF_BASIC_PLANE)
            .filter(
                c ->
                    Character.getType(c) == Character.COMBINING_SPACING_MARK
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.TAMIL
                        || (c >= 0x1100 && c < 0x1200 && c % 8 == 1))
            .mapToObj(Character::toString)
            .toList();
    for (String first : signs) {
      signs.forEach(second -> assertFolded(first + second));
    }
  }
}
