package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.Documents.HERE;
import static org.demarche.json.Documents.SOUND;
import static org.demarche.json.Documents.WHOLE;
import static org.demarche.json.Documents.assertRefused;
import static org.demarche.json.Documents.bent;
import static org.demarche.json.Documents.problems;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of documents that are none, document by document. */
class BadInputTest {
  private static final String BROKEN = "not JSON from here on: ";
  private static final String BEGIN = "a dossier begins { \"demarche\": 1, …";
  private static final String OFF = BROKEN + "it breaks off before all that was opened is closed";
  private static final String NUMBER =
      BROKEN + "a number of JSON is written differently, such as 12";

  // Texts that are no JSON

  static Stream<Arguments> noJson() {
    return Stream.of(
        arguments("▸", "there is nothing in it; " + BEGIN),
        arguments(" \n\t▸", "there is nothing in it; " + BEGIN),
        arguments("▸Hello world", BEGIN + ", this begins 'Hello'"),
        arguments("\n  ▸<?xml version=\"1.0\"?>", BEGIN + ", this begins '<'"),
        arguments("▸id,outlet\nKT17,korea-times\n", BEGIN + ", this begins 'id'"),
        arguments("▸[{\"demarche\": 1}]", BEGIN + ", this begins '['"),
        arguments("▸null", BEGIN + ", this begins 'null'"),
        arguments("▸\"demarche\"", BEGIN + ", this begins '\"'"),
        arguments("▸\u00A0{\"demarche\": 1}", BEGIN + ", this begins U+00A0"),
        arguments("▸\u0000", BEGIN + ", this begins U+0000"),
        arguments("{▸", OFF),
        arguments("{\"demarche▸", OFF),
        arguments("{\"demarche\"▸", OFF),
        arguments("{\"demarche\": ▸", OFF),
        arguments("{\"demarche\": 1▸", OFF),
        arguments("{\"demarche\": 1,\n▸", OFF),
        arguments("{\"demarche\": 1,\n \"sources\": [▸", OFF),
        arguments("{\"demarche\": 1, \"$schema\": \"한국▸", OFF),
        arguments("{\"demarche\": 1, \"$schema\": tr▸", OFF),
        arguments(
            "{\"demarche\": 1,▸}",
            BROKEN + "the name of a member stands in quotation marks, got '}'"),
        arguments(
            "{▸demarche: 1}",
            BROKEN + "the name of a member stands in quotation marks, got 'demarche'"),
        arguments(
            "{▸'demarche': 1}",
            BROKEN + "the name of a member stands in quotation marks, got '''"),
        arguments(
            "{▸“demarche”: 1}",
            BROKEN + "the name of a member stands in quotation marks, got '“'"),
        arguments(
            "{\"demarche\": 1\n ▸\"sources\": []}", BROKEN + "a comma is missing before '\"'"),
        arguments(
            "{\"demarche\": 1, \"$schema\": \"三不 \"▸三不\"}",
            BROKEN + "a comma is missing before '三不'"),
        arguments("{\"demarche\": 1 ▸😀}", BROKEN + "a comma is missing before '😀'"),
        arguments("{\"demarche\" ▸1}", BROKEN + "a colon is missing before '1'"),
        arguments(
            "{\"demarche\": 1, \"sources\": [▸,]}", BROKEN + "a value is wanted, got ','"),
        arguments(
            "{\"demarche\": 1, \"$schema\": ▸“x”}", BROKEN + "a value is wanted, got '“'"),
        arguments("{\"demarche\": ▸}", BROKEN + "a value is wanted, got '}'"),
        arguments(
            "{\"demarche\": 1, \"$schema\": ▸True}",
            BROKEN + "'True' is no value; text stands in quotation marks"),
        arguments(
            "{\"demarche\": 1, \"$schema\": ▸한국}", BROKEN + "a value is wanted, got '한국'"),
        arguments(
            "{\"demarche\": 1, \"sources\": [▸}", BROKEN + "'}' does not close what is open here"),
        arguments("{\"demarche\": 1▸]", BROKEN + "']' does not close what is open here"),
        arguments("{\"demarche\": ▸01}", NUMBER),
        arguments("{\"demarche\": ▸+1}", NUMBER),
        arguments("{\"demarche\": ▸-}", NUMBER),
        arguments("{\"demarche\": ▸1.}", NUMBER),
        arguments("{\"demarche\": ▸1e}", NUMBER),
        arguments("{\"demarche\": ▸NaN}", NUMBER),
        arguments("{\"demarche\": ▸-Infinity}", NUMBER),
        arguments(
            "{\"demarche\": 1, ▸// one\n}",
            BROKEN + "there are no comments in JSON; a remark goes into a note"),
        arguments(
            "{\"demarche\": 1, ▸/* one */}",
            BROKEN + "there are no comments in JSON; a remark goes into a note"),
        arguments(
            "{\"demarche\": 1, \"$schema\": \"a▸\nb\"}",
            BROKEN + "U+000A within quotation marks is written as an escape, such as \\n"),
        arguments(
            "{\"demarche\": 1, \"$schema\": \"a▸\tb\"}",
            BROKEN + "U+0009 within quotation marks is written as an escape, such as \\n"),
        arguments(
            "{\"demarche\": 1, \"$schema\": \"C:\\▸kt\"}",
            BROKEN + "'kt' does not go with a backslash; a backslash itself is \\\\"),
        arguments(
            "{\"demarche\": 1, \"$schema\": \"\\u12▸G4\"}",
            BROKEN + "\\u takes four hexadecimal digits, got 'G4'"),
        arguments("{\"demarche\": 1▸\u0000}", BROKEN + "U+0000 cannot stand here"),
        arguments("{\"demarche\": 1} ▸x", "the dossier ends before this, yet 'x' follows"),
        arguments("{\"demarche\": 1}▸}", "the dossier ends before this, yet '}' follows"),
        arguments(
            "{\"demarche\": 1}\n▸{\"demarche\": 1}\n",
            "the dossier ends before this, yet '{' follows"),
        arguments("{\"demarche\": 1}\u0020▸\u0000", "the dossier ends before this, yet U+0000 follows"));
  }

