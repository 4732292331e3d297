package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codings from annotations of the W3C and of Hypothesis, and their places in texts of sources. */
class AnnotationCodingsTest {
  private static final String HYPOTHESIS =
      """
      {
        "total": 3,
        "rows": [
          {
            "id": "1Zt-AbCdEeefgHIjklMnoA",
            "created": "2017-11-24T23:58:01.697572+00:00",
            "updated": "2017-11-25T08:00:00.000000+00:00",
            "user": "acct:ann@hypothes.is",
            "uri": "https://www.example.org/news/three-nos",
            "text": "A promise?",
            "tags": ["three nos", "promise"],
            "group": "__world__",
            "permissions": {"read": ["group:__world__"], "admin": ["acct:ann@hypothes.is"]},
            "target": [
              {
                "source": "https://www.example.org/news/three-nos",
                "selector": [
                  {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0,
                    "endContainer": "/p[1]", "endOffset": 12},
                  {"type": "TextPositionSelector", "start": 102, "end": 117},
                  {"type": "TextQuoteSelector", "exact": "we keep 3 nos 🗣", "prefix": "he said ",
                    "suffix": " again"}
                ]
              }
            ],
            "document": {"title": ["Three nos, once more"]},
            "links": {"html": "https://hypothes.is/a/1Zt"},
            "hidden": false,
            "flagged": false,
            "user_info": {"display_name": null},
            "references": [],
            "mood": "sceptical"
          },
          {
            "id": "page-note",
            "created": "2017-11-25T08:00:00+00:00",
            "user": "acct:bob@hypothes.is",
            "uri": "https://www.example.org/news/three-nos",
            "text": "An early report.",
            "tags": [],
            "target": [{"source": "https://www.example.org/news/three-nos"}],
            "document": {}
          },
          {
            "id": "reply-1",
            "user": "acct:bob@hypothes.is",
            "uri": "https://www.example.org/news/three-nos",
            "text": "No.",
            "references": ["1Zt-AbCdEeefgHIjklMnoA"],
            "target": [{"source": "https://www.example.org/news/three-nos"}]
          }
        ]
      }
      """;

  /** The members of an annotation of the W3C, around a selector. */
  private static final String W3C =
      """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno1",
        "type": "Annotation",
        "target": {"source": "http://example.org/page1", "selector": %s}}
      """;

  @TempDir static Path folder;

