package org.demarche.examples.unvotes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.Tracker;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sessions 46 to 60 of the UN General Assembly. They are not part of this repository: without a
 * folder {@code data/un-votes} under {@code -Ddemarche.shared=DIR} these tests are skipped.
 */
@Tag("slow")
class Sessions46To60Test extends VotingRecordChecks {
  private static final Path FOLDER =
      Path.of(System.getProperty("demarche.shared", "")).resolve("data/un-votes");

  private static Tracker all;
  private static Table<String, String, String> allVotes;

  @BeforeAll
  static void readAllSessions() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), () -> "no folder " + FOLDER + "; give -Ddemarche.shared=DIR");
    all = tracker(FOLDER);
    allVotes = votes(FOLDER.resolve("un_votes_s46_60.csv.gz"));
  }

  Sessions46To60Test() {
    super(all, allVotes);
  }

  @Override
  int sessions() {
    return 15;
  }

  @Test
  void votes_on_a_recurring_question_are_listed_from_1991_to_2005() {
    assertThat(
            VotingRecordReport.question(tracker, "CN", "Prohibition of the Use of Nuclear Weapons")
                .toString())
        .contains("1991-12-06", "rc-3604", "2005-12-08", "rc-4639")
        .doesNotContain("Anti-personnel");
  }
}
