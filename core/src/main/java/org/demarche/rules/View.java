package org.demarche.rules;

import java.util.Arrays;
import java.util.BitSet;
import org.demarche.answer.Grade;
import org.demarche.answer.Position;
import org.demarche.answer.Viewpoint;

/** A corpus seen from a viewpoint: a handful of bounds, no copy. */
public final class View {
  private final Corpus corpus;
  private final Viewpoint viewpoint;
  private final int asOf;
  private final int knownAt;
  private final int[] without;

  /** Looks at a corpus from a viewpoint, whose sources are those of the corpus. */
  public View(Corpus corpus, Viewpoint viewpoint) {
    this.corpus = corpus;
    this.viewpoint = viewpoint;
    this.asOf = Corpus.day(viewpoint.asOf());
    this.knownAt = viewpoint.knownAt().map(Corpus::day).orElse(Integer.MAX_VALUE);
    this.without =
        viewpoint.without().stream().mapToInt(corpus.sources()::number).sorted().toArray();
  }

  /** Derives where a party stood on a proposition; both are ids of the dossier. */
  public Position position(String party, String proposition) {
    return new Derivation(this, corpus.parties().number(party), corpus.proposition(proposition))
        .position();
  }

  /** The corpus. */
  public Corpus corpus() {
    return corpus;
  }

  /** The viewpoint. */
  public Viewpoint viewpoint() {
    return viewpoint;
  }

  /** The numbers of the claims that have evidence and were not certainly said later. */
  public BitSet claims() {
    BitSet claims = new BitSet();
    for (int claim = 0; claim < corpus.dossier().claims().size(); claim++) {
      boolean evidenced = false;
      for (int e = corpus.evidenceStart(claim);
          e < corpus.evidenceStart(claim + 1) && !evidenced;
          e++) {
        evidenced = exists(e);
      }
      if (evidenced && !corpus.claim(claim).asserted().after(viewpoint.asOf())) {
        claims.set(claim);
      }
    }
    return claims;
  }

  int asOf() {
    return asOf;
  }

  Grade floor() {
    return viewpoint.floor();
  }

  /**
   * Whether a piece of evidence exists (rule 4): its source is not left out, and was published in
   * time.
   */
  boolean exists(int evidence) {
    return isAdmitted(evidence)
        && corpus.sources().published(corpus.evidenceSource(evidence)) <= knownAt;
  }

  /** Whether it would exist, had everything been published by then. */
  boolean isAdmitted(int evidence) {
    return without.length == 0 || Arrays.binarySearch(without, corpus.evidenceSource(evidence)) < 0;
  }
}