  private static Path file(String json) {
    try {
      return Files.writeString(folder.resolve("annotations.json"), json);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Codings read(String json) {
    return Codings.annotations(file(json));
  }

  private static List<String> column(Codings codings, String column) {
    return codings.rows().stream().map(row -> row.getOrDefault(column, "")).toList();
  }

  private static List<Problem> problems(String json) {
    Path file = file(json);
    return catchThrowableOfType(InvalidDossierException.class, () -> Codings.annotations(file))
        .problems();
  }

  // Hypothesis

  @Test
  void an_annotation_of_hypothesis_becomes_a_row() {
    assertThat(read(HYPOTHESIS).rows().get(0))
        .isEqualTo(
            ImmutableMap.<String, String>builder()
                .put("coding", "1Zt-AbCdEeefgHIjklMnoA")
                .put("quote", "we keep 3 nos 🗣")
                .put("coder", "ann")
                .put("remark", "A promise?")
                .put("document", "www-example-org-news-three-nos")
                .put("document_title", "Three nos, once more")
                .put("document_url", "https://www.example.org/news/three-nos")
                .put("tags", "three nos; promise")
                .put("prefix", "he said ")
                .put("suffix", " again")
                .put("created", "2017-11-24")
                .put("utf16_start", "102")
                .put("utf16_end", "117")
                .buildOrThrow());
  }

  @Test
  void a_note_on_a_page_is_a_row_without_a_quotation() {
    assertThat(read(HYPOTHESIS).rows().get(1))
        .containsEntry("coding", "page-note")
        .containsEntry("remark", "An early report.")
        .doesNotContainKeys("quote", "utf16_start", "tags");
  }

  @Test
  void what_has_no_column_is_in_the_account() {
    assertThat(read(HYPOTHESIS).account())
        .containsExactly(
            "carried: 3 annotations (read; the table has a row for each target)",
            "carried: 2 rows (one for each target that is a document)",
            "carried: 1 quotations (column quote)",
            "carried: 1 rows without a quotation (notes on a whole document, or with other selectors only)",
            "carried: 1 positions in UTF-16 code units (columns utf16_start and utf16_end, since browsers count the text of a page so, and start and end are code points; locate(dossier) finds the places)",
            "carried: 2 days of creation (column created, without the time of day)",
            "not carried: 1 days of change (the table holds the day of creation)",
            "not carried: 1 groups (with whom an annotation is shared there)",
            "not carried: 1 permissions (who may see or change an annotation there)",
            "not carried: 1 links (addresses of an annotation in its service)",
            "not carried: 1 marks of moderators (member 'hidden')",
            "not carried: 1 marks of moderators (member 'flagged')",
            "not carried: 1 display names (the account name is in coder)",
            "not carried: 1 members 'mood' (no column holds them)",
            "not carried: 1 selectors RangeSelector (they need the page or image itself; the words have a TextQuoteSelector)",
            "not carried: 1 replies (they answer an annotation, not a passage of a document: reply-1)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one annotation | {'id': 'a', 'uri': 'u'}",
        "a list | [{'id': 'a', 'uri': 'u'}]",
        "one per line | {'id': 'a', 'uri': 'u'}\\n{'id': 'b', 'uri': 'u'}\\n",
        "an answer | {'rows': [{'id': 'a', 'uri': 'u'}], 'total': 1}",
        "an export of the client | {'export_date': 'x', 'annotations': [{'id': 'a', 'uri': 'u'}]}"
      })
  void hypothesis_writes_annotations_in_several_forms(String form, String json) {
    Codings codings = read(json.replace('\'', '"').replace("\\n", "\n"));
    assertThat(column(codings, "coding")).as(form).startsWith("a");
    assertThat(column(codings, "document")).containsOnly("u");
  }

  @Test
  void an_export_that_is_one_page_of_several_is_said_to_be_incomplete() {
    assertThat(read("{\"rows\": [{\"id\": \"a\", \"uri\": \"u\"}], \"total\": 5}").account())
        .contains(
            "not carried: 4 annotations elsewhere (the service states 5, the file holds 1; fetch the other pages too)");
  }

  @Test
  void users_of_one_name_at_two_hosts_keep_their_hosts() {
    Codings codings =
        read(
            """
            [{"id": "a", "uri": "u", "user": "acct:ann@one.example"},
             {"id": "b", "uri": "u", "user": "acct:ann@two.example"},
             {"id": "c", "uri": "u", "user": "acct:bob@two.example"}]
            """);
    assertThat(column(codings, "coder"))
        .containsExactly("ann@one.example", "ann@two.example", "bob");
  }

  // Ids

  @Test
  void documents_never_share_an_id() {
    Codings codings =
        read(
            """
            [{"id": "a", "uri": "https://example.org/a/b"},
             {"id": "b", "uri": "https://example.org/a-b"},
             {"id": "c", "uri": "https://example.org/a/b"}]
            """);
    List<String> documents = column(codings, "document");
    assertThat(documents.get(0)).isEqualTo(documents.get(2)).isNotEqualTo(documents.get(1));
    assertThat(documents).allMatch(id -> id.matches("example-org-a-b-[0-9a-f]{8}"));
  }

  @Test
  void an_id_that_no_dossier_can_have_is_replaced_and_kept() {
    Codings codings = read("[{\"id\": \"_x!\", \"uri\": \"u\"}, {\"uri\": \"u\"}]");
    assertThat(column(codings, "coding")).containsExactly("x", "annotation-2");
    assertThat(column(codings, "annotation")).containsExactly("_x!", "");
    assertThat(codings.account())
        .contains(
            "not carried: 1 ids (the annotation has none; its coding is numbered: annotation-2)");
  }

  @Test
  void an_annotation_that_is_repeated_is_one_row() {
    Codings codings = read("{\"id\": \"a\", \"uri\": \"u\"}\n{\"uri\": \"u\", \"id\": \"a\"}");
    assertThat(codings.rows()).hasSize(1);
    assertThat(codings.account())
        .contains("not carried: 1 repeated annotations (an equal one is in the table: a)");
  }

  @Test
  void two_different_annotations_with_one_id_are_refused() {
    assertThat(problems("{\"id\": \"a\", \"uri\": \"u\"}\n{\"id\": \"a\", \"uri\": \"v\"}"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(Problem.Code.DUPLICATE_ID);
              assertThat(problem.message()).isEqualTo("two different annotations have the id a");
              assertThat(problem.place().orElseThrow().line()).isEqualTo(2);
            });
  }

  // W3C

  /** After the complete example in appendix B of the recommendation. */
  @Test
  void a_complete_annotation_of_the_w3c_becomes_a_row() {
    Codings codings =
        read(
            """
            {
              "@context": "http://www.w3.org/ns/anno.jsonld",
              "id": "http://example.org/anno38",
              "type": "Annotation",
              "motivation": "commenting",
              "creator": {"id": "http://example.org/user1", "type": "Person", "name": "A. Person",
                "nickname": "user1"},
              "created": "2015-10-13T13:00:00Z",
              "generator": {"id": "http://example.org/client1", "type": "Software"},
              "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": "love"},
                {"type": "SpecificResource", "purpose": "tagging", "source": "http://example.org/city1"},
                {"type": "Choice", "items": [
                  {"type": "TextualBody", "purpose": "describing", "value": "A description.",
                    "language": "en"},
                  {"type": "SpecificResource", "purpose": "describing",
                    "source": {"id": "http://example.org/comment1"}}
                ]},
                {"type": "TextualBody", "value": "A comment."},
                "http://example.org/comment2"
              ],
              "target": {
                "type": "SpecificResource",
                "styleClass": "mystyle",
                "source": "http://example.com/document1",
                "selector": [
                  {"type": "TextQuoteSelector", "exact": "anotation", "prefix": "this is an ",
                    "suffix": " that has some"},
                  {"type": "TextPositionSelector", "start": 412, "end": 421}
                ]
              }
            }
            """);
    assertThat(codings.rows().get(0))
        .isEqualTo(
            ImmutableMap.<String, String>builder()
                .put("coding", "http://example.org/anno38")
                .put("quote", "anotation")
                .put("start", "412")
                .put("end", "421")
                .put("coder", "A. Person")
                .put("remark", "A comment.")
                .put("document", "example-com-document1")
                .put("document_url", "http://example.com/document1")
                .put("tags", "love; http://example.org/city1")
                .put("prefix", "this is an ")
                .put("suffix", " that has some")
                .put("created", "2015-10-13")
                .put("motivation", "commenting")
                .put("describing", "A description.")
                .buildOrThrow());
    assertThat(codings.account())
        .contains(
            "not carried: 1 members 'generator' (no column holds them)",
            "not carried: 1 members 'creator/id' (no column holds them)",
            "not carried: 1 members 'creator/nickname' (no column holds them)",
            "not carried: 1 members 'body/language' (no column holds them)",
            "not carried: 1 members 'target/styleClass' (no column holds them)",
            "not carried: 1 alternative bodies (the first text of a choice is read: http://example.org/anno38)",
            "not carried: 1 bodies elsewhere (the file holds only their address: http://example.org/anno38)");
  }

  @Test
  void each_target_is_a_row() {
    Codings codings =
        read(
            """
            {"id": "a9", "type": "Annotation", "bodyValue": "Both.",
              "target": ["http://example.org/image1", {"id": "http://example.org/image2"}]}
            """);
    assertThat(column(codings, "coding")).containsExactly("a9-1", "a9-2");
    assertThat(column(codings, "annotation")).containsExactly("a9", "a9");
    assertThat(column(codings, "remark")).containsExactly("Both.", "Both.");
    assertThat(column(codings, "document"))
        .containsExactly("example-org-image1", "example-org-image2");
  }

  @Test
  void a_body_without_a_purpose_has_the_purpose_of_its_annotation_if_that_is_tagging() {
    Codings codings =
        read(
            """
            {"id": "a40", "type": "Annotation", "motivation": "tagging",
              "body": {"type": "TextualBody", "value": "important"},
              "target": "http://example.com/book/page1"}
            """);
    assertThat(codings.rows().get(0))
        .containsEntry("tags", "important")
        .doesNotContainKey("remark");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a page | {'type': 'AnnotationPage', 'startIndex': 0, 'items': [%s]}",
        "a collection | {'type': 'AnnotationCollection', 'total': 1, 'first': {'id': 'p1', 'type': 'AnnotationPage', 'items': [%s]}}",
        "a collection with items | {'type': ['AnnotationCollection'], 'items': [%s]}",
        "a list | [%s]"
      })
  void annotations_of_the_w3c_come_in_several_forms(String form, String json) {
    String annotation = "{'id': 'a1', 'type': 'Annotation', 'target': 'http://example.org/1'}";
    Codings codings = read(json.formatted(annotation).replace('\'', '"'));
    assertThat(column(codings, "coding")).as(form).containsExactly("a1");
  }

  @Test
  void a_page_that_is_elsewhere_is_in_the_account_unless_the_file_has_it() {
    String pages =
        """
        {"id": "p1", "type": "AnnotationPage", "next": "p2", "items": []}
        {"id": "p2", "type": "AnnotationPage", "next": "p3", "items": []}
        """;
    assertThat(read(pages).account())
        .contains("not carried: 1 pages elsewhere (the file holds only their address)");
  }

  @Test
  void a_selector_that_refines_another_has_the_words_and_no_position() {
    Codings codings =
        read(
            W3C.formatted(
                """
                {"type": "FragmentSelector", "value": "para5", "refinedBy": [
                  {"type": "TextQuoteSelector", "exact": "Selected Text"},
                  {"type": "TextPositionSelector", "start": 6, "end": 19}]}
                """));
    assertThat(codings.rows().get(0))
        .containsEntry("quote", "Selected Text")
        .doesNotContainKey("start");
    assertThat(codings.account())
        .contains(
            "not carried: 1 refined selectors (only the selector that refines is read)",
            "not carried: 1 positions (they count within a part of the document: http://example.org/anno1)");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "12, 14, start", // two code points
        "12, 15, utf16_start", // three UTF-16 code units
        "12, 16, none",
        "12, 12, none"
      })
  void a_position_counts_what_fits_the_quotation(int start, int end, String column) {
    Codings codings =
        read(
            W3C.formatted(
                """
                [{"type": "TextQuoteSelector", "exact": "a🗣"},
                 {"type": "TextPositionSelector", "start": %d, "end": %d}]
                """
                    .formatted(start, end)));
    assertThat(codings.columns().stream().filter(it -> it.endsWith("start")).toList())
        .isEqualTo(column.equals("none") ? List.of() : List.of(column));
  }

