package org.demarche.json.dna;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.json.files.FileErrors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/**
 * The tables and columns of DNA 3.0: which are read, and which are not and why. Any other column
 * belongs to another version, and is named as such.
 */
final class DnaSchema {
  /** The columns that are read; the first is the number of the row. */
  private static final ImmutableListMultimap<String, String> READ =
      ImmutableListMultimap.<String, String>builder()
          .putAll("CODERS", "ID", "Name")
          .putAll("STATEMENTTYPES", "ID", "Label")
          .putAll("VARIABLES", "ID", "Variable", "DataType", "StatementTypeId")
          .putAll("STATEMENTS", "ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder")
          .putAll("ENTITIES", "ID", "VariableId", "Value", "ChildOf")
          .putAll("ATTRIBUTEVARIABLES", "ID", "VariableId", "AttributeVariable")
          .putAll("ATTRIBUTEVALUES", "ID", "EntityId", "AttributeVariableId", "AttributeValue")
          .putAll("DATASHORTTEXT", "ID", "StatementId", "VariableId", "Entity")
          .putAll("DATALONGTEXT", "ID", "StatementId", "VariableId", "Value")
          .putAll("DATAINTEGER", "ID", "StatementId", "VariableId", "Value")
          .putAll("DATABOOLEAN", "ID", "StatementId", "VariableId", "Value")
          .putAll("DOCUMENTS", "ID", "Title", "Author", "Source", "Section", "Notes", "Type")
          .putAll("DOCUMENTS", "Date", "Coder", "Text")
          .build();

  /** The numbers that serve to put the tables together, and are not in the rows themselves. */
  private static final ImmutableListMultimap<String, String> KEYS =
      ImmutableListMultimap.<String, String>builder()
          .putAll("CODERS", "ID")
          .putAll("STATEMENTTYPES", "ID")
          .putAll("VARIABLES", "ID", "StatementTypeId")
          .putAll("STATEMENTS", "StatementTypeId", "Coder")
          .putAll("ENTITIES", "ID", "VariableId", "ChildOf")
          .putAll("ATTRIBUTEVARIABLES", "ID", "VariableId")
          .putAll("ATTRIBUTEVALUES", "ID", "EntityId", "AttributeVariableId")
          .putAll("DATASHORTTEXT", "ID", "StatementId", "VariableId", "Entity")
          .putAll("DATALONGTEXT", "ID", "StatementId", "VariableId")
          .putAll("DATAINTEGER", "ID", "StatementId", "VariableId")
          .putAll("DATABOOLEAN", "ID", "StatementId", "VariableId")
          .putAll("DOCUMENTS", "Coder")
          .build();

  /**
   * Columns that are not read.
   *
   * @param table their table
   * @param what what they hold, in the plural
   * @param why why they are not read
   * @param columns their names
   */
  private record Unread(String table, String what, String why, ImmutableList<String> columns) {
    static Unread of(String table, String what, String why, String... columns) {
      return new Unread(table, what, why, ImmutableList.copyOf(columns));
    }
  }

  private static final String DISPLAY = "they concern the windows of DNA";
  private static final String PERMISSION = "Permission";
  private static final String[] COLOUR = {"Red", "Green", "Blue"};

  private static final ImmutableList<Unread> UNREAD =
      ImmutableList.of(
          Unread.of("CODERS", "passwords of coders", "secrets, which are counted only", "Password"),
          Unread.of("CODERS", "colours of coders", DISPLAY, COLOUR),
          Unread.of(
              "CODERS",
              "preferences of coders",
              DISPLAY,
              "Refresh",
              "FontSize",
              "PopupWidth",
              "ColorByCoder",
              "PopupDecoration",
              "PopupAutoComplete"),
          Unread.of(
              "CODERS",
              "permissions of coders",
              "they say who may do what in DNA",
              permissions(
                  "AddDocuments",
                  "EditDocuments",
                  "DeleteDocuments",
                  "ImportDocuments",
                  "AddStatements",
                  "EditStatements",
                  "DeleteStatements",
                  "EditAttributes",
                  "EditRegex",
                  "EditStatementTypes",
                  "EditCoders",
                  "EditCoderRelations",
                  "ViewOthersDocuments",
                  "EditOthersDocuments",
                  "ViewOthersStatements",
                  "EditOthersStatements")),
          Unread.of(
              "CODERRELATIONS",
              "relations between coders",
              "they say who may see and edit whose work in DNA",
              "ID",
              "Coder",
              "OtherCoder",
              "viewStatements",
              "editStatements",
              "viewDocuments",
              "editDocuments"),
          Unread.of("STATEMENTTYPES", "colours of statement types", DISPLAY, COLOUR),
          Unread.of("ENTITIES", "colours of entities", DISPLAY, COLOUR),
          Unread.of(
              "REGEXES",
              "search patterns",
              "they highlight words in the windows of DNA",
              "Label",
              "Red",
              "Green",
              "Blue"),
          Unread.of(
              "VARIABLELINKS",
              "links between variables",
              "they join variables, and no statements",
              "ID",
              "SourceVariableId",
              "TargetVariableId"),
          Unread.of("SETTINGS", "settings", "they concern the program", "Property", "Value"));

