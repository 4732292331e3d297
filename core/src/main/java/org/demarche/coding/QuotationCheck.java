package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Source;
import org.demarche.suggestion.Nearest;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The comparison of every quotation of a dossier with the text of its source. It prints as a table
 * in English, with one row per quotation.
 *
 * <pre>{@code
 * QuotationCheck check = QuotationCheck.of(dossier, Dossiers.readTexts(Path.of("texts")));
 * check.sentence();   // 105 quotations: 103 found, 1 found but for, 1 not found.
 * System.out.println(check.print());
 * }</pre>
 *
 * @since 0.1
 */
public final class QuotationCheck implements Printable {
  private static final int SUGGESTED = 3;
  private static final int LEAST_TO_NAME = 40;

  private final ImmutableList<Row> rows;
  private final ImmutableSortedSet<String> changedSources;
  private final ImmutableList<String> notes;

  private QuotationCheck(
      ImmutableList<Row> rows,
      ImmutableSortedSet<String> changedSources,
      ImmutableList<String> notes) {
    this.rows = rows;
    this.changedSources = changedSources;
    this.notes = notes;
  }

  /**
   * A quotation of one piece of evidence, and its place in the text of the source.
   *
   * <pre>{@code
   * check.rows().stream().filter(row -> !row.verdict().isFound())
   * }</pre>
   *
   * @param claim the id of the claim
   * @param evidence the index of the evidence in the claim, from 0
   * @param source the id of the source
   * @param verdict the verdict on the quotation; SEVERAL only if the selector of the evidence does
   *     not decide between the places
   * @param finding the places, or the nearest passages; of a changed text also; empty without a
   *     text
   * @param selector the selector of the evidence, if it has one
   * @since 0.1
   */
  public record Row(
      String claim,
      int evidence,
      String source,
      QuotationVerdict verdict,
      Optional<QuotationFinding> finding,
      Optional<Range<Integer>> selector) {
    /**
     * Creates a row.
     *
     * @param claim the id of the claim
     * @param evidence the index of the evidence in the claim, from 0
     * @param source the id of the source
     * @param verdict the verdict on the quotation
     * @param finding the places, or the nearest passages
     * @param selector the selector of the evidence
     */
    public Row {
      requireNonNull(claim, "claim");
      requireNonNull(source, "source");
      requireNonNull(verdict, "verdict");
      requireNonNull(finding, "finding");
      requireNonNull(selector, "selector");
    }

    /**
     * Returns the selectors that select the quotation.
     *
     * @return a selector for each place, in the order of the text; empty if it was not found
     */
    public ImmutableList<Range<Integer>> rightSelectors() {
      return finding.stream()
          .filter(found -> found.verdict().isFound())
          .flatMap(found -> found.passages().stream())
          .map(Passage::selector)
          .collect(ImmutableList.toImmutableList());
    }

    /**
     * {@return whether the evidence has a selector that selects anything but the quotation, which
     * the text has}
     */
    public boolean hasWrongSelector() {
      return selector.isPresent()
          && !rightSelectors().isEmpty()
          && !rightSelectors().contains(selector.get());
    }

    private boolean isPlain() {
      return verdict == QuotationVerdict.FOUND && !hasWrongSelector();
    }

    private String selectorText() {
      String places =
          rightSelectors().isEmpty() ? "" : finding.map(QuotationFinding::places).orElse("");
      if (selector.isEmpty()) {
        return places.isEmpty() ? "" : places + ", not noted";
      }
      String noted = Passage.selectorText(selector.get());
      if (!hasWrongSelector()) {
        return noted;
      }
      return noted + " is wrong" + (places.isEmpty() ? "" : ": " + places);
    }

    private String details() {
      if (finding.isEmpty() || verdict == QuotationVerdict.FOUND) {
        return "";
      }
      QuotationFinding found = finding.get();
      String words = "“" + shortened(found.quotation()) + "”";
      String what = found.details();
      return switch (verdict) {
        case TEXT_CHANGED -> words + ": " + found.verdict() + (what.isEmpty() ? "" : ": " + what);
        case NEAREST -> words + ", nearest " + found.places() + ": " + what;
        default -> words + (what.isEmpty() ? "" : ": " + what);
      };
    }

    private static String shortened(String quotation) {
      String line = VisibleText.of(quotation);
      int end =
          line.length() <= LEAST_TO_NAME ? line.length() : line.lastIndexOf(' ', LEAST_TO_NAME);
      return end <= 0 || end == line.length() ? line : line.substring(0, end) + " …";
    }

    /** {@return the claim, the source and the verdict, in one line} */
    @Override
    public String toString() {
      return claim + " " + source + " " + verdict.name();
    }
  }

  /** Evidence with a quotation. */
  private record Quoted(int row, Claim claim, int number, Evidence evidence) {}

  /**
   * Compares every quotation of a dossier with the text of its source.
   *
   * <p>A text is compared with what the dossier knows of it: the {@linkplain Source#textHash hash},
   * and a text of its own. A hash also fits if the text differs from the one that was hashed only
   * in line ends (CR LF or LF) or in a byte order mark.
   *
   * @param dossier the dossier
   * @param texts the texts; of a source without one here, the text in the dossier is used
   * @return a row for each quotation
   */
  public static QuotationCheck of(Dossier dossier, Texts texts) {
    return of(requireNonNull(dossier, "dossier"), dossier.claims(), requireNonNull(texts, "texts"));
  }