  /** Hypothesis offers its annotations in JSON-LD too, with the positions of the browser. */
  @Test
  void positions_of_hypothesis_in_the_form_of_the_w3c_are_not_taken_for_code_points() {
    Codings codings =
        read(
            """
            {"id": "https://hypothes.is/a/1", "type": "Annotation",
              "creator": "acct:ann@hypothes.is",
              "target": [{"source": "u", "selector": [
                {"type": "TextQuoteSelector", "exact": "nos"},
                {"type": "TextPositionSelector", "start": 7, "end": 10}]}]}
            """);
    assertThat(codings.rows().get(0))
        .containsEntry("coder", "ann")
        .containsEntry("utf16_start", "7")
        .containsEntry("utf16_end", "10")
        .doesNotContainKeys("start", "end");
  }

  @Test
  void the_account_stays_short_however_many_members_are_unknown() {
    StringBuilder json = new StringBuilder("{\"id\": \"a\", \"uri\": \"u\"");
    for (int i = 0; i < 500; i++) {
      json.append(", \"m").append(i).append("\": 1");
    }
    List<String> account = read(json.append("}").toString()).account();
    assertThat(account)
        .hasSizeLessThan(110)
        .contains("not carried: 400 things of other kinds (no column holds them)");
  }

  @Test
  void the_id_of_a_source_in_an_address_is_the_id_of_the_document() {
    Codings codings =
        read(
            "{\"id\": \"a\", \"type\": \"Annotation\", \"target\": \"urn:demarche:source:KT17/early\"}");
    assertThat(codings.rows().get(0))
        .containsEntry("document", "KT17/early")
        .doesNotContainKey("document_url");
  }

