package org.demarche.json.tables;

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.demarche.json.records.IdInterner;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.suggestion.ShownValue;

/** The claim of a row, with the actors and the proposition that it adds. */
final class ClaimRowReader {
  /** The ids, and sets of ids, of which one instance is kept. */
  private static final int A_FEW = 100_000;

  private enum Status {
    DRAFT,
    CODED
  }

  private final TableSettings settings;
  private final TableActors actors;
  private final TablePropositions propositions;
  private final TableSources sources;
  private final TextValues dates;
  private final String principals;
  private final String speakers;
  private final List<Step> steps = new ArrayList<>();
  private final TextValues dueDates = new TextValues(Optional.empty());
  private final IdInterner interner = new IdInterner(A_FEW);
  private final SluggedIds ids;

  /** The evidence of the row before, which rows without words of their own share. */
  private Optional<Evidence> earlier = Optional.empty();

  ClaimRowReader(
      TableSettings settings,
      TableActors actors,
      TablePropositions propositions,
      TableSources sources,
      Predicate<String> isTaken) {
    this.settings = settings;
    this.actors = actors;
    this.propositions = propositions;
    this.sources = sources;
    this.ids = new SluggedIds(isTaken);
    this.dates = new TextValues(settings.dates());
    this.principals = template("principal");
    this.speakers = template("speaker");
    addSteps();
    requireConstant("mode", Mode.class);
    requireConstant("basis", Basis.class);
    requireConstant("stance", Stance.class);
    requireConstant("force", Force.class);
    requireConstant("status", Status.class);
  }

  /** Throws if a template without a column, which is the same for every row, is no constant. */
  private <E extends Enum<E>> void requireConstant(String template, Class<E> type) {
    String text = settings.templates().getOrDefault(template, "{}");
    if (text.indexOf('{') < 0) {
      try {
        TableRow.constant(template, text, type);
      } catch (RowError unknown) {
        throw ShownValue.refused(String.valueOf(unknown.getMessage()), unknown);
      }
    }
  }

  /** Returns the name of the template that gives the actors of a role: by name, code or id. */
  private String template(String role) {
    return Stream.of(role + "Names", role + "Identifiers")
        .filter(settings.templates()::containsKey)
        .findFirst()
        .orElse(role + "s");
  }

  /** The reading of a member of a claim, or of several that belong together. */
  private interface Step {
    void read(TableRow row, Claim.Builder claim, Evidence.Builder evidence);
  }

  private void addSteps() {
    add("id", (row, claim, evidence) -> claim.id(ids.of(row.required("id"), row.line())));
    add("source", (row, claim, evidence) -> evidence.source(source(row)));
    add("mode", (row, claim, evidence) -> evidence.mode(row.requiredConstant("mode", Mode.class)));
    add("via", (row, claim, evidence) -> evidence.via(row.list("via")));
    addText("quote", (text, claim, evidence) -> evidence.quote(text));
    add("start", (row, claim, evidence) -> addSelector(row, evidence));
    addText("language", (text, claim, evidence) -> evidence.language(text));
    addText("translation", (text, claim, evidence) -> evidence.translation(text));
    steps.add((row, claim, evidence) -> addActors(row, claim));
    steps.add((row, claim, evidence) -> claim.proposition(proposition(row)));
    add("asserted", (row, claim, evidence) -> claim.asserted(row.requiredDate("asserted", dates)));
    add(
        "basis",
        (row, claim, evidence) -> row.constant("basis", Basis.class).ifPresent(claim::basis));
    add(
        "stance",
        (row, claim, evidence) -> claim.stance(row.requiredConstant("stance", Stance.class)));
    add("force", (row, claim, evidence) -> claim.force(row.requiredConstant("force", Force.class)));
    add("frames", (row, claim, evidence) -> claim.frames(row.list("frames")));
    add("audience", (row, claim, evidence) -> claim.audience(row.list("audience")));
    add("respondsTo", (row, claim, evidence) -> claim.respondsTo(ids(row, "respondsTo")));
    add("retracts", (row, claim, evidence) -> claim.retracts(ids(row, "retracts")));
    add("due", (row, claim, evidence) -> row.date("due", dueDates).ifPresent(claim::due));
    add(
        "status",
        (row, claim, evidence) ->
            row.constant("status", Status.class)
                .ifPresent(status -> claim.draft(status == Status.DRAFT)));
    addText("occasion", (text, claim, evidence) -> claim.occasion(text));
    addText("condition", (text, claim, evidence) -> claim.condition(text));
    addText("coder", (text, claim, evidence) -> claim.coder(text));
    addText("reviewer", (text, claim, evidence) -> claim.reviewer(text));
    addText("gist", (text, claim, evidence) -> claim.gist(text));
    addText("role", (text, claim, evidence) -> claim.role(text));
    addText("note", (text, claim, evidence) -> claim.note(text));
  }

