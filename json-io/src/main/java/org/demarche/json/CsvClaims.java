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
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.When;

/**
 * Claims from a table in CSV: a row a claim. Each part of a claim is said by a template, in which
 * {@code {column}} stands for the cell of that column: {@code "{country}"} is a column, {@code
 * "un-{rcid}"} a column with something before it, {@code "UN"} a constant. Columns may be those of
 * other tables, joined by a key.
 *
 * <p>This is a builder: each step changes it, and {@link #read} may be called when all is said.
 *
 * <p>A row that gives no sound claim is reported with its line and left out; it never stops the
 * load, unless that is asked for.
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
 */
public final class CsvClaims {
  /**
   * What came of a table.
   *
   * <pre>{@code
   * load.problems().size()   // so many of load.rows() rows gave no claim
   * }</pre>
   *
   * @param dossier the claims, and whatever the load was to add and to build on
   * @param problems the rows that gave no claim, each with its line and why; in the order of the
   *     table
   * @param rows how many rows the table has under its header
   */
  public record Load(Dossier dossier, ImmutableList<Problem> problems, long rows) {
    /** Returns how many claims of how many rows there are, and the first twenty problems. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(
          "%s, from %d rows, of which %d gave no claim".formatted(dossier, rows, problems.size()));
      problems.stream().limit(20).forEach(problem -> text.append('\n').append(problem));
      if (problems.size() > 20) {
        text.append("\n… and ").append(problems.size() - 20).append(" more");
      }
      return text.toString();
    }
  }

  /** Another table, looked up by a key. */
  record Join(String column, Path file, String key) {}

  final Path file;
  final List<Join> joins = new ArrayList<>();
  final Map<String, ImmutableMap<String, String>> values = new LinkedHashMap<>();
  final Map<String, String> parts = new LinkedHashMap<>();
  Charset charset = StandardCharsets.UTF_8;
  char separator = ',';
  Optional<DateTimeFormatter> pattern = Optional.empty();
  Dossier base = Dossier.empty();
  Optional<ActorKind> kind = Optional.empty();
  String written = "";
  boolean strict;
  Optional<LongConsumer> progress = Optional.empty();

  private CsvClaims(Path file) {
    this.file = file;
  }

  /**
   * Begins with a table: in UTF-8, columns separated by commas, a header on its first row; packed
   * with gzip or not.
   */
  public static CsvClaims of(Path file) {
    return new CsvClaims(file);
  }

  // The table

  /** Reads this table, and those that are joined, in another encoding. */
  public CsvClaims charset(Charset other) {
    charset = other;
    return this;
  }

  /** Reads this table, and those that are joined, with another character between columns. */
  public CsvClaims separator(char other) {
    separator = other;
    return this;
  }

  /** Adds the columns of another table, looked up by a column that both have. */
  public CsvClaims join(String column, Path other) {
    return join(column, other, column);
  }

  /**
   * Adds the columns of another table, looked up by a key. Where both have a column of one name,
   * that of this table counts.
   *
   * @param column the column of this table that holds the key
   * @param key the column of the other one, in which no value stands twice
   */
  public CsvClaims join(String column, Path other, String key) {
    joins.add(new Join(column, other, key));
    return this;
  }

  /**
   * Replaces the cells of a column, wherever it is used.
   *
   * @param meanings what each cell means; a row with another one is reported
   */
  public CsvClaims values(String column, Map<String, String> meanings) {
    values.put(column, ImmutableMap.copyOf(meanings));
    return this;
  }

  // The claim

  /** The template of the id. */
  public CsvClaims id(String template) {
    return part("id", template);
  }

  /** The template of the ids of the principals, several between semicolons. */
  public CsvClaims principals(String template) {
    return part("principals", template);
  }

  /** The template of the ids of the speakers; the principals, unless said. */
  public CsvClaims speakers(String template) {
    return part("speakers", template);
  }

