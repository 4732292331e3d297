package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.coding.Variant.Kind.*;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.Range;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.coding.Variant.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which a quotation is damaged when it is typed, pasted or taken out of a PDF. */
class QuotationDamageTest {
  /** The passage of each text is between ⟦ and ⟧, which are removed. */
  static Stream<Arguments> tolerated() {
    return Stream.of(
        arguments("two spaces", "It ⟦is not deploying⟧ any.", "is  not deploying", WHITE_SPACE),
        arguments("no-break space", "It ⟦is\u00A0not⟧ so.", "is not", WHITE_SPACE),
        arguments("space lost", "It ⟦is not deploying⟧ any.", "isnot deploying", WHITE_SPACE),
        arguments("line broken", "It ⟦is not\ndeploying⟧ any.", "is not deploying", LINE_ENDS),
        arguments("CR LF", "It ⟦is not\ndeploying⟧ any.", "is not\r\ndeploying", LINE_ENDS),
        arguments(
            "straight marks",
            "Of ⟦the “two plans” of⟧ it",
            "the \"two plans\" of",
            QUOTATION_MARKS),
        arguments(
            "straight apostrophe", "In ⟦Seoul’s stance⟧ it", "Seoul's stance", QUOTATION_MARKS),
        arguments(
            "guillemets", "Of ⟦the «two plans» of⟧ it", "the “two plans” of", QUOTATION_MARKS),
        arguments("marks at the ends", "Of the ⟦“two plans”⟧ it", "\"two plans\"", QUOTATION_MARKS),
        arguments(
            "marks left out", "Of ⟦the “two plans” of⟧ it", "the two plans of", QUOTATION_MARKS),
        arguments("Korean marks left out", "한국의 ‘⟦3불’은 약속⟧이", "3불은 약속", QUOTATION_MARKS),
        arguments("typed dashes", "Of ⟦batteries—none⟧ is", "batteries--none", DASHES),
        arguments("no-break hyphen", "An ⟦anti\u2011missile⟧ one", "anti-missile", DASHES),
        arguments("soft hyphen", "It ⟦is de\u00ADploying⟧ it", "is deploying", SOFT_HYPHENS),
        arguments("zero-width space", "It ⟦is de\u200Bploying⟧ it", "is deploying", ZERO_WIDTH),
        arguments("three points", "It ⟦is … not⟧ so", "is ... not", ELLIPSES),
        arguments("decomposed accent", "The ⟦cafe\u0301 talks⟧ were", "café talks", UNICODE_FORM),
        arguments("decomposed Hangul", "⟦\u1112\u1161\u11AB국 정부⟧의", "한국 정부", UNICODE_FORM),
        arguments("full width", "The ⟦ＴＨＡＡＤ row⟧ is", "THAAD row", UNICODE_FORM),
        arguments("ligature ffi", "The ⟦o\uFB03cial view⟧ is", "official view", LIGATURES),
        arguments("ligature oe", "Of ⟦manœuvres at sea⟧ of", "manoeuvres at sea", LIGATURES),
        arguments("divided word", "It ⟦is de-\nploying⟧ it", "is deploying", LINE_END_HYPHEN),
        arguments(
            "divided at a soft hyphen",
            "It ⟦is de\u00AD\nploying⟧ it",
            "is deploying",
            LINE_END_HYPHEN),
        arguments(
            "footnote in brackets", "The ⟦row[3] is settled⟧ now", "row is settled", FOOTNOTE_MARK),
        arguments(
            "footnote after a space",
            "The ⟦row [12] is settled⟧ now",
            "row is settled",
            FOOTNOTE_MARK),
        arguments(
            "superscript footnote", "The ⟦row¹² is settled⟧ now", "row is settled", FOOTNOTE_MARK),
        arguments("dagger", "The ⟦row† is settled⟧ now", "row is settled", FOOTNOTE_MARK),
        arguments("form feed", "The ⟦row is\fsettled⟧ now", "row is settled", PAGE_BREAK),
        arguments(
            "page number", "The ⟦row is\n\n– 12 –\n\nsettled⟧ now", "row is settled", PAGE_BREAK),
        arguments(
            "page number of many",
            "The ⟦row is\nPage 3 of 12\nsettled⟧ now",
            "row is settled",
            PAGE_BREAK),
        arguments("letter case", "It ⟦Is Not Deploying⟧ any.", "is not deploying", LETTER_CASE),
        arguments("beyond the BMP", "😀 ⟦😀 is\u00A0𝕏 now⟧ 😀", "😀 is 𝕏 now", WHITE_SPACE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tolerated")
  void a_damaged_quotation_is_found_to_the_letter_but_for_its_damage(
      String name, String marked, String quotation, Kind damage) {
    String text = marked.replaceAll("[⟦⟧]", "");
    int start = marked.codePointCount(0, marked.indexOf('⟦'));
    String words = marked.substring(marked.indexOf('⟦') + 1, marked.indexOf('⟧'));
    QuotationFinding finding = Texts.of(Map.of("A", text)).quotation("A", quotation);
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.FOUND_BUT_FOR);
    assertThat(finding.passages()).hasSize(1);
    Passage passage = finding.passages().get(0);
    assertThat(passage.words()).isEqualTo(words);
    assertThat(passage.selector())
        .isEqualTo(Range.closedOpen(start, start + words.codePointCount(0, words.length())));
    assertThat(passage.variants()).extracting(Variant::kind).containsOnly(damage);
  }

  static Stream<Arguments> other() {
    String text = "In May Seoul is not deploying any additional batteries, it said. ";
    return Stream.of(
        arguments(
            "left out",
            text,
            "is not deploying additional batteries",
            WORDS_LEFT_OUT,
            30,
            "",
            "any"),
        arguments(
            "added",
            text,
            "is not deploying any more additional batteries",
            WORDS_ADDED,
            33,
            "more",
            ""),
        arguments(
            "changed",
            text,
            "is now deploying any additional batteries",
            WORDS_CHANGED,
            16,
            "now",
            "not"),
        arguments(
            "misspelt",
            text,
            "not deploying any aditional batteries",
            WORDS_CHANGED,
            34,
            "aditional",
            "additional"),
        arguments("comma lost", text, "additional batteries it said", PUNCTUATION, 54, " ", ", "),
        arguments("period for a comma", text, "additional batteries.", PUNCTUATION, 54, ".", ""),
        arguments(
            "hyphen lost",
            "It is to re-sign the pact.",
            "resign the pact",
            PUNCTUATION,
            11,
            "",
            "-"),
        arguments(
            "apostrophe lost", "It’s Seoul’s view.", "Seouls view", PUNCTUATION, 10, "", "’"));
  }

  /** The offsets are counted by hand. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("other")
  void a_quotation_with_other_words_is_not_found_and_the_difference_is_named(
      String name,
      String text,
      String quotation,
      Kind kind,
      int offset,
      String quoted,
      String given) {
    QuotationFinding finding = Texts.of(Map.of("A", text)).quotation("A", quotation);
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.NEAREST);
    assertThat(finding.passages().get(0).variants())
        .isEqualTo(List.of(new Variant(kind, offset, quoted, given)));
  }
}
