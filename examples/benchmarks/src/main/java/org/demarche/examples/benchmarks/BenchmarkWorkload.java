package org.demarche.examples.benchmarks;

import static org.demarche.examples.benchmarks.BenchmarkWorkload.Target.atMost;

import java.util.List;

/**
 * A question that is timed, and the targets for the library.
 *
 * @param name the name of the question in the report
 * @param ours the benchmark method that asks the library
 * @param theirs the benchmark method that asks the peers, or an empty string
 * @param targets the targets
 */
record BenchmarkWorkload(String name, String ours, String theirs, List<Target> targets) {
  /** Compares with whichever peer is the fastest, except the floor. */
  static final String FASTEST = "the fastest peer";

  /** Compares with the floor: the least work that any implementation must do. */
  static final String FLOOR = "floor";

  /** Compares with no peer: the target is an absolute number of nanoseconds or bytes. */
  static final String ABSOLUTE = "";

  /** Compares with the same question on the smallest dossier. */
  static final String SMALLEST = "the smallest dossier";

  /** Compares with the same question to another build of the library. */
  static final String BASELINE = "baseline";

  /** Compares with reading the file with another build of the library. */
  static final String BASELINE_LOAD = "reading the file, baseline";

  /** The exponent of n log n between 100,000 and four million claims. */
  private static final double N_LOG_N = 1.08;

  /** Limits the exponent of growth in the number of claims; linear growth is 1. */
  static final String GROWTH = "growth";

  /**
   * An upper limit for the library, as a multiple of a reference value.
   *
   * @param factor the greatest allowed multiple of the reference
   * @param reference the name of a peer, another benchmark method of the library, {@link #FASTEST},
   *     {@link #SMALLEST}, {@link #ABSOLUTE}, {@link #BASELINE} or {@link #GROWTH}
   */
  record Target(double factor, String reference) {
    /** Limits the library to a multiple of the reference. */
    static Target atMost(double factor, String reference) {
      return new Target(factor, reference);
    }

    /** Requires the library to be faster than the reference by a factor. */
    static Target ahead(double factor, String reference) {
      return new Target(1 / factor, reference);
    }
  }

  private static BenchmarkWorkload of(String name, String ours, String theirs, Target... targets) {
    return new BenchmarkWorkload(name, ours, theirs, List.of(targets));
  }

