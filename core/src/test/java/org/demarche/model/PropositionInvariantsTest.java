package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.proposition;

import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;

/** Composite propositions, their parts, and propositions that exclude each other. */
class PropositionInvariantsTest {
  @Test
  void an_uncommitted_part_is_rejected() {
    assertRejected(
        () ->
            proposition("x")
                .putParts("additional-thaad", Stance.UNCOMMITTED)
                .putParts("join-us-md", Stance.FOR)
                .build(),
        error(
            Code.BAD_COMPOSITE,
            "parts/additional-thaad",
            "UNCOMMITTED",
            "proposition x: part 'additional-thaad' is UNCOMMITTED: holding the whole means FOR or"
                + " AGAINST each part"));
  }

  @Test
  void a_composite_with_a_single_part_is_rejected() {
    assertRejected(
        () -> proposition("x").putParts("join-us-md", Stance.FOR).build(),
        error(
            Code.BAD_COMPOSITE,
            "parts",
            "join-us-md",
            "proposition x: a composite has two parts or more, this has only 'join-us-md'"));
  }

  @Test
  void two_paths_to_one_part_with_different_stances_are_rejected() {
    assertRejected(
        () ->
            dossier(
                proposition("a")
                    .putParts("additional-thaad", Stance.FOR)
                    .putParts("three-nos", Stance.FOR)
                    .build()),
        error(
            Code.BAD_COMPOSITE,
            "/propositions/3/parts",
            "additional-thaad",
            "proposition a: two paths to part 'additional-thaad' with different stances:"
                + " a → additional-thaad FOR, a → three-nos → additional-thaad AGAINST"));
  }

  @Test
  void conflicting_paths_are_reported_together_with_a_cycle_elsewhere() {
    assertRejected(
        () ->
            dossier(
                proposition("a")
                    .putParts("additional-thaad", Stance.FOR)
                    .putParts("three-nos", Stance.FOR)
                    .build(),
                proposition("b")
                    .putParts("b", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.CYCLE, "/propositions/4/parts", "b", "proposition b: parts forms a cycle: b → b"),
        error(
            Code.BAD_COMPOSITE,
            "/propositions/3/parts",
            "additional-thaad",
            "proposition a: two paths to part 'additional-thaad' with different stances:"
                + " a → additional-thaad FOR, a → three-nos → additional-thaad AGAINST"));
  }

  @Test
  void two_paths_to_one_part_with_the_same_stance_are_accepted() {
    assertAccepted(
        dossier(
            proposition("a")
                .putParts("additional-thaad", Stance.AGAINST)
                .putParts("three-nos", Stance.FOR)
                .build()));
  }

  @Test
  void being_against_a_composite_part_implies_no_stance_on_its_parts() {
    assertAccepted(
        dossier(
            proposition("a")
                .putParts("additional-thaad", Stance.FOR)
                .putParts("three-nos", Stance.AGAINST)
                .build()));
  }

  @Test
  void a_proposition_that_excludes_itself_is_rejected() {
    assertRejected(
        () -> proposition("x").addExcludes("x").build(),
        error(
            Code.SELF_EXCLUSION,
            "excludes",
            "x",
            "proposition x: a proposition cannot exclude itself"));
  }

  @Test
  void a_proposition_that_excludes_its_own_part_is_rejected() {
    assertRejected(
        () ->
            proposition("x")
                .putParts("additional-thaad", Stance.FOR)
                .putParts("join-us-md", Stance.FOR)
                .addExcludes("join-us-md")
                .build(),
        error(
            Code.SELF_EXCLUSION,
            "excludes",
            "join-us-md",
            "proposition x: a proposition cannot exclude its own part 'join-us-md'"));
  }

  @Test
  void a_part_that_excludes_its_composite_is_rejected_because_exclusion_is_symmetric() {
    assertRejected(
        () ->
            dossier(
                proposition("a").addExcludes("b").build(),
                proposition("b")
                    .putParts("a", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.SELF_EXCLUSION,
            "/propositions/3/excludes",
            "b",
            "proposition a: a proposition cannot exclude 'b', of which it is a part"));
  }

  @Test
  void rivals_that_exclude_each_other_are_accepted() {
    assertAccepted(
        dossier(
            proposition("a").addExcludes("b", "three-nos").build(),
            proposition("b").addExcludes("a").build()));
  }
}
