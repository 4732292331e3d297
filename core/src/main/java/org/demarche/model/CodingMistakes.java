package org.demarche.model;

import com.google.common.base.Suppliers;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The natural mistakes of coders that can be seen in the records. Each record is valid, but answers
 * differ from what the coder probably means, so each mistake is a warning. CODING.md explains them.
 */
final class CodingMistakes {
  /** A walk-back and a correction follow within this time; what comes later is something new. */
  private static final int YEARS = 1;

  /** The number of offices of a person whose terms are looked at; the others are counted. */
  private static final int MOST_HEADED = 100;

  /** The number of offices of which a claim is warned; the others are counted. */
  private static final int MOST_WARNINGS = 3;

  private final IdIndex<Source> sources;
  private final IdIndex<Actor> actors;
  private final IdIndex<Proposition> propositions;
  private final IdIndex<Claim> claims;
  private final Function<String, Optional<Actor>> body;
  private final Supplier<Map<String, String>> ranked = Suppliers.memoize(this::ranked);
  private final Supplier<Map<String, Offices>> heads = Suppliers.memoize(this::heads);

  /**
   * Creates a check.
   *
   * @param body the state or organisation to which an actor belongs, by its id
   */
  CodingMistakes(RecordIndexes records, Function<String, Optional<Actor>> body) {
    this.sources = records.sources();
    this.actors = records.actors();
    this.propositions = records.propositions();
    this.claims = records.claims();
    this.body = body;
  }

  /** Warns of a new document that is coded as a corrected edition. */
  void check(Source source, ProblemCollector problems) {
    Optional<Source> revised = source.revises().flatMap(sources::find);
    if (revised.isPresent() && isLater(source.published(), revised.get().published())) {
      problems.warn(
          Problem.Code.LATE_REVISION,
          "revises",
          revised.get().id(),
          "published "
              + source.published()
              + ", it revises '"
              + revised.get().id()
              + "' of "
              + revised.get().published()
              + ", which then counts as corrected and is no longer evidence: only a corrected edition revises; leave out 'revises' for a new document");
    }
  }

  /** Warns of the first organ whose rank differs in an organisation without terms of office. */
  void check(Actor actor, ProblemCollector problems) {
    if (actor.kind() != ActorKind.ORGAN) {
      return;
    }
    Optional<Actor> organisation = body.apply(actor.id()).filter(CodingMistakes::lacksTerms);
    if (organisation.isPresent() && actor.id().equals(ranked.get().get(organisation.get().id()))) {
      problems.warn(
          Problem.Code.ORGANISATION_WITHOUT_TERMS,
          "authority",
          actor.authority().name(),
          "organs of '"
              + organisation.get().id()
              + "' differ in authority, but it has no terms of office: a lower organ can never supersede a higher one; give '"
              + organisation.get().id()
              + "' its 'terms'");
    }
  }

  private static boolean lacksTerms(Actor actor) {
    return actor.kind() == ActorKind.ORGANISATION && actor.terms().isEmpty();
  }

  /** Returns by organisation without terms the first organ that has another rank than the first. */
  private Map<String, String> ranked() {
    Map<String, Authority> first = new HashMap<>();
    Map<String, String> other = new HashMap<>();
    for (Actor actor : actors.records()) {
      if (actor.kind() == ActorKind.ORGAN && actor.authority() != Authority.NONE) {
        body.apply(actor.id())
            .filter(CodingMistakes::lacksTerms)
            .filter(
                it -> first.computeIfAbsent(it.id(), id -> actor.authority()) != actor.authority())
            .ifPresent(it -> other.putIfAbsent(it.id(), actor.id()));
      }
    }
    return other;
  }

  /** Warns of a part that says something about the whole. */
  void check(Proposition composite, ProblemCollector problems) {
    for (String part : composite.parts().keySet()) {
      if (propositions
          .find(part)
          .flatMap(Proposition::about)
          .filter(composite.id()::equals)
          .isPresent()) {
        problems.warn(
            Problem.Code.PART_ABOUT_COMPOSITE,
            "parts/" + Problem.step(part),
            part,
            "part '"
                + part
                + "' is about '"
                + composite.id()
                + "' itself: whoever is for the whole would be taken to hold it; leave it out of 'parts'");
      }
    }
  }

