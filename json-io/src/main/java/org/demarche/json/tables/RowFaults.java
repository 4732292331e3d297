package org.demarche.json.tables;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Problem;
import org.demarche.model.Source;

/** The claims and the pieces of evidence of a table that cause the problems of its dossier. */
final class RowFaults {
  private static final Pattern EVIDENCE = Pattern.compile("evidence/(\\d+)(?:/.*)?");

  private final Map<String, RowClaim> claims;
  private final Dossier base;
  private final Map<String, Problem> ofActors = new HashMap<>();
  private final Map<String, Problem> ofSources = new HashMap<>();
  private final Map<String, Problem> ofPropositions = new HashMap<>();
  private final Map<String, Problem> ofClaims = new HashMap<>();
  private final Map<String, Map<Evidence, Problem>> ofEvidence = new HashMap<>();

  /**
   * Creates the faults of a dossier that was refused.
   *
   * @param claims the claims of the table, by id
   * @param sources the sources of the table
   */
  RowFaults(
      Collection<Problem> problems,
      Map<String, RowClaim> claims,
      Iterable<Source> sources,
      Dossier base) {
    this.claims = claims;
    this.base = base;
    for (Problem problem : problems) {
      switch (problem.type()) {
        case "actor" -> ofActors.putIfAbsent(problem.id(), problem);
        case "source" -> ofSources.putIfAbsent(problem.id(), problem);
        case "proposition" -> ofPropositions.putIfAbsent(problem.id(), problem);
        case "claim" -> add(problem);
        default -> {}
      }
    }
    for (Source source : sources) {
      Problem ofOutlet = ofActors.get(source.outlet());
      if (ofOutlet != null) {
        ofSources.putIfAbsent(source.id(), ofOutlet);
      }
    }
  }

  private void add(Problem problem) {
    RowClaim claim = claims.get(problem.id());
    if (claim == null) {
      before(problem).forEach(id -> ofClaims.putIfAbsent(id, problem));
      return;
    }
    Set<Evidence> pieces = pieces(problem, claim.claim());
    if (pieces.isEmpty()
        || claim.rows().stream().noneMatch(row -> pieces.contains(row.evidence()))) {
      ofClaims.putIfAbsent(problem.id(), problem);
    } else {
      Map<Evidence, Problem> faults =
          ofEvidence.computeIfAbsent(problem.id(), id -> new HashMap<>());
      pieces.forEach(piece -> faults.putIfAbsent(piece, problem));
    }
  }

  /** Returns the evidence that a problem of a claim is about; empty if it is about the claim. */
  private Set<Evidence> pieces(Problem problem, Claim claim) {
    Set<Evidence> all = new LinkedHashSet<>(claim.evidence());
    Optional<Claim> known = base.claim(claim.id());
    if (known.isPresent() && known.get().isDraft() == claim.isDraft()) {
      all = new LinkedHashSet<>(known.get().evidence());
      all.addAll(claim.evidence());
    }
    Matcher matcher = EVIDENCE.matcher(problem.field());
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      return number < all.size() ? Set.of(Iterables.get(all, number)) : Set.of();
    }
    if (problem.code() == Problem.Code.AFTER_PUBLICATION) { // of the date, but due to one source
      return all.stream()
          .filter(piece -> problem.message().contains(" but " + piece.source() + " was published "))
          .collect(ImmutableSet.toImmutableSet());
    }
    return Set.of();
  }

  /**
   * Returns the claims of the table that replace drafts of the dossier, and which a claim of the
   * dossier with a problem answers or retracts: those nearest to it.
   */
  private Set<String> before(Problem problem) {
    Set<String> seen = new HashSet<>();
    Set<String> layer = Set.of(problem.id());
    while (!layer.isEmpty()) {
      Set<String> next = new LinkedHashSet<>();
      for (String id : layer) {
        Optional<Claim> claim = base.claim(id);
        claim.ifPresent(it -> next.addAll(it.respondsTo()));
        claim.ifPresent(it -> next.addAll(it.retracts()));
      }
      next.removeIf(id -> !seen.add(id));
      Set<String> coded = Sets.filter(next, this::replacesDraft);
      if (!coded.isEmpty()) {
        return coded.contains(problem.value()) ? Set.of(problem.value()) : coded;
      }
      layer = next;
    }
    return Set.of();
  }

  private boolean replacesDraft(String id) {
    RowClaim claim = claims.get(id);
    return claim != null && base.claim(id).filter(Claim::isDraft).isPresent();
  }

  /** Returns the problem that a claim as a whole causes. */
  Optional<Problem> of(Claim claim) {
    Problem own = ofClaims.get(claim.id());
    return own == null
        ? first(ofActors, Iterables.concat(claim.principals(), claim.speakers(), claim.audience()))
            .or(() -> first(ofPropositions, List.of(claim.proposition())))
        : Optional.of(own);
  }

  /** Returns the problem that a piece of evidence of a claim causes. */
  Optional<Problem> of(Claim claim, Evidence piece) {
    Problem own = ofEvidence.getOrDefault(claim.id(), Map.of()).get(piece);
    return own == null
        ? first(ofSources, List.of(piece.source())).or(() -> first(ofActors, piece.via()))
        : Optional.of(own);
  }

  private static Optional<Problem> first(Map<String, Problem> problems, Iterable<String> ids) {
    if (!problems.isEmpty()) {
      for (String id : ids) {
        if (problems.containsKey(id)) {
          return Optional.ofNullable(problems.get(id));
        }
      }
    }
    return Optional.empty();
  }
}
