package org.demarche.json;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.demarche.model.When;
import org.demarche.text.Nearest;

/** One reading of a table of claims. */
final class CsvLoad {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)\\}");
  private static final Splitter LIST = Splitter.on(';').trimResults().omitEmptyStrings();
  private static final int TOLD_EVERY = 10_000;
  private static final ImmutableList<String> NEEDED =
      ImmutableList.of(
          "id", "principals", "asserted", "proposition", "stance", "force", "source", "mode");

  /** Parts that are text: they are there if any of their cells is; ids need all of theirs. */
  private static final ImmutableList<String> TEXTS =
      ImmutableList.of("role", "gist", "note", "quote", "name", "text");

  private final CsvClaims plan;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, Proposition> propositions = new LinkedHashMap<>();

  CsvLoad(CsvClaims plan) {
    this.plan = plan;
  }

  /** A row is bad, for what was found in one of its parts. */
  private static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String part;
    private final String value;

    Bad(String part, String value, String why) {
      super(why);
      this.part = part;
      this.value = value;
    }
  }

  /** Where a strict load ends. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  CsvClaims.Load read() {
    try {
      return load();
    } catch (Stopped first) {
      throw new InvalidDossierException(problems);
    }
  }

  private CsvClaims.Load load() {
    plan.parts.forEach(
        (part, template) -> {
          if (COLUMN.matcher(template).replaceAll("").matches("(?s).*[{}].*")) {
            throw new IllegalArgumentException(
                "the %s: '%s' has a brace without its other; a column is written {column}"
                    .formatted(part, template));
          }
        });
    for (String part : NEEDED) {
      if (!plan.parts.containsKey(part)) {
        throw new IllegalArgumentException(
            "no template of the " + part + ": a claim needs " + String.join(", ", NEEDED));
      }
    }
    long rows = 0;
    try (CsvTable table = CsvTable.open(plan.file, plan.charset, plan.separator)) {
      List<Joined> joined = plan.joins.stream().map(join -> new Joined(join, table)).toList();
      requireColumns(table, joined);
      ImmutableMap<String, Integer> columns = table.columns();
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        take(row.get(), table, columns, joined);
        rows++;
        if (rows % TOLD_EVERY == 0) {
          tell(rows);
        }
      }
    } catch (InvalidDossierException broken) {
      problems.addAll(broken.problems());
      throw new InvalidDossierException(problems);
    }
    if (rows % TOLD_EVERY != 0 || rows == 0) {
      tell(rows);
    }
    Dossier dossier = sound();
    problems.sort(Comparator.comparing(problem -> problem.place().orElseThrow().line()));
    return new CsvClaims.Load(dossier, ImmutableList.copyOf(problems), rows);
  }

  private void tell(long rows) {
    plan.progress.ifPresent(told -> told.accept(rows));
  }

  // Columns

  /** Another table, by its key. */
  private final class Joined {
    private final CsvClaims.Join join;
    private final ImmutableMap<String, Integer> columns;
    private final Map<String, ImmutableList<String>> byKey = new HashMap<>();

    Joined(CsvClaims.Join join, CsvTable to) {
      this.join = join;
      requireColumn(join.column(), "the column to join by", to.header());
      try (CsvTable table = CsvTable.open(join.file(), plan.charset, plan.separator)) {
        columns = table.columns();
        requireColumn(join.key(), "the key of " + join.file(), table.header());
        int key = Objects.requireNonNull(columns.get(join.key()));
        for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
          ImmutableList<String> cells = row.get().cells();
          if (cells.size() != columns.size()) {
            throw wrong(table.file(), row.get().line(), "", size(cells.size(), columns.size()));
          }
          if (byKey.put(cells.get(key), cells) != null) {
            throw wrong(
                table.file(),
                row.get().line(),
                cells.get(key),
                "the key '" + cells.get(key) + "' stands twice in column " + join.key());
          }
        }
      }
    }

    Optional<String> cell(String column, String key) {
      Integer at = columns.get(column);
      ImmutableList<String> cells = byKey.get(key);
      if (at == null) {
        return Optional.empty();
      }
      if (cells == null) {
        throw new Bad(
            join.column(),
            key,
            "%s '%s' is not in column %s of %s"
                .formatted(join.column(), key, join.key(), join.file().getFileName()));
      }
      return Optional.of(cells.get(at));
    }
  }

  private static InvalidDossierException wrong(String file, int line, String value, String why) {
    return new InvalidDossierException(
        List.of(
            BoundedInput.problem(Problem.Code.BAD_VALUE, value, why, new Place(file, line, 1))));
  }

  private static String size(int got, int wanted) {
    return "a row of " + got + " cells under a header of " + wanted;
  }

  private void requireColumns(CsvTable table, List<Joined> joined) {
    Set<String> known = new TreeSet<>(table.header());
    joined.forEach(join -> known.addAll(join.columns.keySet()));
    plan.parts.forEach(
        (part, template) ->
            columns(template).forEach(column -> requireColumn(column, "the " + part, known)));
    plan.values.keySet().forEach(column -> requireColumn(column, "values", known));
  }

  private static void requireColumn(String column, String what, Iterable<String> known) {
    for (String one : known) {
      if (one.equals(column)) {
        return;
      }
    }
    String near = Nearest.hint(column, known, 3);
    throw new IllegalArgumentException(
        what
            + ": there is no column '"
            + column
            + "'"
            + (near.isEmpty() ? "; there are " + String.join(", ", known) : near));
  }

  private static List<String> columns(String template) {
    return COLUMN.matcher(template).results().map(match -> match.group(1)).toList();
  }

  // Rows

  private void take(
      CsvTable.Row row,
      CsvTable table,
      ImmutableMap<String, Integer> columns,
      List<Joined> joined) {
    Place place = new Place(table.file(), row.line(), 1);
    try {
      if (row.cells().size() != table.header().size()) {
        throw new Bad("", "", size(row.cells().size(), table.header().size()));
      }
      claim(new Cells(row.cells(), columns, joined), row.line());
    } catch (Bad bad) {
      report(bad.part, bad.value, String.valueOf(bad.getMessage()), place);
    } catch (InvalidDossierException refused) {
      Problem first = refused.problems().get(0);
      report(first.field(), first.value(), first.message(), place);
    }
  }

  private void report(String field, String value, String why, Place place) {
    Problem problem =
        Problem.builder()
            .code(Problem.Code.BAD_VALUE)
            .type("row")
            .id("")
            .field(field)
            .value(value)
            .message(why)
            .place(place)
            .build();
    problems.add(problem);
    if (plan.strict) {
      throw new Stopped();
    }
  }

  /** The cells of a row, and what the templates make of them. */
  private final class Cells {
    private final ImmutableList<String> own;
    private final ImmutableMap<String, Integer> columns;
    private final List<Joined> joined;

    Cells(ImmutableList<String> own, ImmutableMap<String, Integer> columns, List<Joined> joined) {
      this.own = own;
      this.columns = columns;
      this.joined = joined;
    }

    private String cell(String column) {
      String cell = raw(column).strip();
      ImmutableMap<String, String> meanings = plan.values.get(column);
      if (meanings == null || (cell.isEmpty() && !meanings.containsKey(""))) {
        return cell;
      }
      String meaning = meanings.get(cell);
      if (meaning == null) {
        throw new Bad(
            column,
            cell,
            "%s '%s' is none of %s%s"
                .formatted(
                    column,
                    cell,
                    String.join(", ", new TreeSet<>(meanings.keySet())),
                    Nearest.hint(cell, meanings.keySet(), 1)));
      }
      return meaning;
    }

    private String raw(String column) {
      Integer at = columns.get(column);
      if (at != null) {
        return own.get(at);
      }
      for (Joined join : joined) {
        Optional<String> cell = join.cell(column, raw(join.join.column()));
        if (cell.isPresent()) {
          return cell.get();
        }
      }
      throw new IllegalStateException(column); // each was looked for before the first row
    }

    /** What a template makes of the row; nothing where its cells are empty. */
    Optional<String> part(String name) {
      String template = plan.parts.get(name);
      if (template == null) {
        return Optional.empty();
      }
      List<String> columns = columns(template);
      List<String> cells = columns.stream().map(this::cell).toList();
      boolean there =
          columns.isEmpty()
              || (TEXTS.contains(name)
                  ? cells.stream().anyMatch(cell -> !cell.isBlank())
                  : cells.stream().noneMatch(String::isBlank));
      if (!there || template.isBlank()) {
        return Optional.empty();
      }
      Matcher matcher = COLUMN.matcher(template);
      StringBuilder text = new StringBuilder();
      for (String cell : cells) {
        matcher.find();
        matcher.appendReplacement(text, Matcher.quoteReplacement(cell.strip()));
      }
      return Optional.of(matcher.appendTail(text).toString());
    }

    String needed(String name) {
      return part(name)
          .orElseThrow(
              () -> {
                String template = plan.parts.getOrDefault(name, "");
                List<String> empty =
                    columns(template).stream().filter(column -> cell(column).isBlank()).toList();
                return new Bad(
                    name, "", name + " is empty: nothing in column " + String.join(", ", empty));
              });
    }

    List<String> list(String name) {
      return part(name).map(LIST::splitToList).orElse(List.of());
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
      String text = needed(name);
      List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
      if (!names.contains(text)) {
        throw new Bad(
            name,
            text,
            "%s '%s' is none of %s%s; values(…) says what a cell means"
                .formatted(name, text, String.join(", ", names), Nearest.hint(text, names, 1)));
      }
      return Enum.valueOf(type, text);
    }

    When asserted() {
      String text = needed("asserted");
      try {
        return plan.pattern.isPresent()
            ? When.on(LocalDate.parse(text, plan.pattern.get()))
            : When.parse(text);
      } catch (DateTimeParseException otherwise) {
        throw new Bad(
            "asserted", text, "asserted '" + text + "' is not of the form '" + plan.written + "'");
      } catch (IllegalArgumentException bad) {
        throw new Bad("asserted", text, "asserted: " + bad.getMessage());
      }
    }
  }

  /** What is wrong with the parts of a row, all of it. */
  private static final class Faults {
    private final List<Bad> found = new ArrayList<>();

    void tried(Runnable part) {
      try {
        part.run();
      } catch (Bad bad) {
        if (found.stream()
            .noneMatch(one -> one.value.equals(bad.value) && one.part.equals(bad.part))) {
          found.add(bad);
        }
      }
    }

    /** Throws them as one, if there are any. */
    void tell() {
      if (!found.isEmpty()) {
        String all =
            found.stream()
                .map(bad -> String.valueOf(bad.getMessage()))
                .collect(Collectors.joining("; "));
        throw new Bad(found.get(0).part, found.get(0).value, all);
      }
    }
  }

  private void claim(Cells row, int line) {
    String id = row.needed("id");
    if (claims.containsKey(id) || plan.base.claim(id).isPresent()) {
      throw new Bad(
          "id",
          id,
          lines.containsKey(id)
              ? "claim '" + id + "' stands in line " + lines.get(id) + " already"
              : "claim '" + id + "' is in the dossier already");
    }
    Faults faults = new Faults();
    Claim.Builder claim = Claim.builder().id(id);
    Evidence.Builder evidence = Evidence.builder();
    faults.tried(() -> evidence.source(row.needed("source")));
    faults.tried(() -> evidence.mode(row.constant("mode", Mode.class)));
    faults.tried(() -> evidence.via(row.list("via")));
    faults.tried(() -> row.part("quote").ifPresent(evidence::quote));
    faults.tried(() -> claim.principals(LIST.splitToList(row.needed("principals"))));
    faults.tried(
        () -> {
          List<String> speakers = row.list("speakers");
          claim.speakers(
              speakers.isEmpty() ? LIST.splitToList(row.part("principals").orElse("")) : speakers);
        });
    faults.tried(() -> claim.asserted(row.asserted()));
    faults.tried(() -> claim.proposition(row.needed("proposition")));
    faults.tried(() -> claim.stance(row.constant("stance", Stance.class)));
    faults.tried(() -> claim.force(row.constant("force", Force.class)));
    faults.tried(() -> claim.frames(row.list("frames")));
    faults.tell();
    claim.addEvidence(evidence.build());
    row.part("gist").ifPresent(claim::gist);
    row.part("role").ifPresent(claim::role);
    row.part("note").ifPresent(claim::note);
    Claim made = claim.build();
    List<Actor> newActors = actors(row, made);
    Optional<Proposition> newProposition = proposition(row, made.proposition());
    newActors.forEach(actor -> actors.put(actor.id(), actor));
    newProposition.ifPresent(proposition -> propositions.put(proposition.id(), proposition));
    claims.put(id, made);
    lines.put(id, line);
  }

  private List<Actor> actors(Cells row, Claim claim) {
    if (plan.kind.isEmpty()) {
      return List.of();
    }
    List<String> principals = LIST.splitToList(row.part("principals").orElse(""));
    List<String> names = LIST.splitToList(row.part("name").orElse(""));
    Set<String> ids = new TreeSet<>(claim.principals());
    ids.addAll(claim.speakers());
    return ids.stream()
        .filter(id -> !actors.containsKey(id) && plan.base.actor(id).isEmpty())
        .map(
            id -> {
              int at = principals.indexOf(id);
              String name = id;
              if (at >= 0 && principals.size() == 1) {
                name = row.part("name").orElse(id);
              } else if (at >= 0 && names.size() == principals.size()) {
                name = names.get(at);
              }
              return Actor.builder().id(id).name(name).kind(plan.kind.orElseThrow()).build();
            })
        .toList();
  }

  private Optional<Proposition> proposition(Cells row, String id) {
    if (!plan.parts.containsKey("issue")
        || propositions.containsKey(id)
        || plan.base.proposition(id).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Proposition.builder()
            .id(id)
            .issue(row.needed("issue"))
            .text(row.part("text").orElse(id))
            .build());
  }

  // The whole

  /** Puts all together, without the claims that do not fit with the rest. */
  private Dossier sound() {
    while (true) {
      try {
        return Dossier.builder()
            .from(plan.base)
            .addAllActors(used(actors, claim -> Sets.union(claim.principals(), claim.speakers())))
            .addAllPropositions(used(propositions, claim -> Set.of(claim.proposition())))
            .addAllClaims(claims.values())
            .build();
      } catch (InvalidDossierException refused) {
        Map<String, Problem> ofClaims =
            refused.problems().stream()
                .filter(
                    problem -> problem.type().equals("claim") && lines.containsKey(problem.id()))
                .sorted(Comparator.comparing(p -> lines.getOrDefault(p.id(), 0)))
                .collect(
                    Collectors.toMap(
                        Problem::id, p -> p, (first, second) -> first, LinkedHashMap::new));
        if (ofClaims.isEmpty()) {
          throw refused;
        }
        ofClaims.forEach(
            (id, problem) -> {
              claims.remove(id);
              report(
                  problem.field(),
                  problem.value(),
                  problem.message(),
                  new Place(plan.file.toString(), Objects.requireNonNull(lines.get(id)), 1));
            });
      }
    }
  }

  /** Those of the records made on the way of which a claim that is kept speaks. */
  private <R> List<R> used(Map<String, R> made, Function<Claim, Set<String>> by) {
    Set<String> ids = new HashSet<>();
    claims.values().forEach(claim -> ids.addAll(by.apply(claim)));
    return made.entrySet().stream()
        .filter(record -> ids.contains(record.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