  /** Warns of mistakes in a claim. */
  void check(Claim claim, ProblemCollector problems) {
    claim
        .retracts()
        .forEach(id -> claims.find(id).ifPresent(it -> retraction(claim, it, problems)));
    if (!claim.retracts().isEmpty() && claim.condition().isPresent()) {
      problems.warn(
          Problem.Code.CONDITIONAL_RETRACTION,
          "condition",
          claim.condition().get(),
          "it retracts "
              + claim.retracts()
              + " under a condition, but what is retracted no longer counts at all: leave out one of the two");
    }
    if (claim.role().isEmpty()) {
      claim.principals().forEach(id -> office(claim, id, problems));
    }
    if (claim.principals().size() > 1) {
      issuers(claim, problems);
    }
    for (int i = 1; i < claim.evidence().size(); i++) {
      version(claim, i, problems);
    }
  }

  private void retraction(Claim claim, Claim retracted, ProblemCollector problems) {
    if (Collections.disjoint(spokenFor(claim), spokenFor(retracted))) {
      problems.warn(
          Problem.Code.VAIN_RETRACTION,
          "retracts",
          retracted.id(),
          "it takes nothing back: "
              + claim.principals()
              + " does not speak for "
              + retracted.principals()
              + ", whose word '"
              + retracted.id()
              + "' is; use 'respondsTo'");
    }
    if (claim.force() != Force.WITHDRAW && isLater(claim.asserted(), retracted.asserted())) {
      problems.warn(
          Problem.Code.LATE_RETRACTION,
          "retracts",
          retracted.id(),
          "asserted "
              + claim.asserted()
              + ", it retracts '"
              + retracted.id()
              + "' of "
              + retracted.asserted()
              + ": the line before that holds again; a walk-back is within "
              + YEARS
              + " year, a policy ends by DECIDE on '"
              + retracted.proposition()
              + "' without 'retracts', or by WITHDRAW");
    }
  }

  /** Returns the states, organisations and bodies of their own for which a claim was made. */
  private Set<String> spokenFor(Claim claim) {
    Set<String> sides = new LinkedHashSet<>();
    for (String principal : claim.principals()) {
      Optional<String> side = Optional.of(spokenFor(principal));
      while (side.isPresent() && sides.add(side.get())) { // a successor speaks for both
        side = actors.find(side.get()).flatMap(Actor::succeeds);
      }
    }
    return sides;
  }

  private String spokenFor(String actor) {
    String at = actor;
    for (int above = 0; above <= Limits.CHAIN; above++) { // there may be a cycle
      Optional<String> of =
          actors.find(at).filter(it -> it.authority() != Authority.NONE).flatMap(Actor::of);
      if (of.isEmpty()) {
        return at;
      }
      at = of.get();
    }
    return at;
  }

  private void office(Claim claim, String principal, ProblemCollector problems) {
    if (actors.find(principal).filter(it -> it.kind() == ActorKind.PERSON).isEmpty()) {
      return;
    }
    Offices offices = heads.get().getOrDefault(principal, new Offices());
    List<String> held =
        offices.terms.entrySet().stream()
            .filter(of -> of.getValue().stream().anyMatch(it -> isDuring(claim.asserted(), it)))
            .map(Map.Entry::getKey)
            .toList();
    for (int i = 0; i < Math.min(held.size(), MOST_WARNINGS); i++) {
      String of = held.get(i);
      warnOfOffice(
          problems,
          principal,
          of,
          i < MOST_WARNINGS - 1 ? 0 : held.size() - MOST_WARNINGS,
          " at the time: as a person's word it only hints at the position of '" + of + "';");
    }
    if (!offices.others.isEmpty()) {
      warnOfOffice(
          problems,
          principal,
          offices.others.iterator().next(),
          offices.others.size() - 1,
          ", whose terms are not looked at: if one was at the time,");
    }
  }

  private static void warnOfOffice(
      ProblemCollector problems, String principal, String office, int others, String what) {
    problems.warn(
        Problem.Code.PERSON_IN_OFFICE,
        "principals",
        principal,
        "'"
            + principal
            + "' headed '"
            + office
            + "'"
            + (others == 0 ? "" : " and " + others + " more")
            + what
            + " name the organ as principal, or the other capacity in 'role'");
  }

  /** The offices of a person. */
  private static final class Offices {
    /** The terms in the first offices, by the actor that the person headed. */
    private final Map<String, List<TermOfOffice>> terms = new LinkedHashMap<>();

