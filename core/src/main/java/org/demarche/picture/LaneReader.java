package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.Tracker;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Standing;
import org.demarche.answer.Timeline;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/** The lanes of a picture, read from the positions and claims of a tracker. */
final class LaneReader {
  private final Tracker tracker;
  private final Wording wording;
  private final LocalDate end;

  LaneReader(Tracker tracker, Wording wording) {
    this.tracker = tracker;
    this.wording = wording;
    this.end = tracker.viewpoint().asOf();
  }

  /** Returns the terms of the heads of a party, or of the state to which it belongs. */
  static ImmutableList<TermOfOffice> terms(Tracker tracker, Actor party) {
    Optional<Actor> actor = Optional.of(party);
    while (actor.filter(one -> one.terms().isEmpty()).isPresent()) {
      actor = actor.get().of().flatMap(tracker.dossier()::actor);
    }
    return actor.map(Actor::terms).map(ImmutableList::copyOf).orElse(ImmutableList.of());
  }

  ImmutableList<Lane> lanes(List<String> propositions, List<String> parties) {
    Timeline timeline =
        tracker.timeline(propositions.toArray(String[]::new)).party(parties.toArray(String[]::new));
    List<Lane> lanes = new ArrayList<>();
    for (String proposition : propositions) {
      for (String party : parties) {
        List<Timeline.Entry> entries =
            timeline.rows().stream()
                .filter(row -> row.proposition().equals(proposition) && row.party().equals(party))
                .toList();
        lanes.add(lane(proposition, tracker.dossier().actor(party).orElseThrow(), entries));
      }
    }
    return ImmutableList.copyOf(lanes);
  }

  /**
   * Reads a lane from the position on each day on which it may have changed: when its outcome did,
   * when a claim was made, and when an administration began.
   */
  private Lane lane(String proposition, Actor party, List<Timeline.Entry> entries) {
    ImmutableList<Lane.ClaimMark> claims = claims(proposition, party);
    NavigableSet<LocalDate> days = new TreeSet<>();
    entries.forEach(entry -> days.add(entry.day()));
    claims.forEach(mark -> days.add(mark.day()));
    terms(tracker, party).forEach(term -> days.add(term.from()));
    List<Lane.Band> bands = new ArrayList<>();
    ImmutableSortedSet.Builder<LocalDate> takenBack = ImmutableSortedSet.naturalOrder();
    int retracted = 0;
    for (LocalDate day : days.headSet(end, true)) {
      Position position = tracker.asOf(day).position(party.id(), proposition);
      if (position.retractedClaims().size() > retracted) {
        takenBack.add(day);
      }
      retracted = position.retractedClaims().size();
      add(bands, band(position, day));
    }
    return new Lane(
        tracker.dossier().proposition(proposition).orElseThrow(),
        party,
        bands.stream()
            .filter(band -> band.outcome() != PositionOutcome.UNKNOWN)
            .collect(ImmutableList.toImmutableList()),
        claims,
        takenBack.build());
  }

  /** Adds a band that runs to the end, unless the last one says the same; ends the last one. */
  private void add(List<Lane.Band> bands, Lane.Band band) {
    int last = bands.size() - 1;
    if (last >= 0) {
      Lane.Band before = bands.get(last);
      if (before.saysAs(band)) {
        bands.set(last, before.citing(band));
        return;
      }
      bands.set(last, before.until(band.from()));
    }
    bands.add(band);
  }

  private Lane.Band band(Position position, LocalDate from) {
    List<CitedClaim> cited =
        position instanceof Contested contested
            ? contested.sides()
            : position.support().stream().limit(1).toList();
    return new Lane.Band(
        position.outcome(),
        from,
        end,
        isInherited(position),
        position.cellText(wording),
        cited.stream().map(one -> one.claim().id()).collect(ImmutableList.toImmutableList()),
        position instanceof Known known ? known.due().map(When::latest) : Optional.empty());
  }

  private static boolean isInherited(Position position) {
    return position instanceof Known known && known.standing() == Standing.INHERITED;
  }

  private ImmutableList<Lane.ClaimMark> claims(String proposition, Actor party) {
    Map<LocalDate, List<Claim>> byDay = new TreeMap<>();
    for (Claim claim : tracker.claims().party(party.id()).touching(proposition).list()) {
      byDay.computeIfAbsent(claim.asserted().latest(), it -> new ArrayList<>()).add(claim);
    }
    ImmutableList.Builder<Lane.ClaimMark> marks = ImmutableList.builder();
    byDay.forEach(
        (day, claims) ->
            marks.add(
                new Lane.ClaimMark(
                    earliest(claims),
                    day,
                    claims.stream()
                        .map(Claim::id)
                        .sorted()
                        .collect(ImmutableList.toImmutableList()))));
    return marks.build();
  }

  private static Optional<LocalDate> earliest(List<Claim> claims) {
    List<Optional<LocalDate>> all =
        claims.stream().map(claim -> claim.asserted().earliest()).toList();
    return Iterables.any(all, Optional::isEmpty)
        ? Optional.empty()
        : all.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
  }
}
