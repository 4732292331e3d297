package org.demarche.model;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.suggestion.Hints;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.TypographicMarks;

/**
 * The check of a dossier for problems that involve more than one record. It continues after a
 * problem, so that every problem is reported: a reference to an unknown record is reported once and
 * then ignored.
 */
final class DossierCheck {
  /**
   * The number of ids that are compared for suggestions at most. Each suggestion compares an
   * unknown id with all ids of its type, so later unknown ids get no suggestion.
   */
  private static final long MAX_COMPARISONS = 300_000;

  /** The number of claims that one thread checks in one go. */
  private static final int MANY = 1 << 14;

  private final RecordIndexes records;
  private final IdIndex<Source> sources;
  private final IdIndex<Actor> actors;
  private final IdIndex<Occasion> occasions;
  private final IdIndex<Proposition> propositions;
  private final IdIndex<Claim> claims;
  private final Supplier<ImmutableSet<String>> issues;
  private final CodingMistakes mistakes;
  private final Chains<Source> versions;
  private final Chains<Actor> organs;
  private final Chains<Actor> successors;
  private final Affiliations affiliations;
  private final Hints hints = new Hints(MAX_COMPARISONS);
  private final List<Problem> found = new ArrayList<>();

  private DossierCheck(RecordIndexes records) {
    this.records = records;
    this.sources = records.sources();
    this.actors = records.actors();
    this.occasions = records.occasions();
    this.propositions = records.propositions();
    this.claims = records.claims();
    this.versions = Chains.ofVersions(sources);
    this.organs = Chains.ofOrgans(actors);
    this.successors = Chains.ofSuccessors(actors);
    this.affiliations = new Affiliations(actors);
    this.mistakes = new CodingMistakes(records, affiliations::body);
    this.issues =
        Suppliers.memoize(
            () ->
                propositions.records().stream()
                    .map(Proposition::issue)
                    .collect(ImmutableSet.toImmutableSet()));
  }

  /** Checks all records of a dossier. */
  static DossierCheck of(RecordIndexes records) {
    DossierCheck check = new DossierCheck(records);
    check.duplicates("source", check.sources);
    check.duplicates("actor", check.actors);
    check.duplicates("occasion", check.occasions);
    check.duplicates("proposition", check.propositions);
    check.duplicates("claim", check.claims);
    check.check(
        new Selection(
            records.sources().all(),
            records.actors().all(),
            records.occasions().all(),
            records.propositions().all(),
            records.claims().all()));
    check.revisions();
    return check;
  }

  /** The indexes of some records of each type. */
  record Selection(
      ImmutableIntArray sources,
      ImmutableIntArray actors,
      ImmutableIntArray occasions,
      ImmutableIntArray propositions,
      ImmutableIntArray claims) {
    /** Returns these records and more claims. */
    private Selection withClaims(ImmutableIntArray more) {
      return new Selection(
          sources,
          actors,
          occasions,
          propositions,
          ImmutableIntArray.builder().addAll(claims).addAll(more).build());
    }
  }

  /**
   * Checks the records of a merged dossier that were added by a merge. The other records were valid
   * before, and cannot refer to records that were added later; but claims that depend on a draft
   * which a coded claim replaced are checked again.
   *
   * @param merged the merged dossier
   * @param more the records that were added
   * @param coded the ids of the claims that replaced drafts
   */
  static DossierCheck ofMore(RecordIndexes merged, Selection more, Set<String> coded) {
    DossierCheck check = new DossierCheck(merged);
    BitSet known = new BitSet();
    Set<String> dependents =
        coded.isEmpty() ? coded : new ClaimOrder(merged.claims()).dependents(coded);
    if (!dependents.isEmpty()) {
      more.claims().forEach(known::set);
    }
    BitSet again = new BitSet();
    dependents.stream()
        .mapToInt(merged.claims()::indexOf)
        .filter(index -> !known.get(index))
        .forEach(again::set);
    check.check(again.isEmpty() ? more : more.withClaims(ImmutableIntArray.copyOf(again.stream())));
    check.found.removeIf(
        problem ->
            problem.isWarning() // of a claim that was there before
                && problem.type().equals("claim")
                && again.get(problem.index().orElseThrow()));
    return check;
  }

