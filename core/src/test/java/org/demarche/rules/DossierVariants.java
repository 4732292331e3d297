package org.demarche.rules;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;

/** Dossiers made from others, and trackers narrowed, for laws that compare two of them. */
final class DossierVariants {
  private DossierVariants() {}

  /** Returns the records as text, one per line. */
  static String print(Dossier dossier) {
    return Stream.of(dossier.claims(), dossier.sources(), dossier.propositions(), dossier.actors())
        .flatMap(List::stream)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  /** Returns the tracker narrowed to a viewpoint. */
  static Tracker tracker(Tracker tracker, Viewpoint viewpoint) {
    Tracker narrowed =
        tracker
            .asOf(viewpoint.asOf())
            .without(viewpoint.without().toArray(String[]::new))
            .withoutRelay(viewpoint.withoutRelays().toArray(String[]::new))
            .withoutSpeaker(viewpoint.withoutSpeakers().toArray(String[]::new))
            .minGrade(viewpoint.minGrade());
    Tracker known = viewpoint.knownAt().map(narrowed::knownAt).orElse(narrowed);
    return viewpoint.includesDrafts() ? known.withDrafts() : known;
  }

  // Claims

  /**
   * Returns the dossier with the given claims only, and without references to other claims. A
   * withdrawal of other claims only is left out, because it must name what it takes back.
   */
  static Dossier withClaims(Dossier dossier, List<Claim> claims) {
    List<Claim> kept = claims;
    int size;
    do {
      size = kept.size();
      kept = withReferencesAmong(kept);
    } while (kept.size() < size);
    return Dossier.of(
        Iterables.concat(
            dossier.sources(),
            dossier.actors(),
            dossier.occasions(),
            dossier.propositions(),
            kept));
  }

  private static List<Claim> withReferencesAmong(List<Claim> claims) {
    Set<String> ids = claims.stream().map(Claim::id).collect(Collectors.toSet());
    return claims.stream()
        .filter(c -> c.force() != Force.WITHDRAW || c.retracts().stream().anyMatch(ids::contains))
        .map(
            claim ->
                Claim.builder()
                    .from(claim)
                    .respondsTo(claim.respondsTo().stream().filter(ids::contains).toList())
                    .retracts(claim.retracts().stream().filter(ids::contains).toList())
                    .build())
        .toList();
  }

  /** Returns the claims, and those that the withdrawals among them take back. */
  static List<Claim> withTakenBack(Dossier dossier, List<Claim> claims) {
    Map<String, Claim> all = new LinkedHashMap<>();
    claims.forEach(claim -> all.put(claim.id(), claim));
    List<Claim> open = new ArrayList<>(claims);
    while (!open.isEmpty()) {
      Claim claim = open.remove(open.size() - 1);
      if (claim.force() == Force.WITHDRAW) {
        for (String id : claim.retracts()) {
          Claim taken = dossier.claim(id).orElseThrow();
          if (all.putIfAbsent(id, taken) == null) {
            open.add(taken);
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  /** Returns the claims in an order in which each follows those to which it refers. */
  static List<Claim> inOrderOfReference(Dossier dossier) {
    Map<String, Claim> inOrder = new LinkedHashMap<>();
    while (inOrder.size() < dossier.claims().size()) {
      dossier.claims().stream()
          .filter(claim -> inOrder.keySet().containsAll(claim.respondsTo()))
          .filter(claim -> inOrder.keySet().containsAll(claim.retracts()))
          .forEach(claim -> inOrder.putIfAbsent(claim.id(), claim));
    }
    return List.copyOf(inOrder.values());
  }

  /** Returns the dossier with the first claims, in order of reference, only. */
  static Dossier withHalfOfClaims(Dossier dossier) {
    List<Claim> inOrder = inOrderOfReference(dossier);
    return withClaims(dossier, inOrder.subList(0, inOrder.size() / 2));
  }

  // Sources

  /**
   * Returns the dossier without the evidence that was not certainly published by the given day, and
   * without the sources that are then unused. What a withdrawal takes back keeps its evidence.
   *
   * @param kept ids of sources to keep in any case
   */
  static Dossier publishedBy(Dossier dossier, LocalDate known, Set<String> kept) {
    Set<String> needed =
        dossier.sources().stream()
            .filter(source -> !source.published().latest().isAfter(known))
            .map(Source::id)
            .collect(Collectors.toCollection(HashSet::new));
    List<Claim> published =
        dossier.claims().stream()
            .map(
                claim ->
                    Optional.of(
                            claim.evidence().stream()
                                .filter(piece -> needed.contains(piece.source()))
                                .toList())
                        .filter(evidence -> !evidence.isEmpty())
                        .map(claim::withEvidence))
            .flatMap(Optional::stream)
            .toList();
    needed.addAll(kept);
    return withSources(withClaims(dossier, withTakenBack(dossier, published)), needed);
  }

  /** Returns the dossier with the given sources, and those that other records name, only. */
  static Dossier withSources(Dossier dossier, Set<String> ids) {
    Set<String> needed = new HashSet<>(ids);
    dossier.claims().stream()
        .flatMap(claim -> claim.evidence().stream())
        .map(Evidence::source)
        .forEach(needed::add);
    for (boolean grew = true; grew; ) {
      grew = false;
      for (Source source : dossier.sources()) {
        if (needed.contains(source.id())) {
          grew |= needed.addAll(source.derivedFrom());
          grew |= source.revises().map(needed::add).orElse(false);
        }
      }
    }
    return Dossier.of(
        Iterables.concat(
            dossier.sources().stream().filter(source -> needed.contains(source.id())).toList(),
            dossier.actors(),
            dossier.occasions(),
            dossier.propositions(),
            dossier.claims()));
  }

  // Order

  /** Returns the dossier with its records in another order. */
  static Dossier shuffled(Dossier dossier, Random random) {
    return Dossier.of(
        Iterables.concat(
            shuffled(dossier.sources(), random),
            shuffled(dossier.actors(), random),
            dossier.occasions(),
            shuffled(dossier.propositions(), random),
            shuffled(dossier.claims(), random)));
  }

  /**
   * Returns the dossier with its records in another order, except for the propositions, whose order
   * is the order of rows.
   */
  static Dossier shuffledButPropositions(Dossier dossier, Random random) {
    return Dossier.of(
        Iterables.concat(
            shuffled(dossier.sources(), random),
            shuffled(dossier.actors(), random),
            dossier.occasions(),
            dossier.propositions(),
            shuffled(dossier.claims(), random)));
  }

  static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** Returns the days on which a position may begin or end, and those before and after. */
  static NavigableSet<LocalDate> days(Dossier dossier) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (Claim claim : dossier.claims()) {
      claim.asserted().earliest().ifPresent(days::add);
      days.add(claim.asserted().latest());
    }
    for (Actor actor : dossier.actors()) {
      for (TermOfOffice term : actor.terms()) {
        days.add(term.from());
        term.to().ifPresent(days::add);
      }
    }
    for (LocalDate day : List.copyOf(days)) {
      days.add(day.minusDays(1));
      days.add(day.plusDays(1));
    }
    return days;
  }
}
