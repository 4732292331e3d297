package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.json.SampleDossiers.COMPLETE_DOCUMENT;
import static org.demarche.json.SampleDossiers.VALID_DOCUMENT;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.assertRefused;
import static org.demarche.json.SampleDossiers.completeDossier;
import static org.demarche.json.SampleDossiers.problems;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Code;
import org.demarche.model.Proposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a document, and reporting its problems: all of them, each located, and no others. */
class DossiersReadTest {
  @Test
  void the_sample_document_is_valid() {
    Dossier dossier = Dossiers.parse(VALID_DOCUMENT);

    assertThat(dossier)
        .hasToString("Dossier of 1 sources, 5 actors, 1 occasions, 3 propositions, 1 claims");
    assertThat(dossier.warnings()).isEmpty();
  }

  @Test
  void warnings_of_a_document_are_passed_on_with_their_places() {
    String json =
        VALID_DOCUMENT
            .replace("\"mode\": \"INDIRECT\"", "\"mode\": \"DIRECT\"")
            .replace("\"force\": \"REAFFIRM\",", "\"force\": \"REAFFIRM\", \"due\": \"2017\",")
            .replace("\"due\": \"2017\"", "\"due\": \"2016\"");
    List<Problem> warnings = new ArrayList<>();

    Dossier dossier =
        Dossiers.reader()
            .onWarning(warnings::add)
            .read(new ByteArrayInputStream(json.getBytes(UTF_8)), "thaad.json");

    assertThat(warnings)
        .extracting(Problem::toString)
        .containsExactly(
            "thaad.json:31:101: claim KT17-07: due 2016, before it was said, 2017-11-22",
            "thaad.json:33:55: claim KT17-07: DIRECT evidence from KT17 has no quotation marks;"
                + " INDIRECT?");
    assertThat(dossier.warnings())
        .extracting(Problem::message)
        .containsExactlyInAnyOrderElementsOf(warnings.stream().map(Problem::message).toList());
  }

  @Test
  void warnings_of_lines_are_passed_on_with_their_places(@TempDir Path folder) {
    Dossier dossier =
        Dossiers.parse(VALID_DOCUMENT.replace("\"mode\": \"INDIRECT\"", "\"mode\": \"DIRECT\""));
    Path file = folder.resolve("claims.jsonl");
    Dossiers.write(dossier, file);
    List<Problem> warnings = new ArrayList<>();

    assertThat(Dossiers.reader().onWarning(warnings::add).read(file)).isEqualTo(dossier);

    assertThat(warnings)
        .extracting(Problem::code, problem -> problem.place().orElseThrow().line())
        .containsExactly(tuple(Code.NO_QUOTATION_MARKS, 12));
  }

  @Test
  void records_keep_the_order_of_the_document() {
    Dossier dossier = Dossiers.parse(VALID_DOCUMENT);

    assertThat(dossier.actors())
        .extracting(Actor::id)
        .containsExactly("rok", "rok-mofa", "park", "moon", "korea-times");
    assertThat(dossier.propositions())
        .extracting(Proposition::id)
        .containsExactly("three-nos", "more-thaad", "join-md");
  }

  @Test
  void line_ends_of_every_platform_are_read() {
    assertThat(Dossiers.parse(COMPLETE_DOCUMENT.replace("\n", "\r\n")))
        .isEqualTo(completeDossier());
    assertThat(Dossiers.parse(COMPLETE_DOCUMENT.replace("\n", "\r"))).isEqualTo(completeDossier());
    for (String end : List.of("\r\n", "\r")) {
      assertRefused(
          altered(
                  altered(VALID_DOCUMENT, "\"title\": \"Still pressing\"", "\"title\": ▸5"),
                  "\"proposition\": \"three-nos\"",
                  "\"proposition\": ▸7 ▸;")
              .replace("\n", end),
          "source KT17: title takes text in quotation marks, got number 5",
          "claim KT17-07: proposition takes text in quotation marks, got number 7",
          "not JSON from here on: a comma is missing before ';'");
    }
  }

