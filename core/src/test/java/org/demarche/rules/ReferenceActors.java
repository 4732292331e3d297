package org.demarche.rules;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.TermOfOffice;

/**
 * The reference implementation of what the rules say of actors: who speaks for whom (rule 1), under
 * which administration (rule 7), and on whose side (rule 12).
 */
final class ReferenceActors {
  private final Dossier dossier;

  ReferenceActors(Dossier dossier) {
    this.dossier = dossier;
  }

  Actor actor(String id) {
    return dossier.actor(id).orElseThrow();
  }

  /** Returns the actors to which the actor belongs, the nearest first. */
  private List<Actor> above(Actor actor) {
    List<Actor> found = new ArrayList<>();
    Optional<Actor> next = actor.of().map(this::actor);
    while (next.isPresent()) {
      found.add(next.get());
      next = next.get().of().map(this::actor);
    }
    return found;
  }

  /** Returns the actor and those to which it belongs. */
  private List<Actor> selfAndAbove(Actor actor) {
    return ImmutableList.<Actor>builder().add(actor).addAll(above(actor)).build();
  }

  /** Returns the state or organisation that the actor is or belongs to. */
  Optional<Actor> base(Actor actor) {
    return selfAndAbove(actor).stream()
        .filter(a -> a.kind() == ActorKind.STATE || a.kind() == ActorKind.ORGANISATION)
        .findFirst();
  }

  private static boolean isBody(Actor actor) {
    return actor.kind() == ActorKind.STATE
        || actor.kind() == ActorKind.ORGANISATION
        || actor.kind() == ActorKind.ORGAN;
  }

  // Rule 1: whose claims count

  /**
   * Rule 1: the principals of the claim that commit the party. A predecessor only adds such
   * principals: what hinted at its position does not hint at that of its successor.
   */
  ImmutableSet<String> countingPrincipals(Claim claim, Actor party) {
    Set<String> counting = new TreeSet<>();
    for (String principal : claim.principals()) {
      if (speaksFor(actor(principal), party)) {
        counting.add(principal);
      }
    }
    // Rule 1: a successor also answers for what was certainly said before it took over.
    if (party.succeeds().isPresent()
        && party.from().isPresent()
        && claim.asserted().latest().isBefore(party.from().get())) {
      counting.addAll(countingPrincipals(claim, actor(party.succeeds().get())));
    }
    return ImmutableSet.copyOf(counting);
  }

  /**
   * Rule 1: the party itself, or an organ of it with no organ of authority NONE on the way. A
   * chamber of authority NONE does not speak for its parliament either.
   */
  private boolean speaksFor(Actor principal, Actor party) {
    return principal.equals(party)
        || (isOrganOf(principal, party)
            && pathTo(principal, party).stream().noneMatch(a -> a.authority() == Authority.NONE));
  }

  private boolean isOrganOf(Actor organ, Actor party) {
    return isBody(party) && organ.kind() == ActorKind.ORGAN && above(organ).contains(party);
  }

  /** Returns the organ and those above it, up to but not including the party. */
  private List<Actor> pathTo(Actor organ, Actor party) {
    List<Actor> all = selfAndAbove(organ);
    return all.subList(0, all.indexOf(party));
  }

  /** Rule 1: whether a principal that does not commit the party hints at its position. */
  boolean onlyHints(Claim claim, Actor party) {
    return claim.principals().stream()
        .map(this::actor)
        .anyMatch(
            principal ->
                isUnnamedPersonOf(principal, party)
                    || isHeadOf(principal, party)
                    || (isOrganOf(principal, party) && !speaksFor(principal, party))
                    || speaksForOrganisationOf(principal, party, claim.asserted().latest()));
  }

  private boolean isUnnamedPersonOf(Actor principal, Actor party) {
    return principal.kind() == ActorKind.PERSON
        && !principal.isNamed()
        && above(principal).contains(party)
        && above(principal).stream().allMatch(ReferenceActors::isBody);
  }

  /**
   * Rule 1: whether he heads a term of the party, or of an organ of it. That he is a principal
   * himself is read as “in no stated capacity”, whatever his role is called.
   */
  private boolean isHeadOf(Actor principal, Actor party) {
    return dossier.actors().stream()
        .filter(a -> a.equals(party) || isOrganOf(a, party))
        .flatMap(a -> a.terms().stream())
        .anyMatch(term -> term.head().equals(principal.id()));
  }

  /** Rule 1: only an organisation of which the party itself is a member, not one further up. */
  private boolean speaksForOrganisationOf(Actor principal, Actor party, LocalDate day) {
    return organisations(party, day).stream().anyMatch(o -> speaksFor(principal, o));
  }

  private List<Actor> organisations(Actor member, LocalDate day) {
    return dossier.actors().stream()
        .filter(
            a ->
                a.members().stream()
                    .anyMatch(m -> m.member().equals(member.id()) && m.contains(day)))
        .toList();
  }

  boolean isMedium(String id) {
    return actor(id).kind() == ActorKind.MEDIA;
  }

  // Rule 7: administrations

