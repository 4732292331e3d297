package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forces of speech acts, as the model defines them. */
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
    "WITHDRAW, DECLARATION, , true",
    "NOTE, , , false",
    "DECLINE_TO_COMMENT, , , false",
    "UNSPECIFIED, , , true"
  })
  void each_force_has_the_point_the_strength_and_the_position_taking_of_the_model(
      Force force, Force.@Nullable Point point, @Nullable Integer strength, boolean takesPosition) {
    assertThat(force.point()).isEqualTo(Optional.ofNullable(point));
    assertThat(force.strength())
        .isEqualTo(strength == null ? OptionalInt.empty() : OptionalInt.of(strength));
    assertThat(force.takesPosition()).isEqualTo(takesPosition);
  }

  @Test
  void agreements_promises_refusals_decisions_and_votes_stand_until_they_are_taken_back() {
    assertThat(Stream.of(Force.values()).filter(Force::standsUntilTakenBack))
        .containsExactlyInAnyOrder(
            Force.AGREE, Force.PROMISE, Force.REFUSE, Force.DECIDE, Force.VOTE);
  }

  @Test
  void the_model_has_twenty_two_forces() {
    assertThat(Force.values()).hasSize(22);
  }
}
