package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Range;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The sentences of the text of a source, numbered, each with the claims that quote it.
 *
 * <p>A sentence ends where {@link java.text.BreakIterator} ends it, but not at an abbreviation such
 * as “Mr.”, “Sen.” or “U.S.”; and at a blank line, a page break, or the end of a line that was not
 * wrapped, such as a heading. Numbers change if the text does; the places of claims are found anew
 * by their quotations.
 *
 * <pre>{@code
 * Sentences sentences = Sentences.of(dossier, Dossiers.readTexts(Path.of("texts")), "KT17");
 * System.out.println(sentences.print());   // numbered, with the claims of each
 * sentences.get(14).words();
 * }</pre>
 *
 * @since 0.1
 */
public final class Sentences implements Printable {
  private final String source;
  private final ImmutableList<Sentence> sentences;
  private final boolean isChanged;

  private Sentences(String source, ImmutableList<Sentence> sentences, boolean isChanged) {
    this.source = source;
    this.sentences = sentences;
    this.isChanged = isChanged;
  }

  /**
   * Splits the text of a source into sentences, in the language that the evidence from the source
   * notes.
   *
   * @param dossier the dossier whose claims quote the source
   * @param texts the texts; of a source without one here, the text in the dossier is used
   * @param source the id of the source
   * @return the sentences
   * @throws IllegalArgumentException if there is no text of that source
   */
  public static Sentences of(Dossier dossier, Texts texts, String source) {
    requireNonNull(dossier, "dossier");
    requireNonNull(texts, "texts");
    Texts known = texts.orOwn(dossier, requireNonNull(source, "source"));
    String text = known.require(source).text();
    CodePoints points = new CodePoints(text);
    ImmutableSetMultimap<Range<Integer>, String> quoted = quoted(dossier, known, source);
    ImmutableList.Builder<Sentence> sentences = ImmutableList.builder();
    int number = 0;
    for (Range<Integer> range : SentenceSplitter.split(text, language(dossier, source))) {
      Range<Integer> selector =
          Range.closedOpen(
              points.index(range.lowerEndpoint()), points.index(range.upperEndpoint()));
      String words = text.substring(range.lowerEndpoint(), range.upperEndpoint());
      Sentence bare = new Sentence(++number, selector, words, ImmutableList.of());
      List<String> claims =
          quoted.entries().stream()
              .filter(entry -> bare.overlaps(entry.getKey()))
              .map(Map.Entry::getValue)
              .distinct()
              .toList();
      sentences.add(new Sentence(number, selector, words, inOrder(dossier, claims)));
    }
    boolean isChanged =
        dossier
            .source(source)
            .filter(coded -> QuotationCheck.isChanged(coded, known.require(source)))
            .isPresent();
    return new Sentences(source, sentences.build(), isChanged);
  }

  private static ImmutableList<String> inOrder(Dossier dossier, List<String> claims) {
    return claims.size() < 2
        ? ImmutableList.copyOf(claims)
        : dossier.claims().stream()
            .map(Claim::id)
            .filter(claims::contains)
            .collect(ImmutableList.toImmutableList());
  }

  /** Returns the places that claims quote, with the ids of the claims. */
  private static ImmutableSetMultimap<Range<Integer>, String> quoted(
      Dossier dossier, Texts texts, String source) {
    ImmutableSetMultimap.Builder<Range<Integer>, String> quoted = ImmutableSetMultimap.builder();
    for (Claim claim : dossier.claims()) {
      evidence(claim, source)
          .flatMap(evidence -> places(evidence, texts))
          .forEach(place -> quoted.put(place, claim.id()));
    }
    return quoted.build();
  }

  private static Stream<Evidence> evidence(Claim claim, String source) {
    return claim.evidence().stream().filter(evidence -> evidence.source().equals(source));
  }

  private static Stream<Range<Integer>> places(Evidence evidence, Texts texts) {
    return evidence.quote().filter(quote -> !quote.isBlank()).stream()
        .map(quote -> QuotationCheck.decided(texts.quotation(evidence.source(), quote), evidence))
        .filter(finding -> finding.verdict().isFound())
        .flatMap(finding -> finding.passages().stream())
        .flatMap(passage -> passage.parts().stream());
  }

  /** Returns the language that evidence from a source notes; the root if none does. */
  static Locale language(Dossier dossier, String source) {
    return dossier.claims().stream()
        .flatMap(claim -> evidence(claim, source))
        .flatMap(evidence -> evidence.language().stream())
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.ROOT);
  }

  /** {@return the id of the source} */
  public String source() {
    return source;
  }

  /** {@return the sentences, in the order of the text} */
  public ImmutableList<Sentence> sentences() {
    return sentences;
  }

  /**
   * Returns the sentence of a number.
   *
   * @param number the number, from 1
   * @return the sentence
   * @throws IllegalArgumentException if there is no sentence of that number; the message has the
   *     range
   */
  public Sentence get(int number) {
    if (number < 1 || number > sentences.size()) {
      throw ShownValue.refused(
          "there is no sentence %s in %s: its sentences are numbered from 1 to %s"
              .formatted(number, source, sentences.size()));
    }
    return sentences.get(number - 1);
  }

  /** Returns the sentences of which a place has a part. */
  ImmutableList<Sentence> overlapping(Range<Integer> place) {
    return sentences.stream()
        .filter(sentence -> sentence.overlaps(place))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return every sentence with its number, and the ids of the claims that quote it; before them,
   * whether the text is not the one that was coded}
   */
  @Override
  public TextPage page() {
    long coded = sentences.stream().filter(sentence -> !sentence.claims().isEmpty()).count();
    TextPage page =
        TextPage.of("%s: %s sentences, %s coded".formatted(source, sentences.size(), coded));
    page = (isChanged ? page.line(0, 2, QuotationCheck.changed(source)) : page).gap();
    int digits = String.valueOf(sentences.size()).length();
    for (Sentence sentence : sentences) {
      page =
          page.line(
              0,
              digits + 2,
              String.format(Locale.ROOT, "%" + digits + "d  ", sentence.number())
                  + sentence.line()
                  + (sentence.claims().isEmpty()
                      ? ""
                      : "  [" + String.join(", ", sentence.claims()) + "]"));
    }
    return page;
  }

  /** {@return the source and the number of sentences, in one line} */
  @Override
  public String toString() {
    return source + ": " + sentences.size() + " sentences";
  }
}
