package org.demarche.json.dna;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.demarche.json.dna.SqlTables.Row;
import org.demarche.json.tables.CodedTable;

/** The documents of a DNA database as cells of the rows of their statements. */
final class DnaDocuments {
  private static final String TABLE = "DOCUMENTS";
  private static final String TEXT = "Text";
  private static final int LAST_YEAR = 9999;

  private final SortedMap<Long, Row> rows;
  private final SortedMap<Long, Row> texts;
  private final Map<Long, ImmutableMap<String, String>> cells = new HashMap<>();
  private final List<String> undated = new ArrayList<>();
  private final List<String> empty = new ArrayList<>();
  private int timesOfDay;

  /**
   * Reads the documents, without the texts in which nothing is coded.
   *
   * @param coders the names of coders by number
   */
  DnaDocuments(DnaTables tables, Map<Long, String> coders) throws SQLException {
    ImmutableList<String> columns =
        DnaSchema.columns(TABLE).stream()
            .filter(Predicate.not(TEXT::equals))
            .collect(ImmutableList.toImmutableList());
    rows = tables.byId(TABLE, "1 = 1", columns);
    texts =
        tables.byId(
            TABLE,
            "\"ID\" IN (SELECT \"DocumentId\" FROM \"STATEMENTS\")",
            ImmutableList.of("ID", TEXT));
    rows.forEach(
        (id, row) -> {
          String addedBy = tables.target(row, "Coder", coders).orElse("");
          if (texts.containsKey(id)) {
            cells.put(id, cells(id, row, addedBy, tables));
          } else {
            empty.add("%s (%s)".formatted(row.cell("Title"), id).strip());
          }
        });
  }

  private ImmutableMap<String, String> cells(long id, Row row, String addedBy, DnaTables tables) {
    return ImmutableMap.<String, String>builder()
        .put(CodedTable.DOCUMENT, Long.toString(id))
        .put(CodedTable.DOCUMENT_TITLE, row.cell("Title"))
        .put(CodedTable.DOCUMENT_AUTHOR, row.cell("Author"))
        .put(CodedTable.DOCUMENT_OUTLET, row.cell("Source"))
        .put(CodedTable.DOCUMENT_DATE, day(row, tables))
        .put(CodedTable.DOCUMENT_TEXT, text(id))
        .put(DnaColumns.SECTION, row.cell("Section"))
        .put(DnaColumns.TYPE, row.cell("Type"))
        .put(DnaColumns.NOTES, row.cell("Notes"))
        .put(DnaColumns.ADDED_BY, addedBy)
        .buildOrThrow();
  }

  /** Returns the day of a date, which DNA stores as seconds in UTC. */
  private String day(Row row, DnaTables tables) {
    if (row.cell("Date").isEmpty()) {
      return "";
    }
    try {
      LocalDateTime date =
          LocalDateTime.ofEpochSecond(tables.number(row, "Date"), 0, ZoneOffset.UTC);
      if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
        timesOfDay += date.toLocalTime().equals(LocalTime.MIDNIGHT) ? 0 : 1;
        return date.toLocalDate().toString();
      }
    } catch (DateTimeException outOfRange) {
      // named below, as is a year that no dossier can hold
    }
    undated.add("%s has %s".formatted(row.cell("ID"), row.cell("Date")));
    return "";
  }

  /** Returns the documents by number. */
  SortedMap<Long, Row> rows() {
    return rows;
  }

  /** Returns the text of a document; an empty text if there is none. */
  String text(long id) {
    return Optional.ofNullable(texts.get(id)).map(row -> row.cell(TEXT)).orElse("");
  }

  /** Returns the cells of a document by column; none if there is no such document. */
  ImmutableMap<String, String> cells(long id) {
    return cells.getOrDefault(id, ImmutableMap.of());
  }

  /** Adds what is in the table. */
  void carried(DnaAccount account) {
    account.carried(
        "documents",
        cells.size(),
        "the columns that begin with document; DOCUMENTS.Date, in seconds, is the day document_date in UTC, as DNA shows it");
  }

  /** Adds what is not in the table. */
  void left(DnaAccount account) {
    account
        .left(
            "documents without statements",
            empty,
            "a row is a statement, so that Title, Text, Author, Source, Section, Notes, Type, Date and Coder of these DOCUMENTS are left out")
        .left("times of day of documents", timesOfDay, "a source is dated to the day")
        .left("dates of documents", undated, "not in the years 1 to 9999; by document, in seconds");
  }
}
