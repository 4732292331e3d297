package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;

/** Single records as lines, and dossiers to streams, for queues and services. */
class SingleRecordTest {
  private static final Actor ROK =
      Actor.builder().id("rok").name("대한민국").kind(ActorKind.STATE).build();

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiersWithOpenEnds();
  }

  @Property(tries = 100)
  void a_record_is_one_line_that_reads_back_as_the_same(@ForAll("dossiers") Dossier dossier) {
    RecordType.records(dossier)
        .forEach(
            record -> {
              String line = Dossiers.line(record);
              assertThat(line).doesNotContain("\n", "\r");
              assertThat(Dossiers.record(line)).isEqualTo(record);
              assertThat(Dossiers.record(line + "\r\n")).isEqualTo(record);
            });
  }

  @Test
  void a_line_is_the_type_of_the_record_with_its_members() {
    assertThat(Dossiers.line(ROK))
        .isEqualTo("{\"actor\":{\"id\":\"rok\",\"name\":\"대한민국\",\"kind\":\"STATE\"}}");
  }

  @Test
  void a_text_that_is_not_one_line_with_one_record_is_refused() {
    String line = Dossiers.line(ROK);
    assertRefused(
        "", Problem.Code.SYNTAX, "a line holds one record, such as {\"claim\": {…}}, got none");
    assertRefused("{\"demarche\": 1}", Problem.Code.SYNTAX, "got none");
    assertRefused(line + "\n" + line, Problem.Code.SYNTAX, "got more than one");
    assertRefused(line.substring(0, 20), Problem.Code.SYNTAX, "unexpected end");
    assertRefused("{\"actr\": {}}", Problem.Code.UNKNOWN_MEMBER, "did you mean 'actor'?");
    assertRefused(
        "{\"actor\": {\"id\": \"a\", \"kind\": \"STAT\", \"name\": \"A\"}}",
        Problem.Code.BAD_VALUE,
        "did you mean 'STATE'?");
  }

  private static void assertRefused(String line, Problem.Code code, String message) {
    assertThat(SampleDossiers.problems(() -> Dossiers.record(line)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).contains(message);
              assertThat(problem.place().orElseThrow().file()).isEqualTo("text");
            });
  }

  @Test
  void a_dossier_is_written_to_streams_and_appendables_which_stay_open() {
    Dossier dossier = SampleDossiers.completeDossier();
    String json = Dossiers.format(dossier);
    AnswersTest.OpenBytes bytes = new AnswersTest.OpenBytes();
    Dossiers.write(dossier, bytes);
    Dossiers.write(dossier, new PrintStream(bytes, true, UTF_8));
    assertThat(bytes.toString(UTF_8)).isEqualTo(json + json);
    AnswersTest.OpenWriter writer = new AnswersTest.OpenWriter();
    Dossiers.write(dossier, writer);
    assertThat(writer).hasToString(json);
    StringBuilder text = new StringBuilder();
    Dossiers.write(dossier, text);
    assertThat(text).hasToString(json);
  }
}
