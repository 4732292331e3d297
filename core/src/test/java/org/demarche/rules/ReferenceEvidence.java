package org.demarche.rules;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.answer.Grade;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Source;

/**
 * The reference implementation of what the rules say of evidence: which exists (rule 4), and how
 * good it is for a principal (rule 12).
 */
final class ReferenceEvidence {
  private final Dossier dossier;
  private final ReferenceView view;
  private final ReferenceActors actors;

  ReferenceEvidence(Dossier dossier, ReferenceView view, ReferenceActors actors) {
    this.dossier = dossier;
    this.view = view;
    this.actors = actors;
  }

  // Rule 4: which evidence exists

  /** Tests whether the claim is not left out as such. */
  boolean isKept(Claim claim) {
    return claim.speakers().stream().noneMatch(view.withoutSpeakers()::contains)
        && view.onlyClaims().map(only -> only.contains(claim.id())).orElse(true)
        && (view.includesDrafts() || !claim.isDraft());
  }

  /** Rule 4: whether the evidence is not left out. */
  boolean isKept(Evidence piece) {
    return isKept(source(piece.source()))
        && piece.via().stream().noneMatch(view.withoutRelays()::contains);
  }

  /** Tests whether the source is left out neither itself nor with a relay that puts it out. */
  private boolean isKept(Source source) {
    return !view.without().contains(source.id())
        && outermost(source).noneMatch(view.withoutRelays()::contains);
  }

  /** Rule 4: whether the evidence is kept and was certainly published by the known-at date. */
  boolean isPublished(Evidence piece) {
    return isKept(piece) && isPublished(source(piece.source()));
  }

  private boolean isPublished(Source source) {
    return view.knownAt().map(day -> !source.published().latest().isAfter(day)).orElse(true);
  }

  /** Rule 4: whether the evidence is kept, published and not corrected since. */
  boolean exists(Evidence piece) {
    return isPublished(piece) && !isRevised(piece.source());
  }

  /** Rule 4: whether a source that is kept and published revises it, directly or not. */
  private boolean isRevised(String id) {
    return dossier.sources().stream()
        .anyMatch(other -> revises(other, id) && isKept(other) && isPublished(other));
  }

  private boolean revises(Source source, String id) {
    Optional<String> revised = source.revises();
    while (revised.isPresent()) {
      if (revised.get().equals(id)) {
        return true;
      }
      revised = source(revised.get()).revises();
    }
    return false;
  }

  // Rule 12: grades

  /** The best grade of the evidence for any of the principals. */
  Grade grade(Collection<Evidence> evidence, Collection<String> principals) {
    return evidence.stream()
        .flatMap(piece -> principals.stream().map(id -> grade(piece, actors.actor(id))))
        .max(naturalOrder())
        .orElse(Grade.IMPUTED);
  }

  private Grade grade(Evidence piece, Actor principal) {
    if (piece.mode() == Mode.IMPUTED) {
      return Grade.IMPUTED;
    }
    if (piece.mode() == Mode.NARRATED) {
      return Grade.NARRATED;
    }
    Source source = source(piece.source());
    if (isOfOtherSide(piece, source, principal)) {
      return Grade.OTHER_SIDE;
    }
    boolean isOwnWords =
        piece.mode() == Mode.RECORDED || (piece.mode().quotes() && source.hasReliableQuotes());
    return isOwnWords ? Grade.OWN_WORDS : Grade.REPORTED;
  }

  /** Rule 12: one relay of another side is enough; of several issuers one of its own side saves. */
  private boolean isOfOtherSide(Evidence piece, Source source, Actor principal) {
    LocalDate day = source.published().latest();
    List<Actor> issuers = outermost(source).map(actors::actor).toList();
    return piece.via().stream()
            .map(actors::actor)
            .anyMatch(relay -> actors.isOtherSide(relay, principal, day))
        || (issuers.stream().anyMatch(issuer -> actors.isOtherSide(issuer, principal, day))
            && issuers.stream().noneMatch(issuer -> actors.isOwnSide(issuer, principal, day)));
  }

  /** Rule 12: the issuers of a source, or its outlet where none is named. */
  private static Stream<String> outermost(Source source) {
    return source.issuedBy().isEmpty() ? Stream.of(source.outlet()) : source.issuedBy().stream();
  }

  // Rules 10 and 15

  LocalDate firstPublished(Collection<Evidence> evidence) {
    return evidence.stream()
        .map(piece -> source(piece.source()).published().latest())
        .min(naturalOrder())
        .orElseThrow();
  }

  /**
   * Rule 15: the number of groups of sources that draw on no source in common; editions of one text
   * are not independent.
   */
  int independentRoots(Collection<Evidence> evidence) {
    Set<Set<String>> groups = new HashSet<>();
    for (Evidence piece : evidence) {
      Set<String> group = new HashSet<>(drawnOn(piece.source()));
      for (Set<String> other : Set.copyOf(groups)) {
        if (other.stream().anyMatch(group::contains)) {
          groups.remove(other);
          group.addAll(other);
        }
      }
      groups.add(group);
    }
    return groups.size();
  }

  private Set<String> drawnOn(String source) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(source));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (all.add(next)) {
        open.addAll(source(next).derivedFrom());
        source(next).revises().ifPresent(open::add);
      }
    }
    return all;
  }

  private Source source(String id) {
    return dossier.source(id).orElseThrow();
  }
}
