package org.demarche.rules;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
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
  private final Map<Integer, Stated> stated = new HashMap<>();

  /** The number of claims that were weighed to find what passes on. */
  private int effort;

  private final Map<Integer, Passing> earlier = new HashMap<>();

  /**
   * The position on a proposition by the claims that state it.
   *
   * @param support the claims that carry it
   */
  private record Stated(ImmutableSet<Integer> support, boolean contested) {}

  Passing(EvidenceView view, int party, int asOf) {
    this.view = view;
    this.index = view.index();
    this.party = party;
    this.asOf = asOf;
    this.retractions = new Retractions(view, party, asOf);
  }

  /** Returns the stances that pass on to the rows of a party as of their day. */
  static Passing of(VisibleRows rows) {
    return new Passing(rows.view(), rows.party(), rows.asOf());
  }

  /** Returns the number of claims that were weighed to find what passes on. */
  int effort() {
    return effort + earlier.values().stream().mapToInt(Passing::effort).sum();
  }

  Retractions retractions() {
    return retractions;
  }

  /** Returns whether a claim passes on to a proposition on which it bears. */
  boolean passes(int claim, Bearing bearing) {
    Stated there = stated.computeIfAbsent(proposition(claim), this::stated);
    return there.support().contains(claim) && (bearing.isStraightDown() || !there.contested());
  }

  private int proposition(int claim) {
    return index.numbers().proposition(index.claim(claim).proposition());
  }

  private Stated stated(int proposition) {
    VisibleRows rows = VisibleRows.of(view, party, proposition, asOf);
    Weighing weighing = Weighing.ofExplicit(rows, this);
    effort += weighing.size();
    ImmutableSet<Integer> support =
        weighing.support().stream().mapToObj(rows::claim).collect(ImmutableSet.toImmutableSet());
    return new Stated(support, Integer.bitCount(weighing.stances()) > 1);
  }

  /** Returns whether a claim that does not pass on did so on an earlier day. */
  boolean hasPassed(int claim, Bearing bearing) {
    int made = EpochDays.firstCounting(index.claim(claim).asserted());
    if (made >= asOf) {
      return false;
    }
    if (stood(made, claim, bearing) || passedOn(made, claim, bearing)) { // as nearly always
      return true;
    }
    NavigableSet<Integer> days = days(VisibleRows.of(view, party, proposition(claim), asOf));
    effort += days.size();
    return days.subSet(made, false, asOf, false).stream()
        .anyMatch(day -> passedOn(day, claim, bearing));
  }

  /**
   * Returns whether a claim passed on as one that nothing superseded; to find that out, few others
   * have to be weighed.
   */
  private boolean stood(int day, int claim, Bearing bearing) {
    VisibleRows rows = VisibleRows.of(view, party, proposition(claim), day);
    Weighing weighing = Weighing.ofExplicitStances(rows, new Passing(view, party, day));
    effort += weighing.size();
    return weighing.unsuperseded().get(rows.rowOf(claim))
        && (bearing.isStraightDown() || Integer.bitCount(weighing.stances()) == 1);
  }

  private boolean passedOn(int day, int claim, Bearing bearing) {
    return earlier
        .computeIfAbsent(day, before -> new Passing(view, party, before))
        .passes(claim, bearing);
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
