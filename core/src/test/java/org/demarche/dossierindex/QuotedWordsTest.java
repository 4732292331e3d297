package org.demarche.dossierindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.demarche.TestDossier;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.typography.SearchWords;
import org.junit.jupiter.api.Test;

/** The words of quotations are listed once, when they are first asked for. */
class QuotedWordsTest {
  /** Claims that count how often one of them is read. */
  private static final class CountedClaims extends AbstractList<Claim> {
    private final List<Claim> claims;
    private final AtomicInteger reads = new AtomicInteger();

    CountedClaims(List<Claim> claims) {
      this.claims = claims;
    }

    @Override
    public Claim get(int index) {
      reads.incrementAndGet();
      return claims.get(index);
    }

    @Override
    public int size() {
      return claims.size();
    }
  }

  private static Claim claim(int number, String... quotes) {
    Claim.Builder claim =
        TestDossier.claim("c" + number, "x", "p", Stance.FOR, Force.ASSERT, "2016-01-01");
    for (String quote : quotes) {
      claim.addEvidence(Evidence.builder().source("S1").mode(Mode.INDIRECT).quote(quote).build());
    }
    return claim.build();
  }

  private static CountedClaims claims(int count) {
    return new CountedClaims(
        IntStream.range(0, count).mapToObj(i -> claim(i, "number " + i % 7)).toList());
  }

  private static int[] find(QuotedWords words, String phrase) {
    return words.claims(SearchWords.ofPhrase(phrase), claim -> true);
  }

  @Test
  void words_are_listed_once_however_many_threads_ask() throws Exception {
    CountedClaims claims = claims(2000);
    QuotedWords words = new QuotedWords(claims);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(64);
    List<Future<int[]>> answers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      answers.add(
          threads.submit(
              () -> {
                start.await();
                return find(words, "number 3");
              }));
    }
    start.countDown();
    for (Future<int[]> answer : answers) {
      assertThat(answer.get()).hasSize(286);
    }
    threads.shutdown();
    assertThat(claims.reads).hasValue(2000);
  }

  @Test
  void the_words_of_very_many_claims_are_listed_in_several_segments() {
    List<Claim> few = claims(7).claims;
    int count = 2 * QuotedWords.MOST_CLAIMS + 3;
    List<Claim> many =
        new AbstractList<>() {
          @Override
          public Claim get(int index) {
            return few.get(index % 7);
          }

          @Override
          public int size() {
            return count;
          }
        };
    assertThat(find(new QuotedWords(many), "number 3"))
        .isEqualTo(IntStream.range(0, count).filter(claim -> claim % 7 == 3).toArray());
  }

  @Test
  void words_are_not_listed_before_they_are_asked_for() {
    CountedClaims claims = claims(10);
    new QuotedWords(claims).plus(claims, new int[] {3});
    assertThat(claims.reads).hasValue(0);
  }

  @Test
  void the_words_of_earlier_claims_are_kept() {
    QuotedWords words = new QuotedWords(claims(1000));
    find(words, "number");
    CountedClaims more = claims(1100);
    QuotedWords merged = words.plus(more, IntStream.range(1000, 1100).toArray());
    assertThat(find(merged, "number 1")).hasSize(157);
    assertThat(more.reads).hasValue(100);
    assertThat(find(words, "number 1")).hasSize(143);
  }

  @Test
  void the_words_of_claims_added_one_by_one_are_listed_a_few_times_each() {
    List<Claim> all = claims(1024).claims;
    QuotedWords words = new QuotedWords(List.of());
    int reads = 0;
    for (int size = 1; size <= all.size(); size++) {
      CountedClaims claims = new CountedClaims(all.subList(0, size));
      words = words.plus(claims, new int[] {size - 1});
      assertThat(find(words, "number")).hasSize(size);
      reads += claims.reads.get();
    }
    assertThat(reads).isLessThanOrEqualTo(1024 * 11); // each time a segment doubles
  }

  @Test
  void the_words_of_more_evidence_are_found_once() {
    List<Claim> before = claims(10).claims;
    QuotedWords words = new QuotedWords(before);
    find(words, "number");
    List<Claim> after = new ArrayList<>(before);
    after.set(4, claim(4, "number 4", "a new number"));
    QuotedWords merged = words.plus(after, new int[] {4});
    assertThat(find(merged, "number")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(find(merged, "new")).containsExactly(4);
    assertThat(find(words, "new")).isEmpty();
    QuotedWords again = merged.plus(after, new int[] {2});
    assertThat(find(again, "number")).hasSize(10);
    assertThat(find(again, "new")).containsExactly(4);
  }
}
