package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.json.BadDocument.badDocument;
import static org.demarche.json.SampleDossiers.COMPLETE_DOCUMENT;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with members that are unknown, missing or duplicated. */
class BadMembersTest {
  /** A line that holds a member of a record, whole or its beginning. */
  private static final Pattern MEMBER = Pattern.compile("( +)\"([\\w$-]+)\": (.+?)(,?)");

  private static final List<String> LINES = COMPLETE_DOCUMENT.lines().toList();

  /** The names of what an object may contain under any name. */
  private static final Map<String, String> FREE =
      Map.of("parts", "part", "identifiers", "scheme", "members", "member");

  private static Matcher member(int line) {
    Matcher member = MEMBER.matcher(LINES.get(line));
    if (!member.matches()) {
      throw new IllegalArgumentException("no member in line " + line);
    }
    return member;
  }

  private static int indent(int line) {
    return LINES.get(line).indexOf(LINES.get(line).strip());
  }

  /** Returns the line of the member that a line belongs to, or -1 for a member of the document. */
  private static int enclosing(int line) {
    int above = line;
    while (above >= 0
        && (indent(above) >= indent(line) || !MEMBER.matcher(LINES.get(above)).matches())) {
      above--;
    }
    return above;
  }

  /** Returns what the member in a line is called if it may have any name. */
  private static Optional<String> free(int line) {
    int above = enclosing(line);
    return above < 0 || !member(above).group(3).equals("{")
        ? Optional.empty()
        : Optional.ofNullable(FREE.get(member(above).group(2)));
  }

  private static IntStream linesOf(BiPredicate<String, String> nameAndValue) {
    return IntStream.range(0, LINES.size())
        .filter(line -> MEMBER.matcher(LINES.get(line)).matches())
        .filter(line -> nameAndValue.test(member(line).group(2), member(line).group(3)));
  }

  private static boolean stretches(String value) {
    return value.equals("[") || value.equals("{");
  }

  /** The whole document with other text in place of a line. */
  private static String withLine(int line, String text) {
    List<String> lines = new ArrayList<>(LINES);
    lines.set(line, text);
    return String.join("\n", lines);
  }

