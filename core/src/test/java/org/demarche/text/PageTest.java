package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * How what is printed is set: in columns of display width, within a width, in one of three forms.
 */
class PageTest {
  private static final Style ASCII = Style.standard().form(Style.Form.ASCII);
  private static final Style MARKDOWN = Style.standard().form(Style.Form.MARKDOWN);

  /** A table without what stands above it. */
  private static String table(int width, List<String> header, List<List<String>> rows) {
    return TextPage.empty().table(header, rows).print(Style.standard().width(width)).stripLeading();
  }

  @Test
  void columns_are_as_wide_as_their_widest_cell() {
    assertThat(
            table(
                100,
                List.of("party", "stance"),
                List.of(List.of("rok", "AGAINST"), List.of("prc", ""))))
        .isEqualTo(
            """
            party  stance
            -----  -------
            rok    AGAINST
            prc""");
  }

  @Test
  void chinese_and_korean_take_two_cells_a_character_and_combining_marks_none() {
    assertThat(
            table(
                100,
                List.of("name", "id"),
                List.of(List.of("中国", "a"), List.of("대한민국", "b"), List.of("e\u0301t\u0301", "c"))))
        .isEqualTo(
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
            table(
                    100,
                    List.of("n", "id"),
                    List.of(List.of("\u1112\u1161\u11ab", "a"), List.of("한", "b")))
                .lines()
                .skip(2))
        .containsExactly("\u1112\u1161\u11ab  a", "한  b");
  }

  @Test
  void the_widest_columns_are_wrapped_first_at_spaces_and_after_a_solidus() {
    assertThat(
            table(
                36,
                List.of("id", "what"),
                List.of(List.of("a-rather-long-id", "AGAINST/STATE_INTENTION as said twice"))))
        .isEqualTo(
            """
            id                what
            ----------------  ------------------
            a-rather-long-id  AGAINST/
                              STATE_INTENTION as
                              said twice""");
  }

  @Test
  void a_table_that_has_no_other_way_to_fit_becomes_a_list() {
    List<String> header = List.of("id", "what", "note");
    List<List<String>> rows =
        List.of(
            List.of("a-rather-long-id", "AGAINST/STATE_INTENTION", ""), List.of("b", "FOR", "so"));
    assertThat(table(24, header, rows))
        .isEqualTo(
            """
            a-rather-long-id
                what: AGAINST/
                STATE_INTENTION
            b
                what: FOR
                note: so""");
    assertThat(table(41, header, rows)).startsWith("id                what               note\n");
  }

  @Test
  void a_word_that_is_wider_than_the_page_is_cut_at_a_joint() {
    assertThat(LineWrapping.lines("STATE_INTENTION", 10)).containsExactly("STATE_", "INTENTION");
  }

  @Test
  void a_no_break_space_holds_and_prints_as_a_space() {
    assertThat(table(20, List.of("a"), List.of(List.of("sixteen letters two\u00A0three"))))
        .isEqualTo(
            """
            a
            --------------------
            sixteen letters
            two three""");
  }

  @Test
  void a_line_feed_in_a_cell_begins_a_line() {
    assertThat(table(100, List.of("a", "b"), List.of(List.of("1\n2", "x"))))
        .isEqualTo(
            """
            a  b
            -  -
            1  x
            2""");
  }

