package org.demarche.json.tables;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.ListMultimap;
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
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.model.Source;

/** A reader of one table of claims into a dossier, for a single use. */
public final class ClaimTableReader {
  private static final int PROGRESS_EVERY = 10_000;

  /** The needs of a claim, each with the templates of which one gives it. */
  private static final ImmutableList<ImmutableList<String>> REQUIRED =
      ImmutableList.of(
          ImmutableList.of("id"),
          ImmutableList.of("principals", "principalNames", "principalIdentifiers"),
          ImmutableList.of("asserted"),
          ImmutableList.of("proposition", "sentence"),
          ImmutableList.of("stance"),
          ImmutableList.of("force"),
          ImmutableList.of("source"),
          ImmutableList.of("mode"));

  private final TableSettings settings;
  private final Map<String, Template> templates = new LinkedHashMap<>();
  private final TableActors actors;
  private final TablePropositions propositions;
  private final TableSources sources;
  private final ClaimRowReader claimRows;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Placed> claims = new LinkedHashMap<>();

  /** The lines of the rows that were united with the claim of an earlier row, by its id. */
  private final ListMultimap<String, Integer> repeats = ArrayListMultimap.create();

  /** The lines of the claims that were refused in the dossier, by id. */
  private final Map<String, Integer> dropped = new HashMap<>();

  private long rows;
  private long leftOut;
  private ImmutableList<String> unusedColumns = ImmutableList.of();

  /**
   * Creates a reader of a table.
   *
   * @throws IllegalArgumentException if a template is missing or has an unmatched brace
   */
  public ClaimTableReader(TableSettings settings) {
    this.settings = settings;
    settings.templates().forEach((name, text) -> templates.put(name, new Template(name, text)));
    for (ImmutableList<String> needed : REQUIRED) {
      if (needed.stream().noneMatch(templates::containsKey)) {
        throw new IllegalArgumentException(
            "no template of the %s: a claim needs %s"
                .formatted(
                    needed.get(0),
                    String.join(", ", REQUIRED.stream().map(names -> names.get(0)).toList())));
      }
    }
    this.actors = new TableActors(settings);
    this.propositions = new TablePropositions(settings);
    this.sources = new TableSources(settings, actors);
    this.claimRows = new ClaimRowReader(settings, actors, propositions, sources);
  }

  /** A claim and its first line. */
  private record Placed(Claim claim, int line) {}

  /** The signal that ends a strict load. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException if a template names an unknown column
   * @throws InvalidDossierException if a table is not text in its encoding, or for the first bad
   *     row of a strict load
   */
  public TableClaims read() {
    try {
      readRows();
      Dossier dossier = sound();
      problems.sort(Comparator.comparing(problem -> problem.place().orElseThrow().line()));
      return new TableClaims(
          dossier, ImmutableList.copyOf(problems), rows, leftOut, repeats.size(), unusedColumns);
    } catch (Stopped first) {
      throw new InvalidDossierException(problems);
    }
  }

  private void readRows() {
    try (TableRows table = settings.open()) {
      ImmutableList<JoinedTable> joined =
          settings.joins().stream()
              .map(join -> new JoinedTable(join, settings, table))
              .collect(ImmutableList.toImmutableList());
      Columns columns = new Columns(table, joined, settings);
      requireColumns(columns);
      unusedColumns = unused(table.header());
      Templates bound = new Templates(templates, columns, settings);
      for (Optional<TableRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
        add(row.get(), columns, bound);
      }
    } catch (InvalidDossierException broken) {
      problems.addAll(broken.problems());
      throw new InvalidDossierException(problems);
    }
    if (rows % PROGRESS_EVERY != 0 || rows == 0) {
      reportProgress();
    }
  }

  private void reportProgress() {
    settings.progress().ifPresent(receiver -> receiver.accept(rows));
  }

  private void requireColumns(Columns columns) {
    templates
        .values()
        .forEach(it -> it.columns().forEach(c -> columns.require(c, "the " + it.name())));
    TableSettings.Cells cells = settings.cells();
    cells.meanings().keySet().forEach(column -> columns.require(column, "values"));
    cells.leftOut().keySet().forEach(column -> columns.require(column, "leaveOut"));
    cells
        .substitutes()
        .forEach(
            (column, other) -> {
              columns.require(column, "emptyFrom");
              columns.require(other, "emptyFrom");
            });
    settings.joins().forEach(join -> columns.requireOwn(join.column(), "join"));
    settings.unpivot().ifPresent(it -> requireTurned(it, columns));
  }

  private void requireTurned(TableSettings.Unpivot unpivot, Columns columns) {
    if (unpivot.columns().isEmpty()) {
      throw new IllegalArgumentException("unpivot: name the columns that are turned into rows");
    }
    unpivot.columns().forEach(column -> columns.requireOwn(column, "unpivot"));
    columns.requireNew(unpivot.name(), unpivot.cell());
    for (String column : unpivot.columns()) {
      if (settings.cells().meanings().containsKey(column)
          || settings.cells().substitutes().containsKey(column)) {
        throw new IllegalArgumentException(
            "'%s' is turned into rows: values(…) and emptyFrom(…) name the new column '%s'"
                .formatted(column, unpivot.cell()));
      }
    }
  }

  private ImmutableList<String> unused(List<String> header) {
    Set<String> used = new HashSet<>();
    templates.values().forEach(template -> used.addAll(template.columns()));
    used.addAll(settings.cells().leftOut().keySet());
    used.addAll(settings.cells().substitutes().values());
    settings.joins().forEach(join -> used.add(join.column()));
    settings.unpivot().ifPresent(it -> used.addAll(it.columns()));
    return header.stream()
        .filter(column -> !column.isEmpty() && !used.contains(column))
        .collect(ImmutableList.toImmutableList());
  }

