package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.json.BadDocument.EXPECTED_BEGINNING;
import static org.demarche.json.BadDocument.NOT_JSON;
import static org.demarche.json.BadDocument.badDocument;
import static org.demarche.json.BadDocument.source;
import static org.demarche.json.BadDocument.withValue;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.assertRefused;
import static org.demarche.json.SampleDossiers.problems;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents with many problems, deep nesting or long values. */
class LargeInputTest {
  @Test
  @Timeout(30)
  void the_message_for_ten_thousand_bad_records_shows_the_first_twenty_problems() {
    String claims =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{\"id\": \"C%04d\", \"stanze\": \"FOR\"}".formatted(i))
            .collect(Collectors.joining(",\n"));

    InvalidDossierException refused =
        catchThrowableOfType(
            InvalidDossierException.class,
            () -> Dossiers.parse("{\"demarche\": 1, \"claims\": [\n" + claims + "]}"));

    // Each lacks three members, at its brace, and has one that is misspelt, at column 17.
    assertThat(refused.problems()).hasSize(40_000);
    assertThat(refused.problems().get(39_999))
        .hasToString(
            "text:10001:17: claim C9999: there is no member 'stanze' (did you mean 'stance'?)");
    assertThat(refused).hasMessage("40000 problems:\n" + firstTwenty() + "\n… and 39980 more");
  }

  private static String firstTwenty() {
    return IntStream.range(0, 5)
        .mapToObj(
            i ->
                """
                text:%1$d:1: claim C000%2$d: member 'asserted' is missing
                text:%1$d:1: claim C000%2$d: member 'proposition' is missing
                text:%1$d:1: claim C000%2$d: member 'force' is missing
                text:%1$d:17: claim C000%2$d: there is no member 'stanze' (did you mean 'stance'?)"""
                    .formatted(i + 2, i))
        .collect(Collectors.joining("\n"));
  }

  @Test
  @Timeout(30)
  void each_of_ten_thousand_unknown_references_is_located() {
    String actors =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    """
                    {"id": "a%04d", "name": "A", "kind": "MEDIA", "of": "b%04d"}"""
                        .formatted(i, i))
            .collect(Collectors.joining(",\n"));

    List<Problem> problems = problems("{\"demarche\": 1, \"actors\": [\n" + actors + "]}");

    assertThat(problems).hasSize(10_000);
    assertThat(problems.get(0))
        .hasToString(
            "text:2:53: actor a0000: of 'b0000' is not in the dossier (did you mean 'a0000'?)");
    assertThat(problems.get(9_999).pointer()).isEqualTo("/actors/9999/of");
    assertThat(problems.get(9_999).place()).hasValue(new Problem.Place("text", 10_001, 53));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  @Timeout(30)
  void nesting_deeper_than_the_limit_is_refused(int more) {
    String unknown =
        "a dossier has no member 'x'; it has demarche, $schema, title, authors, licence, version, sources, actors, occasions,"
            + " propositions, claims";
    String deep =
        NOT_JSON
            + "lists and objects are nested deeper than the limit; if the file is trusted, raise the"
            + " limit of the reader";
    // 500 levels are followed, of which the document is the first.
    String lists = "[".repeat(499);
    String objects = "{\"a\":\n".repeat(499);

    assertRefused("{\"demarche\": 1, ▸\"x\": " + lists + "]".repeat(499) + "}", unknown);
    assertRefused("{\"demarche\": 1, ▸\"x\": " + lists + "▸" + "[".repeat(more), unknown, deep);
    assertRefused(
        "{\"demarche\": 1, ▸\"x\": " + objects + "▸" + "{\"a\":".repeat(more), unknown, deep);
  }

  private static final String LONG = "가".repeat(1_000_000);
  private static final String SHORT = "가".repeat(40) + "…";

