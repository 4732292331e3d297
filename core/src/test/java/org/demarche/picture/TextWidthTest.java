package org.demarche.picture;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tests that texts are broken and cut off so that they fit. */
class TextWidthTest {
  @Test
  void a_text_is_broken_at_spaces_and_its_rest_is_cut_off() {
    // Each letter is 0.6 wide and a space 0.36: nine letters with a space are 5.76 times the size.
    assertThat(TextWidth.wrapped("abcd ehgk nopq suvx", 10, 58, 3))
        .containsExactly("abcd ehgk", "nopq suvx");
    assertThat(TextWidth.wrapped("abcd ehgk nopq suvx", 10, 58, 1)).containsExactly("abcd ehg…");
  }

  @Test
  void a_word_that_is_too_long_is_broken_inside() {
    assertThat(TextWidth.wrapped("abcdehgk", 10, 25, 2)).containsExactly("abcd", "ehgk");
  }

  @Property
  void lines_fit(@ForAll String text, @ForAll @IntRange(min = 40, max = 400) int width) {
    assertThat(TextWidth.wrapped(text, 12, width, 3))
        .hasSizeBetween(1, 3)
        .allMatch(line -> TextWidth.of(line, 12) <= width);
  }
}
