package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pages as documents of HTML. */
class HtmlPageTest {
  private static final Style HTML = Style.whole().html();

  private static Document parsed(TextPage page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.print(HTML).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String tag) {
    NodeList found = document.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength())
        .mapToObj(index -> found.item(index).getTextContent().strip())
        .toList();
  }

  private static String main(TextPage page) {
    String html = page.print(HTML);
    return html.substring(html.indexOf("<main>\n") + 7, html.indexOf("\n</main>"));
  }

  @Test
  void each_block_has_its_element() {
    TextPage page =
        TextPage.of("Who said what")
            .line(0, 0, "Two claims.")
            .gap()
            .list(
                2,
                List.of(
                    TextPage.empty()
                        .line(2, 4, "rok")
                        .quote(4, "“사드”", "ko")
                        .source(4, "— Yonhap")))
            .quote(0, "“no”")
            .table(List.of("who", "what"), List.of(List.of("rok", "no\nnever")));
    assertThat(main(page))
        .isEqualTo(
            """
            <h1>Who said what</h1>
            <p>Two claims.</p>
            <ul>
            <li>
            <p class="indented">rok</p>
            <blockquote dir="auto" lang="ko"><p>“사드”</p></blockquote>
            <p class="source">— Yonhap</p>
            </li>
            </ul>
            <blockquote dir="auto"><p>“no”</p></blockquote>
            <div class="table" tabindex="0" role="region" aria-label="who, what"><table>
            <thead><tr><th scope="col">who</th><th scope="col">what</th></tr></thead>
            <tbody>
            <tr><th scope="row">rok</th><td>no<br/>never</td></tr>
            </tbody>
            </table></div>""");
    assertThat(page.print(HTML)).startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n");
  }

  @Test
  void sections_are_listed_in_a_table_of_contents_below_the_title() throws Exception {
    TextPage leaf = TextPage.empty().line(0, 0, "text");
    TextPage page =
        TextPage.empty()
            .section(
                "Book",
                leaf.section("A", leaf.section("A1", leaf).section("A2", leaf)).section("B", leaf));
    Document document = parsed(page);
    assertThat(texts(document, "title")).containsExactly("Book");
    assertThat(texts(document, "h1")).containsExactly("Book");
    assertThat(texts(document, "h2")).containsExactly("A", "B");
    assertThat(texts(document, "h3")).containsExactly("A1", "A2");
    assertThat(texts(document, "a")).containsExactly("A", "A1", "A2", "B");
    assertThat(main(page))
        .startsWith(
            """
            <section>
            <h1>Book</h1>
            <nav aria-label="Contents">
            <ol>
            <li><a href="#s1">A</a>
            <ol>
            <li><a href="#s2">A1</a>
            </li>
            <li><a href="#s3">A2</a>
            </li>
            </ol></li>
            <li><a href="#s4">B</a>
            </li>
            </ol>
            </nav>
            <p>text</p>
            """);
    List<String> ids = new ArrayList<>();
    NodeList sections = document.getElementsByTagName("section");
    for (int i = 0; i < sections.getLength(); i++) {
      ids.add(((Element) sections.item(i)).getAttribute("id"));
    }
    assertThat(ids).containsExactly("", "s1", "s2", "s3", "s4");
  }

  @Test
  void sections_print_as_headings_in_text_and_markdown() {
    TextPage page =
        TextPage.empty()
            .section(
                "Book",
                TextPage.empty()
                    .line(0, 0, "One.")
                    .section("*A*", TextPage.empty().line(0, 0, "Two.")));
    assertThat(page.print(Style.whole())).isEqualTo("Book\nOne.\n\n*A*\nTwo.");
    assertThat(page.print(Style.whole().markdown()))
        .isEqualTo("# Book\n\nOne.\n\n## \\*A\\*\n\nTwo.");
  }

  @Test
  void a_section_that_is_the_title_lists_what_is_in_it_and_after_it() throws Exception {
    TextPage line = TextPage.empty().line(0, 0, "x");
    TextPage page =
        TextPage.empty()
            .section("A", TextPage.empty().section("B", line))
            .section("C", TextPage.empty().section("D", line))
            .section("E", line);
    assertThat(texts(parsed(page), "a")).containsExactly("B", "C", "D", "E");
    assertThat(main(page))
        .contains(
            """
            <nav aria-label="Contents">
            <ol>
            <li><a href="#s1">B</a>
            </li>
            <li><a href="#s2">C</a>
            <ol>
            <li><a href="#s3">D</a>
            </li>
            </ol></li>
            <li><a href="#s4">E</a>
            </li>
            </ol>
            </nav>
            """);
  }

  @Property(tries = 200)
  void sections_of_any_depth_are_well_formed_and_each_but_a_title_is_listed(
      @ForAll @Size(max = 8) List<@IntRange(max = 5) Integer> depths, @ForAll boolean isTitled)
      throws Exception {
    TextPage page = isTitled ? TextPage.of("Title") : TextPage.empty();
    int sections = 0;
    for (int depth : depths) {
      TextPage nested = TextPage.empty().line(0, 0, "x");
      for (int level = depth; level >= 0; level--) {
        nested = TextPage.empty().section("level " + level, nested);
        sections++;
      }
      page = page.page(nested);
    }
    int listed = isTitled ? sections : Math.max(0, sections - 1);
    Document document = parsed(page);
    assertThat(texts(document, "a")).hasSize(listed < 2 ? 0 : listed);
    NodeList lists = document.getElementsByTagName("ol");
    for (int i = 0; i < lists.getLength(); i++) {
      NodeList members = lists.item(i).getChildNodes();
      for (int j = 0; j < members.getLength(); j++) {
        assertThat(members.item(j).getNodeName()).isIn("li", "#text");
      }
    }
  }

  @Test
  void a_page_runs_nothing_and_requests_nothing() throws Exception {
    String hostile = "<script>alert('1')</script>\" onload=\"x\u0000\u0007\uD800 &amp; \u202Eabc";
    TextPage page =
        TextPage.of(hostile)
            .line(0, 0, hostile)
            .quote(0, hostile, "\"><script>\n")
            .source(0, "javascript:alert(1)")
            .section(hostile, TextPage.empty())
            .section("b", TextPage.empty().table(List.of(hostile), List.of(List.of(hostile))));
    Document document = parsed(page);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    NodeList all = document.getElementsByTagName("*");
    HashSet<String> attributes = new HashSet<>();
    for (int i = 0; i < all.getLength(); i++) {
      for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
        attributes.add(all.item(i).getAttributes().item(j).getNodeName());
      }
    }
    assertThat(attributes).doesNotContain("onload", "src", "style");
    assertThat(texts(document, "h2").get(0))
        .isEqualTo(
            "<script>alert('1')</script>\" onload=\"x[U+0000][U+0007][U+D800] &amp; [U+202E]abc");
    assertThat(page.print(HTML))
        .contains("content=\"default-src 'none'; style-src 'sha256-")
        .doesNotContain("http:", "https:", "url(");
  }

  @Property(tries = 500)
  void every_text_gives_well_formed_html(
      @ForAll String heading, @ForAll String line, @ForAll String cell) throws Exception {
    TextPage page =
        TextPage.of(heading)
            .line(0, 0, line)
            .section(line, TextPage.empty().quote(2, heading, cell))
            .section(cell, TextPage.empty().table(List.of(cell), List.of(List.of(line))));
    Document document = parsed(page);
    assertThat(texts(document, "blockquote")).hasSize(1);
    assertThat(texts(document, "td")).hasSize(1);
  }

  @Test
  void the_tables_of_a_page_can_be_taken_from_it() {
    TextPage page =
        TextPage.of("All")
            .table(List.of("a"), List.of(List.of("1")))
            .line(0, 0, "second")
            .table(List.of("b"), List.of(List.of("2")))
            .section("part", TextPage.empty().table(List.of("c"), List.of(List.of("3"))))
            .passages(List.of(TextPage.empty().table(List.of("d"), List.of(List.of("4")))));
    assertThat(page.tables())
        .containsExactly(
            new TextPage.Table("All", List.of("a"), List.of(List.of("1"))),
            new TextPage.Table("second", List.of("b"), List.of(List.of("2"))),
            new TextPage.Table("part", List.of("c"), List.of(List.of("3"))),
            new TextPage.Table("", List.of("d"), List.of(List.of("4"))));
    assertThat(page.tables().get(1).print()).isEqualTo("second\n\nb\n-\n2");
    assertThat(page.tables().get(1)).hasToString("second [b], 1 rows");
    assertThat(page.withoutTables().tables()).isEmpty();
    assertThat(page.withoutTables().print(Style.whole()))
        .contains("All", "second", "part")
        .doesNotContain("1", "2", "3", "4");
  }
}
