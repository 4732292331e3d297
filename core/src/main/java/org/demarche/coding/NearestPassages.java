package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.coding.Variant.Kind;
import org.demarche.coding.WordAlignment.Step;
import org.demarche.coding.WordAlignment.Word;

/**
 * The passages of a text most similar to a quotation that it does not have. The rarest sequences of
 * four letters that both have show where to look; there, the words are aligned. A passage is
 * similar if at least half of the words of the quotation are right, or right but for a few letters.
 */
final class NearestPassages {
  /** The greatest number of passages. */
  static final int MOST = 3;

  /** The greatest number of words of a quotation that is compared. */
  static final int MAX_WORDS = 2_000;

  private static final int MAX_HITS = 500;

  /** A place with less than this share of the hits of the best place is not compared. */
  private static final int LEAST_SHARE = 4;

  private static final int MIN_SLACK = 40;

  private final FoldedText quote;
  private final FoldedText text;
  private final GramIndex index;
  private final CodePoints points;

  private NearestPassages(SearchableText in, String quotation) {
    this.quote = in.bareQuote(quotation);
    this.text = in.bare().text();
    this.index = in.bare().index();
    this.points = in.points();
  }

  /** Hits that are near one another. */
  private record Cluster(int hits, int first, int last) {}

  private record Near(int cost, Match match) {
    boolean overlaps(Match other) {
      return match.start() < other.end() && other.start() < match.end();
    }
  }

  /** Returns the most similar passages, the most similar first. */
  static ImmutableList<Match> of(SearchableText in, String quotation) {
    return new NearestPassages(in, quotation).matches();
  }

  private ImmutableList<Match> matches() {
    List<Word> quoted = words(quote, 0, quote.length());
    if (quoted.isEmpty() || quoted.size() > MAX_WORDS) {
      return ImmutableList.of();
    }
    List<Near> near = new ArrayList<>();
    int[] hits = hits();
    int most = 0;
    for (int rank = 0; rank <= MOST && hits.length > 0; rank++) {
      Cluster best = densest(hits);
      most = Math.max(most, best.hits());
      if (best.hits() < most / LEAST_SHARE) {
        break;
      }
      aligned(quoted, best.first(), best.last()).ifPresent(near::add);
      hits = without(hits, best.first() - quote.length(), best.last() + quote.length());
    }
    near.sort(Comparator.comparingInt(Near::cost).thenComparing(it -> it.match().start()));
    List<Match> matches = new ArrayList<>();
    for (Near one : near) {
      boolean isNear = one.cost() <= 2 * near.get(0).cost() + 4;
      if (isNear && matches.size() < MOST && matches.stream().noneMatch(one::overlaps)) {
        matches.add(one.match());
      }
    }
    return ImmutableList.copyOf(matches);
  }

  /** Returns where the quotation would begin by each of its rarest grams, in ascending order. */
  private int[] hits() {
    String key = quote.key();
    int grams = Math.max(0, key.length() - GramIndex.GRAM + 1);
    long[] byFrequency = new long[grams];
    for (int i = 0; i < grams; i++) {
      byFrequency[i] = (long) index.frequency(key, i) << 32 | i;
    }
    Arrays.sort(byFrequency);
    int[] hits = new int[MAX_HITS];
    int[] found = {0};
    for (int i = 0; i < grams && found[0] < MAX_HITS; i++) {
      int gram = (int) byFrequency[i];
      index.visit(
          key,
          gram,
          place -> {
            hits[found[0]++] = place - gram;
            return found[0] < MAX_HITS;
          });
    }
    int[] sorted = Arrays.copyOf(hits, found[0]);
    Arrays.sort(sorted);
    return sorted;
  }

  private int slack() {
    return MIN_SLACK + quote.length() / 4;
  }

  /** Returns the first and the last of the most hits that are near one another. */
  private Cluster densest(int[] hits) {
    int from = 0;
    int bestFrom = 0;
    int bestTo = 0;
    for (int to = 0; to < hits.length; to++) {
      while (hits[to] - hits[from] > slack()) {
        from++;
      }
      if (to - from > bestTo - bestFrom) {
        bestFrom = from;
        bestTo = to;
      }
    }
    return new Cluster(bestTo - bestFrom + 1, hits[bestFrom], hits[bestTo]);
  }

  private static int[] without(int[] hits, int first, int last) {
    return Arrays.stream(hits).filter(hit -> hit < first || hit > last).toArray();
  }

  /** Aligns the quotation with the text around the places at which it would begin. */
  private Optional<Near> aligned(List<Word> quoted, int first, int last) {
    int from = Math.max(0, first - slack());
    int to = Math.min(text.length(), last + quote.length() + slack());
    while (from > 0 && !beginsWord(text, from)) {
      from--;
    }
    while (to < text.length() && !beginsWord(text, to)) {
      to++;
    }
    WordAlignment alignment = WordAlignment.of(quoted, words(text, from, to));
    List<Word> given = alignment.steps().stream().flatMap(step -> step.given().stream()).toList();
    if (!alignment.isNear()) {
      return Optional.empty();
    }
    int start = text.start(given.get(0).from());
    int end = text.end(given.get(given.size() - 1).to() - 1);
    return Optional.of(
        new Near(alignment.cost(), new Match(start, end, variants(alignment.steps(), start))));
  }

  /** Returns the words between two letters. An ideograph is a word of its own. */
  private static List<Word> words(FoldedText in, int from, int to) {
    List<Word> words = new ArrayList<>();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || beginsWord(in, i)) {
        words.add(new Word(start, i, in.key().substring(start, i)));
        start = i;
      }
    }
    return words;
  }

  private static boolean beginsWord(FoldedText in, int letter) {
    if (letter == 0 || !in.isBoundary(letter)) {
      return letter == 0;
    }
    return Character.isIdeographic(in.key().charAt(letter))
        || Character.isIdeographic(in.key().charAt(letter - 1))
        || (in.end(letter - 1) < in.start(letter) && Gap.divides(in.gap(letter)));
  }

  /** Returns the differing words, neighbouring ones together. */
  private ImmutableList<Variant> variants(List<Step> steps, int start) {
    ImmutableList.Builder<Variant> variants = ImmutableList.builder();
    int end = start;
    int i = 0;
    while (i < steps.size()) {
      int from = i;
      while (i < steps.size() && !steps.get(i).isSame()) {
        i++;
      }
      if (i > from) {
        variants.add(variant(steps.subList(from, i), end));
      } else {
        end = text.end(steps.get(i).given().orElseThrow().to() - 1);
        i++;
      }
    }
    return variants.build();
  }

  private Variant variant(List<Step> steps, int end) {
    List<Word> quoted = steps.stream().flatMap(step -> step.quoted().stream()).toList();
    List<Word> given = steps.stream().flatMap(step -> step.given().stream()).toList();
    Kind kind =
        given.isEmpty()
            ? Kind.WORDS_ADDED
            : quoted.isEmpty() ? Kind.WORDS_LEFT_OUT : Kind.WORDS_CHANGED;
    int offset = given.isEmpty() ? end : text.start(given.get(0).from());
    return new Variant(kind, points.index(offset), spelt(quote, quoted), spelt(text, given));
  }

  private static String spelt(FoldedText in, List<Word> words) {
    return words.isEmpty()
        ? ""
        : in.text()
            .substring(in.start(words.get(0).from()), in.end(words.get(words.size() - 1).to() - 1));
  }
}
