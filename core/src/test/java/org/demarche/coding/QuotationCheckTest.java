package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.coding.QuotationVerdict.*;

import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.TestDossier;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** The comparison of the quotations of a dossier with the texts of its sources. */
class QuotationCheckTest {
  private static final String TEXT =
      "X said the plan is off. Later, X’s envoy said the plan is off.";

  private static Evidence.Builder quote(String source, String words) {
    return Evidence.builder().source(source).mode(Mode.INDIRECT).quote(words);
  }

  private static Dossier dossier(Evidence... evidence) {
    TestDossier dossier = TestDossier.of("p");
    List<Claim> claims = new ArrayList<>();
    for (Evidence one : evidence) {
      claims.add(
          TestDossier.claim(
                  "c" + claims.size(), "x-mofa", "p", Stance.FOR, Force.ASSERT, "2016-05-01")
              .addEvidence(one)
              .build());
    }
    return dossier.with(claims.toArray(Claim[]::new)).build();
  }

  @Test
  void each_quotation_gets_a_verdict() {
    Dossier dossier =
        dossier(
            quote("S1", "X said the plan is off").build(),
            quote("S1", "X's envoy").build(),
            quote("S1", "the plan is off").build(),
            quote("S1", "X said the old plan is off").build(),
            quote("S1", "Nobody ever promised such madness").build(),
            quote("SY", "so it is").build());
    QuotationCheck check = QuotationCheck.of(dossier, Texts.of(Map.of("S1", TEXT)));
    assertThat(check.rows())
        .extracting(QuotationCheck.Row::verdict)
        .containsExactly(FOUND, FOUND_BUT_FOR, SEVERAL, NEAREST, NOT_FOUND, NO_TEXT);
    assertThat(check.sentence())
        .isEqualTo(
            "6 quotations: 1 found, 1 found but for, 1 in several places, 1 not found, "
                + "1 not found, nothing similar, 1 no text.");
    assertThat(check.count(SEVERAL)).isEqualTo(1);
  }

  @Test
  void a_selector_decides_between_places_and_a_wrong_one_is_corrected() {
    Dossier dossier =
        dossier(
            quote("S1", "the plan is off").selector(46, 61).build(),
            quote("S1", "Later").selector(3, 8).build(),
            quote("S1", "Later").build());
    QuotationCheck check = QuotationCheck.of(dossier, Texts.of(Map.of("S1", TEXT)));
    assertThat(check.rows()).extracting(QuotationCheck.Row::verdict).containsOnly(FOUND);
    assertThat(check.rows())
        .extracting(QuotationCheck.Row::hasWrongSelector)
        .containsExactly(false, true, false);
    assertThat(check.rows())
        .extracting(QuotationCheck.Row::rightSelectors)
        .containsExactly(
            com.google.common.collect.ImmutableList.of(Range.closedOpen(46, 61)),
            com.google.common.collect.ImmutableList.of(Range.closedOpen(24, 29)),
            com.google.common.collect.ImmutableList.of(Range.closedOpen(24, 29)));
    assertThat(check.sentence()).isEqualTo("3 quotations: 3 found; 1 wrong selector.");
    assertThat(check.page().print(Style.standard()))
        .isEqualTo(
            """
            3 quotations: 3 found; 1 wrong selector.

            claim  source  verdict  selector               details
            -----  ------  -------  ---------------------  -------
            c1     S1      found    3..8 is wrong: 24..29
            c0     S1      found    46..61
            c2     S1      found    24..29, not noted""");
  }

  @Test
  void a_changed_text_is_reported_with_what_is_left_of_its_quotations() {
    String hash = Texts.of(Map.of("S1", TEXT)).textHash("S1");
    Dossier dossier = dossier(quote("S1", "Later, X’s envoy").build());
    Dossier hashed =
        dossier.replace(
            TestDossier.source("S1", "wire", "2019-12-31")
                .textHash(hash.toUpperCase(java.util.Locale.ROOT))
                .build());
    assertThat(QuotationCheck.of(hashed, Texts.of(Map.of("S1", TEXT))).changedSources()).isEmpty();
    QuotationCheck check =
        QuotationCheck.of(hashed, Texts.of(Map.of("S1", TEXT.replace("Later, ", "Now "))));
    assertThat(check.changedSources()).containsExactly("S1");
    assertThat(check.rows().get(0).verdict()).isEqualTo(TEXT_CHANGED);
    assertThat(check.rows().get(0).finding().orElseThrow().verdict()).isEqualTo(NEAREST);
    assertThat(check.page().print(Style.standard().width(240)))
        .contains("text changed")
        .contains("words changed at 24: ‘Later’ for ‘Now’")
        .contains("The text of S1 is not the one that was coded");
  }

  @Test
  void other_line_ends_and_a_byte_order_mark_do_not_change_a_text() {
    String text = "One line.\nTwo lines.\n";
    Dossier dossier = dossier(quote("S1", "Two lines").build());
    for (String copy : List.of(text, text.replace("\n", "\r\n"), "\uFEFF" + text)) {
      String hash = Texts.of(Map.of("S1", copy)).textHash("S1");
      Dossier hashed =
          dossier.replace(TestDossier.source("S1", "wire", "2019-12-31").textHash(hash).build());
      assertThat(QuotationCheck.of(hashed, Texts.of(Map.of("S1", text))).changedSources())
          .isEmpty();
    }
  }

  @Test
  void the_text_of_the_dossier_is_used_and_another_text_is_a_change() {
    Dossier dossier =
        dossier(quote("S1", "plan is off").build())
            .replace(
                TestDossier.source("S1", "wire", "2019-12-31").text("The plan is off.").build());
    assertThat(QuotationCheck.of(dossier, Texts.of(Map.of())).rows().get(0).verdict())
        .isEqualTo(FOUND);
    assertThat(QuotationCheck.of(dossier, Texts.of(Map.of("S1", TEXT))).changedSources())
        .containsExactly("S1");
  }

  @Test
  void a_text_of_no_source_is_reported_with_the_nearest() {
    QuotationCheck check =
        QuotationCheck.of(dossier(), Texts.of(Map.of("SX1", TEXT, "README", "Of these texts.")));
    assertThat(check.print())
        .isEqualTo(
            """
            No quotations.

            There is a text of 'README', which is no source of the dossier.

            There is a text of 'SX1', which is no source of the dossier (did you mean 'S1' or 'SU' or 'SY'?).""");
  }
}
