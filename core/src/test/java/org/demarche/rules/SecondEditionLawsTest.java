package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation.Considered;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.rules.Derived.Dates;
import org.demarche.rules.Derived.Headline;
import org.demarche.rules.Derived.Kind;

/** The library agrees with the reference in every fact of an answer. */
class SecondEditionLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiers();
  }

  @Provide
  Arbitrary<Dossier> divided() {
    return GeneratedCases.dividedDossiers();
  }

  @Provide
  Arbitrary<Dossier> crowded() {
    return Arbitraries.oneOf(
        GeneratedCases.crowdedDossiers(), GeneratedCases.manyRankedClaimsDossiers());
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  @Provide
  Arbitrary<String> parties() {
    return GeneratedCases.parties();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return GeneratedCases.days();
  }

  @Provide
  Arbitrary<Dossier> plain() {
    return GeneratedCases.plainDossiers();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void positions_of_plain_claims_agree_with_the_reference_on_each_day(
      @ForAll("plain") Dossier dossier) {
    for (LocalDate day : DossierVariants.days(dossier)) {
      assertAgreement(dossier, AnswerFactory.get().viewpoint(day), "x");
    }
  }

  @Property
  void positions_agree_with_the_reference(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("parties") String party) {
    assertAgreement(dossier, viewpoint, party);
  }

  @Property
  void positions_of_divided_parties_agree_with_the_reference(
      @ForAll("divided") Dossier dossier, @ForAll("viewpoints") Viewpoint viewpoint) {
    assertAgreement(dossier, viewpoint, "x");
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void positions_of_crowded_parties_agree_with_the_reference(
      @ForAll("crowded") Dossier dossier, @ForAll("viewpoints") Viewpoint viewpoint) {
    assertAgreement(dossier, viewpoint, "x");
    assertSameSuperseding(dossier, viewpoint);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void explanations_name_the_claims_that_supersede_in_the_reference(
      @ForAll("divided") Dossier dossier, @ForAll("viewpoints") Viewpoint viewpoint) {
    assertSameSuperseding(dossier, viewpoint);
  }

  private static void assertSameSuperseding(Dossier dossier, Viewpoint viewpoint) {
    EvidenceView view = view(dossier, viewpoint);
    int party = view.index().numbers().actor("x");
    ReferenceRules reference = new ReferenceRules(dossier, ReferenceView.of(viewpoint), "x");
    for (Proposition one : dossier.propositions()) {
      String proposition = one.id();
      int on = view.index().numbers().proposition(proposition);
      Map<String, String> superseding = reference.superseding(proposition);
      Map<String, String> found = new HashMap<>();
      Map<String, String> expected = new HashMap<>();
      for (Considered considered : ExplanationRules.explanation(view, party, on).considered()) {
        if (considered.ruling() == Ruling.SUPERSEDED || considered.ruling() == Ruling.SUPPORTS) {
          String id = considered.cited().claim().id();
          found.put(id, considered.decidedBy().orElse("none"));
          expected.put(id, superseding.getOrDefault(id, "none"));
        }
      }
      assertThat(found)
          .as(() -> proposition + ", " + viewpoint + "\n" + DossierVariants.print(dossier))
          .isEqualTo(expected);
    }
  }

  @Property
  void changes_agree_with_the_reference(
      @ForAll("divided") Dossier dossier,
      @ForAll("days") LocalDate one,
      @ForAll("days") LocalDate other) {
    if (one.equals(other)) {
      return;
    }
    LocalDate from = one.isBefore(other) ? one : other;
    LocalDate to = one.isBefore(other) ? other : one;
    Tracker tracker = Tracker.of(dossier);
    ReferenceComparisons reference = new ReferenceComparisons(dossier, ReferenceView.on(to));
    for (String proposition : GeneratedCases.PROPOSITIONS) {
      Change change = tracker.asOf(from).changeTo(tracker.asOf(to), "x", proposition);
      var expected = reference.change("x", proposition, from, to);
      assertThat(change.label().name()).as(proposition).isEqualTo(expected.label());
      assertThat(change.hasAdministrationChanged())
          .as(
              proposition
                  + " administration "
                  + change.before()
                  + change.after()
                  + "\n"
                  + change.before().support()
                  + "\n"
                  + change.after().support()
                  + "\n"
                  + DossierVariants.print(dossier))
          .isEqualTo(expected.administrationChanged().orElse(false));
    }
  }

  private static void assertAgreement(Dossier dossier, Viewpoint viewpoint, String party) {
    EvidenceView view = view(dossier, viewpoint);
    int number = view.index().numbers().actor(party);
    for (Proposition one : dossier.propositions()) {
      String proposition = one.id();
      int on = view.index().numbers().proposition(proposition);
      Derived expected =
          ReferenceRules.position(dossier, ReferenceView.of(viewpoint), party, proposition);
      Position position = PositionRules.position(view, number, on);
      String where = party + " on " + proposition + ", " + viewpoint;
      Derived found = derived(position, expected);
      if (!found.equals(expected)) {
        throw new AssertionError(
            "%s%n%s%nexpected%n%s%n%s"
                .formatted(where, found, expected, DossierVariants.print(dossier)));
      }
      assertThat(OutcomeRules.outcome(view, number, on)).as(where).isEqualTo(position.outcome());
    }
  }

  private static EvidenceView view(Dossier dossier, Viewpoint viewpoint) {
    DossierIndex index = RowValueRules.index(dossier);
    int[] without = viewpoint.without().stream().mapToInt(index.numbers()::source).toArray();
    return EvidenceView.over(index, viewpoint, without);
  }

  /** Returns a position of the library in the form of the reference. */
  private static Derived derived(Position position, Derived expected) {
    Optional<Known> known = position.known();
    Optional<EvidencedPosition> evidenced = position.evidenced();
    return new Derived(
        known.isPresent() ? Kind.KNOWN : evidenced.isPresent() ? Kind.CONTESTED : Kind.UNKNOWN,
        position instanceof Unknown unknown
            ? Optional.of(unknown.reason().name())
            : Optional.empty(),
        cited(position, expected),
        position instanceof Contested contested ? ids(contested.sides()) : ImmutableSortedSet.of(),
        ids(position.disputingClaims()),
        ids(position.retractedClaims()),
        ids(position.rivalClaims()),
        known.map(
            k ->
                new Headline(
                    k.headline().claim().id(),
                    k.stance(),
                    k.isImplied(),
                    k.grade(),
                    k.force(),
                    k.frames(),
                    k.condition(),
                    k.commitment().map(claim -> claim.claim().id()),
                    k.due())),
        evidenced.map(
            e ->
                new Dates(
                    e.standing(),
                    expected.dates().flatMap(Dates::administration),
                    expected
                        .dates()
                        .map(Dates::tenure)
                        .orElse(
                            new ReferenceActors.Administration(
                                "none", Optional.empty(), Optional.empty())),
                    e.lastEvidenced(),
                    e.lastExplicit())),
        position.partsHeld().stream()
            .map(claim -> claim.claim().proposition())
            .collect(ImmutableSortedSet.toImmutableSortedSet(java.util.Comparator.naturalOrder())),
        list(position.hints(), position.hasMoreHints()),
        list(position.possibleClaims(), position.hasMorePossibleClaims()),
        list(position.reports(), position.hasMoreReports()),
        evidenced.map(EvidencedPosition::independentRoots).orElse(expected.independentRoots()));
  }

  private static ImmutableList<Derived.Cited> cited(Position position, Derived expected) {
    ImmutableList.Builder<Derived.Cited> all = ImmutableList.builder();
    for (int i = 0; i < position.support().size(); i++) {
      CitedClaim claim = position.support().get(i);
      Derived.Level level =
          expected.support().stream()
              .filter(c -> c.id().equals(claim.claim().id()))
              .map(Derived.Cited::level)
              .findFirst()
              .orElse(Derived.Level.EXPLICIT);
      all.add(
          new Derived.Cited(
              claim.claim().id(),
              claim.stance(),
              claim.isImplied() == (level != Derived.Level.EXPLICIT) ? level : Derived.Level.FIRM,
              claim.grade(),
              claim.authority(),
              claim.evidence(),
              i < position.evidenced().orElseThrow().decisiveCount()));
    }
    return all.build();
  }

  private static Derived.IdList list(ImmutableList<CitedClaim> claims, boolean more) {
    return new Derived.IdList(
        claims.stream().map(c -> c.claim().id()).collect(ImmutableList.toImmutableList()), more);
  }

  private static ImmutableSortedSet<String> ids(ImmutableList<CitedClaim> claims) {
    return claims.stream()
        .map(claim -> claim.claim().id())
        .collect(ImmutableSortedSet.toImmutableSortedSet(java.util.Comparator.naturalOrder()));
  }
}
