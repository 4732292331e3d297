package org.demarche.json.answers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;

/**
 * The facts that usually follow from the records beside an answer. A compact document leaves them
 * out, and states only those that differ. When an answer is written, each fact is compared with the
 * answer before it is left out; when a document is read, each fact that it lacks is taken from
 * here.
 *
 * <p>These derivations are therefore part of version 1 of the format, and never change, even if the
 * rules by which a Tracker derives positions do: a changed one would give old documents another
 * meaning.
 */
final class UsualFacts {
  private UsualFacts() {}

  /** Returns the grade that the best mode of some evidence gives, if no other side relays it. */
  static Optional<Grade> grade(Dossier records, List<Evidence> evidence) {
    return evidence.stream().map(piece -> grade(records, piece)).max(Comparator.naturalOrder());
  }

  private static Grade grade(Dossier records, Evidence evidence) {
    boolean reliable =
        records.source(evidence.source()).map(Source::hasReliableQuotes).orElse(true);
    return switch (evidence.mode()) {
      case RECORDED -> Grade.OWN_WORDS;
      case DIRECT, PARTIAL -> reliable ? Grade.OWN_WORDS : Grade.REPORTED;
      case INDIRECT, PRESUPPOSED -> Grade.REPORTED;
      case NARRATED -> Grade.NARRATED;
      case IMPUTED -> Grade.IMPUTED;
    };
  }

  /** Returns the highest authority of the principals of a claim. */
  static Optional<Authority> authority(Dossier records, Claim claim) {
    return claim.principals().stream()
        .flatMap(id -> records.actor(id).stream())
        .map(Actor::authority)
        .max(Comparator.naturalOrder());
  }

  /** Returns the last day of the newest claim of the support, but no day after the as-of date. */
  static Optional<LocalDate> lastEvidenced(List<CitedClaim> support, LocalDate asOf) {
    return support.stream()
        .map(cited -> cited.claim().asserted().latest())
        .max(Comparator.naturalOrder())
        .map(day -> day.isAfter(asOf) ? asOf : day);
  }

  /** Returns the first term of office of the state of a party that has a day. */
  static Optional<TermOfOffice> administration(Dossier records, String party, LocalDate day) {
    Set<String> passed = new HashSet<>();
    Optional<Actor> actor = records.actor(party);
    while (actor.isPresent()
        && actor.get().kind() != ActorKind.STATE
        && passed.add(actor.get().id())) {
      actor = actor.get().of().flatMap(records::actor);
    }
    return actor.stream()
        .flatMap(state -> state.terms().stream())
        .filter(term -> term.contains(day))
        .findFirst();
  }

  /** Returns the proposition of the claim to cite first. */
  static Optional<String> proposition(List<CitedClaim> support) {
    return support.stream().findFirst().map(cited -> cited.claim().proposition());
  }

  /** Returns the label that the outcomes of two positions give without regard to rivals. */
  static Relation.Label label(Position first, Position second) {
    PositionOutcome one = first.outcome();
    PositionOutcome other = second.outcome();
    if (one == PositionOutcome.CONTESTED || other == PositionOutcome.CONTESTED) {
      return Relation.Label.CONTESTED;
    }
    if (one == PositionOutcome.UNKNOWN || other == PositionOutcome.UNKNOWN) {
      return one == other ? Relation.Label.SILENT : Relation.Label.ONE_SIDED;
    }
    if (one == PositionOutcome.UNCOMMITTED || other == PositionOutcome.UNCOMMITTED) {
      return Relation.Label.DIVERGENCE;
    }
    return one == other ? Relation.Label.AGREEMENT : Relation.Label.CONTRADICTION;
  }
}
