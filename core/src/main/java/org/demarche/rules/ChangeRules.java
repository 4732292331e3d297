package org.demarche.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.EpochDays;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/** The labels of changes between two dates, and of differences between two bodies of evidence. */
public final class ChangeRules {
  private ChangeRules() {}

  /**
   * Labels the change from one position to a later one; the first label that fits applies.
   *
   * @param index the index of the later position
   */
  public static Change change(DossierIndex index, Position before, Position after) {
    boolean changed =
        before instanceof Known then
            && after instanceof Known now
            && !tenure(index, then).equals(tenure(index, now));
    return AnswerFactory.get().change(label(before, after), before, after, changed);
  }

  /** Whose administration last evidenced a position, and which. */
  private record Tenure(Optional<Integer> side, Optional<String> head, int start) {}

  private static Tenure tenure(DossierIndex index, Known position) {
    PartyIndex parties = index.parties();
    int party = index.numbers().actor(position.party());
    int day = EpochDays.of(position.lastEvidenced());
    int asOf = EpochDays.of(position.viewpoint().asOf());
    List<Integer> newest =
        position.decisiveClaims().stream()
            .map(CitedClaim::claim)
            .filter(claim -> !claim.asserted().latest().isBefore(position.lastEvidenced()))
            .map(
                claim ->
                    parties.principalOfTerms(
                        party,
                        claim.principals().stream().mapToInt(index.numbers()::actor).toArray()))
            .toList();
    int principal = new Administrations(parties, asOf).deciding(party, day, newest);
    Optional<TermOfOffice> term = parties.terms(principal).term(position.lastEvidenced());
    return new Tenure(
        parties.side(principal),
        term.map(TermOfOffice::head),
        term.map(one -> EpochDays.of(one.from()))
            .orElseGet(() -> parties.terms(principal).sinceLastEnd(day)));
  }

  /**
   * Returns the change of a party's position on a proposition between two views of one index, whose
   * outcomes are known. The positions are derived when they are first needed.
   */
  public static Change change(
      EvidenceView before,
      EvidenceView after,
      int party,
      int proposition,
      PositionOutcome then,
      PositionOutcome now) {
    DossierIndex index = after.index();
    return AnswerFactory.get()
        .change(
            new ChangeOfOutcomes(
                index.parties().actor(party).id(),
                index.proposition(proposition).id(),
                then,
                now,
                () ->
                    change(
                        index,
                        PositionRules.position(before, party, proposition),
                        PositionRules.position(after, party, proposition))));
  }

  /**
   * Returns the change from one position to a later one. The rest of the two is derived when it is
   * first needed.
   */
  public static Change change(
      DossierIndex index,
      int party,
      int proposition,
      OutlinedPosition before,
      OutlinedPosition after) {
    Supplier<Position> then = before.position(); // what carries the positions is not kept
    Supplier<Position> now = after.position();
    return AnswerFactory.get()
        .change(
            new ChangeOfOutcomes(
                index.parties().actor(party).id(),
                index.proposition(proposition).id(),
                before.outcome(),
                after.outcome(),
                () -> change(index, then.get(), now.get())));
  }

  private static Change.Label label(Position before, Position after) {
    return label(before.outcome(), after.outcome())
        .orElseGet(
            () ->
                before instanceof Known then && after instanceof Known now
                    ? label(then, now)
                    : lost(before, after));
  }

  /**
   * Labels a change of outcomes. If a stance stays, or a position is lost, the label depends on the
   * positions.
   */
  static Optional<Change.Label> label(PositionOutcome then, PositionOutcome now) {
    boolean wasKnown = then != PositionOutcome.UNKNOWN && then != PositionOutcome.CONTESTED;
    return switch (now) {
      case CONTESTED ->
          Optional.of(then == now ? Change.Label.STILL_CONTESTED : Change.Label.BECAME_CONTESTED);
      case UNKNOWN -> then == now ? Optional.of(Change.Label.SILENT) : Optional.empty();
      case FOR, AGAINST, UNCOMMITTED -> {
        if (!wasKnown) {
          yield Optional.of(
              then == PositionOutcome.CONTESTED ? Change.Label.SETTLED : Change.Label.FIRST_STATED);
        }
        if (then == now) {
          yield Optional.empty();
        }
        if (now == PositionOutcome.UNCOMMITTED) {
          yield Optional.of(Change.Label.WITHDRAWN);
        }
        yield Optional.of(
            then == PositionOutcome.UNCOMMITTED ? Change.Label.TAKEN : Change.Label.REVERSED);
      }
    };
  }

  /** Labels the loss of a position, which only a retraction or a package that is left brings. */
  private static Change.Label lost(Position before, Position after) {
    Set<String> retracted = ids(after.retractedClaims());
    return before.support().stream().anyMatch(cited -> retracted.contains(cited.claim().id()))
        ? Change.Label.RETRACTED
        : Change.Label.NO_LONGER_IMPLIED;
  }

