package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Range;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.tables.ClaimTableReader;
import org.demarche.json.tables.DatePatterns;
import org.demarche.json.tables.RowsToMend;
import org.demarche.json.tables.TableOrigin;
import org.demarche.json.tables.TableSettings;
import org.demarche.json.tables.TextFormat;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.When;

/**
 * A builder of claims from a table, one claim per row. A template fills each member of a claim:
 * {@code {column}} in it represents the cell of that column. {@code "{country}"} is a column,
 * {@code "un-{rcid}"} a column with a prefix, {@code "UN"} a constant, and {@code "{#}"} the number
 * of the line. Columns may belong to other tables that are joined by a key.
 *
 * <p>Each setting changes this builder. A row that gives no valid claim is reported with its line
 * and left out. It does not end the load unless the load is {@link #strict}. White space and
 * invisible characters around cells and headers do not count.
 *
 * <pre>{@code
 * LoadedClaims votes =
 *     ClaimTable.of(Path.of("votes.csv"))
 *         .join("rcid", Path.of("roll-calls.csv"))
 *         .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
 *         .leaveOut("vote", "absent")
 *         .id("{rcid}-{country_code}").principals("{country_code}").asserted("{date}")
 *         .proposition("un-{rcid}").stance("{vote}").force("VOTE")
 *         .source("un-record").mode("RECORDED").onto(sources)
 *         .actors(ActorKind.STATE, "{country}").propositions("un", "{descr}").read();
 * votes.problems().forEach(System.out::println);
 * }</pre>
 *
 * @since 0.1
 */
public final class ClaimTable {
  private final TableOrigin origin;
  private final List<TableSettings.Join> joins = new ArrayList<>();
  private final Map<String, ImmutableMap<String, String>> meanings = new LinkedHashMap<>();
  private final Map<String, String> substitutes = new LinkedHashMap<>();
  private final ImmutableSetMultimap.Builder<String, String> leftOut =
      ImmutableSetMultimap.builder();
  private final Map<String, String> templates = new LinkedHashMap<>();
  private final Map<String, String> schemes = new LinkedHashMap<>();
  private TextFormat format = TextFormat.STANDARD;
  private Optional<TableSettings.Unpivot> unpivot = Optional.empty();
  private ImmutableList<String> datePatterns = ImmutableList.of();
  private Locale language = Locale.ENGLISH;
  private Optional<Range<Integer>> years = Optional.empty();
  private Dossier base = Dossier.empty();
  private Optional<ActorKind> newActors = Optional.empty();
  private Optional<ActorKind> newSpeakers = Optional.empty();
  private boolean keepsOtherNames;
  private boolean isStrict;
  private Optional<LongConsumer> progress = Optional.empty();

  private ClaimTable(TableOrigin origin) {
    this.origin = origin;
  }

  /**
   * Returns a builder for a table: text in UTF-8 with commas between columns, or an Excel workbook,
   * with a header in the first row. A first line {@code sep=;}, which spreadsheets write, sets the
   * separator. Workbooks need the optional library {@code org.dhatim:fastexcel-reader}; their dates
   * are read as days in the forms of {@link When}, and their formulas as their stored values.
   *
   * @param file the table; text may be packed with gzip
   * @return a new builder
   */
  public static ClaimTable of(Path file) {
    return new ClaimTable(TableOrigin.of(requireNonNull(file, "file")));
  }

  /**
   * Returns a builder for codings of another program. The id of a claim, its source, the quotation
   * with its place, and the coder are set; who says what with which stance and force is in the
   * columns of that program. A claim has the date of its document, unless {@link #asserted} names
   * another. The place of a problem is the number of the row.
   *
   * @param codings the codings
   * @return a new builder
   */
  public static ClaimTable of(Codings codings) {
    ClaimTable claims = new ClaimTable(TableOrigin.of(codings.table()));
    codings.table().templates().forEach(claims::template);
    return claims;
  }

  /**
   * Sets the sheet of a workbook.
   *
   * @param name the name of the sheet; default: the first sheet that is not hidden
   * @return this builder
   */
  public ClaimTable sheet(String name) {
    format = format.withSheet(Optional.of(requireNonNull(name, "name")));
    return this;
  }

