package org.demarche.rules;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.index.DayRows;
import org.demarche.model.Evidence;

/** The order in which claims are cited (rule 10), and the citation of claims with evidence. */
final class CitationRules {
  private CitationRules() {}

  /**
   * Returns the newest day on which any of the claims was made, or the as-of date if that is
   * earlier.
   */
  static int newest(List<VisibleClaim> claims, int asOf) {
    int newest = DayRows.OPEN;
    for (VisibleClaim claim : claims) {
      newest = Math.max(newest, claim.latestBy(asOf));
    }
    return newest;
  }

  /**
   * Sorts claims, so that the headline is first.
   *
   * @param terms the terms of office of the party in question
   */
  static void sort(List<VisibleClaim> claims, AdministrationIndex terms, int asOf) {
    if (claims.size() > 1) {
      int newestTerm = terms.at(newest(claims, asOf));
      claims.sort((one, other) -> compare(one, other, terms, newestTerm, asOf));
    }
  }

  private static int compare(
      VisibleClaim one, VisibleClaim other, AdministrationIndex terms, int newestTerm, int asOf) {
    int latest = one.latestBy(asOf);
    int latestOfOther = other.latestBy(asOf);
    return ComparisonChain.start()
        .compareTrueFirst(terms.at(latest) == newestTerm, terms.at(latestOfOther) == newestTerm)
        .compareFalseFirst(one.isImplied(), other.isImplied())
        .compareTrueFirst(one.isNarrowlyDated(), other.isNarrowlyDated())
        .compare(latestOfOther, latest)
        .compareTrueFirst(one.hasKnownForce(), other.hasKnownForce())
        .compare(other.authority(), one.authority())
        .compare(other.grade(), one.grade())
        .compare(one.published(), other.published())
        .compare(one.claim().id(), other.claim().id())
        .result();
  }

  /** Cites claims, each with its evidence that exists in a view. */
  static ImmutableList<CitedClaim> cite(EvidenceView view, List<VisibleClaim> claims) {
    ImmutableList.Builder<CitedClaim> cited = ImmutableList.builderWithExpectedSize(claims.size());
    for (VisibleClaim claim : claims) {
      cited.add(cite(view, claim));
    }
    return cited.build();
  }

  /** Cites a claim with its evidence that exists in a view. */
  static CitedClaim cite(EvidenceView view, VisibleClaim claim) {
    return AnswerFactory.get()
        .citedClaim(
            claim.claim(),
            claim.stance(),
            claim.isImplied(),
            claim.grade(),
            claim.authority(),
            evidence(view, claim),
            view.index().dossier());
  }

  private static ImmutableList<Evidence> evidence(EvidenceView view, VisibleClaim claim) {
    ImmutableList<Evidence> all = claim.claim().evidence();
    if (claim.whole()) {
      return all;
    }
    ImmutableList.Builder<Evidence> existing = ImmutableList.builder();
    for (int piece = 0; piece < all.size(); piece++) {
      if (view.exists(claim.number(), piece)) {
        existing.add(all.get(piece));
      }
    }
    return existing.build();
  }
}
