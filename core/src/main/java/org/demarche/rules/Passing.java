package org.demarche.rules;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.EpochDays;
import org.demarche.dossierindex.RowBits;
import org.demarche.model.Claim;
import org.demarche.model.When;

/**
 * The stances that pass on from one proposition to another as of a day (rule 8). A claim passes on
 * while it supports the position on the proposition that it states, judged by the claims that state
 * it; upwards and across only while the party is not contested there.
 */
final class Passing {
  private final EvidenceView view;
  private final DossierIndex index;
  private final int party;
  private final int asOf;
  private final Retractions retractions;

  /** The positions by the claims that state a proposition, with all that supports them. */
  private final Map<Integer, Stated> stated = new HashMap<>();

  /** These positions by only the claims that nothing supersedes, which takes less to find. */
  private final Map<Integer, Stated> standing = new HashMap<>();

  private final Shared shared;

  /**
   * The position on a proposition by the claims that state it.
   *
   * @param rows the rows of the proposition, as of any day
   * @param carrying the rows that carry the position
   */
  private record Stated(VisibleRows rows, BitSet carrying, boolean contested) {
    /** Returns whether a claim passes on to where it bears. */
    boolean passes(int claim, Bearing bearing) {
      int row = rows.rowOf(claim);
      return row >= 0 && carrying.get(row) && (bearing.isStraightDown() || !contested);
    }
  }

  /** All that is found for one party as of any day, so that it is found once. */
  private static final class Shared {
    /** The days at which searches looked. */
    private final Map<Integer, Passing> byDay = new HashMap<>();

    /** The rows of each proposition. */
    private final Map<Integer, VisibleRows> rows = new HashMap<>();

    /** The days on which what passes on from each proposition may change. */
    private final Map<Integer, NavigableSet<Integer>> changes = new HashMap<>();

    private final Map<Claimed, Search> searches = new HashMap<>();

    /** The number of claims that were weighed to find what passes on. */
    private int effort;
  }

  /** A claim as it bears on some proposition. */
  private record Claimed(int claim, Bearing bearing) {}

  /** The search for a day on which a claim passed on, from the first to the last. */
  private static final class Search {
    /** The first day on which it passed on, or MAX_VALUE. */
    private int found = Integer.MAX_VALUE;

    /** The first day that was not looked at. */
    private int next;

    Search(int made) {
      this.next = made;
    }
  }

  private Passing(EvidenceView view, int party, int asOf, Shared shared) {
    this.view = view;
    this.index = view.index();
    this.party = party;
    this.asOf = asOf;
    this.retractions = new Retractions(view, party, asOf);
    this.shared = shared;
  }

  /** Returns the stances that pass on to the rows of a party as of their day. */
  static Passing of(VisibleRows rows) {
    return new Passing(rows.view(), rows.party(), rows.asOf(), new Shared());
  }

  /**
   * Returns the stances that pass on as of another day, which are kept only while they are used.
   */
  Passing at(int day) {
    return new Passing(view, party, day, shared);
  }

  /** Returns the same, and keeps them for searches to come. */
  private Passing kept(int day) {
    return shared.byDay.computeIfAbsent(day, this::at);
  }

  private VisibleRows rows(int proposition) {
    return shared.rows.computeIfAbsent(proposition, one -> VisibleRows.of(view, party, one, asOf));
  }

  /** Returns the number of claims that were weighed to find what passes on, as of any day. */
  int effort() {
    return shared.effort;
  }

  int asOf() {
    return asOf;
  }

  Retractions retractions() {
    return retractions;
  }

  /** Returns whether a claim passes on to a proposition on which it bears. */
  boolean passes(int claim, Bearing bearing) {
    return stated.computeIfAbsent(proposition(claim), this::stated).passes(claim, bearing);
  }

  private int proposition(int claim) {
    return index.numbers().proposition(index.claim(claim).proposition());
  }

  private Stated stated(int proposition) {
    Weighing weighing = Weighing.ofExplicit(rows(proposition).at(asOf), this);
    return stated(proposition, weighing, weighing.support());
  }

  private Stated standing(int proposition) {
    Weighing weighing = Weighing.ofExplicitStances(rows(proposition).at(asOf), this);
    return stated(proposition, weighing, weighing.unsuperseded());
  }