  /**
   * Returns the warnings about revised sources that records bring when they are added. It takes
   * time linear in the size of the dossier.
   *
   * @param ours the records before
   * @param merged the records with those that were added
   * @param more the records that were added
   */
  static List<Problem> revisionsOfMore(RecordIndexes ours, RecordIndexes merged, RecordLists more) {
    DossierCheck before = new DossierCheck(ours);
    before.revisions();
    DossierCheck after = new DossierCheck(merged);
    after.revisions();
    Set<Problem> known = new HashSet<>(before.found);
    Set<String> added =
        Stream.concat(more.sources().stream(), more.claims().stream())
            .map(record -> RecordType.of(record) + " " + record.id())
            .collect(Collectors.toSet());
    after.found.removeIf(
        problem -> known.contains(problem) && !added.contains(problem.type() + " " + problem.id()));
    return after.found;
  }

  /**
   * Rejects the dossier if it has errors.
   *
   * @throws InvalidDossierException with every error
   */
  void requireValid() {
    ImmutableList<Problem> errors = found(false);
    if (!errors.isEmpty()) {
      throw new InvalidDossierException(errors);
    }
  }

  /** Returns the warnings, in the order in which they were found. */
  ImmutableList<Problem> warnings() {
    return found(true);
  }

  /** Returns the errors and warnings, in the order in which they were found. */
  List<Problem> found() {
    return found;
  }

  private ImmutableList<Problem> found(boolean warnings) {
    return found.stream()
        .filter(problem -> problem.isWarning() == warnings)
        .collect(ImmutableList.toImmutableList());
  }

  private void check(Selection some) {
    each("source", sources, some.sources(), this::source);
    each("actor", actors, some.actors(), this::actor);
    each("occasion", occasions, some.occasions(), this::occasion);
    each("proposition", propositions, some.propositions(), this::proposition);
    claims(some.claims());
    Cycles<Source> sourceCycles = new Cycles<>("source", sources, some.sources());
    found.addAll(
        sourceCycles.find("derivedFrom", Problem.Code.BAD_DERIVATION, Source::derivedFrom));
    found.addAll(
        sourceCycles.find(
            "revises", Problem.Code.BAD_DERIVATION, s -> s.revises().stream().toList()));
    Cycles<Actor> actorCycles = new Cycles<>("actor", actors, some.actors());
    found.addAll(actorCycles.find("of", Problem.Code.CYCLE, a -> a.of().stream().toList()));
    found.addAll(
        actorCycles.find(
            "members",
            Problem.Code.CYCLE,
            a -> a.members().stream().map(Membership::member).toList()));
    found.addAll(
        actorCycles.find("succeeds", Problem.Code.CYCLE, a -> a.succeeds().stream().toList()));
    Cycles<Proposition> propositionCycles =
        new Cycles<>("proposition", propositions, some.propositions());
    found.addAll(
        propositionCycles.find("about", Problem.Code.CYCLE, p -> p.about().stream().toList()));
    found.addAll(propositionCycles.find("parts", Problem.Code.CYCLE, p -> p.parts().keySet()));
    each("proposition", propositions, some.propositions(), new PartsCheck(propositions)::check);
    ImmutableIntArray later = withPrecedents(some.claims());
    found.addAll(
        new Cycles<>("claim", claims, later)
            .find(
                claim -> claim.respondsTo().isEmpty() ? "retracts" : "respondsTo",
                "answers and retractions form",
                Problem.Code.CYCLE,
                ClaimOrder::precedents));
    order(later);
    identifiers("source", sources, some.sources(), Source::identifiers);
    identifiers("actor", actors, some.actors(), Actor::identifiers);
  }

  private interface Check<R> {
    void run(R record, ProblemCollector problems);
  }

  private <R extends DossierRecord> void each(
      String type, IdIndex<R> all, ImmutableIntArray some, Check<R> check) {
    for (int i = 0; i < some.length(); i++) {
      int index = some.get(i);
      R record = all.records().get(index);
      ProblemCollector problems = new ProblemCollector(type, record.id());
      check.run(record, problems);
      for (Problem problem : problems.found()) {
        found.add(problem.at(index));
      }
    }
  }

