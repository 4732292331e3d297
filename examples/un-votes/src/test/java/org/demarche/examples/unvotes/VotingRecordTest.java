package org.demarche.examples.unvotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Tally;
import org.demarche.network.AgreementQuery;
import org.demarche.text.Style;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions 46 to 60 of the UN General Assembly. */
class VotingRecordTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("demarche.shared", "../../../shared")).resolve("data/un-votes");

  private static Tracker un;
  private static AgreementQuery agreement;

  @BeforeAll
  static void the_data_is_there() {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(FOLDER).as("in CI the data is there").isDirectory();
    }
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "there is no " + FOLDER + "; -Ddemarche.shared=DIR says where");
    var load = RollCallReader.read(FOLDER);
    assertThat(load.problems()).isEmpty();
    un = Tracker.of(load.dossier());
    agreement = AgreementQuery.of(un);
  }

  /** What the tables hold, read without a line of the library: state, roll call, vote. */
  private static Table<String, String, String> votes() throws Exception {
    Table<String, String, String> votes = TreeBasedTable.create();
    Path file = FOLDER.resolve("un_votes_s46_60.csv.gz");
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(
              line -> {
                String[] words = line.split(",", -1);
                String vote = words[words.length - 1];
                String code = words[words.length - 2];
                votes.put(code, words[0], vote);
              });
    }
    return votes;
  }

  @Test
  void china_and_south_korea_agreed_on_51_of_69_votes_in_session_46_and_on_46_of_71_in_the_next() {
    Tally first = agreement.onIssue("session-46").between("CN", "KR");
    assertThat(first.joint()).isEqualTo(69);
    assertThat(first.same()).isEqualTo(51);
    Tally second = agreement.onIssue("session-47").between("CN", "KR");
    assertThat(second.joint()).isEqualTo(71);
    assertThat(second.same()).isEqualTo(46);
  }

  @Test
  void two_hundred_pairs_at_random_are_what_a_plain_count_makes_them() throws Exception {
    Table<String, String, String> votes = votes();
    List<String> states = new ArrayList<>(votes.rowKeySet());
    AgreementTable all = agreement.all();
    assertThat(all.parties()).isEqualTo(states);
    Map<String, Tally> pairs = new TreeMap<>();
    all.pairs().forEach(pair -> pairs.put(pair.first() + " " + pair.second(), pair));
    Random chance = new Random(1);
    for (int n = 0; n < 200; n++) {
      int i = chance.nextInt(states.size() - 1);
      int j = i + 1 + chance.nextInt(states.size() - i - 1);
      int joint = 0;
      int same = 0;
      int decided = 0;
      int opposed = 0;
      Map<String, String> other = votes.row(states.get(j));
      for (Map.Entry<String, String> vote : votes.row(states.get(i)).entrySet()) {
        String there = other.getOrDefault(vote.getKey(), "");
        if (!there.isEmpty()) {
          joint++;
          boolean alike = vote.getValue().equals(there);
          boolean both = !vote.getValue().equals("abstain") && !there.equals("abstain");
          same += alike ? 1 : 0;
          decided += alike && both ? 1 : 0;
          opposed += !alike && both ? 1 : 0;
        }
      }
      Tally pair = pairs.get(states.get(i) + " " + states.get(j));
      assertThat(pair)
          .isEqualTo(Tally.of(states.get(i), states.get(j), joint, same, decided, opposed));
      assertThat(agreement.between(states.get(i), states.get(j))).isEqualTo(pair);
    }
  }

  @Test
  void germany_yemen_and_namibia_come_out_right() throws Exception {
    Table<String, String, String> votes = votes();
    for (String code : List.of("DE", "YE", "NA")) {
      assertThat(un.dossier().actor(code)).as(code).isPresent();
      assertThat(un.positionsOf(code).known().rows())
          .as(code)
          .hasSameSizeAs(votes.row(code).keySet());
    }
    assertThat(un.dossier().actor("NA").orElseThrow().name()).isEqualTo("Namibia");
    assertThat(agreement.all().parties()).contains("DE", "YE", "NA");
  }

  @Test
  void the_record_of_two_states_is_told_session_by_session() {
    assertThat(VotingRecordReport.sessions(un, "CN", "KR").toString().lines())
        .anyMatch(line -> line.matches("46 +69 +51 +1 +74 % +86 %"))
        .anyMatch(line -> line.matches("47 +71 +46 +3 +65 % +80 %"))
        .hasSize(4 + 15);
  }

  @Test
  void the_votes_on_which_they_were_opposed_are_listed_by_date() throws Exception {
    Table<String, String, String> votes = votes();
    Map<String, String> korea = votes.row("KR");
    long opposed =
        votes.row("CN").entrySet().stream()
            .filter(vote -> !vote.getValue().equals("abstain"))
            .filter(
                vote ->
                    korea
                        .getOrDefault(vote.getKey(), "")
                        .equals(vote.getValue().equals("yes") ? "no" : "yes"))
            .count();
    String listed = VotingRecordReport.opposed(un, "CN", "KR").print(Style.whole());
    assertThat(listed).startsWith("CN and KR opposed: " + opposed + " votes");
    assertThat(listed.lines().filter(line -> line.matches("(19|20)\\d\\d-.*rc-.*")))
        .hasSize((int) opposed)
        .isSorted();
  }

  @Test
  void a_question_that_came_up_again_is_told_with_what_changed() {
    String told =
        VotingRecordReport.question(un, "CN", "Prohibition of the Use of Nuclear Weapons")
            .toString();
    assertThat(told)
        .contains("1991-12-06", "rc-3604", "2005-12-08", "rc-4639")
        .doesNotContain("Anti-personnel");
    assertThat(VotingRecordReport.question(un, "CN", "nothing of the kind").toString())
        .isEqualTo("CN on “nothing of the kind”: 0 votes");
  }

  @Test
  void a_folder_without_the_tables_is_told_how_to_get_them(@TempDir Path folder) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RollCallReader.read(folder))
        .withMessage(
            "there is no un_votes.csv in " + folder + "; how to get it: README.md of this example");
  }
}
