package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {
  private static Occasion occasion(int number) {
    return Occasion.builder().id("o" + number).label("one").when(When.parse("2016")).build();
  }

  private static List<Occasion> occasions(int first, int last) {
    return IntStream.range(first, last).mapToObj(RegisterTest::occasion).toList();
  }

  private static void holds(IdIndex<Occasion> register, int count) {
    assertThat(register.records()).hasSize(count);
    for (int place = 0; place < count; place++) {
      assertThat(register.indexOf("o" + place)).isEqualTo(place);
    }
    assertThat(register.indexOf("o" + count)).isEqualTo(-1);
    assertThat(register.find("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 200, 256, 10_000, 100_000})
  void each_record_is_found_by_its_id_however_many_there_are(int count) {
    holds(IdIndex.of(occasions(0, count)), count);
  }

  @Test
  void what_is_added_one_by_one_is_found_and_those_before_stay_as_they_were() {
    List<IdIndex<Occasion>> all = new ArrayList<>();
    all.add(IdIndex.of(List.of()));
    for (int i = 0; i < 1_000; i++) {
      all.add(all.get(i).plus(Map.of(), occasions(i, i + 1)));
    }
    for (int i = 0; i <= 1_000; i += 100) {
      holds(all.get(i), i);
    }
  }

  @Test
  void ids_of_one_hash_are_told_apart() {
    // The two-letter parts have one hash, so that all ids of twelve of them have one too.
    List<Occasion> alike =
        IntStream.range(0, 1 << 12)
            .mapToObj(bits -> id(bits))
            .map(id -> Occasion.builder().id(id).label("one").when(When.parse("2016")).build())
            .toList();
    assertThat(alike.stream().map(o -> o.id().hashCode()).distinct()).hasSize(1);
    IdIndex<Occasion> register = IdIndex.of(alike);
    for (int i = 0; i < alike.size(); i++) {
      assertThat(register.indexOf(alike.get(i).id())).isEqualTo(i);
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
  void of_two_records_of_one_id_the_first_is_found() {
    IdIndex<Occasion> register = IdIndex.of(List.of(occasion(1), occasion(2), occasion(1)));
    assertThat(register.records()).hasSize(3);
    assertThat(register.indexOf("o1")).isZero();
  }

  @Test
  void a_record_that_stands_in_the_place_of_another_is_found_there() {
    Occasion other = Occasion.builder().id("o1").label("other").when(When.parse("2016")).build();
    IdIndex<Occasion> before = IdIndex.of(occasions(0, 3));
    IdIndex<Occasion> after = before.plus(Map.of(1, other), List.of());
    assertThat(after.find("o1")).contains(other);
    assertThat(before.find("o1")).contains(occasion(1));
  }
}
