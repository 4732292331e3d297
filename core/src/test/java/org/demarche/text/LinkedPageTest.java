package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of tables whose cells lead somewhere, of coloured cells, columns and pictures of a page.
 */
class LinkedPageTest {
  private static final Style HTML = Style.whole().html();

  private static TextPage linked(String text, String target) {
    return TextPage.of("T")
        .linked(List.of("a", "b"), List.of(List.of(cell("row"), new Cell(text, target))));
  }

  private static Cell cell(String text) {
    return new Cell(text, "");
  }

  /** Returns the only cell of a page that is no heading, with its element. */
  private static String only(TextPage page) {
    String html = page.print(HTML);
    return html.substring(html.indexOf("<td"), html.indexOf("</td>"));
  }

  @Test
  void a_cell_leads_to_an_anchor_of_the_page() {
    TextPage page =
        linked("denies", "claim-Y1")
            .passages(
                List.of(
                    TextPage.empty().anchored("claim-Y1", TextPage.empty().line(0, 0, "Y1")),
                    TextPage.empty().anchored("claim-Y1", TextPage.empty().line(0, 0, "again"))));
    assertThat(only(page)).isEqualTo("<td><a href=\"#claim-Y1\">denies</a>");
    assertThat(page.print(HTML)).containsOnlyOnce("id=\"claim-Y1\"");
    assertThat(page.print(Style.whole().markdown())).contains("denies").doesNotContain("](");
  }

  @Test
  void a_part_of_a_line_leads_to_an_anchor_of_the_page() {
    TextPage page =
        TextPage.empty()
            .line(0, 0, List.of(new Cell("It denies ", ""), new Cell("[Y1]", "claim-Y1")))
            .source(2, List.of(new Cell("Response: ", ""), new Cell("Y2", "claim-Y2")))
            .anchored("claim-Y1", TextPage.empty().line(0, 0, "Y1"));
    assertThat(page.print(Style.whole().html()))
        .contains("<p>It denies <a href=\"#claim-Y1\">[Y1]</a></p>")
        .contains("<p class=\"source\">Response: Y2</p>");
    assertThat(page.print(Style.whole())).isEqualTo("It denies [Y1]\n  Response: Y2\nY1");
    assertThat(page.print(Style.whole().markdown())).startsWith("It denies [Y1]");
  }

  @Test
  void in_markdown_a_cell_names_the_claim_to_which_it_leads() {
    List<List<Cell>> row =
        List.of(
            List.of(
                new Cell("rok", ""), new Cell("denies", "claim-Y1"), new Cell("Y1", "claim-Y1")));
    TextPage page = TextPage.empty().linked(List.of("a", "b", "c"), row);
    TextPage whole = page.anchored("claim-Y1", TextPage.empty().line(0, 0, "It denies"));
    assertThat(whole.print(Style.whole().markdown())).contains("| denies [Y1] | Y1  |");
    assertThat(page.print(Style.whole().markdown())).contains("| denies | Y1  |");
    assertThat(whole.print(Style.whole())).contains("denies  Y1");
  }

  @Test
  void a_cell_leads_to_an_address_or_to_a_file_beside_the_page() {
    assertThat(only(linked("Yonhap", "https://a.kr/?x=1&y='2'")))
        .isEqualTo(
            "<td><a rel=\"noreferrer\" href=\"https://a.kr/?x=1&amp;y=&#39;2&#39;\">Yonhap</a>");
    assertThat(only(linked("Korea", "./rok.html"))).contains("href=\"./rok.html\"");
    assertThat(linked("a [b]", "https://a.kr/1").print(Style.whole().markdown()))
        .contains("[a \\[b\\]](<https://a.kr/1>)");
    assertThat(linked("Yonhap", "https://a.kr/1").print(Style.whole()))
        .contains("Yonhap")
        .doesNotContain("a.kr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "claim-absent",
        "javascript:alert(1)",
        " https://a.kr",
        "https://a.kr/ b",
        "https://a.kr/\u202Eb",
        "https://a.kr/\u0007",
        "https://a.kr/<b",
        "data:text/html,x",
        "file:///etc/passwd",
        "../rok.html",
        "./a/b.html",
        "//a.kr"
      })
  void a_cell_leads_nowhere_else(String target) {
    assertThat(only(linked("x", target))).isEqualTo("<td>x");
    assertThat(linked("x", target).print(Style.whole().markdown())).doesNotContain("](");
  }

