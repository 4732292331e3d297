package org.demarche.json.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;

/** The claim of a row, with the actors and the proposition that it adds. */
final class ClaimRowReader {
  private enum Status {
    DRAFT,
    CODED
  }

  private final TableSettings settings;
  private final TableActors actors;
  private final TablePropositions propositions;
  private final TableSources sources;
  private final TextValues dates;
  private final TextValues dueDates = new TextValues(Optional.empty());

  ClaimRowReader(
      TableSettings settings,
      TableActors actors,
      TablePropositions propositions,
      TableSources sources) {
    this.settings = settings;
    this.actors = actors;
    this.propositions = propositions;
    this.sources = sources;
    this.dates = new TextValues(settings.dates());
  }

  /**
   * Returns the claim of a row.
   *
   * @throws RowError with all errors of the row
   */
  Claim claim(TableRow row) {
    RowError.Collector errors = new RowError.Collector();
    Claim.Builder claim = Claim.builder();
    Evidence.Builder evidence = Evidence.builder();
    errors.attempt(() -> claim.id(row.required("id")));
    errors.attempt(() -> evidence.source(source(row)));
    errors.attempt(() -> evidence.mode(row.requiredConstant("mode", Mode.class)));
    errors.attempt(() -> evidence.via(row.list("via")));
    errors.attempt(() -> row.value("quote").ifPresent(evidence::quote));
    errors.attempt(() -> addSelector(row, evidence));
    errors.attempt(() -> row.value("language").ifPresent(evidence::language));
    errors.attempt(() -> row.value("translation").ifPresent(evidence::translation));
    errors.attempt(() -> addActors(row, claim));
    errors.attempt(() -> claim.proposition(proposition(row)));
    errors.attempt(() -> claim.asserted(row.requiredDate("asserted", dates)));
    errors.attempt(() -> row.constant("basis", Basis.class).ifPresent(claim::basis));
    errors.attempt(() -> claim.stance(row.requiredConstant("stance", Stance.class)));
    errors.attempt(() -> claim.force(row.requiredConstant("force", Force.class)));
    errors.attempt(() -> claim.frames(row.list("frames")));
    errors.attempt(() -> claim.audience(row.list("audience")));
    errors.attempt(() -> claim.respondsTo(row.list("respondsTo")));
    errors.attempt(() -> claim.retracts(row.list("retracts")));
    errors.attempt(() -> row.date("due", dueDates).ifPresent(claim::due));
    errors.attempt(
        () ->
            row.constant("status", Status.class)
                .ifPresent(status -> claim.draft(status == Status.DRAFT)));
    errors.attempt(() -> row.value("occasion").ifPresent(claim::occasion));
    errors.attempt(() -> row.value("condition").ifPresent(claim::condition));
    errors.attempt(() -> row.value("coder").ifPresent(claim::coder));
    errors.attempt(() -> row.value("reviewer").ifPresent(claim::reviewer));
    errors.attempt(() -> row.value("gist").ifPresent(claim::gist));
    errors.attempt(() -> row.value("role").ifPresent(claim::role));
    errors.attempt(() -> row.value("note").ifPresent(claim::note));
    errors.throwAny();
    return claim.addEvidence(evidence.build()).build();
  }

  private String source(TableRow row) {
    String id = row.required("source");
    sources.require(id, row);
    return id;
  }

  private static void addSelector(TableRow row, Evidence.Builder evidence) {
    Optional<Integer> start = row.number("start");
    Optional<Integer> end = row.number("end");
    if (start.isPresent() != end.isPresent()) {
      throw new RowError("start", "", "the place of the words needs both its start and its end");
    }
    if (start.isPresent()) {
      int first = start.get();
      int last = end.orElseThrow();
      if (first >= last) {
        throw new RowError(
            "end",
            Integer.toString(last),
            "the place of the words ends at %d, and begins at %d".formatted(last, first));
      }
      evidence.selector(first, last);
    }
  }

  private void addActors(TableRow row, Claim.Builder claim) {
    List<String> principals = actors(row, "principal");
    if (principals.isEmpty()) {
      throw row.empty(template(row, "principal"));
    }
    List<String> speakers = actors(row, "speaker");
    claim.principals(principals).speakers(speakers.isEmpty() ? principals : speakers);
    TreeSet<String> ids = new TreeSet<>(principals);
    ids.addAll(speakers);
    actors.require(ids, names(row, principals));
  }

  /** Returns the name of the template that gives the actors of a role: by name, code or id. */
  private static String template(TableRow row, String role) {
    return Stream.of(role + "Names", role + "Identifiers")
        .filter(row::has)
        .findFirst()
        .orElse(role + "s");
  }

  /** Returns the ids of the actors of a role. */
  private List<String> actors(TableRow row, String role) {
    String template = template(row, role);
    List<String> values = row.list(template);
    if (template.endsWith("Names")) {
      return values.stream().map(name -> actors.named(template, name)).toList();
    }
    if (template.endsWith("Identifiers")) {
      String scheme = Objects.requireNonNull(settings.schemes().get(template));
      return values.stream().map(value -> actors.identified(template, scheme, value)).toList();
    }
    return values;
  }

  /** Returns the names of the principals by id, if the row has as many names as principals. */
  private static Map<String, String> names(TableRow row, List<String> principals) {
    Map<String, String> byId = new HashMap<>();
    if (principals.size() == 1) {
      row.value("name").ifPresent(name -> byId.put(principals.get(0), name));
      return byId;
    }
    List<String> names = row.list("name");
    for (int i = 0; i < principals.size() && names.size() == principals.size(); i++) {
      byId.put(principals.get(i), names.get(i));
    }
    return byId;
  }

  private String proposition(TableRow row) {
    Optional<String> sentence = row.value(row.has("sentence") ? "sentence" : "text");
    String id =
        row.has("sentence")
            ? propositions.stated(row.required("sentence"))
            : row.required("proposition");
    propositions.require(id, row, sentence);
    return id;
  }
}
