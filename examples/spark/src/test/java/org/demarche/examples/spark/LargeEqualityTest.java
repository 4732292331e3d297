package org.demarche.examples.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.demarche.json.ClaimTable;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of many claims are equal too; {@code -Ddemarche.claims=1000000} sets how many. */
@Tag("slow")
class LargeEqualityTest {
  private static final Path VOTES = Path.of("..", "un-votes", "sample");

  @TempDir private Path folder;

  /**
   * Writes the lines of a dossier in any order, and compares the answers about them as they are.
   */
  private void assertEqual(Dossier dossier, AskedDays days) throws IOException {
    Path input = ShuffledLines.write(dossier, folder.resolve("in"), 7);
    AllAnswers.assertEqual(input, Dossiers.read(input), days, 1, 2, 7);
  }

  @Test
  void the_answers_on_generated_claims_are_equal() throws IOException {
    int claims = Integer.getInteger("demarche.claims", 10_000);
    Path input = GeneratedCorpus.of(claims).write(folder, 4);
    assertEqual(
        Dossiers.read(input),
        AskedDays.asOf(LocalDate.parse("2015-06-30")).since(LocalDate.parse("2005-01-01")));
  }

  @Test
  void the_answers_on_votes_in_the_general_assembly_are_equal() throws IOException {
    assertEqual(
        votes(),
        AskedDays.asOf(LocalDate.parse("1993-01-01")).since(LocalDate.parse("1992-01-01")));
  }

  @Test
  void the_answers_on_paris_are_equal() throws IOException {
    assertEqual(ExampleDossiers.paris(), AskedDays.asOf(LocalDate.parse("2020-01-01")));
  }

  private static Dossier votes() {
    return ClaimTable.of(VOTES.resolve("un_votes_s46_47.csv.gz"))
        .join("rcid", VOTES.resolve("un_roll_calls_s46_47.csv.gz"))
        .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
        .onto(
            Dossier.of(
                Actor.builder().id("unga").name("UN").kind(ActorKind.MEDIA).build(),
                Source.builder()
                    .id("roll-calls")
                    .outlet("unga")
                    .title("Roll calls")
                    .published(When.parse("[1946..2100]"))
                    .build()))
        .actors(ActorKind.STATE, "{country}")
        .propositions("session-{session}", "{short}: {descr}")
        .id("{rcid}/{country_code}")
        .principals("{country_code}")
        .proposition("rc-{rcid}")
        .stance("{vote}")
        .force("VOTE")
        .asserted("{date}")
        .source("roll-calls")
        .mode("RECORDED")
        .read()
        .dossier();
  }
}
