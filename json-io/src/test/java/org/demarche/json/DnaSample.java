package org.demarche.json;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A made-up database with the tables of DNA 3.0: a debate on a cap on emissions in three documents,
 * and a fourth in which nothing is coded. The first text begins with a sign of two UTF-16 units.
 */
public final class DnaSample {
  private static final String COLOURS =
      "Red INTEGER DEFAULT 0, Green INTEGER DEFAULT 0, Blue INTEGER DEFAULT 0";

  private static final String PERMISSIONS =
      "PermissionAddDocuments INTEGER DEFAULT 1, PermissionEditDocuments INTEGER DEFAULT 1, "
          + "PermissionDeleteDocuments INTEGER DEFAULT 1, PermissionImportDocuments INTEGER DEFAULT 1, "
          + "PermissionAddStatements INTEGER DEFAULT 1, PermissionEditStatements INTEGER DEFAULT 1, "
          + "PermissionDeleteStatements INTEGER DEFAULT 1, PermissionEditAttributes INTEGER DEFAULT 1, "
          + "PermissionEditRegex INTEGER DEFAULT 1, PermissionEditStatementTypes INTEGER DEFAULT 1, "
          + "PermissionEditCoders INTEGER DEFAULT 1, PermissionEditCoderRelations INTEGER DEFAULT 1, "
          + "PermissionViewOthersDocuments INTEGER DEFAULT 1, PermissionEditOthersDocuments INTEGER DEFAULT 1, "
          + "PermissionViewOthersStatements INTEGER DEFAULT 1, PermissionEditOthersStatements INTEGER DEFAULT 1";

  /** The tables, in the order in which DNA makes them. */
  public static final ImmutableList<String> TABLES =
      ImmutableList.of(
          "CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL)",
          "CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, "
              + COLOURS
              + ", Refresh INTEGER DEFAULT 0, FontSize INTEGER DEFAULT 14, Password TEXT NOT NULL,"
              + " PopupWidth INTEGER DEFAULT 300, ColorByCoder INTEGER DEFAULT 0,"
              + " PopupDecoration INTEGER DEFAULT 0, PopupAutoComplete INTEGER DEFAULT 1, "
              + PERMISSIONS
              + ")",
          "CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL,"
              + " Coder INTEGER, Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '',"
              + " Section TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '',"
              + " Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL)",
          "CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL, "
              + COLOURS
              + ")",
          "CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL,"
              + " DataType TEXT NOT NULL DEFAULT 'short text', StatementTypeId INTEGER)",
          "CREATE TABLE VARIABLELINKS(ID INTEGER NOT NULL PRIMARY KEY, SourceVariableId INTEGER,"
              + " TargetVariableId INTEGER)",
          "CREATE TABLE REGEXES(Label TEXT PRIMARY KEY, " + COLOURS + ")",
          "CREATE TABLE CODERRELATIONS(ID INTEGER NOT NULL PRIMARY KEY, Coder INTEGER, OtherCoder INTEGER,"
              + " viewStatements INTEGER DEFAULT 1, editStatements INTEGER DEFAULT 1,"
              + " viewDocuments INTEGER DEFAULT 1, editDocuments INTEGER DEFAULT 1)",
          "CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER,"
              + " DocumentId INTEGER, Start INTEGER NOT NULL, Stop INTEGER NOT NULL, Coder INTEGER)",
          "CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,"
              + " VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 1)",
          "CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,"
              + " VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 0)",
          "CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL,"
              + " Value TEXT NOT NULL DEFAULT '', Red INTEGER, Green INTEGER, Blue INTEGER,"
              + " ChildOf INTEGER)",
          "CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,"
              + " VariableId INTEGER NOT NULL, Entity INTEGER NOT NULL)",
          "CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,"
              + " VariableId INTEGER NOT NULL, Value TEXT DEFAULT '')",
          "CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL,"
              + " AttributeVariable TEXT NOT NULL)",
          "CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL,"
              + " AttributeVariableId INTEGER NOT NULL, AttributeValue TEXT NOT NULL DEFAULT '')");

