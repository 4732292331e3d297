package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/**
 * A table of claims, and how each row becomes a claim.
 *
 * @param file the table
 * @param charset the encoding of this table and of joined tables
 * @param separator the character between the fields of a row
 * @param joins other tables that are looked up by a key
 * @param meanings for some columns, what each field means
 * @param templates the templates by the names of what they fill
 * @param datePattern how dates are written; empty if they are EDTF
 * @param base the dossier to which the claims are added
 * @param newActors the kind of actors to add that the dossier lacks; empty if no actors are added
 * @param isStrict whether the first bad row ends the load
 * @param progress receives the number of rows read so far
 */
public record LoadSettings(
    Path file,
    Charset charset,
    char separator,
    ImmutableList<Join> joins,
    ImmutableMap<String, ImmutableMap<String, String>> meanings,
    ImmutableMap<String, String> templates,
    Optional<DatePattern> datePattern,
    Dossier base,
    Optional<ActorKind> newActors,
    boolean isStrict,
    Optional<LongConsumer> progress) {

  /**
   * Another table, looked up by a key.
   *
   * @param column the column of the first table that holds the key
   * @param file the other table
   * @param key the column of the other table that holds the key
   */
  public record Join(String column, Path file, String key) {}

  /**
   * A pattern of dates.
   *
   * @param days parses a day
   * @param written the pattern as it was given, for messages
   */
  public record DatePattern(DateTimeFormatter days, String written) {}

  /** Opens one of the tables. */
  CsvTable open(Path table) {
    return CsvTable.open(table, charset, separator);
  }
}