  @ParameterizedTest
  @MethodSource("noJson")
  void what_is_no_json_is_told_where_it_stops_being_so(String document, String message) {
    assertRefused(document, message);
  }

  @Test
  void a_document_that_stops_being_json_still_tells_the_problems_before() {
    assertRefused(
        bent(
            bent(SOUND, "\"title\": \"Still pressing\"", "\"title\": ▸5"),
            "\"stance\": \"FOR\",",
            "\"stance\": \"FOR\" ▸;"),
        "source KT17: title takes text in quotation marks, got number 5",
        BROKEN + "a comma is missing before ';'");
  }

  @Test
  void references_into_the_part_that_could_not_be_read_are_nobody_s_fault() {
    assertRefused(
        bent("],\n  \"propositions\": [", "],\n  \"propositions\": ▸;["),
        BROKEN + "a value is wanted, got ';'");
  }

  @Test
  void what_follows_the_dossier_does_not_hide_what_is_wrong_in_it() {
    assertRefused(
        bent("\"proposition\": \"three-nos\"", "\"proposition\": ▸\"three-no\"") + "▸.",
        "claim KT17-07: proposition 'three-no' is not in the dossier (did you mean 'three-nos'?)",
        "the dossier ends before this, yet '.' follows");
  }

  // Bytes that are no UTF-8

  static Stream<Arguments> noUtf8() {
    return Stream.of(
        // in Latin-1, é is a single byte
        arguments("{\"demarche\": 1, \"x\": \"caf▸é\"}", ISO_8859_1, "0xE9", 24),
        arguments("▸\uFEFF{\"demarche\": 1}", UTF_16BE, "0xFE", 0));
  }

