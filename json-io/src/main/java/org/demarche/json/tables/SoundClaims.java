package org.demarche.json.tables;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Source;

/**
 * The claims of a table, from which a dossier is built without the rows that it refuses and those
 * that need them.
 */
final class SoundClaims {
  private final Map<String, RowClaim> claims = new LinkedHashMap<>();
  private final Report report;

  /** The lines of the claims that were refused in the dossier, by id. */
  private final Map<String, Integer> dropped = new HashMap<>();

  /** The claims that answer or retract a claim, by its id; empty until a claim is dropped. */
  private Optional<ListMultimap<String, String>> dependents = Optional.empty();

  /** The receiver of the problem of a row that gives no claim. */
  interface Report {
    void accept(String field, String value, String message, int line);
  }

  /**
   * A dossier with the claims of a table.
   *
   * @param added the actors, propositions and sources of the table
   */
  record Sound(Dossier dossier, ImmutableList<DossierRecord> added) {}

  SoundClaims(Report report) {
    this.report = report;
  }

  /**
   * Adds the claim of a row.
   *
   * @throws RowError if an earlier row has its id, and they differ in more than evidence
   */
  void add(Claim claim, int line) {
    RowClaim earlier = claims.putIfAbsent(claim.id(), new RowClaim(claim, line));
    if (earlier != null) {
      earlier.add(claim, line);
    }
  }

  /** Returns whether a row gave a claim of an id. */
  boolean has(String id) {
    return claims.containsKey(id);
  }

  /** Returns the number of rows that repeat the claim of another, or add evidence to it. */
  long united() {
    return claims.values().stream().mapToLong(RowClaim::others).sum();
  }

  /**
   * Builds the dossier.
   *
   * @throws InvalidDossierException if it is refused because of no row
   */
  Sound onto(
      Dossier base, TableActors actors, TableSources sources, TablePropositions propositions) {
    while (true) {
      Used used = new Used(claims.values());
      ImmutableList<Source> ofTable = sources.added(used.sources);
      ofTable.forEach(source -> used.actors.add(source.outlet()));
      ImmutableList<DossierRecord> added =
          ImmutableList.<DossierRecord>builder()
              .addAll(actors.added(used.actors))
              .addAll(propositions.added(used.propositions))
              .addAll(ofTable)
              .build();
      try {
        return new Sound(
            base.plus(
                Iterables.concat(added, Collections2.transform(claims.values(), RowClaim::claim))),
            added);
      } catch (InvalidDossierException refused) {
        drop(new RowFaults(refused.problems(), claims, ofTable, base), refused, base);
      }
    }
  }

  /** The ids of the records to which claims refer. */
  private static final class Used {
    private final Set<String> actors = new HashSet<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> propositions = new HashSet<>();

    Used(Collection<RowClaim> claims) {
      for (RowClaim one : claims) {
        Claim claim = one.claim();
        actors.addAll(claim.principals());
        actors.addAll(claim.speakers());
        propositions.add(claim.proposition());
        claim.evidence().forEach(piece -> sources.add(piece.source()));
      }
    }
  }

  /** Drops and reports the rows that were refused; throws if the fault is in no row. */
  private void drop(RowFaults faults, InvalidDossierException refused, Dossier base) {
    if (dependents.isEmpty()) {
      dependents = Optional.of(dependents());
    }
    Deque<String> gone = new ArrayDeque<>();
    boolean isFaultFound = false;
    for (RowClaim one : ImmutableList.copyOf(claims.values())) {
      Claim claim = one.claim();
      Optional<Problem> whole = faults.of(claim);
      whole.ifPresent(problem -> report(problem, one.line()));
      if (whole.isPresent()) {
        remove(claim.id(), one);
        gone.add(claim.id());
        isFaultFound = true;
      } else if (claim.evidence().stream().anyMatch(it -> faults.of(claim, it).isPresent())) {
        isFaultFound = true;
        if (!dropRows(one, claim, faults)) {
          gone.add(claim.id());
        }
      }
    }
    if (!isFaultFound) {
      throw refused;
    }
    dropDependents(gone, base);
  }

  /** Drops the rows whose evidence is refused; returns whether another row gives the claim. */
  private boolean dropRows(RowClaim one, Claim claim, RowFaults faults) {
    for (RowClaim.Row row : one.rows()) {
      faults.of(claim, row.evidence()).ifPresent(problem -> report(problem, row.line()));
    }
    Optional<RowClaim> rest = one.without(piece -> faults.of(claim, piece).isPresent());
    if (rest.isPresent()) {
      claims.replace(claim.id(), rest.get());
      return true;
    }
    claims.remove(claim.id());
    dropped.put(claim.id(), one.line());
    one.replacedLines().forEach(line -> reportLacking("id", claim.id(), line));
    return false;
  }

  /** Removes a claim, and reports the other rows that gave it. */
  private void remove(String id, RowClaim one) {
    claims.remove(id);
    dropped.put(id, one.line());
    one.otherLines().forEach(line -> reportLacking("id", id, line));
  }

  private ListMultimap<String, String> dependents() {
    ListMultimap<String, String> ids = ArrayListMultimap.create();
    for (RowClaim one : claims.values()) {
      Claim claim = one.claim();
      if (!claim.respondsTo().isEmpty() || !claim.retracts().isEmpty()) {
        Sets.union(claim.respondsTo(), claim.retracts()).forEach(id -> ids.put(id, claim.id()));
      }
    }
    return ids;
  }

  /** Drops and reports the claims that answer or retract a row that gives no claim. */
  private void dropDependents(Deque<String> gone, Dossier base) {
    while (!gone.isEmpty()) {
      String other = gone.remove();
      if (base.claim(other).isPresent()) {
        continue;
      }
      for (String id : dependents.orElseThrow().get(other)) {
        RowClaim one = claims.get(id);
        if (one != null) {
          boolean isAnswer = one.claim().respondsTo().contains(other);
          reportLacking(isAnswer ? "respondsTo" : "retracts", other, one.line());
          remove(id, one);
          gone.add(id);
        }
      }
    }
  }

  private void report(Problem problem, int line) {
    report.accept(problem.field(), problem.value(), Advice.message(problem), line);
  }

  private void reportLacking(String field, String claim, int line) {
    report.accept(
        field,
        claim,
        "claim '%s' of line %s gives no claim"
            .formatted(claim, Objects.requireNonNull(dropped.get(claim))),
        line);
  }
}
