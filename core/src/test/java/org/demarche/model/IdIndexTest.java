package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index of records by id: lookup, growth, colliding hashes and replacement. */
class IdIndexTest {
  private static Occasion occasion(int number) {
    return Occasion.of("o" + number, "one", When.parse("2016"));
  }

  private static List<Occasion> occasions(int first, int last) {
    return IntStream.range(first, last).mapToObj(IdIndexTest::occasion).toList();
  }

  private static void assertFindsEachRecord(IdIndex<Occasion> index, int count) {
    assertThat(index.records()).hasSize(count);
    for (int position = 0; position < count; position++) {
      assertThat(index.indexOf("o" + position)).isEqualTo(position);
    }
    assertThat(index.indexOf("o" + count)).isEqualTo(-1);
    assertThat(index.find("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 200, 256, 10_000, 100_000})
  void every_record_is_found_by_its_id_in_an_index_of_any_size(int count) {
    assertFindsEachRecord(IdIndex.of(occasions(0, count)), count);
  }

  private static IdIndex<Occasion> plus(IdIndex<Occasion> index, Occasion... more) {
    IdIndex.Additions<Occasion> all = new IdIndex.Additions<>(index, more.length);
    for (Occasion record : more) {
      all.add(record);
    }
    return all.index();
  }

  @Test
  void records_added_at_once_are_found_and_those_that_are_there_are_not_added() {
    for (int size : new int[] {0, 1, 511, 512, 513, 5_000}) {
      IdIndex<Occasion> before = IdIndex.of(occasions(0, size));
      IdIndex<Occasion> after =
          plus(before, occasions(size / 2, size + 700).toArray(Occasion[]::new));
      assertFindsEachRecord(after, size + 700);
      assertFindsEachRecord(before, size);
      assertThat(plus(after, occasion(0), occasion(size))).isSameAs(after);
    }
  }

  @Test
  void records_added_one_by_one_are_found_and_earlier_indexes_are_unchanged() {
    List<IdIndex<Occasion>> all = new ArrayList<>();
    all.add(IdIndex.of(List.of()));
    for (int i = 0; i < 1_000; i++) {
      all.add(plus(all.get(i), occasion(i)));
    }
    for (int i = 0; i <= 1_000; i += 100) {
      assertFindsEachRecord(all.get(i), i);
    }
  }

  @Test
  void ids_with_the_same_hash_are_distinguished() {
    // "Aa" and "BB" have the same hash, so all ids made of twelve of them have the same hash too.
    List<Occasion> alike =
        IntStream.range(0, 1 << 12)
            .mapToObj(bits -> id(bits))
            .map(id -> Occasion.of(id, "one", When.parse("2016")))
            .toList();
    assertThat(alike.stream().map(o -> o.id().hashCode()).distinct()).hasSize(1);
    IdIndex<Occasion> index = IdIndex.of(alike);
    for (int i = 0; i < alike.size(); i++) {
      assertThat(index.indexOf(alike.get(i).id())).isEqualTo(i);
    }
  }

  private static String id(int bits) {
    StringBuilder id = new StringBuilder();
    for (int bit = 0; bit < 12; bit++) {
      id.append((bits & (1 << bit)) == 0 ? "Aa" : "BB");
    }
    return id.toString();
  }

  @Test
  void the_first_of_two_records_with_the_same_id_is_found() {
    IdIndex<Occasion> index = IdIndex.of(List.of(occasion(1), occasion(2), occasion(1)));
    assertThat(index.records()).hasSize(3);
    assertThat(index.indexOf("o1")).isZero();
  }

  @Test
  void a_replacement_is_found_in_the_new_index_and_the_original_in_the_old_one() {
    Occasion other = Occasion.of("o1", "other", When.parse("2016"));
    IdIndex<Occasion> before = IdIndex.of(occasions(0, 3));
    IdIndex<Occasion> after = before.with(Map.of(1, other));
    assertThat(after.find("o1")).contains(other);
    assertThat(before.find("o1")).contains(occasion(1));
  }
}