  static IntStream values() {
    return linesOf((name, value) -> !stretches(value) && !name.equals("id"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void every_member_refuses_a_wrong_value_and_no_other_problem_is_reported(int line) {
    Matcher member = member(line);
    String before = member.group(1) + "\"" + member.group(2) + "\": ";

    List<Problem> problems =
        problems(withLine(line, before + "{\"some\": [\"thing\"]}" + member.group(4)));

    assertThat(problems)
        .extracting(Problem::code, BadMembersTest::lineAndColumn)
        .containsExactly(tuple(Code.WRONG_TYPE, (line + 1) + ":" + (before.length() + 1)));
    assertThat(problems.get(0).field()).endsWith(member.group(2));
  }

  static IntStream names() {
    return linesOf((name, value) -> !Set.of("id", "demarche").contains(name))
        .filter(line -> free(line).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_misspelt_member_is_answered_with_its_name(int line) {
    Matcher member = member(line);
    String name = member.group(2);
    String typo = name + "q";

    List<Problem> problems =
        problems(withLine(line, LINES.get(line).replace("\"" + name + "\":", "\"" + typo + "\":")));

    Problem unknown = problems.get(0);
    assertThat(unknown.code()).isEqualTo(Code.UNKNOWN_MEMBER);
    assertThat(unknown.value()).isEqualTo(typo);
    assertThat(unknown.message())
        .endsWith(" no member '" + typo + "' (did you mean '" + name + "'?)");
    assertThat(lineAndColumn(unknown)).isEqualTo((line + 1) + ":" + (member.end(1) + 1));
    assertThat(problems).hasSize(1);
  }

  static IntStream repeatable() {
    return linesOf((name, value) -> !stretches(value));
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void a_duplicate_member_is_refused_even_with_the_same_value(int line) {
    Matcher member = member(line);
    String name = member.group(2);
    String once = member.group(1) + "\"" + name + "\": " + member.group(3);

    List<Problem> problems = problems(withLine(line, once + ",\n" + once + member.group(4)));

    assertThat(problems)
        .extracting(Problem::code, Problem::value, BadMembersTest::lineAndColumn)
        .containsExactly(
            tuple(Code.DUPLICATE_MEMBER, name, (line + 2) + ":" + (member.end(1) + 1)));
    assertThat(problems.get(0).message())
        .endsWith("duplicate " + free(line).orElse("member") + " '" + name + "'");
  }

  private static String lineAndColumn(Problem problem) {
    Problem.Place place = problem.place().orElseThrow();
    return place.line() + ":" + place.column();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "kind": "MEDIA"                               | "kind": "MEDIA", ▸"circulation": [1, {"a": 2}] | actor korea-times: there is no member 'circulation'; the members are id, name, kind, of, succeeds, from, to, authority, named, aliases, terms, members, identifiers
            "quote": "Seoul abides by it"                 | ▸"quotation": "Seoul abides by it"             | claim KT17-07: there is no member 'quotation'; the members are source, mode, via, quote, language, translation, selector
            "occasions": [                                | ▸"ocasions": [                                 | a dossier has no member 'ocasions' (did you mean 'occasions'?)
            "demarche": 1,                                | "demarche": 1, ▸"by": "me",                    | a dossier has no member 'by'; it has demarche, $schema, title, authors, licence, version, sources, actors, occasions, propositions, claims
            "claims": [                                   | "claims": [], ▸"claims": [                     | duplicate member 'claims'
            "issue": "thaad", "text": "More THAAD comes." | "issue": "thaad", "text": "A", ▸"text": "B"    | proposition more-thaad: duplicate member 'text'
            """)
  void a_single_unknown_or_duplicate_member_is_refused(
      String valid, String invalid, String message) {
    badDocument(altered(valid, invalid), message).check();
  }

  static Stream<BadDocument> badMembers() {
    return Stream.of(
        badDocument(
            altered("\"title\": \"Still pressing\"", "▸\"titel\": \"Still pressing\""),
            "source KT17: there is no member 'titel' (did you mean 'title'?)"),
        badDocument(
            altered("\"title\": \"Still pressing\"", "▸\"heading\": \"Still pressing\"")
                .replace("{\"id\": \"KT17\",", "▸{\"id\": \"KT17\","),
            "source KT17: member 'title' is missing",
            "source KT17: there is no member 'heading'; the members are id, outlet, issuedBy, title,"
                + " author, published, basis, reliableQuotes, derivedFrom, revises, url,"
                + " identifiers, text, textHash, note"),
        badDocument(
            altered("\"end\": 22}", "▸\"End\": 22}"),
            "claim KT17-07: there is no member 'End' (did you mean 'end'?)"),
        badDocument(
            altered("{\"id\": \"talks\",", "▸▸▸{")
                .replace("\"label\": \"Talks\", \"when\": \"2017-11-22\", ", "")
                .replace("\"occasion\": \"talks\",", ""),
            "occasion at index 0: member 'id' is missing",
            "occasion at index 0: member 'label' is missing",
            "occasion at index 0: member 'when' is missing"),
        badDocument(
            altered("{\"head\": \"moon\", \"from\": \"2017-05-10\"}", "▸▸{}"),
            "actor rok: terms/1: member 'head' is missing",
            "actor rok: terms/1: member 'from' is missing"),
        badDocument(
            altered(
                    "\"join-md\": \"AGAINST\"\n",
                    "\"more-thaad\": \"AGAINST\", ▸\"more-thaad\": \"FOR\"\n")
                .replace("\"more-thaad\": \"AGAINST\",\n", ""),
            "proposition three-nos: duplicate part 'more-thaad'"));
  }

  @ParameterizedTest
  @MethodSource("badMembers")
  void an_unknown_missing_or_duplicate_member_is_refused(BadDocument bad) {
    bad.check();
  }
}
