package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.BadDocument.EXPECTED_BEGINNING;
import static org.demarche.json.BadDocument.NOT_JSON;
import static org.demarche.json.BadDocument.badDocument;
import static org.demarche.json.SampleDossiers.PROBLEM_MARK;
import static org.demarche.json.SampleDossiers.VALID_DOCUMENT;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.assertRefused;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are not JSON or not UTF-8: each error is explained at its place. */
class SyntaxErrorsTest {
  private static final String UNEXPECTED_END =
      NOT_JSON + "unexpected end: a bracket or quotation mark is still open";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            ▸Hello world                           | a dossier begins { "demarche": 1, …, but this begins 'Hello'
            ▸[{"demarche": 1}]                     | a dossier begins { "demarche": 1, …, but this begins '['
            ▸null                                  | a dossier begins { "demarche": 1, …, but this begins 'null'
            ▸"demarche"                            | a dossier begins { "demarche": 1, …, but this begins '"'
            {▸                                     | not JSON from here on: unexpected end: a bracket or quotation mark is still open
            {"demarche▸                            | not JSON from here on: unexpected end: a bracket or quotation mark is still open
            {"demarche"▸                           | not JSON from here on: unexpected end: a bracket or quotation mark is still open
            {"demarche": ▸                         | not JSON from here on: unexpected end: a bracket or quotation mark is still open
            {"demarche": 1▸                        | not JSON from here on: unexpected end: a bracket or quotation mark is still open
            {"demarche": 1, "$schema": "한국▸        | not JSON from here on: unexpected end: a bracket or quotation mark is still open
            {"demarche": 1, "$schema": ▸tr         | not JSON from here on: 'tr' is not a value; put text in quotation marks
            {"demarche": 1,▸}                      | not JSON from here on: expected the name of a member in quotation marks, got '}'
            {▸demarche: 1}                         | not JSON from here on: expected the name of a member in quotation marks, got 'demarche'
            {▸'demarche': 1}                       | not JSON from here on: expected the name of a member in quotation marks, got '''
            {▸“demarche”: 1}                       | not JSON from here on: expected the name of a member in quotation marks, got '“'
            {"demarche": 1, "$schema": "三不 "▸三不"}  | not JSON from here on: a comma is missing before '三不'
            {"demarche": 1 ▸😀}                     | not JSON from here on: a comma is missing before '😀'
            {"demarche" ▸1}                        | not JSON from here on: a colon is missing before '1'
            {"demarche": 1, "sources": [▸,]}       | not JSON from here on: expected a value, got ','
            {"demarche": 1, "$schema": ▸“x”}       | not JSON from here on: expected a value, got '“'
            {"demarche": ▸}                        | not JSON from here on: expected a value, got '}'
            {"demarche": 1, "$schema": ▸True}      | not JSON from here on: 'True' is not a value; put text in quotation marks
            {"demarche": 1, "$schema": ▸한국}        | not JSON from here on: '한국' is not a value; put text in quotation marks
            {"demarche": 1, "sources": [▸}         | not JSON from here on: '}' does not close what is open here
            {"demarche": 1▸]                       | not JSON from here on: ']' does not close what is open here
            {"demarche": ▸01}                      | not JSON from here on: not a valid JSON number; write for example 12
            {"demarche": ▸+1}                      | not JSON from here on: not a valid JSON number; write for example 12
            {"demarche": ▸-}                       | not JSON from here on: not a valid JSON number; write for example 12
            {"demarche": ▸1.}                      | not JSON from here on: not a valid JSON number; write for example 12
            {"demarche": ▸1e}                      | not JSON from here on: not a valid JSON number; write for example 12
            {"demarche": ▸NaN}                     | not JSON from here on: not a valid JSON number; write for example 12
            {"demarche": ▸-Infinity}               | not JSON from here on: not a valid JSON number; write for example 12
            {"demarche": 1, ▸/* one */}            | not JSON from here on: JSON has no comments; put a remark into a note
            {"demarche": 1, "$schema": "C:\\▸kt"}  | not JSON from here on: 'kt' cannot follow a backslash; write a backslash itself as \\\\
            {"demarche": 1, "$schema": "\\u12▸G4"} | not JSON from here on: \\u must be followed by four hexadecimal digits, got 'G4'
            {"demarche": 1} ▸x                     | the dossier ends before this, yet 'x' follows
            {"demarche": 1}▸}                      | the dossier ends before this, yet '}' follows
            """)
  void text_that_is_not_json_is_reported_where_it_stops_being_json(
      String document, String message) {
    badDocument(document, message).check();
  }

  /** Returns documents that are empty or contain line breaks or control characters. */
  static Stream<BadDocument> noJsonWithControlCharacters() {
    return Stream.of(
        badDocument("▸", "the file is empty; " + EXPECTED_BEGINNING),
        badDocument(" \n\t▸", "the file is empty; " + EXPECTED_BEGINNING),
        badDocument("\n  ▸<?xml version=\"1.0\"?>", EXPECTED_BEGINNING + ", but this begins '<'"),
        badDocument(
            "▸id,outlet\nKT17,korea-times\n", EXPECTED_BEGINNING + ", but this begins 'id'"),
        badDocument("▸\u00A0{\"demarche\": 1}", EXPECTED_BEGINNING + ", but this begins U+00A0"),
        badDocument("▸\u0000", EXPECTED_BEGINNING + ", but this begins U+0000"),
        badDocument("{\"demarche\": 1,\n▸", UNEXPECTED_END),
        badDocument("{\"demarche\": 1,\n \"sources\": [▸", UNEXPECTED_END),
        badDocument(
            "{\"demarche\": 1\n ▸\"sources\": []}", NOT_JSON + "a comma is missing before '\"'"),
        badDocument(
            "{\"demarche\": 1, ▸// one\n}",
            NOT_JSON + "JSON has no comments; put a remark into a note"),
        badDocument(
            "{\"demarche\": 1, \"$schema\": \"a▸\nb\"}",
            NOT_JSON + "U+000A must be escaped within quotation marks, such as \\n"),
        badDocument(
            "{\"demarche\": 1, \"$schema\": \"a▸\tb\"}",
            NOT_JSON + "U+0009 must be escaped within quotation marks, such as \\n"),
        badDocument("{\"demarche\": 1▸\u0000}", NOT_JSON + "U+0000 is not allowed here"),
        badDocument(
            "{\"demarche\": 1}\n▸{\"demarche\": 1}\n",
            "the dossier ends before this, yet '{' follows"),
        badDocument(
            "{\"demarche\": 1} ▸\u0000", "the dossier ends before this, yet U+0000 follows"));
  }

  @ParameterizedTest
  @MethodSource("noJsonWithControlCharacters")
  void text_with_line_breaks_or_control_characters_is_reported_where_it_stops_being_json(
      BadDocument bad) {
    bad.check();
  }

  @Test
  void problems_before_a_syntax_error_are_still_reported() {
    assertRefused(
        altered(
            altered(VALID_DOCUMENT, "\"title\": \"Still pressing\"", "\"title\": ▸5"),
            "\"stance\": \"FOR\",",
            "\"stance\": \"FOR\" ▸;"),
        "source KT17: title takes text in quotation marks, got number 5",
        NOT_JSON + "a comma is missing before ';'");
  }

  @Test
  void references_to_records_after_a_syntax_error_are_not_reported() {
    assertRefused(
        altered("],\n  \"propositions\": [", "],\n  \"propositions\": ▸;["),
        NOT_JSON + "expected a value, got ';'");
  }

  @Test
  void text_after_the_dossier_does_not_hide_problems_in_it() {
    assertRefused(
        altered("\"proposition\": \"three-nos\"", "\"proposition\": ▸\"three-no\"") + "▸.",
        "claim KT17-07: proposition 'three-no' is not in the dossier (did you mean 'three-nos'?)",
        "the dossier ends before this, yet '.' follows");
  }

  // Bytes that are no UTF-8

  static Stream<Arguments> noUtf8() {
    return Stream.of(
        // in Latin-1, é is a single byte
        arguments("{\"demarche\": 1, \"x\": \"caf▸é\"}", ISO_8859_1, "0xE9", 25));
  }

  @ParameterizedTest
  @MethodSource("noUtf8")
  void text_in_another_encoding_is_reported_at_its_first_invalid_byte(
      String marked, Charset encoding, String value, int offset) {
    byte[] bytes = marked.replace(PROBLEM_MARK, "").getBytes(encoding);

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
        arguments("a continuation byte without a first byte", new int[] {0x80}),
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
