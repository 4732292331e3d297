package org.demarche.model;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The members of a record by the names under which files store them, with their values as text. */
final class RecordMembers {
  private final Map<String, String> texts = new LinkedHashMap<>();

  private RecordMembers() {}

  /** Returns the text of each member, in the order of the members; empty where it is absent. */
  static ImmutableMap<String, String> of(DossierRecord record) {
    RecordMembers members = new RecordMembers();
    members.put("id", record.id());
    if (record instanceof Source source) {
      members.add(source);
    } else if (record instanceof Actor actor) {
      members.add(actor);
    } else if (record instanceof Occasion occasion) {
      members.add(occasion);
    } else if (record instanceof Proposition proposition) {
      members.add(proposition);
    } else if (record instanceof Claim claim) {
      members.add(claim);
    }
    return ImmutableMap.copyOf(members.texts);
  }

  /** Returns the texts of the members of one record in which it differs from another. */
  static ImmutableMap<String, String> differing(DossierRecord one, DossierRecord other) {
    Map<String, String> others = of(other);
    return of(one).entrySet().stream()
        .filter(member -> !member.getValue().equals(others.get(member.getKey())))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private RecordMembers put(String member, Object value) {
    texts.put(member, value.toString());
    return this;
  }

  private RecordMembers put(String member, Optional<?> value) {
    return put(member, value.map(Object::toString).orElse(""));
  }

  private RecordMembers put(String member, Iterable<?> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(value -> text.append(text.isEmpty() ? "" : ", ").append(value));
    return put(member, (Object) text);
  }

  private void add(Source source) {
    put("outlet", source.outlet())
        .put("title", source.title())
        .put("author", source.author())
        .put("published", source.published())
        .put("basis", source.basis())
        .put("reliableQuotes", source.hasReliableQuotes())
        .put("derivedFrom", source.derivedFrom())
        .put("revises", source.revises())
        .put("url", source.url())
        .put("text", source.text())
        .put("note", source.note());
  }

  private void add(Actor actor) {
    put("name", actor.name())
        .put("kind", actor.kind())
        .put("of", actor.of())
        .put("authority", actor.authority())
        .put("named", actor.isNamed())
        .put("aliases", actor.aliases())
        .put(
            "terms",
            actor.terms().stream()
                .map(term -> term + (term.isActing() ? " (acting)" : ""))
                .toList());
  }

  private void add(Occasion occasion) {
    put("label", occasion.label())
        .put("when", occasion.when())
        .put("participants", occasion.participants());
  }

  private void add(Proposition proposition) {
    put("issue", proposition.issue())
        .put("text", proposition.text())
        .put(
            "parts",
            proposition.parts().entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .toList())
        .put("about", proposition.about())
        .put("excludes", proposition.excludes());
  }

  private void add(Claim claim) {
    put("gist", claim.gist())
        .put("speakers", claim.speakers())
        .put("principals", claim.principals())
        .put("role", claim.role())
        .put("asserted", claim.asserted())
        .put("basis", claim.basis())
        .put("occasion", claim.occasion())
        .put("audience", claim.audience())
        .put("proposition", claim.proposition())
        .put("stance", claim.stance())
        .put("force", claim.force())
        .put("frames", claim.frames())
        .put("respondsTo", claim.respondsTo())
        .put("evidence", claim.evidence().stream().map(RecordMembers::text).toList())
        .put("note", claim.note());
  }

  private static String text(Evidence evidence) {
    return evidence.source()
        + " "
        + evidence.mode()
        + evidence.via().stream().map(id -> " via " + id).collect(Collectors.joining())
        + evidence.quote().map(quote -> " “" + quote + "”").orElse("")
        + evidence.selector().map(span -> " at " + span).orElse("");
  }
}
