package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Characters that are not seen, or turn the direction of others, in pages of every form. */
class VisiblePageTest {
  static List<Style> forms() {
    Style whole = Style.whole();
    return List.of(whole, whole.ascii(), whole.markdown(), whole.html());
  }

  private static TextPage page(String text) {
    return TextPage.of(text)
        .line(0, 0, text)
        .quote(0, text)
        .source(0, text)
        .section(text, TextPage.empty().table(List.of(text, "b"), List.of(List.of("a", text))));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void each_is_shown_as_its_code(Style style) {
    for (int c :
        new int[] {
          0, 7, 0x1B, 0x7F, 0x85, 0x9B, 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,
          0x2066, 0x2069, 0xD800, 0xDFFF, 0xFDD0, 0xFFFE, 0xFFFF
        }) {
      String unseen = Character.toString((char) c);
      assertThat(page("x" + unseen + "y").print(style))
          .doesNotContain(unseen)
          .contains("x[U+%04X]y".formatted(c));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void letters_joiners_and_emoji_stay(Style style) {
    String text = "می\u200Cخواهم 👩\u200D🚀 한국";
    assertThat(page(text).print(style)).contains(text).doesNotContain("[U+");
  }

  @ParameterizedTest
  @CsvSource({"TEXT, 'a\nb'", "HTML, a<br/>b", "MARKDOWN, a b"})
  void every_line_break_is_a_line_feed(Style.Form form, String printed) {
    Style style =
        switch (form) {
          case HTML -> Style.whole().html();
          case MARKDOWN -> Style.whole().markdown();
          default -> Style.whole();
        };
    for (String text : List.of("a\nb", "a\rb", "a\r\nb")) {
      assertThat(TextPage.empty().line(0, 0, text).print(style)).contains(printed);
    }
  }

  @Test
  void emphasis_is_the_only_escape_sequence() {
    assertThat(TextPage.of("a\u001B[31mb").print(Style.whole().emphasized()))
        .isEqualTo("\u001B[1ma[U+001B][31mb\u001B[0m");
  }
}