    /** The actors that the person headed besides, whose terms are not looked at. */
    private final Set<String> others = new LinkedHashSet<>();
  }

  /** Returns the offices of each person. */
  private Map<String, Offices> heads() {
    Map<String, Offices> heads = new HashMap<>();
    for (Actor actor : actors.records()) {
      for (TermOfOffice term : actor.terms()) {
        Offices offices = heads.computeIfAbsent(term.head(), id -> new Offices());
        if (offices.terms.size() < MOST_HEADED || offices.terms.containsKey(actor.id())) {
          offices.terms.computeIfAbsent(actor.id(), id -> new ArrayList<>()).add(term);
        } else {
          offices.others.add(actor.id());
        }
      }
    }
    return heads;
  }

  private static boolean isDuring(When asserted, TermOfOffice term) {
    return asserted.earliest().filter(term::contains).isPresent()
        && term.to().map(asserted.latest()::isBefore).orElse(true);
  }

  /** Warns of a joint text that only some of its sides are said to have put out. */
  private void issuers(Claim claim, ProblemCollector problems) {
    Set<String> sides = bodies(claim.principals());
    for (int i = 0; i < claim.evidence().size(); i++) {
      Evidence evidence = claim.evidence().get(i);
      Optional<Source> source = sources.find(evidence.source());
      if (evidence.mode() != Mode.RECORDED || !evidence.via().isEmpty() || source.isEmpty()) {
        continue;
      }
      Set<String> issuing = bodies(source.get().outermostRelays());
      Set<String> missing = new LinkedHashSet<>(sides);
      missing.removeAll(issuing);
      if (!missing.isEmpty() && missing.size() < sides.size()) {
        problems.warn(
            Problem.Code.MISSING_ISSUER,
            "evidence/" + i + "/source",
            evidence.source(),
            "'"
                + evidence.source()
                + "' records a joint claim, but was put out by "
                + source.get().outermostRelays()
                + " alone: for "
                + missing
                + " it is another side's account; name every side that put it out in 'issuedBy', or use INDIRECT");
      }
    }
  }

  /** Warns of an official text that seems to be a version of another in another language. */
  private void version(Claim claim, int i, ProblemCollector problems) {
    Evidence version = claim.evidence().get(i);
    Optional<Source> text = official(version);
    for (Evidence other : text.isEmpty() ? List.<Evidence>of() : claim.evidence().subList(0, i)) {
      Optional<Source> original = official(other);
      if (original.isPresent()
          && !version.language().equals(other.language())
          && text.get().published().equals(original.get().published())
          && Collections.disjoint(drawnOn(text.get()), drawnOn(original.get()))) {
        problems.warn(
            Problem.Code.UNLINKED_VERSIONS,
            "evidence/" + i + "/source",
            version.source(),
            "'"
                + version.source()
                + "' and '"
                + other.source()
                + "' are official texts of one day in two languages, and count as two independent sources: if they are versions of one text, name one in 'derivedFrom' of the other");
        return;
      }
    }
  }

  /** Returns the source of words that a state, an organisation or an organ put out itself. */
  private Optional<Source> official(Evidence evidence) {
    return sources
        .find(evidence.source())
        .filter(
            source ->
                source.outermostRelays().stream()
                    .flatMap(id -> actors.find(id).stream())
                    .noneMatch(actor -> actor.kind() == ActorKind.MEDIA));
  }

  /** Returns the ids of a source and of all sources on which it draws. */
  private Set<String> drawnOn(Source source) {
    Set<String> ids = new LinkedHashSet<>(Set.of(source.id()));
    Deque<Source> open = new ArrayDeque<>(List.of(source));
    while (!open.isEmpty()) {
      Source next = open.remove();
      Stream.concat(next.derivedFrom().stream(), next.revises().stream())
          .filter(ids::add)
          .flatMap(id -> sources.find(id).stream())
          .forEach(open::add);
    }
    return ids;
  }

  private Set<String> bodies(Set<String> ids) {
    return ids.stream()
        .flatMap(id -> body.apply(id).stream())
        .map(Actor::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns whether a date is certainly more than the time of a walk-back after another. */
  private static boolean isLater(When when, When other) {
    LocalDate end = other.latest();
    return !other.isOpenEnded() && when.after(end.plusYears(YEARS));
  }
}
