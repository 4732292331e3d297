package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.text.Cell;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources as CSL-JSON. Names, types and limits are those of the CSL 1.0.2 data schema. */
class CitationsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<String> TEXTS =
      Set.of("title", "container-title", "publisher", "language", "DOI", "URL", "note");

  private static final List<DossierRecord> ACTORS =
      List.of(
          Actor.builder().id("wire").name("한국통신").kind(ActorKind.MEDIA).build(),
          Actor.builder().id("rok").name("South Korea").kind(ActorKind.STATE).build(),
          Actor.builder().id("prc").name("China").kind(ActorKind.STATE).build(),
          Actor.builder()
              .id("mfa")
              .name("Foreign Ministry")
              .kind(ActorKind.ORGAN)
              .of("prc")
              .authority(Authority.MINISTRY)
              .build());

  private static Source.Builder source(String outlet) {
    return Source.builder()
        .id("S1")
        .outlet(outlet)
        .title("Talks")
        .published(When.parse("2017-11-24"));
  }

  private static Dossier dossier(DossierRecord... more) {
    return dossier(List.of(more));
  }

  private static Dossier dossier(List<DossierRecord> more) {
    List<DossierRecord> records = new ArrayList<>(ACTORS);
    records.addAll(more);
    return Dossier.of(records);
  }

  private static JsonNode items(Dossier dossier) {
    return JSON.readTree(Dossiers.citations(dossier.sources(), dossier));
  }

  private static JsonNode item(Source.Builder source) {
    JsonNode items = items(dossier(source.build()));
    assertThat(items.size()).isEqualTo(1);
    return items.get(0);
  }

  @Test
  void an_article_has_its_author_and_its_medium() {
    Dossier dossier =
        dossier(
            source("wire")
                .title("사드 3불, “약속 아니다”")
                .author("김 기자")
                .url("https://example.org/a?b=1&c=2")
                .identifiers(Map.of("doi", "10.1000/182", "naver", "0010"))
                .build());
    assertThat(Dossiers.citations(dossier.sources(), dossier))
        .isEqualTo(
            """
            [
              {
                "id": "S1",
                "type": "article-newspaper",
                "title": "사드 3불, “약속 아니다”",
                "author": [
                  {
                    "literal": "김 기자"
                  }
                ],
                "container-title": "한국통신",
                "issued": {
                  "date-parts": [ [ 2017, 11, 24 ] ]
                },
                "DOI": "10.1000/182",
                "URL": "https://example.org/a?b=1&c=2",
                "note": "source S1"
              }
            ]
            """);
  }

  @Test
  void several_authors_are_several_items() {
    assertThat(authors("Jennifer Yachnin, Evan Lehmann"))
        .containsExactly("Jennifer Yachnin", "Evan Lehmann");
    assertThat(authors("Ana María Roa; Jean-Luc O’Neill; Ed Low"))
        .containsExactly("Ana María Roa", "Jean-Luc O’Neill", "Ed Low");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lehmann, Evan",
        "Department of Trade, Industry and Energy",
        "Song Sang-ho",
        "the press office, Seoul",
        "김 기자"
      })
  void a_name_with_a_comma_stays_one_author(String name) {
    assertThat(authors(name)).containsExactly(name);
  }

  private static List<String> authors(String byline) {
    List<String> authors = new ArrayList<>();
    item(source("wire").author(byline))
        .get("author")
        .forEach(author -> authors.add(author.get("literal").asString()));
    return authors;
  }

  @Test
  void a_medium_is_no_author_of_its_articles() {
    assertThat(item(source("wire")).has("author")).isFalse();
  }

  @Test
  void a_government_is_the_author_of_what_it_puts_out() {
    JsonNode report = item(source("mfa"));
    assertThat(report.get("type").asString()).isEqualTo("report");
    assertThat(report.get("publisher").asString()).isEqualTo("Foreign Ministry");
    assertThat(report.get("author").toString()).isEqualTo("[{\"literal\":\"Foreign Ministry\"}]");

    JsonNode page = item(source("mfa").url("http://example.org/"));
    assertThat(page.get("type").asString()).isEqualTo("webpage");
    assertThat(page.get("container-title").asString()).isEqualTo("Foreign Ministry");
    assertThat(page.has("publisher")).isFalse();
  }

  @Test
  void the_issuers_of_a_joint_text_are_its_authors_wherever_it_was_printed() {
    assertThat(item(source("wire").addIssuedBy("rok", "prc")).get("author").toString())
        .isEqualTo("[{\"literal\":\"China\"},{\"literal\":\"South Korea\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-11-24 | {\"date-parts\":[[2017,11,24]]}",
        "2017-11 | {\"date-parts\":[[2017,11]]}",
        "2017-XX | {\"date-parts\":[[2017]]}",
        "2017 | {\"date-parts\":[[2017]]}",
        "2017~ | {\"date-parts\":[[2017]],\"circa\":true}",
        "2017-11? | {\"date-parts\":[[2017,11]],\"circa\":true}",
        "[2022-08-11..2022-08-31] | {\"date-parts\":[[2022,8,11],[2022,8,31]]}",
        "[2016..2017-02] | {\"date-parts\":[[2016,1,1],[2017,2,28]]}",
        "[..2017-11-24] | {\"date-parts\":[[2017,11,24]],\"circa\":true}",
        "201X | {\"date-parts\":[[2010,1,1],[2019,12,31]]}"
      })
  void a_date_is_as_exact_as_it_is_known(String written, String issued) {
    assertThat(item(source("wire").published(When.parse(written))).get("issued").toString())
        .isEqualTo(issued);
  }

  @Test
  void the_note_says_what_the_date_cannot() {
    assertThat(item(source("wire")).get("note").asString()).isEqualTo("source S1");
    assertThat(item(source("wire").basis(Basis.INFERRED)).get("note").asString())
        .isEqualTo("source S1; published 2017-11-24, date inferred");
    assertThat(item(source("wire").published(When.parse("[..2017]"))).get("note").asString())
        .isEqualTo("source S1; published [..2017]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//example.org",
        "https://example.org/a b",
        "https://example.org/\u0007",
        "https://example.org/\"><script>",
        " https://example.org",
        "https://kim:secret@example.org/",
        "https://yna.co.kr@example.org"
      })
  void an_address_that_is_none_of_the_web_is_left_out(String url) {
    assertThat(item(source("wire").url(url)).has("URL")).isFalse();
  }

  @Test
  void an_at_sign_after_the_host_is_part_of_an_address() {
    assertThat(item(source("wire").url("https://example.org/@kim?a=b@c")).has("URL")).isTrue();
  }

  /** Of an address with any one character, a page makes a link if and only if it is written. */
  @Test
  void the_addresses_written_are_those_that_a_page_links() {
    List<DossierRecord> sources = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int character = 0; character <= Character.MAX_VALUE; character++) {
      String url = "https://example.org/%d/%c".formatted(character, (char) character);
      sources.add(source("wire").id("S" + character).url(url).build());
      rows.add(List.of(new Cell("row", ""), new Cell("x", url)));
    }
    Dossier dossier = dossier(sources);
    List<String> written = numbers("\"URL\": \"", Dossiers.citations(dossier.sources(), dossier));
    TextPage page = TextPage.of("t").linked(List.of("a", "b"), rows);
    assertThat(written)
        .hasSizeBetween(20_000, 60_000)
        .contains("97")
        .doesNotContain("8238", "8203")
        .isEqualTo(numbers("href=\"", page.print(Style.whole().html())));
  }

  private static List<String> numbers(String before, String text) {
    return Pattern.compile(before + "https://example\\.org/(\\d+)/")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .sorted()
        .toList();
  }

  /** Reference managers read lines of a note such as {@code type: book} as values. */
  @Test
  void hostile_text_stays_text_and_remarks_stay_out() {
    String hostile = "\"],</script>\u202E\u0007\uD800\n<i>type: book";
    JsonNode item =
        item(source("wire").title(hostile).author(hostile).note("type: book\nDOI: 10.1/x"));
    assertThat(item.get("title").asString()).isEqualTo(hostile);
    assertThat(item.at("/author/0/literal").asString()).isEqualTo(hostile);
    assertThat(item.get("note").asString()).isEqualTo("source S1");
    assertThat(item(source("wire").id("type:book")).get("note").asString())
        .isEqualTo("source type:book");
  }

  private static Claim claim(String id, Evidence... evidence) {
    return Claim.builder()
        .id(id)
        .addSpeakers("rok")
        .addPrincipals("rok")
        .asserted(When.parse("2017-11-24"))
        .proposition("p")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .evidence(List.of(evidence))
        .build();
  }

  private static Evidence.Builder quoted(String quote) {
    return Evidence.builder().source("S1").mode(Mode.DIRECT).quote(quote);
  }

  @Test
  void the_language_is_that_of_all_its_quotations() {
    Proposition p = Proposition.builder().id("p").issue("i").text("Seoul talks.").build();
    Source source = source("wire").build();
    Claim korean = claim("C1", quoted("사드").language("ko").build());
    Claim other = claim("C2", quoted("THAAD").language("en").build());
    Claim unstated = claim("C3", quoted("THAAD").build());
    assertThat(items(dossier(source, p, korean)).at("/0/language").asString()).isEqualTo("ko");
    assertThat(items(dossier(source, p, korean, other)).at("/0").has("language")).isFalse();
    assertThat(items(dossier(source, p, korean, unstated)).at("/0").has("language")).isFalse();
    assertThat(items(dossier(source)).at("/0").has("language")).isFalse();
  }

  @Test
  void sources_are_written_once_and_in_the_order_given() {
    Source first = source("wire").build();
    Source second = source("wire").id("S2").build();
    Dossier dossier = dossier(first, second);
    assertThat(JSON.readTree(Dossiers.citations(List.of(second, first, second), dossier)))
        .extracting(item -> item.get("id").asString())
        .containsExactly("S2", "S1");
    assertThat(Dossiers.citations(List.of(), dossier)).isEqualTo("[ ]\n");
  }

  @Test
  void a_source_of_another_dossier_is_refused() {
    Source altered = source("wire").title("Other").build();
    assertThatThrownBy(() -> Dossiers.citations(List.of(altered), dossier(source("wire").build())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "source 'S1' is not in the dossier, or has other values there; give sources that dossier.sources() lists");
  }

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiers();
  }

  @Property(tries = 100)
  void every_source_is_an_item_with_the_members_and_types_of_the_schema(
      @ForAll("dossiers") Dossier dossier) {
    JsonNode items = items(dossier);
    assertThat(items.size()).isEqualTo(dossier.sources().size());
    items.forEach(CitationsTest::requireItem);
  }

  private static void requireItem(JsonNode item) {
    assertThat(item.get("id").isString()).isTrue();
    assertThat(item.get("type").asString()).isIn("article-newspaper", "webpage", "report");
    item.properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              switch (member.getKey()) {
                case "id", "type" -> {}
                case "author" ->
                    value.forEach(
                        name -> {
                          assertThat(name.propertyNames()).containsExactly("literal");
                          assertThat(name.get("literal").isString()).isTrue();
                        });
                case "issued" -> requireDate(value);
                default -> {
                  assertThat(TEXTS).contains(member.getKey());
                  assertThat(value.isString()).isTrue();
                }
              }
            });
  }

  private static void requireDate(JsonNode date) {
    assertThat(date.propertyNames()).isSubsetOf("date-parts", "circa");
    assertThat(date.get("date-parts").size()).isBetween(1, 2);
    for (JsonNode day : date.get("date-parts")) {
      assertThat(day.size()).isBetween(1, 3);
      assertThat(day).allMatch(JsonNode::isInt);
    }
  }
}
