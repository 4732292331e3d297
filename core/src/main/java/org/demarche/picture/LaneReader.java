package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  private Lane lane(String proposition, Actor party, List<Timeline.Entry> entries) {
    List<Lane.Band> bands = new ArrayList<>();
    ImmutableSortedSet.Builder<LocalDate> takenBack = ImmutableSortedSet.naturalOrder();
    ImmutableSortedSet.Builder<LocalDate> due = ImmutableSortedSet.naturalOrder();
    for (int i = 0; i < entries.size(); i++) {
      Timeline.Entry entry = entries.get(i);
      LocalDate to = i + 1 < entries.size() ? entries.get(i + 1).day() : end;
      if (entry.outcome() != PositionOutcome.UNKNOWN) {
        addBands(entry, to, party, bands);
      } else if (!entry.position().retractedClaims().isEmpty()) {
        takenBack.add(entry.day());
      }
      if (entry.position() instanceof Known known) {
        known.due().map(When::latest).ifPresent(due::add);
      }
    }
    return new Lane(
        tracker.dossier().proposition(proposition).orElseThrow(),
        party,
        ImmutableList.copyOf(bands),
        claims(proposition, party),
        takenBack.build(),
        due.build());
  }

  /** Adds the bands of an entry: a new one on each day on which the position becomes inherited. */
  private void addBands(Timeline.Entry entry, LocalDate to, Actor party, List<Lane.Band> bands) {
    LocalDate from = entry.day();
    Position position = entry.position();
    for (TermOfOffice term : terms(tracker, party)) {
      if (!term.from().isAfter(from) || !term.from().isBefore(to)) {
        continue;
      }
      Position later = tracker.asOf(term.from()).position(party.id(), entry.proposition());
      if (isInherited(later) != isInherited(position)) {
        bands.add(band(position, from, term.from()));
        from = term.from();
        position = later;
      }
    }
    bands.add(band(position, from, to));
  }

  private Lane.Band band(Position position, LocalDate from, LocalDate to) {
    List<CitedClaim> cited =
        position instanceof Contested contested
            ? contested.sides()
            : position.support().stream().limit(1).toList();
    return new Lane.Band(
        position.outcome(),
        from,
        to,
        isInherited(position),
        position.cellText(wording),
        cited.stream().map(one -> one.claim().id()).collect(ImmutableList.toImmutableList()));
  }

  private static boolean isInherited(Position position) {
    return position instanceof Known known && known.standing() == Standing.INHERITED;
  }

  private ImmutableList<Lane.ClaimMark> claims(String proposition, Actor party) {
    Map<LocalDate, List<Claim>> byDay = new TreeMap<>();
    for (Claim claim : tracker.claims().party(party.id()).touching(proposition).list()) {
      LocalDate day = claim.asserted().latest();
      byDay.computeIfAbsent(day.isAfter(end) ? end : day, it -> new ArrayList<>()).add(claim);
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
