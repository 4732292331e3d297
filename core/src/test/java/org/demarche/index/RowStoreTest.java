package org.demarche.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A store of rows that grows, compared with a map of sorted lists of the same rows. */
class RowStoreTest {
  private static final int COLUMNS = 5;
  private static final int ID = 4;
  private static final int ODD = 1;
  private static final int ANSWERED = 2;
  private static final int LASTING = 4;

  /** The lowest of the bits in which the test notes how many rows there are up to a row. */
  private static final int NOTE_SHIFT = 8;

  private static final DayRows.Traits TRAITS =
      new DayRows.Traits() {
        @Override
        public boolean isOdd(int value) {
          return (value & ODD) != 0;
        }

        @Override
        public boolean isAnswered(int value) {
          return (value & ANSWERED) != 0;
        }

        @Override
        public boolean lasts(int value) {
          return (value & LASTING) != 0;
        }

        @Override
        public int rank(int value) {
          return value >> 3 & 3;
        }
      };

  private static final DayRows.FinalTraits NOTES =
      (first, rows, row) ->
          (rows.get(row, DayRows.TRAITS) & ((1 << NOTE_SHIFT) - 1)) | ((row + 1) << NOTE_SHIFT);

  private record Keys(int first, int second) {}

  /** The rows of a store, unsorted. */
  private final class Model {
    final Map<Keys, List<int[]>> rows = new HashMap<>();

    Model copy() {
      Model copy = new Model();
      rows.forEach((keys, some) -> copy.rows.put(keys, new ArrayList<>(some)));
      return copy;
    }

    void add(Keys keys, int... row) {
      rows.computeIfAbsent(keys, k -> new ArrayList<>()).add(row);
    }

    void assertHas(RowStore store) {
      rows.forEach((keys, some) -> assertRows(store.rows(keys.first(), keys.second()), some));
      for (int first = 0; first < store.firstKeyBound() + 2; first++) {
        Set<Integer> expected = new HashSet<>();
        for (Keys keys : rows.keySet()) {
          if (keys.first() == first) {
            expected.add(keys.second());
          }
        }
        List<Integer> each = new ArrayList<>();
        store.forEach(first, (second, some) -> each.add(second));
        List<Integer> positions = new ArrayList<>();
        for (int at = store.firstPosition(first);
            at < store.endPosition(first);
            at = store.nextPosition(first, at)) {
          positions.add(store.rowsAt(first, at).secondKey());
        }
        assertThat(each).containsExactlyInAnyOrderElementsOf(expected).isEqualTo(positions);
        assertThat(store.rows(first, 7_777).size()).isZero();
      }
    }
  }

  private static void assertRows(DayRows found, List<int[]> some) {
    List<int[]> rows =
        some.stream()
            .sorted(
                Comparator.comparing((int[] row) -> row[DayRows.LAST])
                    .thenComparing(row -> row[ID]))
            .toList();
    assertThat(found.size()).isEqualTo(rows.size());
    for (int column = 0; column < COLUMNS; column++) {
      int here = column;
      int[] expected = rows.stream().mapToInt(row -> row[here]).toArray();
      int[] values = IntStream.range(0, expected.length).map(r -> found.get(r, here)).toArray();
      if (column == DayRows.TRAITS) {
        assertThat(IntStream.of(values).map(value -> value >> NOTE_SHIFT))
            .isEqualTo(IntStream.rangeClosed(1, expected.length).boxed().toList());
        values = IntStream.of(values).map(value -> value & 0xFF).toArray();
      }
      assertThat(values).isEqualTo(expected);
    }
    assertThat(found.unionOfTraits() & 0xFF)
        .isEqualTo(rows.stream().mapToInt(row -> row[DayRows.TRAITS]).reduce(0, (x, y) -> x | y));
    for (int row = 0; row < Math.min(rows.size(), 200); row++) {
      assertSkips(found, rows, row);
    }
    for (int day = -3; day < 45; day += 4) {
      int until = day;
      assertThat(found.endedBy(day))
          .isEqualTo((int) rows.stream().filter(row -> row[DayRows.LAST] <= until).count());
    }
    assertThat(list(found.odd())).isEqualTo(where(rows, row -> (row[1] & ODD) != 0));
    assertThat(list(found.answered())).isEqualTo(where(rows, row -> (row[1] & ANSWERED) != 0));
    assertThat(list(found.openStarts())).isEqualTo(where(rows, row -> row[2] == DayRows.OPEN));
    assertThat(list(found.spans())).isEqualTo(where(rows, row -> isLong(row) && lasts(row)));
    assertThat(list(found.vague())).isEqualTo(where(rows, row -> isLong(row) && !lasts(row)));
    assertThat(found.longestSpan()).isEqualTo(longest(rows.stream().filter(row -> lasts(row))));
    assertThat(found.longestVague()).isEqualTo(longest(rows.stream().filter(row -> !lasts(row))));
  }

