package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.demarche.json.files.Limits;

/**
 * The format of a table.
 *
 * @param charset the encoding of text
 * @param dialect the marks of text
 * @param header where the columns have their names from
 * @param names the names of the columns, if they are given
 * @param missing the texts that stand for a missing value, where they are not in quotation marks
 * @param maxBytes the greatest number of bytes of a file, counted after unpacking
 * @param sheet the name of the sheet of a workbook; empty for the first that is not hidden
 * @param skipLines the number of lines above the table, in a workbook of rows of the sheet
 * @param hasLongCells whether lines of a cell may look like rows
 */
public record TextFormat(
    Charset charset,
    Dialect dialect,
    Header header,
    ImmutableList<String> names,
    ImmutableSet<String> missing,
    long maxBytes,
    Optional<String> sheet,
    int skipLines,
    boolean hasLongCells) {
  /** The place of the names of the columns. */
  public enum Header {
    /** The first row. */
    FIRST_ROW,
    /** Nowhere: the columns are numbered from 1. */
    NUMBERS,
    /** The settings. */
    GIVEN
  }

  /** Commas, UTF-8, and a header in the first row. */
  public static final TextFormat STANDARD =
      new TextFormat(
          StandardCharsets.UTF_8,
          Dialect.CSV,
          Header.FIRST_ROW,
          ImmutableList.of(),
          ImmutableSet.of(),
          Limits.FILE_BYTES,
          Optional.empty(),
          0,
          false);

  /** Returns this format with another encoding. */
  public TextFormat withCharset(Charset other) {
    return new TextFormat(
        other, dialect, header, names, missing, maxBytes, sheet, skipLines, hasLongCells);
  }

  /** Returns this format with other marks. */
  public TextFormat withDialect(Dialect other) {
    return new TextFormat(
        charset, other, header, names, missing, maxBytes, sheet, skipLines, hasLongCells);
  }

  /** Returns this format with other names of columns. */
  public TextFormat withHeader(Header other, ImmutableList<String> otherNames) {
    return new TextFormat(
        charset, dialect, other, otherNames, missing, maxBytes, sheet, skipLines, hasLongCells);
  }

  /** Returns this format with other texts for a missing value. */
  public TextFormat withMissing(ImmutableSet<String> other) {
    return new TextFormat(
        charset, dialect, header, names, other, maxBytes, sheet, skipLines, hasLongCells);
  }

  /** Returns this format with another limit. */
  public TextFormat withMaxBytes(long other) {
    return new TextFormat(
        charset, dialect, header, names, missing, other, sheet, skipLines, hasLongCells);
  }

  /** Returns this format with another sheet of a workbook. */
  public TextFormat withSheet(Optional<String> other) {
    return new TextFormat(
        charset, dialect, header, names, missing, maxBytes, other, skipLines, hasLongCells);
  }

  /** Returns this format with a number of lines above the table. */
  public TextFormat withSkipLines(int other) {
    return new TextFormat(
        charset, dialect, header, names, missing, maxBytes, sheet, other, hasLongCells);
  }

  /** Returns this format with cells of which lines may look like rows. */
  public TextFormat withLongCells() {
    return new TextFormat(
        charset, dialect, header, names, missing, maxBytes, sheet, skipLines, true);
  }
}
