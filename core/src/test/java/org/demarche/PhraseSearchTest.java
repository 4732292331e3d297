package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Searches for claims whose quotations contain a phrase. */
class PhraseSearchTest {
  private boolean mentions(String quote, String phrase) {
    return TestDossier.of("p")
            .with(
                claim("c", "x", "p", FOR, ASSERT, "2016-01-01")
                    .addEvidence(
                        Evidence.builder().source("S1").mode(Mode.INDIRECT).quote(quote).build())
                    .build())
            .tracker()
            .claims()
            .mentioning(phrase)
            .count()
        == 1;
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
}
