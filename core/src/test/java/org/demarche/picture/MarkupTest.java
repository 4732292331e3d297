package org.demarche.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that no text becomes markup. */
class MarkupTest {
  @Test
  void texts_and_attributes_are_escaped() {
    assertThat(
            new Markup()
                .open("g", "aria-label", "\"><script>alert('1')</script>")
                .text("text", "a < b & c", "x", 1.25)
                .close()
                .toString())
        .isEqualTo(
            """
            <g aria-label="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;">
              <text x="1.3">a &lt; b &amp; c</text>
            </g>
            """);
  }

  @Test
  void characters_that_turn_the_direction_and_control_characters_are_shown() {
    assertThat(Markup.escaped("a\u202Eb\u0007c\uD800d\uFFFFe\nf"))
        .isEqualTo("a[U+202E]b[U+0007]c[U+D800]d[U+FFFF]e f");
    assertThat(Markup.escaped("한국 العربية 😀")).isEqualTo("한국 العربية 😀");
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1", "1.25, 1.3", "0.04, 0", "-0.04, 0", "1160, 1160"})
  void numbers_have_at_most_one_decimal(double number, String text) {
    assertThat(Markup.number(number)).isEqualTo(text);
  }
}
