package org.demarche.dossierindex;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.demarche.index.TermPostings;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.typography.SearchText;
import org.demarche.typography.SearchWords;
import org.demarche.typography.SearchWords.PhraseTerms;

/**
 * The words of the quotations of all claims, with the claims in which they occur. They are listed
 * when they are first asked for. The words of claims that are added later are listed apart, in
 * segments that are joined when they are of about one size.
 *
 * <p>The list takes about 90 bytes of heap for a quotation of twenty words.
 */
public final class QuotedWords {
  /** The greatest number of claims in a segment of consecutive claims. */
  static final int MOST_CLAIMS = 1 << 18;

  private final List<Claim> claims;
  private volatile Listed listed;

  /**
   * The words of consecutive claims, and of earlier ones that were given more evidence.
   *
   * @param start the number of the first claim, inclusive
   * @param end the number after the last claim
   * @param earlier the numbers of the earlier claims, in ascending order
   */
  private record Segment(int start, int end, ImmutableIntArray earlier, TermPostings words) {
    int size() {
      return end - start + earlier.length();
    }
  }

  /**
   * The words that were listed so far.
   *
   * @param end the number after the last claim that was listed
   * @param corroborated the claims that were given more evidence since, in ascending order
   */
  private record Listed(ImmutableList<Segment> segments, int end, ImmutableIntArray corroborated) {}

  /** Creates the list of the words of some claims. */
  QuotedWords(List<Claim> claims) {
    this(claims, new Listed(ImmutableList.of(), 0, ImmutableIntArray.of()));
  }

  private QuotedWords(List<Claim> claims, Listed listed) {
    this.claims = claims;
    this.listed = listed;
  }

  /**
   * Returns the words of these claims and more. What is listed of these is kept.
   *
   * @param merged all claims
   * @param more the numbers of those that were added or given more evidence
   */
  QuotedWords plus(List<Claim> merged, int[] more) {
    Listed before = listed;
    IntStream corroborated = Arrays.stream(more).filter(number -> number < before.end());
    return new QuotedWords(
        merged,
        new Listed(
            before.segments(), before.end(), union(before.corroborated().stream(), corroborated)));
  }

  private static ImmutableIntArray union(IntStream some, IntStream others) {
    return ImmutableIntArray.copyOf(IntStream.concat(some, others).sorted().distinct());
  }

  /**
   * Returns the numbers of the claims with a quotation that contains a phrase, in ascending order.
   * The array may be changed.
   *
   * @param contains whether a claim, given by its number, has such a quotation
   */
  public int[] claims(PhraseTerms phrase, IntPredicate contains) {
    ImmutableList<Segment> segments = segments();
    int[][] found =
        segments.stream()
            .map(
                segment ->
                    segment
                        .words()
                        .items(phrase.terms(), phrase.offsets(), phrase.isExact(), contains))
            .toArray(int[][]::new);
    int[] all = Ints.concat(found);
    return segments.stream().allMatch(segment -> segment.earlier().isEmpty())
        ? all
        : Arrays.stream(all).sorted().distinct().toArray();
  }

  private ImmutableList<Segment> segments() {
    Listed now = listed;
    return (isComplete(now) ? now : complete()).segments();
  }

  private synchronized Listed complete() {
    Listed now = isComplete(listed) ? listed : completed(listed);
    listed = now;
    return now;
  }

  private boolean isComplete(Listed now) {
    return now.end() == claims.size() && now.corroborated().isEmpty();
  }

  private Listed completed(Listed before) {
    List<Segment> segments = new ArrayList<>(before.segments());
    int start = before.end();
    ImmutableIntArray earlier = before.corroborated();
    while (!segments.isEmpty()) {
      Segment last = segments.get(segments.size() - 1);
      if (last.size() > claims.size() - start + earlier.length() || last.size() >= MOST_CLAIMS) {
        break;
      }
      segments.remove(segments.size() - 1);
      start = last.start();
      earlier =
          union(last.earlier().stream(), earlier.stream().filter(number -> number < last.start()));
    }
    segments.addAll(segments(start, earlier));
    return new Listed(ImmutableList.copyOf(segments), claims.size(), ImmutableIntArray.of());
  }

  /** Returns the words of all claims from a number on, and of earlier ones in the first segment. */
  private List<Segment> segments(int start, ImmutableIntArray earlier) {
    int others = Math.max(0, claims.size() - start - 1) / MOST_CLAIMS;
    return IntStream.rangeClosed(0, others)
        .parallel()
        .map(number -> start + number * MOST_CLAIMS)
        .mapToObj(
            from ->
                segment(
                    from,
                    Math.min(claims.size(), from + MOST_CLAIMS),
                    from == start ? earlier : ImmutableIntArray.of()))
        .toList();
  }

  private Segment segment(int start, int end, ImmutableIntArray earlier) {
    TermPostings.Builder words = new TermPostings.Builder();
    IntStream.concat(earlier.stream(), IntStream.range(start, end))
        .forEach(number -> list(number, words));
    return new Segment(start, end, earlier, words.build());
  }

  private void list(int number, TermPostings.Builder words) {
    int position = 0;
    for (Evidence evidence : claims.get(number).evidence()) {
      if (evidence.quote().isPresent()) {
        position =
            SearchWords.forEachTerm(
                SearchText.fold(evidence.quote().get()),
                position,
                (text, start, end, at) -> words.add(text, start, end, number, at));
      }
    }
  }
}
