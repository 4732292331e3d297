package org.demarche.examples.benchmarks;

import static org.demarche.examples.benchmarks.Workload.Bound.atMost;

import java.util.List;

/**
 * A question that is timed, and what is wanted of us.
 *
 * @param name what is asked
 * @param ours the method that asks us
 * @param theirs the method that asks peers, or nothing
 * @param bounds what is wanted
 */
record Workload(String name, String ours, String theirs, List<Bound> bounds) {
  /** Any peer but the floor, whichever is the fastest. */
  static final String FASTEST = "the fastest peer";

  static final String FLOOR = "floor";

  /** No one else: the bound is in nanoseconds, or in bytes. */
  static final String ALONE = "";

  /** The same question to the smallest record. */
  static final String SMALLEST = "the smallest record";

  /** The exponent with which it grows in the number of claims: in line is 1. */
  static final String IN_LINE = "in line";

  /**
   * That we take at most so many times what another takes.
   *
   * @param of a peer, {@link #FASTEST}, {@link #SMALLEST}, another method of ours, {@link #ALONE}
   *     or {@link #IN_LINE}
   */
  record Bound(double times, String of) {
    static Bound atMost(double times, String of) {
      return new Bound(times, of);
    }

    /** To be so many times ahead of another. */
    static Bound ahead(double times, String of) {
      return new Bound(1 / times, of);
    }
  }

  private static Workload of(String name, String ours, String theirs, Bound... bounds) {
    return new Workload(name, ours, theirs, List.of(bounds));
  }

  /** All, with the targets that the house has set itself. */
  static List<Workload> all() {
    return List.of(
        of(
            "stance as of a date",
            "Stance.stance",
            "Stance.bare",
            Bound.ahead(4, FASTEST),
            atMost(4, FLOOR),
            atMost(2, SMALLEST)),
        of(
            "… and as known at it",
            "Stance.stanceKnownAt",
            "Stance.bareKnownAt",
            Bound.ahead(4, FASTEST),
            atMost(4, FLOOR),
            atMost(2, SMALLEST)),
        of("… narrowed in the question", "Stance.stanceNarrowed", "Stance.bare"),
        of(
            "… in a crowded cell",
            "Stance.stanceCrowded",
            "Stance.bareCrowded",
            atMost(3, "Stance.stance")),
        of("… without a source", "Stance.stanceWithout", "", atMost(2, "Stance.stance")),
        of("all stances at a date", "Stance.stances", "Stance.bareStances", atMost(1.5, FLOOR)),
        of(
            "full position as of a date",
            "Stance.position",
            "Stance.bare",
            Bound.ahead(2, FASTEST),
            atMost(2, SMALLEST)),
        of(
            "… and as known at it",
            "Stance.positionKnownAt",
            "Stance.bareKnownAt",
            Bound.ahead(2, FASTEST),
            atMost(2, SMALLEST)),
        of(
            "… in a crowded cell",
            "Stance.positionCrowded",
            "Stance.bareCrowded",
            atMost(3, "Stance.position")),
        of(
            "two parties at two dates",
            "Compare.compare",
            "Compare.bareCompare",
            Bound.ahead(5, FASTEST)),
        of(
            "… in a word each, as peers tell",
            "Compare.stancesOfTwo",
            "Compare.bareCompare",
            Bound.ahead(5, FASTEST)),
        of(
            "agreement of all pairs",
            "Agreement.agreement",
            "Agreement.bareAgreement",
            Bound.ahead(10, "duckdb")),
        of("… their stances known", "Agreement.pairs", "", atMost(3, "Agreement.popcount")),
        of(
            "histories on a proposition",
            "History.histories",
            "History.bareTurns",
            Bound.ahead(5, FASTEST)),
        of(
            "… in a word a turn, as peers tell",
            "History.turns",
            "History.bareTurns",
            Bound.ahead(5, FASTEST)),
        of(
            "claims by five terms",
            "Claims.claims",
            "Claims.bareClaims",
            atMost(1, "cqengine"),
            Bound.ahead(3, "streams")),
        of(
            "file to Tracker",
            "Load.load",
            "",
            atMost(3, "Load.tokensOfCharacters"),
            atMost(3, "Load.tokensOfBytes"),
            atMost(1.1, IN_LINE)),
        of("one claim more", "Plus.plus", "", atMost(10e6, ALONE)),
        of("narrow to a date", "Narrow.asOf", "", atMost(5e3, ALONE)),
        of("… to what was known", "Narrow.knownAt", "", atMost(5e3, ALONE)),
        of("… without a source", "Narrow.without", "", atMost(5e3, ALONE)),
        of(
            "heap a claim, no quotation",
            "Heap.both-recorded",
            "",
            atMost(350, ALONE),
            atMost(1.1, IN_LINE)),
        of("… quotation of 120", "Heap.both-quoted", "", atMost(700, ALONE), atMost(1.1, IN_LINE)),
        of(
            "… of that the index",
            "Heap.index-quoted",
            "",
            atMost(96, ALONE),
            atMost(1.1, IN_LINE)));
  }
}