  /**
   * Checks claims on several threads. If one finds an error, all claims are checked again in order,
   * because the number of suggestions is limited.
   */
  private void claims(ImmutableIntArray some) {
    if (some.length() <= MANY) {
      each("claim", claims, some, this::claim);
      return;
    }
    List<DossierCheck> parts =
        IntStream.range(0, (some.length() + MANY - 1) / MANY)
            .parallel()
            .mapToObj(
                part -> some.subArray(part * MANY, Math.min(some.length(), (part + 1) * MANY)))
            .map(this::ofClaims)
            .toList();
    if (parts.stream().flatMap(part -> part.found.stream()).allMatch(Problem::isWarning)) {
      parts.forEach(part -> found.addAll(part.found));
    } else {
      each("claim", claims, some, this::claim);
    }
  }

  /** Returns the indexes of the claims among some that answer or retract others. */
  private ImmutableIntArray withPrecedents(ImmutableIntArray some) {
    return ImmutableIntArray.copyOf(
        some.stream()
            .parallel()
            .filter(index -> !ClaimOrder.precedents(claims.records().get(index)).isEmpty()));
  }

  private DossierCheck ofClaims(ImmutableIntArray part) {
    DossierCheck check = new DossierCheck(records);
    check.each("claim", claims, part, check::claim);
    return check;
  }

  private <R extends DossierRecord> void duplicates(String type, IdIndex<R> all) {
    if (all.isUnique()) {
      return;
    }
    for (int index = 0; index < all.records().size(); index++) {
      String id = all.records().get(index).id();
      if (all.indexOf(id) != index) {
        found.add(
            Problem.of(
                    Problem.Code.DUPLICATE_ID,
                    type,
                    id,
                    "id",
                    id,
                    "duplicate " + type + " id " + id)
                .at(index));
      }
    }
  }

  /** Checks that no two records have one identifier. */
  private <R extends DossierRecord> void identifiers(
      String type,
      IdIndex<R> all,
      ImmutableIntArray some,
      Function<R, Map<String, String>> identifiers) {
    List<R> records = all.records();
    if (some.stream().allMatch(index -> identifiers.apply(records.get(index)).isEmpty())) {
      return; // the usual case, decided without a look at all records
    }
    Map<Map.Entry<String, String>, R> first = new HashMap<>();
    for (int index = 0; index < records.size(); index++) {
      R record = records.get(index);
      ProblemCollector problems = new ProblemCollector(type, record.id());
      for (Map.Entry<String, String> identifier : identifiers.apply(record).entrySet()) {
        R other = first.putIfAbsent(identifier, record);
        if (other != null && !other.id().equals(record.id())) {
          problems.add(
              Problem.Code.DUPLICATE_IDENTIFIER,
              "identifiers/" + Problem.step(identifier.getKey()),
              identifier.getValue(),
              identifier.getKey()
                  + " '"
                  + identifier.getValue()
                  + "' is the identifier of "
                  + type
                  + " '"
                  + other.id()
                  + "' too");
        }
      }
      for (Problem problem : problems.found()) {
        found.add(problem.at(index));
      }
    }
  }

  /** Warns of claims and sources that depend on revised sources. */
  private void revisions() {
    RevisedSources revised = new RevisedSources(sources);
    if (!revised.isEmpty()) {
      each("source", sources, sources.all(), revised::check);
      each("claim", claims, claims.all(), revised::check);
    }
  }

  // References

  private <R extends DossierRecord> Optional<R> refer(
      ProblemCollector problems, String field, String what, String id, IdIndex<R> index) {
    Optional<R> record = index.find(id);
    if (record.isEmpty()) {
      boolean issue = index == propositions && issues.get().contains(id);
      problems.add(
          Problem.Code.UNKNOWN_ID,
          field,
          id,
          what
              + " '"
              + ShownValue.of(id)
              + "' is not in the dossier"
              + (issue
                  ? "; it is an issue"
                  : hints.of(what, id, Lists.transform(index.records(), DossierRecord::id), 1)));
    }
    return record;
  }

  private Optional<Actor> actor(ProblemCollector problems, String field, String what, String id) {
    return refer(problems, field, what, id, actors);
  }

