package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forces of acts of speech, as the model lists them. */
class ForceTest {
  @ParameterizedTest
  @CsvSource({
    // force, point, strength, takes a position
    "ASSERT, ASSERTIVE, 2, true",
    "REAFFIRM, ASSERTIVE, 2, true",
    "DENY, ASSERTIVE, 2, true",
    "STATE_INTENTION, ASSERTIVE, 2, true",
    "PROMISE, COMMISSIVE, 3, true",
    "AGREE, COMMISSIVE, 3, true",
    "REFUSE, COMMISSIVE, 3, true",
    "THREATEN, COMMISSIVE, 3, true",
    "URGE, DIRECTIVE, 2, true",
    "DEMAND, DIRECTIVE, 3, true",
    "WARN, DIRECTIVE, 3, true",
    "EXPRESS_CONCERN, EXPRESSIVE, 1, true",
    "HOPE, EXPRESSIVE, 1, true",
    "WELCOME, EXPRESSIVE, 1, true",
    "EXPRESS_DESIRE, EXPRESSIVE, 1, true",
    "DECIDE, DECLARATION, 3, true",
    "VOTE, DECLARATION, 3, true",
    "WITHHOLD, , , true",
    "NOTE, , , false",
    "DECLINE_TO_COMMENT, , , false",
    "UNSPECIFIED, , , true"
  })
  void a_force_has_a_point_a_strength_and_may_take_a_position(
      Force force, Force.@Nullable Point point, @Nullable Integer strength, boolean takesPosition) {
    assertThat(force.point()).isEqualTo(Optional.ofNullable(point));
    assertThat(force.strength())
        .isEqualTo(strength == null ? OptionalInt.empty() : OptionalInt.of(strength));
    assertThat(force.takesPosition()).isEqualTo(takesPosition);
  }

  @Test
  void there_are_no_other_forces() {
    assertThat(Force.values()).hasSize(21);
  }
}
