package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.model.ProblemAssertions.rejectionOf;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.source;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.typography.TypographicMarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotations in the texts of their sources, near misses, quotation marks and selectors. */
class QuotationTest {
  private static final String SPACE = "white space";
  private static final String MARKS = "the form of quotation marks or white space";
  private static final String CASE = "letter case, quotation marks or white space";

  /** The offset is counted by hand, in code points of the text, to the first that differs. */
  static Stream<Arguments> nearMisses() {
    return Stream.of(
        arguments("no-break space", "a b", "xa\u00A0b, c", SPACE, "U+00A0", 2),
        arguments("space for no-break space", "a\u00A0b", "xa b", SPACE, "U+0020", 2),
        arguments("thin space", "a b", "a\u2009b", SPACE, "U+2009", 1),
        arguments("ideographic space", "三 不", "三\u3000不", SPACE, "U+3000", 1),
        arguments("line break", "no plan", "has\nno\nplan", SPACE, "U+000A", 6),
        arguments("one space more", "no plan", "no  plan", SPACE, "U+0020", 3),
        arguments("one space less", "no  plan", "no plan", SPACE, "U+0020", 2),
        arguments("a tab in a run", "a  b", "a \tb", SPACE, "U+0009", 2),
        arguments("after an equal run", "a  b c", "a  b\u00A0c", SPACE, "U+00A0", 4),
        arguments("the first of two", "a b c", "a\u00A0b\u00A0c", SPACE, "U+00A0", 1),
        arguments("after a false start", "a b c", "a b d a b\u00A0c", SPACE, "U+00A0", 9),
        arguments("from the first letter on", "  b", "\u00A0\u00A0b", SPACE, "U+00A0", 0),
        arguments("before a space at the end", "a b ", "a\u00A0b ", SPACE, "U+00A0", 1),
        arguments("after an astral letter", "a b", "😀a\u00A0b", SPACE, "U+00A0", 2),
        arguments("with an astral letter inside", "😀😀 b", "x😀😀\u00A0b", SPACE, "U+00A0", 3),
        arguments("curly double marks", "\"no\"", "says “no”", MARKS, "U+201C", 5),
        arguments("straight for curly", "“no”", "says \"no\"", MARKS, "U+0022", 5),
        arguments("guillemets", "\"no\"", "«no»", MARKS, "U+00AB", 0),
        arguments("curly apostrophe", "Seoul's", "Seoul’s", MARKS, "U+2019", 5),
        arguments("marks before spaces", "\"a b\"", "“a\u00A0b”", MARKS, "U+201C", 0),
        arguments("marks before a longer run", "\"a b\"", "“a  b”", MARKS, "U+201C", 0),
        arguments("letter case", "Seoul", "in SEOUL", CASE, "U+0045", 4),
        arguments("case after marks", "'no' said", "‘no’ SAID", CASE, "U+2018", 0),
        arguments("case of astral letters", "\uD801\uDC28", "\uD801\uDC00", CASE, "U+10400", 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nearMisses")
  void a_near_miss_reports_the_difference_and_its_offset(
      String name, String quote, String text, String what, String letter, int offset) {
    assertThat(Quotation.nearMiss(quote, text))
        .isEqualTo("; it differs only in " + what + " (" + letter + " at offset " + offset + ")");
  }

  @ParameterizedTest
  @CsvSource({
    // composed, decomposed
    "caf\u00E9, cafe\u0301",
    "\uD55C\uAD6D, \u1112\u1161\u11AB\u1100\u116E\u11A8"
  })
  void a_difference_in_the_normalisation_form_is_reported(String composed, String decomposed) {
    String says = "; it differs only in the Unicode normalisation form";
    assertThat(Quotation.nearMiss(composed, "in " + decomposed + ".")).isEqualTo(says);
    assertThat(Quotation.nearMiss(decomposed, "in " + composed + ".")).isEqualTo(says);
  }

  @ParameterizedTest
  @CsvSource({
    "Seoul has a plan, Seoul has no plan",
    "a b, ab",
    "ab, a b",
    "longer than, longer",
    "cafe, caf\u00E9"
  })
  void a_quotation_that_resembles_no_passage_gets_no_hint(String quote, String text) {
    assertThat(Quotation.nearMiss(quote, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"no plan\"",
        "said “no plan”",
        "said “no plan",
        "„no plan“",
        "«no plan»",
        "‹no plan›",
        "‘no plan’",
        "'no plan' he said",
        "he said 'no plan'",
        "「三不」",
        "『三不』",
        "《三不》",
        "〈三不〉",
        "＂三不＂",
        "'계획이 없다'고 말했다",
        "그는 '계획이 없다'고 말했다"
      })
  void quotation_marks_of_any_script_are_recognised(String quote) {
    assertThat(TypographicMarks.hasQuotationMark(quote)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no plan",
        "Seoul’s plan",
        "Seoul's plan",
        "the allies' plan",
        "don't",
        "한국's",
        "三不"
      })
  void an_apostrophe_is_not_a_quotation_mark(String quote) {
    assertThat(TypographicMarks.hasQuotationMark(quote)).isFalse();
  }

  private static Dossier quoting(String text, Evidence.Builder evidence) {
    return dossier(
        source("S").text(text).build(),
        claim("X").evidence(List.of(evidence.source("S").build())).build());
  }

  @Test
  void a_quotation_that_is_in_the_text_is_accepted() {
    assertThat(quoting("He said: 안 한다, again.", evidence().quote("안 한다")).claims()).hasSize(2);
  }

  @Test
  void a_quotation_that_resembles_no_passage_is_reported_as_not_found() {
    assertThat(rejectionOf(() -> quoting("He said yes.", evidence().quote("He said no."))))
        .hasMessage("claim X: quotation not found in S");
  }

  @Test
  void a_recorded_act_without_a_quotation_is_not_searched_in_the_text() {
    Evidence.Builder none = Evidence.builder().source("S").mode(Mode.RECORDED);
    assertThat(quoting("Yea: 12.", none.selector(0, 99)).claims()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    // text, quotation, start, end
    "no plan, no, 0, 2",
    "no plan, plan, 3, 7",
    "no no, no, 3, 5",
    "😀😀no, no, 2, 4",
    "😀한국😀, 한국😀, 1, 4"
  })
  void a_selector_counts_code_points_from_zero(String text, String quote, int start, int end) {
    Evidence.Builder evidence = evidence().quote(quote).selector(start, end);
    assertThat(quoting(text, evidence).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // text, quotation, start, end, selected text
    "no plan, plan, 2, 7, ' plan'",
    "no plan, plan, 3, 6, pla",
    "no plan, plan, 4, 8, ''",
    "no plan, plan, 700, 704, ''",
    "😀😀no!, no, 3, 5, o!",
    "😀😀no!, no, 4, 6, ''"
  })
  void a_selector_of_another_passage_is_rejected(
      String text, String quote, int start, int end, String selected) {
    Evidence.Builder evidence = evidence().quote(quote).selector(start, end);
    assertThat(rejectionOf(() -> quoting(text, evidence)).problems())
        .extracting(Problem::code, Problem::pointer, Problem::value, Problem::message)
        .containsExactly(
            tuple(
                Problem.Code.QUOTE_NOT_FOUND,
                "/claims/1/evidence/0/selector",
                start + ".." + end,
                "claim X: selector %d..%d of S selects '%s', not the quotation"
                    .formatted(start, end, selected)));
  }

  @Test
  void a_selector_for_a_source_without_a_text_is_accepted_unchecked() {
    Evidence trusted = evidence().selector(7, 8).build();
    assertThat(dossier(claim("X").evidence(List.of(trusted)).build()).claims()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "3, 3", "3, 2"})
  void an_empty_or_negative_selector_is_rejected(int start, int end) {
    assertThatThrownBy(() -> evidence().selector(start, end))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "selector %d..%d: the start must be 0 or more, the end greater than the start"
                .formatted(start, end));
  }
}
