package org.demarche.answer;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;

/** The phrases of which sentences and lines about claims are made. */
final class ClaimText {
  private ClaimText() {}

  /** Returns the id of a claim, marked if the claim is a draft. */
  static String id(Claim claim, Wording wording) {
    return claim.isDraft() ? wording.text("claim.draft", claim.id()) : claim.id();
  }

  /** Returns the id of a claim that was taken back, with the id of the claim that did so. */
  static String takenBack(CitedClaim cited, Wording wording) {
    return wording.text(
        "change.takenBack.by", id(cited.claim(), wording), cited.retractedBy().orElse(""));
  }

  /** Returns a stance on a proposition, as a force expresses it: “against more batteries”. */
  static String stance(
      Stance stance, Force force, Dossier dossier, String proposition, Wording wording) {
    if (wording.isCodes()) {
      return stance + " " + proposition;
    }
    String key = "stance." + stance + reading(force);
    return !reading(force).isEmpty() && wording.has(key)
        ? wording.text(key, wording.quoted(dossier, proposition))
        : stance(stance, dossier, proposition, wording);
  }

  /** Returns a stance on a proposition: “for the three nos”. */
  static String stance(Stance stance, Dossier dossier, String proposition, Wording wording) {
    return wording.text("stance." + stance, wording.proposition(dossier, proposition));
  }

  /**
   * Returns how a stance reads that a force expresses, as the rest of a key. A force with the
   * direction of fit from words to world says that something is so (J. Searle, <i>A Taxonomy of
   * Illocutionary Acts</i>, 1975). An intention is about what the speaker wants, although Demarche
   * counts it among the assertives; and what is reaffirmed may be a promise as well as a fact.
   */
  private static String reading(Force force) {
    if (force == Force.REAFFIRM) {
      return ".maintained";
    }
    return force.point().filter(Force.Point.ASSERTIVE::equals).isPresent()
            && force != Force.STATE_INTENTION
        ? ".true"
        : "";
  }

  /** Returns a stance in one or a few words, as a force expresses it: “holds it true”. */
  static String stance(Stance stance, Force force, Wording wording) {
    return reading(force).isEmpty() || stance == Stance.UNCOMMITTED
        ? wording.word(stance)
        : wording.text("holds." + stance + reading(force));
  }

  /** Returns what a party does in its claim, as a verb phrase: “urges this”. */
  static String says(Force force, Stance stance, Wording wording) {
    return wording.act("says." + force, stance);
  }

  /** Returns the grade of a claim, the parties beside the given one, its speakers and its date. */
  static List<String> details(
      Claim claim,
      Grade grade,
      List<Evidence> evidence,
      String party,
      Dossier dossier,
      Wording wording) {
    List<String> details = new ArrayList<>();
    details.add(grade(grade, evidence, Set.of(party), dossier, wording));
    String own = state(dossier, party);
    Set<String> predecessors = predecessors(dossier, own);
    Set<String> others = new LinkedHashSet<>();
    Set<String> before = new LinkedHashSet<>();
    for (String principal : claim.principals()) {
      String state = state(dossier, principal);
      if (predecessors.contains(state)) {
        before.add(principal);
      } else if (!state.equals(own) && dossier.actor(principal).isPresent()) {
        others.add(principal);
      }
    }
    if (!others.isEmpty()) {
      details.add(wording.text("details.jointly", wording.names(dossier, others)));
    }
    if (!before.isEmpty()) {
      details.add(wording.text("details.predecessor", wording.names(dossier, before)));
    }
    Set<String> speakers =
        Sets.filter(
            claim.speakers(),
            id ->
                !id.equals(party)
                    && !before.contains(id)
                    && (others.isEmpty() || !claim.principals().contains(id)));
    if (!speakers.isEmpty()) {
      String names = wording.names(dossier, speakers);
      details.add(others.isEmpty() ? names : wording.text("details.saidBy", names));
    }
    details.add(wording.date(claim.asserted()));
    if (claim.basis() == Basis.INFERRED) {
      details.add(wording.text("details.inferred"));
    }
    if (claim.isDraft()) {
      details.add(wording.text("details.draft"));
    }
    return details;
  }

