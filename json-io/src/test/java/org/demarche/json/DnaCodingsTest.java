package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteConfig;

/** Databases of DNA 3.0 become tables with an account of everything in them. */
class DnaCodingsTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("debate.dna");
  }

  private Codings sample(String... changes) throws SQLException {
    return DnaSample.read(DnaSample.create(file(), changes));
  }

  private static ImmutableMap<String, String> row(Codings codings, int statement) {
    return codings.rows().stream()
        .filter(row -> Integer.toString(statement).equals(row.get("coding")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void statements_are_rows_by_document_and_place() throws SQLException {
    Codings codings = sample();
    assertThat(codings.columns())
        .containsExactly(
            "coding",
            "quote",
            "start",
            "end",
            "coder",
            "document",
            "document_title",
            "document_author",
            "document_outlet",
            "document_date",
            "document_text",
            "document_section",
            "document_type",
            "document_notes",
            "document_coder",
            "statement_type",
            "person",
            "organization",
            "organization.Type",
            "organization.ChildOf",
            "concept",
            "agreement",
            "strength",
            "note");
    assertThat(codings.rows().stream().map(row -> row.get("coding")))
        .containsExactly("5", "4", "3", "2", "1", "6");
    assertThat(codings.rows().get(0))
        .containsExactly(
            Map.entry("coding", "5"),
            Map.entry("quote", "A cap works"),
            Map.entry("start", "11"),
            Map.entry("end", "22"),
            Map.entry("coder", "Vera"),
            Map.entry("document", "1"),
            Map.entry("document_title", "Senate hears of caps"),
            Map.entry("document_author", "Ida Roth"),
            Map.entry("document_outlet", "Harbour Post"),
            Map.entry("document_date", "2005-01-26"),
            Map.entry(
                "document_text",
                "\uD83C\uDF0D Hearing. A cap works, says Aldo. Caps cost jobs, says Cheng."),
            Map.entry("document_section", "Politics"),
            Map.entry("document_type", "article"),
            Map.entry("document_notes", "From the archive"),
            Map.entry("document_coder", "Vera"),
            Map.entry("statement_type", "DNA Statement"),
            Map.entry("person", "Ann Aldo"),
            Map.entry("organization", "Mills & Makers, Inc."),
            Map.entry("organization.Type", "business"),
            Map.entry("concept", "A cap works."),
            Map.entry("agreement", "1"),
            Map.entry("strength", "-2"));
    assertThat(row(codings, 4))
        .containsEntry("quote", "Caps cost jobs")
        .containsEntry("start", "35")
        .containsEntry("end", "49")
        .containsEntry("organization.ChildOf", "Coast Alliance")
        .containsEntry("agreement", "0");
  }

  @Test
  void an_unknown_agreement_and_a_blank_person_are_no_values() throws SQLException {
    Codings codings = sample();
    assertThat(row(codings, 1)).doesNotContainKey("agreement").containsEntry("coder", "Admin");
    assertThat(row(codings, 3)).doesNotContainKey("person").containsEntry("agreement", "0");
  }

  @Test
  void a_statement_of_another_type_has_its_own_variables() throws SQLException {
    assertThat(row(sample(), 6))
        .containsEntry("statement_type", "Annotation")
        .containsEntry("note", "Who signed it?")
        .containsEntry("quote", "Yours")
        .containsEntry("document_date", "2005-02-20")
        .doesNotContainKeys("concept", "agreement");
  }

  @Test
  void the_quotation_is_what_is_at_its_place_in_code_points() throws SQLException {
    for (ImmutableMap<String, String> row : sample().rows()) {
      String text = String.valueOf(row.get("document_text"));
      int start = text.offsetByCodePoints(0, Integer.parseInt(String.valueOf(row.get("start"))));
      int end = text.offsetByCodePoints(0, Integer.parseInt(String.valueOf(row.get("end"))));
      assertThat(text.substring(start, end)).isEqualTo(row.get("quote"));
    }
  }

  @Test
  void the_account_states_what_became_of_everything() throws SQLException {
    assertThat(sample().account())
        .containsExactly(
            "carried: 6 statements (a row each; STATEMENTS.Start and Stop count UTF-16 units, the columns start and end code points)",
            "carried: 3 documents (the columns that begin with document; DOCUMENTS.Date, in seconds, is the day document_date in UTC, as DNA shows it)",
            "carried: 2 coders (the column coder)",
            "carried: 2 types of statements (the column statement_type)",
            "carried: 6 variables (the columns person, organization, concept (short text), agreement (boolean), strength (integer), note (long text))",
            "carried: 21 values of variables (in these columns; boolean values are 1 and 0 as in DNA)",
            "carried: 7 entities (their names, ENTITIES.Value, in the columns of their variables)",
            "carried: 2 attributes of entities (the columns organization.Type, organization.ChildOf)",
            "not carried: 1 documents without statements (a row is a statement, so that Title, Text, Author, Source, Section, Notes, Type, Date and Coder of these DOCUMENTS are left out: An uncoded text (4))",
            "not carried: 2 times of day of documents (a source is dated to the day)",
            "not carried: 1 coders without statements (their CODERS.Name is in the column document_coder at most: Olu)",
            "not carried: 1 types without statements (a row is a statement; STATEMENTTYPES.Label: NPF Story Element)",
            "not carried: 3 variables without statements (their types have no statements: narrator (short text), hero (short text), policy solution (short text))",
            "not carried: 2 entities without statements (no value names these ENTITIES: Sea Guild, Coast Alliance)",
            "not carried: 1 attributes of entities without statements (ATTRIBUTEVALUES.AttributeValue of entities that no value names)",
            "not carried: 5 attributes without values (no entity in the table has a value of these ATTRIBUTEVARIABLES: person.Type, concept.Type, person.Alias, organization.Alias, concept.Alias)",
            "not carried: 3 passwords of coders (Password of CODERS: secrets, which are counted only)",
            "not carried: 3 colours of coders (Red, Green, Blue of CODERS: they concern the windows of DNA)",
            "not carried: 3 preferences of coders (Refresh, FontSize, PopupWidth, ColorByCoder, PopupDecoration, PopupAutoComplete of CODERS: they concern the windows of DNA)",
            "not carried: 3 permissions of coders (PermissionAddDocuments, PermissionEditDocuments, PermissionDeleteDocuments, PermissionImportDocuments, PermissionAddStatements, PermissionEditStatements, PermissionDeleteStatements, PermissionEditAttributes, PermissionEditRegex, PermissionEditStatementTypes, PermissionEditCoders, PermissionEditCoderRelations, PermissionViewOthersDocuments, PermissionEditOthersDocuments, PermissionViewOthersStatements, PermissionEditOthersStatements of CODERS: they say who may do what in DNA)",
            "not carried: 2 relations between coders (ID, Coder, OtherCoder, viewStatements, editStatements, viewDocuments, editDocuments of CODERRELATIONS: they say who may see and edit whose work in DNA)",
            "not carried: 3 colours of statement types (Red, Green, Blue of STATEMENTTYPES: they concern the windows of DNA)",
            "not carried: 10 colours of entities (Red, Green, Blue of ENTITIES: they concern the windows of DNA)",
            "not carried: 1 search patterns (Label, Red, Green, Blue of REGEXES: they highlight words in the windows of DNA)",
            "not carried: 1 links between variables (ID, SourceVariableId, TargetVariableId of VARIABLELINKS: they join variables, and no statements)",
            "not carried: 2 settings (Property, Value of SETTINGS: they concern the program)",
            "not carried: 166 numbers by which rows refer to one another (the table has their names instead: ID of CODERS; ID of STATEMENTTYPES; ID, StatementTypeId of VARIABLES; StatementTypeId, Coder of STATEMENTS; ID, VariableId, ChildOf of ENTITIES; ID, VariableId of ATTRIBUTEVARIABLES; ID, EntityId, AttributeVariableId of ATTRIBUTEVALUES; ID, StatementId, VariableId, Entity of DATASHORTTEXT; ID, StatementId, VariableId of DATALONGTEXT; ID, StatementId, VariableId of DATAINTEGER; ID, StatementId, VariableId of DATABOOLEAN; Coder of DOCUMENTS)");
  }

  /** Every value of the database is in a row, or in the account, or its column is named there. */
  @Test
  void nothing_is_lost_in_silence() throws SQLException {
    Codings codings =
        sample(
            "ALTER TABLE DOCUMENTS ADD COLUMN Complete INTEGER DEFAULT 1",
            "CREATE TABLE DOCUMENTTAGS(ID INTEGER, Tag TEXT)",
            "INSERT INTO DOCUMENTTAGS VALUES (77, 'urgent')");
    TreeSet<String> cells = new TreeSet<>();
    codings.rows().forEach(row -> cells.addAll(row.values()));
    String account = String.join("\n", codings.account());
    List<String> lost = new ArrayList<>();
    int columns = 0;
    try (Connection connection = DnaSample.open(file())) {
      for (String column : columns(connection)) {
        columns++;
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        if (isNamed(account, table, name)) {
          continue;
        }
        for (String value : values(connection, table, name)) {
          if (!cells.contains(value)
              && !Pattern.compile("\\b" + Pattern.quote(value) + "\\b").matcher(account).find()) {
            lost.add(column + " " + value);
          }
        }
      }
    }
    assertThat(columns).isEqualTo(102);
    assertThat(lost).isEmpty();
    assertThat(account).doesNotContain("hash-of");
    assertThat(codings.toString()).doesNotContain("hash-of");
    assertThat(codings.account())
        .contains(
            "not carried: 4 values of DOCUMENTS.Complete (a column that DNA 3.0 has not)",
            "not carried: 1 rows of DOCUMENTTAGS (a table that DNA 3.0 has not: ID, Tag)");
  }

  private static List<String> columns(Connection connection) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet all = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (all.next()) {
        if (!all.getString("TABLE_NAME").startsWith("sqlite_")) {
          columns.add(all.getString("TABLE_NAME") + "." + all.getString("COLUMN_NAME"));
        }
      }
    }
    return columns;
  }

  private static boolean isNamed(String account, String table, String column) {
    return account
        .lines()
        .anyMatch(
            line ->
                line.matches(".*\\b" + table + "\\b.*")
                    && line.matches(".*\\b" + column + "\\b.*"));
  }

  private static List<String> values(Connection connection, String table, String column)
      throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT \"" + column + "\" FROM " + table + " WHERE \"" + column + "\" <> ''")) {
      while (found.next()) {
        values.add(found.getString(1));
      }
    }
    return values;
  }

  @Test
  void the_only_type_of_statements_needs_no_column() throws SQLException {
    Codings codings = sample("DELETE FROM STATEMENTS WHERE ID = 6", "DELETE FROM DATALONGTEXT");
    assertThat(codings.columns()).doesNotContain("statement_type", "note");
    assertThat(codings.account())
        .contains("carried: 1 types of statements (that of all rows: DNA Statement)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40 | 64 | 5 at 40 to 64, the text ends at 63",
        "-1 | 3 | 5 at -1 to 3, the text ends at 63",
        "23 | 12 | 5 at 23 to 12, it ends before it begins",
        "12 | 12 | 5 at 12 to 12, it ends before it begins",
        "1 | 23 | 5 at 1 to 23, it cuts a character in two",
        "0 | 1 | 5 at 0 to 1, it cuts a character in two",
        "0 | 5000000000 | 5 at 0 to 5000000000, the text ends at 63"
      })
  void a_statement_that_is_not_in_its_text_has_no_quotation(long start, long stop, String named)
      throws SQLException {
    Codings codings =
        sample("UPDATE STATEMENTS SET Start = %d, Stop = %d WHERE ID = 5".formatted(start, stop));
    assertThat(row(codings, 5))
        .doesNotContainKeys("quote", "start", "end")
        .containsEntry("concept", "A cap works.")
        .containsEntry("document", "1");
    assertThat(codings.account())
        .contains(
            "not carried: 1 places of statements (the rows have no quote, start and end; in UTF-16 units, by statement: "
                + named
                + ")");
  }

  @Test
  void a_passage_may_begin_and_end_with_its_text() throws SQLException {
    Codings codings = sample("UPDATE STATEMENTS SET Start = 0, Stop = 63 WHERE ID = 5");
    ImmutableMap<String, String> row = row(codings, 5);
    assertThat(row).containsEntry("start", "0").containsEntry("end", "62");
    assertThat(row.get("quote")).isEqualTo(row.get("document_text"));
  }

  @Test
  void a_date_that_no_dossier_can_hold_is_named() throws SQLException {
    Codings codings =
        sample(
            "UPDATE DOCUMENTS SET Date = 1106731800000 WHERE ID = 1",
            "UPDATE DOCUMENTS SET Date = -62135596801 WHERE ID = 2",
            "UPDATE DOCUMENTS SET Date = -86401 WHERE ID = 3");
    assertThat(row(codings, 5)).doesNotContainKey("document_date");
    assertThat(row(codings, 1)).containsEntry("document_date", "1969-12-30");
    assertThat(codings.account())
        .contains(
            "not carried: 2 dates of documents (not in the years 1 to 9999; by document, in seconds: 1 has 1106731800000, 2 has -62135596801)");
  }

  @Test
  void references_to_deleted_rows_are_named() throws SQLException {
    Codings codings =
        sample(
            "DELETE FROM DOCUMENTS WHERE ID = 3",
            "DELETE FROM ENTITIES WHERE ID = 5",
            "DELETE FROM CODERS WHERE ID = 2",
            "INSERT INTO DATABOOLEAN VALUES (9, 99, 4, 1)");
    assertThat(row(codings, 1))
        .doesNotContainKeys("document", "quote")
        .containsEntry("concept", "A cap works.");
    assertThat(row(codings, 3)).doesNotContainKeys("organization", "coder");
    assertThat(codings.account())
        .contains(
            "not carried: 9 references to rows that do not exist (what they refer to has been deleted: DOCUMENTS 1: Coder 2, DOCUMENTS 2: Coder 2, DATASHORTTEXT 8: Entity 5, DATABOOLEAN 9: StatementId 99, STATEMENTS 5: Coder 2, STATEMENTS 3: Coder 2, STATEMENTS 2: Coder 2, STATEMENTS 1: DocumentId 3, STATEMENTS 6: DocumentId 3)");
  }

  @Test
  void coders_and_types_of_one_name_are_told_apart_by_number() throws SQLException {
    Codings codings =
        sample(
            "UPDATE CODERS SET Name = 'Vera' WHERE ID = 1",
            "UPDATE STATEMENTTYPES SET Label = 'Annotation'");
    assertThat(row(codings, 5))
        .containsEntry("coder", "Vera (2)")
        .containsEntry("statement_type", "Annotation (1)");
    assertThat(row(codings, 6))
        .containsEntry("coder", "Vera (1)")
        .containsEntry("statement_type", "Annotation (3)");
  }

  @Test
  void a_variable_whose_name_is_taken_gets_another_column() throws SQLException {
    Codings codings =
        sample(
            "UPDATE VARIABLES SET Variable = 'quote' WHERE ID = 12",
            "UPDATE VARIABLES SET Variable = 'organization.Type' WHERE ID = 3",
            "UPDATE VARIABLES SET Variable = '{note}' WHERE ID = 11");
    assertThat(row(codings, 5))
        .containsEntry("quote", "A cap works")
        .containsEntry("dna_quote", "-2")
        .containsEntry("organization.Type", "business")
        .containsEntry("dna_organization.Type", "A cap works.");
    assertThat(row(codings, 6)).containsEntry("(note)", "Who signed it?");
    assertThat(codings.account())
        .contains(
            "carried: 3 columns with another name than in DNA ('organization.Type' is dna_organization.Type, 'quote' is dna_quote, '{note}' is (note))");
  }

  @Test
  void an_attribute_may_be_named_as_the_parent_of_an_entity_or_not_at_all() throws SQLException {
    Codings codings =
        sample(
            "UPDATE ATTRIBUTEVARIABLES SET AttributeVariable = 'ChildOf' WHERE ID = 2",
            "UPDATE ATTRIBUTEVARIABLES SET AttributeVariable = '' WHERE ID = 4",
            "UPDATE ATTRIBUTEVALUES SET AttributeValue = 'chair' WHERE ID = 4");
    assertThat(row(codings, 4))
        .containsEntry("organization.ChildOf", "movement")
        .containsEntry("dna_organization.ChildOf", "Coast Alliance");
    assertThat(row(codings, 5)).containsEntry("person.", "chair");
  }

  @Test
  void variables_of_one_name_in_two_types_share_a_column() throws SQLException {
    Codings codings = sample("UPDATE VARIABLES SET Variable = 'concept' WHERE ID = 11");
    assertThat(codings.columns()).containsOnlyOnce("concept").doesNotContain("note");
    assertThat(row(codings, 6)).containsEntry("concept", "Who signed it?");
    assertThat(row(codings, 5)).containsEntry("concept", "A cap works.");
  }

  @Test
  void a_project_without_statements_is_a_table_without_rows() throws SQLException {
    DnaSample.execute(file(), DnaSample.TABLES);
    Codings codings = DnaSample.read(file());
    assertThat(codings.rows()).isEmpty();
    assertThat(codings.columns()).startsWith("coding", "quote");
    assertThat(codings.account()).isEmpty();
  }

  @Test
  void the_database_is_only_read_and_the_connection_stays_open() throws Exception {
    DnaSample.create(file());
    byte[] before = Files.readAllBytes(file());
    Properties readOnly = new Properties();
    readOnly.setProperty(SQLiteConfig.Pragma.OPEN_MODE.pragmaName, "1");
    try (Connection connection =
        java.sql.DriverManager.getConnection("jdbc:sqlite:" + file(), readOnly)) {
      Codings codings = Codings.dna(connection, "debate.dna");
      assertThat(connection.isClosed()).isFalse();
      assertThat(Codings.dna(connection, "debate.dna").rows()).isEqualTo(codings.rows());
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  /** Returns changes of the sample with the message that they cause. */
  static Stream<List<String>> badValues() {
    return Stream.of(
        List.of(
            "UPDATE STATEMENTS SET Start = 'soon' WHERE ID = 5",
            "STATEMENTS 5: Start 'soon' is not a whole number"),
        List.of(
            "UPDATE DOCUMENTS SET Date = '2005-01-26' WHERE ID = 1",
            "DOCUMENTS 1: Date '2005-01-26' is not a whole number"),
        List.of(
            "UPDATE STATEMENTS SET ID = -5 WHERE ID = 5",
            "STATEMENTS has a row with the number -5; DNA counts from 1"),
        List.of(
            "INSERT INTO DATABOOLEAN VALUES (9, 5, 4, 0)",
            "STATEMENTS 5: two values of 'agreement', '1' and '0'; DNA allows one"),
        List.of(
            "INSERT INTO ATTRIBUTEVALUES VALUES (9, 3, 2, 'firm')",
            "ENTITIES 3: two values of 'Type', 'business' and 'firm'; DNA allows one"));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void values_that_are_not_valid_are_refused(List<String> changeAndMessage) throws SQLException {
    DnaSample.create(file(), changeAndMessage.get(0));
    assertThatThrownBy(() -> DnaSample.read(file()))
        .isInstanceOfSatisfying(
            InvalidDossierException.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .satisfies(
                        problem -> assertThat(problem.message()).isEqualTo(changeAndMessage.get(1)))
                    .satisfies(
                        problem ->
                            assertThat(problem.place().orElseThrow().file())
                                .isEqualTo("debate.dna")));
  }

  @Test
  void all_values_that_are_not_valid_are_reported_at_once() throws SQLException {
    DnaSample.create(
        file(),
        "UPDATE STATEMENTS SET Start = 'soon' WHERE ID = 5",
        "UPDATE STATEMENTS SET Stop = 4.5 WHERE ID = 4",
        "UPDATE DOCUMENTS SET Date = 'x' WHERE ID = 1");
    assertThatThrownBy(() -> DnaSample.read(file()))
        .isInstanceOfSatisfying(
            InvalidDossierException.class, refused -> assertThat(refused.problems()).hasSize(3));
  }

  @Test
  void rows_of_one_number_are_refused() throws SQLException {
    DnaSample.create(
        file(),
        "DROP TABLE CODERS",
        "CREATE TABLE CODERS(ID INTEGER, Name TEXT)",
        "INSERT INTO CODERS VALUES (1, 'a'), (1, 'b'), (2, 'c'), (3, 'd')");
    assertThatThrownBy(() -> DnaSample.read(file()))
        .hasMessageContaining("two rows of CODERS have the number 1");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> DnaSample.read(file()))
        .isInstanceOfSatisfying(
            InvalidDossierException.class,
            refused -> {
              Problem problem = refused.problems().get(0);
              assertThat(problem.message()).isEqualTo(message);
              assertThat(problem.code()).isEqualTo(Problem.Code.SYNTAX);
            });
  }

  @Test
  void an_empty_database_is_refused() {
    assertRefused(
        "a database without tables; SQLite makes an empty file if none has the name: does the connection name the .dna file?");
  }

  @Test
  void a_database_of_another_program_is_refused() throws SQLException {
    DnaSample.execute(
        file(), List.of("CREATE TABLE songs(a)", "CREATE TABLE DOCUMENTS(ID, Title)"));
    assertRefused(
        "a database of another program: it has the tables DOCUMENTS, songs, but DNA 3.0 has CODERS, STATEMENTTYPES, VARIABLES, STATEMENTS, ENTITIES, ATTRIBUTEVARIABLES, ATTRIBUTEVALUES, DATASHORTTEXT, DATALONGTEXT, DATAINTEGER and 9 more");
  }

  @Test
  void a_database_of_dna_2_is_refused_with_the_way_to_dna_3() throws SQLException {
    DnaSample.execute(
        file(),
        List.of(
            "CREATE TABLE SETTINGS(Property TEXT, Value TEXT)",
            "INSERT INTO SETTINGS VALUES ('version', '2.0-beta25')",
            "CREATE TABLE CODERPERMISSIONS(ID, Coder, Type, Permission)",
            "CREATE TABLE STATEMENTS(ID, Document, Start, Stop, StatementTypeId, Coder)"));
    assertRefused(
        "a database of DNA 2.0-beta25; create a database in DNA 3, import this one into it from the menu Document, and read that");
  }

  @Test
  void a_database_of_another_dna_3_is_refused_with_what_it_lacks() throws SQLException {
    DnaSample.create(
        file(),
        "ALTER TABLE DATASHORTTEXT RENAME COLUMN VariableId TO RoleVariableLinkId",
        "DROP TABLE ATTRIBUTEVALUES",
        "UPDATE SETTINGS SET Value = '3.1.0' WHERE Property = 'version'");
    assertRefused(
        "a database of another version of DNA (3.1.0): DNA 3.0 has ATTRIBUTEVALUES, DATASHORTTEXT.VariableId; open it in DNA 3.0, and save it there");
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws Exception {
    Files.writeString(file(), "An encrypted database looks like this to SQLite. ".repeat(100));
    assertThatThrownBy(() -> DnaSample.read(file()))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageMatching(
            "(?s)debate.dna:1:1: .*cannot be read as an SQLite database: .+; a .dna file has no encryption, and no other program may be writing to it.*");
  }

  @Test
  void a_locked_database_is_refused() throws SQLException {
    DnaSample.create(file());
    try (Connection other = DnaSample.open(file());
        Connection connection = DnaSample.open(file());
        Statement lock = other.createStatement();
        Statement settings = connection.createStatement()) {
      settings.execute("PRAGMA busy_timeout = 0");
      lock.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(() -> Codings.dna(connection, "debate.dna"))
          .isInstanceOf(InvalidDossierException.class)
          .hasMessageContaining("no other program may be writing to it");
    }
  }

  @Test
  void a_closed_connection_is_refused() throws SQLException {
    DnaSample.create(file());
    Connection connection = DnaSample.open(file());
    connection.close();
    assertThatThrownBy(() -> Codings.dna(connection, "debate.dna"))
        .isInstanceOf(InvalidDossierException.class);
  }

  @Test
  void texts_beyond_the_limit_are_refused_before_they_are_read() throws SQLException {
    DnaSample.create(
        file(),
        "ALTER TABLE DOCUMENTS RENAME COLUMN Notes TO Old",
        "ALTER TABLE DOCUMENTS ADD COLUMN Notes TEXT AS (hex(zeroblob(100000000))) VIRTUAL");
    assertThatThrownBy(() -> DnaSample.read(file()))
        .isInstanceOfSatisfying(
            InvalidDossierException.class,
            refused -> {
              assertThat(refused.problems().get(0).code()).isEqualTo(Problem.Code.TOO_LARGE);
              assertThat(refused.problems().get(0).message())
                  .isEqualTo(
                      "more than the limit of 5000000 rows and 536870912 bytes of text; split the project in DNA, and read the parts one by one");
            });
  }

  @Test
  @SuppressWarnings("NullAway")
  void null_arguments_are_named() throws SQLException {
    assertThatThrownBy(() -> Codings.dnaEvents(null)).hasMessage("csv");
    assertThatThrownBy(() -> Codings.dna(null, "a")).hasMessage("connection");
    try (Connection connection = DnaSample.open(file())) {
      assertThatThrownBy(() -> Codings.dna(connection, null)).hasMessage("name");
    }
  }
}