  /**
   * Leaves out lines above the header, such as a title.
   *
   * @param lines their number, without a line {@code sep=;}; default: 0
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public ClaimTable skipLines(int lines) {
    Preconditions.checkArgument(lines >= 0, "skipLines is at least 0, got %s", lines);
    format = format.withSkipLines(lines);
    return this;
  }

  /**
   * Sets the encoding of this table and of joined tables.
   *
   * @param other the encoding; default: UTF-8
   * @return this builder
   */
  public ClaimTable charset(Charset other) {
    format = format.withCharset(requireNonNull(other, "other"));
    return this;
  }

  /**
   * Sets the character between the columns of this table and of joined tables.
   *
   * @param other the character; default: a comma
   * @return this builder
   */
  public ClaimTable separator(char other) {
    format = format.withDialect(format.dialect().withSeparator(other));
    return this;
  }

  /**
   * Reads quotation marks as characters like any other. By default a cell may be in quotation
   * marks, within which one is doubled (RFC 4180).
   *
   * @return this builder
   */
  public ClaimTable noQuoting() {
    format = format.withDialect(format.dialect().withoutQuotes());
    return this;
  }

  /**
   * Reads cells over several lines whatever is in them. By default a quotation mark is taken for
   * one that was not closed if it closes after lines with as many separators as a row.
   *
   * @return this builder
   */
  public ClaimTable longCells() {
    format = format.withLongCells();
    return this;
  }

  /**
   * Sets a character that makes the quotation mark after it part of a cell, besides doubling.
   *
   * @param mark the character, usually a backslash; default: none
   * @return this builder
   */
  public ClaimTable escape(char mark) {
    format = format.withDialect(format.dialect().withEscape(mark));
    return this;
  }

  /**
   * Leaves out lines that begin with a character.
   *
   * @param mark the character, usually {@code #}; default: none
   * @return this builder
   */
  public ClaimTable comments(char mark) {
    format = format.withDialect(format.dialect().withComment(mark));
    return this;
  }

  /**
   * Reads the first row as a row, and numbers the columns: {@code {1}} is the first.
   *
   * @return this builder
   */
  public ClaimTable noHeader() {
    format = format.withHeader(TextFormat.Header.NUMBERS, ImmutableList.of());
    return this;
  }

  /**
   * Reads the first row as a row, and names the columns.
   *
   * @param names the names of all columns, in order
   * @return this builder
   */
  public ClaimTable header(String... names) {
    format = format.withHeader(TextFormat.Header.GIVEN, ImmutableList.copyOf(names));
    return this;
  }

  /**
   * Declares what stands for a missing value, such as {@code NA}; {@code "NA"} stays a text.
   *
   * @param texts the texts; default: none
   * @return this builder
   */
  public ClaimTable missing(String... texts) {
    format = format.withMissing(ImmutableSet.copyOf(texts));
    return this;
  }

  /**
   * Sets the greatest size of this table and of joined tables.
   *
   * @param bytes the number of bytes after unpacking; default: 4 GiB
   * @return this builder
   * @throws IllegalArgumentException if it is not positive
   */
  public ClaimTable maxBytes(long bytes) {
    Preconditions.checkArgument(bytes > 0, "maxBytes is at least 1, got %s", bytes);
    format = format.withMaxBytes(bytes);
    return this;
  }

  /**
   * Fills the empty cells of a column from another.
   *
   * @param column the column
   * @param other the column that fills it
   * @return this builder
   */
  public ClaimTable emptyFrom(String column, String other) {
    substitutes.put(column, requireNonNull(other, "other"));
    return this;
  }

  /**
   * Leaves out the rows that have certain cells in a column. They are counted, and no problem.
   *
   * @param column the column
   * @param cells the cells, as they are in the table
   * @return this builder
   */
  public ClaimTable leaveOut(String column, String... cells) {
    leftOut.putAll(column, cells);
    return this;
  }

