package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.TestDossier;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** The codebook of a dossier. */
class CodebookTest {
  private static Claim.Builder claim(String id, String proposition, Stance stance, String day) {
    return TestDossier.claim(id, "x-mofa", proposition, stance, Force.ASSERT, day);
  }

  private static Evidence quote(String words) {
    return Evidence.builder().source("S1").mode(Mode.INDIRECT).quote(words).build();
  }

  private static String print(Claim... claims) {
    return Codebook.of(TestDossier.of("p").with(claims).build()).page().print(Style.whole());
  }

  @Test
  void a_proposition_is_shown_with_its_parts_packages_and_examples() {
    Dossier dossier =
        TestDossier.of("p", "q")
            .build()
            .plus(
                TestDossier.proposition("both")
                    .label("p without q")
                    .putParts("p", Stance.FOR)
                    .putParts("q", Stance.AGAINST)
                    .build(),
                TestDossier.proposition("said").about("p").addExcludes("q").build(),
                claim("c1", "p", Stance.AGAINST, "2016-05-01").addEvidence(quote("no p")).build(),
                claim("c2", "p", Stance.FOR, "2016-05-02")
                    .addEvidence(
                        Evidence.builder()
                            .source("SY")
                            .mode(Mode.DIRECT)
                            .addVia("wire")
                            .quote("“정말”")
                            .language("ko")
                            .translation("truly")
                            .build())
                    .build());
    Codebook codebook = Codebook.of(dossier);
    assertThat(codebook.page().print(Style.whole()))
        .isEqualTo(
            """
            Codebook
            4 propositions in 1 issue, with 2 claims (1 for, 1 against, 0 uncommitted).

            i

            p
            It is the case that p.

              Part of: both: p without q, which implies for
              Characterised by: said
              On record: 2 claims (1 for, 1 against, 0 uncommitted)
              FOR (ASSERT), The x-mofa, 2016-05-02 [c2]
                “정말”
                Translation: “truly”
                — The y-daily ← The wire, “Of SY”, 2019-12-31 [SY, DIRECT]
              AGAINST (ASSERT), The x-mofa, 2016-05-01 [c1]
                “no p”
                — The wire, “Of S1”, 2019-12-31 [S1, INDIRECT]

            q
            It is the case that q.

              Part of: both: p without q, which implies against
              Cannot be held together with: said
              On record: no claims

            both: p without q
            It is the case that both.

              Parts: for p; against q
              On record: no claims

            said
            It is the case that said.

              About: p
              Cannot be held together with: q
              On record: no claims""");
    assertThat(codebook.page().print(Style.whole().markdown()))
        .startsWith("# Codebook\n\n4 propositions in 1 issue")
        .contains("\n## i\n\n### p\n\nIt is the case that p.\n\n- Part of: both: p without q")
        .contains("\n  > “정말”\\\n  > Translation: “truly”\\\n  > — The y-daily");
    assertThat(codebook.page().print(Style.whole().html()))
        .contains("<blockquote dir=\"auto\" lang=\"ko\"><p>“정말”</p></blockquote>")
        .contains("<h3>both: p without q</h3>");
    assertThat(codebook)
        .hasToString(
            "Codebook: 4 propositions in 1 issue, with 2 claims (1 for, 1 against, 0"
                + " uncommitted).");
  }

  @Test
  void examples_are_one_for_and_one_against_coded_before_drafts_and_newest_first() {
    String page =
        print(
            claim("f1", "p", Stance.FOR, "2016-05-01").addEvidence(quote("yes 1")).build(),
            claim("f2", "p", Stance.FOR, "2016-05-03").addEvidence(quote("yes 2")).build(),
            claim("f3", "p", Stance.FOR, "2016-05-04")
                .addEvidence(quote("yes 3"))
                .draft(true)
                .build(),
            claim("a1", "p", Stance.AGAINST, "2016-04-01")
                .addEvidence(quote("no 1"))
                .draft(true)
                .build());
    assertThat(page)
        .contains("On record: 2 claims (2 for, 0 against, 0 uncommitted) and 2 drafts")
        .contains("yes 2", "no 1", "[a1, draft]")
        .doesNotContain("yes 1", "yes 3");
  }

  @Test
  void without_claims_on_both_sides_the_next_best_claim_is_an_example() {
    String page =
        print(
            claim("f1", "p", Stance.FOR, "2016-05-01").addEvidence(quote("yes 1")).build(),
            claim("f2", "p", Stance.FOR, "2016-05-03").addEvidence(quote("yes 2")).build(),
            claim("u1", "p", Stance.UNCOMMITTED, "2016-05-02")
                .addEvidence(quote("perhaps"))
                .build());
    assertThat(page).contains("yes 2", "perhaps").doesNotContain("yes 1");
  }

  @Test
  void a_claim_without_a_quotation_is_no_example() {
    Claim vote =
        TestDossier.claim("v", "x-mofa", "p", Stance.FOR, Force.VOTE, "2016-05-01")
            .addEvidence(Evidence.builder().source("S1").mode(Mode.RECORDED).build())
            .build();
    assertThat(print(vote)).contains("On record: 1 claim (1 for").doesNotContain("[v");
  }

  @Test
  void the_title_of_the_dossier_is_in_the_heading() {
    Dossier dossier = TestDossier.of("p").build().describedBy(Description.empty().title("Made up"));
    assertThat(Codebook.of(dossier).page().print()).startsWith("Codebook: Made up\n");
    assertThat(Codebook.of(Dossier.empty()).sentence())
        .isEqualTo("no propositions in no issues, with no claims.");
  }
}
