package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.Grade;
import org.demarche.index.DayRows;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;

/** Whence claims are known, seen from a viewpoint: their evidence, who tells it, and how well. */
public final class Provenance {
  private final EvidenceView view;
  private final DossierIndex corpus;
  private final PartyIndex parties;

  /** Looks at the evidence that exists in a view. */
  public Provenance(EvidenceView view) {
    this.view = view;
    this.corpus = view.corpus();
    this.parties = corpus.parties();
  }

  /** The evidence of a claim that exists, in the order of the claim. */
  public ImmutableList<Evidence> evidence(int claim) {
    ImmutableList<Evidence> all = corpus.claim(claim).evidence();
    BitSet exist = view.evidence(claim);
    return exist.cardinality() == all.size() // as most have it, and then it is not copied
        ? all
        : exist.stream().mapToObj(all::get).collect(ImmutableList.toImmutableList());
  }

  /** The grade of a claim for each of its principals: the best of its evidence. */
  public ImmutableSortedMap<String, Grade> grades(int claim) {
    ImmutableSortedMap.Builder<String, Grade> grades = ImmutableSortedMap.naturalOrder();
    ImmutableList<Evidence> evidence = evidence(claim);
    if (!evidence.isEmpty()) {
      for (String principal : corpus.claim(claim).principals()) {
        int side = parties.family(parties.number(principal));
        grades.put(
            principal,
            Collections.max(Lists.transform(evidence, piece -> corpus.grade(piece, side))));
      }
    }
    return grades.buildOrThrow();
  }

  /** Whether a principal's words are known only through another side. */
  public boolean isCrossAttributed(int claim) {
    return grades(claim).containsValue(Grade.OTHER_SIDE);
  }

  /** Whether one of the speakers is not named. */
  public boolean isUnnamed(int claim) {
    return corpus.claim(claim).speakers().stream()
        .anyMatch(id -> !parties.actor(parties.number(id)).isNamed());
  }

  /**
   * Whether the claim is one act of two states or more; two capitals without an occasion are two
   * parallel claims.
   */
  public boolean isJoint(int claim) {
    return corpus.claim(claim).occasion().isPresent()
        && sides(corpus.claim(claim).principals()).size() > 1;
  }

  /** Whether a joint claim is told by every one of its states. */
  public boolean isMutual(int claim) {
    return isJoint(claim) && tellers(claim).containsAll(sides(corpus.claim(claim).principals()));
  }

  /**
   * The states that tell a claim: of each piece of evidence the nearest relay to the speaker with a
   * state.
   */
  public ImmutableSortedSet<String> tellers(int claim) {
    ImmutableSortedSet.Builder<String> tellers = ImmutableSortedSet.naturalOrder();
    evidence(claim).forEach(evidence -> tellers.addAll(tellers(corpus.claim(claim), evidence)));
    return tellers.build();
  }

  private ImmutableSortedSet<String> tellers(Claim claim, Evidence evidence) {
    List<String> chain = new ArrayList<>(Lists.reverse(evidence.via()));
    chain.add(source(evidence).outlet());
    for (String relay : chain) {
      Optional<String> side = side(relay);
      if (side.isPresent()) {
        return ImmutableSortedSet.of(side.get());
      }
    }
    boolean issuedByAll = evidence.mode() == Mode.RECORDED;
    return issuedByAll || claim.principals().size() == 1
        ? sides(claim.principals())
        : ImmutableSortedSet.of();
  }

  private Source source(Evidence evidence) {
    return corpus.dossier().sources().get(corpus.sources().number(evidence.source()));
  }

  /**
   * Whether a claim has evidence that passed through a relay, or came out with it as the outlet.
   */
  public boolean isRelayedBy(int claim, String actor) {
    return evidence(claim).stream()
        .anyMatch(
            evidence -> evidence.via().contains(actor) || source(evidence).outlet().equals(actor));
  }

  /** Whether one of the principals spoke, for certain, under an administration of that head. */
  public boolean isUnder(int claim, String head) {
    return corpus.claim(claim).principals().stream()
        .map(parties::number)
        .flatMap(principal -> administration(claim, principal).stream())
        .anyMatch(term -> term.head().equals(head));
  }

  private Optional<TermOfOffice> administration(int claim, int principal) {
    var asserted = corpus.claim(claim).asserted();
    int earliest = asserted.earliest().map(DossierIndex::day).orElse(DayRows.OPEN);
    TermIndex terms = parties.terms(principal);
    return terms.during(earliest, DossierIndex.day(asserted.latest())) == TermIndex.UNCERTAIN
        ? Optional.empty()
        : terms.term(asserted.latest());
  }

  /** Whether one of the principals is the party, or an organ of it. */
  public boolean isOf(int claim, String party) {
    int asked = parties.number(party);
    return corpus.claim(claim).principals().stream()
        .anyMatch(id -> parties.authorityRank(parties.number(id), asked) >= 0);
  }

  /** The states to which actors belong. */
  public ImmutableSortedSet<String> sides(Iterable<String> actors) {
    ImmutableSortedSet.Builder<String> sides = ImmutableSortedSet.naturalOrder();
    actors.forEach(actor -> side(actor).ifPresent(sides::add));
    return sides.build();
  }

  private Optional<String> side(String actor) {
    return parties.side(parties.number(actor)).map(parties::actor).map(Actor::id);
  }
}
