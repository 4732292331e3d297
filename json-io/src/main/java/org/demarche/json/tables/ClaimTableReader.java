package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.json.files.HeapBudget;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Hints;
import org.demarche.suggestion.ShownValue;

/** A reader of one table of claims into a dossier, for a single use. */
public final class ClaimTableReader {
  private static final int PROGRESS_EVERY = 10_000;

  /** The names that are compared for suggestions at most, so that bad rows take little time. */
  private static final long MOST_COMPARISONS = 300_000;

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
  private final HeapBudget budget;
  private final Map<String, Template> templates = new LinkedHashMap<>();
  private final TableActors actors;
  private final TablePropositions propositions;
  private final TableSources sources;
  private final ClaimRowReader claimRows;
  private final List<Problem> problems = new ArrayList<>();
  private final SoundClaims claims = new SoundClaims(this::report);

  private long rows;
  private long leftOut;
  private ImmutableList<String> unusedColumns = ImmutableList.of();

  /**
   * Creates a reader of a table.
   *
   * @param budget counts what is read
   * @throws IllegalArgumentException if a template is missing or has an unmatched brace
   */
  public ClaimTableReader(TableSettings settings, HeapBudget budget) {
    this.settings = settings;
    this.budget = budget;
    settings.templates().forEach((name, text) -> templates.put(name, new Template(name, text)));
    for (ImmutableList<String> needed : REQUIRED) {
      if (needed.stream().noneMatch(templates::containsKey)) {
        throw ShownValue.refused(
            "no template of the %1$s: a claim needs %2$s; say %1$s(\"{column}\")"
                .formatted(
                    needed.get(0),
                    String.join(", ", REQUIRED.stream().map(names -> names.get(0)).toList())));
      }
    }
    Hints hints = new Hints(MOST_COMPARISONS);
    this.actors = new TableActors(settings, hints);
    this.propositions = new TablePropositions(settings, hints);
    this.sources = new TableSources(settings, actors);
    this.claimRows = new ClaimRowReader(settings, actors, propositions, sources, claims::has);
  }

  /** The signal that ends a strict load. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Reads the table.
   *
   * @throws InvalidDossierException if a table is not text in its encoding, if a template names an
   *     unknown column, or for the first bad row of a strict load
   */
  public TableClaims read() {
    try {
      readRows();
      SoundClaims.Sound sound = claims.onto(actors.base(), actors, sources, propositions);
      problems.sort(Comparator.comparing(problem -> problem.place().orElseThrow().line()));
      return new TableClaims(
          sound.dossier(),
          ImmutableList.copyOf(problems),
          rows,
          leftOut,
          claims.united(),
          unusedColumns,
          sound.added());
    } catch (Stopped first) {
      throw new InvalidDossierException(problems);
    }
  }

  private void readRows() {
    try (TableRows table = settings.open(budget)) {
      ImmutableList<JoinedTable> joined =
          settings.joins().stream()
              .map(join -> new JoinedTable(join, settings, table, budget))
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
    settings.joins().forEach(join -> columns.requireKey(join.column()));
    settings.unpivot().ifPresent(it -> requireTurned(it, columns));
  }

  private void requireTurned(TableSettings.Unpivot unpivot, Columns columns) {
    if (unpivot.columns().isEmpty()) {
      throw ShownValue.refused("unpivot: name the columns that are turned into rows");
    }
    unpivot.columns().forEach(column -> columns.requireOwn(column, "unpivot"));
    columns.requireNew(unpivot.name(), unpivot.cell());
    for (String column : unpivot.columns()) {
      if (settings.cells().meanings().containsKey(column)
          || settings.cells().substitutes().containsKey(column)) {
        throw ShownValue.refused(
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
    budget.countRow();
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
        claims.add(claimRows.claim(row), row.line());
        actors.endRow(row.line());
        propositions.endRow(row.line());
        sources.endRow(row.line());
      }
    } catch (RowError error) {
      report(error, row.line());
    } catch (InvalidDossierException refused) {
      report(RowError.of(refused), row.line());
    }
  }

  private void report(RowError error, int line) {
    report(error.field(), error.value(), String.valueOf(error.getMessage()), line);
  }

  private void report(String field, String value, String message, int line) {
    Place place = new Place(settings.origin().name(), line, 1);
    problems.add(Problem.of(Problem.Code.BAD_VALUE, "row", "", field, value, message).at(place));
    if (settings.isStrict()) {
      throw new Stopped();
    }
  }
}
