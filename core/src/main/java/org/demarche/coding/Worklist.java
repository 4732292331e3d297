package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Problem;
import org.demarche.model.Source;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The work that is left in coding: what of a dossier is to be mended or checked, and which
 * sentences of its texts may report a claim and are quoted by none. It prints as a table in
 * English.
 *
 * <p>A sentence is listed if it has a verb of the {@linkplain VocabularyGuide#forces guide} or the
 * name or alias of an actor that is no medium. Not every such sentence reports a claim. Verbs are
 * English alone; a text in another language of which no sentence is coded is listed, as is a source
 * without a text.
 *
 * <pre>{@code
 * Worklist worklist = Worklist.of(dossier, Dossiers.readTexts(Path.of("texts")));
 * worklist.sentence();   // To do: 2 quotations, 1 draft, 14 sentences.
 * worklist.rows();
 * }</pre>
 *
 * @since 0.1
 */
public final class Worklist implements Printable {
  private final ImmutableList<Row> rows;

  private Worklist(ImmutableList<Row> rows) {
    this.rows = rows;
  }

  /**
   * The kind of work.
   *
   * <pre>{@code
   * worklist.rows().stream().filter(row -> row.kind() == Worklist.Kind.DRAFT)
   * }</pre>
   *
   * @since 0.1
   */
  public enum Kind {
    /** A quotation that the text of its source does not have, or whose selector is wrong. */
    QUOTATION("quotation"),
    /** A warning about a record. */
    WARNING("warning"),
    /** A claim that is a draft, and awaits a reviewer. */
    DRAFT("draft"),
    /** A source whose sentences cannot be listed: without a text, or not in English. */
    TEXT("text"),
    /** A sentence that may report a claim, and that no claim quotes. */
    SENTENCE("sentence");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** {@return the kind in one word} */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * One thing to do.
   *
   * <pre>{@code
   * row.sentence().ifPresent(number -> ClaimDraft.of(dossier, texts, row.source(), number))
   * }</pre>
   *
   * @param kind the kind of work
   * @param source the id of the source; empty for a warning about another record
   * @param sentence the number of the sentence in the text of the source, if there is one
   * @param claim the id of the claim, if there is one
   * @param cues the verbs, with the forces that they may express, and names for which a sentence is
   *     listed; empty for other work
   * @param todo what to look at, in one line; of a sentence, its words
   * @since 0.1
   */
  public record Row(
      Kind kind,
      String source,
      Optional<Integer> sentence,
      Optional<String> claim,
      ImmutableList<String> cues,
      String todo) {
    /**
     * Creates a row.
     *
     * @param kind the kind of work
     * @param source the id of the source, or an empty text
     * @param sentence the number of the sentence
     * @param claim the id of the claim
     * @param cues the verbs and names
     * @param todo what to look at
     */
    public Row {
      requireNonNull(kind, "kind");
      requireNonNull(source, "source");
      requireNonNull(sentence, "sentence");
      requireNonNull(claim, "claim");
      requireNonNull(cues, "cues");
      requireNonNull(todo, "todo");
    }

    private Row(Kind kind, String source, Optional<String> claim, String todo) {
      this(kind, source, Optional.empty(), claim, ImmutableList.of(), todo);
    }

    private ImmutableList<String> cells() {
      return ImmutableList.of(
          kind.toString(),
          claim.orElse(""),
          source,
          sentence.map(String::valueOf).orElse(""),
          String.join(", ", cues),
          todo);
    }
  }

  /**
   * Lists the work that is left.
   *
   * @param dossier the dossier
   * @param texts the texts; of a source without one here, the text in the dossier is used
   * @return quotations, warnings, drafts and texts in the order of the dossier, then sentences by
   *     source
   */
  public static Worklist of(Dossier dossier, Texts texts) {
    requireNonNull(dossier, "dossier");
    requireNonNull(texts, "texts");
    ImmutableList<Sentences> read =
        dossier.sources().stream()
            .map(Source::id)
            .filter(source -> texts.orOwn(dossier, source).text(source).isPresent())
            .map(source -> Sentences.of(dossier, texts, source))
            .collect(ImmutableList.toImmutableList());
    ReportingWords words = new ReportingWords(dossier);
    return new Worklist(
        Stream.of(
                quotations(QuotationCheck.of(dossier, texts)),
                dossier.warnings().stream().map(Worklist::warning),
                dossier.claims().stream().filter(Claim::isDraft).map(Worklist::draft),
                texts(dossier, read),
                read.stream().flatMap(text -> sentences(text, words)))
            .flatMap(rows -> rows)
            .collect(ImmutableList.toImmutableList()));
  }

  private static Stream<Row> quotations(QuotationCheck check) {
    return check.rows().stream()
        .filter(row -> row.verdict() != QuotationVerdict.NO_TEXT)
        .filter(row -> !row.verdict().isFound() || row.hasWrongSelector())
        .map(
            row ->
                new Row(
                    Kind.QUOTATION,
                    row.source(),
                    Optional.of(row.claim()),
                    row.verdict().isFound()
                        ? "the selector selects other words"
                        : row.finding()
                            .filter(found -> row.verdict() != QuotationVerdict.TEXT_CHANGED)
                            .map(QuotationFinding::sentence)
                            .orElse("the text is not the one that was coded")));
  }

  private static Row warning(Problem warning) {
    boolean isClaim = warning.type().equals("claim");
    return new Row(
        Kind.WARNING,
        warning.type().equals("source") ? warning.id() : "",
        isClaim ? Optional.of(warning.id()) : Optional.empty(),
        isClaim ? DraftText.withoutId(warning) : warning.message());
  }

  private static Row draft(Claim draft) {
    return new Row(
        Kind.DRAFT,
        draft.evidence().stream().map(Evidence::source).findFirst().orElse(""),
        Optional.of(draft.id()),
        "a draft"
            + draft.coder().map(coder -> " by " + coder).orElse("")
            + ", which another person is to check");
  }

  /** Lists the sources whose sentences are not listed, or not by their verbs. */
  private static Stream<Row> texts(Dossier dossier, ImmutableList<Sentences> read) {
    ImmutableMap<String, Sentences> bySource = Maps.uniqueIndex(read, Sentences::source);
    return dossier.sources().stream()
        .map(Source::id)
        .flatMap(
            source ->
                Optional.ofNullable(bySource.get(source))
                    .map(text -> unread(dossier, text))
                    .orElse(
                        Optional.of(
                            "there is no text of the source, so no sentence of it is listed"))
                    .map(why -> new Row(Kind.TEXT, source, Optional.empty(), why))
                    .stream());
  }

  private static Optional<String> unread(Dossier dossier, Sentences text) {
    boolean isCoded = text.sentences().stream().anyMatch(it -> !it.claims().isEmpty());
    String language = Sentences.language(dossier, text.source()).getLanguage();
    boolean isEnglish = language.isEmpty() ? isLatin(text) : language.equals("en");
    return isCoded || isEnglish
        ? Optional.empty()
        : Optional.of(
            "no sentence is coded, and the text is "
                + (language.isEmpty() ? "not in Latin letters" : "in language " + language)
                + ": verbs are looked for in English only; read it sentence by sentence");
  }

  /** Returns whether at least half of the letters are Latin. */
  private static boolean isLatin(Sentences text) {
    int[] letters =
        text.sentences().stream()
            .flatMapToInt(sentence -> sentence.words().codePoints())
            .filter(Character::isLetter)
            .toArray();
    long latin =
        Arrays.stream(letters)
            .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
            .count();
    return 2 * latin >= letters.length;
  }

  private static Stream<Row> sentences(Sentences text, ReportingWords words) {
    return text.sentences().stream()
        .filter(sentence -> sentence.claims().isEmpty())
        .map(
            sentence ->
                new Row(
                    Kind.SENTENCE,
                    text.source(),
                    Optional.of(sentence.number()),
                    Optional.empty(),
                    Stream.concat(words.verbs(sentence).stream(), words.names(sentence).stream())
                        .collect(ImmutableList.toImmutableList()),
                    sentence.line()))
        .filter(row -> !row.cues().isEmpty());
  }

  /** {@return what is to be done, mistakes first} */
  public ImmutableList<Row> rows() {
    return rows;
  }

  /**
   * Returns how much of each kind there is to do.
   *
   * @return a sentence
   */
  public String sentence() {
    String counts =
        Arrays.stream(Kind.values())
            .map(kind -> counted(kind, rows.stream().filter(row -> row.kind() == kind).count()))
            .filter(count -> !count.isEmpty())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "Nothing to do." : "To do: " + counts + ".";
  }

  private static String counted(Kind kind, long count) {
    return count == 0 ? "" : count + " " + kind + (count == 1 ? "" : "s");
  }

  /** {@return the counts, and a table with one row for each thing to do} */
  @Override
  public TextPage page() {
    TextPage page = TextPage.of(sentence());
    return rows.isEmpty()
        ? page
        : page.table(
            List.of("kind", "claim", "source", "sentence", "cues", "to do"),
            rows.stream().map(Row::cells).toList());
  }

  /** {@return how much of each kind there is to do, in one line} */
  @Override
  public String toString() {
    return "Worklist: " + sentence();
  }
}