  @Test
  void a_section_keeps_clear_of_an_anchor_of_the_same_name() {
    TextPage page =
        TextPage.of("T")
            .anchored("s1", TextPage.empty().line(0, 0, "x"))
            .section("S", TextPage.empty().line(0, 0, "y"));
    assertThat(page.print(HTML)).containsOnlyOnce("id=\"s1\"").contains("<section id=\"s1s\">");
  }

  private static String tableOf(String cell) {
    return only(
        TextPage.of("T")
            .table(List.of("a", "b"), List.of(List.of("row", cell)))
            .legend(Map.of("·", "nothing on record")));
  }

  @Test
  void a_cell_has_the_colour_of_its_sign() {
    assertThat(tableOf("+\u00A0asserts")).startsWith("<td class=\"plus\">");
    assertThat(tableOf("− denies")).startsWith("<td class=\"minus\">");
    assertThat(tableOf("? refuses")).startsWith("<td class=\"question\">");
    assertThat(tableOf("± urges or denies")).startsWith("<td class=\"plus-minus\">");
    assertThat(tableOf("− denies\u00A0†◊")).startsWith("<td class=\"minus hatched\">");
    assertThat(tableOf("plus")).startsWith("<td>");
    assertThat(tableOf("-5")).startsWith("<td>");
    assertThat(tableOf("+5")).startsWith("<td>");
    assertThat(tableOf("− denies, " + "at length ".repeat(6)))
        .startsWith("<td class=\"minus long\">");
    assertThat(tableOf("at length ".repeat(6))).startsWith("<td class=\"long\">");
    assertThat(tableOf("2017-10-31")).startsWith("<td class=\"unbroken\">");
    assertThat(tableOf("·")).startsWith("<td class=\"dot\" aria-label=\"nothing on record\">");
    assertThat(tableOf("· 1 of 3 parts held")).startsWith("<td class=\"dot\">");
  }

  @Test
  void neighbouring_columns_whose_titles_begin_alike_are_grouped_and_narrow_groups_stand_alone() {
    TextPage page =
        TextPage.of("T")
            .table(
                List.of("on", "X\n2016", "X\n2017", "X\n2018", "Y\n2016", "Y\n2018"),
                List.of(List.of("p", "1", "2", "3", "4", "5")));
    String html = page.print(HTML);
    assertThat(html)
        .contains(
            "<thead><tr><th scope=\"col\" rowspan=\"2\">on</th>"
                + "<th scope=\"colgroup\" colspan=\"3\">X</th>"
                + "<th scope=\"colgroup\" colspan=\"2\">Y</th></tr>"
                + "<tr><th scope=\"col\">2016</th><th scope=\"col\">2017</th>"
                + "<th scope=\"col\">2018</th><th scope=\"col\">2016</th>"
                + "<th scope=\"col\">2018</th></tr></thead>");
    String narrow = html.substring(html.indexOf("<div class=\"grouped narrow\">"));
    assertThat(narrow.split("<table>", -1)).hasSize(4);
    assertThat(narrow)
        .contains(
            "<caption>X</caption>\n<thead><tr><th scope=\"col\">on</th>"
                + "<th scope=\"col\">2018</th></tr></thead>\n<tbody>\n"
                + "<tr><th scope=\"row\">p</th><td>3</td></tr>");
    assertThat(page.print(Style.whole().markdown())).contains("| on  | X<br>2016 |");
  }

