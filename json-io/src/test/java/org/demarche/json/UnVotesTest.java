package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The roll calls of the UN General Assembly, sessions 46 to 60, as the R package unvotes has them.
 */
class UnVotesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("demarche.shared", "../../shared")).resolve("data/un-votes");

  private static final Dossier UN =
      Dossier.builder()
          .addActors(Actor.builder().id("un").name("United Nations").kind(ActorKind.MEDIA).build())
          .addSources(
              Source.builder()
                  .id("roll-calls")
                  .outlet("un")
                  .title("Roll calls of the General Assembly")
                  .published(When.parse("2006-12-31"))
                  .build())
          .build();

  @BeforeAll
  static void the_data_is_there() {
    boolean there = Files.isDirectory(FOLDER);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(FOLDER).as("in CI the data is there").isDirectory();
    }
    Assumptions.assumeTrue(there, "there is no " + FOLDER + "; -Ddemarche.shared=DIR says where");
  }

  private static CsvClaims votes(Path file) {
    return CsvClaims.of(file)
        .join("rcid", FOLDER.resolve("un_roll_calls_s46_60.csv.gz"))
        .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
        .onto(UN)
        .actors(ActorKind.STATE, "{country}")
        .propositions("un-ga", "{short}: {descr}")
        .id("{rcid}/{country_code}")
        .principals("{country_code}")
        .proposition("rc-{rcid}")
        .stance("{vote}")
        .force("VOTE")
        .asserted("{date}")
        .source("roll-calls")
        .mode("RECORDED");
  }

  @Test
  void the_roll_calls_load_in_a_dozen_lines() {
    List<Long> reported = new ArrayList<>();
    CsvClaims.Load load =
        votes(FOLDER.resolve("un_votes_s46_60.csv.gz")).progress(reported::add).read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.rows()).isEqualTo(200_876);
    assertThat(load.dossier().claims()).hasSize(200_876);
    assertThat(load.dossier().propositions()).hasSize(1254);
    assertThat(load.dossier().actor("NA")).map(Actor::name).hasValue("Namibia");
    assertThat(load.dossier().claims().stream().filter(c -> c.principals().contains("NA")))
        .isNotEmpty();
    Claim first = load.dossier().claim("3587/US").orElseThrow();
    assertThat(first.asserted()).hasToString("1991-10-04");
    assertThat(first.stance()).isEqualTo(Stance.UNCOMMITTED);
    assertThat(load.dossier().proposition("rc-3587").orElseThrow().text())
        .isEqualTo("COMOROS, MAYOTTE: Question of the Comorian island of Mayotte");
    assertThat(reported).hasSize(21).endsWith(200_876L);
    assertThat(Tracker.of(load.dossier()).position("BS", "rc-3587").cellText())
        .isEqualTo("FOR/VOTE");
  }

  @Test
  void a_row_with_an_empty_code_is_reported_with_its_line_and_not_dropped(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("votes.csv"),
            """
            rcid,country,country_code,vote
            3587,United States,US,abstain
            3587,German Democratic Republic,,yes
            3587,Namibia,NA,yes
            """);
    CsvClaims.Load load = votes(file).read();
    assertThat(load.rows()).isEqualTo(3);
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("3587/US", "3587/NA");
    assertThat(load.problems())
        .extracting(Object::toString)
        .containsExactly(file + ":3:1: id is empty: nothing in column country_code");
  }
}
