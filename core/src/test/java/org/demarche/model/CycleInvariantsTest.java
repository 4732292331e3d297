package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import java.util.List;
import java.util.stream.IntStream;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References that form a cycle: parts, characterisations, belonging, derivations and revisions. */
class CycleInvariantsTest {
  @Test
  void a_cycle_of_parts_is_rejected() {
    assertRejected(
        () ->
            dossier(
                proposition("a")
                    .putParts("additional-thaad", Stance.FOR)
                    .putParts("b", Stance.FOR)
                    .build(),
                proposition("b")
                    .putParts("a", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.CYCLE,
            "/propositions/3/parts",
            "b",
            "proposition a: parts forms a cycle: a → b → a"));
  }

  @Test
  void a_proposition_that_is_a_part_of_itself_is_rejected() {
    assertRejected(
        () ->
            dossier(
                proposition("a")
                    .putParts("a", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.CYCLE, "/propositions/3/parts", "a", "proposition a: parts forms a cycle: a → a"));
  }

  @Test
  void a_cycle_of_characterisations_is_rejected() {
    assertRejected(
        () ->
            dossier(
                proposition("a").about("b").build(),
                proposition("b").about("c").build(),
                proposition("c").about("a").build()),
        error(
            Code.CYCLE,
            "/propositions/3/about",
            "c",
            "proposition a: about forms a cycle: a → b → c → a"));
  }

  @Test
  void organs_that_belong_to_each_other_are_rejected() {
    assertRejected(
        () -> dossier(organ("a", "b").build(), organ("b", "a").build()),
        error(Code.CYCLE, "/actors/9/of", "b", "actor a: of forms a cycle: a → b → a"));
  }

  @Test
  void a_reported_cycle_omits_the_records_that_lead_into_it() {
    assertRejected(
        () -> dossier(organ("a", "b").build(), organ("b", "c").build(), organ("c", "b").build()),
        error(Code.CYCLE, "/actors/10/of", "c", "actor b: of forms a cycle: b → c → b"));
  }

  @Test
  void a_cycle_is_reported_at_the_right_record_even_after_a_duplicate_record() {
    assertRejected(
        () -> dossier(state("rok").build(), organ("a", "b").build(), organ("b", "a").build()),
        error(Code.DUPLICATE_ID, "/actors/9/id", "rok", "duplicate actor id rok"),
        error(Code.CYCLE, "/actors/10/of", "b", "actor a: of forms a cycle: a → b → a"));
  }

  @Test
  void a_long_chain_without_a_cycle_is_accepted_without_deep_recursion() {
    int last = 20_000;
    assertAccepted(
        dossier(
            IntStream.rangeClosed(0, last)
                .mapToObj(
                    i -> source("s" + i).derivedFrom(i < last ? List.of("s" + (i + 1)) : List.of()))
                .map(Source.Builder::build)
                .toList()));
  }

  @ParameterizedTest
  @CsvSource({"derivedFrom", "revises"})
  void sources_that_derive_from_or_revise_each_other_are_rejected(String field) {
    Source.Builder a = source("A17");
    Source.Builder b = source("B17");
    if (field.equals("revises")) {
      a.revises("B17");
      b.revises("A17");
    } else {
      a.addDerivedFrom("B17");
      b.addDerivedFrom("A17");
    }
    assertRejected(
        () -> dossier(a.build(), b.build()),
        error(
            Code.BAD_DERIVATION,
            "/sources/1/" + field,
            "B17",
            "source A17: " + field + " forms a cycle: A17 → B17 → A17"));
  }

  @Test
  void a_source_that_derives_from_itself_is_rejected() {
    assertRejected(
        () -> source("A17").addDerivedFrom("A17").build(),
        error(
            Code.BAD_DERIVATION,
            "derivedFrom",
            "A17",
            "source A17: a source cannot derive from itself"));
  }

  @Test
  void a_source_that_revises_itself_is_rejected() {
    assertRejected(
        () -> source("A17").revises("A17").build(),
        error(Code.BAD_DERIVATION, "revises", "A17", "source A17: a source cannot revise itself"));
  }

  @Test
  void a_source_that_revises_a_source_it_derives_from_is_accepted() {
    assertAccepted(
        dossier(
            source("A17").addDerivedFrom("KT17").build(),
            source("B17").addDerivedFrom("KT17", "A17").revises("A17").build()));
  }
}