  private Stated stated(int proposition, Weighing weighing, BitSet carrying) {
    shared.effort += weighing.size();
    return new Stated(rows(proposition), carrying, Integer.bitCount(weighing.stances()) > 1);
  }

  /**
   * Returns whether a claim passes on as one that nothing supersedes; to find that out, few others
   * have to be weighed.
   */
  private boolean stands(int claim, Bearing bearing) {
    return standing.computeIfAbsent(proposition(claim), this::standing).passes(claim, bearing);
  }

  /** Returns whether a claim that does not pass on did so on an earlier day. */
  boolean hasPassed(int claim, Bearing bearing) {
    int made = EpochDays.firstCounting(index.claim(claim).asserted());
    if (made >= asOf) {
      return false;
    }
    Search search =
        shared.searches.computeIfAbsent(new Claimed(claim, bearing), key -> new Search(made));
    if (search.next == made) {
      Passing then = kept(made);
      if (then.stands(claim, bearing) || then.passes(claim, bearing)) { // as nearly always
        search.found = made;
      }
      search.next = made + 1;
    }
    if (search.found == Integer.MAX_VALUE && search.next < asOf) {
      NavigableSet<Integer> days =
          shared
              .changes
              .computeIfAbsent(proposition(claim), one -> days(rows(one)))
              .subSet(search.next, true, asOf, false);
      shared.effort += days.size();
      search.found =
          days.stream()
              .filter(day -> kept(day).passes(claim, bearing))
              .findFirst()
              .orElse(Integer.MAX_VALUE);
      search.next = asOf;
    }
    return search.found < asOf;
  }

  /** Returns the days on which what passes on from a proposition may change, in order. */
  private static NavigableSet<Integer> days(VisibleRows rows) {
    NavigableSet<Integer> days = new TreeSet<>();
    Set<Integer> retractions = new HashSet<>();
    boolean spans = rows.dayRows().longestSpan() > 0;
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (rows.isStranger(row)) {
        continue;
      }
      if (rows.bearing(row) == Bearing.EXPLICIT) {
        days.add(rows.latest(row));
        if (spans) { // while a period runs, it becomes newer than other claims
          days.add(rows.latest(row) + 1);
        }
        if (rows.has(row, RowBits.SPAN)) {
          days.add(rows.earliest(row));
        }
      }
      addRetractions(rows, row, retractions, days);
    }
    if (spans) {
      days.addAll(rows.changesOfTerms());
    }
    return days;
  }

  /**
   * Returns the days on which what counts in some rows may change elsewhere: where the claims are
   * taken back, or no longer pass on.
   */
  static NavigableSet<Integer> daysElsewhere(VisibleRows rows) {
    DossierIndex index = rows.view().index();
    NavigableSet<Integer> days = new TreeSet<>();
    Set<Integer> propositions = new HashSet<>();
    Set<Integer> retractions = new HashSet<>();
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (rows.isStranger(row)) {
        continue;
      }
      addRetractions(rows, row, retractions, days);
      if (rows.bearing(row) != Bearing.EXPLICIT) {
        Claim claim = index.claim(rows.claim(row));
        propositions.add(index.numbers().proposition(claim.proposition()));
      }
    }
    for (int proposition : propositions) {
      days.addAll(days(VisibleRows.of(rows.view(), rows.party(), proposition)));
    }
    return days;
  }

  /** Adds the days of the retractions of a row, and of theirs, but for those found already. */
  private static void addRetractions(
      VisibleRows rows, int row, Set<Integer> found, NavigableSet<Integer> days) {
    if (!rows.has(row, RowBits.ANSWERED)) {
      return;
    }
    DossierIndex index = rows.view().index();
    Deque<Integer> open = new ArrayDeque<>(index.retractions(rows.claim(row)));
    while (!open.isEmpty()) {
      int retraction = open.remove();
      if (found.add(retraction)) {
        When asserted = index.claim(retraction).asserted();
        days.add(EpochDays.firstCounting(asserted));
        days.add(EpochDays.of(asserted.latest()));
        open.addAll(index.retractions(retraction));
      }
    }
  }
}
