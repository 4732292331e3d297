package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.BadDocument.BEGIN;
import static org.demarche.json.BadDocument.BROKEN;
import static org.demarche.json.BadDocument.says;
import static org.demarche.json.SampleDossiers.HERE;
import static org.demarche.json.SampleDossiers.SOUND;
import static org.demarche.json.SampleDossiers.assertRefused;
import static org.demarche.json.SampleDossiers.bent;
import static org.demarche.json.SampleDossiers.problems;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are not JSON or not UTF-8: each error is explained at its place. */
class SyntaxErrorsTest {
  private static final String OFF =
      BROKEN + "unexpected end: a bracket or quotation mark is still open";
  private static final String NUMBER = BROKEN + "not a valid JSON number; write for example 12";

  static Stream<BadDocument> noJson() {
    return Stream.of(
        says("▸", "the file is empty; " + BEGIN),
        says(" \n\t▸", "the file is empty; " + BEGIN),
        says("▸Hello world", BEGIN + ", but this begins 'Hello'"),
        says("\n  ▸<?xml version=\"1.0\"?>", BEGIN + ", but this begins '<'"),
        says("▸id,outlet\nKT17,korea-times\n", BEGIN + ", but this begins 'id'"),
        says("▸[{\"demarche\": 1}]", BEGIN + ", but this begins '['"),
        says("▸null", BEGIN + ", but this begins 'null'"),
        says("▸\"demarche\"", BEGIN + ", but this begins '\"'"),
        says("▸\u00A0{\"demarche\": 1}", BEGIN + ", but this begins U+00A0"),
        says("▸\u0000", BEGIN + ", but this begins U+0000"),
        says("{▸", OFF),
        says("{\"demarche▸", OFF),
        says("{\"demarche\"▸", OFF),
        says("{\"demarche\": ▸", OFF),
        says("{\"demarche\": 1▸", OFF),
        says("{\"demarche\": 1,\n▸", OFF),
        says("{\"demarche\": 1,\n \"sources\": [▸", OFF),
        says("{\"demarche\": 1, \"$schema\": \"한국▸", OFF),
        says(
            "{\"demarche\": 1, \"$schema\": ▸tr",
            BROKEN + "'tr' is not a value; put text in quotation marks"),
        says(
            "{\"demarche\": 1,▸}",
            BROKEN + "expected the name of a member in quotation marks, got '}'"),
        says(
            "{▸demarche: 1}",
            BROKEN + "expected the name of a member in quotation marks, got 'demarche'"),
        says(
            "{▸'demarche': 1}",
            BROKEN + "expected the name of a member in quotation marks, got '''"),
        says(
            "{▸“demarche”: 1}",
            BROKEN + "expected the name of a member in quotation marks, got '“'"),
        says("{\"demarche\": 1\n ▸\"sources\": []}", BROKEN + "a comma is missing before '\"'"),
        says(
            "{\"demarche\": 1, \"$schema\": \"三不 \"▸三不\"}",
            BROKEN + "a comma is missing before '三不'"),
        says("{\"demarche\": 1 ▸😀}", BROKEN + "a comma is missing before '😀'"),
        says("{\"demarche\" ▸1}", BROKEN + "a colon is missing before '1'"),
        says("{\"demarche\": 1, \"sources\": [▸,]}", BROKEN + "expected a value, got ','"),
        says("{\"demarche\": 1, \"$schema\": ▸“x”}", BROKEN + "expected a value, got '“'"),
        says("{\"demarche\": ▸}", BROKEN + "expected a value, got '}'"),
        says(
            "{\"demarche\": 1, \"$schema\": ▸True}",
            BROKEN + "'True' is not a value; put text in quotation marks"),
        says(
            "{\"demarche\": 1, \"$schema\": ▸한국}",
            BROKEN + "'한국' is not a value; put text in quotation marks"),
        says("{\"demarche\": 1, \"sources\": [▸}", BROKEN + "'}' does not close what is open here"),
        says("{\"demarche\": 1▸]", BROKEN + "']' does not close what is open here"),
        says("{\"demarche\": ▸01}", NUMBER),
        says("{\"demarche\": ▸+1}", NUMBER),
        says("{\"demarche\": ▸-}", NUMBER),
        says("{\"demarche\": ▸1.}", NUMBER),
        says("{\"demarche\": ▸1e}", NUMBER),
        says("{\"demarche\": ▸NaN}", NUMBER),
        says("{\"demarche\": ▸-Infinity}", NUMBER),
        says(
            "{\"demarche\": 1, ▸// one\n}",
            BROKEN + "JSON has no comments; put a remark into a note"),
        says(
            "{\"demarche\": 1, ▸/* one */}",
            BROKEN + "JSON has no comments; put a remark into a note"),
        says(
            "{\"demarche\": 1, \"$schema\": \"a▸\nb\"}",
            BROKEN + "U+000A must be escaped within quotation marks, such as \\n"),
        says(
            "{\"demarche\": 1, \"$schema\": \"a▸\tb\"}",
            BROKEN + "U+0009 must be escaped within quotation marks, such as \\n"),
        says(
            "{\"demarche\": 1, \"$schema\": \"C:\\▸kt\"}",
            BROKEN + "'kt' cannot follow a backslash; write a backslash itself as \\\\"),
        says(
            "{\"demarche\": 1, \"$schema\": \"\\u12▸G4\"}",
            BROKEN + "\\u must be followed by four hexadecimal digits, got 'G4'"),
        says("{\"demarche\": 1▸\u0000}", BROKEN + "U+0000 is not allowed here"),
        says("{\"demarche\": 1} ▸x", "the dossier ends before this, yet 'x' follows"),
        says("{\"demarche\": 1}▸}", "the dossier ends before this, yet '}' follows"),
        says(
            "{\"demarche\": 1}\n▸{\"demarche\": 1}\n",
            "the dossier ends before this, yet '{' follows"),
        says("{\"demarche\": 1} ▸\u0000", "the dossier ends before this, yet U+0000 follows"));
  }

