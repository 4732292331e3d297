package org.demarche.lookup;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.UnknownIdException;
import org.demarche.suggestion.Nearest;

/**
 * A lookup of the records of a dossier by id. An unknown id is rejected with a message that
 * suggests valid ids.
 *
 * <pre>{@code
 * new IdLookup(dossier).party("rok").name();   // South Korea
 * new IdLookup(dossier).party("Seoul");        // throws: 'Seoul' is a name; the id of the party is 'rok'
 * }</pre>
 */
public final class IdLookup {
  private static final int FEW = 20;
  private static final int SHORTEST_CONTAINED = 3;

  private final Dossier dossier;

  /**
   * Creates a lookup.
   *
   * @param dossier the records to look up
   */
  public IdLookup(Dossier dossier) {
    this.dossier = dossier;
  }

  /**
   * Returns the source of an id.
   *
   * @param id the id of a source
   * @return the source
   * @throws UnknownIdException if the dossier has no such source; the message suggests the nearest
   *     ids
   */
  public Source source(String id) {
    return dossier
        .source(id)
        .orElseThrow(() -> unknown("source", id, dossier.sources(), Source::id));
  }

  /**
   * Returns the party of an id: a state or organisation (its organs included), an organ, a person
   * or a medium.
   *
   * @param id the id of an actor
   * @return the actor
   * @throws UnknownIdException if the dossier has no such actor; the message suggests the nearest
   *     ids
   */
  public Actor party(String id) {
    return actor("party", id);
  }

  /**
   * Returns the party of an id that is listed with others: one of them that is no organ.
   *
   * @param id the id of an actor
   * @return the actor
   * @throws UnknownIdException if the dossier has no such actor, or if it is an organ, whose
   *     positions are its state's; the message suggests its state
   */
  public Actor partyWithOrgans(String id) {
    Actor party = party(id);
    if (party.kind() == ActorKind.ORGAN) {
      throw new UnknownIdException(
          "'%s' is an organ, and these rows are of states, persons and media: give '%s', or ask the Tracker for the position or change of the organ itself"
              .formatted(id, party.of().orElse("its state")),
          "party",
          id,
          party.of().stream().toList());
    }
    return party;
  }

  /**
   * Returns the speaker of an id.
   *
   * @param id the id of an actor
   * @return the actor
   * @throws UnknownIdException if the dossier has no such actor; the message suggests the nearest
   *     ids
   */
  public Actor speaker(String id) {
    return actor("speaker", id);
  }

  /**
   * Returns the principal of an id.
   *
   * @param id the id of an actor
   * @return the actor
   * @throws UnknownIdException if the dossier has no such actor; the message suggests the nearest
   *     ids
   */
  public Actor principal(String id) {
    return actor("principal", id);
  }

  /**
   * Returns the relay of an id.
   *
   * @param id the id of an actor
   * @return the actor
   * @throws UnknownIdException if the dossier has no such actor; the message suggests the nearest
   *     ids
   */
  public Actor relay(String id) {
    return actor("relay", id);
  }

  private Actor actor(String role, String id) {
    Optional<Actor> actor = dossier.actor(id);
    if (actor.isPresent()) {
      return actor.get();
    }
    List<String> named =
        dossier.actors().stream()
            .filter(
                a ->
                    a.name().equalsIgnoreCase(id)
                        || a.aliases().stream().anyMatch(id::equalsIgnoreCase))
            .map(Actor::id)
            .toList();
    if (!named.isEmpty()) {
      throw new UnknownIdException(
          "'%s' is a name; the id of the %s is '%s'"
              .formatted(id, role, String.join("' or '", named)),
          role,
          id,
          named);
    }
    throw unknown(role, id, dossier.actors(), Actor::id);
  }

  /**
   * Returns the occasion of an id.
   *
   * @param id the id of an occasion
   * @return the occasion
   * @throws UnknownIdException if the dossier has no such occasion; the message suggests the
   *     nearest ids
   */
  public Occasion occasion(String id) {
    return dossier
        .occasion(id)
        .orElseThrow(() -> unknown("occasion", id, dossier.occasions(), Occasion::id));
  }

  /**
   * Returns the proposition of an id.
   *
   * @param id the id of a proposition
   * @return the proposition
   * @throws UnknownIdException if the dossier has no such proposition; the message suggests the
   *     nearest ids, or lists the propositions of the issue with that id
   */
  public Proposition proposition(String id) {
    return dossier
        .proposition(id)
        .orElseThrow(
            () -> {
              ImmutableSet<String> ofIssue = ofIssue(id);
              return ofIssue.isEmpty()
                  ? unknown("proposition", id, dossier.propositions(), Proposition::id)
                  : new UnknownIdException(
                      "'%s' is an issue, not a proposition; its propositions are %s"
                          .formatted(id, String.join(", ", ofIssue)),
                      "proposition",
                      id,
                      ofIssue);
            });
  }

