package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Range;
import java.util.List;
import java.util.Map;
import org.demarche.TestDossier;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;

/** Texts, the search for quotations in them, and how a finding prints. */
class TextsTest {
  private static final String TEXT =
      "Seoul said no. The plan is off, it added, and the plan is off for good. THE PLAN IS OFF!";

  private static QuotationFinding find(String text, String quotation) {
    return Texts.of(Map.of("A", text)).quotation("A", quotation);
  }

  private static List<Range<Integer>> selectors(QuotationFinding finding) {
    return finding.passages().stream().map(Passage::selector).toList();
  }

  @Test
  void a_quotation_to_the_letter_is_found_with_the_words_around_it() {
    QuotationFinding finding = find(TEXT, "off for good");
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.FOUND);
    Passage passage = finding.passages().get(0);
    assertThat(passage.selector()).isEqualTo(Range.closedOpen(58, 70));
    assertThat(passage.words()).isEqualTo("off for good");
    assertThat(passage.before())
        .isEqualTo("Seoul said no. The plan is off, it added, and the plan is ");
    assertThat(passage.after()).isEqualTo(". THE PLAN IS OFF!");
    assertThat(passage.variants()).isEmpty();
    assertThat(finding.sentence()).isEqualTo("A has “off for good” at 58..70.");
  }

  @Test
  void the_context_is_cut_between_words() {
    String text =
        "a".repeat(30) + " " + "b".repeat(40) + " is " + "c".repeat(40) + " " + "d".repeat(30);
    Passage passage = find(text, "is").passages().get(0);
    assertThat(passage.before()).isEqualTo("b".repeat(40) + " ");
    assertThat(passage.after()).isEqualTo(" " + "c".repeat(40));
  }

  @Test
  void a_quotation_in_several_places_is_returned_with_all_of_them() {
    QuotationFinding finding = find(TEXT, "plan is off");
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.SEVERAL);
    assertThat(selectors(finding))
        .containsExactly(Range.closedOpen(19, 30), Range.closedOpen(50, 61));
    assertThat(finding.sentence()).isEqualTo("A has “plan is off” in 2 places, 19..30, 50..61.");
  }

  @Test
  void the_right_letter_case_is_preferred() {
    assertThat(selectors(find(TEXT, "the  plan is off"))).containsExactly(Range.closedOpen(46, 61));
    assertThat(selectors(find(TEXT, "THE PLAN"))).containsExactly(Range.closedOpen(72, 80));
    assertThat(selectors(find(TEXT, "tHE pLAN"))).hasSize(3);
  }

  @Test
  void a_quotation_of_a_sign_or_of_few_letters_is_found() {
    assertThat(selectors(find(TEXT, "!"))).containsExactly(Range.closedOpen(87, 88));
    assertThat(selectors(find(TEXT, "no"))).containsExactly(Range.closedOpen(11, 13));
    assertThat(find(TEXT, "¿").verdict()).isEqualTo(QuotationVerdict.NOT_FOUND);
  }

  @Test
  void more_places_than_are_returned_are_reported() {
    QuotationFinding finding = find("no ".repeat(101), "no");
    assertThat(finding.passages()).hasSize(100);
    assertThat(finding.sentence()).contains("100 or more places").endsWith("and 95 more.");
  }

  @Test
  void the_parts_of_a_discontinuous_quotation_are_found_in_order() {
    String text = "The plan, as agreed in May, is off, and Seoul’s view of it is final.";
    for (String ellipsis : List.of("…", "...", " […] ", " [...] ", " . . . ", " (…) ")) {
      QuotationFinding finding =
          find(text, "The plan" + ellipsis + "is off" + ellipsis + "is final");
      assertThat(finding.verdict()).isEqualTo(QuotationVerdict.FOUND);
      Passage passage = finding.passages().get(0);
      assertThat(passage.parts())
          .containsExactly(
              Range.closedOpen(0, 8), Range.closedOpen(28, 34), Range.closedOpen(59, 67));
      assertThat(passage.selector()).isEqualTo(Range.closedOpen(0, 67));
      assertThat(passage.words()).isEqualTo(text.substring(0, 67));
      assertThat(finding.sentence()).contains("0..67 in 3 parts");
    }
  }

  @Test
  void a_damaged_part_is_found_but_for_its_damage() {
    QuotationFinding finding =
        find("The plan of May is off; Seoul’s view is final.", "is off … Seoul's view");
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.FOUND_BUT_FOR);
    assertThat(finding.passages().get(0).variants())
        .containsExactly(new Variant(Variant.Kind.QUOTATION_MARKS, 29, "'", "’"));
  }

  @Test
  void an_ellipsis_at_an_end_leaves_out_the_rest_of_the_sentence() {
    QuotationFinding finding = find(TEXT, "… off for good …");
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.FOUND);
    assertThat(selectors(finding)).containsExactly(Range.closedOpen(58, 70));
  }

  @Test
  void an_ellipsis_of_the_text_itself_is_no_omission() {
    assertThat(find("We … will see.", "We … will").passages().get(0).parts()).hasSize(1);
  }

  @Test
  void the_tightest_chain_of_parts_is_found() {
    QuotationFinding finding =
        find("Seoul rose. Seoul met Beijing. Later Beijing left.", "Seoul … Beijing");
    assertThat(selectors(finding)).containsExactly(Range.closedOpen(12, 29));
  }

  @Test
  void parts_in_another_order_or_too_far_apart_are_not_found() {
    assertThat(
            find("The plan is off, said Seoul.", "said Seoul … The plan")
                .passages()
                .get(0)
                .variants())
        .extracting(Variant::kind)
        .containsExactly(Variant.Kind.PARTS_APART);
    String near = "The plan" + " ".repeat(1000) + "is off";
    assertThat(find(near, "The plan … is off").verdict()).isEqualTo(QuotationVerdict.FOUND);
    String far = "The plan" + " x".repeat(501) + "is off";
    assertThat(find(far, "The plan … is off").verdict()).isEqualTo(QuotationVerdict.NEAREST);
  }

  @Test
  void a_part_that_is_not_in_the_text_is_named() {
    QuotationFinding finding =
        find("The whole plan of last May is off, it said.", "The whole plan … of last June is off");
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.NEAREST);
    assertThat(finding.passages().get(0).variants())
        .containsExactly(new Variant(Variant.Kind.WORDS_CHANGED, 23, "June", "May"));
    assertThat(finding.sentence())
        .endsWith("; nearest is 15..33, with words changed at 23: ‘June’ for ‘May’.");
  }

  @Test
  void at_most_three_nearest_passages_are_returned_and_the_nearest_first() {
    String text =
        "Seoul may deploy four more batteries. Seoul will not deploy six more batteries. "
            + "x ".repeat(200)
            + "Seoul will not deploy five more launchers. "
            + "y ".repeat(200)
            + "Seoul will not deploy seven batteries. "
            + "z ".repeat(200)
            + "Seoul will not ever deploy some more batteries.";
    QuotationFinding finding = find(text, "Seoul will not deploy five more batteries");
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.NEAREST);
    assertThat(finding.passages()).hasSize(3);
    assertThat(finding.passages().get(0).words())
        .isEqualTo("Seoul will not deploy six more batteries");
    assertThat(finding.passages().get(1).words())
        .isEqualTo("Seoul will not deploy five more launchers");
  }

  @Test
  void an_invented_quotation_has_no_nearest_passage() {
    QuotationFinding finding = find(TEXT, "Beijing welcomes the sincere proposal of its neighbour");
    assertThat(finding.verdict()).isEqualTo(QuotationVerdict.NOT_FOUND);
    assertThat(finding.passages()).isEmpty();
    assertThat(finding.sentence()).endsWith("”, nor a similar passage.");
  }

  @Test
  void digits_on_a_line_of_their_own_may_be_quoted() {
    assertThat(find("In all\n12\nstates agreed[3] now", "In all 12 states").verdict())
        .isEqualTo(QuotationVerdict.FOUND_BUT_FOR);
    assertThat(find("In all\n12\nstates agreed[3] now", "states agreed[3] now").verdict())
        .isEqualTo(QuotationVerdict.FOUND);
  }

  @Test
  void a_word_divided_over_a_page_is_found() {
    assertThat(find("It is de-\n12\n\fploying it", "is deploying").passages().get(0).variants())
        .extracting(Variant::kind)
        .containsExactlyInAnyOrder(Variant.Kind.PAGE_BREAK, Variant.Kind.LINE_END_HYPHEN);
  }

  @Test
  void an_accent_left_out_is_another_word() {
    assertThat(find("The café talks of May were", "cafe talks of May").passages().get(0).variants())
        .containsExactly(new Variant(Variant.Kind.WORDS_CHANGED, 4, "cafe", "café"));
  }

  @Test
  void a_finding_prints_each_passage_in_its_context() {
    assertThat(find("Seoul’s stance is clear.", "Seoul's stance").print())
        .isEqualTo(
            """
            A has “Seoul's stance” at 0..14, but for quotation marks.

              … «Seoul’s stance» is clear. …
              A, 0..14
                quotation marks at 5: ‘'’ for ‘’’""");
  }

  @Test
  void a_sign_without_ink_is_shown_as_its_code_point() {
    assertThat(find("It is\u00A0so.", "It is so").passages().get(0).variants().get(0))
        .hasToString("white space at 5: ‘ ’ for ‘<U+00A0>’");
  }

  @Test
  void a_mistyped_source_gets_a_suggestion() {
    Texts texts = Texts.of(Map.of("KT17", "a", "UPI17", "b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> texts.quotation("KT71", "a"))
        .withMessage("there is no text of source 'KT71' (did you mean 'KT17'?)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> texts.quotation("KT17", " "))
        .withMessageContaining("blank");
  }

  @Test
  void texts_are_united_unless_they_differ() {
    Texts a = Texts.of(Map.of("A", "one"));
    Texts b = Texts.of(Map.of("B", "two"));
    assertThat(a.plus(b).plus(a)).isEqualTo(Texts.of(Map.of("A", "one", "B", "two")));
    assertThat(a.plus(b).sources()).containsExactly("A", "B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> a.plus(Texts.of(Map.of("A", "other"))))
        .withMessageContaining("two different texts of A");
  }

  @Test
  void the_texts_of_a_dossier_are_those_of_its_sources() {
    Dossier dossier =
        TestDossier.of("p")
            .with(TestDossier.source("T", "wire", "2019-12-31").text("So it is.").build())
            .build();
    assertThat(Texts.of(dossier)).isEqualTo(Texts.of(Map.of("T", "So it is.")));
    assertThat(Texts.of(dossier).text("S1")).isEmpty();
  }

  /** The hash of “abc” is the example of FIPS 180-2, appendix B.1. */
  @Test
  void the_hash_of_a_text_is_its_sha_256() {
    assertThat(Texts.of(Map.of("A", "abc")).textHash("A"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
