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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Proposition;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/** The lanes of a picture, read from the positions and claims of a tracker. */
final class LaneReader {
  /** The number of claims of a position up to which it is read on each day of a claim. */
  static final int FULLY_READ = 50;

  /** The note of a page on positions that rest on more claims. */
  static final String NOTE =
      "Where a position rests on more than %s claims, the words of its band are read on some of the days of claims."
          .formatted(FULLY_READ);

  private final Tracker tracker;
  private final LocalDate end;
  private boolean isSampled;

  LaneReader(Tracker tracker) {
    this.tracker = tracker;
    this.end = tracker.viewpoint().asOf();
  }

  /** Returns the note on what was read so far; empty if each day of a claim was. */
  String note() {
    return isSampled ? NOTE : "";
  }

  Actor party(String id) {
    return tracker.dossier().actor(id).orElseThrow();
  }

  static String label(Proposition proposition) {
    return proposition.label().orElse(proposition.id());
  }

  String label(String proposition) {
    return label(tracker.dossier().proposition(proposition).orElseThrow());
  }

  /** Returns the terms of the heads of some parties, of those that have any. */
  ImmutableList<Lane.Government> governments(List<String> parties) {
    return parties.stream()
        .map(this::party)
        .map(party -> new Lane.Government(party.name(), terms(party)))
        .filter(government -> !government.terms().isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the terms of the heads of a party, or of the state to which it belongs. */
  private ImmutableList<Lane.Term> terms(Actor party) {
    Optional<Actor> actor = Optional.of(party);
    while (actor.filter(one -> one.terms().isEmpty()).isPresent()) {
      actor = actor.get().of().flatMap(tracker.dossier()::actor);
    }
    return actor.stream()
        .flatMap(one -> one.terms().stream())
        .map(this::term)
        .collect(ImmutableList.toImmutableList());
  }

  private Lane.Term term(TermOfOffice term) {
    String name = tracker.dossier().actor(term.head()).map(Actor::name).orElse(term.head());
    return new Lane.Term(name + (term.isActing() ? " (acting)" : ""), term.from(), term.to());
  }

  /**
   * Reads a lane from the position on each day on which it may have changed: when its outcome did,
   * when a claim was made, and when an administration began or ended.
   */
  Lane positions(String party, String proposition) {
    ImmutableList<Lane.ClaimMark> claims = claims(party, proposition);
    ImmutableSortedSet.Builder<LocalDate> takenBack = ImmutableSortedSet.naturalOrder();
    List<Lane.Band> bands = new ArrayList<>();
    int retracted = 0;
    for (Map.Entry<LocalDate, Position> read :
        read(
                List.of(party),
                List.of(proposition),
                at -> at.position(party, proposition),
                position -> position.support().size())
            .entrySet()) {
      Position position = read.getValue();
      if (position.retractedClaims().size() > retracted) {
        takenBack.add(read.getKey());
      }
      retracted = position.retractedClaims().size();
      add(bands, band(position, read.getKey()), read.getKey());
    }
    Actor actor = party(party);
    return new Lane(
        actor.name(), terms(actor), ImmutableList.copyOf(bands), claims, takenBack.build());
  }

  /** Reads the relations of two parties on each day on which a position of either may change. */
  Lane relations(String first, String second, String proposition) {
    List<String> propositions =
        Stream.concat(Stream.of(proposition), rivals(proposition)).distinct().toList();
    List<Lane.Band> bands = new ArrayList<>();
    read(
            List.of(first, second),
            propositions,
            at -> at.relation(first, second, proposition),
            relation -> relation.first().support().size() + relation.second().support().size())
        .forEach((day, relation) -> add(bands, band(relation, day), day));
    return new Lane(
        "",
        ImmutableList.of(),
        ImmutableList.copyOf(bands),
        ImmutableList.of(),
        ImmutableSortedSet.of());
  }

  /** Returns the propositions that a proposition excludes, or that exclude it. */
  private Stream<String> rivals(String proposition) {
    return tracker.dossier().propositions().stream()
        .filter(
            other ->
                other.excludes().contains(proposition)
                    || tracker
                        .dossier()
                        .proposition(proposition)
                        .filter(it -> it.excludes().contains(other.id()))
                        .isPresent())
        .map(Proposition::id);
  }

  /** The number of claims on which what was read on a day rests. */
  private interface Size<T> {
    int of(T read);
  }

  /**
   * Reads something on each day on which it may have changed. On days of claims alone, what rests
   * on more claims than {@link #FULLY_READ} is read more rarely, in proportion to their number.
   */
  private <T> Map<LocalDate, T> read(
      List<String> parties,
      List<String> propositions,
      Function<Tracker, T> question,
      Size<T> size) {
    NavigableSet<LocalDate> turns = turns(parties, propositions);
    NavigableSet<LocalDate> days = new TreeSet<>(turns);
    for (String party : parties) {
      for (String proposition : propositions) {
        claims(party, proposition).forEach(mark -> days.add(mark.day()));
      }
    }
    Map<LocalDate, T> found = new TreeMap<>();
    long owed = 0;
    for (LocalDate day : days.headSet(end, true)) {
      if (owed <= FULLY_READ || turns.contains(day)) {
        T read = question.apply(tracker.asOf(day));
        found.put(day, read);
        owed += size.of(read);
      } else {
        isSampled = true;
      }
      owed = Math.max(0, owed - FULLY_READ);
    }
    return found;
  }

  /**
   * Returns the days on which an outcome changed, an administration began or ended, or a claim was
   * taken back.
   */
  private NavigableSet<LocalDate> turns(List<String> parties, List<String> propositions) {
    NavigableSet<LocalDate> turns = new TreeSet<>();
    tracker
        .timeline(propositions.toArray(String[]::new))
        .party(parties.toArray(String[]::new))
        .rows()
        .forEach(entry -> turns.add(entry.day()));
    for (String party : parties) {
      for (Lane.Term term : terms(party(party))) {
        turns.add(term.from());
        term.to().ifPresent(turns::add);
      }
      for (String proposition : propositions) {
        tracker.claims().party(party).touching(proposition).stream()
            .filter(claim -> !claim.retracts().isEmpty())
            .forEach(claim -> turns.add(claim.asserted().latest()));
      }
    }
    return turns;
  }

  /**
   * Adds a band that runs to the end, unless the last one says the same; ends the last one. Without
   * a band, it only ends the last one.
   */
  private void add(List<Lane.Band> bands, Optional<Lane.Band> next, LocalDate day) {
    int last = bands.size() - 1;
    boolean isOpen = last >= 0 && bands.get(last).to().equals(end);
    if (isOpen && next.filter(bands.get(last)::saysAs).isPresent()) {
      bands.set(last, bands.get(last).citing(next.get()));
      return;
    }
    if (isOpen) {
      bands.set(last, bands.get(last).until(day));
    }
    next.ifPresent(bands::add);
  }

  private Optional<Lane.Band> band(Relation relation, LocalDate from) {
    if (relation.label() == Relation.Label.SILENT) {
      return Optional.empty();
    }
    Kind kind = Kind.of(relation.label());
    List<Position> both = List.of(relation.first(), relation.second());
    String words =
        switch (relation.label()) {
          case ONE_SIDED ->
              kind.sign() + " only " + names(both, it -> it != PositionOutcome.UNKNOWN);
          case CONTESTED ->
              kind.sign()
                  + " the record of "
                  + names(both, it -> it == PositionOutcome.CONTESTED)
                  + " conflicts";
          case CONTRADICTION, DIVERGENCE, AGREEMENT, BOTH_AGAINST, SILENT -> kind.text();
        };
    return Optional.of(
        new Lane.Band(
            kind,
            from,
            end,
            false,
            words,
            Stream.concat(both.stream(), relation.rivalPosition().stream())
                .flatMap(position -> cited(position).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList()),
            Optional.empty()));
  }

  private Optional<Lane.Band> band(Position position, LocalDate from) {
    if (position.outcome() == PositionOutcome.UNKNOWN) {
      return Optional.empty();
    }
    Optional<Known> known = position.known();
    return Optional.of(
        new Lane.Band(
            Kind.of(position.outcome()),
            from,
            end,
            known.filter(it -> it.standing() == Standing.INHERITED).isPresent(),
            position.cellText(Wording.english()),
            cited(position),
            known.flatMap(Known::due).map(When::latest)));
  }

  /** Returns the ids of the claims to cite for a position. */
  private static ImmutableList<String> cited(Position position) {
    return position.headlines().stream()
        .map(cited -> cited.claim().id())
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the names of the parties of some positions of which an outcome is among some. */
  private String names(List<Position> positions, Predicate<PositionOutcome> outcomes) {
    return positions.stream()
        .filter(position -> outcomes.test(position.outcome()))
        .map(position -> party(position.party()).name())
        .collect(Collectors.joining(" and "));
  }

  private ImmutableList<Lane.ClaimMark> claims(String party, String proposition) {
    return marks(tracker.claims().party(party).touching(proposition).stream());
  }

  /** Returns a mark for each last possible day of some claims, in order. */
  static ImmutableList<Lane.ClaimMark> marks(Stream<Claim> claims) {
    Map<LocalDate, List<Claim>> byDay = new TreeMap<>();
    claims.forEach(
        claim ->
            byDay.computeIfAbsent(claim.asserted().latest(), it -> new ArrayList<>()).add(claim));
    ImmutableList.Builder<Lane.ClaimMark> marks = ImmutableList.builder();
    byDay.forEach(
        (day, together) ->
            marks.add(
                new Lane.ClaimMark(
                    earliest(together),
                    day,
                    together.stream()
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
