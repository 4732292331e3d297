package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.demarche.json.tables.ClaimTableReader;
import org.demarche.json.tables.LoadSettings;
import org.demarche.json.tables.LoadedClaims;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.When;

/**
 * A builder of claims from a table in CSV, one claim per row. A template fills each member of a
 * claim: {@code {column}} in it represents the field of that column. {@code "{country}"} is a
 * column, {@code "un-{rcid}"} a column with a prefix, {@code "UN"} a constant. Columns may belong
 * to other tables that are joined by a key.
 *
 * <p>Each setting changes this builder. Call {@link #read} once all settings are made.
 *
 * <p>A row that gives no valid claim is reported with its line and left out. It does not end the
 * load unless the load is {@link #strict}.
 *
 * <pre>{@code
 * CsvClaims.Load votes =
 *     CsvClaims.of(Path.of("votes.csv"))
 *         .join("rcid", Path.of("roll-calls.csv"))
 *         .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
 *         .id("{rcid}-{country_code}").principals("{country_code}").asserted("{date}")
 *         .proposition("un-{rcid}").stance("{vote}").force("VOTE")
 *         .source("un-record").mode("RECORDED").onto(sources)
 *         .actors(ActorKind.STATE, "{country}").propositions("un", "{descr}")
 *         .read();
 * Tracker tracker = Tracker.of(votes.dossier());
 * votes.problems().forEach(System.out::println);
 * }</pre>
 *
 * @since 0.1
 */
public final class CsvClaims {
  /**
   * The result of a load.
   *
   * <pre>{@code
   * load.problems().size()   // so many of load.rows() rows gave no claim
   * }</pre>
   *
   * @param dossier the claims, and everything the load was to add and to build on
   * @param problems the rows that gave no claim, each with its line and the reason; in the order of
   *     the table
   * @param rows the number of rows of the table, without its header
   * @since 0.1
   */
  public record Load(Dossier dossier, ImmutableList<Problem> problems, long rows) {
    private static final int SHOWN = 20;

