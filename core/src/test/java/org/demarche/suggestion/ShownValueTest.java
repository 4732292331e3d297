package org.demarche.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values in a message that is too long. */
class ShownValueTest {
  private static final String FACTS = "fact ".repeat(10);

  @Test
  void a_message_of_400_characters_is_left_as_it_is() {
    String message = "'" + "a b ".repeat(50) + "' " + "b".repeat(198);
    assertThat(message).hasSize(401);
    assertThat(ShownValue.inMessage(message.substring(1))).isEqualTo(message.substring(1));
    assertThat(ShownValue.inMessage(message)).hasSizeLessThan(400);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"“,”", "‘,’", "',", "[,]"})
  void a_long_value_is_abridged_and_all_that_surrounds_it_is_kept(String opening, String closing) {
    String last = closing == null ? opening : closing;
    String value = "one two ".repeat(100);
    assertThat(ShownValue.inMessage(FACTS + opening + value + last + ": 12..34, " + FACTS))
        .isEqualTo(
            FACTS
                + opening
                + "one two one two one two one two one two ".substring(0, 39)
                + "…"
                + last
                + ": 12..34, "
                + FACTS);
  }

  @Test
  void what_stands_between_two_values_is_no_value() {
    String facts = " is not in sentence 3 of source S2, but in sentence 17 of source S9: ";
    assertThat(
            ShownValue.inMessage("'so.'" + facts + "'then'; " + FACTS.repeat(7) + "x".repeat(61)))
        .startsWith("'so.'" + facts + "'then'; fact");
  }

  @Test
  void an_apostrophe_ends_no_value() {
    String value = "it's one's own ".repeat(4);
    assertThat(ShownValue.inMessage("'" + value + "x".repeat(400) + "' at 12..34"))
        .isEqualTo("'" + value.substring(0, 39) + "…' at 12..34");
  }

  @Test
  void a_long_id_is_abridged_to_both_ends() {
    String id = "a".repeat(300) + "b".repeat(300);
    assertThat(ShownValue.inMessage("claim " + id + " " + FACTS))
        .isEqualTo("claim " + "a".repeat(20) + "…" + "b".repeat(20) + " " + FACTS);
  }

  @Test
  void the_name_of_a_field_is_no_part_of_its_value() {
    String fields = "proposition=normalise-relations, ".repeat(20);
    assertThat(ShownValue.inMessage(FACTS + fields + FACTS))
        .startsWith(FACTS + "proposition=normalise-relations, proposition=normalise-relations");
  }

  @Test
  void many_values_are_abridged_more() {
    String value = "“" + "x".repeat(58) + "” ";
    assertThat(ShownValue.inMessage(FACTS + value.repeat(10) + FACTS))
        .isEqualTo(FACTS + ("“" + "x".repeat(19) + "…” ").repeat(10) + FACTS);
  }

  @Test
  void only_of_more_than_that_the_middle_is_left_out() {
    assertThat(ShownValue.inMessage("begins " + FACTS.repeat(20) + "ends"))
        .startsWith("begins fact")
        .contains(" … ")
        .endsWith("fact ends")
        .hasSizeLessThan(400);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"“", "‘", "[", "a“", "”“", "[a", "a", "'", "'a", "a'", "' "})
  void marks_without_an_end_take_linear_time(String marks) {
    assertThat(nanos(marks, 2_000)).isPositive(); // warms up
    assertThat(nanos(marks, 32_000)).isLessThan(32 * nanos(marks, 4_000));
  }

  private static long nanos(String marks, int times) {
    String message = marks.repeat(times);
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      assertThat(ShownValue.inMessage(message)).hasSizeLessThan(400);
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
