package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A text indexed for quotations: with all its letters, and without its page numbers and notes. */
final class SearchableText {
  /** The greatest number of places of one quotation that are compared. */
  private static final int MAX_COMPARED = 10_000;

  private final String text;
  private final CodePoints points;
  private final Folding whole;
  private final Optional<Folding> bare;

  /** A folded text with its index. */
  record Folding(FoldedText text, GramIndex index) {
    static Folding of(FoldedText text) {
      return new Folding(text, new GramIndex(text.key()));
    }
  }

  /** Indexes a text, in time and memory linear in its length. */
  SearchableText(String text) {
    this.text = text;
    this.points = new CodePoints(text);
    this.whole = Folding.of(FoldedText.of(text));
    this.bare =
        FoldedText.hasApparatus(text)
            ? Optional.of(Folding.of(FoldedText.withoutApparatus(text)))
            : Optional.empty();
  }

  String text() {
    return text;
  }

  CodePoints points() {
    return points;
  }

  /** Returns the text by which similar passages are found. */
  Folding bare() {
    return bare.orElse(whole);
  }

  /** Returns the letters of a quotation as {@link #bare} has them. */
  FoldedText bareQuote(String quotation) {
    FoldedText without = FoldedText.withoutApparatus(quotation);
    return without.length() == 0 ? FoldedText.of(quotation) : without;
  }

  /** Returns where the text has a quotation apart from tolerated variants, in order. */
  ImmutableList<Match> found(String quotation) {
    ImmutableList<Match> matches = tolerated(matches(FoldedText.of(quotation), whole));
    boolean hasApparatus = bare.isPresent() || FoldedText.hasApparatus(quotation);
    return matches.isEmpty() && hasApparatus
        ? tolerated(matches(bareQuote(quotation), bare()))
        : matches;
  }

  /** Returns where the text has the words of a quotation with other punctuation. */
  ImmutableList<Match> sameWords(String quotation) {
    return matches(bareQuote(quotation), bare());
  }

  private static ImmutableList<Match> tolerated(List<Match> matches) {
    return matches.stream()
        .filter(match -> match.rank() < Match.DIFFERENT)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Match> matches(FoldedText quote, Folding folding) {
    if (quote.length() == 0) {
      return signs(quote.text());
    }
    List<Match> matches = new ArrayList<>();
    folding
        .index()
        .visitWhole(
            quote.key(),
            at -> {
              MatchComparison.of(quote, folding.text(), points, at).ifPresent(matches::add);
              return matches.size() < MAX_COMPARED;
            });
    matches.sort(Comparator.comparingInt(Match::start));
    return ImmutableList.copyOf(matches);
  }

  /** Returns where the text has signs among which there is no letter. */
  private ImmutableList<Match> signs(String signs) {
    ImmutableList.Builder<Match> matches = ImmutableList.builder();
    int found = 0;
    int at = text.indexOf(signs);
    while (at >= 0 && found < MAX_COMPARED) {
      matches.add(new Match(at, at + signs.length(), ImmutableList.of()));
      found++;
      at = text.indexOf(signs, at + 1);
    }
    return matches.build();
  }
}
