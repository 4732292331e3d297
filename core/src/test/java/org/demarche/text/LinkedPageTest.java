package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