  static Stream<BadDocument> longValues() {
    return Stream.of(
        badDocument(altered("\"demarche\": 1", "\"demarche\": ▸" + "1".repeat(100_000)), TOO_NEW),
        badDocument(
            altered("\"start\": 4", "\"start\": ▸" + "1".repeat(100_000)),
            "claim KT17-07: evidence/0/selector/start takes a whole number from -2147483648 to"
                + " 2147483647, got number "
                + "1".repeat(40)
                + "…"),
        withValue(
            "\"published\": \"2017-11-24\"",
            "\"" + LONG + "\"",
            "source KT17: published: '" + SHORT + "' is not a date"),
        withValue(
            "\"to\": \"2017-03-10\"",
            "\"" + LONG + "\"",
            "actor rok: terms/0/to: '" + SHORT + "' is not a date"),
        withValue(
            "\"stance\": \"FOR\"",
            "\"" + LONG + "\"",
            "claim KT17-07: stance '" + SHORT + "' is not one of FOR, AGAINST, UNCOMMITTED"),
        withValue(
            "\"participants\": [\"rok-mofa\"]",
            "\"" + LONG + "\"",
            "occasion talks: participants takes a list, such as [\""
                + SHORT
                + "\"], got text \""
                + SHORT
                + "\""),
        badDocument(
            altered("\"kind\": \"STATE\"", "\"kind\": \"STATE\", ▸\"" + LONG + "\": 1"),
            "actor rok: there is no member '"
                + SHORT
                + "'; the members are id, name, kind, of, succeeds, from, to, authority, named, aliases, terms, members, identifiers"),
        badDocument(
            altered("\"demarche\": 1,", "\"demarche\": 1, ▸\"" + LONG + "\": 1,"),
            "a dossier has no member '"
                + SHORT
                + "'; it has demarche, $schema, title, authors, licence, version, sources, actors, occasions, propositions, claims"),
        badDocument(
            altered("[\"rok-mofa\"]}", "[\"" + LONG + "\", ▸\"" + LONG + "\"]}"),
            "occasion talks: participants/1: duplicate '" + SHORT + "' in the list"),
        badDocument(
            source("\"id\": \"" + LONG + "\", \"author\": ▸1"),
            "source " + SHORT + ": author takes text in quotation marks, got number 1"),
        badDocument(
            "▸" + "가".repeat(1_000_000), EXPECTED_BEGINNING + ", but this begins '" + SHORT + "'"),
        badDocument(
            "{\"demarche\": 1, \"x\": ▸a" + "b".repeat(100_000) + "}",
            NOT_JSON + "'a" + "b".repeat(39) + "…' is not a value; put text in quotation marks"));
  }

  private static final String TOO_NEW =
      "demarche: this is a dossier of format version "
          + "1".repeat(40)
          + "…; this library reads version 1, a newer release is needed";

  @ParameterizedTest(name = "{index}")
  @MethodSource("longValues")
  void long_values_are_abridged_in_messages(BadDocument bad) {
    bad.check();
  }

  @Test
  void values_of_sixty_code_points_are_shown_in_full() {
    String sixty = "😀".repeat(60);
    assertRefused(
        altered("\"title\": \"Still pressing\"", "\"title\": \"Still pressing\", \"author\": ▸[]")
            .replace("\"via\": [\"rok-mofa\"]", "\"via\": ▸\"" + sixty + "\"")
            .replace("\"participants\": [\"rok-mofa\"]", "\"participants\": ▸\"" + sixty + "😀\""),
        "source KT17: author takes text in quotation marks, got a list",
        "occasion talks: participants takes a list, such as [\"%1$s\"], got text \"%1$s\""
            .formatted("😀".repeat(40) + "…"),
        "claim KT17-07: evidence/0/via takes a list, such as [\"%1$s\"], got text \"%1$s\""
            .formatted(sixty));
  }

  @Test
  @Timeout(30)
  void a_text_of_thirty_million_characters_is_accepted() {
    String text = "A".repeat(30_000_000);

    Dossier read =
        Dossiers.parse(
            source("\"id\": \"x\", \"text\": \"" + text + "\"")
                .replace("\"o\"", "\"m\"")
                .replace(
                    "{\"demarche\": 1,",
                    """
                    {"demarche": 1, "actors": [{"id": "m", "name": "M", "kind": "MEDIA"}],"""));

    assertThat(read.sources().get(0).text()).hasValue(text);
  }

  private static double secondsOf(Path file, int rows) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      assertThat(HostileTableTest.table(file).dossier().claims()).hasSize(rows);
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.min(best, spent / 1e9);
    }
    return best;
  }

  private static Path table(Path file, int columns, int rows) throws IOException {
    String header =
        IntStream.range(0, columns).mapToObj(i -> ",x" + i).collect(Collectors.joining());
    StringBuilder text = new StringBuilder("code,country,vote,day,dec").append(header).append('\n');
    for (int i = 0; i < rows; i++) {
      text.append("S%d,State %d,yes,16/10/1991,mayotte".formatted(i, i));
      text.append(",1".repeat(columns)).append('\n');
    }
    return Files.writeString(file, text);
  }

  @Test
  void a_table_of_very_many_columns_is_read_in_linear_time(@TempDir Path folder)
      throws IOException {
    Path tall = table(folder.resolve("tall.csv"), 1_000, 400); // the same bytes, but for the header
    Path wide = table(folder.resolve("wide.csv"), 100_000, 1);
    secondsOf(tall, 400); // warms up

    assertThat(secondsOf(wide, 1)).isLessThan(3 * Math.max(secondsOf(tall, 400), 0.05));
    assertThat(HostileTableTest.table(table(folder.resolve("w.csv"), 1_000_000, 1)).problems())
        .isEmpty();
  }
}
