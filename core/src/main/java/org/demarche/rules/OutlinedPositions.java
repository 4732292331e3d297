package org.demarche.rules;

import com.google.common.base.Suppliers;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.demarche.answer.Position;
import org.demarche.dossierindex.EpochDays;

/** The position of a party on a proposition as of many days, in outline. */
public final class OutlinedPositions {
  private final EvidenceView view;
  private final int party;
  private final int proposition;
  private final DailyWeighing daily;

  private OutlinedPositions(EvidenceView view, int party, int proposition) {
    this.view = view;
    this.party = party;
    this.proposition = proposition;
    this.daily = new DailyWeighing(VisibleRows.of(view, party, proposition));
  }

  /** Returns the positions of a party on a proposition, none of which is derived yet. */
  public static OutlinedPositions of(EvidenceView view, int party, int proposition) {
    return new OutlinedPositions(view, party, proposition);
  }

  /**
   * Finds the outcome as of a day and the claims that decide it, and leaves the rest for later. It
   * takes less if the day before was asked for last.
   */
  public OutlinedPosition at(LocalDate day) {
    ImmutableIntArray unsuperseded = daily.unsuperseded(EpochDays.of(day));
    return new OutlinedPosition(
        OutcomeRules.ofStances(stances(unsuperseded)),
        unsuperseded,
        later(view, day, party, proposition));
  }

  /** Derives a position when it is first needed, for which nothing of other days is kept. */
  private static Supplier<Position> later(
      EvidenceView view, LocalDate day, int party, int proposition) {
    return Suppliers.memoize(() -> PositionRules.position(view.at(day), party, proposition));
  }

  /** Derives the position as of a day at once, from what was found for the days before. */
  Position derived(LocalDate day) {
    return PositionRules.position(
        view.at(day), party, proposition, daily.passing(EpochDays.of(day)));
  }

  private int stances(ImmutableIntArray some) {
    int stances = 0;
    for (int i = 0; i < some.length(); i++) {
      stances |= 1 << daily.rows().stance(some.get(i));
    }
    return stances;
  }
}