  @Test
  void a_byte_order_mark_is_skipped() throws IOException {
    assertThat(Dossiers.parse("\uFEFF" + COMPLETE_DOCUMENT)).isEqualTo(completeDossier());
    try (InputStream in =
        new ByteArrayInputStream(("\uFEFF" + COMPLETE_DOCUMENT).getBytes(UTF_8))) {
      assertThat(Dossiers.read(in, "whole.json")).isEqualTo(completeDossier());
    }
  }

  @Test
  void a_second_byte_order_mark_is_refused() {
    assertThat(problems("\uFEFF\uFEFF{\"demarche\": 1}"))
        .extracting(Problem::toString)
        .containsExactly("text:1:1: a dossier begins { \"demarche\": 1, …, but this begins U+FEFF");
  }

  /** A stream that knows whether it was closed. */
  private static final class Closeable extends ByteArrayInputStream {
    private boolean isClosed;

    Closeable(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  @Test
  void a_stream_is_read_to_its_end_and_left_open() {
    Closeable in = new Closeable(COMPLETE_DOCUMENT.getBytes(UTF_8));

    assertThat(Dossiers.read(in, "whole.json")).isEqualTo(completeDossier());
    assertThat(in.available()).isZero();
    assertThat(in.isClosed).isFalse();
  }

  @Test
  void a_stream_whose_packed_bytes_begin_wrongly_is_left_open() {
    Closeable in = new Closeable(new byte[] {0x1f, (byte) 0x8b, 0, 0, 0, 0, 0, 0, 0, 0});

    assertThatThrownBy(() -> Dossiers.read(in, "whole.json.gz"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(in.isClosed).isFalse();
  }

  @Test
  void a_failing_stream_is_reported_by_its_name() {
    InputStream failing =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("the line went dead");
          }
        };

    assertThatThrownBy(() -> Dossiers.read(failing, "wire.json"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("wire.json: cannot be read: the line went dead");
  }

  @Test
  void problems_of_a_stream_have_its_name() {
    InputStream in = new ByteArrayInputStream("{}".getBytes(UTF_8));

    assertThat(problems(() -> Dossiers.read(in, "한국.json")))
        .extracting(Problem::toString)
        .containsExactly(
            "한국.json:1:1: member 'demarche' is missing; a dossier begins { \"demarche\": 1, …");
  }

  @Test
  void every_member_of_a_problem_is_set_wherever_it_is_found() {
    String json =
        """
        {
          "demarche": 1,
          "sourcez": {},
          "actors": [
            {"id": "rok", "name": "대한민국", "kind": "STAT"},
            {"id": "prc", "name": " ", "kind": "STATE"},
            {"id": "ap", "name": "AP", "kind": "MEDIA", "of": "rokk"},
            {"name": "AP", "kind": "MEDIA", "of": 5}
          ]
        }
        """;

    assertThat(problems(json))
        .extracting(
            Problem::isWarning,
            Problem::code,
            Problem::type,
            Problem::id,
            p -> p.index().orElse(-1),
            Problem::field,
            Problem::value,
            Problem::pointer,
            Problem::message,
            p -> p.place().orElseThrow().toString())
        .containsExactly(
            tuple(
                false,
                Code.UNKNOWN_MEMBER,
                "document",
                "",
                -1,
                "sourcez",
                "sourcez",
                "/sourcez",
                "a dossier has no member 'sourcez' (did you mean 'sources'?)",
                "text:3:3"),
            tuple(
                false,
                Code.BAD_VALUE,
                "actor",
                "rok",
                0,
                "kind",
                "STAT",
                "/actors/0/kind",
                "actor rok: kind 'STAT' is not one of STATE, ORGAN, ORGANISATION, PERSON, MEDIA (did you mean"
                    + " 'STATE'?)",
                "text:5:43"),
            tuple(
                false,
                Code.BLANK,
                "actor",
                "prc",
                1,
                "name",
                " ",
                "/actors/1/name",
                "actor prc: name is blank",
                "text:6:27"),
            tuple(
                false,
                Code.UNKNOWN_ID,
                "actor",
                "ap",
                2,
                "of",
                "rokk",
                "/actors/2/of",
                "actor ap: of 'rokk' is not in the dossier",
                "text:7:55"),
            tuple(
                false,
                Code.MISSING,
                "actor",
                "",
                3,
                "id",
                "",
                "/actors/3/id",
                "actor at index 3: member 'id' is missing",
                "text:8:5"),
            tuple(
                false,
                Code.WRONG_TYPE,
                "actor",
                "",
                3,
                "of",
                "5",
                "/actors/3/of",
                "actor at index 3: of takes text in quotation marks, got number 5",
                "text:8:43"));
  }

  @Test
  void problems_are_reported_in_the_order_of_the_document() {
    assertRefused(
        """
        {
          "claims": [
            {"id": "C1", "speakers": ["moon"], "principals": ▸["rok"], "asserted": "2017",
              "proposition": "p", "stance": "AGAINST", "force": "ASSERT", "evidence": [
                {"source": ▸"KT71", "mode": "RECORDED"}
              ]}
          ],
          "sources": [
            {"id": "KT17", "outlet": "kt", "title": ▸"", "published": "2017"},
            {"id": "KT18", "outlet": "ktt", "title": "T", "published": "2018", ▸"x": 1},
            {"id": "KT19", "outlet": ▸"ktt", "title": "T", "published": "2019"}
          ],
          "demarche": ▸2,
          "actors": [
            {"id": "kt", "name": "KT", "kind": "MEDIA"},
            {"id": "moon", "name": "문재인", "kind": "PERSON"}
          ],
          "propositions": [
            {"id": "p", "issue": ▸"an issue", "text": "P."}
          ]
        }
        """,
        "claim C1: principal 'rok' is not in the dossier",
        "claim C1: source 'KT71' is not in the dossier (did you mean 'KT19'?)",
        "source KT17: title is blank",
        "source KT18: there is no member 'x'; the members are id, outlet, issuedBy, title, author,"
            + " published, basis, reliableQuotes, derivedFrom, revises, url, identifiers, text,"
            + " textHash, note",
        "source KT19: outlet 'ktt' is not in the dossier (did you mean 'kt'?)",
        "demarche: this is a dossier of format version 2; this library reads version 1, a newer"
            + " release is needed",
        "proposition p: issue 'an issue' is not a slug: ASCII letters, digits and hyphens, with . _"
            + " : / inside, no spaces");
  }

  @Test
  void columns_count_utf_16_units_right_after_korean_chinese_and_astral_text() {
    // {"id": "a", "name": "한국中国😀😀", "x": 1}: eleven columns up to the comma, then space,
    // "name" from 13 to 18, colon, space, the text from 21: two marks and 4 + 2 * 2 units, to 30
    assertThat(
            problems(
                """
                {"demarche": 1, "actors": [
                {"id": "a", "name": "한국中国😀😀", "x": 1, "kind": "STATE"}]}"""))
        .extracting(Problem::toString)
        .containsExactly(
            "text:2:33: actor a: there is no member 'x'; the members are id, name, kind, of, succeeds, from, to,"
                + " authority, named, aliases, terms, members, identifiers");
  }

  @Test
  void a_record_is_named_by_its_id_wherever_the_id_is_in_it() {
    assertRefused(
        altered(
            """
            {"id": "KT17", "outlet": "korea-times", "title": "Still pressing", "published": "2017-11-24"}""",
            """
            {"outlet": ▸5, ▸"titel": "T", "title": "T", "id": "KT17", "published": ▸2017}"""),
        "source KT17: outlet takes text in quotation marks, got number 5",
        "source KT17: there is no member 'titel' (did you mean 'title'?)",
        "source KT17: published takes a date in quotation marks, such as \"2017-10-31\", got number"
            + " 2017");
    assertThat(
            problems(
                """
                {"demarche": 1, "actors": [{"name": 5, "id": "x", "kind": "STATE"}]}"""))
        .extracting(Problem::id, Problem::pointer)
        .containsExactly(tuple("x", "/actors/0/name"));
  }

  // Where the records disagree

  @Test
  void an_unknown_id_is_reported_where_it_is_used_with_the_nearest_id() {
    assertRefused(
        VALID_DOCUMENT
            .replace("\"outlet\": \"korea-times\"", "\"outlet\": ▸\"korea-time\"")
            .replace("{\"head\": \"moon\"", "{\"head\": ▸\"mooon\"")
            .replace("\"of\": \"rok\"", "\"of\": ▸\"rook\"")
            .replace("\"participants\": [\"rok-mofa\"]", "\"participants\": ▸[\"rok-mofo\"]")
            .replace("\"join-md\": \"AGAINST\"", "\"join-mb\": ▸\"AGAINST\"")
            .replace("\"speakers\": [\"moon\"]", "\"speakers\": ▸[\"noon\"]")
            .replace("\"occasion\": \"talks\"", "\"occasion\": ▸\"talk\"")
            .replace("\"proposition\": \"three-nos\"", "\"proposition\": ▸\"thaad\"")
            .replace("\"source\": \"KT17\"", "\"source\": ▸\"KT71\"")
            .replace("\"via\": [\"rok-mofa\"]", "\"via\": ▸[\"rokmofa\"]"),
        "source KT17: outlet 'korea-time' is not in the dossier (did you mean 'korea-times'?)",
        "actor rok: head 'mooon' is not in the dossier (did you mean 'moon'?)",
        "actor rok-mofa: of 'rook' is not in the dossier (did you mean 'rok'?)",
        "occasion talks: participant 'rok-mofo' is not in the dossier (did you mean 'rok-mofa'?)",
        "proposition three-nos: part 'join-mb' is not in the dossier (did you mean 'join-md'?)",
        "claim KT17-07: speaker 'noon' is not in the dossier (did you mean 'moon'?)",
        "claim KT17-07: occasion 'talk' is not in the dossier (did you mean 'talks'?)",
        "claim KT17-07: proposition 'thaad' is not in the dossier; it is an issue",
        "claim KT17-07: source 'KT71' is not in the dossier (did you mean 'KT17'?)",
        "claim KT17-07: relay 'rokmofa' is not in the dossier (did you mean 'rok-mofa'?)");
  }

  @Test
  void a_duplicate_id_is_reported_at_the_second_record() {
    assertRefused(
        altered("{\"id\": \"moon\", \"name\": \"문재인\"", "{\"id\": ▸\"park\", \"name\": \"문재인\"")
            .replace("{\"head\": \"moon\"", "{\"head\": \"park\"")
            .replace("[\"moon\"]", "[\"park\"]"),
        "duplicate actor id park");
  }

  @Test
  void a_duplicate_id_is_reported_even_if_one_record_is_refused() {
    String first = "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"STATE\"}";
    String refused = first.replace("\"A\"", "▸5");
    String again = first.replace("\"a\"", "▸\"a\"");
    String refusedAgain = refused.replace("\"a\"", "▸\"a\"");
    String name = "actor a: name takes text in quotation marks, got number 5";
    String twice = "duplicate actor id a";

    assertRefused(actors(first, again), twice);
    assertRefused(actors(refused, again), name, twice);
    assertRefused(actors(first, refusedAgain), twice, name);
    assertRefused(actors(refused, refusedAgain), name, twice, name);
    assertRefused(actors(refused, again, again), name, twice, twice);
    assertRefused(actors(first, again, refusedAgain), twice, twice, name);
  }

  private static String actors(String... actors) {
    return "{\"demarche\": 1, \"actors\": [\n" + String.join(",\n", actors) + "]}";
  }

  @Test
  void records_of_two_types_may_share_an_id() {
    assertRefused(
        """
        {"demarche": 1, "actors": [{"id": "a", "name": ▸5, "kind": "STATE"}],
          "occasions": [{"id": "a", "label": "A", "when": ▸5}]}""",
        "actor a: name takes text in quotation marks, got number 5",
        "occasion a: when takes a date in quotation marks, such as \"2017-10-31\", got number 5");
  }

  @Test
  void references_to_a_refused_record_are_not_reported() {
    assertRefused(
        VALID_DOCUMENT
            .replace("\"title\": \"Still pressing\"", "\"title\": ▸5")
            .replace("\"name\": \"문재인\"", "\"name\": ▸\"\"")
            .replace("\"label\": \"Talks\"", "\"label\": \"Talks\", ▸\"x\": 5")
            .replace(
                "\"issue\": \"thaad\", \"text\": \"It abides",
                "\"issue\": ▸\"\", \"text\": \"It abides"),
        "source KT17: title takes text in quotation marks, got number 5",
        "actor moon: name is blank",
        "occasion talks: there is no member 'x'; the members are id, label, when, participants",
        "proposition three-nos: issue '' is not a slug: ASCII letters, digits and hyphens, with . _"
            + " : / inside, no spaces");
  }

  @Test
  void other_problems_of_a_record_that_refers_to_a_refused_one_are_reported() {
    assertRefused(
        VALID_DOCUMENT
            .replace("\"title\": \"Still pressing\"", "\"title\": ▸5")
            .replace("\"occasion\": \"talks\"", "\"occasion\": ▸\"walks\""),
        "source KT17: title takes text in quotation marks, got number 5",
        "claim KT17-07: occasion 'walks' is not in the dossier (did you mean 'talks'?)");
  }

  @Test
  void references_to_records_of_an_unreadable_list_are_not_reported() {
    assertRefused(
        VALID_DOCUMENT.replace("\"sources\": [", "▸\"source\": ["),
        "a dossier has no member 'source' (did you mean 'sources'?)");
    assertRefused(
        VALID_DOCUMENT.replace("\"actors\": [", "\"actors\": ▸null, ▸\"actors\": ["),
        "actors is null; leave the member out instead",
        "duplicate member 'actors'");
    assertRefused(
        VALID_DOCUMENT
            .replace("\"occasions\": [", "\"occasions\": ▸{\"a\": [")
            .replace("],\n  \"propositions\"", "]},\n  \"propositions\""),
        "occasions takes a list of records, got an object");
    assertRefused(
        VALID_DOCUMENT.replace("\"propositions\": [", "\"propositions\": [], ▸\"propositions\": ["),
        "duplicate member 'propositions'");
  }

  @Test
  void references_are_still_checked_despite_other_problems() {
    assertRefused(
        VALID_DOCUMENT
            .replace("\"demarche\": 1,", "\"demarche\": 1, ▸\"demarche\": 1, ▸\"comments\": [],")
            .replace("\"occasion\": \"talks\"", "\"occasion\": ▸\"walks\""),
        "duplicate member 'demarche'",
        "a dossier has no member 'comments'; it has demarche, $schema, title, authors, licence, version, sources, actors, occasions,"
            + " propositions, claims",
        "claim KT17-07: occasion 'walks' is not in the dossier (did you mean 'talks'?)");
  }

  @Test
  void an_empty_reference_is_reported_despite_a_record_without_id() {
    assertRefused(
        """
        {"demarche": 1, "actors": [▸{"name": "A", "kind": "STATE"}],
          "occasions": [{"id": "a", "label": "A", "when": "2017", "participants": ▸[""]}]}""",
        "actor at index 0: member 'id' is missing",
        "occasion a: participant '' is not in the dossier");
  }

  @Test
  void problems_after_a_refused_record_have_the_right_index() {
    String json =
        """
        {"demarche": 1, "actors": [
          {"id": "a", "name": "A", "kind": "STATE", "of": "b"},
          {"id": "b", "name": "B", "kind": "MEDIA"},
          5,
          {"id": "c", "name": "C", "kind": "MEDIA", "of": "d"},
          {"id": "e", "name": "E", "kind": 7},
          {"id": "f", "name": "F", "kind": "STATE", "terms": [
            {"head": "b", "from": "2017-05-10", "to": "2018-05-10"},
            {"head": "g", "from": "2018-05-10"}
          ]},
          {"id": "b", "name": "B", "kind": "MEDIA"}
        ]}
        """;

    assertThat(problems(json))
        .extracting(Problem::pointer, Problem::message, p -> p.place().orElseThrow().toString())
        .containsExactly(
            tuple("/actors/0/of", "actor a: a STATE cannot have 'of', got 'b'", "text:2:51"),
            tuple("/actors/2", "actor at index 2: a record is an object, got number 5", "text:4:3"),
            tuple("/actors/3/of", "actor c: of 'd' is not in the dossier", "text:5:51"),
            tuple(
                "/actors/4/kind",
                "actor e: kind takes one of STATE, ORGAN, ORGANISATION, PERSON, MEDIA, got number 7",
                "text:6:36"),
            tuple(
                "/actors/5/terms/0/head",
                "actor f: head 'b' is a MEDIA, it must be a PERSON",
                "text:8:14"),
            tuple("/actors/5/terms/1/head", "actor f: head 'g' is not in the dossier", "text:9:14"),
            tuple("/actors/6/id", "duplicate actor id b", "text:11:10"));
  }

  @Test
  void a_problem_of_evidence_is_located_in_its_own_line() {
    assertRefused(
        """
        {"demarche": 1,
          "sources": [
            {"id": "S1", "outlet": "kt", "title": "T", "published": "2017",
              "text": "He said “no”."},
            {"id": "S2", "outlet": "kt", "title": "T", "published": "2017"}
          ],
          "actors": [
            {"id": "kt", "name": "KT", "kind": "MEDIA"},
            {"id": "moon", "name": "문재인", "kind": "PERSON"}
          ],
          "propositions": [{"id": "p", "issue": "i", "text": "P."}],
          "claims": [
            {"id": "C1", "speakers": ["moon"], "principals": ["moon"], "asserted": "2017",
              "proposition": "p", "stance": "AGAINST", "force": "ASSERT", "evidence": [
                {"source": "S2", "mode": "RECORDED"},
                {"source": "S1", "mode": "INDIRECT", "quote": ▸"He says no"},
                {"source": "S1", "mode": "DIRECT", "quote": "“no”",
                  "selector": ▸{"start": 7, "end": 11}},
                {"source": ▸"S3", "mode": "RECORDED"}
              ]},
            {"id": "C2", "speakers": ["moon"], "principals": ["moon"], "asserted": "2017",
              "proposition": "p", "stance": "AGAINST", "force": "ASSERT", "evidence": [
                {"source": "S2", "mode": "RECORDED"},
                ▸{"source": "S2", "mode": "INDIRECT"},
                {"source": "S2", "mode": "RECORDED", "quote": ▸" "},
                {"source": "S2", "mode": "RECORDED",
                  "via": ▸["kt", "moon"]}
              ]}
          ]
        }
        """,
        "claim C1: quotation not found in S1",
        "claim C1: selector 7..11 of S1 selects ' “no', not the quotation",
        "claim C1: source 'S3' is not in the dossier (did you mean 'S1'?)",
        "claim C2: evidence from S2 needs a quotation: only RECORDED evidence may omit it, this"
            + " is INDIRECT",
        "claim C2: the quotation from S2 is empty",
        "claim C2: 'moon' is both the speaker and a relay of the evidence from S2: the speaker"
            + " cannot also be listed in via");
  }

  @Test
  void a_problem_of_a_part_is_located_even_if_its_id_has_a_slash() {
    assertRefused(
        """
        {"demarche": 1, "propositions": [
          {"id": "p", "issue": "i", "text": "P.",
            "parts": {
              "un/79": "AGAINST",
              "un/80": ▸"UNCOMMITTED"
            }}
        ]}
        """,
        "proposition p: part 'un/80' is UNCOMMITTED: holding the whole means FOR or AGAINST each"
            + " part");
    assertRefused(
        """
        {"demarche": 1, "propositions": [
          {"id": "p", "issue": "i", "text": "P.",
            "parts": {
              "q": "FOR",
              "un/79": ▸"AGAINST"
            }},
          {"id": "q", "issue": "i", "text": "Q."}
        ]}
        """,
        "proposition p: part 'un/79' is not in the dossier");
  }

  // What is left when something is refused

  @Test
  void the_message_of_a_refusal_has_one_line_per_problem() {
    assertThatThrownBy(
            () ->
                Dossiers.parse(
                    """
                    {"demarche": 1, "actors": [5,
                     {"id": "rok", "name": 7, "kind": "STATE"}]}"""))
        .isInstanceOf(InvalidDossierException.class)
        .hasNoCause()
        .hasMessage(
            """
            2 problems:
            text:1:28: actor at index 0: a record is an object, got number 5
            text:2:24: actor rok: name takes text in quotation marks, got number 7""");
  }
}
