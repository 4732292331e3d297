package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.day;

import java.util.List;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;

/** Records without a required member: each missing member is a problem beside all others. */
class MissingMembersTest {
  @Test
  void a_source_reports_each_missing_member_and_every_other_problem() {
    assertRejected(
        () -> Source.builder().id("S").title(" ").addDerivedFrom("S").build(),
        error(Code.MISSING, "outlet", "", "source S: member 'outlet' is missing"),
        error(Code.BLANK, "title", " ", "source S: title is blank"),
        error(Code.MISSING, "published", "", "source S: member 'published' is missing"),
        error(
            Code.BAD_DERIVATION,
            "derivedFrom",
            "S",
            "source S: a source cannot derive from itself"));
  }

  @Test
  void an_actor_reports_each_missing_member_and_every_other_problem() {
    assertRejected(
        () ->
            Actor.builder()
                .id("a b")
                .addTerms(TermOfOffice.of("moon", day("2017-05-10")).until(day("2017-05-10")))
                .build(),
        error(
            Code.BAD_ID,
            "id",
            "a b",
            "actor a b: id 'a b' is not a slug: ASCII letters, digits and hyphens, with . _ : / inside, no spaces"),
        error(Code.MISSING, "name", "", "actor a b: member 'name' is missing"),
        error(Code.MISSING, "kind", "", "actor a b: member 'kind' is missing"),
        error(
            Code.BAD_TERM,
            "terms",
            "moon 2017-05-10/2017-05-10",
            "actor a b: term moon 2017-05-10/2017-05-10 ends on or before the day it begins"));
  }

  @Test
  void a_proposition_reports_each_missing_member_and_every_other_problem() {
    assertRejected(
        () -> Proposition.builder().text("So.").putParts("q", Stance.FOR).build(),
        error(Code.MISSING, "id", "", "proposition: member 'id' is missing"),
        error(Code.MISSING, "issue", "", "proposition: member 'issue' is missing"),
        error(
            Code.BAD_COMPOSITE,
            "parts",
            "q",
            "proposition: a composite has two parts or more, this has only 'q'"));
  }

  @Test
  void a_claim_reports_each_missing_member_and_every_other_problem() {
    assertRejected(
        () ->
            Claim.builder()
                .id("X")
                .speakers(List.of("moon"))
                .force(Force.NOTE)
                .addRespondsTo("X")
                .build(),
        error(Code.MISSING, "asserted", "", "claim X: member 'asserted' is missing"),
        error(Code.MISSING, "proposition", "", "claim X: member 'proposition' is missing"),
        error(Code.MISSING, "stance", "", "claim X: member 'stance' is missing"),
        error(
            Code.MISSING,
            "principals",
            "[]",
            "claim X: principals: a claim needs at least one principal"),
        error(Code.BAD_RESPONSE, "respondsTo", "X", "claim X: a claim cannot respond to itself"),
        error(
            Code.MISSING,
            "evidence",
            "[]",
            "claim X: a claim needs at least one piece of evidence"));
  }

  @Test
  void evidence_reports_each_missing_member() {
    assertRejected(
        () -> Evidence.builder().quote("No.").build(),
        error(Code.MISSING, "source", "", "evidence: member 'source' is missing"),
        error(Code.MISSING, "mode", "", "evidence: member 'mode' is missing"));
  }
}
