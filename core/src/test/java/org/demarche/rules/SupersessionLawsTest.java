package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.index.DayRows;
import org.demarche.model.Authority;

/** Supersession by rules 5 and 7, against a look at each pair of claims. */
class SupersessionLawsTest {
  private static final int LOWEST = Authority.UNSPECIFIED.ordinal();
  private static final int ANOTHER_TERM = 9;

  /** A claim: its first day, its authority and its administration. */
  private record Added(int earliest, int authority, int term) {
    /** Returns whether it supersedes a claim. */
    boolean supersedes(int latest, int otherAuthority, int otherTerm) {
      boolean certainlyOne = term == otherTerm && term != AdministrationIndex.UNCERTAIN;
      return earliest > latest && (authority >= otherAuthority || !certainlyOne);
    }
  }

  @Provide
  Arbitrary<List<Added>> claims() {
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.integers().between(0, 6), Arbitraries.of(DayRows.OPEN)),
            authorities(),
            terms())
        .as(Added::new)
        .list()
        .ofMaxSize(6);
  }

  /** The authorities of claims that count, from the lowest. */
  @Provide
  Arbitrary<Integer> authorities() {
    return Arbitraries.integers().between(LOWEST, Authority.values().length - 1);
  }

  @Provide
  Arbitrary<Integer> terms() {
    return Arbitraries.integers().between(AdministrationIndex.UNCERTAIN, 2);
  }

  private static Supersession of(List<Added> claims) {
    Supersession supersession = new Supersession();
    claims.forEach(one -> supersession.add(one.earliest(), one.authority(), one.term()));
    return supersession;
  }

  @Property(tries = 2000)
  void a_claim_is_superseded_by_what_begins_later_unless_that_is_lower_under_one_administration(
      @ForAll("claims") List<Added> claims,
      @ForAll("authorities") int authority,
      @ForAll("terms") int term) {
    for (int latest = -1; latest <= 7; latest++) {
      int day = latest;
      assertThat(of(claims).leavesUnsuperseded(latest, authority, term))
          .isEqualTo(claims.stream().noneMatch(one -> one.supersedes(day, authority, term)));
    }
  }

  @Property(tries = 2000)
  void an_authority_is_covered_if_its_claims_are_superseded_under_any_administration(
      @ForAll("claims") List<Added> claims) {
    for (int latest = -1; latest <= 7; latest++) {
      int day = latest;
      int covered =
          IntStream.range(LOWEST, Authority.values().length)
              .filter(
                  authority ->
                      IntStream.of(AdministrationIndex.UNCERTAIN, 0, 1, 2, ANOTHER_TERM)
                          .allMatch(
                              term ->
                                  claims.stream()
                                      .anyMatch(one -> one.supersedes(day, authority, term))))
              .max()
              .orElse(-1);
      assertThat(of(claims).coveredBefore(latest)).isEqualTo(covered);
    }
  }
}