  private DnaSchema() {}

  private static String[] permissions(String... names) {
    return Arrays.stream(names).map(PERMISSION::concat).toArray(String[]::new);
  }

  /** Returns the columns of a table that are read. */
  static ImmutableList<String> columns(String table) {
    return READ.get(table);
  }

  /** Refuses a database that is not of DNA 3.0. */
  static void require(SqlTables tables, String file) throws SQLException {
    if (tables.tables().isEmpty()) {
      throw refused(
          file,
          "",
          "a database without tables; SQLite makes an empty file if none has the name: does the connection name the .dna file?");
    }
    Optional<String> version = version(tables);
    boolean isOlder =
        version.filter(it -> it.startsWith("1") || it.startsWith("2")).isPresent()
            || tables.tables().contains("CODERPERMISSIONS");
    if (isOlder && tables.tables().contains("STATEMENTS")) {
      throw refused(
          file,
          version.orElse(""),
          "a database of DNA %s; create a database in DNA 3, import this one into it from the menu Document, and read that"
              .formatted(version.orElse("2")));
    }
    List<String> missing = missing(tables);
    if (!missing.isEmpty()) {
      throw refused(file, version.orElse(""), foreign(tables, version, missing));
    }
  }

  private static String foreign(SqlTables tables, Optional<String> version, List<String> missing) {
    boolean isDna =
        tables.tables().containsAll(List.of("STATEMENTTYPES", "STATEMENTS", "DOCUMENTS"));
    String lacks = DnaAccount.listed(missing);
    return isDna
        ? "a database of another version of DNA%s: DNA 3.0 has %s; open it in DNA 3.0, and save it there"
            .formatted(version.map(it -> " (" + it + ")").orElse(""), lacks)
        : "a database of another program: it has the tables %s, but DNA 3.0 has %s"
            .formatted(DnaAccount.listed(List.copyOf(tables.tables())), lacks);
  }

  private static List<String> missing(SqlTables tables) {
    List<String> missing = new ArrayList<>();
    for (String table : READ.keySet()) {
      if (tables.columns(table).isEmpty()) {
        missing.add(table);
      } else {
        READ.get(table).stream()
            .filter(column -> !tables.has(table, column))
            .forEach(column -> missing.add(table + "." + column));
      }
    }
    return missing;
  }

  private static Optional<String> version(SqlTables tables) throws SQLException {
    if (!tables.has("SETTINGS", "Property") || !tables.has("SETTINGS", "Value")) {
      return Optional.empty();
    }
    return tables
        .read("SETTINGS", "\"Property\" = 'version'", ImmutableList.of("Property", "Value"))
        .stream()
        .map(row -> row.cell("Value"))
        .findFirst();
  }

  private static InvalidDossierException refused(String file, String value, String why) {
    return FileErrors.refused(
        FileErrors.problem(Problem.Code.SYNTAX, value, why, new Place(file, 1, 1)));
  }

  /** Adds every column that is not read, and those by which the tables were put together. */
  static void account(SqlTables tables, DnaAccount account) throws SQLException {
    for (Unread unread : UNREAD) {
      List<String> present =
          unread.columns().stream().filter(name -> tables.has(unread.table(), name)).toList();
      account.left(
          unread.what(),
          filled(tables, unread.table(), present),
          "%s of %s: %s".formatted(String.join(", ", present), unread.table(), unread.why()));
    }
    keys(tables, account);
    for (String table : tables.tables()) {
      unknown(table, tables, account);
    }
  }

  private static void keys(SqlTables tables, DnaAccount account) throws SQLException {
    long numbers = 0;
    List<String> names = new ArrayList<>();
    for (String table : KEYS.keySet()) {
      for (String column : KEYS.get(table)) {
        numbers += tables.filled(table, List.of(column));
      }
      names.add(String.join(", ", KEYS.get(table)) + " of " + table);
    }
    account.left(
        "numbers by which rows refer to one another",
        numbers,
        "the table has their names instead: " + String.join("; ", names));
  }

  private static void unknown(String table, SqlTables tables, DnaAccount account)
      throws SQLException {
    List<String> unknown =
        tables.columns(table).stream().filter(column -> !isKnown(table, column)).toList();
    if (unknown.size() == tables.columns(table).size()) {
      account.left(
          "rows of " + table,
          filled(tables, table, unknown),
          "a table that DNA 3.0 has not: " + String.join(", ", unknown));
      return;
    }
    for (String column : unknown) {
      account.left(
          "values of " + table + "." + column,
          filled(tables, table, List.of(column)),
          "a column that DNA 3.0 has not");
    }
  }

  private static boolean isKnown(String table, String column) {
    return READ.entries().stream()
            .anyMatch(
                read ->
                    read.getKey().equalsIgnoreCase(table)
                        && read.getValue().equalsIgnoreCase(column))
        || UNREAD.stream()
            .filter(unread -> unread.table().equalsIgnoreCase(table))
            .anyMatch(unread -> unread.columns().stream().anyMatch(column::equalsIgnoreCase));
  }

  private static long filled(SqlTables tables, String table, List<String> columns)
      throws SQLException {
    return columns.isEmpty() ? 0 : tables.filled(table, columns);
  }
}
