package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Roll calls of the UN General Assembly, in the format of the R package unvotes: the sample of two
 * sessions in {@code examples/un-votes}, and sessions 46 to 60 where {@code -Ddemarche.shared=DIR}
 * names the folder whose {@code data/un-votes} has the tables.
 */
class UnVotesTest {
  private static final Path SAMPLE = Path.of("../examples/un-votes/sample");
  private static final Path ALL_SESSIONS =
      Path.of(System.getProperty("demarche.shared", "")).resolve("data/un-votes");

  private static final Dossier UN =
      Dossier.of(
          Actor.builder().id("un").name("United Nations").kind(ActorKind.MEDIA).build(),
          Source.builder()
              .id("roll-calls")
              .outlet("un")
              .title("Roll calls of the General Assembly")
              .published(When.parse("2006-12-31"))
              .build());

  private static ClaimTable votes(Path votes, Path rollCalls) {
    return ClaimTable.of(votes)
        .join("rcid", rollCalls)
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
  void two_sessions_are_read_by_a_dozen_lines_of_code() {
    List<Long> progress = new ArrayList<>();
    LoadedClaims load =
        votes(
                SAMPLE.resolve("un_votes_s46_47.csv.gz"),
                SAMPLE.resolve("un_roll_calls_s46_47.csv.gz"))
            .progress(progress::add)
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.rows()).isEqualTo(22_796);
    assertThat(load.dossier().claims()).hasSize(22_796);
    assertThat(load.dossier().propositions()).hasSize(150);
    assertThat(progress).containsExactly(10_000L, 20_000L, 22_796L);
    assertNamibiaTheFirstVoteAndItsTitle(load);
  }

  @Test
  @Tag("slow")
  void fifteen_sessions_are_read_where_they_are_available() {
    Assumptions.assumeTrue(
        Files.isDirectory(ALL_SESSIONS),
        () -> "no folder " + ALL_SESSIONS + "; give -Ddemarche.shared=DIR");
    List<Long> progress = new ArrayList<>();
    LoadedClaims load =
        votes(
                ALL_SESSIONS.resolve("un_votes_s46_60.csv.gz"),
                ALL_SESSIONS.resolve("un_roll_calls_s46_60.csv.gz"))
            .progress(progress::add)
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.rows()).isEqualTo(200_876);
    assertThat(load.dossier().claims()).hasSize(200_876);
    assertThat(load.dossier().propositions()).hasSize(1254);
    assertThat(progress).hasSize(21).endsWith(200_876L);
    assertNamibiaTheFirstVoteAndItsTitle(load);
  }

  private static void assertNamibiaTheFirstVoteAndItsTitle(LoadedClaims load) {
    assertThat(load.dossier().actor("NA")).map(Actor::name).hasValue("Namibia");
    assertThat(load.dossier().claims().stream().filter(c -> c.principals().contains("NA")))
        .isNotEmpty();
    Claim first = load.dossier().claim("3587/US").orElseThrow();
    assertThat(first.asserted()).hasToString("1991-10-04");
    assertThat(first.stance()).isEqualTo(Stance.UNCOMMITTED);
    assertThat(load.dossier().proposition("rc-3587").orElseThrow().text())
        .isEqualTo("COMOROS, MAYOTTE: Question of the Comorian island of Mayotte");
    assertThat(Tracker.of(load.dossier()).position("BS", "rc-3587").cellText())
        .isEqualTo("FOR/VOTE");
  }

  @Test
  void two_germanys_two_yemens_and_namibia_stay_apart_where_codes_are_missing(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("raw.csv"),
            """
            rcid,date,country,country_code,ccode,vote
            2300,1985-12-17,German Federal Republic,NA,260,yes
            2300,1985-12-17,German Democratic Republic,,265,no
            2300,1985-12-17,Yemen Arab Republic,NA,678,abstain
            2300,1985-12-17,Yemen People's Republic,,680,no
            3600,1991-12-11,Germany,DE,255,yes
            3600,1991-12-11,Yemen,YE,679,abstain
            3600,1991-12-11,Namibia,"NA",565,no
            """);
    LoadedClaims load =
        ClaimTable.of(file)
            .missing("NA")
            .emptyFrom("country_code", "ccode")
            .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
            .onto(UN)
            .actors(ActorKind.STATE, "{country}")
            .propositions("un-ga", "Resolution {rcid}")
            .id("{rcid}/{country_code}")
            .principals("{country_code}")
            .proposition("rc-{rcid}")
            .stance("{vote}")
            .force("VOTE")
            .asserted("{date}")
            .source("roll-calls")
            .mode("RECORDED")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims())
        .extracting(
            claim -> load.dossier().actor(claim.principals().first()).orElseThrow().name(),
            Claim::id,
            Claim::stance)
        .containsExactly(
            tuple("German Federal Republic", "2300/260", Stance.FOR),
            tuple("German Democratic Republic", "2300/265", Stance.AGAINST),
            tuple("Yemen Arab Republic", "2300/678", Stance.UNCOMMITTED),
            tuple("Yemen People's Republic", "2300/680", Stance.AGAINST),
            tuple("Germany", "3600/DE", Stance.FOR),
            tuple("Yemen", "3600/YE", Stance.UNCOMMITTED),
            tuple("Namibia", "3600/NA", Stance.AGAINST));
  }

  @Test
  void a_row_with_an_empty_country_code_is_reported_with_its_line(@TempDir Path folder)
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
    LoadedClaims load = votes(file, SAMPLE.resolve("un_roll_calls_s46_47.csv.gz")).read();
    assertThat(load.rows()).isEqualTo(3);
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("3587/US", "3587/NA");
    assertThat(load.problems())
        .extracting(Object::toString)
        .containsExactly(
            file
                + ":3:1: id is empty: nothing in column country_code; principals is empty: nothing in column country_code");
  }
}
