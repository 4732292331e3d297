package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.demarche.questions.PhraseSearch;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.demarche.typography.TypographicMarks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of quotations, the search for phrases and printing in ASCII know the same marks. */
class TypographicMarksTest {
  private static final Style ASCII = Style.standard().ascii();

  static Stream<Arguments> marks() {
    Stream<Arguments> outer =
        "\"“”„‟«»＂″「」《》｢｣﹁﹂︽︾".codePoints().mapToObj(c -> arguments(Character.toString(c), "\""));
    Stream<Arguments> inner =
        "'‘’‚‛‹›＇′『』〈〉\u2329\u232A﹃﹄︿﹀"
            .codePoints()
            .mapToObj(c -> arguments(Character.toString(c), "'"));
    return Stream.concat(outer, inner);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("marks")
  void every_quotation_mark_is_recognised_by_checking_searching_and_printing(
      String mark, String plain) {
    String printed = mark + "no plan" + mark;
    String typed = plain + "no plan" + plain;
    assertThat(TypographicMarks.hasQuotationMark(printed)).isTrue();
    if (!mark.equals(plain)) {
      assertThat(Quotation.nearMiss(typed, printed))
          .startsWith("; it differs only in the form of quotation marks or white space");
    }
    assertThat(new PhraseSearch("says " + typed).isIn("He says " + printed + " again")).isTrue();
    assertThat(new PhraseSearch("says " + printed).isIn("He says " + typed + " again")).isTrue();
    assertThat(TextPage.empty().line(0, 0, printed).print(ASCII)).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no plan", "no\u00A0plan", "no\u2009plan", "no\u3000plan", "no\u202Fplan"})
  void every_space_is_recognised_by_checking_searching_and_printing(String text) {
    assertThat(Quotation.nearMiss("no plan", text + " "))
        .startsWith(text.equals("no plan") ? "" : "; it differs only in white space");
    assertThat(new PhraseSearch("no plan").isIn(text)).isTrue();
    assertThat(TextPage.empty().line(0, 0, text).print(ASCII)).isEqualTo("no plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-plan", "no‐plan", "no‑plan"})
  void every_hyphen_is_recognised_by_searching_and_printing(String text) {
    assertThat(new PhraseSearch("no plan").isIn(text)).isTrue();
    assertThat(TextPage.empty().line(0, 0, text).print(ASCII)).isEqualTo("no-plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"–", "—", "−"})
  void a_dash_is_printed_plainly_and_is_not_a_hyphen_to_a_search(String dash) {
    assertThat(TextPage.empty().line(0, 0, dash).print(ASCII)).isIn("-", "--");
    assertThat(new PhraseSearch("no plan").isIn("no" + dash + "plan")).isFalse();
  }
}
