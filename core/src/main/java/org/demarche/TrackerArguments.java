package org.demarche;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.lookup.IdLookup;
import org.demarche.lookup.ReadDay;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.SwappedArgumentsException;
import org.demarche.model.TermOfOffice;
import org.demarche.model.UnknownIdException;
import org.demarche.model.WidenedTrackerException;
import org.demarche.questions.AddedRecords;
import org.demarche.rules.EvidenceView;
import org.demarche.suggestion.ShownValue;

/** The checks of the arguments of a {@link Tracker}, with the messages that refuse them. */
final class TrackerArguments {
  private static final int MOST_NAMED = 3;

  private final Dossier dossier;

  TrackerArguments(Dossier dossier) {
    this.dossier = dossier;
  }

  // Dates

  /**
   * Refuses a date later than the date to which a tracker is limited.
   *
   * @param what "as of" or "known at"
   * @param given the date as it was given
   */
  static void requireNotLater(String what, LocalDate day, String given, Optional<LocalDate> limit) {
    if (limit.isPresent() && day.isAfter(limit.get())) {
      throw new WidenedTrackerException(
          "%s %s is later than %s %s, which limits this Tracker: a narrowed Tracker cannot be widened; narrow the original instead"
              .formatted(what, ReadDay.text(given, day), what, limit.get()),
          what,
          given,
          List.of(limit.get().toString()));
    }
  }

  // Ids

  /** Refuses an empty list of parties, an unknown party, and a party that is given twice. */
  void requireEachOnce(String[] parties, String ifNone, String ifTwice) {
    if (parties.length == 0) {
      throw ShownValue.refused(ifNone);
    }
    requireEachOnce(parties, ifTwice);
  }

  private void requireEachOnce(String[] parties, String ifTwice) {
    Set<String> seen = new HashSet<>();
    for (String party : parties) {
      new IdLookup(dossier).party(party);
      if (!seen.add(party)) {
        throw ShownValue.refused(ifTwice.formatted(party));
      }
    }
  }

  /** Returns propositions; refuses none, an unknown one, and one that is given twice. */
  ImmutableSet<String> requireEachPropositionOnce(String[] propositions) {
    if (propositions.length == 0) {
      throw ShownValue.refused("a timeline needs at least one proposition");
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String proposition : propositions) {
      new IdLookup(dossier).proposition(proposition);
      if (!seen.add(proposition)) {
        throw ShownValue.refused(
            "'" + proposition + "' is given twice; give each proposition once");
      }
    }
    return ImmutableSet.copyOf(seen);
  }

  /** Refuses fewer than two parties, an unknown party, and a party that is given twice. */
  void requireTwoParties(String... parties) {
    if (parties.length < 2) {
      throw ShownValue.refused(
          "a comparison needs at least two parties; for the positions of one party, use positionsOf(…)");
    }
    requireEachOnce(parties, "'%s' is compared with itself; for two dates, use changesTo(…)");
  }

  /** Refuses the arguments of a relation if the proposition is not the last of them. */
  void requirePropositionLast(String first, String second, String proposition) {
    if (dossier.actor(proposition).isPresent()) {
      for (String party : List.of(first, second)) {
        if (dossier.actor(party).isEmpty() && dossier.proposition(party).isPresent()) {
          throw new SwappedArgumentsException(
              "'%s' is a proposition and '%s' a party: the proposition comes last"
                  .formatted(party, proposition),
              "party",
              party,
              List.of(proposition));
        }
      }
    }
  }

  /** Returns the terms of office that began by a day, oldest first; refuses to return none. */
  List<TermOfOffice> requireAdministrations(String state, LocalDate asOf) {
    Actor actor = new IdLookup(dossier).party(state);
    List<TermOfOffice> terms =
        actor.terms().stream()
            .filter(term -> !term.from().isAfter(asOf))
            .sorted(Comparator.comparing(TermOfOffice::from))
            .toList();
    if (!terms.isEmpty()) {
      return terms;
    }
    if (!actor.terms().isEmpty()) {
      throw ShownValue.refused(
          "as of " + asOf + ", no administration of '" + state + "' on record had begun");
    }
    if (actor.kind() == ActorKind.STATE) {
      throw ShownValue.refused(
          "state '%s' has no terms of office in the dossier; use positionsOf(…), or changesTo(…) for two dates"
              .formatted(state));
    }
    throw new UnknownIdException(
        "'%s' is of kind %s; only a STATE has administrations%s"
            .formatted(
                state, actor.kind(), actor.of().map(of -> ", perhaps '" + of + "'").orElse("")),
        "state",
        state,
        actor.of().stream().toList());
  }

