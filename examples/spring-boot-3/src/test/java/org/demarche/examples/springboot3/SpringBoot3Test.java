package org.demarche.examples.springboot3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.demarche.Tracker;
import org.demarche.json.Answers;
import org.demarche.json.ClaimTable;
import org.demarche.json.LoadedClaims;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes dossiers and answers as text in an application of Spring Boot 3, whose own
 * mapper is that of Jackson 2.
 */
@SpringBootTest
class SpringBoot3Test {
  @SpringBootApplication
  static class Application {}

  /** A bean that the application writes by Jackson 2: an answer of Demarche as it is, and a day. */
  record Briefing(
      @JsonProperty("written_on") LocalDate day,
      @JsonRawValue String answer,
      @JsonInclude(JsonInclude.Include.NON_NULL) String note) {}

  private static final Path THAAD = Path.of("../thaad/src/main/resources/thaad.json");

  @Autowired private ObjectMapper jackson2;
  @TempDir private Path folder;

  @Test
  void a_dossier_is_read_written_and_appended_to() throws IOException {
    Dossier dossier = Dossiers.read(THAAD);
    assertThat(dossier.claims()).hasSize(89);
    assertThat(Dossiers.parse(Dossiers.format(dossier))).isEqualTo(dossier);
    Path lines = folder.resolve("thaad.jsonl.gz");
    Dossiers.write(dossier, lines);
    assertThat(Dossiers.read(lines)).isEqualTo(dossier);
    Path claims = folder.resolve("claims.jsonl");
    Dossiers.append(claims, dossier.claims().iterator().next());
    String last = Files.readAllLines(claims).get(1); // the first line is the version of the format
    assertThat(jackson2.readTree(last).at("/claim/id").asText())
        .isEqualTo(dossier.claims().iterator().next().id());
  }

  @Test
  void an_answer_is_part_of_a_bean_that_jackson_2_writes() throws IOException {
    Tracker then = Tracker.of(Dossiers.read(THAAD)).asOf("2017-11-24");
    Briefing briefing =
        new Briefing(
            LocalDate.of(2017, 11, 25), Answers.format(then.position("rok", "three-nos")), null);
    JsonNode written = jackson2.readTree(jackson2.writeValueAsString(briefing));
    assertThat(written.get("written_on").asText()).isEqualTo("2017-11-25");
    assertThat(written.at("/answer/position/stance").asText()).isEqualTo("FOR");
    assertThat(written.has("note")).isFalse();
  }

  @Test
  void answers_are_written_as_csv_and_to_files() throws IOException {
    Tracker then = Tracker.of(Dossiers.read(THAAD)).asOf("2017-11-24");
    assertThat(Answers.csv(then.matrix("rok", "prc").on("three-nos").at("2017-11-24")).lines())
        .hasSize(3);
    Path comparison = folder.resolve("comparison.csv");
    Answers.write(then.compare("rok", "prc"), comparison);
    assertThat(Files.readAllLines(comparison).get(0)).startsWith("proposition,");
  }

  @Test
  void claims_are_read_from_a_table() throws IOException {
    Path votes = Files.writeString(folder.resolve("votes.csv"), "code,vote\nUS,abstain\nNA,yes\n");
    Dossier record =
        Dossier.of(
            Actor.builder().id("un").name("United Nations").kind(ActorKind.MEDIA).build(),
            Source.builder()
                .id("r46")
                .outlet("un")
                .title("Record of votes")
                .published(When.parse("1991"))
                .build());
    LoadedClaims load =
        ClaimTable.of(votes)
            .values("vote", Map.of("yes", "FOR", "abstain", "UNCOMMITTED"))
            .asserted("1991-10-04")
            .id("mayotte-{code}")
            .principals("{code}")
            .proposition("mayotte")
            .stance("{vote}")
            .force("VOTE")
            .source("r46")
            .mode("RECORDED")
            .onto(record)
            .actors(ActorKind.STATE, "{code}")
            .propositions("decolonisation", "The Comorian island of Mayotte is Comorian.")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims()).extracting(Claim::id).contains("mayotte-US", "mayotte-NA");
  }

  @Test
  void problems_of_a_text_are_reported() {
    assertThatExceptionOfType(InvalidDossierException.class)
        .isThrownBy(() -> Dossiers.parse("{\"demarche\": 1, \"clams\": []}"))
        .withMessageContaining("did you mean 'claims'?");
  }

  @Test
  void a_mapper_of_jackson_3_reads_records_beside_that_of_jackson_2() {
    JsonMapper jackson3 = JsonMapper.builder().findAndAddModules().build();
    Actor actor =
        jackson3.readValue(
            "{\"id\": \"rok\", \"name\": \"Republic of Korea\", \"kind\": \"STATE\"}", Actor.class);
    assertThat(actor.kind()).isEqualTo(ActorKind.STATE);
    assertThat(jackson2.canSerialize(Briefing.class)).isTrue();
  }
}
