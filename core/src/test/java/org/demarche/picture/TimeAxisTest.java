package org.demarche.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Tests the places of days on a time axis. */
class TimeAxisTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private static SortedSet<LocalDate> turns(int... days) {
    ImmutableSortedSet.Builder<LocalDate> turns = ImmutableSortedSet.naturalOrder();
    for (int day : days) {
      turns.add(FIRST.plusDays(day));
    }
    return turns.build();
  }

  private static double place(TimeAxis axis, int day) {
    return axis.place(FIRST.plusDays(day));
  }

  @Test
  void steps_grow_with_the_logarithm_of_the_days_between_turns() {
    // ln(1 + 1) = 1 ln 2, ln(1 + 3) = 2 ln 2, ln(1 + 1023) = 10 ln 2: 13 in all
    TimeAxis axis = TimeAxis.of(turns(0, 1, 4, 1027), false);

    assertThat(place(axis, 0)).isZero();
    assertThat(place(axis, 1)).isCloseTo(1 / 13.0, within(1e-12));
    assertThat(place(axis, 4)).isCloseTo(3 / 13.0, within(1e-12));
    assertThat(place(axis, 1027)).isCloseTo(1, within(1e-12));
  }

  @Test
  void a_day_between_two_turns_is_at_its_share_of_the_step() {
    TimeAxis axis = TimeAxis.of(turns(0, 1, 4, 1027), false);

    assertThat(place(axis, 2)).isCloseTo((1 + 2 / 3.0) / 13, within(1e-12));
  }

  @Test
  void a_linear_axis_gives_each_day_the_same_length() {
    TimeAxis axis = TimeAxis.of(turns(0, 1, 4, 10), true);

    assertThat(place(axis, 1)).isCloseTo(0.1, within(1e-12));
    assertThat(place(axis, 7)).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void days_outside_the_axis_are_at_its_ends() {
    TimeAxis axis = TimeAxis.of(turns(0, 10), false);

    assertThat(place(axis, -1)).isZero();
    assertThat(place(axis, 11)).isEqualTo(1);
  }

  @Test
  void an_axis_of_one_day_has_no_length() {
    TimeAxis axis = TimeAxis.of(turns(0), false);

    assertThat(place(axis, 0)).isZero();
    assertThat(axis.first()).isEqualTo(axis.last());
  }
}