  /**
   * The head in office over adjoining terms, or the time between two terms.
   *
   * @param base the state or organisation
   * @param head the head in office; empty between two terms, and where there are no terms
   * @param start the day on which the first of the adjoining terms starts, or the last term ended
   */
  record Administration(String base, Optional<String> head, Optional<LocalDate> start) {}

  /** Rule 7: the principal by whose terms the administration of a claim is told. */
  Actor asked(ImmutableSet<String> principals) {
    List<Actor> actors = principals.stream().map(this::actor).toList();
    return actors.stream()
        .filter(a -> termsHolder(a).filter(holder -> holder.kind() == ActorKind.ORGAN).isPresent())
        .findFirst()
        .orElse(actors.get(0));
  }

  /** Rule 7: the terms nearest above the principal, its own included. */
  List<TermOfOffice> terms(Actor principal) {
    return termsHolder(principal).map(holder -> List.copyOf(holder.terms())).orElse(List.of());
  }

  private Optional<Actor> termsHolder(Actor principal) {
    if (!isBody(principal)) {
      return Optional.empty(); // persons and media have no administrations
    }
    for (Actor actor : selfAndAbove(principal)) {
      if (!actor.terms().isEmpty()) {
        return Optional.of(actor);
      }
      if (actor.authority() == Authority.NONE) {
        return Optional.empty(); // read to hold for what is below such an organ, too
      }
    }
    return Optional.empty();
  }

  /**
   * Rule 7: an acting head's term holds over another's. Before and after him the other's term is
   * one and the same.
   */
  static Optional<TermOfOffice> inOffice(List<TermOfOffice> terms, LocalDate day) {
    return terms.stream().filter(term -> term.contains(day)).max(comparing(TermOfOffice::isActing));
  }

  /** Rule 7: the administration on a day; adjoining terms of one head are one. */
  Administration administration(Actor principal, LocalDate day) {
    String base = base(principal).orElse(principal).id();
    List<TermOfOffice> terms = terms(principal);
    Optional<TermOfOffice> term = inOffice(terms, day);
    if (term.isPresent()) {
      return new Administration(
          base, Optional.of(term.get().head()), Optional.of(firstOfRun(terms, term.get()).from()));
    }
    // The time before the first term and after the last is treated like a gap.
    Optional<LocalDate> lastEnd =
        terms.stream()
            .flatMap(t -> t.to().stream())
            .filter(end -> !end.isAfter(day))
            .max(naturalOrder());
    return new Administration(base, Optional.empty(), lastEnd);
  }

  private static TermOfOffice firstOfRun(List<TermOfOffice> terms, TermOfOffice term) {
    return terms.stream()
        .filter(t -> t.head().equals(term.head()) && t.to().equals(Optional.of(term.from())))
        .findFirst()
        .map(before -> firstOfRun(terms, before))
        .orElse(term);
  }

  /**
   * Rule 7: whether every day of both periods has one and the same head in office, asked of the
   * first principal. A predecessor and its successor never share an administration.
   */
  boolean areCertainlySame(
      Actor asked, Actor other, List<LocalDate> ofAsked, List<LocalDate> ofOther) {
    if (!base(asked).equals(base(other))) {
      return false;
    }
    List<TermOfOffice> terms = terms(asked);
    if (terms.isEmpty()) {
      return true;
    }
    Set<Administration> administrations =
        Stream.of(ofAsked, ofOther)
            .flatMap(period -> daysToLookAt(terms, period.get(0), period.get(1)))
            .map(day -> administration(asked, day))
            .collect(ImmutableSet.toImmutableSet());
    return administrations.size() == 1 && administrations.iterator().next().head().isPresent();
  }

  /** Returns the first day, and each day on which another term starts or ends. */
  private static Stream<LocalDate> daysToLookAt(
      List<TermOfOffice> terms, LocalDate first, LocalDate last) {
    Stream<LocalDate> bounds =
        terms.stream()
            .flatMap(t -> Stream.concat(Stream.of(t.from()), t.to().stream()))
            .filter(day -> day.isAfter(first) && !day.isAfter(last));
    return Stream.concat(Stream.of(first), bounds);
  }

  // Rule 12: sides

  /** Rule 12: whether the actor is of another side than the principal, on a day. */
  boolean isOtherSide(Actor relay, Actor principal, LocalDate day) {
    return base(principal).isPresent()
        && base(relay).isPresent()
        && !isOwnSide(relay, principal, day);
  }

  /**
   * Rule 12: its state or organisation, what that succeeds, and organisations it is a member of.
   * For a principal of the predecessor its successor is another side, whoever asks.
   */
  boolean isOwnSide(Actor relay, Actor principal, LocalDate day) {
    Optional<Actor> own = base(principal);
    if (own.isEmpty()) {
      return false;
    }
    return base(relay).filter(predecessorsAndSelf(own.get())::contains).isPresent()
        || organisations(own.get(), day).contains(relay);
  }

  private List<Actor> predecessorsAndSelf(Actor state) {
    List<Actor> found = new ArrayList<>(List.of(state));
    Optional<Actor> next = state.succeeds().map(this::actor);
    while (next.isPresent()) {
      found.add(next.get());
      next = next.get().succeeds().map(this::actor);
    }
    return found;
  }
}