  private void actorOf(
      ProblemCollector problems, String field, String what, String id, Set<ActorKind> kinds) {
    Optional<Actor> actor = actor(problems, field, what, id);
    if (actor.isPresent() && !kinds.contains(actor.get().kind())) {
      problems.add(
          Problem.Code.WRONG_KIND,
          field,
          id,
          what
              + " '"
              + id
              + "' is "
              + actor.get().kind().withArticle()
              + ", it must be "
              + kinds.stream().map(ActorKind::withArticle).collect(Collectors.joining(" or ")));
    }
  }

  // Records

  private void source(Source source, ProblemCollector problems) {
    actorOf(
        problems,
        "outlet",
        "outlet",
        source.outlet(),
        EnumSet.complementOf(EnumSet.of(ActorKind.PERSON)));
    source.derivedFrom().forEach(id -> refer(problems, "derivedFrom", "source", id, sources));
    source.revises().ifPresent(id -> refer(problems, "revises", "source", id, sources));
    versions.check(source, problems);
    source.issuedBy().forEach(id -> actor(problems, "issuedBy", "issuer", id));
    if (!media(source.issuedBy()).isEmpty() && governing(source.issuedBy()).isPresent()) {
      problems.add(
          Problem.Code.MIXED_ISSUERS,
          "issuedBy",
          source.issuedBy().toString(),
          "a medium and a state, organ or organisation do not issue one text: of "
              + source.issuedBy()
              + ", name those who put it out; the medium is the outlet");
    }
    mistakes.check(source, problems);
  }

  private void actor(Actor actor, ProblemCollector problems) {
    Set<ActorKind> above =
        actor.kind() == ActorKind.PERSON
            ? EnumSet.complementOf(EnumSet.of(ActorKind.PERSON))
            : EnumSet.of(ActorKind.STATE, ActorKind.ORGAN, ActorKind.ORGANISATION);
    actor.of().ifPresent(of -> actorOf(problems, "of", "of", of, above));
    for (int i = 0; i < actor.terms().size(); i++) {
      actorOf(
          problems,
          "terms/" + i + "/head",
          "head",
          actor.terms().get(i).head(),
          EnumSet.of(ActorKind.PERSON));
    }
    for (int i = 0; i < actor.members().size(); i++) {
      actorOf(
          problems,
          "members/" + i + "/member",
          "member",
          actor.members().get(i).member(),
          EnumSet.of(ActorKind.STATE, ActorKind.ORGANISATION));
    }
    actor
        .succeeds()
        .ifPresent(id -> actorOf(problems, "succeeds", "state", id, EnumSet.of(ActorKind.STATE)));
    organs.check(actor, problems);
    successors.check(actor, problems);
    problems.seen("name", actor.name());
    actor.aliases().forEach(alias -> problems.seen("aliases", alias));
    mistakes.check(actor, problems);
  }

  private void occasion(Occasion occasion, ProblemCollector problems) {
    problems.seen("label", occasion.label());
    occasion.participants().forEach(id -> actor(problems, "participants", "participant", id));
  }

  private void proposition(Proposition proposition, ProblemCollector problems) {
    proposition
        .parts()
        .keySet()
        .forEach(id -> refer(problems, "parts/" + Problem.step(id), "part", id, propositions));
    proposition.about().ifPresent(id -> refer(problems, "about", "proposition", id, propositions));
    for (String id : proposition.excludes()) {
      Optional<Proposition> rival = refer(problems, "excludes", "proposition", id, propositions);
      if (rival.isPresent() && rival.get().parts().containsKey(proposition.id())) {
        problems.add(
            Problem.Code.SELF_EXCLUSION,
            "excludes",
            id,
            "a proposition cannot exclude '" + id + "', of which it is a part");
      }
    }
    proposition.label().ifPresent(label -> problems.seen("label", label));
    mistakes.check(proposition, problems);
  }