  private void add(TableRows.Row row, Columns columns, Templates bound) {
    if (row.error().isPresent()) {
      countRow();
      report("", "", row.error().get(), row.line());
    } else if (settings.unpivot().isPresent()) {
      for (String column : settings.unpivot().get().columns()) {
        addRow(new TableRow(bound, row, columns.own(column), column));
      }
    } else {
      addRow(new TableRow(bound, row, -1, ""));
    }
  }

  private void countRow() {
    rows++;
    if (rows % PROGRESS_EVERY == 0) {
      reportProgress();
    }
  }

  private void addRow(TableRow row) {
    countRow();
    actors.beginRow();
    propositions.beginRow();
    sources.beginRow();
    try {
      if (row.isLeftOut()) {
        leftOut++;
      } else {
        addClaim(claimRows.claim(row), row.line());
      }
    } catch (RowError error) {
      report(error.field(), error.value(), String.valueOf(error.getMessage()), row.line());
    } catch (InvalidDossierException refused) {
      Problem first = refused.problems().get(0);
      report(first.field(), first.value(), first.message(), row.line());
    }
  }

  private void report(String field, String value, String message, int line) {
    Place place = new Place(settings.origin().name(), line, 1);
    problems.add(Problem.of(Problem.Code.BAD_VALUE, "row", "", field, value, message).at(place));
    if (settings.isStrict()) {
      throw new Stopped();
    }
  }

  private void addClaim(Claim claim, int line) {
    Placed earlier = claims.putIfAbsent(claim.id(), new Placed(claim, line));
    if (earlier != null) {
      claims.put(claim.id(), new Placed(united(earlier, claim), earlier.line()));
      repeats.put(claim.id(), line);
    }
    actors.endRow(line);
    propositions.endRow(line);
    sources.endRow(line);
  }

  /** Returns a claim with the evidence of another row, which must differ in nothing else. */
  private static Claim united(Placed earlier, Claim claim) {
    return earlier
        .claim()
        .corroborated(claim)
        .orElseThrow(
            () ->
                new RowError(
                    "id",
                    claim.id(),
                    "claim '%s' is in line %d already, and differs from it in more than evidence"
                        .formatted(claim.id(), earlier.line())));
  }

  // The dossier

  /** Builds the dossier, without the claims that are refused in it and those that need them. */
  private Dossier sound() {
    Dossier base = actors.base();
    while (true) {
      try {
        Used used = new Used(claims.values());
        ImmutableList<Source> added = sources.added(used.sources);
        added.forEach(source -> used.actors.add(source.outlet()));
        return base.plus(
            Iterables.concat(
                actors.added(used.actors),
                added,
                propositions.added(used.propositions),
                Collections2.transform(claims.values(), Placed::claim)));
      } catch (InvalidDossierException refused) {
        drop(refused);
      }
    }
  }

  /** The ids of the records to which claims refer. */
  private static final class Used {
    private final Set<String> actors = new HashSet<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> propositions = new HashSet<>();

    Used(Iterable<Placed> claims) {
      for (Placed placed : claims) {
        Claim claim = placed.claim();
        actors.addAll(claim.principals());
        actors.addAll(claim.speakers());
        propositions.add(claim.proposition());
        claim.evidence().forEach(piece -> sources.add(piece.source()));
      }
    }
  }

  /** Drops and reports the claims that were refused; throws if the fault is in no claim. */
  private void drop(InvalidDossierException refused) {
    Map<String, Problem> byClaim = new LinkedHashMap<>();
    refused.problems().stream()
        .filter(problem -> problem.type().equals("claim") && claims.containsKey(problem.id()))
        .forEach(problem -> byClaim.putIfAbsent(problem.id(), problem));
    if (byClaim.isEmpty()) {
      throw refused;
    }
    byClaim.forEach(
        (id, problem) -> {
          int line = Objects.requireNonNull(claims.get(id)).line();
          report(problem.field(), problem.value(), problem.message(), line);
          remove(id);
        });
    dropDependents();
  }

  /** Drops and reports the claims that answer or retract a row that gives no claim. */
  private void dropDependents() {
    boolean isSettled = false;
    while (!isSettled) {
      List<Placed> dependent =
          claims.values().stream().filter(one -> !lacking(one.claim()).isEmpty()).toList();
      isSettled = dependent.isEmpty();
      for (Placed one : dependent) {
        String other = lacking(one.claim()).iterator().next();
        reportLacking("respondsTo", other, Objects.requireNonNull(dropped.get(other)), one.line());
        remove(one.claim().id());
      }
    }
  }

  /** Removes a claim, and reports the other rows that were united with it. */
  private void remove(String claim) {
    int line = Objects.requireNonNull(claims.remove(claim)).line();
    dropped.put(claim, line);
    repeats.removeAll(claim).forEach(repeat -> reportLacking("id", claim, line, repeat));
  }

  private void reportLacking(String field, String claim, int ofLine, int line) {
    report(field, claim, "claim '%s' of line %d gives no claim".formatted(claim, ofLine), line);
  }

  private Set<String> lacking(Claim claim) {
    if (claim.respondsTo().isEmpty() && claim.retracts().isEmpty()) {
      return Set.of();
    }
    return Sets.intersection(Sets.union(claim.respondsTo(), claim.retracts()), dropped.keySet());
  }
}
