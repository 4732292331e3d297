package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.SampleDossiers.COMPLETE_DOCUMENT;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.problems;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Code;
import org.demarche.model.Problem.Place;

/** Properties of reading that hold for every input. */
@Tag("slow")
class ReadingPropertiesTest {
  /** Terms of the underlying libraries, which are meaningless to authors of dossiers. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "Feature|Source:|REDACTED|jackson|Exception|java\\.|\\(code |CTRL-CHAR|JsonToken|Stream"
              + "|start marker|end-of-input|Unexpected|Unrecognized|Illegal");

  private static void assertReported(String document, List<Problem> problems) {
    String[] lines = document.split("\r\n|\n|\r", -1);
    assertThat(problems).isNotEmpty();
    for (Problem problem : problems) {
      assertThat(problem.message()).isNotBlank().doesNotContainPattern(FOREIGN);
      Place place = problem.place().orElseThrow();
      assertThat(place.line()).isBetween(1, lines.length);
      assertThat(place.column()).isBetween(1, lines[place.line() - 1].length() + 1);
    }
    assertThat(problems.stream().map(p -> p.place().orElseThrow()).toList())
        .isSortedAccordingTo(Comparator.comparing(Place::line).thenComparing(Place::column));
  }

  private static void assertReadOrReported(String document) {
    try {
      Dossier read = Dossiers.parse(document);
      assertThat(Dossiers.parse(Dossiers.format(read))).isEqualTo(read);
    } catch (InvalidDossierException refused) {
      assertReported(document, refused.problems());
    }
  }

  @Property(tries = 2_000)
  void a_document_with_any_replaced_part_is_read_or_refused_with_our_messages(
      @ForAll @IntRange(max = 4_200) int at,
      @ForAll @IntRange(max = 3) int removed,
      @ForAll("scraps") String scrap) {
    int start = Math.min(at, COMPLETE_DOCUMENT.length());
    int end = Math.min(start + removed, COMPLETE_DOCUMENT.length());

    assertReadOrReported(
        COMPLETE_DOCUMENT.substring(0, start) + scrap + COMPLETE_DOCUMENT.substring(end));
  }

  @Property
  void a_text_of_random_fragments_is_refused_with_our_messages(
      @ForAll("texts") List<String> scraps) {
    assertReadOrReported("{\"demarche\": 1, \"sources\": " + String.join("", scraps));
  }

  @Provide
  static Arbitrary<List<String>> texts() {
    return scraps().list().ofMaxSize(20);
  }

  @Provide
  static Arbitrary<String> scraps() {
    return Arbitraries.of(
        "",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "5",
        "-",
        "1e",
        "null",
        "true",
        "NaN",
        "//",
        "/*",
        "#",
        "'",
        "x",
        "한",
        "😀",
        "\uD83D",
        "\u0000",
        "\n",
        "\r",
        "\t",
        "\uFEFF",
        "\u2028",
        "{}",
        "[]",
        "\"\"",
        "\"a\": 1,",
        "\"id\": \"x\",",
        "{\"id\": \"x\"},",
        "[[[[",
        "\\u12");
  }

  @Property(tries = 2_000)
  void a_file_with_one_changed_byte_is_read_or_refused_with_our_messages(
      @ForAll @IntRange(max = 4_500) int at, @ForAll byte other) {
    byte[] bytes = COMPLETE_DOCUMENT.getBytes(StandardCharsets.UTF_8);
    bytes[Math.min(at, bytes.length - 1)] = other;
    try {
      Dossiers.read(new ByteArrayInputStream(bytes), "text");
    } catch (InvalidDossierException refused) {
      assertReported(new String(bytes, StandardCharsets.UTF_8), refused.problems());
    }
  }

  @Property
  void a_truncated_document_is_reported_where_it_ends(
      @ForAll @IntRange(min = 1, max = 4_200) int length) {
    String cut =
        COMPLETE_DOCUMENT.substring(
            0, Math.min(length, COMPLETE_DOCUMENT.length() - "}\n".length()));
    String[] lines = cut.split("\n", -1);
    String lastLine = lines[lines.length - 1];

    List<Problem> problems = problems(cut);

    Problem last = problems.get(problems.size() - 1);
    assertThat(last.code()).isEqualTo(Code.SYNTAX);
    if (!lastLine.matches(".*: (t|tr|tru|f|fa|fal|fals)")) {
      assertThat(last)
          .hasToString(
              "text:%d:%d: not JSON from here on: unexpected end: a bracket or quotation mark is still open"
                  .formatted(lines.length, lastLine.length() + 1));
    }
    assertThat(problems).as("no other problem is reported").hasSizeLessThanOrEqualTo(1);
  }

  @Property
  void a_problem_is_located_correctly_after_any_text(
      @ForAll("before") List<String> before, @ForAll boolean wide) {
    String note = String.join("", before).repeat(wide ? 400 : 1);
    String line = "      \"note\": \"" + note + "\", ";
    String document =
        altered(
            COMPLETE_DOCUMENT,
            "      \"note\": \"Seen once.\"",
            line + "\"nota\": \"" + note + "\"");
    int lines =
        (int)
            COMPLETE_DOCUMENT
                .substring(0, COMPLETE_DOCUMENT.indexOf("\"Seen"))
                .chars()
                .filter(c -> c == '\n')
                .count();

    assertThat(problems(document))
        .extracting(Problem::toString)
        .containsExactly(
            "text:%d:%d: source KT17: there is no member 'nota' (did you mean 'note'?)"
                .formatted(lines + 1, line.length() + 1));
  }

  @Provide
  static Arbitrary<List<String>> before() {
    return Arbitraries.of(
            "a", "한", "中", "😀", "e\u0301", "\u2028", "\\n", "\\u0041", "\\\"", "\u0085")
        .list()
        .ofMaxSize(60);
  }
}