  /**
   * Turns columns into rows: each cell makes a row, with two new columns.
   *
   * @param name the new column that holds the name of the column
   * @param cell the new column that holds the cell
   * @param columns the columns
   * @return this builder
   */
  public ClaimTable unpivot(String name, String cell, String... columns) {
    unpivot = Optional.of(new TableSettings.Unpivot(name, cell, ImmutableList.copyOf(columns)));
    return this;
  }

  /**
   * Adds the columns of another table, looked up by a column that both tables have.
   *
   * @param column the column that holds the key in both tables
   * @param other the other table
   * @return this builder
   */
  public ClaimTable join(String column, Path other) {
    return join(column, other, column);
  }

  /**
   * Adds the columns of another table by a key. Of two columns of one name, this table's counts.
   *
   * @param column the column of this table that holds the key
   * @param other the other table, which has a header; of a workbook, its first sheet
   * @param key the column of the other table that holds the key, without duplicates
   * @return this builder
   */
  public ClaimTable join(String column, Path other, String key) {
    joins.add(new TableSettings.Join(column, requireNonNull(other, "other"), key));
    return this;
  }

  /**
   * Replaces the cells of a column by their meanings, in every template.
   *
   * @param column the column
   * @param meanings the meaning of each cell; a row with any other cell is reported
   * @return this builder
   */
  public ClaimTable values(String column, Map<String, String> meanings) {
    this.meanings.put(column, ImmutableMap.copyOf(meanings));
    return this;
  }

  /**
   * Sets the template of the id. Required.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable id(String template) {
    return template("id", template);
  }

  /**
   * Sets the template of the ids of the principals. Required.
   *
   * @param template the template; several ids are separated by semicolons
   * @return this builder
   */
  public ClaimTable principals(String template) {
    return template("principals", template);
  }

  /**
   * Sets the template of the names of the principals, in place of their ids. An actor is met by its
   * name, an alias or its id: letter case, white space, and the form of apostrophes and dashes do
   * not count. Any other name makes a new actor, whose id is made from the name, if {@link #actors}
   * says of which kind.
   *
   * @param template the template; several names are separated by semicolons
   * @return this builder
   */
  public ClaimTable principalsByName(String template) {
    return template("principalNames", template);
  }

  /**
   * Sets the template of identifiers of the principals, in place of their ids.
   *
   * @param scheme the scheme of the identifiers of actors, such as {@code iso-3166-1-alpha-3}
   * @param template the template; several identifiers are separated by semicolons
   * @return this builder
   */
  public ClaimTable principalsByIdentifier(String scheme, String template) {
    schemes.put("principalIdentifiers", requireNonNull(scheme, "scheme"));
    return template("principalIdentifiers", template);
  }

  /**
   * Sets the template of the ids of the speakers.
   *
   * @param template the template; several ids are separated by semicolons; default: the principals
   * @return this builder
   */
  public ClaimTable speakers(String template) {
    return template("speakers", template);
  }

  /**
   * Sets the template of the names of the speakers, as {@link #principalsByName} does for
   * principals; {@link #speakersAs} says of which kind new ones are.
   *
   * @param template the template; several names are separated by semicolons
   * @return this builder
   */
  public ClaimTable speakersByName(String template) {
    return template("speakerNames", template);
  }

  /**
   * Sets the template of identifiers of the speakers, in place of their ids.
   *
   * @param scheme the scheme of the identifiers of actors, such as {@code iso-3166-1-alpha-3}
   * @param template the template; several identifiers are separated by semicolons
   * @return this builder
   */
  public ClaimTable speakersByIdentifier(String scheme, String template) {
    schemes.put("speakerIdentifiers", requireNonNull(scheme, "scheme"));
    return template("speakerIdentifiers", template);
  }

