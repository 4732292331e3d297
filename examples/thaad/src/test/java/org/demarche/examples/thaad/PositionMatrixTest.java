package org.demarche.examples.thaad;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.DATES;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.position;
import static org.demarche.examples.thaad.ThaadFixtures.unknown;

import com.google.common.collect.Iterables;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.json.Dossiers;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix that the example prints: sixteen propositions, two states, four dates. */
class PositionMatrixTest {
  /**
   * The positions of Seoul and Beijing, date by date. Signs: † known only through the other side, ‡
   * implied, ◊ inherited, · no known position.
   */
  private static final String TABLE =
      """
      2015-02-04          | rok                     | prc
      deployment          | ·                       | AGAINST/EXPRESS_CONCERN †
      additional-thaad    | ·                       | ·
      join-us-md          | ·                       | ·
      trilateral-alliance | ·                       | ·
      three-nos           | ·                       | ·
      3n-promise          | ·                       | ·
      3n-only-position    | ·                       | ·
      3n-agreement        | ·                       | ·
      harms-prc-security  | ·                       | ·
      surveils-china      | ·                       | ·
      negotiable          | ·                       | ·
      sovereign-matter    | ·                       | ·
      self-defence        | ·                       | ·
      row-settled         | ·                       | ·
      normalise-relations | ·                       | ·
      not-an-obstacle     | ·                       | ·
      2017-10-31          | rok                     | prc
      deployment          | ·                       | AGAINST/UNSPECIFIED
      additional-thaad    | AGAINST/STATE_INTENTION | ·
      join-us-md          | AGAINST/STATE_INTENTION | ·
      trilateral-alliance | ·                       | ·
      three-nos           | ·                       | ·
      3n-promise          | ·                       | ·
      3n-only-position    | ·                       | ·
      3n-agreement        | ·                       | ·
      harms-prc-security  | ·                       | FOR/ASSERT
      surveils-china      | ·                       | FOR/ASSERT
      negotiable          | ·                       | ·
      sovereign-matter    | ·                       | ·
      self-defence        | ·                       | ·
      row-settled         | ·                       | ·
      normalise-relations | FOR/AGREE †             | FOR/HOPE
      not-an-obstacle     | ·                       | ·
      2017-11-24          | rok                     | prc
      deployment          | ·                       | AGAINST/UNSPECIFIED
      additional-thaad    | AGAINST/STATE_INTENTION | AGAINST/WELCOME ‡
      join-us-md          | AGAINST/STATE_INTENTION | AGAINST/WELCOME ‡
      trilateral-alliance | AGAINST/UNSPECIFIED ‡   | AGAINST/WELCOME ‡
      three-nos           | FOR/UNSPECIFIED         | FOR/WELCOME
      3n-promise          | AGAINST/DENY            | FOR/ASSERT
      3n-only-position    | FOR/ASSERT              | ·
      3n-agreement        | ·                       | ·
      harms-prc-security  | ·                       | FOR/ASSERT
      surveils-china      | ·                       | FOR/ASSERT
      negotiable          | ·                       | ·
      sovereign-matter    | ·                       | ·
      self-defence        | ·                       | ·
      row-settled         | FOR/ASSERT              | ·
      normalise-relations | FOR/STATE_INTENTION     | FOR/HOPE
      not-an-obstacle     | ·                       | ·
      2022-08-11          | rok                     | prc
      deployment          | ·                       | AGAINST/UNSPECIFIED
      additional-thaad    | UNCOMMITTED/REFUSE      | AGAINST/URGE
      join-us-md          | UNCOMMITTED/REFUSE ‡    | AGAINST/URGE ‡
      trilateral-alliance | UNCOMMITTED/REFUSE ‡    | AGAINST/URGE ‡
      three-nos           | UNCOMMITTED/REFUSE      | FOR/URGE
      3n-promise          | AGAINST/DENY ◊          | FOR/ASSERT
      3n-only-position    | FOR/ASSERT ◊            | ·
      3n-agreement        | AGAINST/DENY            | ·
      harms-prc-security  | ·                       | FOR/REAFFIRM
      surveils-china      | ·                       | FOR/ASSERT
      negotiable          | AGAINST/REFUSE          | ·
      sovereign-matter    | FOR/ASSERT              | ·
      self-defence        | FOR/ASSERT              | ·
      row-settled         | FOR/ASSERT ◊            | ·
      normalise-relations | FOR/STATE_INTENTION ◊   | FOR/HOPE
      not-an-obstacle     | FOR/AGREE               | FOR/AGREE
      """;

