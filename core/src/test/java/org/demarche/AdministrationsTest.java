package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.model.ActorKind;
import org.demarche.model.TermOfOffice;
import org.junit.jupiter.api.Test;

/** Positions of a state in columns, one per administration. */
class AdministrationsTest {
  private final TestDossier dossier =
      TestDossier.of("p", "q")
          .with(
              actor("z", ActorKind.STATE)
                  .addTerms(
                      TermOfOffice.of("ann-aldo", LocalDate.of(2010, 1, 1))
                          .until(LocalDate.of(2012, 1, 1)),
                      TermOfOffice.of("bo-cheng", LocalDate.of(2013, 1, 1))
                          .until(LocalDate.of(2014, 1, 1))
                          .acting(),
                      TermOfOffice.of("yi-zhou", LocalDate.of(2014, 1, 1)))
                  .build())
          .says("z", "c1", "p", FOR, ASSERT, "2011-05-05")
          .says("z", "c2", "p", AGAINST, ASSERT, "2012-05-05")
          .says("z", "c3", "q", FOR, ASSERT, "2014-05-05");

  @Test
  void
      administrations_are_columns_as_of_their_last_day_with_acting_heads_marked_and_gaps_omitted() {
    Matrix matrix = dossier.tracker().asOf("2015-06-30").administrations("z").on("p", "q").at();
    assertThat(matrix.columns())
        .containsExactly(
            "ann-aldo\n2011-12-31", "bo-cheng (acting)\n2013-12-31", "yi-zhou\n2015-06-30");
    assertThat(matrix.positions())
        .extracting(Position::cellText)
        .containsExactly(
            "FOR/ASSERT", "AGAINST/ASSERT ◊", "AGAINST/ASSERT ◊", "·", "·", "FOR/ASSERT");
  }

  @Test
  void an_administration_that_had_not_begun_has_no_column() {
    assertThat(dossier.tracker().asOf("2013-02-01").administrations("z").at().columns())
        .containsExactly("ann-aldo\n2011-12-31", "bo-cheng (acting)\n2013-02-01");
    assertRejected(
        () -> dossier.tracker().asOf("2009").administrations("z").onIssue("i"),
        "as of 2009-12-31, no administration of 'z' on record had begun");
  }

  /** The line of a position's full page about the administration before, or nothing. */
  private String before(String asOf, String proposition) {
    return dossier
        .tracker()
        .asOf(asOf)
        .position("z", proposition)
        .full()
        .toString()
        .lines()
        .filter(line -> line.contains("Under the administration before"))
        .collect(Collectors.joining());
  }

  @Test
  void a_full_page_tells_the_position_on_the_last_day_of_the_administration_before() {
    String beginning =
        "  Under the administration before: The z, as of 31 December 2013: holds it false";
    assertThat(before("2015-06-30", "p")).startsWith(beginning);
    assertThat(before("2014-01-01", "p")).startsWith(beginning);
  }

  @Test
  void
      a_full_page_tells_nothing_of_an_administration_that_was_silent_or_did_not_end_the_day_before() {
    assertThat(before("2015-06-30", "q")).isEmpty();
    assertThat(before("2013-02-01", "p")).isEmpty();
    assertThat(before("2012-06-01", "p")).isEmpty();
    assertThat(before("2011-06-01", "p")).isEmpty();
  }
}
