package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.demarche.model.InvalidDossierException;

/** A table that is read row by row. */
public interface TableRows extends AutoCloseable {
  /**
   * A row.
   *
   * @param line the line on which it begins, from 1
   * @param lastLine the line on which it ends
   * @param cells its cells without white space around them, one per column; a missing value is
   *     empty. A row that cannot be read has the fields that there are, or its lines as one
   * @param error why it cannot be read; empty if it can
   * @param faults why single cells have no value, by their index
   */
  record Row(
      int line,
      int lastLine,
      ImmutableList<String> cells,
      Optional<String> error,
      ImmutableMap<Integer, String> faults) {
    /** Returns a row that can be read. */
    static Row of(int line, int lastLine, ImmutableList<String> cells) {
      return new Row(line, lastLine, cells, Optional.empty(), ImmutableMap.of());
    }

    /** Returns a row that cannot be read, with its fields, or its lines as one. */
    static Row unreadable(int line, int lastLine, ImmutableList<String> fields, String why) {
      return new Row(line, lastLine, fields, Optional.of(why), ImmutableMap.of());
    }

    /** Returns whether no cell has anything in it. */
    boolean isBlank() {
      for (String cell : cells) {
        if (!cell.isEmpty()) {
          return false;
        }
      }
      return error.isEmpty() && faults.isEmpty();
    }
  }

  /** Returns the name of the file. */
  String file();

  /** Returns the names of the columns; a column may have no name, and several may have the same. */
  ImmutableList<String> header();

  /** Returns the line of the header, from 1. */
  default int headerLine() {
    return 1;
  }

  /**
   * Reads the next row that is not blank; empty at the end.
   *
   * @throws InvalidDossierException if the rest cannot be read
   */
  Optional<Row> next();

  @Override
  void close();
}