  private static void assertSkips(DayRows found, List<int[]> rows, int row) {
    int back = found.skipTo(row);
    assertThat(back).isBetween(-1, row - 1);
    int highest =
        rows.subList(back + 1, row).stream().mapToInt(r -> TRAITS.rank(r[1])).max().orElse(0);
    assertThat(highest).isLessThanOrEqualTo(TRAITS.rank(rows.get(row)[1]));
  }

  private static boolean isLong(int[] row) {
    return row[2] != DayRows.OPEN && row[2] < row[0];
  }

  private static boolean lasts(int[] row) {
    return (row[1] & LASTING) != 0;
  }

  private static int longest(Stream<int[]> rows) {
    return rows.filter(RowStoreTest::isLong).mapToInt(row -> row[0] - row[2]).max().orElse(0);
  }

  private static List<Integer> list(DayRows.Subset subset) {
    return IntStream.range(0, subset.size()).map(subset::get).boxed().toList();
  }

  private static List<Integer> where(
      List<int[]> rows, java.util.function.Predicate<int[]> condition) {
    return IntStream.range(0, rows.size())
        .filter(row -> condition.test(rows.get(row)))
        .boxed()
        .toList();
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.of(0, 1, 5, 40, 400, 2_400);
  }

  @Property(tries = 40)
  void a_store_that_grows_has_the_rows_of_a_map_and_leaves_earlier_stores_as_they_were(
      @ForAll("sizes") int size,
      @ForAll @IntRange(min = 1, max = 60) int secondKeys,
      @ForAll boolean isCrowded,
      @ForAll long seed) {
    Random random = new Random(seed);
    Model model = new Model();
    List<RowStore> stores = new ArrayList<>();
    List<Model> models = new ArrayList<>();
    int id = 0;
    for (int step = 0; step < 30; step++) {
      RowStore.Builder builder = new RowStore.Builder(COLUMNS, ID, TRAITS);
      Set<Integer> replaced = new HashSet<>();
      if (step > 0 && random.nextInt(3) == 0 && id > 0) {
        replaced.add(random.nextInt(id));
      }
      for (int again : replaced) {
        for (Map.Entry<Keys, List<int[]>> entry : List.copyOf(model.rows.entrySet())) {
          if (entry.getValue().removeIf(row -> row[ID] == again)) {
            int[] row = row(again, random);
            builder.add(entry.getKey().first(), entry.getKey().second(), row);
            model.add(entry.getKey(), row);
          }
        }
      }
      for (int i = step == 0 ? size : 1 + random.nextInt(3); i > 0; i--, id++) {
        Set<Keys> some = new HashSet<>();
        for (int j = 1 + random.nextInt(2); j > 0; j--) {
          int second = isCrowded && random.nextInt(2) == 0 ? 3 : random.nextInt(secondKeys);
          some.add(new Keys(isCrowded ? 1 : random.nextInt(4), second));
        }
        for (Keys keys : some) {
          int[] row = row(id, random);
          builder.add(keys.first(), keys.second(), row);
          model.add(keys, row);
        }
      }
      stores.add(
          step == 0 ? builder.build(NOTES) : builder.onto(stores.get(step - 1), replaced, NOTES));
      models.add(model.copy());
    }
    for (int step : new int[] {0, 1, 10, 29}) {
      models.get(step).assertHas(stores.get(step));
    }
  }

