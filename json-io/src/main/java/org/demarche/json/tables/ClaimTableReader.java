package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;

/** A reader of one table of claims into a dossier, for a single use. */
public final class ClaimTableReader {
  private static final int PROGRESS_EVERY = 10_000;
  private static final ImmutableList<String> REQUIRED =
      ImmutableList.of(
          "id", "principals", "asserted", "proposition", "stance", "force", "source", "mode");

  private final LoadSettings table;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, Proposition> propositions = new LinkedHashMap<>();

  /** Creates a reader of a table. */
  public ClaimTableReader(LoadSettings table) {
    this.table = table;
  }

  /** The signal that ends a strict load. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException if a template is missing or names an unknown column
   * @throws InvalidDossierException if a table is not CSV, or for the first bad row of a strict
   *     load
   */
  public LoadedClaims read() {
    requireTemplates();
    try {
      long rows = readRows();
      Dossier dossier = sound();
      problems.sort(Comparator.comparing(problem -> problem.place().orElseThrow().line()));
      return new LoadedClaims(dossier, ImmutableList.copyOf(problems), rows);
    } catch (Stopped first) {
      throw new InvalidDossierException(problems);
    }
  }

  private void requireTemplates() {
    table.templates().forEach((name, text) -> new Template(name, text).requireBalanced());
    for (String name : REQUIRED) {
      if (!table.templates().containsKey(name)) {
        throw new IllegalArgumentException(
            "no template of the " + name + ": a claim needs " + String.join(", ", REQUIRED));
      }
    }
  }

  private long readRows() {
    long rows = 0;
    try (CsvTable csv = table.open(table.file())) {
      List<JoinedTable> joined =
          table.joins().stream().map(join -> new JoinedTable(join, table, csv)).toList();
      requireColumns(csv, joined);
      ImmutableMap<String, Integer> columns = csv.columns();
      for (Optional<CsvTable.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
        addRow(row.get(), csv, columns, joined);
        rows++;
        if (rows % PROGRESS_EVERY == 0) {
          reportProgress(rows);
        }
      }
    } catch (InvalidDossierException broken) {
      problems.addAll(broken.problems());
      throw new InvalidDossierException(problems);
    }
    if (rows % PROGRESS_EVERY != 0 || rows == 0) {
      reportProgress(rows);
    }
    return rows;
  }

  private void reportProgress(long rows) {
    table.progress().ifPresent(receiver -> receiver.accept(rows));
  }

  private void requireColumns(CsvTable csv, List<JoinedTable> joined) {
    Set<String> known = new TreeSet<>(csv.header());
    joined.forEach(join -> known.addAll(join.columns()));
    table
        .templates()
        .forEach(
            (name, text) ->
                new Template(name, text)
                    .columns()
                    .forEach(column -> JoinedTable.requireColumn(column, "the " + name, known)));
    table.meanings().keySet().forEach(column -> JoinedTable.requireColumn(column, "values", known));
  }

  private void addRow(
      CsvTable.Row row,
      CsvTable csv,
      ImmutableMap<String, Integer> columns,
      List<JoinedTable> joined) {
    Place place = new Place(csv.file(), row.line(), 1);
    try {
      Optional<String> misfit = csv.misfit(row);
      if (misfit.isPresent()) {
        throw new RowError("", "", misfit.get());
      }
      addClaim(new ClaimRow(table, row.fields(), columns, joined), row.line());
    } catch (RowError error) {
      report(error.field(), error.value(), String.valueOf(error.getMessage()), place);
    } catch (InvalidDossierException refused) {
      Problem first = refused.problems().get(0);
      report(first.field(), first.value(), first.message(), place);
    }
  }

  private void report(String field, String value, String message, Place place) {
    Problem problem =
        Problem.of(Problem.Code.BAD_VALUE, "row", "", field, value, message).at(place);
    problems.add(problem);
    if (table.isStrict()) {
      throw new Stopped();
    }
  }

  private void addClaim(ClaimRow row, int line) {
    String id = row.required("id");
    requireNew(id);
    Claim claim = claim(row, id);
    List<Actor> newActors = newActors(row, claim);
    Optional<Proposition> newProposition = newProposition(row, claim.proposition());
    newActors.forEach(actor -> actors.put(actor.id(), actor));
    newProposition.ifPresent(proposition -> propositions.put(proposition.id(), proposition));
    claims.put(id, claim);
    lines.put(id, line);
  }