  @Test
  void groups_of_more_than_eight_columns_are_in_several_tables() {
    String html =
        TextPage.of("T")
            .table(
                List.of(
                    "on",
                    "X\n1\nAnn",
                    "X\n2",
                    "X\n3",
                    "Y\n1",
                    "Y\n2",
                    "Y\n3",
                    "Z\n1",
                    "Z\n2",
                    "Z\n3"),
                List.of(List.of("p", "1", "2", "3", "4", "5", "6", "7", "8", "9")))
            .print(HTML);
    String wide =
        html.substring(
            html.indexOf("<div class=\"table grouped wide\""),
            html.indexOf("<div class=\"grouped narrow\">"));
    assertThat(wide.split("</table>", -1)).hasSize(3);
    assertThat(wide)
        .contains("<th scope=\"col\">1<br/><small>Ann</small></th>")
        .contains("aria-label=\"on, X, Y\"", "aria-label=\"on, Z\"")
        .contains("<tr><th scope=\"row\">p</th><td>7</td><td>8</td><td>9</td></tr>");
  }

  @Test
  void rows_that_are_silent_in_a_narrow_table_are_one_row_of_it() {
    TextPage page =
        TextPage.of("T")
            .table(
                List.of("on", "Northland\n2016", "Northland\n2017"),
                List.of(List.of("p", "·", "·"), List.of("q", "·", "no"), List.of("r", "·", "·")));
    String html = page.print(HTML);
    String narrow = html.substring(html.indexOf("<div class=\"grouped narrow\">"));
    assertThat(narrow)
        .contains(
            "<tr><th scope=\"row\">q</th><td class=\"dot\">·</td><td>no</td></tr>\n"
                + "<tr><td class=\"dot\" colspan=\"3\">· p; r</td></tr>");
    TextPage wide =
        TextPage.empty()
            .table(
                List.of("on", "Northland\n2016", "Northland\n2017", "Northland\n2018"),
                List.of(List.of("p", "yes", "no", "yes")));
    assertThat(wide.print(Style.whole().width(25))).contains("Northland 2017: no");
  }

  @Test
  void pages_stand_side_by_side_in_html_and_below_each_other_elsewhere() {
    TextPage page =
        TextPage.of("T")
            .columns(TextPage.empty().quote(0, "“아니오”", "ko"), TextPage.empty().source(0, "“no”"));
    assertThat(page.print(HTML))
        .contains(
            """
            <div class="columns">
            <div>
            <blockquote dir="auto" lang="ko"><p>“아니오”</p></blockquote>
            </div>
            <div>
            <p class="source">“no”</p>
            </div>
            </div>""");
    assertThat(page.print()).isEqualTo("T\n“아니오”\n“no”");
  }

  @Test
  void the_first_column_stands_by_itself_although_the_next_title_begins_alike() {
    String html =
        TextPage.of("T")
            .table(
                List.of("2017\na", "2017\nb", "2017\nc", "2017\nd"),
                List.of(List.of("first", "1", "2", "3")))
            .print(HTML);
    assertThat(html.substring(html.indexOf("<div class=\"grouped narrow\">")))
        .contains("<th scope=\"row\">first</th><td>1</td><td>2</td>")
        .contains("<th scope=\"row\">first</th><td>3</td>");
    String two =
        TextPage.of("T")
            .table(List.of("2017\na", "2017\nb"), List.of(List.of("x", "1")))
            .print(HTML);
    assertThat(two).contains("<div class=\"table\"").doesNotContain("grouped wide");
  }

  @Test
  void a_table_that_scrolls_is_named_after_its_columns() {
    assertThat(TextPage.empty().table(List.of("on", "X\n1", "X\n2"), List.of()).print(HTML))
        .contains("tabindex=\"0\" role=\"region\" aria-label=\"on, X\">");
    assertThat(TextPage.empty().table(List.of("", ""), List.of()).print(HTML))
        .contains("<div class=\"table\"><table>");
  }

  @Test
  void a_dot_without_a_legend_has_no_empty_label() {
    assertThat(TextPage.of("T").table(List.of("a", "b"), List.of(List.of("x", "·"))).print(HTML))
        .contains("<td class=\"dot\">·</td>")
        .doesNotContain("aria-label=\"\"");
  }