  private static int[] row(int id, Random random) {
    int last = random.nextInt(40);
    int first = random.nextInt(10) == 0 ? DayRows.OPEN : last - Math.max(0, random.nextInt(9) - 5);
    return new int[] {last, random.nextInt(32), first, random.nextInt(), id};
  }

  @Property(tries = 10)
  void only_the_rows_of_keys_that_get_rows_are_copied_or_packed_again(@ForAll long seed) {
    Random random = new Random(seed);
    RowStore.Builder builder = new RowStore.Builder(COLUMNS, ID, TRAITS);
    for (int id = 0; id < 900; id++) {
      builder.add(id % 3, id / 3, row(id, random));
    }
    RowStore before = builder.build(NOTES);
    RowStore.Builder more = new RowStore.Builder(COLUMNS, ID, TRAITS);
    more.add(1, 17, row(900, random));
    more.copy(1, 18);
    more.copy(2, 18); // not copied, since no row is added under 2
    RowStore after = more.onto(before, Set.of(), NOTES);
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 300; second++) {
        boolean isCopied = first == 1 && (second == 17 || second == 18);
        assertThat(after.shares(before, first, second)).isEqualTo(!isCopied);
      }
    }
    int[] copied = IntStream.range(0, COLUMNS).map(c -> after.rows(1, 18).get(0, c)).toArray();
    int[] original = IntStream.range(0, COLUMNS).map(c -> before.rows(1, 18).get(0, c)).toArray();
    assertThat(Arrays.equals(copied, original)).isTrue();
  }

  @Test
  void rows_stay_complete_when_rows_are_added_to_them_or_they_are_copied() {
    RowStore.Builder first = new RowStore.Builder(COLUMNS, ID, TRAITS);
    first.add(2, 0, 10, 0, 10, 0, 0);
    first.add(2, 1, 10, 0, 10, 0, 1);
    first.add(2, 2, 10, 0, 10, 0, 2);
    RowStore store = first.build(NOTES);
    store.rows(2, 0).setComplete();
    store.rows(2, 1).setComplete();
    RowStore.Builder more = new RowStore.Builder(COLUMNS, ID, TRAITS);
    more.add(2, 0, 20, 0, 20, 0, 3);
    more.add(2, 2, 20, 0, 20, 0, 4);
    more.add(2, 3, 20, 0, 20, 0, 5);
    more.copy(2, 1);
    RowStore grown = more.onto(store, Set.of(), NOTES);
    assertThat(IntStream.range(0, 4).filter(second -> grown.rows(2, second).isComplete()))
        .containsExactly(0, 1);
    grown.rows(2, 2).setComplete();
    assertThat(store.rows(2, 2).isComplete()).as("other rows").isFalse();
  }

  @Test
  void what_is_asked_for_is_counted_until_it_is_complete() {
    RowStore.Builder rows = new RowStore.Builder(COLUMNS, ID, TRAITS);
    rows.add(2, 0, 10, 0, 10, 0, 0);
    rows.add(2, 1, 10, 0, 10, 0, 1);
    RowStore store = rows.build(NOTES);
    assertThat(store.rows(2, 0).countAsked()).isEqualTo(1);
    assertThat(store.rows(2, 0).countAsked()).isEqualTo(2);
    assertThat(store.rows(2, 1).countAsked()).isEqualTo(1);
    store.rows(2, 0).setComplete();
    assertThat(store.rows(2, 0).countAsked()).isZero();
    assertThat(store.rows(2, 0).isComplete()).isTrue();
    assertThat(store.rows(2, 1).isComplete()).isFalse();
  }
}
