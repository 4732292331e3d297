package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columns_are_as_wide_as_their_widest_cell() {
    assertThat(Table.of(List.of("party", "stance")).row("rok", "AGAINST").row("prc", ""))
        .hasToString(
            """
            party  stance
            -----  -------
            rok    AGAINST
            prc""");
  }

  @Test
  void chinese_and_korean_take_two_cells_a_character_and_combining_marks_none() {
    assertThat(
            Table.of(List.of("name", "id"))
                .row("中国", "a")
                .row("대한민국", "b")
                .row("e\u0301t\u0301", "c"))
        .hasToString(
            """
            name      id
            --------  --
            中国      a
            대한민국  b
            e\u0301t\u0301        c""");
  }

  @Test
  void decomposed_hangul_is_as_wide_as_composed() {
    assertThat(
            Table.of(List.of("n", "id"))
                .row("\u1112\u1161\u11ab", "a")
                .row("한", "b")
                .toString()
                .lines()
                .skip(2))
        .containsExactly("\u1112\u1161\u11ab  a", "한  b");
  }

  @Test
  void the_widest_columns_are_wrapped_first_at_spaces_and_after_a_solidus_never_inside_a_word() {
    Table table =
        Table.of(List.of("id", "what"))
            .row("a-rather-long-id", "AGAINST/STATE_INTENTION as said twice");
    assertThat(table.width(36))
        .hasToString(
            """
            id                what
            ----------------  ------------------
            a-rather-long-id  AGAINST/
                              STATE_INTENTION as
                              said twice""");
    assertThat(table.width(5).toString()).contains("a-rather-long-id").contains("STATE_INTENTION");
  }

  @Test
  void a_no_break_space_holds_and_prints_as_a_space() {
    assertThat(Table.of(List.of("a")).row("one two\u00A0three").width(9))
        .hasToString(
            """
            a
            ---------
            one
            two three""");
  }

  @Test
  void a_line_feed_in_a_cell_begins_a_line() {
    assertThat(Table.of(List.of("a", "b")).row("1\n2", "x"))
        .hasToString(
            """
            a  b
            -  -
            1  x
            2""");
  }

  @Test
  void a_row_must_be_as_long_as_the_header() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of(List.of("a", "b")).row("1"))
        .withMessage("a row of 1 cells under a header of 2: [1]");
  }

  @Test
  void lines_wrap_between_wide_characters_and_keep_their_breaks() {
    assertThat(Wrap.lines("中国反对部署", 5)).containsExactly("中国", "反对", "部署");
    assertThat(Wrap.lines("one two three", 7)).containsExactly("one two", "three");
    assertThat(Wrap.lines("unbreakable", 4)).containsExactly("unbr", "eaka", "ble");
    assertThat(Wrap.lines("a\nb", 9)).containsExactly("a", "b");
    assertThat(Wrap.lines("", 9)).containsExactly("");
    assertThat(Wrap.hanging("one two three", 2, 7)).isEqualTo("one\n  two\n  three");
  }
}