  /**
   * Returns a grade, with the states by whose account a claim is known.
   *
   * @param own the parties whose states are not named
   */
  static String grade(
      Grade grade, List<Evidence> evidence, Set<String> own, Dossier dossier, Wording wording) {
    if (grade != Grade.OTHER_SIDE || wording.isCodes()) {
      return wording.word(grade);
    }
    List<String> states = byWhoseAccount(evidence, own, dossier);
    return states.isEmpty()
        ? wording.word(grade)
        : wording.text("details.toldBy", wording.names(dossier, states));
  }

  /**
   * Returns the states and organisations by whose account a claim is known, sorted.
   *
   * @param own the parties whose states are left out
   */
  static List<String> byWhoseAccount(List<Evidence> evidence, Set<String> own, Dossier dossier) {
    Set<String> ownStates =
        own.stream().map(id -> state(dossier, id)).collect(ImmutableSet.toImmutableSet());
    return evidence.stream()
        .filter(piece -> piece.mode() != Mode.NARRATED && piece.mode() != Mode.IMPUTED)
        .flatMap(piece -> relays(dossier, piece))
        .map(id -> state(dossier, id))
        .filter(id -> !ownStates.contains(id) && isState(dossier, id))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Returns whether two claims have principals of one state or organisation, or the same ones. A
   * body that does not speak for its government is a side of its own.
   */
  static boolean areOfOneSide(Claim one, Claim other, Dossier dossier) {
    return !Collections.disjoint(sides(one, dossier), sides(other, dossier));
  }

  /** Returns whether a claim has principals of a side that another claim has not. */
  static boolean isOfMoreSidesThan(Claim one, Claim other, Dossier dossier) {
    return !sides(other, dossier).containsAll(sides(one, dossier));
  }

  private static Set<String> sides(Claim claim, Dossier dossier) {
    return claim.principals().stream()
        .map(id -> side(dossier, id))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static String side(Dossier dossier, String id) {
    return dossier
        .actor(id)
        .filter(actor -> actor.authority() != Authority.NONE)
        .flatMap(Actor::of)
        .map(of -> side(dossier, of))
        .orElse(id);
  }

  /**
   * Returns whether an actor speaks for a party: it is the party, or an organ of it and not of a
   * body within it that speaks for itself.
   */
  static boolean speaksFor(Dossier dossier, String id, String party) {
    return id.equals(party)
        || dossier
            .actor(id)
            .filter(actor -> actor.authority() != Authority.NONE)
            .flatMap(Actor::of)
            .filter(of -> speaksFor(dossier, of, party))
            .isPresent();
  }

  /** Returns whether an actor of a state passed a piece of evidence on. */
  static boolean hasStateRelay(Stream<Evidence> evidence, Dossier dossier) {
    return evidence
        .flatMap(piece -> relays(dossier, piece))
        .anyMatch(id -> isState(dossier, state(dossier, id)));
  }

  private static Stream<String> relays(Dossier dossier, Evidence piece) {
    return Stream.concat(
        piece.via().stream(),
        dossier.source(piece.source()).stream().flatMap(s -> s.outermostRelays().stream()));
  }

  private static boolean isState(Dossier dossier, String id) {
    return dossier
        .actor(id)
        .filter(actor -> actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.ORGANISATION)
        .isPresent();
  }

  /** Returns the states that a state continues, directly or through others. */
  private static Set<String> predecessors(Dossier dossier, String state) {
    Set<String> found = new LinkedHashSet<>();
    Optional<String> before = dossier.actor(state).flatMap(Actor::succeeds);
    while (before.isPresent() && found.add(before.get())) {
      before = dossier.actor(before.get()).flatMap(Actor::succeeds);
    }
    return found;
  }

  /** Returns the state to which an actor belongs, or the actor itself. */
  static String state(Dossier dossier, String id) {
    return dossier.actor(id).flatMap(Actor::of).map(of -> state(dossier, of)).orElse(id);
  }
}
