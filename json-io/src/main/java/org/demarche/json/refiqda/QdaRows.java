package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.json.refiqda.QdaDocuments.Document;
import org.demarche.json.refiqda.QdaDocuments.Selection;
import org.demarche.json.refiqda.QdaProject.Case;
import org.demarche.json.refiqda.QdaProject.Code;
import org.demarche.json.tables.CodedTable;
import org.demarche.json.tables.Slug;
import org.demarche.json.tables.UniqueNames;

/** The rows of a project: one for each coding, and one for each selection without a coding. */
final class QdaRows {
  static final String CODE = "code";
  static final String CODE_PATH = "code_path";
  static final String CODE_DESCRIPTION = "code_description";
  static final String CASE = "case";
  static final String VARIABLE = "variable: ";

  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          CodedTable.CODING,
          CodedTable.QUOTE,
          CodedTable.START,
          CodedTable.END,
          CodedTable.CODER,
          CodedTable.REMARK,
          CodedTable.DOCUMENT,
          CodedTable.DOCUMENT_TITLE,
          CodedTable.DOCUMENT_TEXT,
          CODE,
          CODE_PATH,
          CODE_DESCRIPTION,
          CASE);

  private final QdaProject project;
  private final QdaTexts texts;
  private final QdaAccount account;
  private final TextBudget budget;
  private final ImmutableMap<String, String> users;
  private final ImmutableMap<String, Code> codes;

  /** The variables that have a value, each with its column after the fixed ones. */
  private final Map<String, Integer> variables = new HashMap<>();

  private final ImmutableList<String> columns;
  private final ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
  private final UniqueNames ids = new UniqueNames("%s-%s");
  private final Map<String, Optional<String>> notes = new HashMap<>();
  private final Set<String> usedUsers = new HashSet<>();
  private final Set<String> usedCodes = new HashSet<>();
  private final Set<Integer> usedCases = new HashSet<>();

  /** The columns of a row that describe more than its coding. */
  private record Background(
      Document document,
      Set<Case> cases,
      Map<String, String> values,
      ImmutableMap<Integer, String> cells) {}

  /**
   * Creates an empty table.
   *
   * @param valued the identifiers of the variables that have a value
   */
  QdaRows(
      QdaProject project,
      Set<String> valued,
      QdaTexts texts,
      QdaAccount account,
      TextBudget budget) {
    this.project = project;
    this.texts = texts;
    this.account = account;
    this.budget = budget;
    this.users = project.users();
    this.codes = project.codes();
    List<String> names = new ArrayList<>(COLUMNS);
    project
        .variables()
        .forEach(
            (guid, name) -> {
              if (valued.contains(guid)) {
                variables.put(guid, names.size());
                names.add(VARIABLE + name);
              }
            });
    this.columns = ImmutableList.copyOf(names);
  }

  /** Adds the rows of a document. */
  void add(Document document, ImmutableMap<String, String> values) throws IOException {
    Set<Case> cases = new LinkedHashSet<>();
    document.guids().forEach(guid -> cases.addAll(project.casesWith(guid)));
    if (document.selections().isEmpty() && document.codings().isEmpty()) {
      return;
    }
    Background background = new Background(document, cases, values, cells(cases, values));
    for (Selection selection : document.selections()) {
      List<XmlElement> codings = selection.element().children("Coding").toList();
      for (XmlElement coding : codings) {
        addRow(background, Optional.of(selection), Optional.of(coding));
      }
      if (codings.isEmpty()) {
        account.carry("selections without a coding", 1, "a row each, without a code");
        addRow(background, Optional.of(selection), Optional.empty());
      }
    }
    for (XmlElement coding : document.codings()) {
      account.carry("codings of whole documents", 1, "a row each, without a quote");
      addRow(background, Optional.empty(), Optional.of(coding));
    }
  }

  private void addRow(
      Background background, Optional<Selection> selection, Optional<XmlElement> coding)
      throws IOException {
    budget.spend(columns.size());
    Document document = background.document();
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    set(cells, CodedTable.CODING, codingId(document, selection, coding));
    selection.flatMap(Selection::place).ifPresent(place -> setPlace(cells, place, document));
    set(cells, CodedTable.CODER, coder(selection, coding));
    set(cells, CodedTable.REMARK, remark(selection, coding));
    set(cells, CodedTable.DOCUMENT, document.id());
    set(cells, CodedTable.DOCUMENT_TITLE, document.title());
    set(cells, CodedTable.DOCUMENT_TEXT, document.text());
    Set<Case> further = new LinkedHashSet<>();
    selection.ifPresent(it -> further.addAll(project.casesWith(QdaProject.guid(it.element()))));
    coding.ifPresent(it -> setCode(cells, it, further));
    further.removeAll(background.cases());
    ofCases(background, further).forEach((column, text) -> cells[column] = text);
    rows.add(ImmutableList.copyOf(cells));
  }

  private static void set(String[] cells, String column, String value) {
    cells[COLUMNS.indexOf(column)] = value;
  }

  private static void setPlace(String[] cells, PassagePlaces.Place place, Document document) {
    set(cells, CodedTable.QUOTE, place.in(document.text()));
    set(cells, CodedTable.START, Integer.toString(place.start().codePoint()));
    set(cells, CodedTable.END, Integer.toString(place.end().codePoint()));
  }

  private String codingId(
      Document document, Optional<Selection> selection, Optional<XmlElement> coding) {
    XmlElement coded = coding.or(() -> selection.map(Selection::element)).orElseThrow();
    String slug = Slug.of(QdaProject.guid(coded));
    if (slug.isEmpty()) {
      account.carryAt(
          "codings without a guid",
          "their ids are numbers in their document, which the next export may change",
          "line " + coded.line());
      slug = document.id();
    }
    String id = ids.unique("qda-" + slug);
    if (!id.equals("qda-" + slug) && !slug.equals(document.id())) {
      account.carryAt(
          "codings with the guid of another",
          "their ids are numbered",
          id + ", line " + coded.line());
    }
    return id;
  }

  private String coder(Optional<Selection> selection, Optional<XmlElement> coding) {
    String user =
        Stream.of(coding, selection.map(Selection::element))
            .flatMap(Optional::stream)
            .map(it -> QdaProject.guid(it.attribute("creatingUser")))
            .filter(guid -> !guid.isEmpty())
            .findFirst()
            .orElse("");
    String name = users.getOrDefault(user, "");
    if (!name.isEmpty()) {
      usedUsers.add(user);
    } else if (!user.isEmpty()) {
      account.leave(
          "coders without a name",
          1,
          "the project has no user with this guid, or one without name");
    }
    return name;
  }

  private String remark(Optional<Selection> selection, Optional<XmlElement> coding)
      throws IOException {
    Set<String> remarks = new LinkedHashSet<>();
    selection
        .flatMap(it -> it.element().child("Description"))
        .map(it -> it.text().strip())
        .filter(text -> !text.isEmpty())
        .ifPresent(remarks::add);
    for (XmlElement noted :
        Stream.of(coding, selection.map(Selection::element)).flatMap(Optional::stream).toList()) {
      for (XmlElement reference : noted.children("NoteRef").toList()) {
        note(reference).ifPresent(remarks::add);
      }
    }
    if (remarks.size() > 1) {
      remarks.forEach(it -> budget.spend(it.length()));
    }
    return String.join("\n\n", remarks);
  }

  private Optional<String> note(XmlElement reference) throws IOException {
    String guid = QdaProject.guid(reference.attribute("targetGUID"));
    Optional<String> known = notes.get(guid);
    if (known != null) {
      return known;
    }
    Optional<XmlElement> note = project.note(guid);
    Optional<String> text = Optional.empty();
    if (note.isPresent()) {
      XmlElement it = note.get();
      text =
          Stream.of(
                  texts.read(it).map(QdaTexts.Loaded::text).orElse(""),
                  it.child("Description").map(XmlElement::text).orElse(""),
                  it.attribute("name"))
              .map(String::strip)
              .filter(words -> !words.isEmpty())
              .findFirst();
    } else {
      account.leaveAt(
          "attachments of notes that are not in the project",
          "there is no note with this guid",
          "line " + reference.line());
    }
    notes.put(guid, text);
    return text;
  }

  private void setCode(String[] cells, XmlElement coding, Set<Case> cases) {
    String guid =
        QdaProject.guid(coding.child("CodeRef").map(it -> it.attribute("targetGUID")).orElse(""));
    Code code = codes.get(guid);
    if (code != null) {
      usedCodes.add(guid);
      account.carry("codings", 1, "a row each");
      set(cells, CODE, code.name());
      set(cells, CODE_PATH, code.path());
      set(cells, CODE_DESCRIPTION, code.description());
    } else if (project.caseOf(guid).isPresent()) {
      account.carry("codings with a case", 1, "a row each, without a code, with the case");
      cases.add(project.caseOf(guid).get());
    } else {
      account.carryAt(
          "codings whose code is not in the project",
          "a row each, without a code",
          "'%s', line %s".formatted(guid, coding.line()));
    }
  }

  /** Returns the cells about the cases of a row: those of its document, and further ones. */
  private Map<Integer, String> ofCases(Background background, Set<Case> further) {
    if (further.isEmpty()) {
      return background.cells();
    }
    Set<Case> cases = new LinkedHashSet<>(background.cases());
    cases.addAll(further);
    budget.spend(cases.size());
    return cells(cases, background.values());
  }

  /** Returns the cells about cases by their columns, with the own values of a document. */
  private ImmutableMap<Integer, String> cells(Set<Case> cases, Map<String, String> own) {
    Set<String> names = new LinkedHashSet<>();
    Map<String, Set<String>> values = new HashMap<>();
    own.forEach((guid, value) -> values.put(guid, new LinkedHashSet<>(Set.of(value))));
    for (Case one : cases) {
      usedCases.add(one.number());
      names.add(one.name());
      one.values()
          .forEach(
              (guid, value) ->
                  values.computeIfAbsent(guid, it -> new LinkedHashSet<>()).add(value));
    }
    names.remove("");
    ImmutableMap.Builder<Integer, String> cells = ImmutableMap.builder();
    cells.put(COLUMNS.indexOf(CASE), joined(names));
    values.forEach(
        (guid, texts) -> cells.put(Objects.requireNonNull(variables.get(guid)), joined(texts)));
    return cells.buildOrThrow();
  }

  private String joined(Set<String> texts) {
    if (texts.size() > 1) {
      texts.forEach(text -> budget.spend(text.length()));
    }
    return String.join("; ", texts);
  }

  /** Returns the table, after all documents were added. */
  CodedTable table(String file) {
    account.carry("users", usedUsers.size(), "column coder");
    account.leave("users who coded nothing", users.size() - usedUsers.size(), "no row is theirs");
    account.carry("codes", usedCodes.size(), "columns code, code_path and code_description");
    account.leave(
        "codes without a coding of text",
        codes.size() - usedCodes.size(),
        "no row has them, but those above another code are in its code_path");
    long attached = notes.values().stream().filter(Optional::isPresent).count();
    account.carry("notes", attached, "column remark");
    account.leave(
        "notes that are attached to no passage",
        project.numberOfNotes() - attached,
        "they are about a document, a code or the project, or are empty");
    account.carry(
        "cases", usedCases.size(), "column case, and their values; several are joined by ';'");
    account.leave(
        "cases without a passage",
        project.cases().size() - usedCases.size(),
        "no row is about them");
    account.leave(
        "references of cases to something other than a document or a selection of text",
        project.unfoundTargets(),
        "no row is about it");
    account.carry("variables", variables.size(), "a column each, 'variable: ' and the name");
    account.leave(
        "variables without a value",
        project.variables().size() - variables.size(),
        "the column would be empty");
    return new CodedTable(file, columns, rows.build(), account.entries());
  }
}