  /**
   * Sets the template of the capacity in which the claim was uttered.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable role(String template) {
    return template("role", template);
  }

  /**
   * Sets the template of the date, and the patterns in which days are written. Required. A time of
   * day is read and left out. The form {@code 2017-10-31} fits any patterns.
   *
   * @param template the template of the date
   * @param patterns patterns of {@link DateTimeFormatter}, such as {@code d/M/yyyy} or {@code
   *     uuuu-MM-dd'T'HH:mm:ss}; a date that gives two days by two of them is a problem of its row;
   *     none: dates are in the forms of {@link When}
   * @return this builder
   * @throws IllegalArgumentException if one is not a pattern, or does not give a day
   */
  public ClaimTable asserted(String template, String... patterns) {
    datePatterns = ImmutableList.copyOf(patterns);
    new DatePatterns(datePatterns, language, years.or(() -> Optional.of(Range.singleton(1))));
    return template("asserted", template);
  }

  /**
   * Sets the language of the names of months in dates.
   *
   * @param other the language; default: English
   * @return this builder
   */
  public ClaimTable monthNames(Locale other) {
    language = requireNonNull(other, "other");
    return this;
  }

  /**
   * Sets the years for which two digits stand; without it a pattern with such years is refused.
   *
   * @param first the first year
   * @param last the last year, at most 99 years later
   * @return this builder
   * @throws IllegalArgumentException if there are no such years, or more than a hundred
   */
  public ClaimTable years(int first, int last) {
    years = Optional.of(DatePatterns.years(first, last));
    return this;
  }

  /**
   * Sets the template of the basis of the date.
   *
   * @param template the template; it gives STATED, RESOLVED or INFERRED; default: STATED
   * @return this builder
   */
  public ClaimTable basis(String template) {
    return template("basis", template);
  }

  /**
   * Sets the template of the day by which the claim is to be carried out.
   *
   * @param template the template; it gives a date in the forms of {@link When}
   * @return this builder
   */
  public ClaimTable due(String template) {
    return template("due", template);
  }

  /**
   * Sets the template of the id of the occasion.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable occasion(String template) {
    return template("occasion", template);
  }

  /**
   * Sets the template of the ids of the audience.
   *
   * @param template the template; several ids are separated by semicolons
   * @return this builder
   */
  public ClaimTable audience(String template) {
    return template("audience", template);
  }

  /**
   * Sets the template of the id of the proposition. Required.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable proposition(String template) {
    return template("proposition", template);
  }

  /**
   * Sets the template of the sentence of the proposition, in place of its id. A proposition is met
   * by its sentence, its label or its id, as actors by names; a full stop at the end does not count
   * either. Any other sentence makes a new proposition, whose id is made from the sentence, if
   * {@link #propositions} adds them.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable propositionBySentence(String template) {
    return template("sentence", template);
  }

  /**
   * Sets the template of the stance. Required.
   *
   * @param template the template; it gives FOR, AGAINST or UNCOMMITTED
   * @return this builder
   */
  public ClaimTable stance(String template) {
    return template("stance", template);
  }

  /**
   * Sets the template of the force. Required.
   *
   * @param template the template; it gives a force such as ASSERT or VOTE
   * @return this builder
   */
  public ClaimTable force(String template) {
    return template("force", template);
  }

  /**
   * Sets the template of the frames.
   *
   * @param template the template; several frames are separated by semicolons
   * @return this builder
   */
  public ClaimTable frames(String template) {
    return template("frames", template);
  }

  /**
   * Sets the template of the condition on which the claim depends.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable condition(String template) {
    return template("condition", template);
  }

  /**
   * Sets the template of the ids of the claims that this one answers.
   *
   * @param template the template; several ids are separated by semicolons
   * @return this builder
   */
  public ClaimTable respondsTo(String template) {
    return template("respondsTo", template);
  }

  /**
   * Sets the template of the ids of the claims that this one takes back.
   *
   * @param template the template; several ids are separated by semicolons
   * @return this builder
   */
  public ClaimTable retracts(String template) {
    return template("retracts", template);
  }

  /**
   * Sets the template of who coded the claim.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable coder(String template) {
    return template("coder", template);
  }

  /**
   * Sets the template of whether someone has yet to check the claim.
   *
   * @param template the template; it gives DRAFT or CODED; default: CODED
   * @return this builder
   */
  public ClaimTable status(String template) {
    return template("status", template);
  }

