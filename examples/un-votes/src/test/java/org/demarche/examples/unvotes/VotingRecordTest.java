package org.demarche.examples.unvotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Table;
import java.nio.file.Path;
import org.demarche.Tracker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions 46 and 47 of the UN General Assembly, from the folder {@code sample}. */
class VotingRecordTest extends VotingRecordChecks {
  private static final Path SAMPLE = Path.of("sample");

  private static Tracker sample;
  private static Table<String, String, String> sampleVotes;

  @BeforeAll
  static void readSample() throws Exception {
    sample = tracker(SAMPLE);
    sampleVotes = votes(SAMPLE.resolve("un_votes_s46_47.csv.gz"));
  }

  VotingRecordTest() {
    super(sample, sampleVotes);
  }

  @Override
  int sessions() {
    return 2;
  }

  @Test
  void votes_on_a_recurring_question_are_listed_with_their_dates() {
    assertThat(
            VotingRecordReport.question(tracker, "CN", "Prohibition of the Use of Nuclear Weapons")
                .toString())
        .contains("1991-12-06", "rc-3604", "1992-12-04", "rc-3683")
        .doesNotContain("Anti-personnel");
  }

  @Test
  void a_folder_without_the_tables_is_reported_with_where_to_get_them(@TempDir Path folder) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RollCallReader.read(folder))
        .withMessage(
            "there is no un_votes.csv in " + folder + "; how to get it: README.md of this example");
  }
}
