package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Laws of the search for quotations, on generated texts. */
class QuotationLawsTest {
  private static final List<String> SIGNS =
      List.of(
          "a",
          "b",
          "E",
          "é",
          "e\u0301",
          "ﬁ",
          "œ",
          "한",
          "\u1112\u1161\u11AB",
          "三",
          "😀",
          "𝕏",
          "𐐀",
          "²",
          "12",
          "½",
          " ",
          " ",
          "\n",
          "\r\n",
          "\u00A0",
          "\f",
          "-",
          "—",
          "…",
          "...",
          ".",
          ",",
          "“",
          "’",
          "'",
          "\u00AD",
          "\u200B",
          "[3]",
          "-\n",
          "\n7\n",
          "(",
          "†",
          "\u0301",
          "\uFE0F",
          "%");

  private static final List<String> WORDS =
      List.of(
          "Seoul",
          "official",
          "café",
          "fine",
          "of",
          "deploying",
          "한국의",
          "manœuvre",
          "𝕏𝕏",
          "plan",
          "re-sign",
          "Beijing’s",
          "“no”",
          "12",
          "—",
          "well,",
          "flat",
          "ministry");

  @Provide
  Arbitrary<String> anySigns() {
    return Arbitraries.of(SIGNS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(signs -> String.join("", signs));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(WORDS).list().ofMinSize(8).ofMaxSize(40);
  }

  @Property(tries = 3000)
  void every_passage_of_a_text_is_found_at_its_place(
      @ForAll @From("anySigns") String text,
      @ForAll @IntRange(max = 200) int from,
      @ForAll @IntRange(max = 40) int length) {
    int points = text.codePointCount(0, text.length());
    int start = from % points;
    int end = Math.min(points, start + 1 + length);
    String words =
        text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    if (words.isBlank()) {
      return;
    }
    QuotationFinding finding = Texts.of(Map.of("A", text)).quotation("A", words);
    assertThat(finding.verdict()).isIn(QuotationVerdict.FOUND, QuotationVerdict.SEVERAL);
    assertThat(finding.passages())
        .filteredOn(passage -> passage.selector().equals(Range.closedOpen(start, end)))
        .singleElement()
        .satisfies(passage -> assertThat(passage.words()).isEqualTo(words))
        .satisfies(passage -> assertThat(passage.variants()).isEmpty());
  }

  /** A kind of damage to words that are divided by single spaces. */
  enum Damage {
    DOUBLE_SPACES(words -> words.replace(" ", "  ")),
    NO_BREAK_SPACES(words -> words.replace(' ', '\u00A0')),
    LINE_ENDS(words -> words.replace(" ", "\r\n")),
    PLAIN_MARKS(words -> words.replaceAll("[“”]", "\"").replace('’', '\'')),
    DASHES(words -> words.replace("—", "--").replace('-', '\u2010')),
    SOFT_HYPHENS(words -> words.replace("pl", "p\u00ADl")),
    ZERO_WIDTH(words -> words.replace("o", "o\u200B")),
    DECOMPOSED(words -> Normalizer.normalize(words, Normalizer.Form.NFD)),
    LIGATURES(words -> words.replace("ffi", "\uFB03").replace("fi", "ﬁ").replace("fl", "ﬂ")),
    LINE_END_HYPHENS(words -> words.replace("inis", "in-\nis")),
    FOOTNOTES(words -> words.replace("plan", "plan[4]").replace("official", "official†")),
    PAGE_BREAKS(words -> words.replace(" ", "\n\f\n")),
    UPPER_CASE(words -> words.toUpperCase(java.util.Locale.ROOT));

    @SuppressWarnings("ImmutableEnumChecker") // the functions keep no state
    private final UnaryOperator<String> on;

    Damage(UnaryOperator<String> on) {
      this.on = on;
    }
  }

  @Property(tries = 3000)
  void tolerated_damage_on_either_side_leaves_the_original_letters_selected(
      @ForAll @From("words") List<String> words,
      @ForAll @IntRange(max = 30) int first,
      @ForAll @IntRange(min = 3, max = 10) int count,
      @ForAll Damage damage,
      @ForAll boolean isTextDamaged) {
    int from = first % (words.size() - 3);
    List<String> some = words.subList(from, Math.min(words.size(), from + count));
    String before =
        words.subList(0, from).stream().map(word -> word + " ").reduce("𐐷 ", String::concat);
    String passage = "Start" + " " + String.join(" ", some) + " " + "end";
    String original = isTextDamaged ? damage.on.apply(passage) : passage;
    String quotation = isTextDamaged ? passage : damage.on.apply(passage);
    String text = before + original + " " + String.join(" ", words);
    QuotationFinding finding = Texts.of(Map.of("A", text)).quotation("A", quotation);
    int start = before.codePointCount(0, before.length());
    assertThat(finding.verdict().isFound()).as(finding.toString()).isTrue();
    assertThat(finding.passages())
        .singleElement()
        .satisfies(it -> assertThat(it.words()).isEqualTo(original))
        .satisfies(
            it ->
                assertThat(it.selector())
                    .isEqualTo(
                        Range.closedOpen(
                            start, start + original.codePointCount(0, original.length()))));
  }

  @Property(tries = 1000)
  void any_quotation_gets_a_finding_whose_passages_are_in_the_text(
      @ForAll @From("anySigns") String text, @ForAll @From("anySigns") String quotation) {
    if (quotation.isBlank()) {
      return;
    }
    QuotationFinding finding = Texts.of(Map.of("A", text)).quotation("A", quotation);
    for (Passage passage : finding.passages()) {
      int start = text.offsetByCodePoints(0, passage.selector().lowerEndpoint());
      int end = text.offsetByCodePoints(0, passage.selector().upperEndpoint());
      assertThat(text.substring(start, end)).isEqualTo(passage.words());
      assertThat(text).contains(passage.before() + passage.words() + passage.after());
    }
    if (finding.verdict() == QuotationVerdict.NEAREST) {
      assertThat(finding.passages()).hasSizeBetween(1, 3);
      assertThat(finding.passages())
          .allMatch(p -> p.variants().stream().anyMatch(v -> !v.kind().isTolerated()));
    }
  }

  @Test
  void each_damage_of_the_laws_changes_some_word() {
    for (Damage damage : Damage.values()) {
      String words = String.join(" ", WORDS);
      assertThat(damage.on.apply(words)).isNotEqualTo(words);
    }
  }
}
