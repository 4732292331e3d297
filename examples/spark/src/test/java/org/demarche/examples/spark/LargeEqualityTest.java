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

  @Test
  void the_answers_on_generated_claims_are_equal() throws IOException {
    Path input = GeneratedCorpus.of(Integer.getInteger("demarche.claims", 10_000)).write(folder, 4);
    AskedDays days =
        AskedDays.asOf(LocalDate.parse("2015-06-30")).since(LocalDate.parse("2005-01-01"));
    AllAnswers.assertEqual(input, Dossiers.read(input), days, 8);
  }

  @Test
  void the_answers_on_votes_in_the_general_assembly_are_equal() throws IOException {
    Dossier votes = votes();
    Path input = ShuffledLines.write(votes, folder.resolve("votes"), 4);
    AskedDays days =
        AskedDays.asOf(LocalDate.parse("1993-01-01")).since(LocalDate.parse("1992-01-01"));
    AllAnswers.assertEqual(input, votes, days, 8);
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