    /** {@return the number of claims and of rows, and the first twenty problems} */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(
          "%s, from %d rows, of which %d gave no claim".formatted(dossier, rows, problems.size()));
      problems.stream().limit(SHOWN).forEach(problem -> text.append('\n').append(problem));
      if (problems.size() > SHOWN) {
        text.append("\n… and ").append(problems.size() - SHOWN).append(" more");
      }
      return text.toString();
    }
  }

  private final Path file;
  private final List<LoadSettings.Join> joins = new ArrayList<>();
  private final Map<String, ImmutableMap<String, String>> meanings = new LinkedHashMap<>();
  private final Map<String, String> templates = new LinkedHashMap<>();
  private Charset charset = StandardCharsets.UTF_8;
  private char separator = ',';
  private Optional<LoadSettings.DatePattern> datePattern = Optional.empty();
  private Dossier base = Dossier.empty();
  private Optional<ActorKind> newActors = Optional.empty();
  private boolean isStrict;
  private Optional<LongConsumer> progress = Optional.empty();

  private CsvClaims(Path file) {
    this.file = file;
  }

  /**
   * Returns a builder for a table in UTF-8, with commas between columns and a header in its first
   * row.
   *
   * @param file the table, packed with gzip or not
   * @return a new builder
   */
  public static CsvClaims of(Path file) {
    return new CsvClaims(file);
  }

  // The table

  /**
   * Sets the encoding of this table and of joined tables.
   *
   * @param other the encoding; default: UTF-8
   * @return this builder
   */
  public CsvClaims charset(Charset other) {
    charset = other;
    return this;
  }

  /**
   * Sets the character between the columns of this table and of joined tables.
   *
   * @param other the character; default: a comma
   * @return this builder
   */
  public CsvClaims separator(char other) {
    separator = other;
    return this;
  }

  /**
   * Adds the columns of another table, looked up by a column that both tables have.
   *
   * @param column the column that holds the key in both tables
   * @param other the other table
   * @return this builder
   */
  public CsvClaims join(String column, Path other) {
    return join(column, other, column);
  }

  /**
   * Adds the columns of another table, looked up by a key. If both tables have a column of one
   * name, this table's column counts.
   *
   * @param column the column of this table that holds the key
   * @param other the other table
   * @param key the column of the other table that holds the key, without duplicates
   * @return this builder
   */
  public CsvClaims join(String column, Path other, String key) {
    joins.add(new LoadSettings.Join(column, other, key));
    return this;
  }

  /**
   * Replaces the fields of a column by their meanings, in every template.
   *
   * @param column the column
   * @param meanings the meaning of each field; a row with any other field is reported
   * @return this builder
   */
  public CsvClaims values(String column, Map<String, String> meanings) {
    this.meanings.put(column, ImmutableMap.copyOf(meanings));
    return this;
  }

  // The claim

  /**
   * Sets the template of the id. Required.
   *
   * @param template the template
   * @return this builder
   */
  public CsvClaims id(String template) {
    return template("id", template);
  }

  /**
   * Sets the template of the ids of the principals. Required.
   *
   * @param template the template; several ids are separated by semicolons
   * @return this builder
   */
  public CsvClaims principals(String template) {
    return template("principals", template);
  }

  /**
   * Sets the template of the ids of the speakers.
   *
   * @param template the template; several ids are separated by semicolons; default: the principals
   * @return this builder
   */
  public CsvClaims speakers(String template) {
    return template("speakers", template);
  }

  /**
   * Sets the template of the capacity in which the claim was uttered.
   *
   * @param template the template
   * @return this builder
   */
  public CsvClaims role(String template) {
    return template("role", template);
  }

  /**
   * Sets the template of the date. Required.
   *
   * @param template the template; it gives a date in the forms of {@link When}
   * @return this builder
   */
  public CsvClaims asserted(String template) {
    datePattern = Optional.empty();
    return template("asserted", template);
  }

  /**
   * Sets the template of the date, and the pattern in which dates are written.
   *
   * @param template the template
   * @param pattern a pattern of {@link DateTimeFormatter}, for example {@code d/M/yyyy}; names of
   *     months are English
   * @return this builder
   * @throws IllegalArgumentException if it is not a pattern, or does not give a day
   */
  public CsvClaims asserted(String template, String pattern) {
    DateTimeFormatter days =
        DateTimeFormatter.ofPattern(
                pattern.contains("'") ? pattern : pattern.replace('y', 'u'), Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    try {
      LocalDate.parse(days.format(LocalDate.of(2017, 10, 31)), days);
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException(
          "the pattern '" + pattern + "' gives no day; use day, month and year, such as d/M/yyyy",
          noDay);
    }
    asserted(template);
    datePattern = Optional.of(new LoadSettings.DatePattern(days, pattern));
    return this;
  }

  /**
   * Sets the template of the id of the proposition. Required.
   *
   * @param template the template
   * @return this builder
   */
  public CsvClaims proposition(String template) {
    return template("proposition", template);
  }

  /**
   * Sets the template of the stance. Required.
   *
   * @param template the template; it gives FOR, AGAINST or UNCOMMITTED
   * @return this builder
   */
  public CsvClaims stance(String template) {
    return template("stance", template);
  }

  /**
   * Sets the template of the force. Required.
   *
   * @param template the template; it gives a force such as ASSERT or VOTE
   * @return this builder
   */
  public CsvClaims force(String template) {
    return template("force", template);
  }

  /**
   * Sets the template of the frames.
   *
   * @param template the template; several frames are separated by semicolons
   * @return this builder
   */
  public CsvClaims frames(String template) {
    return template("frames", template);
  }

  /**
   * Sets the template of the claim in one line.
   *
   * @param template the template
   * @return this builder
   */
  public CsvClaims gist(String template) {
    return template("gist", template);
  }

  /**
   * Sets the template of the coder's remark.
   *
   * @param template the template
   * @return this builder
   */
  public CsvClaims note(String template) {
    return template("note", template);
  }

  // Its evidence

  /**
   * Sets the template of the id of the source. Required.
   *
   * @param template the template
   * @return this builder
   */
  public CsvClaims source(String template) {
    return template("source", template);
  }

  /**
   * Sets the template of how the source renders the words. Required.
   *
   * @param template the template; it gives a mode such as DIRECT or RECORDED
   * @return this builder
   */
  public CsvClaims mode(String template) {
    return template("mode", template);
  }

  /**
   * Sets the template of the ids of the relays.
   *
   * @param template the template; several ids are separated by semicolons, nearest the outlet first
   * @return this builder
   */
  public CsvClaims via(String template) {
    return template("via", template);
  }

  /**
   * Sets the template of the quotation.
   *
   * @param template the template
   * @return this builder
   */
  public CsvClaims quote(String template) {
    return template("quote", template);
  }

  private CsvClaims template(String name, String template) {
    templates.put(name, template);
    return this;
  }

  // The dossier

  /**
   * Sets the dossier to which the claims are added.
   *
   * @param dossier may hold the actors, propositions and sources; default: an empty dossier
   * @return this builder
   */
  public CsvClaims onto(Dossier dossier) {
    base = dossier;
    return this;
  }

  /**
   * Adds principals and speakers that the dossier lacks, each from its first row. By default a
   * claim of an unknown actor is reported.
   *
   * @param of the kind of these actors
   * @param name the template of the name; for several principals, as many names between semicolons,
   *     otherwise the id of each becomes its name
   * @return this builder
   */
  public CsvClaims actors(ActorKind of, String name) {
    newActors = Optional.of(of);
    return template("name", name);
  }

  /**
   * Adds propositions that the dossier lacks, each from its first row. By default a claim about an
   * unknown proposition is reported.
   *
   * @param issue the template of the issue
   * @param text the template of the sentence
   * @return this builder
   */
  public CsvClaims propositions(String issue, String text) {
    return template("issue", issue).template("text", text);
  }

  // Reading

  /**
   * Ends the load at the first row that gives no claim, with an exception.
   *
   * @return this builder
   */
  public CsvClaims strict() {
    isStrict = true;
    return this;
  }

  /**
   * Sets a receiver of the number of rows read so far, called every ten thousand rows and at the
   * end.
   *
   * @param receiver is called by the thread that reads
   * @return this builder
   */
  public CsvClaims progress(LongConsumer receiver) {
    progress = Optional.of(receiver);
    return this;
  }

  /**
   * Reads the table.
   *
   * @return the dossier with the claims, and the rows that did not give a claim
   * @throws java.io.UncheckedIOException if a file does not exist or cannot be read
   * @throws IllegalArgumentException if a template names an unknown column, or a required template
   *     is missing
   * @throws InvalidDossierException if a table is not CSV, if a joined table has a duplicate key,
   *     or for the first row without a claim if the load is strict
   */
  public Load read() {
    LoadedClaims loaded =
        new ClaimTableReader(
                new LoadSettings(
                    file,
                    charset,
                    separator,
                    ImmutableList.copyOf(joins),
                    ImmutableMap.copyOf(meanings),
                    ImmutableMap.copyOf(templates),
                    datePattern,
                    base,
                    newActors,
                    isStrict,
                    progress))
            .read();
    return new Load(loaded.dossier(), loaded.problems(), loaded.rows());
  }
}
