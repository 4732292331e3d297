package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.json.records.LineWriter;
import org.demarche.json.records.RecordType;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped schemas and the reader agree on the form of records. */
class SchemaTest {
  private static final Schema DOCUMENT = schema("dossier.schema.json");
  private static final Schema LINE = schema("line.schema.json");

  static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource(name));
  }

  private static String resource(String name) {
    try (InputStream in = Dossiers.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException unread) {
      throw new AssertionError(unread);
    }
  }

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiers();
  }

  @Test
  void the_shipped_schemas_match_the_codecs() {
    assertThat(resource("dossier.schema.json")).isEqualTo(SchemaWriter.ofDocument());
    assertThat(resource("line.schema.json")).isEqualTo(SchemaWriter.ofLine());
    assertThat(resource("answer.schema.json")).isEqualTo(SchemaWriter.ofAnswer());
  }

  @Property(tries = 100)
  void written_dossiers_follow_the_schemas(@ForAll("dossiers") Dossier dossier) {
    assertThat(DOCUMENT.validate(Dossiers.format(dossier), InputFormat.JSON)).isEmpty();
    for (RecordType<?> kind : RecordType.byName().values()) {
      for (DossierRecord item : kind.get().apply(dossier)) {
        assertThat(LINE.validate(LineWriter.line(item), InputFormat.JSON)).isEmpty();
      }
    }
  }

  /** A change to a sound document, and whether it is still sound in form. */
  record Case(String from, String to, boolean sound) {
    @Override
    public String toString() {
      return (sound ? "good: " : "bad: ") + from + " → " + to;
    }
  }

  private static Case good(String from, String to) {
    return new Case(from, to, true);
  }

  private static Case bad(String from, String to) {
    return new Case(from, to, false);
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    // the document
    cases.add(good("\"demarche\": 1", "\"demarche\": 1, \"$schema\": \"x.json\""));
    cases.add(bad("\"demarche\": 1", "\"demarche\": 2"));
    cases.add(bad("\"demarche\": 1", "\"demarche\": \"1\""));
    cases.add(bad("\"demarche\": 1,", ""));
    cases.add(bad("\"demarche\": 1", "\"demarche\": 1, \"$schema\": 1"));
    cases.add(bad("\"sources\"", "\"source\""));
    cases.add(bad("\"demarche\": 1", "\"demarche\": 1, \"more\": []"));
    // absent, needless and null
    for (String member : List.of("\"name\": \"외교부\", ", "\"kind\": \"ORGAN\", ")) {
      cases.add(bad(member, ""));
    }
    cases.add(bad("\"title\": \"Still pressing\", ", ""));
    cases.add(bad("\"head\": \"moon\", ", ""));
    cases.add(bad("\"speakers\": [\"moon\"], ", ""));
    cases.add(bad("\"speakers\": [\"moon\"]", "\"speakers\": []"));
    cases.add(bad("\"principals\": [\"rok\"], ", ""));
    cases.add(bad("\"asserted\": \"2017-11-22\",", ""));
    cases.add(bad("\"stance\": \"FOR\", ", ""));
    cases.add(bad("\"start\": 4, ", ""));
    cases.add(bad("\"quote\": \"Seoul abides by it\",", ""));
    cases.add(good(", \"participants\": [\"rok-mofa\"]", ""));
    cases.add(good("\"occasion\": \"talks\", ", ""));
    cases.add(bad("\"occasion\": \"talks\"", "\"occasion\": null"));
    cases.add(bad("\"occasion\": \"talks\"", "\"ocasion\": \"talks\""));
    // text
    cases.add(bad("\"name\": \"박근혜\"", "\"name\": \"\""));
    cases.add(bad("\"name\": \"박근혜\"", "\"name\": \" \\t\""));
    cases.add(bad("\"name\": \"박근혜\"", "\"name\": 5"));
    cases.add(good("\"name\": \"박근혜\"", "\"name\": \"박근혜\", \"aliases\": [\"Park\", \"P.\"]"));
    cases.add(bad("\"name\": \"박근혜\"", "\"name\": \"박근혜\", \"aliases\": [\"Park\", \"Park\"]"));
    cases.add(bad("\"name\": \"박근혜\"", "\"name\": \"박근혜\", \"aliases\": \"Park\""));
    cases.add(bad("\"name\": \"박근혜\"", "\"name\": \"박근혜\", \"named\": \"yes\""));
    // ids
    for (String id : List.of("un/79:A_1.b", "X", "9-", "a--b")) {
      cases.add(
          good(
              "\"issue\": \"thaad\", \"text\": \"More",
              "\"issue\": \"" + id + "\", \"text\": \"More"));
    }
    for (String id : List.of("", "-a", "a b", "한국", "a.", "a\\n", "é")) {
      cases.add(
          bad(
              "\"issue\": \"thaad\", \"text\": \"More",
              "\"issue\": \"" + id + "\", \"text\": \"More"));
    }
    // dates
    for (String when :
        List.of(
            "2017",
            "2017-11",
            "2017-11-23",
            "[2017-11..2017-11-22]",
            "[..2017-11]",
            "2017/2017-11-23",
            "../2017-11")) {
      cases.add(good("\"asserted\": \"2017-11-22\"", "\"asserted\": \"" + when + "\""));
    }
    for (String when :
        List.of(
            "",
            "17",
            "2017-13",
            "2017-00",
            "2017-11-32",
            "2017-11-00",
            "2017-1-1",
            "[2017]",
            "[2017..]",
            "2017/..",
            "2017/",
            "2017..",
            "2017-11-22T00:00",
            " 2017")) {
      cases.add(bad("\"asserted\": \"2017-11-22\"", "\"asserted\": \"" + when + "\""));
    }
    cases.add(bad("\"from\": \"2017-05-10\"", "\"from\": \"2017-05\""));
    cases.add(bad("\"from\": \"2017-05-10\"", "\"from\": \"+12345-01-01\""));
    cases.add(bad("\"from\": \"2017-05-10\"", "\"from\": \"[..2017-05-10]\""));
    // constants, numbers, lists and objects
    cases.add(bad("\"stance\": \"FOR\"", "\"stance\": \"for\""));
    cases.add(bad("\"mode\": \"INDIRECT\"", "\"mode\": \"VERBATIM\""));
    cases.add(bad("\"force\": \"REAFFIRM\"", "\"force\": 3"));
    cases.add(bad("\"start\": 4", "\"start\": \"4\""));
    cases.add(bad("\"start\": 4", "\"start\": -1"));
    cases.add(bad("\"start\": 4", "\"start\": 4.5"));
    cases.add(bad("\"end\": 22", "\"end\": 99999999999"));
    cases.add(bad("\"more-thaad\": \"AGAINST\",", ""));
    cases.add(bad("\"more-thaad\": \"AGAINST\"", "\"more-thaad\": \"UNCOMMITTED\""));
    cases.add(bad("\"more-thaad\": \"AGAINST\"", "\"more-thaad\": null"));
    cases.add(bad("\"via\": [\"rok-mofa\"]", "\"via\": \"rok-mofa\""));
    cases.add(bad("\"via\": [\"rok-mofa\"]", "\"via\": [7]"));
    cases.add(
        bad("\"participants\": [\"rok-mofa\"]", "\"participants\": [\"rok-mofa\", \"rok-mofa\"]"));
    cases.add(bad("\"selector\": {\"start\": 4, \"end\": 22}", "\"selector\": [4, 22]"));
    cases.add(
        good(
            "\"mode\": \"INDIRECT\", \"quote\": \"Seoul abides by it\",",
            "\"mode\": \"RECORDED\","));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_schema_and_the_reader_agree(Case bent) {
    assertThat(SampleDossiers.SOUND).containsOnlyOnce(bent.from());
    String document = SampleDossiers.SOUND.replace(bent.from(), bent.to());
    assertThat(DOCUMENT.validate(document, InputFormat.JSON).isEmpty())
        .as("the schema takes it")
        .isEqualTo(bent.sound());
    assertThat(isRead(() -> Dossiers.parse(document)))
        .as("the reader takes it")
        .isEqualTo(bent.sound());
  }

  static Stream<Case> lines() {
    return Stream.of(
        good("", "{\"demarche\": 1}"),
        good("", "{\"$schema\": \"line.schema.json\"}"),
        good("", "{\"actor\": {\"id\": \"a\", \"name\": \"A\", \"kind\": \"STATE\"}}"),
        bad("", "{\"demarche\": 1, \"$schema\": \"line.schema.json\"}"),
        bad("", "{\"demarche\": 2}"),
        bad("", "{}"),
        bad("", "[]"),
        bad("", "\"actor\""),
        bad("", "{\"actors\": []}"),
        bad("", "{\"actor\": []}"),
        bad("", "{\"actor\": null}"),
        bad("", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"STATE\"}"),
        bad("", "{\"actor\": {\"id\": \"a\", \"name\": \"A\", \"kind\": \"EMPIRE\"}}"),
        bad(
            "",
            "{\"actor\": {\"id\": \"a\", \"name\": \"A\", \"kind\": \"STATE\"}, \"claim\": {}}"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void the_schema_of_a_line_and_the_reader_agree(Case line) {
    assertThat(LINE.validate(line.to(), InputFormat.JSON).isEmpty()).isEqualTo(line.sound());
    assertThat(
            isRead(
                () ->
                    Dossiers.read(
                        new ByteArrayInputStream(line.to().getBytes(UTF_8)), "any.jsonl")))
        .isEqualTo(line.sound());
  }

  private static boolean isRead(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (InvalidDossierException refused) {
      return false;
    }
  }
}