  private static final ImmutableList<String> ROWS =
      ImmutableList.of(
          "INSERT INTO SETTINGS VALUES ('version', '3.0.11'), ('date', '2023-01-01')",
          "INSERT INTO CODERS(ID, Name, Red, Green, Blue, Password) VALUES"
              + " (1, 'Admin', 255, 255, 0, 'hash-of-one'), (2, 'Vera', 0, 9, 9, 'hash-of-two'),"
              + " (3, 'Olu', 7, 0, 7, 'hash-of-three')",
          "INSERT INTO CODERRELATIONS(ID, Coder, OtherCoder) VALUES (1, 2, 3), (2, 3, 2)",
          "INSERT INTO REGEXES VALUES ('[Ee]mission', 255, 0, 0)",
          "INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 239, 208, 51),"
              + " (2, 'NPF Story Element', 100, 200, 190), (3, 'Annotation', 211, 211, 211)",
          "INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1),"
              + " (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1),"
              + " (4, 'agreement', 'boolean', 1), (5, 'narrator', 'short text', 2),"
              + " (6, 'hero', 'short text', 2), (7, 'policy solution', 'short text', 2),"
              + " (11, 'note', 'long text', 3), (12, 'strength', 'integer', 1)",
          "INSERT INTO VARIABLELINKS VALUES (1, 1, 2)",
          "INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 1, 'Type'), (2, 2, 'Type'), (3, 3, 'Type'),"
              + " (4, 1, 'Alias'), (5, 2, 'Alias'), (6, 3, 'Alias')",
          "INSERT INTO ENTITIES VALUES (1, 1, 'Ann Aldo', 1, 1, 1, NULL),"
              + " (2, 1, 'Bo Cheng', 0, 0, 0, NULL),"
              + " (3, 2, 'Mills & Makers, Inc.', 0, 0, 0, NULL), (4, 2, 'Clean Coast', 0, 0, 0, 7),"
              + " (5, 2, 'Coal Union', 0, 0, 0, NULL), (6, 2, 'Sea Guild', 0, 0, 0, NULL),"
              + " (7, 2, 'Coast Alliance', 0, 0, 0, NULL), (8, 3, 'A cap works.', 0, 0, 0, NULL),"
              + " (9, 3, 'Caps cost jobs.', 0, 0, 0, NULL), (10, 1, '', 0, 0, 0, NULL)",
          "INSERT INTO ATTRIBUTEVALUES VALUES (1, 3, 2, 'business'), (2, 4, 2, 'movement'),"
              + " (3, 6, 2, 'guild'), (4, 1, 4, '')",
          "INSERT INTO DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date) VALUES"
              + " (1, 'Senate hears of caps',"
              + " '\uD83C\uDF0D Hearing. A cap works, says Aldo. Caps cost jobs, says Cheng.',"
              + " 2, 'Ida Roth', 'Harbour Post', 'Politics', 'From the archive', 'article', 1106731800),"
              + " (2, 'Day two', 'Day two. It does nothing, says the union. It works, says the coast.',"
              + " 2, 'Ida Roth', 'Harbour Post', 'Politics', '', 'article', 1107820800),"
              + " (3, 'A letter', 'Dear editors, we said a cap works. Yours.',"
              + " 1, '', 'Coast Gazette', '', '', 'letter', 1108943999),"
              + " (4, 'An uncoded text', 'Nothing is coded here.', 3, 'Tom Voss', 'Inland Echo', 'Weather',"
              + " 'To do', 'report', 1108857600)",
          "INSERT INTO STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder) VALUES"
              + " (1, 1, 3, 22, 33, 1), (2, 1, 2, 42, 50, 2), (3, 1, 2, 9, 24, 2),"
              + " (4, 1, 1, 36, 50, 1), (5, 1, 1, 12, 23, 2), (6, 3, 3, 35, 40, 1)",
          "INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES"
              + " (5, 1, 1), (5, 2, 3), (5, 3, 8), (4, 1, 2), (4, 2, 4), (4, 3, 9),"
              + " (3, 1, 10), (3, 2, 5), (3, 3, 8), (2, 1, 2), (2, 2, 4), (2, 3, 8),"
              + " (1, 1, 1), (1, 2, 3), (1, 3, 8)",
          "INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES"
              + " (5, 4, 1), (4, 4, 0), (3, 4, 0), (2, 4, 1)",
          "INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (5, 12, -2), (4, 12, 3)",
          "INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (6, 11, 'Who signed it?')");

  private DnaSample() {}

  /** Writes the sample into a new file. */
  public static Path create(Path file) throws SQLException {
    execute(file, TABLES);
    execute(file, ROWS);
    return file;
  }

  /** Writes the sample into a new file, and changes it. */
  static Path create(Path file, String... changes) throws SQLException {
    create(file);
    execute(file, List.of(changes));
    return file;
  }

  /** Runs statements of SQL on a file. */
  static void execute(Path file, Iterable<String> sql) throws SQLException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  /** Opens a file. */
  public static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** Reads a file. */
  static Codings read(Path file) throws SQLException {
    try (Connection connection = open(file)) {
      return Codings.dna(connection, file.getFileName().toString());
    }
  }
}
