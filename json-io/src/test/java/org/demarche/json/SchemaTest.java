package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.json.records.LineWriter;
import org.demarche.json.records.RecordType;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped schemas and the reader agree on the form of records. */
class SchemaTest {
  private static final Schema DOCUMENT = schema("dossier.schema.json");
  private static final Schema LINE = schema("line.schema.json");

  static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource(name));
  }

  private static final Path SHIPPED = Path.of("src/main/resources/org/demarche/json");

  private static String resource(String name) {
    try (InputStream in = Dossiers.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException unread) {
      throw new AssertionError(unread);
    }
  }

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiersWithOpenEnds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dossier", "line", "answer"})
  void the_shipped_schemas_match_the_codecs(String name) throws IOException {
    String schema =
        switch (name) {
          case "dossier" -> SchemaWriter.ofDocument();
          case "line" -> SchemaWriter.ofLine();
          default -> SchemaWriter.ofAnswer();
        };
    if ("write".equals(System.getProperty("demarche.schemas"))) {
      Files.writeString(SHIPPED.resolve(name + ".schema.json"), schema);
    } else {
      assertThat(resource(name + ".schema.json"))
          .as("run this test with -Ddemarche.schemas=write to rewrite the schemas")
          .isEqualTo(schema);
    }
  }

  /** The order that the answers print, as in “outlet ← first relay ← second relay”. */
  @Test
  void the_schemas_list_relays_nearest_the_outlet_first() {
    assertThat(List.of(Dossiers.schema(), Dossiers.lineSchema(), Answers.schema()))
        .allSatisfy(
            schema ->
                assertThat(schema)
                    .contains("who passed the words on, nearest the outlet first")
                    .doesNotContain("from the speaker outward"));
  }

  @Test
  void the_schemas_are_returned_by_methods() {
    assertThat(Dossiers.schema()).isEqualTo(resource("dossier.schema.json"));
    assertThat(Dossiers.lineSchema()).isEqualTo(resource("line.schema.json"));
    assertThat(Answers.schema()).isEqualTo(resource("answer.schema.json"));
  }

  @Property(tries = 100)
  void written_dossiers_follow_the_schemas(@ForAll("dossiers") Dossier dossier) {
    assertThat(DOCUMENT.validate(Dossiers.format(dossier), InputFormat.JSON)).isEmpty();
    for (RecordType<?> kind : RecordType.byName().values()) {
      for (DossierRecord item : kind.get().apply(dossier)) {
        assertThat(LINE.validate(LineWriter.line(item), InputFormat.JSON)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "demarche": 1                                      | "demarche": 1, "$schema": "x.json"
            , "participants": ["rok-mofa"]                     | ``
            `"occasion": "talks", `                            | ``
            "name": "박근혜"                                      | "name": "박근혜", "aliases": ["Park", "P."]
            "mode": "INDIRECT", "quote": "Seoul abides by it", | "mode": "RECORDED",
            "demarche": 1                                      | "demarche": 1, "title": "T", "authors": ["A"], "licence": "L", "version": "1"
            "outlet": "korea-times"                            | "outlet": "rok", "issuedBy": ["rok", "rok-mofa"]
            "title": "Still pressing"                          | "title": "T", "identifiers": {"doi": "10.1/a"}
            "name": "박근혜"                                      | "name": "박근혜", "identifiers": {}
            "kind": "STATE",                                   | "kind": "STATE", "from": "1948-08-15", "to": "2020-01-01",
            "force": "REAFFIRM"                                | "force": "PROMISE", "condition": "if asked", "due": "2018-XX"
            "force": "REAFFIRM"                                | "force": "REAFFIRM", "status": "DRAFT", "coder": "a program"
            "force": "REAFFIRM"                                | "force": "REAFFIRM", "coder": "Ann", "reviewer": "Bob"
            "force": "REAFFIRM"                                | "force": "REAFFIRM", "readings": [{"coder": "Ann", "members": {"force": "HOPE"}}]
            "quote": "Seoul abides by it"                      | "quote": "지킨다", "language": "ko-KR", "translation": "It abides."
            """)
  void the_schema_and_the_reader_accept_a_valid_change(String before, String after) {
    assertAgree(before, after, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "demarche": 1                       | "demarche": 2
            "demarche": 1                       | "demarche": "1"
            "demarche": 1,                      | ``
            "demarche": 1                       | "demarche": 1, "$schema": 1
            "sources"                           | "source"
            "demarche": 1                       | "demarche": 1, "more": []
            `"kind": "ORGAN", `                 | ``
            `"name": "외교부", `                   | ``
            `"title": "Still pressing", `       | ``
            `"head": "moon", `                  | ``
            `"speakers": ["moon"], `            | ``
            "speakers": ["moon"]                | "speakers": []
            `"principals": ["rok"], `           | ``
            "asserted": "2017-11-22",           | ``
            `"stance": "FOR", `                 | ``
            `"start": 4, `                      | ``
            "quote": "Seoul abides by it",      | ``
            "occasion": "talks"                 | "occasion": null
            "occasion": "talks"                 | "ocasion": "talks"
            "name": "박근혜"                       | "name": ""
            "name": "박근혜"                       | "name": " \\t"
            "name": "박근혜"                       | "name": 5
            "name": "박근혜"                       | "name": "박근혜", "aliases": ["Park", "Park"]
            "name": "박근혜"                       | "name": "박근혜", "aliases": "Park"
            "name": "박근혜"                       | "name": "박근혜", "named": "yes"
            "from": "2017-05-10"                | "from": "2017-05"
            "from": "2017-05-10"                | "from": "+12345-01-01"
            "from": "2017-05-10"                | "from": "[..2017-05-10]"
            "stance": "FOR"                     | "stance": "for"
            "mode": "INDIRECT"                  | "mode": "VERBATIM"
            "force": "REAFFIRM"                 | "force": 3
            "start": 4                          | "start": "4"
            "start": 4                          | "start": -1
            "start": 4                          | "start": 4.5
            "end": 22                           | "end": 99999999999
            "more-thaad": "AGAINST",            | ``
            "more-thaad": "AGAINST"             | "more-thaad": "UNCOMMITTED"
            "more-thaad": "AGAINST"             | "more-thaad": null
            "via": ["rok-mofa"]                 | "via": "rok-mofa"
            "via": ["rok-mofa"]                 | "via": [7]
            "participants": ["rok-mofa"]        | "participants": ["rok-mofa", "rok-mofa"]
            "selector": {"start": 4, "end": 22} | "selector": [4, 22]
            "demarche": 1                       | "demarche": 1, "title": ""
            "demarche": 1                       | "demarche": 1, "authors": "Ann"
            "title": "Still pressing"           | "title": "T", "identifiers": {"a doi": "10.1/a"}
            "title": "Still pressing"           | "title": "T", "identifiers": {"doi": " "}
            "title": "Still pressing"           | "title": "T", "identifiers": ["doi"]
            "title": "Still pressing"           | "title": "T", "textHash": "abc"
            "kind": "STATE",                    | "kind": "STATE", "from": "1948",
            "kind": "STATE",                    | "kind": "STATE", "members": [{"from": "2017-01-01"}],
            "force": "REAFFIRM"                 | "force": "REAFFIRM", "condition": ""
            "force": "REAFFIRM"                 | "force": "REAFFIRM", "due": "2017-10/.."
            "force": "REAFFIRM"                 | "force": "REAFFIRM", "status": "CODED"
            "force": "REAFFIRM"                 | "force": "REAFFIRM", "coder": " "
            "force": "REAFFIRM"                 | "force": "REAFFIRM", "readings": [{"coder": "Ann"}]
            "force": "REAFFIRM"                 | "force": "REAFFIRM", "readings": [{"coder": "Ann", "members": {}}]
            "force": "REAFFIRM"                 | "force": "REAFFIRM", "retracts": "KT17-06"
            "quote": "Seoul abides by it"       | "quote": "so", "language": "ko_KR"
            "quote": "Seoul abides by it"       | "quote": "so", "translation": ""
            """)
  void the_schema_and_the_reader_refuse_an_invalid_change(String before, String after) {
    assertAgree(before, after, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"un/79:A_1.b", "X", "9-", "a--b"})
  void the_schema_and_the_reader_accept_a_valid_id(String id) {
    assertAgree(
        "\"issue\": \"thaad\", \"text\": \"More",
        "\"issue\": \"" + id + "\", \"text\": \"More",
        true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a b", "한국", "a.", "a\\n", "é"})
  void the_schema_and_the_reader_refuse_an_invalid_id(String id) {
    assertAgree(
        "\"issue\": \"thaad\", \"text\": \"More",
        "\"issue\": \"" + id + "\", \"text\": \"More",
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017",
        "2017-11",
        "2017-11-23",
        "[2017-11..2017-11-22]",
        "[..2017-11]",
        "2017/2017-11-23",
        "../2017-11",
        "2017-11?",
        "2017-11-22~",
        "2017%",
        "2017-11-XX",
        "2017-XX",
        "2017-XX-XX",
        "201X",
        "20XX~",
        "[201X..2017-11-XX?]",
        "2017-10~/2017-11-XX",
        "2017-10/.."
      })
  void the_schema_and_the_reader_accept_a_valid_date(String when) {
    assertAgree("\"asserted\": \"2017-11-22\"", "\"asserted\": \"" + when + "\"", true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17",
        "2017-13",
        "2017-00",
        "2017-11-32",
        "2017-11-00",
        "2017-1-1",
        "[2017]",
        "[2017..]",
        "../..",
        "[../2017]",
        "201X-10",
        "2017-XX-11",
        "2017-1X",
        "2XXX",
        "2017?-11",
        "2017-11?~",
        "[..2017]?",
        "2017-21",
        "-2017",
        "2017/",
        "2017..",
        "2017-11-22T00:00",
        " 2017"
      })
  void the_schema_and_the_reader_refuse_an_invalid_date(String when) {
    assertAgree("\"asserted\": \"2017-11-22\"", "\"asserted\": \"" + when + "\"", false);
  }

  @Test
  void the_schema_and_the_reader_refuse_an_open_end_of_a_source_or_occasion() {
    assertAgree("\"published\": \"2017-11-24\"", "\"published\": \"2017-11/..\"", false);
    assertAgree("\"when\": \"2017-11-22\"", "\"when\": \"2017-11/..\"", false);
  }

  /** Checks that the schema and the reader both accept, or both refuse, the changed document. */
  private static void assertAgree(String before, String after, boolean isValid) {
    assertThat(SampleDossiers.VALID_DOCUMENT).containsOnlyOnce(before);
    String document = SampleDossiers.VALID_DOCUMENT.replace(before, after);
    assertThat(DOCUMENT.validate(document, InputFormat.JSON).isEmpty())
        .as("the schema accepts it")
        .isEqualTo(isValid);
    assertThat(isRead(() -> Dossiers.parse(document)))
        .as("the reader accepts it")
        .isEqualTo(isValid);
  }

  /** Returns valid lines of a file with one record per line. */
  static Stream<String> validLines() {
    return """
        {"demarche": 1}
        {"$schema": "line.schema.json"}
        {"actor": {"id": "a", "name": "A", "kind": "STATE"}}
        {"dossier": {"title": "T", "authors": ["A"], "licence": "L", "version": "V"}}
        {"dossier": {}}
        """
        .lines();
  }

  /** Returns invalid lines of a file with one record per line. */
  static Stream<String> invalidLines() {
    return """
        {"demarche": 1, "$schema": "line.schema.json"}
        {"demarche": 2}
        {}
        []
        "actor"
        {"actors": []}
        {"actor": []}
        {"actor": null}
        {"id": "a", "name": "A", "kind": "STATE"}
        {"actor": {"id": "a", "name": "A", "kind": "EMPIRE"}}
        {"dossier": []}
        {"dossier": {"title": " "}}
        {"dossier": {"authors": "A"}}
        {"dossier": {"id": "a"}}
        {"actor": {"id": "a", "name": "A", "kind": "STATE"}, "claim": {}}
        """
        .lines();
  }

  @ParameterizedTest
  @MethodSource("validLines")
  void the_schema_of_a_line_and_the_reader_accept_a_valid_line(String line) {
    assertAgreeOnLine(line, true);
  }

  @ParameterizedTest
  @MethodSource("invalidLines")
  void the_schema_of_a_line_and_the_reader_refuse_an_invalid_line(String line) {
    assertAgreeOnLine(line, false);
  }

  private static void assertAgreeOnLine(String line, boolean isValid) {
    assertThat(LINE.validate(line, InputFormat.JSON).isEmpty()).isEqualTo(isValid);
    assertThat(
            isRead(
                () -> Dossiers.read(new ByteArrayInputStream(line.getBytes(UTF_8)), "any.jsonl")))
        .isEqualTo(isValid);
  }

  private static boolean isRead(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (InvalidDossierException refused) {
      return false;
    }
  }
}
