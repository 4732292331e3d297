package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import java.util.Optional;

/** The rows of codings from another program; the line of a row is its number, from 1. */
final class CodedRows implements TableRows {
  private final CodedTable table;
  private final Iterator<ImmutableList<String>> rows;
  private int number;

  CodedRows(CodedTable table) {
    this.table = table;
    this.rows = table.rows().iterator();
  }

  @Override
  public String file() {
    return table.file();
  }

  @Override
  public ImmutableList<String> header() {
    return table.columns();
  }

  @Override
  public Optional<Row> next() {
    if (!rows.hasNext()) {
      return Optional.empty();
    }
    number++;
    return Optional.of(Row.of(number, number, rows.next()));
  }

  @Override
  public void close() {}
}
