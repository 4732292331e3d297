package org.demarche.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The lists and tables of ints, compared with collections of the Java library. */
class ListsOfIntsTest {
  private static int[] ints(Iterable<Integer> all) {
    List<Integer> list = new ArrayList<>();
    all.forEach(list::add);
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  @Property(tries = 60)
  void appended_ints_follow_the_others(@ForAll @IntRange(max = 2_000) int size, @ForAll long seed) {
    Random random = new Random(seed);
    List<Integer> expected = new ArrayList<>(random.ints(size).boxed().toList());
    AppendedInts ints = AppendedInts.NONE.plus(ints(expected));
    for (int step = 0; step < 100; step++) {
      AppendedInts before = ints;
      int[] copy = ints(expected);
      int[] more = random.ints(random.nextInt(3)).toArray();
      ints = ints.plus(more);
      IntStream.of(more).forEach(expected::add);
      assertThat(before.toArray()).containsExactly(copy);
    }
    assertThat(ints.toArray()).containsExactly(ints(expected));
    assertThat(ints.size()).isEqualTo(expected.size());
    assertThat(IntStream.range(0, ints.size()).map(ints::get).toArray()).isEqualTo(ints(expected));
  }

  @Property(tries = 40)
  void items_are_posted_in_ascending_order_in_whatever_order_they_come(
      @ForAll @IntRange(max = 3_000) int first,
      @ForAll @IntRange(min = 1, max = 40) int keys,
      @ForAll long seed) {
    Random random = new Random(seed);
    NavigableMap<Integer, NavigableSet<Integer>> expected = new TreeMap<>();
    List<Postings> all = new ArrayList<>();
    List<Map<Integer, int[]>> copies = new ArrayList<>();
    Postings postings = new Postings.Builder().build();
    for (int step = 0; step < 12; step++) {
      Postings.Builder builder = new Postings.Builder();
      for (int i = step == 0 ? first : random.nextInt(4); i > 0; i--) {
        int key = random.nextInt(10) == 0 ? 1_000 + random.nextInt(300) : random.nextInt(keys);
        int item = random.nextBoolean() ? random.nextInt(100_000) : 100_000 * (step + 1) + i;
        if (expected.computeIfAbsent(key, k -> new TreeSet<>()).add(item)) {
          builder.add(key, item);
        }
      }
      postings = builder.onto(postings);
      all.add(postings);
      Map<Integer, int[]> copy = new HashMap<>();
      expected.forEach((key, items) -> copy.put(key, ints(items)));
      copies.add(copy);
    }
    for (int step : new int[] {0, 5, 11}) {
      for (int key = 0; key < 1_400; key++) {
        int[] items = copies.get(step).getOrDefault(key, new int[0]);
        assertThat(Arrays.equals(all.get(step).of(key), items)).isTrue();
        assertThat(all.get(step).has(key)).isEqualTo(items.length > 0);
      }
    }
  }

  @Property(tries = 40)
  void every_list_is_found_by_its_number_also_after_others_are_added(
      @ForAll @IntRange(max = 300) int first, @ForAll long seed) {
    Random random = new Random(seed);
    List<int[]> expected = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    IntLists lists = new IntLists.Builder().build();
    for (int step = 0; step < 5; step++) {
      IntLists.Builder builder = new IntLists.Builder(lists);
      for (int i = step == 0 ? first : random.nextInt(4); i > 0; i--) {
        int[] list = random.ints(1L + random.nextInt(3), 0, 1_000).toArray();
        expected.add(list);
        numbers.add(builder.add(list));
      }
      lists = builder.build();
      for (int i = 0; i < expected.size(); i++) {
        assertThat(list(lists, numbers.get(i))).containsExactly(expected.get(i));
      }
    }
  }

  @Property(tries = 40)
  void the_lists_of_two_builders_are_joined(
      @ForAll @IntRange(max = 30) int first,
      @ForAll @IntRange(max = 30) int second,
      @ForAll long seed) {
    Random random = new Random(seed);
    IntLists.Builder lists = new IntLists.Builder();
    IntLists.Builder more = new IntLists.Builder();
    List<int[]> expected = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Integer> there = new ArrayList<>();
    for (int i = 0; i < first + second; i++) {
      int[] list = random.ints(1L + random.nextInt(3), 0, 1_000).toArray();
      expected.add(list);
      (i < first ? numbers : there).add((i < first ? lists : more).add(list));
    }
    IntUnaryOperator here = lists.addAll(more);
    there.forEach(number -> numbers.add(here.applyAsInt(number)));
    IntLists all = lists.build();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(list(all, numbers.get(i))).containsExactly(expected.get(i));
    }
  }

  @Property(tries = 40)
  void what_two_builders_post_is_joined(
      @ForAll @Size(max = 50) List<@IntRange(max = 9) Integer> keys,
      @ForAll @IntRange(max = 50) int split) {
    Postings.Builder first = new Postings.Builder();
    Postings.Builder second = new Postings.Builder();
    for (int item = 0; item < keys.size(); item++) {
      (item < split ? first : second).add(keys.get(item), item);
    }
    first.addAll(second);
    Postings all = first.build();
    for (int key = 0; key < 10; key++) {
      int wanted = key;
      assertThat(all.of(key))
          .isEqualTo(
              IntStream.range(0, keys.size()).filter(item -> keys.get(item) == wanted).toArray());
    }
  }

  private static int[] list(IntLists lists, int number) {
    return IntStream.range(0, lists.size(number)).map(i -> lists.get(number, i)).toArray();
  }

  @Property(tries = 60)
  void a_table_holds_the_values_of_its_keys(
      @ForAll @IntRange(max = 700) int size, @ForAll boolean isDense, @ForAll long seed) {
    Random random = new Random(seed);
    Map<Integer, Integer> expected = new HashMap<>();
    IntTable table = new IntTable(size);
    for (int i = 0; i < size; i++) {
      int key = isDense ? i : random.nextInt(1_000) << random.nextInt(20);
      int value = 1 + random.nextInt(1_000);
      expected.put(key, value);
      table.put(key, value);
    }
    for (int key = 0; key < 2_000; key++) {
      assertThat(table.get(key)).isEqualTo(expected.getOrDefault(key, 0));
    }
    expected.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
  }

  @Property(tries = 60)
  void items_are_sorted_by_key_and_keep_their_order_under_each(
      @ForAll @IntRange(max = 1_500) int count,
      @ForAll @IntRange(min = 1, max = 300) int keys,
      @ForAll long seed) {
    int[] key = new Random(seed).ints(count, 0, keys).toArray();
    assertThat(KeyOrder.of(count, item -> key[item]))
        .containsExactly(
            IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(item -> key[item]))
                .mapToInt(Integer::intValue)
                .toArray());
  }
}
