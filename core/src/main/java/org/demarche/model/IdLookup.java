package org.demarche.model;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.text.Nearest;

/**
 * The ids of a dossier's records: each gives its record, or an error that says what would be right.
 *
 * <pre>{@code
 * dossier.ids().party("rok").name();    // Republic of Korea
 * dossier.ids().party("Seoul");         // refused: 'Seoul' is a name; the party goes by the id 'rok'
 * }</pre>
 */
public final class IdLookup {
  private static final int FEW = 20;
  private static final int LEAST_PART = 3;

  private final Dossier dossier;

  IdLookup(Dossier dossier) {
    this.dossier = dossier;
  }

  /**
   * The source of an id.
   *
   * @throws IllegalArgumentException if it is no source of the dossier; it names the nearest
   */
  public Source source(String id) {
    return dossier.source(id).orElseThrow(() -> no("source", id, dossier.sources(), Source::id));
  }

  /**
   * The actor of an id, as a party: a state (its organs included), an organ, a person or a medium.
   *
   * @throws IllegalArgumentException if it is no actor of the dossier; it names the nearest
   */
  public Actor party(String id) {
    return actor("party", id);
  }

  /**
   * The actor of an id, as one who utters claims.
   *
   * @throws IllegalArgumentException if it is no actor of the dossier; it names the nearest
   */
  public Actor speaker(String id) {
    return actor("speaker", id);
  }

  /**
   * The actor of an id, as one on whose behalf claims count.
   *
   * @throws IllegalArgumentException if it is no actor of the dossier; it names the nearest
   */
  public Actor principal(String id) {
    return actor("principal", id);
  }

  /**
   * The actor of an id, as one who passes claims on.
   *
   * @throws IllegalArgumentException if it is no actor of the dossier; it names the nearest
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
      throw new IllegalArgumentException(
          "'%s' is a name; the %s goes by the id '%s'"
              .formatted(id, role, String.join("' or '", named)));
    }
    throw no(role, id, dossier.actors(), Actor::id);
  }

  /**
   * The occasion of an id.
   *
   * @throws IllegalArgumentException if it is no occasion of the dossier; it names the nearest
   */
  public Occasion occasion(String id) {
    return dossier
        .occasion(id)
        .orElseThrow(() -> no("occasion", id, dossier.occasions(), Occasion::id));
  }

  /**
   * The proposition of an id.
   *
   * @throws IllegalArgumentException if it is no proposition of the dossier; it names the nearest,
   *     or those of the issue that goes by the id
   */
  public Proposition proposition(String id) {
    return dossier
        .proposition(id)
        .orElseThrow(
            () -> {
              ImmutableSet<String> ofIssue = ofIssue(id);
              return ofIssue.isEmpty()
                  ? no("proposition", id, dossier.propositions(), Proposition::id)
                  : new IllegalArgumentException(
                      "'%s' is an issue; a proposition is meant, one of %s"
                          .formatted(id, String.join(", ", ofIssue)));
            });
  }

  /**
   * The claim of an id.
   *
   * @throws IllegalArgumentException if it is no claim of the dossier; it names the nearest
   */
  public Claim claim(String id) {
    return dossier.claim(id).orElseThrow(() -> no("claim", id, dossier.claims(), Claim::id));
  }

  /**
   * The ids of the propositions of an issue, in alphabetical order; one at least.
   *
   * @throws IllegalArgumentException if no proposition of the dossier is of that issue
   */
  public ImmutableSet<String> issue(String slug) {
    ImmutableSet<String> propositions = ofIssue(slug);
    if (!propositions.isEmpty()) {
      return propositions;
    }
    Optional<Proposition> proposition = dossier.proposition(slug);
    if (proposition.isPresent()) {
      throw new IllegalArgumentException(
          "'%s' is a proposition; an issue is meant, perhaps its own, '%s'"
              .formatted(slug, proposition.get().issue()));
    }
    List<String> known =
        dossier.propositions().stream().map(Proposition::issue).distinct().sorted().toList();
    throw new IllegalArgumentException(
        "the dossier has no issue '" + slug + "'" + instead(slug, known));
  }

  private ImmutableSet<String> ofIssue(String slug) {
    return dossier.propositions().stream()
        .filter(proposition -> proposition.issue().equals(slug))
        .map(Proposition::id)
        .sorted()
        .collect(ImmutableSet.toImmutableSet());
  }

  /** What is wrong with an id that is none of what is sought. */
  private <R> IllegalArgumentException no(
      String sought, String id, List<R> known, Function<R, String> idOf) {
    List<String> kinds = kinds(id);
    return new IllegalArgumentException(
        kinds.isEmpty()
            ? "%s '%s' is not in the dossier%s"
                .formatted(sought, id, instead(id, known.stream().map(idOf).toList()))
            : "'%s' is %s; %s %s is meant%s"
                .formatted(
                    id,
                    String.join(" and ", kinds),
                    sought.equals("occasion") ? "an" : "a",
                    sought,
                    sought.equals("source") ? sourcesOf(id) : ""));
  }

  /** The nearest three; else three that hold the word; else all of them, if they are few. */
  private static String instead(String id, List<String> known) {
    String near = Nearest.hint(id, known, 3);
    if (!near.isEmpty()) {
      return near;
    }
    List<String> holding = known.stream().filter(other -> other.contains(id)).limit(3).toList();
    if (id.length() >= LEAST_PART && !holding.isEmpty()) {
      return " (did you mean '" + String.join("' or '", holding) + "'?)";
    }
    boolean few = !known.isEmpty() && known.size() <= FEW;
    return few ? "; it has " + String.join(", ", known) : "";
  }

  private String sourcesOf(String outlet) {
    List<String> sources =
        dossier.sources().stream()
            .filter(source -> source.outlet().equals(outlet))
            .map(Source::id)
            .toList();
    return sources.isEmpty() ? "" : ", such as " + String.join(", ", sources);
  }

  /** As what an id stands in the dossier. */
  private List<String> kinds(String id) {
    List<String> kinds = new ArrayList<>();
    dossier.source(id).ifPresent(source -> kinds.add("a source"));
    dossier.actor(id).ifPresent(actor -> kinds.add("an actor"));
    dossier.occasion(id).ifPresent(occasion -> kinds.add("an occasion"));
    dossier.proposition(id).ifPresent(proposition -> kinds.add("a proposition"));
    dossier.claim(id).ifPresent(claim -> kinds.add("a claim"));
    if (!ofIssue(id).isEmpty()) {
      kinds.add("an issue");
    }
    return kinds;
  }
}
