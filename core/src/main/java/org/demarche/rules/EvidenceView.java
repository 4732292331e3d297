package org.demarche.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Optional;
import org.demarche.answer.Explanation;
import org.demarche.answer.Grade;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Claim;

/** A corpus seen from a viewpoint: a handful of bounds, no copy. */
public final class EvidenceView {
  private final DossierIndex corpus;
  private final Viewpoint viewpoint;
  private final Optional<BitSet> only;
  private final int asOf;
  private final int knownAt;
  private final int[] without;

  private final boolean admitsAllClaims;
  private final boolean whole;
  private final boolean settled;

  /** Looks at a corpus from a viewpoint, whose sources and actors are those of the corpus. */
  public EvidenceView(DossierIndex corpus, Viewpoint viewpoint) {
    this(corpus, viewpoint, Optional.empty());
  }

  private EvidenceView(DossierIndex corpus, Viewpoint viewpoint, Optional<BitSet> only) {
    this.corpus = corpus;
    this.viewpoint = viewpoint;
    this.only = only;
    this.asOf = DossierIndex.day(viewpoint.asOf());
    this.knownAt = viewpoint.knownAt().map(DossierIndex::day).orElse(Integer.MAX_VALUE);
    this.without =
        viewpoint.without().stream().mapToInt(corpus.sources()::number).sorted().toArray();
    this.admitsAllClaims =
        only.isEmpty()
            && viewpoint.withoutSpeakers().isEmpty()
            && viewpoint.withoutRelays().isEmpty();
    this.whole = admitsAllClaims && without.length == 0 && knownAt == Integer.MAX_VALUE;
    this.settled = whole && viewpoint.minGrade() == Grade.OTHER_SIDE;
  }

  /** The same corpus from another viewpoint, limited to the same claims. */
  public EvidenceView from(Viewpoint other) {
    return new EvidenceView(corpus, other, only);
  }

  /**
   * The same view over a corpus that holds this one's: its claims come first, under the same
   * numbers.
   */
  public EvidenceView over(DossierIndex larger) {
    return new EvidenceView(larger, viewpoint, only);
  }

  /** The same view at another date. */
  public EvidenceView at(LocalDate day) {
    return from(Viewpoint.builder().from(viewpoint).asOf(day).build());
  }

  /** The same view, limited to some claims, which the viewpoint puts in words. */
  public EvidenceView only(BitSet claims, Viewpoint said) {
    BitSet both = (BitSet) claims.clone();
    only.ifPresent(both::and);
    return new EvidenceView(corpus, said, Optional.of(both));
  }

  /** Derives where a party stood on a proposition; both go by their place in the dossier. */
  public Position position(int party, int proposition) {
    return new Derivation(this, party, proposition).position();
  }

  /** The same; both go by their ids. */
  public Position position(String party, String proposition) {
    return derivation(party, proposition).position();
  }

  /** What a party held on a proposition, in a word; both go by their place in the dossier. */
  public PositionOutcome outcome(int party, int proposition) {
    return Derivation.outcome(this, party, proposition, corpus.cell(party, proposition));
  }

  /** Explains where a party stood on a proposition. */
  public Explanation explanation(String party, String proposition) {
    return derivation(party, proposition).explanation();
  }

  Derivation derivation(String party, String proposition) {
    return new Derivation(this, corpus.parties().number(party), corpus.proposition(proposition));
  }

  /** Whether another view of the same corpus is limited to the same claims. */
  public boolean isOfSameClaims(EvidenceView other) {
    return only.equals(other.only);
  }

  /** The corpus. */
  public DossierIndex corpus() {
    return corpus;
  }

  /** The viewpoint. */
  public Viewpoint viewpoint() {
    return viewpoint;
  }

  /** Whether a claim has evidence and was not certainly said later. */
  public boolean shows(int claim) {
    Claim record = corpus.claim(claim);
    if (record.asserted().after(viewpoint.asOf())) {
      return false;
    }
    for (int piece = 0; piece < record.evidence().size(); piece++) {
      if (exists(claim, source(record, piece), piece)) {
        return true;
      }
    }
    return false;
  }

  private int source(Claim claim, int piece) {
    return corpus.sources().number(claim.evidence().get(piece).source());
  }

  /** The pieces of evidence of a claim that exist, by their place in it. */
  BitSet evidence(int claim) {
    BitSet evidence = new BitSet();
    Claim record = corpus.claim(claim);
    for (int piece = 0; piece < record.evidence().size(); piece++) {
      evidence.set(piece, exists(claim, source(record, piece), piece));
    }
    return evidence;
  }

  int asOf() {
    return asOf;
  }

  Grade minGrade() {
    return viewpoint.minGrade();
  }

  /**
   * Whether a claim's piece of evidence, counted from 0, exists (rule 4): admitted, and published
   * in time.
   */
  boolean exists(int claim, int source, int piece) {
    return isKnown(source)
        && admits(source)
        && (admitsAllClaims || isAdmitted(claim, source, piece));
  }

  /** Whether a source was published in time. */
  boolean isKnown(int source) {
    return knownAt == Integer.MAX_VALUE || corpus.sources().published(source) <= knownAt;
  }

  /** Whether all evidence exists. */
  boolean isWhole() {
    return whole;
  }

  /**
   * Whether a party holds in this view what the index says that it does: it heads its family, all
   * evidence exists, and the floor is the usual one.
   */
  boolean isSettled(int party) {
    return settled && corpus.parties().family(party) == party;
  }

  /** Whether a source is not left out. */
  boolean admits(int source) {
    return without.length == 0 || Arrays.binarySearch(without, source) < 0;
  }

  /** Whether nothing is left out but sources, and what was published too late. */
  boolean admitsAllClaims() {
    return admitsAllClaims;
  }

  /** Whether a claim's piece of evidence is not left out, where its source is not. */
  boolean isAdmitted(int claim, int source, int piece) {
    return (only.isEmpty() || only.get().get(claim))
        && (viewpoint.withoutSpeakers().isEmpty()
            || Collections.disjoint(corpus.claim(claim).speakers(), viewpoint.withoutSpeakers()))
        && (viewpoint.withoutRelays().isEmpty() || !isRelayed(claim, source, piece));
  }

  private boolean isRelayed(int claim, int source, int piece) {
    return viewpoint.withoutRelays().contains(corpus.sources().source(source).outlet())
        || !Collections.disjoint(
            corpus.claim(claim).evidence().get(piece).via(), viewpoint.withoutRelays());
  }
}