  private void claim(Claim claim, ProblemCollector problems) {
    boolean ofMedia = referToMedium(problems, "speakers", "speaker", claim.speakers());
    ofMedia |= referToMedium(problems, "principals", "principal", claim.principals());
    claim.audience().forEach(id -> actor(problems, "audience", "audience", id));
    refer(problems, "proposition", "proposition", claim.proposition(), propositions);
    if (ofMedia) {
      media(claim, problems);
    }
    claim.occasion().ifPresent(id -> occasionOf(claim, id, problems));
    claim.respondsTo().forEach(id -> response(claim, id, problems));
    retractions(claim, problems);
    due(claim, problems);
    administrations(claim, problems);
    mistakes.check(claim, problems);
    Set<String> late = new HashSet<>();
    for (int i = 0; i < claim.evidence().size(); i++) {
      evidence(claim, claim.evidence().get(i), i, late, problems);
    }
  }

  private void media(Claim claim, ProblemCollector problems) {
    List<String> mediaSpeakers = media(claim.speakers());
    Optional<Actor> other = governing(claim.principals());
    if (other.isPresent() && !media(claim.principals()).isEmpty()) {
      problems.add(
          Problem.Code.MIXED_PRINCIPALS,
          "principals",
          claim.principals().toString(),
          "a paper and "
              + (isOfState(other.get().id()) ? "a government" : "an organisation")
              + " cannot speak jointly: make a separate claim for each of principals "
              + claim.principals());
    }
    if (!mediaSpeakers.isEmpty()) {
      for (String principal : claim.principals()) {
        if (!mediaSpeakers.contains(principal)) {
          String who = isOfState(mediaSpeakers.get(0)) ? "state-run media" : "media";
          problems.add(
              Problem.Code.MEDIUM_SPEAKS_FOR_OTHER,
              "principals",
              principal,
              who
                  + " speak for themselves: principal must be '"
                  + String.join("' or '", mediaSpeakers)
                  + "', got '"
                  + principal
                  + "'");
        }
      }
    }
  }

  /** Returns the first state, organ or organisation among some actors. */
  private Optional<Actor> governing(Set<String> ids) {
    return ids.stream()
        .flatMap(id -> actors.find(id).stream())
        .filter(a -> Affiliations.isBody(a) || a.kind() == ActorKind.ORGAN)
        .findFirst();
  }

  private boolean isOfState(String id) {
    return affiliations.body(id).filter(body -> body.kind() == ActorKind.STATE).isPresent();
  }

  /** Checks references to actors, and returns whether one of the actors is a medium. */
  private boolean referToMedium(
      ProblemCollector problems, String field, String what, Set<String> ids) {
    boolean medium = false;
    for (String id : ids) {
      medium |= actor(problems, field, what, id).filter(DossierCheck::isMedium).isPresent();
    }
    return medium;
  }

  private static boolean isMedium(Actor actor) {
    return actor.kind() == ActorKind.MEDIA;
  }

  private List<String> media(Set<String> ids) {
    List<String> media = List.of();
    for (String id : ids) {
      if (actors.find(id).filter(DossierCheck::isMedium).isPresent()) {
        media = ImmutableList.<String>builder().addAll(media).add(id).build();
      }
    }
    return media;
  }

  private void occasionOf(Claim claim, String id, ProblemCollector problems) {
    Optional<Occasion> occasion = refer(problems, "occasion", "occasion", id, occasions);
    if (occasion.isEmpty()) {
      return;
    }
    if (claim.asserted().before(occasion.get().when())) {
      problems.add(
          Problem.Code.BEFORE_OCCASION,
          "occasion",
          id,
          "asserted "
              + claim.asserted()
              + ", but its occasion '"
              + id
              + "' began later, "
              + occasion.get().when()
              + ": a read-out may come after the meeting, not before");
    }
    Set<String> bodies =
        occasion.get().participants().stream()
            .flatMap(p -> affiliations.body(p).stream())
            .map(Actor::id)
            .collect(Collectors.toSet());
    for (String principal : claim.principals()) {
      Optional<String> body = affiliations.body(principal).map(Actor::id);
      if (body.isPresent() && !bodies.contains(body.get())) {
        problems.warn(
            Problem.Code.NOT_A_PARTICIPANT,
            "principals",
            principal,
            "principal '"
                + principal
                + "' is of '"
                + body.get()
                + "', which took no part in occasion '"
                + id
                + "'");
      }
    }
  }

