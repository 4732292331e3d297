package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** A table in CSV (RFC 4180), packed with gzip or not, which is read row by row. */
final class CsvTable implements AutoCloseable {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.SKIP_EMPTY_LINES).build();

  private static final String ENCODING =
      "a byte is not valid in this encoding; save the file as UTF-8, or set its charset(…)";

  /**
   * A row.
   *
   * @param line the line on which it begins, from 1
   * @param fields its fields, one per column
   */
  record Row(int line, ImmutableList<String> fields) {}

  private final String file;
  private final JsonParser parser;
  private int reached;
  private final ImmutableList<String> header;

  private CsvTable(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
    this.header =
        next()
            .map(Row::fields)
            .orElseThrow(
                () -> refused("", "the table is empty; a table begins with its header", 1));
    for (String column : header) {
      if (header.indexOf(column) != header.lastIndexOf(column)) {
        throw refused(column, "duplicate column '" + column + "' in the header", 1);
      }
    }
  }

  /** Opens a table and reads its header. */
  static CsvTable open(Path file, Charset charset, char separator) {
    try {
      Reader text =
          new BufferedReader(
              new InputStreamReader(
                  BoundedInput.of(Files.newInputStream(file), Long.MAX_VALUE),
                  charset
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)),
              1 << 16);
      ByteOrderMark.skip(text);
      CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
      JsonParser parser = CSV.reader().with(schema).createParser(text);
      try {
        return new CsvTable(file.toString(), parser);
      } catch (RuntimeException refused) {
        parser.close();
        throw refused;
      }
    } catch (CharacterCodingException otherwise) {
      throw refused(file.toString(), "", ENCODING, 1);
    } catch (IOException failed) {
      throw FileErrors.unreadable(file.toString(), failed);
    }
  }

  /** Returns the name of the file. */
  String file() {
    return file;
  }

  /** Returns the names of the columns. */
  ImmutableList<String> header() {
    return header;
  }

  /** Returns the index of each column. */
  ImmutableMap<String, Integer> columns() {
    ImmutableMap.Builder<String, Integer> columns = ImmutableMap.builder();
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
    return columns.buildOrThrow();
  }

  /**
   * Reads the next row; empty at the end.
   *
   * @throws InvalidDossierException if the table ends within quotation marks or is not in its
   *     encoding: the rest cannot be read
   */
  Optional<Row> next() {
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return Optional.empty();
      }
      int line = 0;
      ImmutableList.Builder<String> fields = ImmutableList.builder();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
        fields.add(parser.getString());
      }
      reached = Math.max(reached, parser.currentLocation().getLineNr() - 1);
      return Optional.of(new Row(line, fields.build()));
    } catch (JacksonException broken) {
      int line = reached + 1;
      if (broken.getCause() instanceof IOException unread
          && !(unread instanceof CharacterCodingException)) {
        throw FileErrors.unreadable(file, unread);
      }
      boolean bytes = broken.getCause() instanceof CharacterCodingException;
      throw refused(
          "", bytes ? ENCODING : "not CSV from here on: " + broken.getOriginalMessage(), line);
    }
  }

  /** Returns why a row does not fit the header; empty if it does. */
  Optional<String> misfit(Row row) {
    int got = row.fields().size();
    return got == header.size()
        ? Optional.empty()
        : Optional.of("a row of " + got + " fields under a header of " + header.size());
  }

  private InvalidDossierException refused(String value, String why, int line) {
    return refused(file, value, why, line);
  }

  private static InvalidDossierException refused(String file, String value, String why, int line) {
    return FileErrors.refused(
        FileErrors.problem(Problem.Code.SYNTAX, value, why, new Place(file, line, 1)));
  }

  @Override
  public void close() {
    parser.close();
  }
}