  /**
   * Sets the template of who checked the claim.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable reviewer(String template) {
    return template("reviewer", template);
  }

  /**
   * Sets the template of the claim in one line.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable gist(String template) {
    return template("gist", template);
  }

  /**
   * Sets the template of the coder's remark.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable note(String template) {
    return template("note", template);
  }

  /**
   * Sets the template of the id of the source. Required.
   *
   * @param template the template; with {@link #sources}, any text of which an id can be made
   * @return this builder
   */
  public ClaimTable source(String template) {
    return template("source", template);
  }

  /**
   * Sets the template of how the source renders the words. Required.
   *
   * @param template the template; it gives a mode such as DIRECT or RECORDED
   * @return this builder
   */
  public ClaimTable mode(String template) {
    return template("mode", template);
  }

  /**
   * Sets the template of the ids of the relays.
   *
   * @param template the template; several ids are separated by semicolons, nearest the outlet first
   * @return this builder
   */
  public ClaimTable via(String template) {
    return template("via", template);
  }

  /**
   * Sets the template of the quotation.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable quote(String template) {
    return template("quote", template);
  }

  /**
   * Sets the template of the language of the quotation.
   *
   * @param template the template; it gives a tag of BCP 47, such as {@code ko}
   * @return this builder
   */
  public ClaimTable language(String template) {
    return template("language", template);
  }

  /**
   * Sets the template of the coder's translation of the quotation.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable translation(String template) {
    return template("translation", template);
  }

  /**
   * Sets the templates of the place of the quotation in the text of the source.
   *
   * @param start the template of the first code point, from 0
   * @param end the template of the code point after the last
   * @return this builder
   */
  public ClaimTable selector(String start, String end) {
    return template("start", start).template("end", end);
  }

  private ClaimTable template(String name, String template) {
    templates.put(name, requireNonNull(template, "template"));
    return this;
  }

  /**
   * Sets the dossier to which the claims are added.
   *
   * @param dossier may hold the actors, propositions and sources; default: an empty dossier
   * @return this builder
   */
  public ClaimTable onto(Dossier dossier) {
    base = requireNonNull(dossier, "dossier");
    return this;
  }

  /**
   * Adds principals that the dossier lacks, each from its first row. By default a claim of an
   * unknown actor is reported. Speakers are added too if they are persons; else see {@link
   * #speakersAs}.
   *
   * @param of the kind of these actors
   * @param name the template of the name; for several principals, as many names between semicolons,
   *     otherwise the id of each becomes its name
   * @return this builder
   * @throws IllegalArgumentException if another kind was set
   */
  public ClaimTable actors(ActorKind of, String name) {
    return actors(of).template("name", name);
  }

  /**
   * Adds principals that the dossier lacks, named by {@link #principalsByName} or by their ids.
   *
   * @param of the kind of these actors
   * @return this builder
   * @throws IllegalArgumentException if another kind was set
   */
  public ClaimTable actors(ActorKind of) {
    newActors = Optional.of(TableSettings.sameKind("actors", newActors, of));
    return this;
  }

  /**
   * Adds speakers that the dossier lacks. An organ belongs to the principal of its first row.
   * Bodies that speak under one name for different principals are reported.
   *
   * @param of the kind of these actors; default: none, or PERSON if that is the kind of {@link
   *     #actors}
   * @return this builder
   * @throws IllegalArgumentException if another kind was set
   */
  public ClaimTable speakersAs(ActorKind of) {
    newSpeakers = Optional.of(TableSettings.sameKind("speakersAs", newSpeakers, of));
    return this;
  }

  /**
   * Keeps the other names of an actor as its aliases. By default a row is reported that has another
   * name for the id of an actor, or a name from which that id would be made.
   *
   * @return this builder
   */
  public ClaimTable otherNamesAsAliases() {
    keepsOtherNames = true;
    return this;
  }