  private void requireNew(String id) {
    if (lines.containsKey(id)) {
      throw new RowError("id", id, "claim '" + id + "' is in line " + lines.get(id) + " already");
    }
    if (table.base().claim(id).isPresent()) {
      throw new RowError("id", id, "claim '" + id + "' is in the dossier already");
    }
  }

  private static Claim claim(ClaimRow row, String id) {
    RowError.Collector errors = new RowError.Collector();
    Claim.Builder claim = Claim.builder().id(id);
    Evidence.Builder evidence = Evidence.builder();
    errors.attempt(() -> evidence.source(row.required("source")));
    errors.attempt(() -> evidence.mode(row.constant("mode", Mode.class)));
    errors.attempt(() -> evidence.via(row.list("via")));
    errors.attempt(() -> row.value("quote").ifPresent(evidence::quote));
    errors.attempt(() -> claim.principals(row.requiredList("principals")));
    errors.attempt(
        () -> {
          List<String> speakers = row.list("speakers");
          claim.speakers(speakers.isEmpty() ? row.list("principals") : speakers);
        });
    errors.attempt(() -> claim.asserted(row.asserted()));
    errors.attempt(() -> claim.proposition(row.required("proposition")));
    errors.attempt(() -> claim.stance(row.constant("stance", Stance.class)));
    errors.attempt(() -> claim.force(row.constant("force", Force.class)));
    errors.attempt(() -> claim.frames(row.list("frames")));
    errors.throwAny();
    claim.addEvidence(evidence.build());
    row.value("gist").ifPresent(claim::gist);
    row.value("role").ifPresent(claim::role);
    row.value("note").ifPresent(claim::note);
    return claim.build();
  }

  private List<Actor> newActors(ClaimRow row, Claim claim) {
    if (table.newActors().isEmpty()) {
      return List.of();
    }
    List<String> principals = row.list("principals");
    List<String> names = row.list("name");
    Set<String> ids = new TreeSet<>(claim.principals());
    ids.addAll(claim.speakers());
    return ids.stream()
        .filter(id -> !actors.containsKey(id) && table.base().actor(id).isEmpty())
        .map(
            id -> {
              int at = principals.indexOf(id);
              String name = id;
              if (at >= 0 && principals.size() == 1) {
                name = row.value("name").orElse(id);
              } else if (at >= 0 && names.size() == principals.size()) {
                name = names.get(at);
              }
              return Actor.builder()
                  .id(id)
                  .name(name)
                  .kind(table.newActors().orElseThrow())
                  .build();
            })
        .toList();
  }

  private Optional<Proposition> newProposition(ClaimRow row, String id) {
    if (!table.templates().containsKey("issue")
        || propositions.containsKey(id)
        || table.base().proposition(id).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Proposition.builder()
            .id(id)
            .issue(row.required("issue"))
            .text(row.value("text").orElse(id))
            .build());
  }

  /** Builds the dossier, without the claims that are refused in it. */
  private Dossier sound() {
    while (true) {
      try {
        return table
            .base()
            .plus(
                Iterables.concat(
                    used(actors, claim -> Sets.union(claim.principals(), claim.speakers())),
                    used(propositions, claim -> Set.of(claim.proposition())),
                    claims.values()));
      } catch (InvalidDossierException refused) {
        dropClaims(refused);
      }
    }
  }

  /** Drops and reports the claims that were refused; throws if the fault is in no claim. */
  private void dropClaims(InvalidDossierException refused) {
    Map<String, Problem> byClaim =
        refused.problems().stream()
            .filter(problem -> problem.type().equals("claim") && lines.containsKey(problem.id()))
            .sorted(Comparator.comparing(p -> lines.getOrDefault(p.id(), 0)))
            .collect(
                Collectors.toMap(
                    Problem::id, p -> p, (first, second) -> first, LinkedHashMap::new));
    if (byClaim.isEmpty()) {
      throw refused;
    }
    byClaim.forEach(
        (id, problem) -> {
          claims.remove(id);
          report(
              problem.field(),
              problem.value(),
              problem.message(),
              new Place(table.file().toString(), Objects.requireNonNull(lines.get(id)), 1));
        });
  }

  /** Returns the added records to which a remaining claim refers. */
  private <R> List<R> used(Map<String, R> added, Function<Claim, Set<String>> references) {
    Set<String> ids = new HashSet<>();
    claims.values().forEach(claim -> ids.addAll(references.apply(claim)));
    return added.entrySet().stream()
        .filter(record -> ids.contains(record.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