  /** Returns all workloads with the targets of the project. */
  static List<BenchmarkWorkload> all() {
    return List.of(
        of(
            "stance as of a date",
            "Stance.stance",
            "Stance.peerStance",
            Target.ahead(4, FASTEST),
            atMost(4, FLOOR),
            atMost(2, SMALLEST),
            atMost(1, BASELINE)),
        of(
            "… as known at that date",
            "Stance.stanceKnownAt",
            "Stance.peerStanceKnownAt",
            Target.ahead(4, FASTEST),
            atMost(4, FLOOR),
            atMost(2, SMALLEST)),
        of("… including the narrowing", "Stance.stanceAfterNarrowing", "Stance.peerStance"),
        of(
            "… with very many claims",
            "Stance.stanceWithManyClaims",
            "Stance.peerStanceWithManyClaims",
            atMost(3, "Stance.stance")),
        of("… without a source", "Stance.stanceWithoutSource", "", atMost(2, "Stance.stance")),
        of(
            "all stances at a date",
            "Stance.stances",
            "Stance.peerStances",
            atMost(1.5, FLOOR),
            atMost(1, BASELINE)),
        of(
            "full position as of a date",
            "Stance.position",
            "Stance.peerStance",
            Target.ahead(2, FASTEST),
            atMost(2, SMALLEST),
            atMost(1, BASELINE)),
        of(
            "… as known at that date",
            "Stance.positionKnownAt",
            "Stance.peerStanceKnownAt",
            Target.ahead(2, FASTEST),
            atMost(2, SMALLEST)),
        of(
            "… with very many claims",
            "Stance.positionWithManyClaims",
            "Stance.peerStanceWithManyClaims",
            atMost(3, "Stance.position")),
        of("… printed", "Stance.printedPosition", "", atMost(10, "Stance.position")),
        of(
            "two parties at two dates",
            "Compare.compare",
            "Compare.peerCompare",
            Target.ahead(5, FASTEST)),
        of(
            "… outcomes only, as from peers",
            "Compare.stancesOfTwoParties",
            "Compare.peerCompare",
            Target.ahead(5, FASTEST)),
        of(
            "agreement of all pairs",
            "Agreement.agreement",
            "Agreement.peerAgreement",
            Target.ahead(10, "duckdb"),
            atMost(1, BASELINE)),
        of("… of two governments only", "Agreement.agreementOfTwo", ""),
        of(
            "… with the stances known",
            "Agreement.agreementOfKnownStances",
            "",
            atMost(3, "Agreement.bitCounts"),
            atMost(1, BASELINE)),
        of(
            "all histories on a proposition",
            "History.histories",
            "History.peerTimeline",
            Target.ahead(5, FASTEST)),
        of(
            "… as a timeline, as from peers",
            "History.timeline",
            "History.peerTimeline",
            Target.ahead(5, FASTEST)),
        of(
            "history with very many claims",
            "History.crowdedHistory",
            "",
            atMost(60e6, ABSOLUTE),
            Target.ahead(6, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of(
            "all changes within a year",
            "Changes.changes",
            "",
            atMost(60e6, ABSOLUTE),
            Target.ahead(10, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of("… each looked at", "Changes.changesRead", ""),
        of(
            "differences without one source",
            "Changes.withoutSource",
            "",
            atMost(5e6, ABSOLUTE),
            Target.ahead(100, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of(
            "congruence of all states",
            "Congruence.congruence",
            "",
            atMost(0.8e9, ABSOLUTE),
            Target.ahead(8, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of(
            "affiliation of all states",
            "Congruence.affiliation",
            "",
            Target.ahead(8, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of(
            "claims with a rare word",
            "Search.rareWord",
            "Search.peerRareWord",
            atMost(10e6, ABSOLUTE),
            atMost(1, "lucene"),
            Target.ahead(300, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of(
            "claims with a common phrase",
            "Search.commonPhrase",
            "Search.peerCommonPhrase",
            atMost(0.3e9, ABSOLUTE),
            atMost(1, "lucene"),
            Target.ahead(40, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of(
            "list of all claims",
            "Claims.listOfAll",
            "",
            atMost(0.1e9, ABSOLUTE),
            Target.ahead(8, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of(
            "… a page of forty",
            "Claims.pageOfForty",
            "",
            atMost(5e6, ABSOLUTE),
            Target.ahead(8, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of("… of one party", "Claims.listOfParty", "", Target.ahead(8, BASELINE)),
        of("… of one source", "Claims.listOfSource", "", Target.ahead(8, BASELINE)),
        of(
            "claims by five terms",
            "Claims.claims",
            "Claims.peerClaims",
            atMost(1, "cqengine"),
            Target.ahead(3, "streams")),
        of(
            "reading a file into a Tracker",
            "Load.load",
            "",
            atMost(2.2, "Load.tokensFromBytes"),
            Target.ahead(3, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of("… in CPU time", "Load.load:cpu", "", atMost(4, "Load.tokensFromBytes:cpu")),
        of(
            "reopening a snapshot, to the first answer",
            "Reopen.reopen",
            "Reopen.peerReopen",
            atMost(0.6e9, ABSOLUTE),
            Target.ahead(25, BASELINE_LOAD),
            atMost(N_LOG_N, GROWTH)),
        of(
            "one claim more",
            "Plus.plus",
            "",
            atMost(0.1e6, ABSOLUTE),
            Target.ahead(25, BASELINE),
            atMost(N_LOG_N, GROWTH)),
        of("… in garbage", "Plus.plus:garbage", "", atMost(50e3, ABSOLUTE)),
        of(
            "ten thousand claims more at once",
            "Plus.plusTenThousand",
            "",
            atMost(1e9, ABSOLUTE),
            atMost(N_LOG_N, GROWTH)),
        of("narrowing to a date", "Narrowing.asOf", "", atMost(5e3, ABSOLUTE), atMost(1, BASELINE)),
        of(
            "… to what was known at a date",
            "Narrowing.knownAt",
            "",
            atMost(5e3, ABSOLUTE),
            atMost(1, BASELINE)),
        of(
            "… without a source",
            "Narrowing.without",
            "",
            atMost(5e3, ABSOLUTE),
            atMost(1, BASELINE)),
        of(
            "heap per claim, no quotation",
            "Heap.both-recorded",
            "",
            atMost(350, ABSOLUTE),
            atMost(1.1, GROWTH)),
        of(
            "… quotation of 120 characters",
            "Heap.both-quoted",
            "",
            atMost(700, ABSOLUTE),
            atMost(1.1, GROWTH)),
        of(
            "… of this, the index",
            "Heap.index-quoted",
            "",
            atMost(96, ABSOLUTE),
            atMost(1.1, GROWTH)),
        of("… the order of lists, once asked for", "Heap.order-quoted", ""),
        of("… the words of quotations, once searched", "Heap.words-quoted", ""),
        of("… reopened from a snapshot, records apart", "Heap.reopened-quoted", ""));
  }
}