  /** The template of the role in which it was uttered. */
  public CsvClaims role(String template) {
    return part("role", template);
  }

  /** The template of the date, in the forms of {@link When}. */
  public CsvClaims asserted(String template) {
    pattern = Optional.empty();
    return part("asserted", template);
  }

  /**
   * The template of the date, in a form of its own.
   *
   * @param form as {@link DateTimeFormatter} has it, for example {@code d/M/yyyy}; names of months
   *     are English
   * @throws IllegalArgumentException if it is no such form, or gives no day
   */
  public CsvClaims asserted(String template, String form) {
    DateTimeFormatter days =
        DateTimeFormatter.ofPattern(
                form.contains("'") ? form : form.replace('y', 'u'), Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    try {
      LocalDate.parse(days.format(LocalDate.of(2017, 10, 31)), days);
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException(
          "the form '" + form + "' gives no day; write day, month and year, such as d/M/yyyy",
          noDay);
    }
    asserted(template);
    pattern = Optional.of(days);
    written = form;
    return this;
  }

  /** The template of the id of the proposition. */
  public CsvClaims proposition(String template) {
    return part("proposition", template);
  }

  /** The template of the stance: FOR, AGAINST or UNCOMMITTED. */
  public CsvClaims stance(String template) {
    return part("stance", template);
  }

  /** The template of the force, such as ASSERT or VOTE. */
  public CsvClaims force(String template) {
    return part("force", template);
  }

  /** The template of the frames, several between semicolons. */
  public CsvClaims frames(String template) {
    return part("frames", template);
  }

  /** The template of the claim in one line. */
  public CsvClaims gist(String template) {
    return part("gist", template);
  }

  /** The template of a remark. */
  public CsvClaims note(String template) {
    return part("note", template);
  }

  // Its evidence

  /** The template of the id of the source. */
  public CsvClaims source(String template) {
    return part("source", template);
  }

  /** The template of how the source renders the words, such as DIRECT or RECORDED. */
  public CsvClaims mode(String template) {
    return part("mode", template);
  }

  /** The template of the ids of the relays, several between semicolons. */
  public CsvClaims via(String template) {
    return part("via", template);
  }

  /** The template of the quotation. */
  public CsvClaims quote(String template) {
    return part("quote", template);
  }

  private CsvClaims part(String name, String template) {
    parts.put(name, template);
    return this;
  }

  // The dossier

  /** Adds to a dossier, which may hold the actors, propositions and sources. */
  public CsvClaims onto(Dossier dossier) {
    base = dossier;
    return this;
  }

  /**
   * Adds the principals and speakers that are no actors yet, each on its first row.
   *
   * @param of what they are
   * @param name the template of the name; of several principals as many names between semicolons,
   *     or else each goes by its id
   */
  public CsvClaims actors(ActorKind of, String name) {
    kind = Optional.of(of);
    return part("name", name);
  }

  /**
   * Adds the propositions that are not there yet, each on its first row.
   *
   * @param issue the template of the issue
   * @param text the template of the sentence
   */
  public CsvClaims propositions(String issue, String text) {
    return part("issue", issue).part("text", text);
  }

  // Reading

  /** Stops at the first row that gives no claim, and refuses the table for it. */
  public CsvClaims strict() {
    strict = true;
    return this;
  }

  /**
   * Tells how many rows were read, every ten thousand and at the end.
   *
   * @param told is called by the thread that reads
   */
  public CsvClaims progress(LongConsumer told) {
    progress = Optional.of(told);
    return this;
  }

  /**
   * Reads the table.
   *
   * @throws java.io.UncheckedIOException if a file is not there or cannot be read
   * @throws IllegalArgumentException if a template names a column that there is not, or a part that
   *     every claim has was not said
   * @throws InvalidDossierException if a table is no CSV, if a key of a joined table stands twice,
   *     or, where it is strict, at the first row that gives no claim
   */
  public Load read() {
    return new CsvLoad(this).read();
  }
}
