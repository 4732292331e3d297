package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.questions.PhraseSearch;
import org.demarche.typography.SearchText;

/** The search for phrases finds what its definition finds, in texts of ten scripts. */
class SearchLawsTest {
  private static final List<List<String>> SCRIPTS =
      List.of(
          List.of(
              "a", "A", "the", "no", "é", "e\u0301", "ø", "Ø", "ß", "ł", "æ", "ﬁ", "ı", "İ", "1"),
          List.of("а", "Ж", "ё", "е", "й", "слово", "Слово", "ъ"),
          List.of("α", "Σ", "σ", "ς", "ΟΔΟΣ", "οδός", "Ϲ", "ώ"),
          List.of("א", "ב", "שלום", "שָׁלוֹם", "ן"),
          List.of("ا", "أ", "آ", "كتاب", "كِتَاب", "ـ", "٣", "ﷺ"),
          List.of("ह", "हि", "हिन्दी", "न्", "द", "क़", "क\u093C", "ो", "ा"),
          List.of("ক", "কো", "\u09C7", "\u09BE", "\u09D7", "বাংলা", "\u0B92\u0BD7", "\u0D46\u0D3E"),
          List.of("ไ", "ไทย", "ำ", "ก", "ที่", "៣", "ကို"),
          List.of("阿", "萨", "德", "萨德", "中", "国", "部署", "萨德系统", "𠀀", "豈", "㍿"),
          List.of("か", "が", "か\u3099", "サ", "サード", "ｻ", "ー", "東京"),
          List.of(
              "사드",
              "사",
              "를",
              "은",
              "에서",
              "이라고",
              "\u1109\u1161",
              "ㅅ",
              "ㅏ",
              "\u11AB",
              "정부",
              "ﾡ",
              "〮"));

  private static final List<String> SIGNS =
      List.of(
          " ", " ", " ", "-", "‑", "\u00A0", "\u00AD", "\u3000", "\n", ",", ".", "“", "’", "'", "—",
          "\u200B", "😀", "\uFE0F", "½", "\u0301", "\uD800", "\0", "*");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(SCRIPTS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .flatMap(
            scripts ->
                Arbitraries.frequencyOf(
                        Tuple.of(
                            3, Arbitraries.of(scripts.stream().flatMap(List::stream).toList())),
                        Tuple.of(2, Arbitraries.of(SIGNS)))
                    .list()
                    .ofMaxSize(12)
                    .map(each -> String.join("", each)));
  }

  /** Returns a part of a text, or another text. */
  private static String phrase(String text, String other, int start, int length) {
    int[] points = text.codePoints().toArray();
    if (points.length == 0) {
      return other;
    }
    int from = start % points.length;
    return new String(points, from, Math.min(length, points.length - from));
  }

  @Property(tries = 5000)
  void a_text_is_folded_by_its_definition(@ForAll @From("texts") String text) {
    assertThat(SearchText.fold(text)).isEqualTo(NaiveSearch.fold(text));
  }

  @Property(tries = 5000)
  void a_phrase_is_found_by_its_definition(
      @ForAll @From("texts") String text,
      @ForAll @From("texts") String other,
      @ForAll @IntRange(max = 40) int start,
      @ForAll @IntRange(min = 1, max = 6) int length) {
    String phrase = phrase(text, other, start, length);
    if (NaiveSearch.isPhrase(phrase)) {
      assertThat(new PhraseSearch(phrase).isIn(text)).isEqualTo(NaiveSearch.isIn(phrase, text));
    }
  }

  @Example
  void a_word_is_found_with_particles_before_a_tone_mark() {
    List<String> texts = List.of("사드를" + (char) 0x302E);
    Tracker tracker = TestDossier.of("p").with(claims(texts, 0, 1).toArray(Claim[]::new)).tracker();
    assertThat(found(tracker, "사드")).isEqualTo(naive(texts, 0, 1, "사드")).isNotEmpty();
  }

  @Example
  void a_draft_that_is_coded_is_found_by_its_coded_words_only() {
    Claim draft = Claim.builder().from(quoting(0, "S1", "a draft of words")).draft(true).build();
    List<String> others = Collections.nCopies(10, "what others said");
    Tracker before =
        TestDossier.of("p").with(draft).tracker().plus(claims(others, 1, others.size()));
    assertThat(found(before, "draft")).isEmpty();
    assertThat(found(before.withDrafts(), "draft")).containsExactly("c0");
    for (Tracker earlier : List.of(before, before.withDrafts())) {
      Tracker after = earlier.plus(List.of(quoting(0, "S1", "what was coded")));
      assertThat(found(after, "draft")).isEmpty();
      assertThat(found(after, "coded")).containsExactly("c0");
    }
  }

  @Property(tries = 500)
  void claims_are_found_by_the_definition_also_after_some_were_added(
      @ForAll @Size(min = 1, max = 12) List<@From("texts") String> generated,
      @ForAll @IntRange(max = 12) int later,
      @ForAll boolean askedBefore,
      @ForAll @IntRange(max = 11) int chosen,
      @ForAll @IntRange(max = 40) int start,
      @ForAll @IntRange(min = 1, max = 6) int length) {
    List<String> texts = generated.stream().map(text -> "— " + text).toList();
    String phrase = phrase(texts.get(chosen % texts.size()), "no", start, length);
    if (!NaiveSearch.isPhrase(phrase)) {
      return;
    }
    int first = Math.min(later, texts.size());
    Tracker before =
        TestDossier.of("p").with(claims(texts, 0, first).toArray(Claim[]::new)).tracker();
    if (askedBefore) {
      assertThat(found(before, phrase)).isEqualTo(naive(texts, 0, first, phrase));
    }
    Tracker after = before.plus(claims(texts, first, texts.size()));
    assertThat(found(after, phrase)).isEqualTo(naive(texts, 0, texts.size(), phrase));
    assertThat(found(before, phrase)).isEqualTo(naive(texts, 0, first, phrase));
    String last = "the last: " + texts.get(texts.size() - 1);
    Tracker corroborated = after.plus(List.of(quoting(0, "SU", last)));
    assertThat(found(corroborated, phrase).contains("c0"))
        .isEqualTo(NaiveSearch.isIn(phrase, texts.get(0)) || NaiveSearch.isIn(phrase, last));
    assertThat(found(corroborated.without("SU"), phrase))
        .isEqualTo(naive(texts, 0, texts.size(), phrase));
  }

  private static List<String> found(Tracker tracker, String phrase) {
    return tracker.claims().mentioning(phrase).list().stream().map(Claim::id).sorted().toList();
  }

  private static List<String> naive(List<String> texts, int start, int end, String phrase) {
    return IntStream.range(start, end)
        .filter(i -> NaiveSearch.isIn(phrase, texts.get(i)))
        .mapToObj(i -> "c" + i)
        .sorted()
        .toList();
  }

  private static List<Claim> claims(List<String> texts, int start, int end) {
    return IntStream.range(start, end).mapToObj(i -> quoting(i, "S1", texts.get(i))).toList();
  }

  private static Claim quoting(int number, String source, String quote) {
    return claim("c" + number, "x", "p", FOR, ASSERT, "2016-01-01")
        .addEvidence(Evidence.builder().source(source).mode(Mode.INDIRECT).quote(quote).build())
        .build();
  }
}
