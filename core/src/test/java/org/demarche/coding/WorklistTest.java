package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
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
                "called for (URGE): The ministry called for more talks."),
            new Worklist.Row(
                Worklist.Kind.SENTENCE,
                "A",
                Optional.of(5),
                Optional.empty(),
                "South Korea: South Korea is near."));
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

            kind       where  to do
            ---------  -----  ----------------------------------------------------------------------------------
            quotation  A-01   A does not have “Seoul will swim”; nearest is 15..30, with words changed at 26:
                              ‘swim’ for ‘fish’.
            warning    A-02   due 2014, before it was said, 2015-03-05
            draft      A-03   a draft by kim, which another person is to check
            sentence   A 2    Seoul: Seoul will fish.""");
  }

  @Test
  void nothing_to_do_is_said() {
    assertThat(Worklist.of(DraftFixtures.DOSSIER, Texts.of(Map.of())).print())
        .isEqualTo("Nothing to do.");
    assertThat(Worklist.of(Dossier.empty(), Texts.of(Map.of())).rows()).isEmpty();
  }
}