  private void response(Claim claim, String id, ProblemCollector problems) {
    Optional<Claim> answered = refer(problems, "respondsTo", "claim", id, claims);
    boolean counters = claim.force() == Force.DENY || claim.force() == Force.REFUSE;
    if (counters && answered.isPresent() && claim.asserted().before(answered.get().asserted())) {
      problems.add(
          Problem.Code.BAD_RESPONSE,
          "respondsTo",
          id,
          claim.force()
              + " of "
              + claim.asserted()
              + " cannot answer '"
              + id
              + "', which was said later, "
              + answered.get().asserted());
    }
  }

  private void retractions(Claim claim, ProblemCollector problems) {
    for (String id : claim.retracts()) {
      Optional<Claim> retracted = refer(problems, "retracts", "claim", id, claims);
      if (retracted.isPresent() && claim.asserted().before(retracted.get().asserted())) {
        problems.add(
            Problem.Code.BAD_RETRACTION,
            "retracts",
            id,
            "asserted "
                + claim.asserted()
                + ", it cannot retract '"
                + id
                + "', which was said later, "
                + retracted.get().asserted());
      }
      if (retracted.isPresent()
          && Collections.disjoint(sides(claim), sides(retracted.get()))
          && isKnown(claim.principals())
          && isKnown(retracted.get().principals())) {
        problems.add(
            Problem.Code.BAD_RETRACTION,
            "retracts",
            id,
            "it cannot retract '"
                + id
                + "' of "
                + retracted.get().principals()
                + ", which are of another side than "
                + claim.principals()
                + ": a claim takes back claims of its own side; respondsTo names those of others");
      }
    }
  }

  private boolean isKnown(Set<String> ids) {
    return ids.stream().allMatch(id -> actors.indexOf(id) >= 0);
  }

  /**
   * Returns the states and organisations of the principals of a claim, and the states that those
   * succeed. A principal of no state or organisation is a side by itself.
   */
  private Set<String> sides(Claim claim) {
    Set<String> sides = new HashSet<>();
    for (String principal : claim.principals()) {
      Optional<Actor> side = affiliations.body(principal).or(() -> actors.find(principal));
      while (side.isPresent() && sides.add(side.get().id())) {
        side = side.get().succeeds().flatMap(actors::find);
      }
    }
    return sides;
  }

  private static void due(Claim claim, ProblemCollector problems) {
    if (claim.due().filter(due -> due.before(claim.asserted())).isPresent()) {
      problems.warn(
          Problem.Code.DUE_BEFORE_CLAIM,
          "due",
          claim.due().get().toString(),
          "due " + claim.due().get() + ", before it was said, " + claim.asserted());
    }
  }

  /** Warns of a claim for a state that had ended, or of an administration that is uncertain. */
  private void administrations(Claim claim, ProblemCollector problems) {
    Set<String> reported = new HashSet<>();
    for (String principal : claim.principals()) {
      Optional<Actor> state = affiliations.body(principal).filter(b -> b.to().isPresent());
      if (state.isPresent()
          && !claim.asserted().earliest().orElse(LocalDate.MIN).isBefore(state.get().to().get())
          && reported.add(state.get().id())) {
        problems.warn(
            Problem.Code.AFTER_END,
            "principals",
            principal,
            "asserted "
                + claim.asserted()
                + ", but '"
                + state.get().id()
                + "' ended "
                + state.get().to().get());
      }
      Optional<Actor> termed = affiliations.termed(principal);
      Optional<String> uncertain =
          termed.flatMap(actor -> UncertainAdministration.of(claim.asserted(), actor.terms()));
      if (uncertain.isPresent() && reported.add("terms of " + termed.get().id())) {
        problems.warn(
            Problem.Code.UNCERTAIN_ADMINISTRATION,
            "asserted",
            claim.asserted().toString(),
            "asserted "
                + claim.asserted()
                + ", "
                + uncertain.get()
                + " ('"
                + termed.get().id()
                + "'): any organ can undo it; narrow the date, or complete the terms");
      }
    }
  }

  /** Checks that days can be found for claims and for all that they answer or retract. */
  private void order(ImmutableIntArray some) {
    ClaimOrder order = new ClaimOrder(claims);
    order
        .misfits(some)
        .forEach(
            (index, chain) ->
                each(
                    "claim",
                    claims,
                    ImmutableIntArray.of(index),
                    (claim, problems) -> order.report(claim, chain, problems)));
  }