  /** Refuses claims that are not in the dossier, or differ there in more than added evidence. */
  void requireFound(List<Claim> claims) {
    List<String> differing =
        claims.stream()
            .filter(claim -> !AddedRecords.has(new IdLookup(dossier).claim(claim.id()), claim))
            .map(Claim::id)
            .toList();
    if (!differing.isEmpty()) {
      throw ShownValue.refused(
          "found claims differ from the claims of this dossier with the same ids: %s%s; find them with claims() of this Tracker"
              .formatted(
                  differing.stream()
                      .limit(MOST_NAMED)
                      .map(id -> "'" + id + "'")
                      .collect(Collectors.joining(", ")),
                  differing.size() > MOST_NAMED
                      ? " and " + (differing.size() - MOST_NAMED) + " more"
                      : ""));
    }
  }

  // Two trackers

  /** Returns the refusal of queries of two trackers that are not equal. */
  static IllegalArgumentException ofTwoTrackers(EvidenceView one, EvidenceView other) {
    Viewpoint first = one.viewpoint();
    Viewpoint second = other.viewpoint();
    String fault;
    if (!first.equals(second)) {
      fault = "one query is %s, the other %s".formatted(first, second);
    } else if (!one.isOfDossierOf(other)) {
      fault = "the two queries are of two dossiers";
    } else {
      fault = "both queries are %s, but only one Tracker was given its date".formatted(first);
    }
    return ShownValue.refused(fault + ": start both with claims() of the same Tracker");
  }

  /** Refuses views of two dossiers. */
  static void requireSameDossier(EvidenceView one, EvidenceView other) {
    if (!one.isOfDossierOf(other)) {
      throw ShownValue.refused(
          "one Tracker is of a %s, the other of another %s: give two Trackers of one dossier; for what plus(…) added, use changesSince(…), and for records that were corrected, dossier.differencesFrom(…)"
              .formatted(one.index().dossier(), other.index().dossier()));
    }
  }

  /** Refuses two views unless the second differs only by a later date, or not at all. */
  static void requireLater(EvidenceView earlier, EvidenceView later) {
    Viewpoint first = earlier.viewpoint();
    Viewpoint second = later.viewpoint();
    if (!areOfSameEvidence(earlier, later)) {
      throw ShownValue.refused(
          first.asOf().equals(second.asOf())
              ? "one is %s, the other %s: a change is between two dates on the same evidence; for two bodies of evidence, use differencesTo(…)"
                  .formatted(first, second)
              : bothDiffer(first, second));
    }
    requireInOrder(first, second);
  }

  /**
   * Refuses an earlier tracker unless its viewpoint differs from that of a longer record only by an
   * earlier date, or not at all.
   *
   * @param moved the earlier tracker, seen over the longer record
   * @param after the tracker of the longer record
   */
  static void requireUpdate(Viewpoint before, EvidenceView moved, EvidenceView after) {
    if (!areOfSameEvidence(moved, after)) {
      throw ShownValue.refused(
          "the earlier Tracker is %s, this one %s: for what added records changed, the two may differ only in the as-of date; narrow both in the same way"
              .formatted(before, after.viewpoint()));
    }
    if (after.viewpoint().asOf().isBefore(before.asOf())) {
      throw new SwappedArgumentsException(
          "the earlier Tracker is as of %s, this one as of %s: narrow the earlier one to that date too, or this one to no earlier date"
              .formatted(before.asOf(), after.viewpoint().asOf()),
          "date",
          before.asOf().toString(),
          List.of(after.viewpoint().asOf().toString()));
    }
  }

  private static void requireInOrder(Viewpoint first, Viewpoint second) {
    if (second.asOf().isBefore(first.asOf())) {
      throw new SwappedArgumentsException(
          "from %s to %s: the first date is the later one; swap the two Trackers"
              .formatted(first.asOf(), second.asOf()),
          "date",
          first.asOf().toString(),
          List.of(second.asOf().toString()));
    }
  }

  /** Refuses two views of different dates. */
  static void requireSameDate(EvidenceView one, EvidenceView other) {
    Viewpoint here = one.viewpoint();
    Viewpoint there = other.viewpoint();
    if (!here.asOf().equals(there.asOf())) {
      throw ShownValue.refused(
          areOfSameEvidence(one, other)
              ? "here is as of %s and there as of %s: bodies of evidence are compared at one date; for two dates, use changesTo(…)"
                  .formatted(here.asOf(), there.asOf())
              : bothDiffer(here, there));
    }
  }

  private static boolean areOfSameEvidence(EvidenceView one, EvidenceView other) {
    Viewpoint sameDate = AnswerFactory.get().asOf(one.viewpoint(), other.viewpoint().asOf());
    return sameDate.equals(other.viewpoint());
  }

  private static String bothDiffer(Viewpoint one, Viewpoint other) {
    return "one is %s, the other %s: both the date and the evidence differ. Change one at a time: changesTo(…) for two dates on the same evidence, differencesTo(…) for two bodies of evidence at one date"
        .formatted(one, other);
  }
}