  @Test
  void a_row_must_be_as_long_as_the_header() {
    TextPage page = TextPage.empty().table(List.of("a", "b"), List.of(List.of("1")));
    for (Style style : List.of(Style.standard(), MARKDOWN)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> page.print(style))
          .withMessage("a row of 1 cells under a header of 2: [1]");
    }
  }

  @Test
  void lines_wrap_between_wide_characters_and_keep_their_breaks() {
    assertThat(LineWrapping.lines("中国反对部署", 5)).containsExactly("中国", "反对", "部署");
    assertThat(LineWrapping.lines("one two three", 7)).containsExactly("one two", "three");
    assertThat(LineWrapping.lines("unbreakable", 4)).containsExactly("unbr", "eaka", "ble");
    assertThat(LineWrapping.lines("a\nb", 9)).containsExactly("a", "b");
    assertThat(LineWrapping.lines("", 9)).containsExactly("");
  }

  private static List<List<String>> rows(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> List.of("row " + i)).toList();
  }

  @Test
  void of_a_long_table_the_first_rows_are_shown_and_the_rest_is_counted() {
    TextPage page = TextPage.of("Rows").table(List.of("n"), rows(43));
    assertThat(page.toString().lines())
        .hasSize(2 + 2 + 40 + 1)
        .contains("row 40")
        .doesNotContain("row 41")
        .endsWith("… and 3 more");
    assertThat(page.print(Style.standard().rows(1).remedy(": ask for more")))
        .isEqualTo("Rows\n\nn\n-----\nrow 1\n… and 42 more: ask for more");
    assertThat(page.print(Style.whole())).contains("row 43").doesNotContain("more");
    assertThat(page.print(MARKDOWN.rows(2)))
        .isEqualTo(
            """
            **Rows**

            | n     |
            | ----- |
            | row 1 |
            | row 2 |

            … and 41 more""");
  }

  @Test
  void what_is_not_shown_is_not_even_asked_for() {
    List<Integer> asked = new ArrayList<>();
    List<List<String>> view =
        Lists.transform(
            IntStream.range(0, 1000).boxed().toList(),
            i -> {
              asked.add(i);
              return List.of("row " + i);
            });
    String shown = TextPage.empty().table(List.of("n"), view).print(Style.standard().rows(3));
    assertThat(shown).endsWith("row 2\n… and 997 more");
    assertThat(asked).containsOnly(0, 1, 2);
  }

  @Test
  void of_a_long_list_the_first_members_are_shown_and_the_rest_is_counted() {
    List<TextPage> members =
        rows(5).stream().map(row -> TextPage.empty().line(2, 4, row.get(0))).toList();
    assertThat(TextPage.of("List").list(2, members).print(Style.standard().rows(2)))
        .isEqualTo("List\n  row 1\n  row 2\n  … and 3 more");
    assertThat(TextPage.of("List").passages(members).print(Style.standard().rows(1)))
        .isEqualTo("List\n\n  row 1\n… and 4 more");
  }

  @Test
  void a_quotation_is_shortened_in_its_middle_between_words() {
    String quote = "“One two three four five six seven eight nine ten.”";
    TextPage page = TextPage.empty().quote(0, quote);
    assertThat(page.print(Style.standard().quote(34))).isEqualTo("“One two three […] nine ten.”");
    assertThat(page.print(Style.standard().quote(quote.length()))).isEqualTo(quote);
    assertThat(page.print(Style.whole())).isEqualTo(quote);
    assertThat(page.print(MARKDOWN.quote(34))).contains("[…]");
  }

  @Test
  void a_quotation_without_spaces_is_shortened_too() {
    assertThat(TextPage.empty().quote(0, "部署".repeat(30)).print(Style.standard().quote(23)))
        .isEqualTo("部署部署 […] 部署部署");
  }

  @Test
  void only_the_signs_that_are_shown_are_explained() {
    TextPage page =
        TextPage.empty()
            .table(List.of("position"), List.of(List.of("FOR/URGE\u00A0†"), List.of("AGAINST ‡")))
            .legend(ImmutableMap.of("†", "other side", "‡", "implied", "◊", "inherited"));
    assertThat(page.toString()).endsWith("\n\n† other side   ‡ implied");
    assertThat(page.print(Style.standard().rows(1))).endsWith("more\n\n† other side");
    assertThat(page.print(ASCII))
        .contains("FOR/URGE +\n", "AGAINST #\n")
        .endsWith("\n\n+ other side   # implied");
  }

  @Test
  void
      plain_marks_stand_for_typographic_ones_and_letters_lose_their_accents_but_no_letter_is_lost() {
    assertThat(TextPage.empty().line(0, 2, "“Seoul’s café” — 中国 ← 대한민국…").print(ASCII))
        .isEqualTo("\"Seoul's cafe\" -- 中国 <- 대한민국...");
  }

  @Test
  void a_page_in_markdown_has_headings_lists_quotations_and_tables_and_escapes_what_is_text() {
    TextPage page =
        TextPage.of("Who *said* what")
            .line(2, 4, "STATE_INTENTION of _him_")
            .quote(4, "“1. <b> [a](b)”")
            .source(4, "— a paper [S1, DIRECT]")
            .table(List.of("a", "b"), List.of(List.of("x|y", "中国"), List.of("1\n2", "#3")));
    assertThat(page.print(MARKDOWN))
        .isEqualTo(
            """
            **Who \\*said\\* what**

            - STATE_INTENTION of \\_him\\_
              > “1. \\<b> [a\\](b)”\\
              > — a paper [S1, DIRECT]

            | a      | b    |
            | ------ | ---- |
            | x\\|y   | 中国 |
            | 1<br>2 | #3   |""");
  }

  @Test
  void headings_and_sources_are_set_off_only_where_that_is_wanted() {
    TextPage page = TextPage.of("Heading").line(2, 4, "line").source(4, "— source");
    assertThat(page.toString()).doesNotContain("\u001B");
    assertThat(page.print(Style.standard().emphasized()))
        .isEqualTo("\u001B[1mHeading\u001B[0m\n  line\n    \u001B[2m— source\u001B[0m");
  }

  @Test
  void a_style_that_shows_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Style.standard().width(19))
        .withMessage("a style of width 19: give 20 or more");
    assertThatIllegalArgumentException().isThrownBy(() -> Style.standard().rows(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Style.standard().quote(3));
  }

  @Test
  void letters_that_combine_are_not_left_without_what_they_combine_with() {
    for (String letter : List.of("e\u0301", "\u1112\u1161\u11ab", "\uD83D\uDE00")) {
      String shown =
          TextPage.empty()
              .quote(0, letter.repeat(60))
              .print(Style.standard().quote(Style.NARROWEST));
      assertThat(shown.split(" "))
          .allSatisfy(part -> assertThat(part.replace(letter, "")).isIn("", "[…]"));
      assertThat(DisplayWidth.of(shown)).isLessThanOrEqualTo(Style.NARROWEST);
    }
  }

  @Test
  void a_word_that_just_fits_is_kept_on_either_side() {
    assertThat(
            TextPage.empty()
                .quote(0, "aaaa bb cccc dddd eeee ffff gg hhhh")
                .print(Style.standard().quote(21)))
        .isEqualTo("aaaa bb […] gg hhhh");
  }

  @Test
  void marks_without_a_plain_form_stay_and_none_turns_into_its_opposite() {
    assertThat(TextPage.empty().line(0, 0, "x≠y, cafe\u0301, ≮, ß, 대한").print(ASCII))
        .isEqualTo("x!=y, cafe, ≮, ß, 대한");
  }

  @Test
  void in_markdown_what_begins_a_line_is_no_list_and_no_rule() {
    TextPage page =
        TextPage.empty()
            .line(0, 0, "1. January")
            .gap()
            .line(0, 0, "2.5 percent")
            .gap()
            .line(0, 0, "# no heading\r\n# nor this\r- nor that")
            .gap()
            .line(2, 2, "[x] no task");
    assertThat(page.print(MARKDOWN))
        .isEqualTo(
            """
            1\\. January

            2.5 percent

            \\# no heading # nor this - nor that

            - \\[x] no task""");
  }

  @Test
  void in_markdown_each_quotation_keeps_its_source_and_a_list_is_a_list() {
    TextPage page =
        TextPage.empty()
            .list(
                0,
                List.of(
                    TextPage.empty()
                        .line(0, 0, "one")
                        .quote(4, "a")
                        .source(4, "— A")
                        .quote(4, "b")
                        .source(4, "— B"),
                    TextPage.empty().line(0, 0, "two").quote(4, "c")));
    assertThat(page.print(MARKDOWN))
        .isEqualTo(
            """
            - one
              > a\\
              > — A
              >
              > b\\
              > — B
            - two
              > c""");
  }

  @Test
  void an_indent_is_not_less_than_none_nor_wider_than_the_page() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextPage.empty().line(-1, 0, "a"))
        .withMessage("an indent of -1 and 0: give 0 or more");
    assertThat(TextPage.empty().line(0, 40, "a b c").print(Style.standard().width(20)))
        .isEqualTo("a b c");
  }

  @Property(tries = 500)
  void nothing_is_wider_than_the_page_and_nothing_is_lost(
      @ForAll @IntRange(min = 20, max = 60) int width,
      @ForAll @Size(value = 3) List<String> texts) {
    List<String> cells =
        texts.stream().map(text -> text.replaceAll("[^\\p{L}\\p{N} _/-]", "")).toList();
    TextPage page =
        TextPage.of(cells.get(0))
            .line(2, 4, cells.get(1))
            .table(List.of("x"), List.of(cells.subList(2, 3)));
    String printed = page.print(Style.whole().width(width));
    assertThat(printed.lines())
        .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
    String rule = printed.lines().filter(line -> line.matches("-+")).findFirst().orElseThrow();
    assertThat(printed.replaceAll("\\s", ""))
        .isEqualTo((cells.get(0) + cells.get(1) + "x" + rule + cells.get(2)).replaceAll("\\s", ""));
  }
}
