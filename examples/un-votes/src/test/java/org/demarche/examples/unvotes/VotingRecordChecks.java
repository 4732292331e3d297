package org.demarche.examples.unvotes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;

/**
 * Tests that hold for any number of sessions from the 46th on. Expected values are computed from
 * the tables themselves, read here without the library.
 */
abstract class VotingRecordChecks {
  final Tracker tracker;
  final AgreementQuery agreement;
  private final Table<String, String, String> votes;

  VotingRecordChecks(Tracker tracker, Table<String, String, String> votes) {
    this.tracker = tracker;
    this.agreement = AgreementQuery.of(tracker);
    this.votes = votes;
  }

  /** Reads the tables in a folder with the library. */
  static Tracker tracker(Path folder) {
    var load = RollCallReader.read(folder);
    assertThat(load.problems()).isEmpty();
    return Tracker.of(load.dossier());
  }

  /** Reads a table of votes without the library: state, roll call, vote. */
  static Table<String, String, String> votes(Path file) throws Exception {
    Table<String, String, String> votes = TreeBasedTable.create();
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(
              line -> {
                String[] fields = line.split(",", -1);
                String vote = fields[fields.length - 1];
                String code = fields[fields.length - 2];
                votes.put(code, fields[0], vote);
              });
    }
    return votes;
  }

  @Test
  void
      china_and_south_korea_agreed_on_51_of_69_votes_in_session_46_and_on_46_of_71_in_session_47() {
    Tally first = agreement.onIssue("session-46").between("CN", "KR");
    assertThat(first.joint()).isEqualTo(69);
    assertThat(first.same()).isEqualTo(51);
    Tally second = agreement.onIssue("session-47").between("CN", "KR");
    assertThat(second.joint()).isEqualTo(71);
    assertThat(second.same()).isEqualTo(46);
  }

  @Test
  void two_hundred_random_pairs_of_states_have_the_counts_of_a_plain_loop_over_the_votes() {
    List<String> states = new ArrayList<>(votes.rowKeySet());
    AgreementTable all = agreement.all();
    assertThat(all.parties()).isEqualTo(states);
    Map<String, Tally> pairs = new TreeMap<>();
    all.pairs().forEach(pair -> pairs.put(pair.first() + " " + pair.second(), pair));
    Random random = new Random(1);
    for (int n = 0; n < 200; n++) {
      int i = random.nextInt(states.size() - 1);
      int j = i + 1 + random.nextInt(states.size() - i - 1);
      Tally between = agreement.between(states.get(i), states.get(j));
      assertThat(Counts.of(between)).isEqualTo(count(states.get(i), states.get(j)));
      assertThat(pairs).containsEntry(states.get(i) + " " + states.get(j), between);
    }
  }

  private record Counts(int joint, int same, int sameDecided, int opposed) {
    static Counts of(Tally tally) {
      return new Counts(tally.joint(), tally.same(), tally.sameDecided(), tally.opposed());
    }
  }

  private Counts count(String first, String second) {
    int joint = 0;
    int same = 0;
    int decided = 0;
    int opposed = 0;
    Map<String, String> others = votes.row(second);
    for (Map.Entry<String, String> vote : votes.row(first).entrySet()) {
      String other = others.getOrDefault(vote.getKey(), "");
      if (!other.isEmpty()) {
        joint++;
        boolean alike = vote.getValue().equals(other);
        boolean both = !vote.getValue().equals("abstain") && !other.equals("abstain");
        same += alike ? 1 : 0;
        decided += alike && both ? 1 : 0;
        opposed += !alike && both ? 1 : 0;
      }
    }
    return new Counts(joint, same, decided, opposed);
  }

  @Test
  void germany_yemen_and_namibia_have_all_their_votes() {
    for (String code : List.of("DE", "YE", "NA")) {
      assertThat(tracker.dossier().actor(code)).as(code).isPresent();
      assertThat(tracker.positionsOf(code).known().rows())
          .as(code)
          .hasSameSizeAs(votes.row(code).keySet());
    }
    assertThat(tracker.dossier().actor("NA").orElseThrow().name()).isEqualTo("Namibia");
    assertThat(agreement.all().parties()).contains("DE", "YE", "NA");
  }

  @Test
  void the_votes_on_which_two_states_were_opposed_are_listed_by_date() {
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
    String listed = VotingRecordReport.opposed(tracker, "CN", "KR").print(Style.whole());
    assertThat(listed).startsWith("CN and KR opposed: " + opposed + " votes");
    assertThat(listed.lines().filter(line -> line.matches("(19|20)\\d\\d-.*rc-.*")))
        .hasSize((int) opposed)
        .isSorted();
  }

  @Test
  void agreement_of_two_states_is_listed_session_by_session() {
    assertThat(VotingRecordReport.sessions(tracker, "CN", "KR").toString().lines())
        .anyMatch(line -> line.matches("46 +69 +51 +1 +74 % +86 %"))
        .anyMatch(line -> line.matches("47 +71 +46 +3 +65 % +80 %"))
        .hasSize(4 + sessions());
  }

  /** Returns the number of sessions in the tables. */
  abstract int sessions();

  @Test
  void a_phrase_in_no_title_finds_no_votes() {
    assertThat(VotingRecordReport.question(tracker, "CN", "nothing of the kind").toString())
        .isEqualTo("CN on “nothing of the kind”: 0 votes");
  }
}