  /**
   * Checks a piece of evidence.
   *
   * @param late the sources that are reported to be published before the claim was made, once each
   */
  private void evidence(
      Claim claim, Evidence evidence, int number, Set<String> late, ProblemCollector problems) {
    Optional<Source> source = sources.find(evidence.source());
    if (source.isEmpty()) {
      refer(problems, field(number) + "/source", "source", evidence.source(), sources);
    }
    if (!evidence.via().isEmpty()) {
      evidence.via().forEach(id -> actor(problems, field(number) + "/via", "relay", id));
      source.ifPresent(s -> chain(s, evidence, field(number), problems));
    }
    Optional<String> quote = evidence.quote();
    if (evidence.mode().quotes()
        && quote.isPresent()
        && !TypographicMarks.hasQuotationMark(quote.get())
        && source.filter(this::isOwnText).isEmpty()) {
      problems.warn(
          Problem.Code.NO_QUOTATION_MARKS,
          field(number) + "/quote",
          quote.get(),
          evidence.mode()
              + " evidence from "
              + evidence.source()
              + " has no quotation marks; INDIRECT?");
    }
    if (source.isEmpty()) {
      return;
    }
    if (source.get().published().before(claim.asserted()) && late.add(evidence.source())) {
      published(claim.asserted(), source.get(), problems);
    }
    if (source.get().text().isPresent() && quote.isPresent()) {
      Quotation.check(evidence, quote.get(), source.get().text().get(), field(number), problems);
    }
  }

  /** Returns whether a state, organ or organisation put a source out, whose text needs no marks. */
  private boolean isOwnText(Source source) {
    return governing(source.issuedBy()).isPresent()
        || governing(Set.of(source.outlet())).isPresent();
  }

  /** Reports a claim that was made after its source was published. */
  private static void published(When asserted, Source source, ProblemCollector problems) {
    LocalDate earliest = asserted.earliest().orElseThrow();
    String why =
        "asserted "
            + earliest
            + " or later, but "
            + source.id()
            + " was published "
            + source.published();
    if (earliest.equals(source.published().latest().plusDays(1))) {
      problems.warn(
          Problem.Code.AFTER_PUBLICATION,
          "asserted",
          asserted.toString(),
          why + ", the day before: right only if the two places are time zones apart");
    } else {
      problems.add(Problem.Code.AFTER_PUBLICATION, "asserted", asserted.toString(), why);
    }
  }

  private static String field(int evidence) {
    return "evidence/" + evidence;
  }

  /**
   * Checks that the side of each relay is known. A named person belongs to no state or
   * organisation, so another relay, or whoever put the source out, must belong to one.
   */
  private void chain(Source source, Evidence evidence, String field, ProblemCollector problems) {
    if (evidence.via().isEmpty()) {
      return;
    }
    Set<String> outermost = source.outermostRelays();
    List<Actor> chain =
        Stream.concat(evidence.via().stream(), outermost.stream())
            .flatMap(id -> actors.find(id).stream())
            .toList();
    if (chain.size() < evidence.via().size() + outermost.size()) {
      return; // an unknown actor may decide the side
    }
    for (Actor relay : chain.subList(0, evidence.via().size())) {
      if (relay.kind() != ActorKind.PERSON || !relay.isNamed()) {
        continue;
      }
      String who =
          "relay '"
              + relay.id()
              + "' is a named person, and nobody in the chain from "
              + source.id();
      if (chain.stream().allMatch(a -> a.kind() == ActorKind.PERSON)) {
        problems.add(
            Problem.Code.SIDELESS_RELAY,
            field + "/via",
            relay.id(),
            who + " is a state, organ, organisation or medium: his side would be unknown");
      } else if (chain.stream().noneMatch(a -> affiliations.body(a.id()).isPresent())) {
        problems.warn(
            Problem.Code.SIDELESS_RELAY,
            field + "/via",
            relay.id(),
            who
                + " is of a state or organisation: his side is unknown, so the evidence cannot be"
                + " graded OTHER_SIDE");
      }
    }
  }
}
