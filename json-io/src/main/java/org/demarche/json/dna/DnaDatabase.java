package org.demarche.json.dna;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.demarche.json.dna.SqlTables.Row;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.tables.CodedTable;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/** A reader of databases of Discourse Network Analyzer 3.0. */
public final class DnaDatabase {
  private final String file;
  private final SqlTables sql;
  private final DnaTables tables;
  private final ImmutableSortedMap<Long, String> coders;
  private final ImmutableSortedMap<Long, String> types;
  private final SortedMap<Long, Row> statements;
  private final DnaDocuments documents;
  private final DnaVariables variables;
  private final DnaPassages passages;

  /** The numbers of the types of the statements, as text. */
  private final Set<String> usedTypes = new LinkedHashSet<>();

  private final Set<String> usedCoders = new HashSet<>();

  private DnaDatabase(SqlTables sql, String file) throws SQLException {
    this.file = file;
    this.sql = sql;
    tables = new DnaTables(sql, file);
    coders = DnaTables.names(tables.byId("CODERS"), "Name");
    types = DnaTables.names(tables.byId("STATEMENTTYPES"), "Label");
    statements = tables.byId("STATEMENTS");
    documents = new DnaDocuments(tables, coders);
    variables = new DnaVariables(tables, statements);
    passages = new DnaPassages(sql);
  }

  /**
   * Reads a database, which stays as it is, and leaves the connection open.
   *
   * @param name the name of the database in problems
   * @throws InvalidDossierException if it cannot be read, or is none of DNA 3.0
   */
  public static CodedTable read(Connection connection, String name) {
    return HeapBudget.within(name, budget -> read(connection, name, budget));
  }

  private static CodedTable read(Connection connection, String name, HeapBudget budget) {
    try {
      SqlTables sql = SqlTables.of(connection, name, budget);
      DnaSchema.require(sql, name);
      return new DnaDatabase(sql, name).table();
    } catch (SQLException failed) {
      throw FileErrors.refused(
          FileErrors.problem(
              Problem.Code.SYNTAX,
              "",
              "cannot be read as an SQLite database: %s; a .dna file has no encryption, and no other program may be writing to it"
                  .formatted(failed.getMessage()),
              new Place(name, 1, 1)));
    }
  }

  private CodedTable table() throws SQLException {
    statements.values().forEach(row -> usedTypes.add(row.cell("StatementTypeId")));
    DnaColumns columns =
        new DnaColumns(
            ImmutableList.of(
                CodedTable.CODING,
                CodedTable.QUOTE,
                CodedTable.START,
                CodedTable.END,
                CodedTable.CODER,
                CodedTable.DOCUMENT,
                CodedTable.DOCUMENT_TITLE,
                CodedTable.DOCUMENT_AUTHOR,
                CodedTable.DOCUMENT_OUTLET,
                CodedTable.DOCUMENT_DATE,
                CodedTable.DOCUMENT_TEXT,
                DnaColumns.SECTION,
                DnaColumns.TYPE,
                DnaColumns.NOTES,
                DnaColumns.ADDED_BY));
    if (usedTypes.size() > 1) {
      columns.add(DnaColumns.STATEMENT_TYPE, DnaColumns.STATEMENT_TYPE);
    }
    variables.fill(columns, usedTypes);
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (Placed placed : placed()) {
      sql.reserve(0, columns.size());
      rows.add(columns.row(cells(placed)));
    }
    DnaAccount account = account(columns);
    tables.requireNoProblems();
    return new CodedTable(file, columns.all(), rows.build(), account.entries());
  }

  /** A statement, and the numbers by which statements are in order. */
  private record Placed(long document, long start, long id, Row row) {}

  private List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    statements.forEach(
        (id, row) -> {
          long document = row.cell("DocumentId").isEmpty() ? 0 : tables.number(row, "DocumentId");
          placed.add(new Placed(document, tables.number(row, "Start"), id, row));
        });
    placed.sort(
        Comparator.comparingLong(Placed::document)
            .thenComparingLong(Placed::start)
            .thenComparingLong(Placed::id));
    return placed;
  }

  private Map<String, String> cells(Placed placed) {
    Row row = placed.row();
    Map<String, String> cells = new HashMap<>(variables.cells(placed.id()));
    cells.put(CodedTable.CODING, Long.toString(placed.id()));
    tables
        .target(row, "Coder", coders)
        .ifPresent(
            coder -> {
              usedCoders.add(row.cell("Coder"));
              cells.put(CodedTable.CODER, coder);
            });
    Optional<String> type = tables.target(row, "StatementTypeId", types);
    if (usedTypes.size() > 1 && type.isPresent()) {
      cells.put(DnaColumns.STATEMENT_TYPE, type.get());
    }
    if (tables.target(row, "DocumentId", documents.rows()).isPresent()) {
      cells.putAll(documents.cells(placed.document()));
      String text = documents.text(placed.document());
      cells.putAll(passages.at(placed.id(), placed.start(), tables.number(row, "Stop"), text));
    }
    requirePositive("STATEMENTS", placed.id());
    requirePositive("DOCUMENTS", placed.document());
    return cells;
  }

  private void requirePositive(String table, long id) {
    if (id < 0) {
      tables.problem(
          Problem.Code.BAD_ID,
          Long.toString(id),
          "%s has a row with the number %s; DNA counts from 1".formatted(table, id));
    }
  }

  private DnaAccount account(DnaColumns columns) throws SQLException {
    DnaAccount account = new DnaAccount();
    account.carried(
        "statements",
        statements.size(),
        "a row each; STATEMENTS.Start and Stop count UTF-16 units, the columns start and end code points");
    documents.carried(account);
    account.carried("coders", usedCoders.size(), "the column coder");
    List<String> used = named(types, usedTypes::contains);
    account.carried(
        "types of statements",
        used.size(),
        usedTypes.size() > 1
            ? "the column statement_type"
            : "that of all rows: " + String.join("", used));
    variables.carried(account);
    account.carried(
        "columns with another name than in DNA",
        columns.renamed().size(),
        DnaAccount.listed(columns.renamed()));
    documents.left(account);
    account
        .left(
            "coders without statements",
            named(coders, id -> !usedCoders.contains(id)),
            "their CODERS.Name is in the column document_coder at most")
        .left(
            "types without statements",
            named(types, id -> !usedTypes.contains(id)),
            "a row is a statement; STATEMENTTYPES.Label");
    variables.left(account);
    account
        .left(
            "places of statements",
            passages.misplaced(),
            "the rows have no quote, start and end; in UTF-16 units, by statement")
        .left(
            "references to rows that do not exist",
            tables.dangling(),
            "what they refer to has been deleted");
    DnaSchema.account(sql, account);
    return account;
  }

  private static ImmutableList<String> named(
      SortedMap<Long, String> names, Predicate<String> ofId) {
    return names.entrySet().stream()
        .filter(name -> ofId.test(name.getKey().toString()))
        .map(Map.Entry::getValue)
        .collect(ImmutableList.toImmutableList());
  }
}
