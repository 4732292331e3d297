package org.demarche.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Postings of terms give the items in which a list of the terms occurs. */
class TermPostingsTest {
  private static TermPostings postings(List<List<String>> items, int step) {
    TermPostings.Builder builder = new TermPostings.Builder();
    for (int item = 0; item < items.size(); item++) {
      List<String> terms = items.get(item);
      for (int i = 0; i < terms.size(); i++) {
        String text = "(" + terms.get(i) + ")";
        builder.add(text, 1, text.length() - 1, item * step, i * step);
      }
    }
    return builder.build();
  }

  private static ImmutableIntArray offsets(int count, int step) {
    return ImmutableIntArray.copyOf(IntStream.range(0, count).map(i -> i * step));
  }

  @Property
  void items_are_found_by_the_sequence_of_their_terms(
      @ForAll @Size(max = 40)
          List<
                  @Size(max = 20) List<
                      @StringLength(min = 1, max = 2) @CharRange(from = 'a', to = 'c') String>>
              items,
      @ForAll @Size(min = 1, max = 4)
          List<@StringLength(min = 1, max = 2) @CharRange(from = 'a', to = 'c') String> terms,
      @ForAll @IntRange(min = 1, max = 100_000) int step) {
    int[] naive =
        IntStream.range(0, items.size())
            .filter(item -> Collections.indexOfSubList(items.get(item), terms) >= 0)
            .map(item -> item * step)
            .toArray();
    assertThat(postings(items, step).items(terms, offsets(terms.size(), step), true, item -> false))
        .isEqualTo(naive);
    assertThat(
            postings(items, step)
                .items(terms, offsets(terms.size(), step), false, item -> item % 2 == 0))
        .isEqualTo(IntStream.of(naive).filter(item -> item % 2 == 0).toArray());
  }

  @Test
  void a_frequent_term_is_checked_in_the_few_items_that_have_the_others() {
    List<List<String>> items =
        IntStream.range(0, 2000)
            .mapToObj(i -> i % 500 == 7 ? List.of("rare", "often") : List.of("often"))
            .toList();
    int[] found =
        postings(items, 1)
            .items(List.of("often", "rare"), offsets(2, 1), true, item -> item > 1000);
    assertThat(found).containsExactly(1007, 1507);
  }

  @Test
  void many_terms_are_told_apart() {
    List<List<String>> items =
        IntStream.range(0, 20_000).mapToObj(i -> List.of("t" + i, "all")).toList();
    TermPostings postings = postings(items, 1);
    for (int i = 0; i < items.size(); i++) {
      assertThat(postings.items(List.of("t" + i), offsets(1, 1), true, item -> false))
          .containsExactly(i);
    }
    assertThat(postings.items(List.of("t20000"), offsets(1, 1), true, item -> true)).isEmpty();
  }
}
