package org.demarche.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.typography.OneLine;

/** The members of a record by the names under which files store them, with their values. */
final class RecordMembers {
  /** The names of the members of claims. */
  static final ImmutableSet<String> OF_CLAIMS =
      ImmutableSet.of(
          "id",
          "gist",
          "speakers",
          "principals",
          "role",
          "asserted",
          "basis",
          "occasion",
          "audience",
          "proposition",
          "stance",
          "force",
          "condition",
          "due",
          "frames",
          "respondsTo",
          "retracts",
          "evidence",
          "note",
          "coder",
          "status",
          "reviewer",
          "readings");

  private final Map<String, Object> values = new LinkedHashMap<>();

  private RecordMembers() {}

  /**
   * Returns the value of each member, in the order of the members; an Optional if it may be absent.
   */
  private static Map<String, Object> of(DossierRecord record) {
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
    return members.values;
  }

  /**
   * Returns the members of one record whose values differ from those of another, with the values as
   * text; empty where a value is absent.
   */
  static ImmutableMap<String, String> differing(DossierRecord one, DossierRecord other) {
    Map<String, Object> others = of(other);
    return of(one).entrySet().stream()
        .filter(member -> !member.getValue().equals(others.get(member.getKey())))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, member -> text(member.getValue())));
  }

  /** Returns the type of a record and the members that are given, in one line. */
  static String line(String type, DossierRecord record) {
    return of(record).entrySet().stream()
        .map(member -> Map.entry(member.getKey(), text(member.getValue())))
        .filter(member -> !member.getValue().isEmpty())
        .map(member -> member.getKey() + "=" + OneLine.whole(member.getValue()))
        .collect(Collectors.joining(", ", type + " {", "}"));
  }

  /** Returns the text of a piece of evidence, in one line. */
  static String line(Evidence evidence) {
    return OneLine.whole(text(evidence));
  }

  private RecordMembers put(String member, Object value) {
    values.put(member, value);
    return this;
  }

  private void add(Source source) {
    put("outlet", source.outlet())
        .put("issuedBy", source.issuedBy())
        .put("title", source.title())
        .put("author", source.author())
        .put("published", source.published())
        .put("basis", source.basis())
        .put("reliableQuotes", source.hasReliableQuotes())
        .put("derivedFrom", source.derivedFrom())
        .put("revises", source.revises())
        .put("url", source.url())
        .put("identifiers", source.identifiers())
        .put("text", source.text())
        .put("textHash", source.textHash())
        .put("note", source.note());
  }

  private void add(Actor actor) {
    put("name", actor.name())
        .put("kind", actor.kind())
        .put("of", actor.of())
        .put("succeeds", actor.succeeds())
        .put("from", actor.from())
        .put("to", actor.to())
        .put("authority", actor.authority())
        .put("named", actor.isNamed())
        .put("aliases", actor.aliases())
        .put("terms", actor.terms())
        .put("members", actor.members())
        .put("identifiers", actor.identifiers());
  }

  private void add(Occasion occasion) {
    put("label", occasion.label())
        .put("when", occasion.when())
        .put("participants", occasion.participants());
  }

  private void add(Proposition proposition) {
    put("issue", proposition.issue())
        .put("text", proposition.text())
        .put("label", proposition.label())
        .put("parts", proposition.parts())
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
        .put("condition", claim.condition())
        .put("due", claim.due())
        .put("frames", claim.frames())
        .put("respondsTo", claim.respondsTo())
        .put("retracts", claim.retracts())
        .put("evidence", claim.evidence())
        .put("note", claim.note())
        .put("coder", claim.coder())
        .put("status", claim.isDraft() ? Optional.of("DRAFT") : Optional.empty())
        .put("reviewer", claim.reviewer())
        .put("readings", claim.readings());
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(RecordMembers::text).orElse("");
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(RecordMembers::listed).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> parts) {
      return parts.entrySet().stream()
          .map(part -> part.getKey() + " " + part.getValue())
          .collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  /** Returns the text of one of several values, in quotation marks if it contains a comma. */
  private static String listed(Object value) {
    if (value instanceof Evidence evidence) {
      return text(evidence);
    }
    if (value instanceof TermOfOffice term) {
      return term + (term.isActing() ? " (acting)" : "");
    }
    String text = value.toString();
    return text.contains(",") ? "“" + text + "”" : text;
  }

  private static String text(Evidence evidence) {
    return evidence.source()
        + " "
        + evidence.mode()
        + evidence.via().stream().map(id -> " via " + id).collect(Collectors.joining())
        + evidence.quote().map(quote -> " “" + quote + "”").orElse("")
        + evidence.language().map(tag -> " in " + tag).orElse("")
        + evidence.translation().map(words -> " (“" + words + "”)").orElse("")
        + evidence
            .selector()
            .map(span -> " at " + span.lowerEndpoint() + ".." + span.upperEndpoint())
            .orElse("");
  }
}
