package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.page;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.toldByY;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Wording;
import org.junit.jupiter.api.Test;

/**
 * Rows of composites that nobody has named, while parts are held: X has stated a itself, and Y
 * tells that X holds b; on c nothing is known.
 */
class PartsInRowsTest {
  private final Tracker tracker =
      TestDossier.of("a", "b", "c")
          .with(
              proposition("pack")
                  .label("the package")
                  .putParts("a", AGAINST)
                  .putParts("b", FOR)
                  .putParts("c", FOR)
                  .build())
          .says("x", "c1", "a", AGAINST, ASSERT, "2016-01-01")
          .with(toldByY("c2", "x", "b", FOR, ASSERT, "2016-02-01"))
          .tracker()
          .asOf("2016-03-01");

  @Test
  void the_table_of_a_party_has_a_row_with_how_many_parts_and_how_each_is_known() {
    assertThat(page(tracker.positionsOf("x"), Wording.english()))
        .containsPattern(
            "the package +· 2 of 3 parts held: a \\(reported\\), b \\(by the account of Y-land\\)"
                + " +parts c1, c2 +pack");
    assertThat(page(tracker.positionsOf("x"), Wording.codes()))
        .contains("ONLY_PARTS, 2 of 3 parts held: a (REPORTED), b (OTHER_SIDE)");
    assertThat(page(tracker.positionsOf("x"), Wording.of("ko")))
        .contains("· 3개 부분 중 2개 확인: a (보도됨), b (Y-land 측 전언)");
  }

  @Test
  void the_table_of_the_proposition_has_the_same_row() {
    assertThat(page(tracker.positionsOn("pack"), Wording.english()))
        .contains("· 2 of 3 parts held: a (reported), b (by the account of Y-land)");
    assertThat(tracker.positionsOn("pack").sentence())
        .contains("2 of 3 parts held: a (reported), b (by the account of Y-land)");
  }

  @Test
  void a_matrix_shows_the_proposition_with_its_parts() {
    assertThat(
            page(tracker.matrix("x").on("pack").at("2016-01-15", "2016-03-01"), Wording.english()))
        .contains("· 1 of 3 parts held: a (reported)")
        .contains("· 2 of 3 parts held: a (reported), b (by the account of Y-land)")
        .doesNotContain("Left out");
    assertThat(page(tracker.matrix("x").on("pack").at("2016-03-01"), Wording.codes()))
        .contains("· 2 of 3 parts held: a (REPORTED), b (OTHER_SIDE)");
    assertThat(page(tracker.administrations("x").on("pack").at(), Wording.english()))
        .contains("2 of 3 parts held");
    assertThat(tracker.matrix("x").on("pack").at("2016-03-01").full().toString())
        .contains("part held: c1");
  }

  @Test
  void changes_and_relations_show_them_too() {
    Tracker named = tracker;
    assertThat(page(named.compare("x", "y").on("a"), Wording.english())).contains("asserts");
    assertThat(named.relation("x", "y", "pack").sentence())
        .contains("X-land: no position on record (2 of 3 parts held: a (reported)");
  }
}
