package org.demarche.json.refiqda;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.json.files.FileErrors;
import org.demarche.json.tables.UniqueNames;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** The things of a project to which codings refer, by their identifiers. */
final class QdaProject {
  private static final String STEP = " / ";

  private final String file;
  private final QdaAccount account;
  private final TextBudget budget;
  private final Map<String, String> users = new LinkedHashMap<>();
  private final Map<String, Code> codes = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Map<String, Case> casesByGuid = new LinkedHashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private final Map<String, XmlElement> notes = new LinkedHashMap<>();
  private final ListMultimap<String, Case> casesByTarget = ArrayListMultimap.create();
  private final Set<String> foundTargets = new HashSet<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A code.
   *
   * @param path the names of the codes above it, and its own
   */
  record Code(String name, String path, String description) {}

  /**
   * A case, such as a person or place that several documents are about.
   *
   * @param number its number in the project, from 0
   * @param name may be empty
   * @param values the values of variables, by the identifier of the variable
   */
  record Case(int number, String name, ImmutableMap<String, String> values) {}

  /**
   * Reads the things of a project.
   *
   * @param file the name of the project in problems
   * @throws InvalidDossierException if two things of one kind have the same identifier
   */
  QdaProject(XmlElement project, String file, QdaAccount account, TextBudget budget) {
    this.file = file;
    this.account = account;
    this.budget = budget;
    addUsers(project);
    UniqueNames paths = new UniqueNames("%s (%s)");
    project
        .children("CodeBook", "Codes")
        .flatMap(all -> all.children("Code"))
        .forEach(code -> addCode(code, "", paths));
    UniqueNames names = new UniqueNames("%s (%s)");
    project
        .children("Variables", "Variable")
        .forEach(it -> put(variables, it, named(it, it.attribute("name"), names)));
    project.children("Cases", "Case").forEach(this::addCase);
    project.children("Notes", "Note").forEach(note -> put(notes, note, note));
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(problems);
    }
  }

  /** Returns an identifier in the form in which identifiers are compared. */
  static String guid(String written) {
    String lower = written.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("{") && lower.endsWith("}")
        ? lower.substring(1, lower.length() - 1)
        : lower;
  }

  /** Returns the identifier of an element; an empty text if it has none. */
  static String guid(XmlElement element) {
    return guid(element.attribute("guid"));
  }

  private <T> void put(Map<String, T> things, XmlElement element, T thing) {
    String guid = guid(element);
    if (guid.isEmpty()) {
      return; // nothing can refer to it, so it counts among the things that are not used
    }
    if (things.putIfAbsent(guid, thing) == null) {
      lines.putIfAbsent(element.name() + guid, element.line());
      return;
    }
    problems.add(
        FileErrors.problem(
            Problem.Code.DUPLICATE_ID,
            guid,
            "duplicate guid '%s': an earlier %s has it in line %s"
                .formatted(guid, element.name(), lines.get(element.name() + guid)),
            new Problem.Place(file, element.line(), 1)));
  }

  private void addUsers(XmlElement project) {
    UniqueNames names = new UniqueNames("%s (%s)");
    project
        .children("Users", "User")
        .forEach(
            user -> {
              String name = user.attribute("name").strip();
              put(users, user, named(user, name.isEmpty() ? user.attribute("id") : name, names));
            });
  }

  /** Returns a name, numbered if another thing of its kind has it; an empty one stays empty. */
  private String named(XmlElement element, String name, UniqueNames names) {
    if (name.isBlank()) {
      return "";
    }
    String unique = names.unique(name.strip());
    if (!unique.equals(name.strip())) {
      account.carryAt(
          "names that several users, codes or variables share",
          "they are numbered, so that they remain apart",
          "'%s', line %s".formatted(unique, element.line()));
    }
    return unique;
  }

  private void addCode(XmlElement code, String above, UniqueNames paths) {
    String name = code.attribute("name").strip();
    String path = named(code, above.isEmpty() ? name : above + STEP + name, paths);
    budget.spend(path.length());
    String description = code.child("Description").map(XmlElement::text).orElse("").strip();
    put(codes, code, new Code(name, path, description));
    code.children("Code").forEach(child -> addCode(child, path, paths));
  }

  private void addCase(XmlElement element) {
    Case added = new Case(cases.size(), element.attribute("name").strip(), values(element));
    cases.add(added);
    put(casesByGuid, element, added);
    Stream.of("SourceRef", "SelectionRef")
        .flatMap(element::children)
        .forEach(target -> casesByTarget.put(guid(target.attribute("targetGUID")), added));
  }

  /** Returns the values of variables in a case or source, by the identifier of the variable. */
  ImmutableMap<String, String> values(XmlElement element) {
    Map<String, String> values = new LinkedHashMap<>();
    element
        .children("VariableValue")
        .forEach(
            it -> {
              String variable =
                  guid(it.child("VariableRef").map(ref -> ref.attribute("targetGUID")).orElse(""));
              String value = value(it);
              if (!variables.containsKey(variable)) {
                account.leaveAt(
                    "values of variables that are not in the project",
                    "the column would have no name",
                    "'%s', line %s".formatted(value, it.line()));
              } else if (!value.isEmpty()) {
                budget.spend(values.merge(variable, value, QdaProject::joined).length());
              }
            });
    return ImmutableMap.copyOf(values);
  }

  /** Returns two values or texts as one cell. */
  static String joined(String one, String other) {
    return one + "; " + other;
  }

  private static String value(XmlElement variableValue) {
    return variableValue.children().stream()
        .filter(child -> QdaVocabulary.TEXTS.contains(child.name()))
        .map(child -> child.text().strip())
        .findFirst()
        .orElse("");
  }

  ImmutableMap<String, String> users() {
    return ImmutableMap.copyOf(users);
  }

  ImmutableMap<String, Code> codes() {
    return ImmutableMap.copyOf(codes);
  }

  ImmutableMap<String, String> variables() {
    return ImmutableMap.copyOf(variables);
  }

  Optional<Case> caseOf(String guid) {
    return Optional.ofNullable(casesByGuid.get(guid));
  }

  Optional<XmlElement> note(String guid) {
    return Optional.ofNullable(notes.get(guid));
  }

  /** Returns the cases to which a source or selection belongs. */
  ImmutableList<Case> casesWith(String guid) {
    List<Case> found = casesByTarget.get(guid);
    if (!found.isEmpty()) {
      foundTargets.add(guid);
    }
    return ImmutableList.copyOf(found);
  }

  /** Returns how many references of cases were to nothing that {@link #casesWith} was asked for. */
  long unfoundTargets() {
    return casesByTarget.keys().stream().filter(guid -> !foundTargets.contains(guid)).count();
  }

  /** Returns the cases, in their order. */
  ImmutableList<Case> cases() {
    return ImmutableList.copyOf(cases);
  }

  int numberOfNotes() {
    return notes.size();
  }
}