  @Test
  void a_bar_in_an_address_does_not_end_a_cell_of_markdown() {
    List<Cell> row = List.of(new Cell("a|b", "https://a.kr/?q=a|b"));
    assertThat(
            TextPage.empty()
                .linked(List.of("source"), List.of(row))
                .print(Style.whole().markdown()))
        .contains("| [a\\|b](<https://a.kr/?q=a%7Cb>) |");
  }

  @Test
  void the_ids_of_pictures_differ_also_if_a_picture_is_there_twice() {
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" aria-labelledby="d1-title d1-desc">
          <title id="d1-title">url(#d1-title) stays</title><desc id="d1-desc"/>
          <pattern id="d1-hatch"/><rect fill="url(#d1-hatch)"/><a href="#d1-hatch"/>
        </svg>
        """;
    Picture picture = new Drawing(svg, ImmutableList.of(svg, svg));
    String html = TextPage.of("T").picture(picture).picture(picture).print(HTML);
    assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(html).results().map(id -> id.group(1)))
        .contains("d1-title", "d1-title-2", "d1-desc-3", "d1-hatch-6")
        .doesNotHaveDuplicates()
        .hasSize(18);
    assertThat(html)
        .contains("aria-labelledby=\"d1-title-6 d1-desc-6\"")
        .contains("<rect fill=\"url(#d1-hatch-6)\"/><a href=\"#d1-hatch-6\"/>")
        .contains("<title id=\"d1-title-6\">url(#d1-title) stays</title>")
        .doesNotContain("<details>");
  }

  private record Drawing(String svg, ImmutableList<String> narrow) implements Picture {
    @Override
    public String title() {
      return "drawing";
    }

    @Override
    public TextPage page() {
      return TextPage.empty();
    }
  }

  /** A picture of a name, which has a style sheet and a form for narrow windows. */
  private record Portrait(String title, boolean hasNarrowForm) implements Picture {
    @Override
    public String svg() {
      return "<svg viewBox=\"0 0 9 9\">\n  <style>.x{fill:#000}</style>\n  <circle r=\"4\"/>\n</svg>\n";
    }

    @Override
    public ImmutableList<String> narrow() {
      return hasNarrowForm
          ? ImmutableList.of("<svg viewBox=\"0 0 3 3\"><style>.x{fill:#000}</style></svg>")
          : Picture.super.narrow();
    }

    @Override
    public TextPage page() {
      return TextPage.of(title).table(List.of("of"), List.of(List.of(title)));
    }
  }

  @Test
  void html_shows_a_picture_with_its_tables_and_other_forms_print_its_tables() {
    TextPage page = TextPage.of("T").picture(new Portrait("Ann", false));
    assertThat(page.print(HTML))
        .contains("<figure>\n<svg viewBox=\"0 0 9 9\">\n<circle r=\"4\"/>\n</svg>\n<details>")
        .contains("<td>Ann</td>")
        .doesNotContain("class=\"narrow\"");
    assertThat(page.print()).isEqualTo("T\nAnn\n\nof\n---\nAnn");
    assertThat(page.tables()).extracting(TextPage.Table::title).containsExactly("Ann");
    assertThat(page.withoutTables().print()).isEqualTo("T");
  }

  @Test
  void the_style_of_pictures_is_in_the_head_once_and_allowed_by_its_hash() {
    String html =
        TextPage.of("T")
            .picture(new Portrait("Ann", true))
            .picture(new Portrait("Bo", true))
            .print(HTML);
    assertThat(html)
        .containsOnlyOnce("<style>.x{fill:#000}</style>")
        .contains("<div class=\"wide\"><svg viewBox=\"0 0 9 9\">")
        .contains("<div class=\"narrow\">\n<svg viewBox=\"0 0 3 3\"></svg>\n</div>");
    String hash =
        Base64.getEncoder()
            .encodeToString(
                Hashing.sha256().hashString(".x{fill:#000}", StandardCharsets.UTF_8).asBytes());
    assertThat(html).contains(" 'sha256-" + hash + "'");
    assertThat(html.indexOf("<style>.x")).isLessThan(html.indexOf("</head>"));
  }
}
