package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A new id for one record, in the record itself and in every reference to it. */
final class Renaming {
  private final RecordType type;
  private final String from;
  private final String to;

  Renaming(RecordType type, String from, String to) {
    this.type = type;
    this.from = from;
    this.to = to;
  }

  /** Returns the records of a dossier, renamed and not checked. */
  RecordIndexes in(RecordIndexes records) {
    return new RecordLists(
            all(RecordType.SOURCE, records.sources().records(), this::source),
            all(RecordType.ACTOR, records.actors().records(), this::actor),
            all(RecordType.OCCASION, records.occasions().records(), this::occasion),
            all(RecordType.PROPOSITION, records.propositions().records(), this::proposition),
            all(RecordType.CLAIM, records.claims().records(), this::claim))
        .indexed();
  }

  private <R extends DossierRecord> List<R> all(
      RecordType typeOfAll, List<R> all, UnaryOperator<R> renamed) {
    return all.stream()
        .map(
            record ->
                (typeOfAll == type && record.id().equals(from))
                        || References.refers(record, type, from)
                    ? renamed.apply(record)
                    : record)
        .toList();
  }

  private String id(RecordType typeOfId, String id) {
    return typeOfId == type && id.equals(from) ? to : id;
  }

  private ImmutableSortedSet<String> ids(RecordType typeOfIds, Collection<String> ids) {
    return ids.stream()
        .map(id -> id(typeOfIds, id))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Ordering.natural()));
  }

  private Source source(Source source) {
    return ImmutableSource.of(
        id(RecordType.SOURCE, source.id()),
        id(RecordType.ACTOR, source.outlet()),
        source.title(),
        source.published(),
        source.basis(),
        source.author(),
        source.hasReliableQuotes(),
        ids(RecordType.SOURCE, source.derivedFrom()),
        source.revises().map(id -> id(RecordType.SOURCE, id)),
        source.url(),
        source.text(),
        source.note(),
        ids(RecordType.ACTOR, source.issuedBy()),
        source.textHash(),
        source.identifiers());
  }

  private Actor actor(Actor actor) {
    return ImmutableActor.of(
        id(RecordType.ACTOR, actor.id()),
        actor.name(),
        actor.kind(),
        actor.of().map(id -> id(RecordType.ACTOR, id)),
        actor.authority(),
        actor.isNamed(),
        actor.aliases(),
        actor.terms().stream()
            .map(
                term ->
                    ImmutableTermOfOffice.of(
                        id(RecordType.ACTOR, term.head()), term.isActing(), term.from(), term.to()))
            .toList(),
        actor.members().stream()
            .map(
                membership ->
                    ImmutableMembership.of(
                        id(RecordType.ACTOR, membership.member()),
                        membership.from(),
                        membership.to()))
            .toList(),
        actor.succeeds().map(id -> id(RecordType.ACTOR, id)),
        actor.from(),
        actor.to(),
        actor.identifiers());
  }

  private Occasion occasion(Occasion occasion) {
    return ImmutableOccasion.of(
        id(RecordType.OCCASION, occasion.id()),
        occasion.label(),
        occasion.when(),
        ids(RecordType.ACTOR, occasion.participants()));
  }

  private Proposition proposition(Proposition proposition) {
    return ImmutableProposition.of(
        id(RecordType.PROPOSITION, proposition.id()),
        proposition.issue(),
        proposition.text(),
        proposition.label(),
        proposition.parts().entrySet().stream()
            .collect(
                ImmutableSortedMap.toImmutableSortedMap(
                    Ordering.<String>natural(),
                    part -> id(RecordType.PROPOSITION, part.getKey()),
                    Map.Entry::getValue)),
        proposition.about().map(id -> id(RecordType.PROPOSITION, id)),
        ids(RecordType.PROPOSITION, proposition.excludes()));
  }

  private Claim claim(Claim claim) {
    return ImmutableClaim.of(
        id(RecordType.CLAIM, claim.id()),
        claim.gist(),
        ids(RecordType.ACTOR, claim.speakers()),
        ids(RecordType.ACTOR, claim.principals()),
        claim.role(),
        claim.asserted(),
        claim.basis(),
        claim.occasion().map(id -> id(RecordType.OCCASION, id)),
        ids(RecordType.ACTOR, claim.audience()),
        id(RecordType.PROPOSITION, claim.proposition()),
        claim.stance(),
        claim.force(),
        claim.frames(),
        ids(RecordType.CLAIM, claim.respondsTo()),
        claim.evidence().stream().map(this::evidence).toList(),
        claim.note(),
        ids(RecordType.CLAIM, claim.retracts()),
        claim.condition(),
        claim.due(),
        claim.coder(),
        claim.isDraft(),
        claim.reviewer(),
        claim.readings());
  }

  private Evidence evidence(Evidence evidence) {
    return ImmutableEvidence.of(
        id(RecordType.SOURCE, evidence.source()),
        evidence.mode(),
        evidence.via().stream()
            .map(id -> id(RecordType.ACTOR, id))
            .collect(ImmutableList.toImmutableList()),
        evidence.quote(),
        evidence.selector(),
        evidence.language(),
        evidence.translation());
  }
}