  @ParameterizedTest
  @MethodSource("noJson")
  void text_that_is_not_json_is_reported_where_it_stops_being_json(BadDocument bad) {
    bad.check();
  }

  @Test
  void problems_before_a_syntax_error_are_still_reported() {
    assertRefused(
        bent(
            bent(SOUND, "\"title\": \"Still pressing\"", "\"title\": ▸5"),
            "\"stance\": \"FOR\",",
            "\"stance\": \"FOR\" ▸;"),
        "source KT17: title takes text in quotation marks, got number 5",
        BROKEN + "a comma is missing before ';'");
  }

  @Test
  void references_to_records_after_a_syntax_error_are_not_reported() {
    assertRefused(
        bent("],\n  \"propositions\": [", "],\n  \"propositions\": ▸;["),
        BROKEN + "expected a value, got ';'");
  }

  @Test
  void text_after_the_dossier_does_not_hide_problems_in_it() {
    assertRefused(
        bent("\"proposition\": \"three-nos\"", "\"proposition\": ▸\"three-no\"") + "▸.",
        "claim KT17-07: proposition 'three-no' is not in the dossier (did you mean 'three-nos'?)",
        "the dossier ends before this, yet '.' follows");
  }

  // Bytes that are no UTF-8

  static Stream<Arguments> noUtf8() {
    return Stream.of(
        // in Latin-1, é is a single byte
        arguments("{\"demarche\": 1, \"x\": \"caf▸é\"}", ISO_8859_1, "0xE9", 25),
        arguments("▸\uFEFF{\"demarche\": 1}", UTF_16BE, "0xFE", 0));
  }

  @ParameterizedTest
  @MethodSource("noUtf8")
  void text_in_another_encoding_is_reported_at_its_first_invalid_byte(
      String marked, Charset encoding, String value, int offset) {
    byte[] bytes = marked.replace(HERE, "").getBytes(encoding);

    assertThat(problems(() -> Dossiers.read(new ByteArrayInputStream(bytes), "a.json")))
        .extracting(Problem::toString)
        .containsExactly(
            "a.json:1:"
                + (offset + 1)
                + ": not UTF-8: the byte "
                + value
                + " at offset "
                + offset
                + " does not begin a character; save the file as UTF-8");
  }

  static Stream<Arguments> notACharacter() {
    return Stream.of(
        arguments("a continuation that continues nothing", new int[] {0x80}),
        arguments("an overlong slash", new int[] {0xC0, 0xAF}),
        arguments("half a surrogate pair", new int[] {0xED, 0xA0, 0xBD}),
        arguments("beyond Unicode", new int[] {0xF5, 0x80, 0x80, 0x80}),
        arguments("the first two bytes of 한", new int[] {0xED, 0x95}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notACharacter")
  void an_invalid_byte_is_reported_with_line_column_and_offset(String what, int[] bad) {
    String before = "{\"demarche\": 1,\r\n \"note\": \"한국😀 ";
    byte[] badBytes = Bytes.toArray(Arrays.stream(bad).boxed().toList());
    byte[] document = Bytes.concat(before.getBytes(UTF_8), badBytes, "\"}".getBytes(UTF_8));

    List<Problem> problems =
        problems(() -> Dossiers.read(new ByteArrayInputStream(document), "b.json"));

    // 17 bytes in line 1; in line 2 ten, then 3 + 3 + 4 + 1 bytes for 2 + 2 + 1 UTF-16 units
    String first = "0x%02X".formatted(bad[0]);
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "b.json:2:16: not UTF-8: the byte "
                + first
                + " at offset 38 does not begin a character; save the file as UTF-8");
    assertThat(problems.get(0).value()).isEqualTo(first);
    assertThat(problems.get(0).code()).isEqualTo(Code.SYNTAX);
  }

  @Test
  void a_character_cut_off_by_the_end_of_the_file_is_not_utf_8() {
    byte[] cut = Arrays.copyOf("{\"한".getBytes(UTF_8), 4);

    assertThat(problems(() -> Dossiers.read(new ByteArrayInputStream(cut), "c.json")))
        .extracting(Problem::toString)
        .containsExactly(
            "c.json:1:3: not UTF-8: the byte 0xED at offset 2 does not begin a character; save the file as"
                + " UTF-8");
  }

  @Test
  void a_byte_order_mark_has_no_column() {
    byte[] broken = Bytes.concat("\uFEFF{\"a\": ".getBytes(UTF_8), new byte[] {(byte) 0xFF});
    byte[] sound = "\uFEFF{\"source\": [], \"demarche\": 1}".getBytes(UTF_8);

    assertThat(problems(() -> Dossiers.read(new ByteArrayInputStream(broken), "d.json")))
        .extracting(Problem::toString)
        .containsExactly(
            "d.json:1:7: not UTF-8: the byte 0xFF at offset 9 does not begin a character; save the file as"
                + " UTF-8");
    assertThat(problems(() -> Dossiers.read(new ByteArrayInputStream(sound), "d.json")))
        .extracting(Problem::toString)
        .containsExactly("d.json:1:2: a dossier has no member 'source' (did you mean 'sources'?)");
  }
}
