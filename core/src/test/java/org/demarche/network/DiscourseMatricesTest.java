package org.demarche.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Iterables;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Network;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks of 300 made-up statements, compared with the matrices that the Discourse Network
 * Analyzer 3.1.2 computes from them.
 */
class DiscourseMatricesTest {
  private static final Path FOLDER = Path.of("src/test/resources/discourse-matrices");
  private static final double NEAR = 1e-9;

  /** Returns the name of each file of expected values. */
  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("expected"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static List<List<String>> table(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> List.of(line.replace("\"", "").split(",", -1)))
        .toList();
  }

  private static String slug(String name) {
    return name.replace(' ', '-');
  }

  /**
   * Returns the statements as claims: the principal is the organization, the speaker the person.
   */
  private static Tracker statements() throws IOException {
    Map<String, Actor> actors = new LinkedHashMap<>();
    Map<String, Proposition> propositions = new TreeMap<>();
    Map<String, Source> sources = new TreeMap<>();
    List<Claim> claims = new ArrayList<>();
    actors.put("x", Actor.builder().id("x").name("X").kind(ActorKind.STATE).build());
    actors.put("paper", Actor.builder().id("paper").name("Paper").kind(ActorKind.MEDIA).build());
    for (List<String> row : table(FOLDER.resolve("statements.csv")).stream().skip(1).toList()) {
      String day = row.get(1).substring(0, 10);
      String source = "document-" + row.get(2);
      String person = slug(row.get(3));
      String organization = slug(row.get(4));
      String concept = slug(row.get(5));
      sources.computeIfAbsent(
          source,
          id ->
              Source.builder().id(id).outlet("paper").title(id).published(When.parse(day)).build());
      actors.computeIfAbsent(
          person, id -> Actor.builder().id(id).name(id).kind(ActorKind.PERSON).build());
      actors.computeIfAbsent(
          organization,
          id -> Actor.builder().id(id).name(id).kind(ActorKind.ORGAN).of("x").build());
      propositions.computeIfAbsent(
          concept, id -> Proposition.builder().id(id).issue("issue").text(id).build());
      claims.add(
          Claim.builder()
              .id("s" + row.get(0))
              .addSpeakers(person)
              .addPrincipals(organization)
              .asserted(When.parse(day))
              .proposition(concept)
              .stance(row.get(6).equals("1") ? Stance.FOR : Stance.AGAINST)
              .force(Force.ASSERT)
              .addEvidence(
                  Evidence.builder().source(source).mode(Mode.INDIRECT).quote("so").build())
              .build());
    }
    return Tracker.of(
        Dossier.of(
            Iterables.concat(sources.values(), actors.values(), propositions.values(), claims)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_network_equals_the_matrix_of_the_discourse_network_analyzer_to_nine_decimals(
      String file) throws IOException {
    Tracker tracker = statements();
    List<List<String>> expected = table(FOLDER.resolve("expected").resolve(file));
    List<String> words = new ArrayList<>(Arrays.asList(file.replace(".csv", "").split("_", -1)));
    switch (words.remove(0)) {
      case "barplot" -> barplot(tracker, expected);
      case "onemode" -> matrix(oneMode(tracker, words).network(), expected);
      case "twomode" -> matrix(twoMode(tracker, words).network(), expected);
      case "timewindow" -> windows(tracker, expected);
      default -> kernel(tracker, file, expected);
    }
  }

  private static <E extends Enum<E>> E named(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static boolean isPerson(String word) {
    return word.endsWith("person");
  }

  private static DuplicateCounting duplicates(String word) {
    return switch (word) {
      case "dup-include" -> DuplicateCounting.ALL;
      case "dup-document" -> DuplicateCounting.ONCE_PER_SOURCE;
      case "dup-year" -> DuplicateCounting.ONCE_PER_YEAR;
      case "dup-acrossrange" -> DuplicateCounting.ONCE;
      default -> throw new IllegalArgumentException(word);
    };
  }

  /**
   * Returns the query with the settings of a file name, for example {@code
   * organization_congruence_norm-average_dup-include}.
   */
  private static CongruenceQuery oneMode(Tracker tracker, List<String> words) {
    CongruenceQuery query = CongruenceQuery.of(tracker);
    if (words.get(0).equals("concept")) {
      query = query.ofPropositions();
      words.remove(0);
    }
    query = isPerson(words.get(0)) ? query.amongSpeakers() : query.amongPrincipals();
    CongruenceQuery measured =
        switch (words.get(1)) {
          case "congruence" -> query.congruence();
          case "conflict" -> query.conflict();
          case "subtract" -> query.subtractingConflict();
          case "ignore" -> query.ignoringStance();
          default -> throw new IllegalArgumentException(words.get(1));
        };
    CongruenceQuery divided =
        switch (words.get(2)) {
          case "norm-no" -> measured;
          case "norm-average" -> measured.byAverageActivity();
          case "norm-jaccard" -> measured.byJaccard();
          case "norm-cosine" -> measured.byProduct();
          default -> throw new IllegalArgumentException(words.get(2));
        };
    return divided.duplicates(duplicates(words.get(3)));
  }

  private static AffiliationQuery twoMode(Tracker tracker, List<String> words) {
    AffiliationQuery all = AffiliationQuery.of(tracker).duplicates(duplicates(words.get(3)));
    AffiliationQuery query = isPerson(words.get(0)) ? all.amongSpeakers() : all.amongPrincipals();
    AffiliationQuery measured =
        switch (words.get(1)) {
          case "ignore" -> query.ignoringStance();
          case "subtract" -> query.subtractingAgainst();
          case "combine" -> query.combiningStances();
          default -> throw new IllegalArgumentException(words.get(1));
        };
    return switch (words.get(2)) {
      case "norm-no" -> measured;
      case "norm-activity" -> measured.byActivity();
      case "norm-prominence" -> measured.byProminence();
      default -> throw new IllegalArgumentException(words.get(2));
    };
  }

  private static void matrix(Network network, List<List<String>> expected) {
    List<String> header = expected.get(0).stream().skip(1).map(n -> slug(n)).toList();
    assertThat(network.columns()).isEqualTo(header);
    assertThat(network.rows())
        .isEqualTo(expected.stream().skip(1).map(row -> slug(row.get(0))).toList());
    for (List<String> row : expected.subList(1, expected.size())) {
      for (int column = 0; column < header.size(); column++) {
        assertThat(network.value(slug(row.get(0)), header.get(column)).orElseThrow())
            .as(row.get(0) + " and " + header.get(column))
            .isCloseTo(Double.parseDouble(row.get(column + 1)), within(NEAR));
      }
    }
  }

  private static void barplot(Tracker tracker, List<List<String>> expected) {
    AffiliationQuery affiliation = AffiliationQuery.of(tracker).amongSpeakers();
    Network all = affiliation.ignoringStance().network();
    Network balance = affiliation.subtractingAgainst().network();
    for (List<String> row : expected.subList(1, expected.size())) {
      double sum = column(all, slug(row.get(0))).sum();
      double difference = column(balance, slug(row.get(0))).sum();
      assertThat((sum - difference) / 2).isEqualTo(Double.parseDouble(row.get(1)));
      assertThat((sum + difference) / 2).isEqualTo(Double.parseDouble(row.get(2)));
    }
  }

  private static DoubleStream column(Network network, String column) {
    return network.rows().stream().mapToDouble(row -> network.value(row, column).orElseThrow());
  }

  private static void windows(Tracker tracker, List<List<String>> expected) {
    List<Network> windows = CongruenceQuery.of(tracker).amongPrincipals().windows(8).toList();
    assertThat(windows).hasSize(expected.size() - 1);
    for (int i = 0; i < windows.size(); i++) {
      assertThat(windows.get(i).rows()).hasSize(8);
      List<String> row = expected.get(i + 1);
      days(windows.get(i), row);
      assertThat(windows.get(i).claims()).hasValue(Integer.parseInt(row.get(4)));
      assertThat(windows.get(i).values().stream().sum())
          .isCloseTo(Double.parseDouble(row.get(5)), within(NEAR));
    }
  }

  private static void days(Network window, List<String> row) {
    Range<LocalDate> days = window.window().orElseThrow();
    assertThat(days.lowerEndpoint() + "T00:00").isEqualTo(row.get(1));
    assertThat(window.day().orElseThrow() + "T00:00").isEqualTo(row.get(2));
    assertThat(days.upperEndpoint() + "T00:00").isEqualTo(row.get(3));
  }

  private static void kernel(Tracker tracker, String file, List<List<String>> expected) {
    Kernel kernel = named(Kernel.class, file.split("[-_]", -1)[1]);
    CongruenceQuery congruence = CongruenceQuery.of(tracker).amongPrincipals();
    List<Network> windows = congruence.smoothed(kernel, 8).toList();
    CountedStatements counted = congruence.counted();
    List<Double> selfSums =
        TimeWindows.smoothed(
                counted,
                kernel,
                8,
                counts ->
                    ImmutableDoubleArray.copyOf(counts.selfValues(CongruenceMeasure.CONGRUENCE)))
            .map(window -> window.values().stream().sum())
            .toList();
    assertThat(windows).hasSize(expected.size() - 1);
    for (int i = 0; i < windows.size(); i++) {
      List<String> row = expected.get(i + 1);
      days(windows.get(i), row);
      assertThat(windows.get(i).values().stream().sum())
          .isCloseTo(Double.parseDouble(row.get(4)), within(NEAR));
      assertThat(selfSums.get(i)).isCloseTo(Double.parseDouble(row.get(5)), within(NEAR));
    }
  }
}