  // Refused files

  @Test
  void other_json_is_refused_with_what_it_holds() {
    assertThat(problems("{\"demarche\": 1, \"claims\": []}"))
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo(
            "holds no annotation: expected annotations of the W3C, each with \"type\": \"Annotation\", or of Hypothesis, each with \"uri\"; got an object with the members demarche, claims");
  }

  @Test
  void a_mistyped_type_is_suggested() {
    assertThat(problems("{\"type\": \"Anotation\", \"target\": \"u\"}").get(0).message())
        .endsWith("(did you mean 'Annotation'?)");
  }

  @Test
  void all_wrong_values_are_reported_with_their_lines() {
    List<Problem> problems =
        problems(
            """
            [
              {"id": "a", "uri": "u", "text": 1, "created": "yesterday"},
              {"id": "b", "type": "Annotation",
                "target": {"source": "u", "selector": [
                  {"type": "TextPositionSelector", "start": -1, "end": "5"}]}},
              {"id": "c", "type": "Annotation"},
              7
            ]
            """);
    assertThat(
            problems.stream()
                .map(it -> it.place().orElseThrow().line() + ": " + it.message())
                .toList())
        .containsExactlyInAnyOrder(
            "2: 0/text takes a text, got number 1",
            "2: created takes a date and time such as 2017-10-31T09:30:00Z, got \"yesterday\"",
            "5: 1/target/selector/0/start takes a whole number from 0 to 2147483647, got number -1",
            "5: 1/target/selector/0/end takes a whole number from 0 to 2147483647, got text \"5\"",
            "6: annotation c has no target: the document that it is about",
            "7: holds no annotation: expected annotations of the W3C, each with \"type\": \"Annotation\", or of Hypothesis, each with \"uri\"; got number 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | SYNTAX | 1 | the file is empty",
        "`[{\"id\": \"a\"` | SYNTAX | 1 | unexpected end of the file: a bracket or quotation mark is still open",
        "`[\\n{\"id\": nil}]` | SYNTAX | 2 | not JSON from here on",
        "`{\"id\": \"a\",\\n\"id\": \"b\"}` | DUPLICATE_MEMBER | 2 | duplicate member 'id' in one object"
      })
  void a_broken_file_is_refused_with_its_line(
      String json, Problem.Code code, int line, String message) {
    assertThat(problems(json.replace("\\n", "\n")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).startsWith(message);
              assertThat(problem.place().orElseThrow().line()).isEqualTo(line);
            });
  }

  @Test
  void values_that_are_nested_too_deeply_are_refused() {
    assertThat(problems("[".repeat(200)))
        .extracting(Problem::code)
        .containsExactly(Problem.Code.TOO_LARGE);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() throws IOException {
    Path file = folder.resolve("latin.json");
    Files.write(file, "[\n\"é\"]".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Codings.annotations(file))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("latin.json:2:1: not UTF-8: the byte 0xE9 at offset 3");
  }

  @Test
  void a_small_file_that_unpacks_to_more_than_the_limit_is_refused() throws IOException {
    Path file = folder.resolve("bomb.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      byte[] spaces = new byte[1 << 20];
      for (int i = 0; i < 129; i++) {
        out.write(spaces);
      }
    }
    assertThatThrownBy(() -> Codings.annotations(file))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("larger than the limit of 128 MiB; export fewer annotations at once");
  }

  @Test
  void a_file_that_is_missing_is_said_to_be() {
    assertThatThrownBy(() -> Codings.annotations(folder.resolve("nowhere.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no such file");
  }

  @Property(tries = 200)
  void any_file_is_read_or_refused(
      @ForAll
          @Chars({'{', '}', '[', ']', '"', ':', ',', 'u', 'r', 'i', '1'})
          @StringLength(max = 24)
          String json)
      throws IOException {
    Path file = Files.createTempFile("annotations", ".json");
    try {
      Files.writeString(file, json);
      Codings.annotations(file);
    } catch (InvalidDossierException refused) {
      assertThat(refused.problems()).isNotEmpty();
    } finally {
      Files.delete(file);
    }
  }

  // Places

  private static Source source(String id, String url, String text) {
    return Source.builder()
        .id(id)
        .outlet("wire")
        .title(id)
        .published(When.parse("2017"))
        .url(url)
        .text(text)
        .build();
  }

  private static Dossier dossier(Source... sources) {
    return Dossier.of(Actor.builder().id("wire").name("The Wire").kind(ActorKind.MEDIA).build())
        .plus(sources);
  }

  private static String hypothesis(String id, String uri, String selectors) {
    return """
        {"id": "%s", "uri": "%s", "target": [{"source": "%s", "selector": [%s]}]}
        """
        .formatted(id, uri, uri, selectors);
  }

  private static String quoteOf(String exact, String prefix, String suffix) {
    return "{\"type\": \"TextQuoteSelector\", \"exact\": \"%s\", \"prefix\": \"%s\", \"suffix\": \"%s\"}"
        .formatted(exact, prefix, suffix);
  }

  @Test
  void words_are_found_in_the_source_with_the_url() {
    Codings located =
        read(hypothesis("a", "https://example.org/1", quoteOf("three 🗣", "", "")))
            .locate(dossier(source("KT17", "https://example.org/1", "😀 the three 🗣 nos")));
    assertThat(located.rows().get(0))
        .containsEntry("start", "6")
        .containsEntry("end", "13")
        .containsEntry("document", "KT17");
    assertThat(located.columns())
        .containsExactly("coding", "quote", "start", "end", "document", "document_url");
    assertThat(located.account())
        .contains(
            "carried: 1 located quotations (columns start and end, in the text of their source)");
  }

  @Test
  void words_are_found_in_the_source_whose_id_is_the_document() {
    Codings located =
        read(hypothesis("a", "KT17", quoteOf("nos", "", "")).replace("KT17", "kt17"))
            .locate(dossier(source("kt17", "https://example.org/1", "three nos")));
    assertThat(column(located, "start")).containsExactly("6");
  }

  @Test
  void the_words_around_decide_between_several_places() {
    Codings located =
        read(hypothesis("a", "u", quoteOf("nos", "four ", "")))
            .locate(dossier(source("S", "u", "three nos, four nos, five nos")));
    assertThat(column(located, "start")).containsExactly("16");
    assertThat(column(located, "end")).containsExactly("19");
  }

  @Test
  void the_position_on_the_page_decides_if_the_words_around_do_not() {
    String at = ", {\"type\": \"TextPositionSelector\", \"start\": 4, \"end\": 5}";
    Codings located =
        read(hypothesis("a", "u", quoteOf("a", "", "") + at))
            .locate(dossier(source("S", "u", "a🗣 a")));
    assertThat(column(located, "start")).containsExactly("3");
  }

  @Test
  void a_text_that_repeats_itself_is_searched_in_time() {
    Codings page = read(hypothesis("a", "u", quoteOf("a".repeat(1_000_000), "", "")));
    Dossier repeated = dossier(source("S", "u", "a".repeat(2_000_000)));
    Codings located =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> page.locate(repeated));
    assertThat(located.account())
        .contains(
            "not carried: 1 places of codings (the text of their source has the words in several places, and nothing decides: a)");
  }

  @Test
  void the_position_decides_between_places_that_overlap() {
    String at = ", {\"type\": \"TextPositionSelector\", \"start\": 1, \"end\": 3}";
    Codings located =
        read(hypothesis("a", "u", quoteOf("aa", "", "") + at))
            .locate(dossier(source("S", "u", "aaaa")));
    assertThat(column(located, "start")).containsExactly("1");
  }

  @Test
  void many_tags_are_joined_in_time() {
    String tags = String.join(",", Collections.nCopies(300_000, "\"tag\""));
    Codings codings =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                read(
                    hypothesis("a", "u", quoteOf("x", "", ""))
                        .replaceFirst("\\{", "{\"tags\": [" + tags + "], ")));
    assertThat(codings.rows().get(0).get("tags")).hasSize(300_000 * 3 + 299_999 * 2);
  }

  @Test
  void codings_without_a_place_are_counted_by_reason() {
    String text = "the  three nos, the three nos";
    Codings located =
        read(String.join(
                "\n",
                hypothesis("several", "u", quoteOf("nos", "", "")),
                hypothesis("absent", "u", quoteOf("four nos", "", "")),
                hypothesis("spaced", "u", quoteOf("nos,\\nthe", "", "")),
                hypothesis("unquoted", "u", ""),
                hypothesis("foreign", "elsewhere", quoteOf("nos", "", "")),
                hypothesis("shared", "twice", quoteOf("nos", "", ""))))
            .locate(
                dossier(
                    source("S", "u", text),
                    source("T1", "twice", text),
                    source("T2", "twice", text)));
    assertThat(column(located, "start")).containsOnly("");
    assertThat(located.account())
        .endsWith(
            "not carried: 1 places of codings (they have no words to look for: unquoted)",
            "not carried: 1 places of codings (the dossier has no source with their url or document: foreign)",
            "not carried: 1 places of codings (several sources of the dossier have their url: shared)",
            "not carried: 1 places of codings (the text of their source does not have the words: absent)",
            "not carried: 1 places of codings (the text of their source has the words with other white space; copy them from it: spaced)",
            "not carried: 1 places of codings (the text of their source has the words in several places, and nothing decides: several)");
  }

  @Test
  void a_place_that_the_text_contradicts_is_removed() {
    Codings located =
        read(W3C.formatted(
                """
                    [{"type": "TextQuoteSelector", "exact": "nos"},
                     {"type": "TextPositionSelector", "start": 3, "end": 6}]
                    """))
            .locate(dossier(source("S", "http://example.org/page1", "three yeses")));
    assertThat(located.rows().get(0)).doesNotContainKeys("start", "end");
  }

  /** The position of a browser, in UTF-16 code units, gives the place in code points. */
  @Property(tries = 200)
  void a_passage_of_any_text_is_found_again_from_its_words_and_its_utf_16_position(
      @ForAll @Chars({'a', 'b', ' '}) @StringLength(min = 1, max = 12) String letters,
      @ForAll @IntRange(max = 11) int first,
      @ForAll @IntRange(min = 1, max = 12) int length)
      throws IOException {
    String text = "a" + letters.replace("b", "🗣");
    int points = text.codePointCount(0, text.length());
    int start = Math.min(first, points - 1);
    int end = Math.min(points, start + length);
    int from = text.offsetByCodePoints(0, start);
    int to = text.offsetByCodePoints(0, end);
    String json =
        hypothesis(
            "a",
            "u",
            quoteOf(text.substring(from, to), text.substring(0, from), "")
                + ", {\"type\": \"TextPositionSelector\", \"start\": %d, \"end\": %d}"
                    .formatted(from, to));
    Path file = Files.createTempFile("annotations", ".json");
    try {
      Files.writeString(file, json);
      Codings located = Codings.annotations(file).locate(dossier(source("S", "u", text)));
      assertThat(located.rows().get(0))
          .containsEntry("start", Integer.toString(start))
          .containsEntry("end", Integer.toString(end));
    } finally {
      Files.delete(file);
    }
  }
}
