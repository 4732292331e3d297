package org.demarche.rules;

import com.google.common.collect.ImmutableSet;
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

/**
 * What passes on from one proposition to another as of a day (rule 8). A claim passes on while it
 * supports the position on the proposition that it states, judged by the claims that state it;
 * upwards and across only while the party is not contested there.
 */
final class Passing {
  private final EvidenceView view;
  private final DossierIndex index;
  private final int party;
  private final int asOf;
  private final Retractions retractions;
  private final Map<Integer, Stated> stated = new HashMap<>();
  private final Map<Integer, Passing> earlier = new HashMap<>();

  /** The position on a proposition by the claims that state it. */
  private record Stated(ImmutableSet<Integer> support, boolean contested) {}

  Passing(EvidenceView view, int party, int asOf) {
    this.view = view;
    this.index = view.index();
    this.party = party;
    this.asOf = asOf;
    this.retractions = new Retractions(view, party, asOf);
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
    ImmutableSet<Integer> support =
        weighing.support().stream().mapToObj(rows::claim).collect(ImmutableSet.toImmutableSet());
    return new Stated(support, Integer.bitCount(weighing.stances()) > 1);
  }

  /** Returns whether a claim that does not pass on did so on an earlier day. */
  boolean hasPassed(int claim, Bearing bearing) {
    for (int day : days(proposition(claim))) {
      if (day < asOf
          && earlier
              .computeIfAbsent(day, before -> new Passing(view, party, before))
              .passes(claim, bearing)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the days on which what passes on from a proposition may change, in order. */
  NavigableSet<Integer> days(int proposition) {
    VisibleRows rows = VisibleRows.of(view, party, proposition, asOf);
    NavigableSet<Integer> days = new TreeSet<>();
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (rows.bearing(row) == Bearing.EXPLICIT) {
        days.add(rows.latest(row));
        days.add(rows.latest(row) + 1);
        if (rows.has(row, RowBits.SPAN)) {
          days.add(rows.earliest(row));
        }
      }
      addRetractions(rows.claim(row), days);
    }
    days.addAll(rows.termChanges());
    return days;
  }

  /**
   * Returns the days on which what counts in some rows may change elsewhere: where the claims are
   * taken back, or no longer pass on.
   */
  NavigableSet<Integer> daysElsewhere(VisibleRows rows) {
    NavigableSet<Integer> days = new TreeSet<>();
    Set<Integer> propositions = new HashSet<>();
    for (int row = 0; row < rows.dayRows().size(); row++) {
      addRetractions(rows.claim(row), days);
      if (rows.bearing(row) != Bearing.EXPLICIT) {
        propositions.add(proposition(rows.claim(row)));
      }
    }
    propositions.forEach(proposition -> days.addAll(days(proposition)));
    return days;
  }

  private void addRetractions(int claim, NavigableSet<Integer> days) {
    for (int retraction : index.retractions(claim)) {
      Claim record = index.claim(retraction);
      days.add(EpochDays.of(record.asserted().latest()));
      if (record.asserted().isThroughout()) {
        record.asserted().earliest().ifPresent(day -> days.add(EpochDays.of(day)));
      }
      addRetractions(retraction, days);
    }
  }
}