  /** Adds a step if its template is given. */
  private void add(String template, Step step) {
    if (settings.templates().containsKey(template)) {
      steps.add(step);
    }
  }

  private interface TextStep {
    void read(String text, Claim.Builder claim, Evidence.Builder evidence);
  }

  private void addText(String template, TextStep step) {
    add(
        template,
        (row, claim, evidence) ->
            row.value(template).ifPresent(text -> step.read(text, claim, evidence)));
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
    for (Step step : steps) {
      errors.attempt(() -> step.read(row, claim, evidence));
    }
    errors.throwAny();
    return claim.addEvidence(shared(evidence.build())).build();
  }

  private Evidence shared(Evidence evidence) {
    if (!earlier.equals(Optional.of(evidence))) {
      earlier = Optional.of(evidence);
    }
    return earlier.get();
  }

  private static List<String> ids(TableRow row, String template) {
    return row.list(template).stream().map(SluggedIds::id).toList();
  }

  private String source(TableRow row) {
    return interner.id(sources.require(row));
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
            "the place of the words ends at %s, and begins at %s".formatted(last, first));
      }
      evidence.selector(first, last);
    }
  }

  private void addActors(TableRow row, Claim.Builder claim) {
    List<String> ofPrincipals =
        actors(row, principals, TableActors.Role.PRINCIPAL, ImmutableSortedSet.of());
    if (ofPrincipals.isEmpty()) {
      throw row.empty(principals);
    }
    ImmutableSortedSet<String> ids = interner.set(ofPrincipals);
    List<String> ofSpeakers = actors(row, speakers, TableActors.Role.SPEAKER, ids);
    ImmutableSortedSet<String> speaking = ofSpeakers.isEmpty() ? ids : interner.set(ofSpeakers);
    claim.principals(ids).speakers(speaking);
    actors.require(ids, speaking, names(row, ofPrincipals));
    if (speakers.endsWith("Names")) {
      actors.requireOneBody(speaking, ids);
    }
  }

  /** Returns the ids of the actors that a template gives. */
  private List<String> actors(
      TableRow row, String template, TableActors.Role role, Set<String> ofPrincipals) {
    List<String> values = row.list(template);
    if (template.endsWith("Names")) {
      return values.stream().map(name -> actors.named(template, name, role, ofPrincipals)).toList();
    }
    if (template.endsWith("Identifiers")) {
      String scheme = Objects.requireNonNull(settings.schemes().get(template));
      return values.stream().map(value -> actors.identified(template, scheme, value)).toList();
    }
    return values;
  }

  /** Returns the names of the principals by id, if the row has as many names as principals. */
  private static Map<String, String> names(TableRow row, List<String> principals) {
    if (principals.size() == 1) {
      return row.value("name").map(name -> Map.of(principals.get(0), name)).orElse(Map.of());
    }
    Map<String, String> byId = new HashMap<>();
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
    return interner.id(id);
  }
}
