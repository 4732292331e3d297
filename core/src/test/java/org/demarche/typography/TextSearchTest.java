package org.demarche.typography;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextSearchTest {
  @Property
  void a_text_is_found_where_java_finds_it(
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 400) String text,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 12) String sought) {
    assertThat(TextSearch.indexOf(text, sought)).isEqualTo(text.indexOf(sought));
  }

  @Property
  void a_text_with_many_of_its_beginnings_is_found_where_java_finds_it(
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String end,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String part) {
    String text = ("a".repeat(60) + part).repeat(3) + "a".repeat(300) + end + part;
    String sought = "a".repeat(40) + end;
    assertThat(TextSearch.indexOf(text, sought)).isEqualTo(text.indexOf(sought));
  }

  @Test
  @Timeout(60)
  void a_text_that_is_nearly_found_everywhere_takes_linear_time() {
    String text = "a".repeat(4_000_000);
    assertThat(TextSearch.contains(text, "a".repeat(2_000_000) + "b")).isFalse();
    assertThat(TextSearch.indexOf(text + "b", "a".repeat(2_000_000) + "b")).isEqualTo(2_000_000);
  }
}