  /** The words of the report for the stances and forces in the table. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("UNCOMMITTED/", "? "),
          Map.entry("AGAINST/", "− "),
          Map.entry("FOR/", "+ "),
          Map.entry("AGREE", "agrees"),
          Map.entry("ASSERT", "asserts"),
          Map.entry("DENY", "denies"),
          Map.entry("EXPRESS_CONCERN", "is concerned"),
          Map.entry("HOPE", "hopes"),
          Map.entry("REAFFIRM", "reaffirms"),
          Map.entry("REFUSE", "refuses"),
          Map.entry("STATE_INTENTION", "intends"),
          Map.entry("UNSPECIFIED", "said to hold this"),
          Map.entry("URGE", "urges"),
          Map.entry("WELCOME", "welcomes"));

  private static final String REPORT = PositionMatrixReport.report(TRACKER);

  /** Returns the cells of the table as a party, a proposition, a date and the expected text. */
  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    List<String> header = List.of();
    for (String line : TABLE.lines().toList()) {
      List<String> row = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      if (DATES.contains(row.get(0))) {
        header = row;
      } else {
        cells.add(Arguments.of(header.get(1), row.get(0), header.get(0), row.get(1)));
        cells.add(Arguments.of(header.get(2), row.get(0), header.get(0), row.get(2)));
      }
    }
    return cells.stream();
  }

  @Test
  void the_expected_matrix_has_128_cells() {
    assertThat(cells()).hasSize(16 * 8);
  }

  @ParameterizedTest(name = "{0} on {1} as of {2}: {3}")
  @MethodSource("cells")
  void each_cell_shows_stance_force_and_signs_of_the_position(
      String party, String proposition, String date, String expected) {
    Position position = position(party, proposition, date);
    assertThat(position.cellText()).isEqualTo(expected);
    assertThat(position.party()).isEqualTo(party);
    assertThat(position.proposition()).isEqualTo(proposition);
    assertThat(position.viewpoint().asOf()).isEqualTo(date);
    if (expected.equals("·")) {
      assertThat(position).isInstanceOf(Unknown.class);
      assertThat(position.support()).isEmpty();
    } else {
      assertAgrees(known(position), expected);
    }
  }

  /** Checks that each part of the text agrees with the value of the position. */
  private static void assertAgrees(Known position, String expected) {
    String[] words = expected.split("[/ ]", -1);
    String signs = words.length > 2 ? words[2] : "";
    assertThat(position.stance()).isEqualTo(Stance.valueOf(words[0]));
    assertThat(position.force()).isEqualTo(Force.valueOf(words[1]));
    assertThat(position.grade() == Grade.OTHER_SIDE).isEqualTo(signs.contains("†"));
    assertThat(position.isImplied()).isEqualTo(signs.contains("‡"));
    assertThat(position.standing())
        .isEqualTo(signs.contains("◊") ? Standing.INHERITED : Standing.CURRENT);
    assertThat(position.grade()).isGreaterThanOrEqualTo(Grade.OTHER_SIDE);
    assertThat(position.support())
        .allSatisfy(cited -> assertThat(cited.stance()).isEqualTo(position.stance()));
  }

  @ParameterizedTest(name = "{0} on {1} as of {2}: {3}")
  @CsvSource({
    "rok, additional-thaad, 2017-11-24, UPI17-04, REPORTED, moon-jae-in, 2017-11-24",
    "rok, additional-thaad, 2022-08-11, AP22-02, REPORTED, yoon-suk-yeol, 2022-08-11",
    "rok, three-nos, 2017-11-24, KT17-27, REPORTED, moon-jae-in, 2017-11-24",
    "rok, 3n-promise, 2022-08-11, KT17-15, REPORTED, moon-jae-in, 2017-11-24",
    "rok, defence-only, 2017-11-24, KT17-19, REPORTED, moon-jae-in, 2017-11-24",
    "rok, us-has-decided, 2022-08-11, KH15-04, REPORTED, park-geun-hye, 2015-02-04",
    "prc, deployment, 2015-02-04, KH15-01, OTHER_SIDE, xi-jinping, 2015-02-04",
    "prc, deployment, 2017-10-31, UPI17-02, REPORTED, xi-jinping, 2017-10-31",
    "prc, deployment, 2022-08-11, UPI17-02, REPORTED, xi-jinping, 2017-11-23",
    "prc, harms-prc-security, 2017-11-24, KT17-17, REPORTED, xi-jinping, 2017-11-24",
    "prc, harms-prc-security, 2022-08-11, AP22-04, OWN_WORDS, xi-jinping, 2022-08-10",
    "prc, surveils-china, 2017-10-31, UPI17-07, REPORTED, xi-jinping, 2017-10-31",
    "prc, surveils-china, 2017-11-24, KT17-16, REPORTED, xi-jinping, 2017-11-24",
    "prc, surveils-china, 2022-08-11, AP22-10, REPORTED, xi-jinping, 2017-12-31",
    "prc, three-nos, 2017-11-24, KT17-07, OWN_WORDS, xi-jinping, 2017-11-22",
    "prc, three-nos, 2022-08-11, ET22-05, REPORTED, xi-jinping, 2022-08-09",
    "usa, deployment, 2017-11-24, KH15-06, REPORTED, barack-obama, 2014-12-31"
  })
  void each_position_names_its_headline_claim_grade_administration_and_last_evidence(
      String party,
      String proposition,
      String date,
      String headline,
      Grade grade,
      String administration,
      LocalDate lastEvidenced) {
    Known position = known(party, proposition, date);
    assertThat(position.headline().claim().id()).isEqualTo(headline);
    assertThat(position.grade()).isEqualTo(grade);
    assertThat(position.administration().orElseThrow().head()).isEqualTo(administration);
    assertThat(position.lastEvidenced()).isEqualTo(lastEvidenced);
  }

  @ParameterizedTest(name = "{0} on {1} as of {2}: {3}")
  @CsvSource({
    "prc, harms-prc-security, 2015-02-04, ONLY_LATER",
    "prc, surveils-china, 2015-02-04, ONLY_POSSIBLY",
    "prc, three-nos, 2015-02-04, ONLY_LATER",
    "prc, three-nos, 2017-10-31, ONLY_HINTS",
    "rok, deployment, 2015-02-04, ONLY_HINTS",
    "prc, negotiable, 2022-08-11, NO_CLAIMS",
    "prc, row-settled, 2022-08-11, ONLY_HINTS"
  })
  void each_unknown_position_states_its_reason(
      String party, String proposition, String date, Unknown.Reason reason) {
    assertThat(unknown(party, proposition, date).reason()).isEqualTo(reason);
  }

  // The printed report

  @Test
  void no_line_of_the_report_is_wider_than_100_columns() {
    assertThat(REPORT.lines()).allSatisfy(line -> assertThat(width(line)).isLessThanOrEqualTo(100));
  }

  /**
   * Returns the columns that a line takes on a terminal: two for a Chinese, Japanese or Korean
   * character, zero for a combining mark.
   */
  private static int width(String line) {
    return line.codePoints()
        .map(
            c ->
                switch (Character.UnicodeScript.of(c)) {
                  case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
                  default -> Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1;
                })
        .sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rok", "prc"})
  void the_report_contains_every_cell_of_the_matrix(String party) {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    cells()
        .map(Arguments::get)
        .filter(cell -> cell[0].equals(party))
        .forEach(
            cell ->
                expected
                    .computeIfAbsent((String) cell[1], k -> new ArrayList<>(List.of(label(k))))
                    .add(inWords(cell)));
    expected.values().removeIf(row -> Set.copyOf(row.subList(1, row.size())).equals(Set.of("·")));
    Map<String, List<String>> printed = new LinkedHashMap<>();
    List<List<String>> table = printedTable(party);
    assertThat(table.remove(0))
        .containsExactlyElementsOf(Iterables.concat(List.of("proposition"), DATES, List.of("id")));
    table.forEach(row -> printed.put(row.get(DATES.size() + 1), row.subList(0, DATES.size() + 1)));
    assertThat(printed).containsExactlyEntriesOf(expected);
  }

  private static String label(String proposition) {
    return DOSSIER.proposition(proposition).orElseThrow().label().orElseThrow();
  }

  /** Returns a cell of the tables above in the words of the report, which tells the parts held. */
  private static String inWords(Object[] cell) {
    return List.of(cell[0], cell[1], cell[2]).equals(List.of("rok", "three-nos", "2017-10-31"))
        ? "· 2 of 3 parts held: additional-thaad (reported), join-us-md (reported)"
        : inWords((String) cell[3]);
  }

  private static String inWords(String cell) {
    String words = cell;
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      words = words.replace(word.getKey(), word.getValue());
    }
    // an act on another proposition is not named, and an act may name its stance
    return words
        .replaceFirst(" .* ‡", " implied")
        .replace("? refuses", "? refuses to be bound")
        .replace("− intends", "− intends not to")
        .replace("− urges", "− urges against")
        .replace("+ is concerned", "+ is concerned for it")
        .replace("− is concerned", "− is concerned about it")
        .replace("− said to hold this", "− said to be against it");
  }

  @ParameterizedTest
  @CsvSource({"South Korea (rok), three", "China (prc), six"})
  void the_report_counts_the_propositions_on_which_a_party_has_no_position(
      String party, String number) {
    assertThat(
            REPORT.substring(REPORT.indexOf(party)).lines().filter(l -> l.startsWith("Left out")))
        .first()
        .isEqualTo(
            "Left out: " + number + " propositions without a position at any of these dates.");
  }

  @Test
  void the_report_explains_the_signs() {
    assertThat(REPORT.replaceAll("\\s+", " "))
        .contains(
            "+ for, or holds it true − against, or holds it false ? uncommitted † by another state’s account"
                + " ◊ from an earlier administration, no newer claim on record · no position on record");
  }

  /**
   * Reads the table of a party back from the report: header and rows, with wrapped cells joined.
   */
  private static List<List<String>> printedTable(String party) {
    List<String> lines =
        REPORT
            .lines()
            .dropWhile(line -> !line.endsWith(" (" + party + ") as of each date"))
            .skip(2)
            .toList();
    String rule = lines.get(1);
    int[] starts =
        IntStream.range(0, rule.length())
            .filter(i -> rule.charAt(i) == '-' && (i == 0 || rule.charAt(i - 1) == ' '))
            .toArray();
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.isEmpty()) {
        break;
      }
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < starts.length; i++) {
        int end = i + 1 < starts.length ? starts[i + 1] : Integer.MAX_VALUE;
        cells.add(
            line.substring(Math.min(starts[i], line.length()), Math.min(end, line.length()))
                .strip());
      }
      if (cells.get(cells.size() - 1).isEmpty()) {
        List<String> above = rows.get(rows.size() - 1);
        for (int i = 0; i < cells.size(); i++) {
          above.set(i, (above.get(i) + " " + cells.get(i)).strip());
        }
      } else if (!line.equals(rule)) {
        rows.add(cells);
      }
    }
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "South Korea on more THAAD batteries [rok, additional-thaad];24 November 2017;"
            + "reported, Kang Kyung-wha, 30 October 2017, last evidenced by 24 November 2017, last explicitly on 30 October 2017,"
            + " under Moon Jae-in;Three claims, traced to two independent sources;UPI17-04 KT17-27 KT17-08",
        "South Korea on more THAAD batteries [rok, additional-thaad];11 August 2022;"
            + "reported, 10 August 2022, last evidenced on 11 August 2022, last explicitly on 10 August 2022, under Yoon Suk-yeol;"
            + "Two claims, traced to one source;AP22-02 ET22-02",
        "China on the three nos [prc, three-nos];11 August 2022;"
            + "reported, Wang Yi, 9 August 2022, date inferred, under Xi Jinping;"
            + "Two claims, traced to two independent sources;ET22-05 KT17-07"
      })
  void the_report_contains_each_position_with_all_its_evidence(
      String heading, String date, String details, String counts, String claims) {
    String text = printedPosition(heading, date);
    int at = 0;
    for (String id : claims.split(" ", -1)) {
      for (String quote : ThaadFixtures.quotes(id)) {
        String printed = ThaadFixtures.printed(quote).replace('\u00A0', ' ');
        int found = text.indexOf(printed + " — ", at);
        assertThat(found).as("%s: %s", id, quote).isGreaterThanOrEqualTo(at);
        at = found;
      }
    }
    assertThat(text).contains("(" + details + ").", counts + ".", "hint, not counted: ");
  }

  /**
   * Returns a position that the report prints with its evidence, on one line and with single
   * spaces.
   */
  private static String printedPosition(String heading, String date) {
    return Stream.of(REPORT.split("\n\n", -1))
        .map(passage -> passage.replaceAll("[\n \u00A0]+", " "))
        .filter(passage -> passage.startsWith(heading + " Proposition: "))
        .filter(passage -> passage.contains(", as of " + date + ": "))
        .collect(onlyElement());
  }

  @Test
  void the_report_shows_the_chain_of_relays() {
    assertThat(
            printedPosition(
                "South Korea on more THAAD batteries [rok, additional-thaad]", "24 November 2017"))
        .contains(
            "— The Korea Times ← PRC Ministry of Foreign Affairs ← Wang Yi, 2017-11-24 [KT17,"
                + " presupposed]");
  }

  @Test
  void the_main_method_prints_utf_8_even_on_an_ascii_console() {
    assertThat(printed()).isEqualTo(REPORT);
  }

  @Test
  void the_main_method_reads_another_dossier_from_a_path(@TempDir Path folder) {
    Path file = folder.resolve("another.json");
    Dossiers.write(DOSSIER, file);
    assertThat(printed(file.toString())).isEqualTo(REPORT);
  }

  private static String printed(String... args) {
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream ascii = new PrintStream(bytes, true, StandardCharsets.US_ASCII)) {
      System.setOut(ascii);
      PositionMatrixReport.main(args);
    } finally {
      System.setOut(console);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
