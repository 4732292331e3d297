package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Times searches for a word or phrase in all quotations. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SearchBenchmark {
  private static final int RARE_WORDS = 16;
  private static final int COMMON_PHRASES = 4;

  /** A peer that has indexed the quotations of the same dossier. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class IndexedQuotations {
    /** The number of claims. */
    @Param("10000")
    public String claims;

    /** The name of the peer. */
    @Param("lucene")
    public String peer;

    LucenePeer index;
    private int cursor;

    /** Indexes the quotations. */
    @Setup
    public void index() {
      index = LucenePeer.of(GeneratedDossier.of(Integer.parseInt(claims)).records());
    }

    /** Closes the index. */
    @TearDown
    public void close() {
      index.close();
    }

    private int next(int bound) {
      cursor = (cursor + 1) % bound;
      return cursor;
    }
  }

  /** Times finding all claims that mention a rare word. */
  @Benchmark
  public int rareWord(LibraryUnderTest library) {
    return count(library, Vocabulary.rareWord(library.next(RARE_WORDS)));
  }

  /** Times finding all claims that mention a phrase of two of the most frequent words. */
  @Benchmark
  public int commonPhrase(LibraryUnderTest library) {
    return count(library, Vocabulary.commonPhrase(library.next(COMMON_PHRASES)));
  }

  private static int count(LibraryUnderTest library, String phrase) {
    return library.tracker.claims().mentioning(phrase).count();
  }

  /** Times finding the numbers of all claims with a rare word, with a peer. */
  @Benchmark
  public int[] peerRareWord(IndexedQuotations quotations) {
    return quotations.index.claims(Vocabulary.rareWord(quotations.next(RARE_WORDS)));
  }

  /** Times finding the numbers of all claims with a phrase of frequent words, with a peer. */
  @Benchmark
  public int[] peerCommonPhrase(IndexedQuotations quotations) {
    return quotations.index.claims(Vocabulary.commonPhrase(quotations.next(COMMON_PHRASES)));
  }
}
