package org.demarche.typography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests characters that are not seen, in texts of any characters, by what Unicode says of each. */
class UnseenCharactersTest {
  /** Texts of characters near those that are not seen, and of any others. */
  @Provide
  Arbitrary<String> text() {
    return Arbitraries.oneOf(
            Arbitraries.chars().range('\u0000', '\u00A1'),
            Arbitraries.chars().range('\u0610', '\u0620'),
            Arbitraries.chars().range('\u2008', '\u2070'),
            Arbitraries.chars().range('\uD7FA', '\uD805'),
            Arbitraries.chars().range('\uDFFA', '\uE002'),
            Arbitraries.chars().range('\uFDCE', '\uFDF2'),
            Arbitraries.chars().range('\uFFFA', '\uFFFF'),
            Arbitraries.chars().all())
        .list()
        .ofMaxSize(6)
        .map(chars -> chars.stream().map(String::valueOf).collect(Collectors.joining()));
  }

  private static boolean changesDirection(int c) {
    return c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isSeparator(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static boolean isHidden(int c) {
    boolean stays = c == '\t' || c == '\n' || c == '\r';
    boolean isNoCharacter = (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFFFE || c == 0xFFFF;
    return (Character.getType(c) == Character.CONTROL && !stays)
        || Character.getType(c) == Character.SURROGATE
        || c == 0x061C
        || changesDirection(c)
        || isSeparator(c)
        || isNoCharacter;
  }

  @Property(tries = 2000)
  void what_is_not_seen_is_shown_as_its_code(@ForAll("text") String text) {
    String expected =
        text.codePoints()
            .mapToObj(c -> isHidden(c) ? "[U+%04X]".formatted(c) : Character.toString(c))
            .collect(Collectors.joining());
    assertThat(VisibleText.of(text)).isEqualTo(expected);
  }

  @Property(tries = 2000)
  void a_line_has_no_breaks_and_shows_what_is_not_seen(@ForAll("text") String text) {
    StringBuilder expected = new StringBuilder();
    boolean afterBreak = false;
    for (int c : text.codePoints().toArray()) {
      boolean isBreak = (c >= '\t' && c <= '\r') || c == 0x85 || isSeparator(c);
      if (isBreak && !afterBreak) {
        expected.append(' ');
      } else if (!isBreak) {
        expected.append(isHidden(c) ? "[U+%04X]".formatted(c) : Character.toString(c));
      }
      afterBreak = isBreak;
    }
    assertThat(OneLine.whole(text)).isEqualTo(expected.toString());
  }

  @Property(tries = 1000)
  void the_width_of_a_text_is_that_of_its_characters(@ForAll("text") String text) {
    assertThat(DisplayWidth.of(text)).isEqualTo(text.codePoints().map(DisplayWidth::of).sum());
    assertThat("~ aZ".chars().map(DisplayWidth::of)).containsOnly(1);
  }
}
