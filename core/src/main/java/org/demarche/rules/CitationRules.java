package org.demarche.rules;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.factory.Aftermath;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.model.Evidence;

/** The order in which claims are cited (rule 10), and the citation of claims with evidence. */
final class CitationRules {
  private CitationRules() {}

  /**
   * The claims that support a position in the order of citation. A claim known only through another
   * state decides nothing beside a better known one of certainly the same administration; such
   * claims come last.
   */
  static final class Order {
    private final int asOf;
    private final int newestDay;
    private final List<VisibleClaim> newest;
    private final BitSet ofNewest = new BitSet();
    private final List<VisibleClaim> decisive = new ArrayList<>();
    private final List<VisibleClaim> cited;

    Order(List<VisibleClaim> support, Administrations administrations, int asOf) {
      this.asOf = asOf;
      List<VisibleClaim> lesser = new ArrayList<>();
      BetterKnown betterKnown = new BetterKnown(support, administrations);
      for (VisibleClaim claim : support) {
        (betterKnown.outdoes(claim) ? lesser : decisive).add(claim);
      }
      this.newestDay =
          decisive.stream().mapToInt(claim -> claim.latestBy(asOf)).max().orElseThrow();
      if (support.size() > 1) {
        Set<Integer> principals = new HashSet<>();
        decisive.stream().filter(this::isNewest).forEach(last -> principals.add(last.principal()));
        for (VisibleClaim claim : support) {
          ofNewest.set(
              claim.row(),
              principals.stream()
                  .anyMatch(last -> administrations.isOfNewest(claim.dated(), last, newestDay)));
        }
        decisive.sort(this::compare);
        lesser.sort(this::compare);
      }
      this.newest = decisive.stream().filter(this::isNewest).toList();
      this.cited =
          lesser.isEmpty() ? decisive : Lists.newArrayList(Iterables.concat(decisive, lesser));
    }

    private boolean isNewest(VisibleClaim claim) {
      return claim.latestBy(asOf) == newestDay;
    }

    /** Returns the claims, the headline first. */
    List<VisibleClaim> cited() {
      return cited;
    }

    /** Returns the first of the claims, which decide the headline and the dates. */
    List<VisibleClaim> decisive() {
      return decisive;
    }

    /** Returns the last day on which any of these was made, not after the as-of date. */
    int newestDay() {
      return newestDay;
    }

    /** Returns the decisive claims that were last made on that day. */
    List<VisibleClaim> newest() {
      return newest;
    }

    private int compare(VisibleClaim one, VisibleClaim other) {
      return ComparisonChain.start()
          .compareTrueFirst(ofNewest.get(one.row()), ofNewest.get(other.row()))
          .compareFalseFirst(one.isImplied(), other.isImplied())
          .compareTrueFirst(one.isNarrowlyDated(), other.isNarrowlyDated())
          .compare(other.latestBy(asOf), one.latestBy(asOf))
          .compareTrueFirst(one.hasKnownForce(), other.hasKnownForce())
          .compare(other.authority(), one.authority())
          .compare(other.grade(), one.grade())
          .compare(one.published(), other.published())
          .compare(one.claim().id(), other.claim().id())
          .result();
    }
  }

  /** The claims of some support that are known better than through another state. */
  private static final class BetterKnown {
    private final List<VisibleClaim> claims;
    private final Administrations administrations;

    /** Their certain administrations, by the terms of each principal for whom they were asked. */
    private final Map<Integer, Set<Integer>> certain = new HashMap<>();

    BetterKnown(List<VisibleClaim> support, Administrations administrations) {
      this.claims = support.stream().filter(claim -> !claim.isKnownOnlyThroughAnother()).toList();
      this.administrations = administrations;
    }

    /**
     * Returns whether a claim known only through another state decides nothing beside one of these.
     */
    boolean outdoes(VisibleClaim claim) {
      if (!claim.isKnownOnlyThroughAnother() || claims.isEmpty()) {
        return false;
      }
      int term = administrations.during(claim.dated(), claim.principal());
      return term != AdministrationIndex.UNCERTAIN
          && certain.computeIfAbsent(claim.principal(), this::administrations).contains(term);
    }

    private Set<Integer> administrations(int principal) {
      Set<Integer> found = new HashSet<>();
      claims.forEach(claim -> found.add(administrations.during(claim.dated(), principal)));
      return found;
    }
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
    return cite(view, claim, Optional.empty());
  }

  /** Cites a claim, which another takes back. */
  static CitedClaim cite(EvidenceView view, VisibleClaim claim, Optional<String> retractedBy) {
    Aftermath aftermath = Responses.aftermath(view, claim.number(), claim.whole());
    return AnswerFactory.get()
        .citedClaim(
            claim.claim(),
            claim.stance(),
            claim.isImplied(),
            claim.grade(),
            claim.authority(),
            evidence(view, claim),
            retractedBy.map(aftermath::retractedBy).orElse(aftermath),
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
