package org.demarche;

import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.toldByY;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A claim that a package once implied for a part supersedes older ones for good, even after the
 * package ended (rule 8): it matters on which days the package was held.
 */
class PassedOnClaimsTest {
  /**
   * Y tells of the ministry's word against the part, and later of the president's for the package,
   * which the ministry's own word against the package outweighs as long as it stands.
   */
  private final TestDossier begun =
      TestDossier.of("p", "q", "z")
          .with(proposition("pack").putParts("p", FOR).putParts("q", FOR).build())
          .with(
              toldByY("part", "x-mofa", "p", AGAINST, ASSERT, "2016-01-01"),
              reported("against", "x-mofa", "pack", AGAINST, ASSERT, "2016-02-01").build(),
              toldByY("package", "x-president", "pack", FOR, PROMISE, "2016-03-01"));

  private static TestDossier ended(TestDossier dossier) {
    return dossier.says("x-president", "end", "pack", AGAINST, DECIDE, "2016-05-01");
  }

  @Test
  void a_package_that_was_never_held_supersedes_nothing() {
    begun
        .assertPosition("x", "p", "2016-03-15")
        .is("AGAINST ASSERT by part, OTHER_SIDE, CURRENT, last evidenced 2016-01-01");
    ended(begun)
        .assertPosition("x", "p", "2016-06-01")
        .is("AGAINST ASSERT by part, OTHER_SIDE, CURRENT, last evidenced 2016-01-01");
  }

  @Test
  void a_package_is_held_from_the_day_on_which_what_spoke_against_it_is_taken_back() {
    TestDossier held =
        begun.with(
            reported("back", "x-mofa", "z", FOR, DECIDE, "2016-04-01")
                .addRetracts("against")
                .build());
    held.assertPosition("x", "p", "2016-03-31")
        .is("AGAINST ASSERT by part, OTHER_SIDE, CURRENT, last evidenced 2016-01-01");
    held.assertPosition("x", "p", "2016-04-01")
        .is("FOR PROMISE by package implied, OTHER_SIDE, CURRENT, last evidenced 2016-03-01");
    ended(held).assertPosition("x", "p", "2016-06-01").is("UNKNOWN, NO_LONGER_IMPLIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-04-01", "2016-04-01/2016-04-20"})
  void a_package_is_held_from_the_day_on_which_what_spoke_against_it_is_superseded(String said) {
    TestDossier held = begun.says("x-mofa", "for", "pack", FOR, ASSERT, said);
    held.assertPosition("x", "p", "2016-03-31")
        .is("AGAINST ASSERT by part, OTHER_SIDE, CURRENT, last evidenced 2016-01-01");
    ended(held).assertPosition("x", "p", "2016-06-01").is("UNKNOWN, NO_LONGER_IMPLIED");
  }
}
