package org.demarche.json.dna;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.json.tables.CodedTable;
import org.demarche.json.tables.UniqueNames;

/**
 * The columns of a table of codings, each with a name of its own that a template can hold. A field
 * whose name is taken gets another, which the account states.
 */
final class DnaColumns {
  /** The column of the section of a newspaper. */
  static final String SECTION = "document_section";

  /** The column of the type of a document. */
  static final String TYPE = "document_type";

  /** The column of the notes on a document. */
  static final String NOTES = "document_notes";

  /** The column of the coder who added a document. */
  static final String ADDED_BY = "document_coder";

  /** The column of the type of a statement. */
  static final String STATEMENT_TYPE = "statement_type";

  /** The names that mean something else wherever they are. */
  private static final ImmutableSet<String> RESERVED =
      ImmutableSet.<String>builder().add("#").addAll(CodedTable.TEMPLATES.values()).build();

  private final List<String> columns;
  private final UniqueNames names = new UniqueNames("%s_%s");
  private final Map<Object, String> byField = new LinkedHashMap<>();
  private final List<String> renamed = new ArrayList<>();

  /** Starts with columns whose names are settled. */
  DnaColumns(List<String> settled) {
    columns = new ArrayList<>(settled);
    names.reserve(RESERVED);
    names.reserve(settled);
  }

  /**
   * Returns the column of a field, which is added if it is new.
   *
   * @param field tells the field from all others
   * @param name the name of the field, which becomes that of the column where possible
   */
  String add(Object field, String name) {
    return byField.computeIfAbsent(field, added -> add(name));
  }

  private String add(String name) {
    String plain = name.strip().replace('{', '(').replace('}', ')');
    String wanted = plain.isEmpty() ? "column_" + (columns.size() + 1) : plain;
    String column = names.unique(names.isTaken(wanted) ? "dna_" + wanted : wanted);
    if (!column.equals(name)) {
      renamed.add("'%s' is %s".formatted(name, column));
    }
    columns.add(column);
    return column;
  }

  /** Returns how many columns there are. */
  int size() {
    return columns.size();
  }

  /** Returns the names of all columns, in order. */
  ImmutableList<String> all() {
    return ImmutableList.copyOf(columns);
  }

  /** Returns which fields have a column of another name. */
  ImmutableList<String> renamed() {
    return ImmutableList.copyOf(renamed);
  }

  /** Returns the cells of a row, one per column. */
  ImmutableList<String> row(Map<String, String> cells) {
    return columns.stream()
        .map(column -> cells.getOrDefault(column, ""))
        .collect(ImmutableList.toImmutableList());
  }
}
