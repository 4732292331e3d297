package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.reported;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.answer.Known;
import org.junit.jupiter.api.Test;

/** Days on which a position turns although nobody speaks, since the period of a claim runs. */
class RunningPeriodsTest {
  private static List<String> turns(TestDossier dossier) {
    return dossier.tracker().timeline("p").rows().stream()
        .map(
            turn ->
                turn.day()
                    + " "
                    + turn.outcome()
                    + turn.position().known().flatMap(Known::condition).map(" "::concat).orElse(""))
        .toList();
  }

  private static Stream<String> changes(TestDossier dossier) {
    return dossier.tracker().history("x", "p").changes().stream()
        .map(change -> change.after().viewpoint().asOf() + " " + change.label());
  }

  private static String outcome(TestDossier dossier, String day) {
    return dossier.tracker().asOf(day).outcome("x", "p").toString();
  }

  @Test
  void a_period_is_newer_from_the_day_after_another_claim() {
    TestDossier dossier =
        TestDossier.of("p")
            .with(
                reported("c1", "x", "p", FOR, ASSERT, "[..2016-02-10]").condition("if A").build(),
                reported("c2", "x", "p", FOR, ASSERT, "2016-02-10/2016-03-31")
                    .addRespondsTo("c1")
                    .build());
    assertThat(turns(dossier)).containsExactly("2016-02-10 FOR if A", "2016-02-11 FOR");
    assertThat(changes(dossier))
        .containsExactly(
            "2016-02-10 FIRST_STATED",
            "2016-02-11 CONDITION_NOT_REPEATED",
            "2016-03-31 REAFFIRMED");
  }

  @Test
  void a_period_supersedes_a_higher_authority_once_another_administration_has_taken_office() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-president", "c1", "p", AGAINST, ASSERT, "2014-12-01")
            .says("x-mofa", "c2", "p", FOR, ASSERT, "2014-12-10/2015-02-01");
    assertThat(outcome(dossier, "2014-12-31")).isEqualTo("CONTESTED");
    assertThat(outcome(dossier, "2015-01-01")).isEqualTo("FOR");
    assertThat(turns(dossier))
        .containsExactly("2014-12-01 AGAINST", "2014-12-10 CONTESTED", "2015-01-01 FOR");
    assertThat(changes(dossier))
        .containsExactly(
            "2014-12-01 FIRST_STATED",
            "2014-12-10 BECAME_CONTESTED",
            "2015-01-01 SETTLED",
            "2015-02-01 REAFFIRMED");
  }
}