  private static Set<String> ids(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).collect(Collectors.toSet());
  }

  /** Labels a change in which the stance stays. */
  private static Change.Label label(Known then, Known now) {
    return (then.isImplied() || now.isImplied() ? Optional.<Change.Label>empty() : act(then, now))
        .orElse(isReaffirmed(then, now) ? Change.Label.REAFFIRMED : Change.Label.UNCHANGED);
  }

  /** Labels what has changed in two explicit acts of one stance, if anything has. */
  private static Optional<Change.Label> act(Known then, Known now) {
    if (!then.condition().equals(now.condition())) {
      if (then.condition().isPresent() && now.condition().isPresent()) {
        return Optional.of(Change.Label.CONDITION_CHANGED);
      }
      return Optional.of(
          now.condition().isPresent()
              ? Change.Label.CONDITION_ADDED
              : Change.Label.CONDITION_NOT_REPEATED);
    }
    OptionalInt weaker = then.strength();
    OptionalInt stronger = now.strength();
    if (weaker.isPresent() && stronger.isPresent() && weaker.getAsInt() != stronger.getAsInt()) {
      return Optional.of(
          weaker.getAsInt() < stronger.getAsInt() ? Change.Label.HARDENED : Change.Label.SOFTENED);
    }
    boolean reframed =
        !then.frames().isEmpty() && !now.frames().isEmpty() && !then.frames().equals(now.frames());
    return reframed ? Optional.of(Change.Label.REFRAMED) : Optional.empty();
  }

  /** Returns whether a newer claim states the proposition itself; to imply is not to reaffirm. */
  private static boolean isReaffirmed(Known then, Known now) {
    LocalDate since = then.lastExplicit().orElse(then.lastEvidenced());
    return now.decisiveClaims().stream()
        .filter(cited -> !cited.isImplied())
        .anyMatch(cited -> isNewer(cited, since, now.viewpoint().asOf()));
  }

  /**
   * Returns whether a claim was certainly made after a day, or repeated throughout a period that
   * runs past that day.
   */
  private static boolean isNewer(CitedClaim cited, LocalDate day, LocalDate asOf) {
    When asserted = cited.claim().asserted();
    return asserted.after(day)
        || (asserted.isThroughout() && asserted.latest().isAfter(day) && asOf.isAfter(day));
  }

  /**
   * Returns whether a change says something new. UNCHANGED does not, and STILL_CONTESTED only with
   * other conflicting claims.
   */
  public static boolean isNews(Change change) {
    return switch (change.label()) {
      case SILENT, UNCHANGED -> false;
      case STILL_CONTESTED ->
          difference(change.before(), change.after())
              .filter(difference -> difference.altered().contains(Difference.Aspect.CONTEST))
              .isPresent();
      default -> true;
    };
  }

  /** Returns the difference between positions on two bodies of evidence, if there is one. */
  public static Optional<Difference> difference(Position here, Position there) {
    if (here instanceof Unknown || there instanceof Unknown) {
      if (here instanceof Unknown && there instanceof Unknown) {
        return Optional.empty();
      }
      Difference.Label label =
          here instanceof Unknown ? Difference.Label.GAINED : Difference.Label.LOST;
      return Optional.of(AnswerFactory.get().difference(label, Set.of(), here, there));
    }
    Set<Difference.Aspect> altered = altered(here, there);
    return altered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            AnswerFactory.get().difference(Difference.Label.ALTERED, altered, here, there));
  }

  private static Set<Difference.Aspect> altered(Position here, Position there) {
    Set<Difference.Aspect> altered = EnumSet.noneOf(Difference.Aspect.class);
    if (here instanceof Known a && there instanceof Known b) {
      add(altered, Difference.Aspect.STANCE, a.stance() != b.stance());
      add(altered, Difference.Aspect.FORCE, a.force() != b.force());
      add(altered, Difference.Aspect.FRAMES, !a.frames().equals(b.frames()));
      add(altered, Difference.Aspect.GRADE, a.grade() != b.grade());
      add(
          altered,
          Difference.Aspect.HEADLINE,
          !a.headline().claim().id().equals(b.headline().claim().id()));
    } else {
      boolean sameSides = sides(here, CitedClaim::stance).equals(sides(there, CitedClaim::stance));
      add(altered, Difference.Aspect.CONTEST, !sameSides);
      add(
          altered,
          Difference.Aspect.GRADE,
          sameSides && !sides(here, CitedClaim::grade).equals(sides(there, CitedClaim::grade)));
    }
    add(
        altered,
        Difference.Aspect.STANDING,
        here.evidenced().orElseThrow().standing() != there.evidenced().orElseThrow().standing());
    return altered;
  }

  private static void add(
      Set<Difference.Aspect> altered, Difference.Aspect aspect, boolean differs) {
    if (differs) {
      altered.add(aspect);
    }
  }

  /**
   * Returns the sides of a contested position, each with one property; empty for other positions.
   */
  private static Set<String> sides(Position position, Function<CitedClaim, Object> by) {
    return position instanceof Contested contested
        ? contested.sides().stream()
            .map(side -> side.claim().id() + " " + by.apply(side))
            .collect(Collectors.toSet())
        : Set.of();
  }
}