  @ParameterizedTest
  @MethodSource("noUtf8")
  void bytes_in_another_encoding_are_told_at_the_first_that_does_not_fit(
      String marked, java.nio.charset.Charset encoding, String value, int offset) {
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
                + " begins no character; save the file as UTF-8");
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
  void a_byte_that_begins_no_character_is_told_by_line_column_and_offset(String what, int[] bad) {
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
                + " at offset 38 begins no character; save the file as UTF-8");
    assertThat(problems.get(0).value()).isEqualTo(first);
    assertThat(problems.get(0).code()).isEqualTo(Code.SYNTAX);
  }

  @Test
  void a_character_cut_off_by_the_end_of_the_file_is_no_utf_8() {
    byte[] cut = Arrays.copyOf("{\"한".getBytes(UTF_8), 4);

    assertThat(problems(() -> Dossiers.read(new ByteArrayInputStream(cut), "c.json")))
        .extracting(Problem::toString)
        .containsExactly(
            "c.json:1:3: not UTF-8: the byte 0xED at offset 2 begins no character; save the file as"
                + " UTF-8");
  }

  @Test
  void a_byte_order_mark_stands_in_no_column() {
    byte[] broken = Bytes.concat("\uFEFF{\"a\": ".getBytes(UTF_8), new byte[] {(byte) 0xFF});
    byte[] sound = "\uFEFF{\"source\": [], \"demarche\": 1}".getBytes(UTF_8);

    assertThat(problems(() -> Dossiers.read(new ByteArrayInputStream(broken), "d.json")))
        .extracting(Problem::toString)
        .containsExactly(
            "d.json:1:7: not UTF-8: the byte 0xFF at offset 9 begins no character; save the file as"
                + " UTF-8");
    assertThat(problems(() -> Dossiers.read(new ByteArrayInputStream(sound), "d.json")))
        .extracting(Problem::toString)
        .containsExactly("d.json:1:2: a dossier has no member 'source' (did you mean 'sources'?)");
  }

  // The version

  static Stream<Arguments> versions() {
    String unfit = "demarche: this is a dossier of format version %s; this library reads version 1";
    String wrong = "demarche takes the version of the format, such as 1, got ";
    return Stream.of(
        arguments("▸2", unfit.formatted("2") + ", a newer release is needed"),
        arguments(
            "▸99999999999999999999",
            unfit.formatted("99999999999999999999") + ", a newer release is needed"),
        arguments("▸0", unfit.formatted("0")),
        arguments("▸-1", unfit.formatted("-1")),
        arguments("▸1.0", wrong + "number 1.0"),
        arguments("▸\"1\"", wrong + "text \"1\""),
        arguments("▸true", wrong + "true"),
        arguments("▸null", wrong + "null"),
        arguments("▸[1]", wrong + "a list"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_document_of_another_version_is_refused(String version, String message) {
    assertRefused(bent("\"demarche\": 1", "\"demarche\": " + version), message);
  }

  @Test
  void a_document_without_a_version_is_refused_at_its_beginning() {
    assertRefused(
        "\n ▸" + bent("\"demarche\": 1,", ""), "member 'demarche' is missing; " + BEGIN);
  }

  @Test
  void the_version_is_asked_for_by_its_name() {
    assertRefused(
        "▸" + bent("\"demarche\": 1", "▸\"Demarche\": 1"),
        "member 'demarche' is missing; " + BEGIN,
        "a dossier has no member 'Demarche' (did you mean 'demarche'?)");
  }

  // Values of another type

  static Stream<Arguments> wrongTypes() {
    String stances =
        "proposition three-nos: parts takes an object of ids and stances, such as"
            + " {\"join-us-md\": \"AGAINST\"}, got ";
    return Stream.of(
        // text
        type("\"title\": \"Still pressing\"", "5", "source KT17: title takes text in quotation marks, got number 5"),
        type("\"title\": \"Still pressing\"", "-1.5e3", "source KT17: title takes text in quotation marks, got number -1.5e3"),
        type("\"title\": \"Still pressing\"", "true", "source KT17: title takes text in quotation marks, got true"),
        type("\"title\": \"Still pressing\"", "false", "source KT17: title takes text in quotation marks, got false"),
        type("\"title\": \"Still pressing\"", "null", "source KT17: title takes text in quotation marks, got null"),
        type("\"title\": \"Still pressing\"", "[\"a\"]", "source KT17: title takes text in quotation marks, got a list"),
        type("\"title\": \"Still pressing\"", "{\"a\": [1]}", "source KT17: title takes text in quotation marks, got an object"),
        type("\"id\": \"KT17\"", "17", "source at index 0: id takes text in quotation marks, got number 17"),
        // date
        type("\"published\": \"2017-11-24\"", "2017", "source KT17: published takes a date in quotation marks, such as \"2017-10-31\", got number 2017"),
        type("\"published\": \"2017-11-24\"", "null", "source KT17: published takes a date in quotation marks, such as \"2017-10-31\", got null"),
        type("\"published\": \"2017-11-24\"", "[\"2017\"]", "source KT17: published takes a date in quotation marks, such as \"2017-10-31\", got a list"),
        type("\"when\": \"2017-11-22\"", "20171122", "occasion talks: when takes a date in quotation marks, such as \"2017-10-31\", got number 20171122"),
        type("\"asserted\": \"2017-11-22\"", "2017", "claim KT17-07: asserted takes a date in quotation marks, such as \"2017-10-31\", got number 2017"),
        // day
        type("\"from\": \"2017-05-10\"", "20170510", "actor rok: terms/1/from takes a day in quotation marks, such as \"2017-05-10\", got number 20170510"),
        type("\"to\": \"2017-03-10\"", "{}", "actor rok: terms/0/to takes a day in quotation marks, such as \"2017-05-10\", got an object"),
        type("\"to\": \"2017-03-10\"", "null", "actor rok: terms/0/to is null; leave the member out instead"),
        // enum
        type("\"kind\": \"STATE\"", "1", "actor rok: kind takes one of STATE, ORGAN, PERSON, MEDIA, got number 1"),
        type("\"stance\": \"FOR\"", "true", "claim KT17-07: stance takes one of FOR, AGAINST, UNCOMMITTED, got true"),
        type("\"stance\": \"FOR\"", "[]", "claim KT17-07: stance takes one of FOR, AGAINST, UNCOMMITTED, got a list"),
        // whole number
        type("\"start\": 4", "\"4\"", "claim KT17-07: evidence/0/selector/start takes a whole number, got text \"4\""),
        type("\"start\": 4", "4.0", "claim KT17-07: evidence/0/selector/start takes a whole number, got number 4.0"),
        type("\"start\": 4", "1e3", "claim KT17-07: evidence/0/selector/start takes a whole number, got number 1e3"),
        type("\"end\": 22", "2147483648", "claim KT17-07: evidence/0/selector/end takes a whole number from -2147483648 to 2147483647, got number 2147483648"),
        type("\"end\": 22", "null", "claim KT17-07: evidence/0/selector/end takes a whole number, got null"),
        // list of ids
        type("\"participants\": [\"rok-mofa\"]", "\"rok-mofa\"", "occasion talks: participants takes a list, such as [\"rok-mofa\"], got text \"rok-mofa\""),
        type("\"participants\": [\"rok-mofa\"]", "{\"rok-mofa\": 1}", "occasion talks: participants takes a list, got an object"),
        type("\"participants\": [\"rok-mofa\"]", "7", "occasion talks: participants takes a list, got number 7"),
        type("\"participants\": [\"rok-mofa\"]", "null", "occasion talks: participants is null; leave the member out instead"),
        type("\"via\": [\"rok-mofa\"]", "\"rok-mofa\"", "claim KT17-07: evidence/0/via takes a list, such as [\"rok-mofa\"], got text \"rok-mofa\""),
        // list of objects
        type("\"terms\": [", "{\"x\": []}, \"aliases\": [", "actor rok: terms takes a list, got an object"),
        // object of stances
        type("\"parts\": {", "[\"join-md\"], \"excludes\": [], \"about\": \"join-md\"}, {\"id\": \"p\", \"issue\": \"i\", \"text\": \"t\", \"parts\": {", stances + "a list"),
        type("\"more-thaad\": \"AGAINST\"", "false", "proposition three-nos: parts/more-thaad takes one of FOR, AGAINST, UNCOMMITTED, got false"),
        // object
        type("\"selector\": {\"start\": 4, \"end\": 22}", "[4, 22]", "claim KT17-07: evidence/0/selector takes an object, got a list"),
        type("\"selector\": {\"start\": 4, \"end\": 22}", "\"4..22\"", "claim KT17-07: evidence/0/selector takes an object, got text \"4..22\""),
        type("\"selector\": {\"start\": 4, \"end\": 22}", "null", "claim KT17-07: evidence/0/selector is null; leave the member out instead"));
  }

  private static Arguments type(String member, String value, String message) {
    String name = member.substring(0, member.indexOf(": ") + 2);
    return arguments(member, name + HERE + value, message);
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void a_value_of_another_type_than_its_member_takes_is_refused(
      String member, String wrong, String message) {
    assertRefused(bent(member, wrong), message);
  }
}
