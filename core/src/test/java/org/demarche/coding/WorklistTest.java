package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** The work that a coder has left: mistakes, drafts and sentences. */
class WorklistTest {
  private static final String TEXT =
      "Fishing talks\n\nSeoul will fish. The ministry called for more talks. The weather was fine."
          + " South Korea is near. Its Seoulite friends came.";

  private static Worklist of(Claim... claims) {
    return Worklist.of(DraftFixtures.DOSSIER.plus(claims), Texts.of(Map.of("A", TEXT)));
  }

  @Test
  void sentences_with_a_verb_or_a_name_and_without_a_claim_are_listed() {
    assertThat(of(DraftFixtures.claim("A-01", "Seoul will fish").build()).rows())
        .containsExactly(
            new Worklist.Row(
                Worklist.Kind.SENTENCE,
                "A",
                Optional.of(3),
                Optional.empty(),
                ImmutableList.of("called for (URGE)"),
                "The ministry called for more talks."),
            new Worklist.Row(
                Worklist.Kind.SENTENCE,
                "A",
                Optional.of(5),
                Optional.empty(),
                ImmutableList.of("South Korea"),
                "South Korea is near."));
  }

  @Test
  void mistakes_come_first_then_drafts_then_sentences() {
    Worklist worklist =
        of(
            DraftFixtures.claim("A-01", "Seoul will swim").build(),
            DraftFixtures.claim("A-02", "called for more talks. The weather")
                .due(When.parse("2014"))
                .build(),
            DraftFixtures.claim("A-03", "South Korea is near").coder("kim").draft(true).build());
    assertThat(worklist.sentence())
        .isEqualTo("To do: 1 quotation, 1 warning, 1 draft, 1 sentence.");
    assertThat(worklist.print())
        .isEqualTo(
            """
            To do: 1 quotation, 1 warning, 1 draft, 1 sentence.

            kind       claim  source  sentence  cues   to do
            ---------  -----  ------  --------  -----  ---------------------------------------------------------
            quotation  A-01   A                        A does not have “Seoul will swim”; nearest is 15..30,
                                                       with words changed at 26: ‘swim’ for ‘fish’.
            warning    A-02                            due 2014, before it was said, 2015-03-05
            draft      A-03   A                        a draft by kim, which another person is to check
            sentence          A       2         Seoul  Seoul will fish.""");
  }

  @Test
  void nothing_to_do_is_said() {
    assertThat(Worklist.of(Dossier.empty(), Texts.of(Map.of())).print())
        .isEqualTo("Nothing to do.");
    assertThat(of(DraftFixtures.claim("A-01", TEXT).build()).rows()).isEmpty();
  }

  private static List<Worklist.Row> texts(Dossier dossier, Texts texts) {
    return Worklist.of(dossier, texts).rows().stream()
        .filter(row -> row.kind() == Worklist.Kind.TEXT)
        .toList();
  }

  private static Worklist.Row text(String todo) {
    return new Worklist.Row(
        Worklist.Kind.TEXT, "A", Optional.empty(), Optional.empty(), ImmutableList.of(), todo);
  }

  @Test
  void a_source_without_a_text_is_listed() {
    Worklist worklist = Worklist.of(DraftFixtures.DOSSIER, Texts.of(Map.of()));
    assertThat(worklist.rows())
        .containsExactly(text("there is no text of the source, so no sentence of it is listed"));
    assertThat(worklist.sentence()).isEqualTo("To do: 1 text.");
  }

  @Test
  void a_text_that_is_not_english_is_listed_until_a_sentence_is_coded() {
    Texts korean = Texts.of(Map.of("A", "한국은 THAAD 배치를 안 한다고 했다."));
    assertThat(texts(DraftFixtures.DOSSIER, korean))
        .containsExactly(
            text(
                "no sentence is coded, and the text is not in Latin letters: verbs are looked for"
                    + " in English only; read it sentence by sentence"));
    Claim coded = DraftFixtures.claim("A-01", "안 한다고").build();
    assertThat(texts(DraftFixtures.DOSSIER.plus(coded), korean)).isEmpty();
    assertThat(texts(DraftFixtures.DOSSIER, Texts.of(Map.of("A", TEXT)))).isEmpty();
  }

  @Test
  void the_language_of_the_evidence_tells_that_a_text_is_not_english() {
    Evidence german = Evidence.builder().source("A").mode(Mode.RECORDED).language("de").build();
    Claim claim = DraftFixtures.claim("A-01", "x").evidence(List.of(german)).build();
    assertThat(
            texts(
                DraftFixtures.DOSSIER.plus(claim), Texts.of(Map.of("A", "Seoul hat zugestimmt."))))
        .containsExactly(
            text(
                "no sentence is coded, and the text is in language de: verbs are looked for in"
                    + " English only; read it sentence by sentence"));
  }

  @Test
  void a_long_sentence_is_whole() {
    String sentence = "Seoul will " + "talk and ".repeat(40) + "fish.";
    Worklist worklist = Worklist.of(DraftFixtures.DOSSIER, Texts.of(Map.of("A", sentence)));
    assertThat(worklist.page().tables().get(0).rows().get(0))
        .isEqualTo(List.of("sentence", "", "A", "1", "Seoul", sentence));
  }
}