  /** Compares the quotations of claims, which need not be in the dossier of their sources. */
  static QuotationCheck of(Dossier dossier, List<Claim> claims, Texts texts) {
    Texts own = Texts.of(dossier);
    Function<String, Optional<SourceText>> text = id -> texts.find(id).or(() -> own.find(id));
    ImmutableSortedSet<String> changed =
        dossier.sources().stream()
            .filter(
                source -> text.apply(source.id()).filter(of -> isChanged(source, of)).isPresent())
            .map(Source::id)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    List<Quoted> quoted = quoted(claims);
    Row[] rows = new Row[quoted.size()];
    quoted.stream()
        .sorted(Comparator.comparing(it -> it.evidence().source())) // one index at a time
        .forEach(
            it -> {
              String source = it.evidence().source();
              rows[it.row()] = row(it, text.apply(source), changed.contains(source));
            });
    return new QuotationCheck(ImmutableList.copyOf(rows), changed, notes(dossier, texts, changed));
  }

  private static List<Quoted> quoted(List<Claim> claims) {
    List<Quoted> quoted = new ArrayList<>();
    for (Claim claim : claims) {
      for (int i = 0; i < claim.evidence().size(); i++) {
        if (claim.evidence().get(i).quote().isPresent()) {
          quoted.add(new Quoted(quoted.size(), claim, i, claim.evidence().get(i)));
        }
      }
    }
    return quoted;
  }

  /**
   * Returns whether a text is not the one that was coded, by its hash or the text in the dossier.
   */
  static boolean isChanged(Source source, SourceText text) {
    return source.textHash().filter(hash -> !text.hasHash(hash)).isPresent()
        || source.text().filter(own -> !text.isCopyOf(own)).isPresent();
  }

  private static Row row(Quoted quoted, Optional<SourceText> text, boolean isChanged) {
    Evidence evidence = quoted.evidence();
    String source = evidence.source();
    Optional<QuotationFinding> finding =
        text.map(of -> decided(of.find(source, evidence.quote().orElseThrow()), evidence));
    QuotationVerdict verdict =
        isChanged
            ? QuotationVerdict.TEXT_CHANGED
            : finding.map(QuotationFinding::verdict).orElse(QuotationVerdict.NO_TEXT);
    return new Row(
        quoted.claim().id(), quoted.number(), source, verdict, finding, evidence.selector());
  }

  /** Returns of several places the one that the evidence selects, if it selects one. */
  static QuotationFinding decided(QuotationFinding finding, Evidence evidence) {
    Optional<Passage> selected =
        finding.passages().stream()
            .filter(passage -> evidence.selector().equals(Optional.of(passage.selector())))
            .findFirst();
    if (finding.verdict() != QuotationVerdict.SEVERAL || selected.isEmpty()) {
      return finding;
    }
    return new QuotationFinding(
        finding.source(),
        finding.quotation(),
        selected.get().variants().isEmpty()
            ? QuotationVerdict.FOUND
            : QuotationVerdict.FOUND_BUT_FOR,
        ImmutableList.of(selected.get()));
  }

  private static ImmutableList<String> notes(
      Dossier dossier, Texts texts, ImmutableSortedSet<String> changed) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    changed.forEach(id -> notes.add(changed(id)));
    List<String> known = dossier.sources().stream().map(Source::id).toList();
    texts.sources().stream()
        .filter(id -> dossier.source(id).isEmpty())
        .forEach(
            id ->
                notes.add(
                    "There is a text of '"
                        + id
                        + "', which is no source of the dossier"
                        + Nearest.hint(id, known, SUGGESTED)
                        + "."));
    return notes.build();
  }

  /** Says that the text of a source is not the one that was coded. */
  static String changed(String source) {
    return "The text of "
        + source
        + " is not the one that was coded: its hash, or the text in the dossier, differs."
        + " Compare the two, then correct the quotations and textHash.";
  }

  /** {@return a row for each quotation, in the order of claims and evidence} */
  public ImmutableList<Row> rows() {
    return rows;
  }

  /** {@return the ids of the sources whose texts are not the ones that were coded} */
  public ImmutableSortedSet<String> changedSources() {
    return changedSources;
  }

  /**
   * Counts the quotations with a verdict.
   *
   * @param verdict the verdict
   * @return the number of rows
   */
  public int count(QuotationVerdict verdict) {
    requireNonNull(verdict, "verdict");
    return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /**
   * Returns the number of quotations with each verdict, and of wrong selectors.
   *
   * @return a sentence
   */
  public String sentence() {
    if (rows.isEmpty()) {
      return "No quotations.";
    }
    String counts =
        Arrays.stream(QuotationVerdict.values())
            .filter(verdict -> count(verdict) > 0)
            .map(verdict -> count(verdict) + " " + verdict)
            .collect(Collectors.joining(", "));
    long wrong = rows.stream().filter(Row::hasWrongSelector).count();
    return (rows.size() == 1 ? "1 quotation: " : rows.size() + " quotations: ")
        + counts
        + (wrong == 0 ? "" : wrong == 1 ? "; 1 wrong selector" : "; " + wrong + " wrong selectors")
        + ".";
  }

  /**
   * {@return the counts and a table with one row per quotation, those to be looked at first, and
   * notes on texts that changed or belong to no source}
   */
  @Override
  public TextPage page() {
    TextPage page = TextPage.of(sentence());
    if (!rows.isEmpty()) {
      page =
          page.table(
              ImmutableList.of("claim", "source", "verdict", "selector", "details"),
              rows.stream()
                  .sorted(Comparator.comparing(Row::isPlain))
                  .map(
                      row ->
                          ImmutableList.of(
                              row.claim(),
                              row.source(),
                              row.verdict().toString(),
                              row.selectorText(),
                              row.details()))
                  .collect(ImmutableList.toImmutableList()));
    }
    for (String note : notes) {
      page = page.gap().line(0, 2, note);
    }
    return page;
  }

  /** {@return the number of quotations with each verdict, in one line} */
  @Override
  public String toString() {
    return "QuotationCheck: " + sentence();
  }
}
