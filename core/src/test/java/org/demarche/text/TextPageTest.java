package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.demarche.typography.DisplayWidth;
import org.junit.jupiter.api.Test;

/** Printing of pages and tables: columns, wrapping, limits, and the three forms. */
class TextPageTest {
  private static final Style ASCII = Style.standard().ascii();
  private static final Style MARKDOWN = Style.standard().markdown();

  /** Returns a printed table without the blank line above it. */
  private static String table(int width, List<String> header, List<List<String>> rows) {
    return TextPage.empty().table(header, rows).print(Style.standard().width(width)).stripLeading();
  }

  @Test
  void each_column_is_as_wide_as_its_widest_cell() {
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
  void chinese_and_korean_characters_take_two_columns_and_combining_marks_take_none() {
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
  void decomposed_hangul_is_as_wide_as_composed_hangul() {
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
  void the_widest_columns_are_wrapped_first_at_spaces_and_after_a_slash() {
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
  void a_table_that_does_not_fit_even_when_wrapped_becomes_a_list() {
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
  void a_word_wider_than_the_page_is_cut_after_a_hyphen_or_underscore() {
    assertThat(LineWrapping.lines("STATE_INTENTION", 10)).containsExactly("STATE_", "INTENTION");
  }

  @Test
  void a_no_break_space_is_not_broken_and_prints_as_a_space() {
    assertThat(table(20, List.of("a"), List.of(List.of("sixteen letters two\u00A0three"))))
        .isEqualTo(
            """
            a
            --------------------
            sixteen letters
            two three""");
  }

  @Test
  void a_line_feed_in_a_cell_starts_a_new_line_of_the_cell() {
    assertThat(table(100, List.of("a", "b"), List.of(List.of("1\n2", "x"))))
        .isEqualTo(
            """
            a  b
            -  -
            1  x
            2""");
  }

  @Test
  void a_row_with_fewer_cells_than_the_header_is_rejected() {
    TextPage page = TextPage.empty().table(List.of("a", "b"), List.of(List.of("1")));
    for (Style style : List.of(Style.standard(), MARKDOWN)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> page.print(style))
          .withMessage("the header has 2 cells, but the row [1] has 1");
    }
  }

  @Test
  void a_long_name_without_a_space_is_printed_in_linear_time() {
    String name = "가".repeat(400_000); // 1.2 MB
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    String printed = table(80, List.of("name"), List.of(List.of(name)));

    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(printed.replaceAll("[^가]", "")).isEqualTo(name);
    assertThat(spent / 1e9).isLessThan(3); // a square would take minutes
  }

  @Test
  void lines_wrap_between_wide_characters_and_keep_their_line_feeds() {
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
  void a_long_table_shows_its_first_rows_and_the_number_of_the_others() {
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
  void rows_that_are_not_shown_are_never_read() {
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
  void a_long_list_shows_its_first_members_and_the_number_of_the_others() {
    List<TextPage> members =
        rows(5).stream().map(row -> TextPage.empty().line(2, 4, row.get(0))).toList();
    assertThat(TextPage.of("List").list(2, members).print(Style.standard().rows(2)))
        .isEqualTo("List\n  row 1\n  row 2\n  … and 3 more");
    assertThat(TextPage.of("List").passages(members).print(Style.standard().rows(1)))
        .isEqualTo("List\n\n  row 1\n… and 4 more");
  }

  @Test
  void a_long_quotation_loses_its_middle_and_is_cut_between_words() {
    String quote = "“One two three four five six seven eight nine ten.”";
    TextPage page = TextPage.empty().quote(0, quote);
    assertThat(page.print(Style.standard().quote(34))).isEqualTo("“One two three […] nine ten.”");
    assertThat(page.print(Style.standard().quote(quote.length()))).isEqualTo(quote);
    assertThat(page.print(Style.whole())).isEqualTo(quote);
    assertThat(page.print(MARKDOWN.quote(34))).contains("[…]");
  }

  @Test
  void a_long_quotation_without_spaces_loses_its_middle() {
    assertThat(TextPage.empty().quote(0, "部署".repeat(30)).print(Style.standard().quote(23)))
        .isEqualTo("部署部署 […] 部署部署");
  }

  @Test
  void the_legend_explains_only_the_signs_that_are_printed() {
    TextPage page =
        TextPage.empty()
            .table(List.of("position"), List.of(List.of("FOR/URGE\u00A0†"), List.of("AGAINST ‡")))
            .legend(ImmutableMap.of("†", "other side", "‡", "implied", "◊", "inherited"));
    assertThat(page.toString()).endsWith("\n\n† other side   ‡ implied");
    assertThat(page.print(Style.standard().rows(1))).endsWith("more\n\n† other side");
    assertThat(page.print(ASCII))
        .contains("FOR/URGE ~\n", "AGAINST #\n")
        .endsWith("\n\n~ other side   # implied");
  }

  @Test
  void each_legend_explains_the_signs_of_the_tables_since_the_legend_before() {
    ImmutableMap<String, String> signs = ImmutableMap.of("†", "other side", "‡", "implied");
    TextPage page =
        TextPage.empty()
            .table(List.of("a"), List.of(List.of("FOR †")))
            .legend(signs)
            .table(List.of("b"), List.of(List.of("FOR ‡")))
            .legend(signs)
            .table(List.of("c"), List.of(List.of("FOR")))
            .legend(signs);
    assertThat(page.toString())
        .isEqualTo(
            """
            a
            -----
            FOR †

            † other side

            b
            -----
            FOR ‡

            ‡ implied

            c
            ---
            FOR""");
  }

  @Test
  void in_ascii_marks_become_plain_and_letters_lose_their_accents_but_no_letter_is_lost() {
    assertThat(TextPage.empty().line(0, 2, "“Seoul’s café” — 中国 ← 대한민국…").print(ASCII))
        .isEqualTo("\"Seoul's cafe\" -- 中国 <- 대한민국...");
  }

  @Test
  void markdown_has_headings_lists_quotations_and_tables_and_escapes_markup_in_texts() {
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
  void headings_and_sources_are_emphasised_only_on_request() {
    TextPage page = TextPage.of("Heading").line(2, 4, "line").source(4, "— source");
    assertThat(page.toString()).doesNotContain("\u001B");
    assertThat(page.print(Style.standard().emphasized()))
        .isEqualTo("\u001B[1mHeading\u001B[0m\n  line\n    \u001B[2m— source\u001B[0m");
  }

  @Test
  void a_style_with_a_limit_that_is_too_small_is_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Style.standard().width(19))
        .withMessage("width must be 20 or more, got 19");
    assertThatIllegalArgumentException().isThrownBy(() -> Style.standard().rows(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Style.standard().quote(3));
  }

  @Test
  void a_shortened_quotation_never_separates_a_combining_mark_from_its_letter() {
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
  void a_shortened_quotation_keeps_a_word_that_just_fits_on_either_side() {
    assertThat(
            TextPage.empty()
                .quote(0, "aaaa bb cccc dddd eeee ffff gg hhhh")
                .print(Style.standard().quote(21)))
        .isEqualTo("aaaa bb […] gg hhhh");
  }

  @Test
  void in_ascii_marks_without_a_plain_form_are_kept_and_no_mark_becomes_its_opposite() {
    assertThat(TextPage.empty().line(0, 0, "x≠y, cafe\u0301, ≮, ß, 대한").print(ASCII))
        .isEqualTo("x!=y, cafe, ≮, ß, 대한");
  }

  @Test
  void markdown_escapes_text_that_would_begin_a_list_or_a_heading() {
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
  void in_markdown_a_list_stands_apart_from_the_lines_around_it() {
    assertThat(
            TextPage.empty()
                .line(0, 0, "Two")
                .list(
                    0, List.of(TextPage.empty().line(0, 2, "a"), TextPage.empty().line(0, 2, "b")))
                .line(0, 0, "are all")
                .print(MARKDOWN))
        .isEqualTo("Two\n\n- a\n- b\n\nare all");
  }

  @Test
  void in_markdown_semicolons_part_the_meanings_of_signs() {
    assertThat(
            TextPage.empty()
                .table(List.of("a", "b"), List.of(List.of("x †", "y ◊")))
                .legend(ImmutableMap.of("†", "other side", "◊", "inherited"))
                .print(MARKDOWN))
        .endsWith("† other side; ◊ inherited");
  }

  @Test
  void markdown_keeps_each_quotation_with_its_source_inside_a_list() {
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
  void a_negative_indent_is_rejected_and_a_wide_one_is_limited_by_the_page() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextPage.empty().line(-1, 0, "a"))
        .withMessage("indents must be 0 or more, got -1 and 0");
    assertThat(TextPage.empty().line(0, 40, "a b c").print(Style.standard().width(20)))
        .isEqualTo("a b c");
  }

  @Property(tries = 500)
  void no_printed_line_is_wider_than_the_page_and_no_text_is_lost(
      @ForAll @IntRange(min = 20, max = 60) int width,
      @ForAll @Size(value = 3) List<String> texts) {
    List<String> cells =
        texts.stream().map(text -> text.replaceAll("[^\\p{L}\\p{N} _/-]", "")).toList();
    Style style = Style.whole().width(width);
    List<List<String>> rows = List.of(cells.subList(2, 3));
    String printed =
        TextPage.of(cells.get(0)).line(2, 4, cells.get(1)).table(List.of("x"), rows).print(style);
    assertThat(printed.lines())
        .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
    // The rule is looked for in the table alone: a text may be a row of hyphens too.
    String table = TextPage.empty().table(List.of("x"), rows).print(style);
    String rule = table.lines().skip(1).findFirst().orElseThrow();
    assertThat(rule).matches("-+");
    assertThat(printed.replaceAll("\\s", ""))
        .isEqualTo((cells.get(0) + cells.get(1) + "x" + rule + cells.get(2)).replaceAll("\\s", ""));
  }
}