  /**
   * Adds sources that the dossier lacks, each from its first row, under an id that is made from
   * {@link #source}. A row is reported that says anything else of a source. By default a claim with
   * an unknown source is reported.
   *
   * @param outlet the template of the outlet: the id or a name of an actor, or of a medium to add
   * @param title the template of the title
   * @param published the template of the date of publication, written like the date of the claim
   * @return this builder
   */
  public ClaimTable sources(String outlet, String title, String published) {
    return template("outlet", outlet).template("title", title).template("published", published);
  }

  /**
   * Sets the template of the author of the sources that are added.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable sourceAuthor(String template) {
    return template("author", template);
  }

  /**
   * Sets the template of the address of the sources that are added.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable sourceUrl(String template) {
    return template("url", template);
  }

  /**
   * Sets the template of the text of the sources that are added, in which quotations are looked up.
   *
   * @param template the template
   * @return this builder
   */
  public ClaimTable sourceText(String template) {
    return template("sourceText", template);
  }

  /**
   * Adds propositions that the dossier lacks, each from its first row, instead of reporting them.
   *
   * @param issue the template of the issue
   * @param text the template of the sentence
   * @return this builder
   */
  public ClaimTable propositions(String issue, String text) {
    return template("issue", issue).template("text", text);
  }

  /**
   * Adds propositions that the dossier lacks, by the sentences of {@link #propositionBySentence}.
   *
   * @param issue the template of the issue
   * @return this builder
   */
  public ClaimTable propositions(String issue) {
    return template("issue", issue);
  }

  /**
   * Ends the load at the first row that gives no claim, with an exception.
   *
   * @return this builder
   */
  public ClaimTable strict() {
    isStrict = true;
    return this;
  }

  /**
   * Sets a receiver of the number of rows read so far, called every 10,000 rows and at the end.
   *
   * @param receiver is called by the thread that reads
   * @return this builder
   */
  public ClaimTable progress(LongConsumer receiver) {
    progress = Optional.of(receiver);
    return this;
  }

  /**
   * Reads the table.
   *
   * @return the dossier with the claims, and the rows that did not give a claim
   * @throws java.io.UncheckedIOException if a file does not exist or cannot be read
   * @throws IllegalArgumentException if a required template is missing, or a pattern of dates lacks
   *     {@link #years}
   * @throws InvalidDossierException if a table is not in its encoding, has not once a column that a
   *     template names, a joined table has a duplicate key, or a strict load meets a bad row
   */
  public LoadedClaims read() {
    return HeapBudget.within(
        settings().origin().name(),
        budget -> LoadedClaims.of(new ClaimTableReader(settings(), budget).read()));
  }

  /**
   * Writes the rows that gave no claim to a table of their own, to be mended and read again, each
   * with its line and its problems. The table is read once more.
   *
   * <p>The file has a header, commas and UTF-8 with its byte order mark. It is read with the
   * settings of this table except {@link #noHeader}, {@link #header}, {@link #separator}, {@link
   * #charset}, {@link #sheet}, {@link #skipLines}, {@link #noQuoting} and {@link #escape}, and as a
   * workbook {@link #missing}. {@code {#}} gives the line in this table, from the column {@code #},
   * unless it has such a column. A row that cannot be told into cells is in one. The texts of
   * documents of codings are left out.
   *
   * @param load the result of {@link #read}
   * @param file its name ends in {@code .csv} or {@code .xlsx}
   * @throws IllegalArgumentException if the name has another ending, or a cell is too long for it
   * @throws java.io.UncheckedIOException if a file cannot be read or written
   */
  public void writeProblems(LoadedClaims load, Path file) {
    WrittenTable.write(RowsToMend.of(settings(), load.problems()), "To mend", file);
  }

  private TableSettings settings() {
    return new TableSettings(
        origin,
        format,
        ImmutableList.copyOf(joins),
        unpivot,
        new TableSettings.Cells(
            ImmutableMap.copyOf(meanings), ImmutableMap.copyOf(substitutes), leftOut.build()),
        ImmutableMap.copyOf(templates),
        ImmutableMap.copyOf(schemes),
        DatePatterns.of(datePatterns, language, years),
        base,
        newActors,
        newSpeakers,
        keepsOtherNames,
        isStrict,
        progress);
  }
}
