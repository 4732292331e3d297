package org.demarche.rules;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.answer.Grade;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.EpochDays;
import org.demarche.model.Claim;

/**
 * The claims that others have taken back, as of a day (rule 6). A retraction counts if it was
 * certainly made by then, is known, is of the party, and is not taken back itself; and what only
 * another state tells of takes back nothing that is known better.
 */
final class Retractions {
  private final EvidenceView view;
  private final DossierIndex index;
  private final Provenance provenance;
  private final int party;
  private final int asOf;
  private final Map<Integer, Integer> grades = new HashMap<>();

  /** The claims of which it is known whether they are taken back. */
  private final Map<Integer, Boolean> decided = new HashMap<>();

  Retractions(EvidenceView view, int party, int asOf) {
    this.view = view;
    this.index = view.index();
    this.provenance = new Provenance(view);
    this.party = party;
    this.asOf = asOf;
  }

  /** Returns whether some claim takes a claim back, be it in vain. */
  boolean mayBeRetracted(int claim) {
    return !index.retractions(claim).isEmpty();
  }

  /** Returns whether a claim is taken back. */
  boolean isRetracted(int claim) {
    if (!mayBeRetracted(claim)) {
      return false;
    }
    decide(claim);
    return decided.getOrDefault(claim, false);
  }

  /**
   * Decides whether a claim is taken back, and before it whether its retractions are, of which
   * there may be long chains.
   */
  private void decide(int claim) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(claim);
    while (!open.isEmpty()) {
      int next = open.peek();
      List<Integer> before =
          decided.containsKey(next)
              ? List.of()
              : index.retractions(next).stream().filter(it -> !decided.containsKey(it)).toList();
      if (before.isEmpty()) {
        open.pop();
        decided.computeIfAbsent(next, it -> effective(it).isPresent());
      } else {
        before.forEach(open::push);
      }
    }
  }

  /** Returns the claim that takes a claim back; of several, the one with the first id. */
  Optional<Integer> retracting(int claim) {
    decide(claim);
    return effective(claim);
  }

  /** Returns the same, once it is decided which of the retractions are taken back. */
  private Optional<Integer> effective(int claim) {
    return index.retractions(claim).stream()
        .filter(retraction -> takesBack(retraction, claim))
        .min(Comparator.comparing(retraction -> index.claim(retraction).id()));
  }

  /** Returns whether a retraction has effect; the dossier has no circle of retractions. */
  private boolean takesBack(int retraction, int claim) {
    return counts(retraction)
        && !(isKnownOnlyThroughAnother(retraction) && !isKnownOnlyThroughAnother(claim))
        && !decided.getOrDefault(retraction, false);
  }

  private boolean counts(int retraction) {
    Claim claim = index.claim(retraction);
    return EpochDays.firstCounting(claim.asserted()) <= asOf
        && claim.principals().stream().anyMatch(id -> countsFor(index.numbers().actor(id), claim))
        && grade(retraction) >= view.minGrade().ordinal();
  }

  private boolean countsFor(int principal, Claim claim) {
    return index.parties().authorityRank(principal, party) >= 0
        && index.parties().isInTime(principal, party, claim.asserted().latest());
  }

  private boolean isKnownOnlyThroughAnother(int claim) {
    return grade(claim) <= Grade.OTHER_SIDE.ordinal();
  }

  /** Returns the ordinal of the best grade of a claim for the party, or -1 without evidence. */
  private int grade(int claim) {
    return grades.computeIfAbsent(claim, this::findGrade);
  }

  private int findGrade(int claim) {
    return index.claim(claim).principals().stream()
        .map(index.numbers()::actor)
        .filter(principal -> index.parties().authorityRank(principal, party) >= 0)
        .flatMap(principal -> provenance.grade(claim, principal).stream())
        .mapToInt(Grade::ordinal)
        .max()
        .orElse(-1);
  }
}
