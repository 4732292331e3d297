package org.demarche;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.stream.IntStream;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches for claims whose quotations contain a phrase. */
class PhraseSearchTest {
  private boolean mentions(String quote, String phrase) {
    return TestDossier.of("p")
            .with(quoting("c", quote))
            .tracker()
            .claims()
            .mentioning(phrase)
            .count()
        == 1;
  }

  private static Claim quoting(String id, String quote) {
    return claim(id, "x", "p", FOR, ASSERT, "2016-01-01")
        .addEvidence(Evidence.builder().source("S1").mode(Mode.INDIRECT).quote(quote).build())
        .build();
  }

  @Test
  void a_phrase_is_found_in_any_script() {
    assertThat(mentions("정부는 사드를 배치했다.", "사드를")).isTrue();
    assertThat(mentions("정부는 사드를 배치했다.", "사드")).isTrue();
    assertThat(mentions("中方反对在韩部署萨德。", "萨德")).isTrue();
    assertThat(mentions("他在阿萨德下台后访问。", "阿萨德")).isTrue();
  }

  @Test
  void a_phrase_is_never_found_inside_another_word() {
    assertThat(mentions("他在阿萨德下台后访问。", "萨德")).isFalse();
    assertThat(mentions("정부는 사드배치를 논의했다.", "사드")).isFalse();
    assertThat(mentions("The promises were kept.", "promise")).isFalse();
    assertThat(mentions("The compromise was kept.", "promise")).isFalse();
    assertThat(mentions("The promise, they said, was kept.", "promise")).isTrue();
  }

  @Test
  void a_phrase_is_found_regardless_of_accents_case_and_quotation_marks() {
    assertThat(mentions("They met in a café.", "cafe")).isTrue();
    assertThat(mentions("They met in a CAFE.", "café")).isTrue();
    assertThat(mentions("They met in a cafe\u0301.", "café")).isTrue();
    assertThat(mentions("Seoul’s “three nos” stand.", "Seoul's \"three nos\"")).isTrue();
  }

  @Test
  void a_phrase_is_found_across_any_kind_of_white_space() {
    assertThat(mentions("the three\u00A0nos", "three nos")).isTrue();
    assertThat(mentions("the three\n  nos", "three\u00A0nos")).isTrue();
    assertThat(mentions("the threenos", "three nos")).isFalse();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "Malmø, Malmo",
    "ØRESUND, oresund",
    "Đorđe, Dorde",
    "Straße, Strasse",
    "STRASSE, straße",
    "GROẞ, gross",
    "Łódź, Lodz",
    "Ægean, aegean",
    "œuvre, oeuvre",
    "Þór, Thor",
    "Reykjavíkurborð, reykjavikurbord",
    "Kadıköy, Kadikoy",
    "İzmir, izmir",
    "Ħamrun, hamrun",
    "ﬁnal, final",
    "proto\u00ADcol, protocol",
    "three\u00A0nos, three nos",
    "three\u202Fnos, three nos",
    "co‐operate, co-operate",
    "co‑operate, co-operate",
    "co‑operate, co operate",
    "ＡＢＣ, abc",
    "ёлка, елка",
    "ΟΔΟΣ, οδός",
    "आज़ाद, आजाद"
  })
  void spellings_of_a_word_are_found_by_one_another(String one, String other) {
    assertThat(mentions("They said " + one + ", or so.", other)).isTrue();
    assertThat(mentions("They said " + other + ", or so.", one)).isTrue();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({"中国, 中國", "国, 囯", "部署, 部 署", "사드, 사 드", "東京, 东京", "サ, 左"})
  void characters_of_chinese_japanese_and_korean_are_told_apart(String one, String other) {
    assertThat(mentions("见" + one + "。", other)).isFalse();
    assertThat(mentions("见" + other + "。", one)).isFalse();
  }

  @Test
  void a_word_is_not_found_across_other_punctuation() {
    assertThat(mentions("the three, nos", "three nos")).isFalse();
    assertThat(mentions("the three, nos", "three, nos")).isTrue();
    assertThat(mentions("the three nos", "three, nos")).isFalse();
  }

  @Test
  void a_word_of_one_letter_is_found_as_a_word_only() {
    assertThat(mentions("Plan B holds.", "b")).isTrue();
    assertThat(mentions("Plans bode well.", "b")).isFalse();
  }

  @Test
  void a_phrase_of_ten_thousand_words_is_found() {
    String phrase =
        IntStream.range(0, 10_000).mapToObj(i -> "word" + i % 100).collect(joining(" "));
    assertThat(mentions("They said: " + phrase + ".", phrase)).isTrue();
    assertThat(mentions("They said: " + phrase.replace("word7 ", "word8 "), phrase)).isFalse();
  }

  @Test
  void a_korean_word_may_be_followed_by_sixteen_syllables_of_particles() {
    assertThat(mentions("사드" + "은".repeat(16), "사드")).isTrue();
    assertThat(mentions("사드" + "은".repeat(100_000), "사드")).isFalse();
  }

  @Test
  void a_rare_word_is_found_next_to_a_frequent_one() {
    TestDossier dossier =
        TestDossier.of("p")
            .with(
                IntStream.range(0, 2000)
                    .mapToObj(i -> quoting("c" + i, "the treaty" + (i == 777 ? " lapsed" : "")))
                    .toArray(Claim[]::new));
    ClaimQuery claims = dossier.tracker().claims();
    assertThat(claims.mentioning("the treaty").count()).isEqualTo(2000);
    assertThat(claims.mentioning("the treaty lapsed").count()).isEqualTo(1);
    assertThat(claims.mentioning("treaty the").count()).isZero();
    assertThat(claims.mentioning("lapsed the").count()).isZero();
  }
}
