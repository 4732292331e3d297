package org.demarche.dossierindex;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
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
    static Segment read(IntReader in) {
      return new Segment(
          in.readInt(),
          in.readInt(),
          ImmutableIntArray.copyOf(in.readArray()),
          TermPostings.read(in));
    }

    int size() {
      return end - start + earlier.length();
    }

    void writeTo(IntWriter out) {
      out.write(start, end);
      out.writeArray(earlier.toArray());
      words.writeTo(out);
    }
  }

  /**
   * The words that were listed so far.
   *
   * @param segments are read when they are first asked for, if they were written
   * @param end the number after the last claim that was listed
   * @param corroborated the claims that were given more evidence since, in ascending order
   */
  private record Listed(
      Supplier<ImmutableList<Segment>> segments, int end, ImmutableIntArray corroborated) {}

  /** Creates the list of the words of some claims. */
  QuotedWords(List<Claim> claims) {
    this(claims, new Listed(ImmutableList::of, 0, ImmutableIntArray.of()));
  }

  /**
   * Reads the list of the words of some claims that was written, when it is first asked for.
   *
   * @param in returns the ints that were written; if they are damaged, the list is made again
   */
  static QuotedWords read(List<Claim> claims, IntReader in) {
    Supplier<ImmutableList<Segment>> segments = Suppliers.memoize(() -> segments(claims, in));
    return new QuotedWords(claims, new Listed(segments, claims.size(), ImmutableIntArray.of()));
  }

  private static ImmutableList<Segment> segments(List<Claim> claims, IntReader in) {
    try {
      return readSegments(in);
    } catch (IllegalArgumentException damaged) {
      return new QuotedWords(claims).segments();
    }
  }

  private static ImmutableList<Segment> readSegments(IntReader in) {
    return IntStream.range(0, in.readInt())
        .mapToObj(i -> Segment.read(in))
        .collect(ImmutableList.toImmutableList());
  }

  /** Lists the words of all claims, and writes them. */
  void writeTo(IntWriter out) {
    out.write(segments().size());
    segments().forEach(segment -> segment.writeTo(out));
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
    return (isComplete(now) ? now : complete()).segments().get();
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
    List<Segment> segments = new ArrayList<>(before.segments().get());
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
    ImmutableList<Segment> all = ImmutableList.copyOf(segments);
    return new Listed(() -> all, claims.size(), ImmutableIntArray.of());
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
