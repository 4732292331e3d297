package org.demarche.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A persistent list, compared with an array list of the same elements. */
class PersistentListTest {
  /** Numbers of elements next to those at which chunks and groups of chunks begin. */
  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.of(0, 1, 2, 127, 128, 129, 300, 16_383, 16_384, 16_385, 17_000, 40_000);
  }

  @Property(tries = 60)
  void a_list_that_grows_equals_an_array_list_and_leaves_earlier_lists_as_they_were(
      @ForAll("sizes") int size, @ForAll @IntRange(min = 1, max = 8) int steps, @ForAll long seed) {
    Random random = new Random(seed);
    List<Integer> expected = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    List<PersistentList<Integer>> lists = new ArrayList<>(List.of(PersistentList.of(expected)));
    List<List<Integer>> copies = new ArrayList<>(List.of(List.copyOf(expected)));
    for (int step = 0; step < steps; step++) {
      PersistentList.Builder<Integer> builder = lists.get(step).toBuilder();
      for (int i = random.nextInt(5); i > 0 && !expected.isEmpty(); i--) {
        int index = random.nextInt(expected.size());
        int element = random.nextInt();
        assertThat(builder.set(index, element)).isEqualTo(expected.set(index, element));
      }
      int more = random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(3);
      for (int i = 0; i < more; i++) {
        builder.add(i);
        expected.add(i);
        assertThat(builder.get(expected.size() - 1)).isEqualTo(i);
      }
      assertThat(builder).hasSameSizeAs(expected);
      lists.add(builder.build());
      copies.add(List.copyOf(expected));
    }
    for (int step = 0; step <= steps; step++) {
      assertThat(lists.get(step).equals(copies.get(step))).as("after step " + step).isTrue();
    }
  }

  @Test
  void a_builder_that_changes_nothing_builds_the_same_list() {
    PersistentList<Integer> list = PersistentList.of(List.of(1, 2));
    assertThat(list.toBuilder().isChanged()).isFalse();
    assertThat(list.toBuilder().build()).isSameAs(list);
  }

  @Test
  void an_index_outside_the_list_is_refused() {
    PersistentList<Integer> list = PersistentList.of(List.of(1, 2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> list.get(2))
        .withMessage("2 is not between 0 and 1");
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.get(-1));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(3));
  }
}
