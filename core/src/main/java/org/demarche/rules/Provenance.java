package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.answer.Grade;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.EpochDays;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.index.DayRows;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;

/**
 * The provenance of claims in a view: their evidence, the states that report them, their grades.
 */
public final class Provenance {
  private final EvidenceView view;
  private final DossierIndex index;
  private final PartyIndex parties;

  /** Creates the provenance of claims in a view. */
  public Provenance(EvidenceView view) {
    this.view = view;
    this.index = view.index();
    this.parties = index.parties();
  }

  /** Returns the evidence of a claim that exists, in the order of the claim. */
  public ImmutableList<Evidence> evidence(int claim) {
    ImmutableList<Evidence> all = index.claim(claim).evidence();
    BitSet exist = view.evidence(claim);
    return exist.cardinality() == all.size() // as for most claims
        ? all
        : exist.stream().mapToObj(all::get).collect(ImmutableList.toImmutableList());
  }

  /** Returns the grade of a claim for each of its principals: the best of its evidence. */
  public ImmutableSortedMap<String, Grade> grades(int claim) {
    ImmutableSortedMap.Builder<String, Grade> grades = ImmutableSortedMap.naturalOrder();
    for (String principal : index.claim(claim).principals()) {
      grade(claim, number(principal)).ifPresent(grade -> grades.put(principal, grade));
    }
    return grades.buildOrThrow();
  }

  /**
   * Returns the grade of a claim for a principal, which is its grade in the positions of the
   * principal's state: the best of its evidence; empty if no evidence exists.
   */
  public Optional<Grade> grade(int claim, int principal) {
    return evidence(claim).stream()
        .map(piece -> grade(piece, principal))
        .max(Comparator.naturalOrder());
  }

  private Grade grade(Evidence evidence, int principal) {
    return GradeRules.grade(index, evidence, index.numbers().source(evidence.source()), principal);
  }

  private int number(String actor) {
    return index.numbers().actor(actor);
  }

  /** Returns whether one of the speakers is not named. */
  public boolean isUnnamed(int claim) {
    return index.claim(claim).speakers().stream()
        .anyMatch(id -> !parties.actor(number(id)).isNamed());
  }

  /**
   * Returns whether a claim is one act of two or more states. Without an occasion, two capitals
   * make two parallel claims.
   */
  public boolean isJoint(int claim) {
    return index.claim(claim).occasion().isPresent()
        && sides(index.claim(claim).principals()).size() > 1;
  }

  /** Returns whether a claim is joint and reported by every one of its states. */
  public boolean isMutual(int claim) {
    return isJoint(claim) && reportedBy(claim).containsAll(sides(index.claim(claim).principals()));
  }

  /**
   * Returns the states that report a claim. For each piece of evidence, among the relays that
   * belong to a state, the relay nearest to the speaker decides; of several issuers, all do. If no
   * relay belongs to a state, the states of the principals report the claim, provided that they
   * issued the record or that there is only one principal.
   */
  public ImmutableSortedSet<String> reportedBy(int claim) {
    ImmutableSortedSet.Builder<String> states = ImmutableSortedSet.naturalOrder();
    evidence(claim).forEach(evidence -> states.addAll(reportedBy(index.claim(claim), evidence)));
    return states.build();
  }

  private ImmutableSortedSet<String> reportedBy(Claim claim, Evidence evidence) {
    for (String relay : Lists.reverse(evidence.via())) {
      Optional<String> side = side(relay);
      if (side.isPresent()) {
        return ImmutableSortedSet.of(side.get());
      }
    }
    ImmutableSortedSet<String> outermost = sides(source(evidence).outermostRelays());
    if (!outermost.isEmpty()) {
      return outermost;
    }
    boolean issuedByAll = evidence.mode() == Mode.RECORDED;
    return issuedByAll || claim.principals().size() == 1
        ? sides(claim.principals())
        : ImmutableSortedSet.of();
  }

  private Source source(Evidence evidence) {
    return index.sources().source(index.numbers().source(evidence.source()));
  }

  /** Returns whether an actor passed a piece of evidence on, the outermost relays included. */
  public boolean isRelayedBy(Evidence evidence, String actor) {
    return evidence.via().contains(actor) || source(evidence).outermostRelays().contains(actor);
  }

  /** Returns whether an actor who is not named passed a piece of evidence on. */
  public boolean hasUnnamedRelay(Evidence evidence) {
    return Stream.concat(evidence.via().stream(), source(evidence).outermostRelays().stream())
        .anyMatch(relay -> !parties.actor(number(relay)).isNamed());
  }

  /** Returns whether a principal certainly made a claim under an administration of a head. */
  public boolean isUnder(Claim claim, int principal, int head) {
    return administration(claim, principal).filter(term -> number(term.head()) == head).isPresent();
  }

  private Optional<TermOfOffice> administration(Claim claim, int principal) {
    var asserted = claim.asserted();
    int earliest = asserted.earliest().map(EpochDays::of).orElse(DayRows.OPEN);
    AdministrationIndex terms = parties.terms(principal);
    return terms.during(earliest, EpochDays.of(asserted.latest())) == AdministrationIndex.UNCERTAIN
        ? Optional.empty()
        : terms.term(asserted.latest());
  }

  /** Returns the ids of the states to which actors belong. */
  public ImmutableSortedSet<String> sides(Iterable<String> actors) {
    ImmutableSortedSet.Builder<String> sides = ImmutableSortedSet.naturalOrder();
    actors.forEach(actor -> side(actor).ifPresent(sides::add));
    return sides.build();
  }

  private Optional<String> side(String actor) {
    return parties.side(number(actor)).map(parties::actor).map(Actor::id);
  }
}