  /**
   * Returns the claim of an id.
   *
   * @param id the id of a claim
   * @return the claim
   * @throws UnknownIdException if the dossier has no such claim; the message suggests the nearest
   *     ids
   */
  public Claim claim(String id) {
    return dossier.claim(id).orElseThrow(() -> unknown("claim", id, dossier.claims(), Claim::id));
  }

  /**
   * Returns the propositions of an issue.
   *
   * @param slug the slug of an issue
   * @return ids of propositions in alphabetical order, at least one
   * @throws UnknownIdException if the dossier has no proposition of that issue; the message
   *     suggests the nearest issues
   */
  public ImmutableSet<String> issue(String slug) {
    ImmutableSet<String> propositions = ofIssue(slug);
    if (!propositions.isEmpty()) {
      return propositions;
    }
    Optional<Proposition> proposition = dossier.proposition(slug);
    if (proposition.isPresent()) {
      throw new UnknownIdException(
          "'%s' is a proposition, not an issue; its issue is '%s'"
              .formatted(slug, proposition.get().issue()),
          "issue",
          slug,
          List.of(proposition.get().issue()));
    }
    List<String> known =
        dossier.propositions().stream().map(Proposition::issue).distinct().sorted().toList();
    Suggestion suggestion = suggestion(slug, known);
    throw new UnknownIdException(
        "the dossier has no issue '" + slug + "'" + suggestion.clause(),
        "issue",
        slug,
        suggestion.ids());
  }

  private ImmutableSet<String> ofIssue(String slug) {
    return dossier.propositions().stream()
        .filter(proposition -> proposition.issue().equals(slug))
        .map(Proposition::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Explains why an id names no record of the wanted type. */
  private <R> UnknownIdException unknown(
      String wanted, String id, List<R> known, Function<R, String> idOf) {
    List<String> types = typesOf(id);
    if (types.isEmpty()) {
      Suggestion suggestion = suggestion(id, known.stream().map(idOf).toList());
      return new UnknownIdException(
          "%s '%s' is not in the dossier%s".formatted(wanted, id, suggestion.clause()),
          wanted,
          id,
          suggestion.ids());
    }
    List<String> sources = wanted.equals("source") ? sourcesOf(id) : List.of();
    return new UnknownIdException(
        "'%s' is %s, not %s %s%s"
            .formatted(
                id,
                String.join(" and ", types),
                wanted.equals("occasion") ? "an" : "a",
                wanted,
                sources.isEmpty() ? "" : "; its sources are " + String.join(", ", sources)),
        wanted,
        id,
        sources);
  }

  /** Valid ids, and the clause that suggests them at the end of a message. */
  private record Suggestion(List<String> ids, String clause) {}

  /**
   * Suggests known ids for an unknown id: the nearest three, else three that contain it, else all
   * if they are few.
   */
  private static Suggestion suggestion(String id, List<String> known) {
    List<String> near = Nearest.to(id, known, 3);
    if (near.isEmpty() && id.length() >= SHORTEST_CONTAINED) {
      near = known.stream().filter(other -> other.contains(id)).limit(3).toList();
    }
    if (!near.isEmpty() || known.isEmpty() || known.size() > FEW) {
      return new Suggestion(near, Nearest.hint(near));
    }
    return new Suggestion(known, "; it has " + String.join(", ", known));
  }

  private List<String> sourcesOf(String outlet) {
    return dossier.sources().stream()
        .filter(source -> source.outlet().equals(outlet))
        .map(Source::id)
        .toList();
  }

  /** Returns the types of the records with an id, each with its article. */
  private List<String> typesOf(String id) {
    List<String> types = new ArrayList<>();
    dossier.source(id).ifPresent(source -> types.add("a source"));
    dossier.actor(id).ifPresent(actor -> types.add("an actor"));
    dossier.occasion(id).ifPresent(occasion -> types.add("an occasion"));
    dossier.proposition(id).ifPresent(proposition -> types.add("a proposition"));
    dossier.claim(id).ifPresent(claim -> types.add("a claim"));
    if (!ofIssue(id).isEmpty()) {
      types.add("an issue");
    }
    return types;
  }
}
