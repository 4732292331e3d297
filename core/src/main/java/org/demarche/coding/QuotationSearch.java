package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.coding.Discontinuous.Chain;
import org.demarche.coding.Variant.Kind;
import org.demarche.typography.TypographicMarks;

/** The search for a quotation in one text: whole, in parts, and at last for similar passages. */
final class QuotationSearch {
  /** The greatest number of places of one quotation that are returned. */
  static final int MAX_PLACES = 100;

  /** The greatest number of characters before and after a passage that are returned. */
  private static final int CONTEXT = 60;

  private final SearchableText in;

  QuotationSearch(SearchableText in) {
    this.in = in;
  }

  /** Returns the places of a quotation with the least concessions, or the nearest passages. */
  QuotationFinding find(String source, String quotation) {
    ImmutableList<Chain> whole = single(in.found(quotation));
    if (!whole.isEmpty()) {
      return found(source, quotation, whole);
    }
    ImmutableList<String> parts = Discontinuous.parts(quotation);
    List<ImmutableList<Match>> places = new ArrayList<>();
    if (parts.size() > 1 || !parts.get(0).equals(quotation)) {
      parts.forEach(part -> places.add(in.found(part)));
      ImmutableList<Chain> chains = Discontinuous.chains(places);
      if (!chains.isEmpty()) {
        return found(source, quotation, chains);
      }
    }
    ImmutableList<Passage> nearest = nearest(quotation, parts, places);
    return new QuotationFinding(
        source,
        quotation,
        nearest.isEmpty() ? QuotationVerdict.NOT_FOUND : QuotationVerdict.NEAREST,
        nearest);
  }

  private QuotationFinding found(String source, String quotation, List<Chain> chains) {
    int best = chains.stream().mapToInt(c -> Match.rank(c.variants())).min().orElseThrow();
    ImmutableList<Passage> passages =
        chains.stream()
            .filter(chain -> Match.rank(chain.variants()) == best)
            .limit(MAX_PLACES)
            .map(chain -> passage(chain.parts(), chain.variants()))
            .collect(ImmutableList.toImmutableList());
    QuotationVerdict verdict =
        passages.size() > 1
            ? QuotationVerdict.SEVERAL
            : best == 0 ? QuotationVerdict.FOUND : QuotationVerdict.FOUND_BUT_FOR;
    return new QuotationFinding(source, quotation, verdict, passages);
  }

  private static ImmutableList<Chain> single(List<Match> matches) {
    return matches.stream()
        .map(match -> new Chain(ImmutableList.of(match)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the passages nearest to a quotation, or to its first part that is not in the text.
   *
   * @param places the places of each part, empty for a continuous quotation
   */
  private ImmutableList<Passage> nearest(
      String quotation, List<String> parts, List<ImmutableList<Match>> places) {
    if (!places.isEmpty() && places.stream().noneMatch(List::isEmpty)) {
      return ImmutableList.of(apart(places));
    }
    String missing = quotation;
    for (int part = places.size() - 1; part >= 0; part--) {
      missing = places.get(part).isEmpty() ? parts.get(part) : missing;
    }
    List<Match> sameWords =
        in.sameWords(missing).stream()
            .sorted(Comparator.comparingInt(match -> match.variants().size()))
            .limit(NearestPassages.MOST)
            .toList();
    return (sameWords.isEmpty() ? NearestPassages.of(in, missing) : sameWords)
        .stream()
            .map(match -> passage(ImmutableList.of(match), match.variants()))
            .collect(ImmutableList.toImmutableList());
  }

  private Passage apart(List<ImmutableList<Match>> places) {
    ImmutableList<Match> parts =
        places.stream()
            .map(of -> of.stream().min(Comparator.comparingInt(Match::rank)).orElseThrow())
            .collect(ImmutableList.toImmutableList());
    int first = parts.stream().mapToInt(Match::start).min().orElseThrow();
    return passage(
        parts, ImmutableList.of(new Variant(Kind.PARTS_APART, in.points().index(first), "", "")));
  }

  private Passage passage(ImmutableList<Match> parts, ImmutableList<Variant> variants) {
    int start = parts.stream().mapToInt(Match::start).min().orElseThrow();
    int end = parts.stream().mapToInt(Match::end).max().orElseThrow();
    return new Passage(
        selector(start, end),
        in.text().substring(start, end),
        parts.stream()
            .map(part -> selector(part.start(), part.end()))
            .collect(ImmutableList.toImmutableList()),
        before(start),
        after(end),
        variants);
  }

  private Range<Integer> selector(int start, int end) {
    return Range.closedOpen(in.points().index(start), in.points().index(end));
  }

  private String before(int end) {
    int start = Math.max(0, end - CONTEXT);
    int word = start;
    while (word > 0 && word < end && !TypographicMarks.isSpace(in.text().charAt(word - 1))) {
      word++;
    }
    return in.text().substring(word < end ? word : betweenPoints(start), end);
  }

  private String after(int start) {
    int end = Math.min(in.text().length(), start + CONTEXT);
    int word = end;
    while (word > start
        && word < in.text().length()
        && !TypographicMarks.isSpace(in.text().charAt(word))) {
      word--;
    }
    return in.text().substring(start, word > start ? word : betweenPoints(end));
  }

  /** Returns an index that is not inside a surrogate pair. */
  private int betweenPoints(int index) {
    boolean isInside =
        index > 0
            && index < in.text().length()
            && Character.isSurrogatePair(in.text().charAt(index - 1), in.text().charAt(index));
    return isInside ? index - 1 : index;
  }
}
