package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Answer;
import org.demarche.answer.Changes;
import org.demarche.answer.Differences;
import org.demarche.answer.Grade;
import org.demarche.answer.Network;
import org.demarche.answer.Positions;
import org.demarche.answer.Tally;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.json.answers.AnswerRegistry;
import org.demarche.json.answers.AnswerType;
import org.demarche.json.records.LineWriter;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers in all their forms: JSON follows the schema, and every form has the content. */
public class AnswersTest {
  private static final Schema SCHEMA = SchemaTest.schema("answer.schema.json");
  private static final Tracker TRACKER = Tracker.of(SampleDossiers.completeDossier());
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiers();
  }

  /** An answer of each kind, as far as there is something to ask. */
  public static List<Answer> answers(Tracker tracker) {
    Dossier dossier = tracker.dossier();
    List<Answer> answers = new ArrayList<>();
    Tracker earlier = tracker.asOf(tracker.viewpoint().asOf().minusYears(1));
    answers.add(earlier.changesTo(tracker));
    answers.add(tracker.changesSince(earlier));
    answers.add(tracker.propositions());
    answers.add(tracker.claims().chronology());
    answers.add(tracker.claims().framings());
    answers.add(tracker.claims().find());
    String[] sources = dossier.sources().stream().map(Source::id).toArray(String[]::new);
    Differences differences = tracker.differencesTo(tracker.without(sources));
    answers.add(differences);
    differences.rows().stream().limit(1).forEach(answers::add);
    for (Occasion occasion : dossier.occasions()) {
      answers.add(tracker.readouts(occasion.id()));
    }
    List<String> parties = dossier.actors().stream().map(Actor::id).limit(3).toList();
    if (parties.size() == 3) {
      answers.add(tracker.compare(parties.toArray(String[]::new)));
      answers.add(tracker.histories(parties.toArray(String[]::new)));
    }
    for (Proposition proposition : dossier.propositions().stream().limit(3).toList()) {
      answers.add(tracker.positionsOn(proposition.id()));
      answers.add(tracker.timeline(proposition.id()));
      for (String party : parties) {
        answers.add(tracker.position(party, proposition.id()));
        answers.add(tracker.explain(party, proposition.id()));
        answers.add(tracker.history(party, proposition.id()));
        answers.add(earlier.changeTo(tracker, party, proposition.id()));
        answers.add(tracker.matrix(party).on(proposition.id()).at());
      }
      if (parties.size() > 1) {
        answers.add(tracker.relation(parties.get(0), parties.get(1), proposition.id()));
      }
    }
    answers.add(tracker.stanceGrid(ActorKind.STATE));
    AgreementTable agreements = AgreementQuery.of(tracker).all();
    answers.add(agreements);
    answers.add(AnswerFactory.get().tally("", "a", "b", 4, 1, 1, 2));
    answers.add(agreements.network(Tally.Measure.IDENTICAL_SHARE));
    answers.add(CongruenceQuery.of(tracker).byNorms().network());
    answers.add(AffiliationQuery.of(tracker).network());
    return answers;
  }

  @Property(tries = 100)
  void every_answer_follows_the_schema(@ForAll("dossiers") Dossier dossier) {
    for (Answer answer : answers(Tracker.of(dossier))) {
      String json = Answers.format(answer);
      assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
      assertThat(Answers.format(answer)).isEqualTo(json);
      long columns =
          Answers.csv(answer)
              .lines()
              .findFirst()
              .orElseThrow()
              .chars()
              .filter(c -> c == ',')
              .count();
      if (!(answer instanceof Network)) {
        assertThat(columns).isGreaterThan(1);
        assertThat(Answers.csv(answer).lines().findFirst().orElseThrow()).matches("[a-z_,]+");
      }
    }
  }

  @Test
  void every_kind_of_answer_is_tested() {
    assertThat(
            answers(TRACKER).stream()
                .map(answer -> AnswerRegistry.plain().of(answer).name())
                .distinct())
        .containsExactlyInAnyOrderElementsOf(
            AnswerRegistry.plain().all().stream().map(AnswerType::name).toList());
  }

  @Test
  void a_network_is_a_matrix_in_which_a_missing_value_is_null_or_empty() {
    Network network =
        AnswerFactory.get()
            .oneModeNetwork(
                "made up",
                TRACKER.viewpoint(),
                List.of("a", "b"),
                ImmutableDoubleArray.of(Double.NaN, -0.5, -0.5, 3),
                Optional.of(ImmutableIntArray.of(0, 4, 4, 0)),
                Optional.empty());
    assertThat(Answers.csv(network)).isEqualTo("first,second,value,joint\na,b,-0.5,4\n");
    Network uncounted =
        AnswerFactory.get()
            .twoModeNetwork(
                "made up",
                TRACKER.viewpoint(),
                List.of("a"),
                List.of("p", "q", "r"),
                ImmutableDoubleArray.of(Double.NaN, -0.5, 3));
    assertThat(Answers.csv(uncounted)).isEqualTo(",p,q,r\na,,-0.5,3\n");
    JsonNode json = JSON.readTree(Answers.format(network)).get("network");
    assertThat(json.get("values")).isEqualTo(JSON.readTree("[[null, -0.5], [-0.5, 3.0]]"));
    assertThat(json.get("joint")).isEqualTo(JSON.readTree("[[0, 4], [4, 0]]"));
    assertThat(json.get("oneMode").asBoolean()).isTrue();
    assertThat(json.has("day")).isFalse();
  }

  @Test
  void a_network_of_a_time_window_states_its_days_and_its_number_of_claims() {
    Network first = CongruenceQuery.of(TRACKER).windows(3).findFirst().orElseThrow();
    JsonNode json = JSON.readTree(Answers.format(first)).get("network");
    // the first claim of a state was made from 2017-06 to 2017-10, so that its day is 2017-10-31
    assertThat(json.get("first").asString()).isEqualTo("2017-10-31");
    assertThat(json.get("day").asString()).isEqualTo("2017-11-01");
    assertThat(json.get("last").asString()).isEqualTo("2017-11-02");
    assertThat(json.get("claims").asInt()).isEqualTo(1);
  }

  @Test
  void a_tally_has_its_counts_and_only_the_shares_that_are_defined() {
    String none = Answers.format(AnswerFactory.get().tally("", "a", "b", 0, 0, 0, 0));
    assertThat(none).contains("\"joint\": 0").doesNotContain("identicalShare", "NaN");
    assertThat(Answers.csv(AnswerFactory.get().tally("", "a", "b", 0, 0, 0, 0)))
        .endsWith("a,b,0,0,0,0,0,,,,\n");
    assertThat(Answers.csv(AnswerFactory.get().tally("", "a", "b", 4, 1, 1, 2)))
        .endsWith("a,b,4,1,1,2,1,0.25,0.375,0.3333333333333333,-1\n");
  }

  @Test
  void a_position_states_its_status_and_cites_complete_claims() {
    JsonNode position =
        JSON.readTree(Answers.format(TRACKER.position("rok", "three-nos"))).get("position");
    assertThat(position.get("party").asString()).isEqualTo("rok");
    assertThat(position.get("status").asString()).isEqualTo("KNOWN");
    assertThat(position.get("viewpoint").get("asOf").asString())
        .isEqualTo(TRACKER.viewpoint().asOf().toString());
    JsonNode cited = position.get("support").get(0);
    JsonNode claim = cited.get("claim");
    String id = claim.get("id").asString();
    assertThat(claim.toString()).isEqualTo(JSON.readTree(line(id)).get("claim").toString());
    assertThat(cited.get("evidence").size()).isPositive();
  }

  private static String line(String claim) {
    return LineWriter.line(TRACKER.dossier().claim(claim).orElseThrow());
  }

  @Test
  void an_answer_is_written_in_the_form_that_the_name_of_the_file_states() throws IOException {
    Answer answer = TRACKER.positionsOf("rok");
    assertThat(written(answer, "positions.json")).isEqualTo(Answers.format(answer));
    assertThat(written(answer, "positions.csv"))
        .isEqualTo(Answers.csv(answer))
        .startsWith("party,proposition,");
    assertThat(written(answer, "positions.md"))
        .isEqualTo(answer.page().print(Style.whole().markdown()) + "\n")
        .contains("| proposition  ");
    assertThat(written(answer, "positions.TXT"))
        .isEqualTo(answer.page().print(Style.whole()) + "\n");
  }

  private String written(Answer answer, String name) throws IOException {
    Path file = folder.resolve(name);
    Answers.write(answer, file);
    return Files.readString(file);
  }

  @Test
  void every_form_of_an_answer_can_be_packed() throws IOException {
    Answer answer = TRACKER.positionsOf("rok");
    for (String ending : List.of(".json", ".csv", ".md", ".txt")) {
      Path packed = folder.resolve("packed" + ending + ".gz");
      Answers.write(answer, packed);
      try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
        assertThat(new String(in.readAllBytes(), UTF_8))
            .isEqualTo(written(answer, "plain" + ending));
      }
    }
  }

  @Test
  void a_name_with_another_ending_is_refused_with_the_right_endings_and_no_file_is_written() {
    Answer answer = TRACKER.positionsOf("rok");
    for (String name : List.of("answer.xls", "answer", "answer.jsonl", "answer.xlsx.gz")) {
      Path file = folder.resolve(name);
      assertThatThrownBy(() -> Answers.write(answer, file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(file.toString())
          .hasMessageContaining("use .json, .csv, .md, .txt or .html");
      assertThat(file).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
            position       | party,proposition,VIEWPOINT,POSITION
            positions      | party,proposition,VIEWPOINT,POSITION
            matrix         | party,proposition,VIEWPOINT,POSITION
            change         | party,proposition,change,administration_changed,unlike_evidence,implied_by,before_as_of,after_as_of,EVIDENCE,before_POSITION,after_POSITION
            changes        | party,proposition,change,administration_changed,unlike_evidence,implied_by,before_as_of,after_as_of,EVIDENCE,before_POSITION,after_POSITION
            history        | party,proposition,change,administration_changed,unlike_evidence,implied_by,before_as_of,after_as_of,EVIDENCE,before_POSITION,after_POSITION
            histories      | party,proposition,change,administration_changed,unlike_evidence,implied_by,before_as_of,after_as_of,EVIDENCE,before_POSITION,after_POSITION
            updates        | update,party,proposition,label,altered,implied_by,before_as_of,after_as_of,EVIDENCE,before_POSITION,after_POSITION
            difference     | party,proposition,difference,altered,as_of,here_EVIDENCE,there_EVIDENCE,here_POSITION,there_POSITION
            differences    | party,proposition,difference,altered,as_of,here_EVIDENCE,there_EVIDENCE,here_POSITION,there_POSITION
            relation       | proposition,first,second,relation,rival,rival_headline,VIEWPOINT,first_POSITION,second_POSITION
            comparison     | proposition,first,second,relation,rival,rival_headline,VIEWPOINT,first_POSITION,second_POSITION
            stanceGrid     | party,proposition,outcome
            timeline       | party,proposition,day,outcome,POSITION
            explanation    | ruling,rule,decided_by,not_superseded_by,reason,answered_by,revised_by,cited_stance,implied,grade,CLAIM
            propositions   | id,issue,text
            foundClaims    | CLAIM,answered_by
            framings       | CLAIM
            chronology     | CLAIM,grades,source,mode,via,quote,language,translation,answered_by
            readouts       | verdict,reported_by,answered_by,CLAIM
            tally          | first,second,joint,same,same_decided,opposed,partial,identical_share,half_credit,decided_only,net
            agreementTable | first,second,joint,same,same_decided,opposed,partial,identical_share,half_credit,decided_only,net
            """)
  void the_columns_of_each_kind_of_answer_are_always_the_same(String kind, String header) {
    String[] evidence = {
      "known_at",
      "without",
      "without_relays",
      "without_speakers",
      "only",
      "only_claims",
      "min_grade",
      "drafts"
    };
    String[] position = {
      "status",
      "stance",
      "force",
      "grade",
      "implied",
      "standing",
      "administration",
      "condition",
      "commitment",
      "conditions",
      "due",
      "past_due",
      "last_evidenced",
      "last_explicit",
      "independent_roots",
      "reason",
      "sides",
      "headline",
      "disputing",
      "retracted",
      "parts_held",
      "parts_held_grades",
      "parts_in_all",
      "rivals",
      "corrected",
      "answered_by",
      "other_capacities"
    };
    String[] claim = {
      "claim",
      "asserted",
      "asserted_earliest",
      "asserted_latest",
      "basis",
      "speakers",
      "principals",
      "proposition",
      "stance",
      "force",
      "frames",
      "condition",
      "due",
      "retracts",
      "coder",
      "status",
      "reviewer"
    };
    String columns =
        Stream.of(header.split(","))
            .map(column -> column.equals("VIEWPOINT") ? "as_of,EVIDENCE" : column)
            .flatMap(columnsText -> Stream.of(columnsText.split(",")))
            .flatMap(column -> expanded(column, "EVIDENCE", evidence))
            .flatMap(column -> expanded(column, "POSITION", position))
            .flatMap(column -> expanded(column, "CLAIM", claim))
            .collect(Collectors.joining(","));
    assertThat(
            answers(TRACKER).stream().filter(a -> AnswerRegistry.plain().of(a).name().equals(kind)))
        .isNotEmpty()
        .allSatisfy(
            answer -> assertThat(Answers.csv(answer).lines().findFirst()).hasValue(columns));
  }

  /** Returns the names for which a group of columns stands, each with the prefix of the group. */
  private static Stream<String> expanded(String column, String group, String[] names) {
    return column.endsWith(group)
        ? Stream.of(names).map(name -> column.replace(group, name))
        : Stream.of(column);
  }

  @Test
  void a_table_has_values_in_its_fields_and_no_sentences() {
    Dossier dossier = SampleDossiers.completeDossier();
    Tracker narrowed = TRACKER.without("KT17").knownAt("2030").minGrade(Grade.REPORTED);
    String[] header =
        Answers.csv(narrowed.positionsOf("rok")).lines().findFirst().get().split(",", -1);
    assertThat(header[2]).isEqualTo("as_of");
    assertThat(Answers.csv(narrowed.position("rok", "three-nos")).lines().skip(1).findFirst().get())
        .startsWith(
            "rok,three-nos," + TRACKER.viewpoint().asOf() + ",2030-12-31,KT17,,,,,REPORTED,");
    Claim claim = dossier.claims().get(0);
    assertThat(Answers.csv(TRACKER.claims().find()).lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "%s,%s,%s,%s,"
                        .formatted(
                            claim.id(),
                            claim.asserted(),
                            claim.asserted().earliest().map(LocalDate::toString).orElse(""),
                            claim.asserted().latest())));
  }

  @Test
  void every_form_is_written_to_streams_and_appendables_which_stay_open() throws IOException {
    Answer answer = TRACKER.positionsOf("rok");
    String json = Answers.format(answer);
    OpenBytes bytes = new OpenBytes();
    Answers.write(answer, bytes);
    assertThat(bytes.toString(UTF_8)).isEqualTo(json);
    Answers.write(answer, new PrintStream(bytes, true, UTF_8));
    assertThat(bytes.toString(UTF_8)).isEqualTo(json + json);
    StringBuilder text = new StringBuilder("> ");
    Answers.write(answer, text);
    assertThat(text).hasToString("> " + json);
    OpenWriter writer = new OpenWriter();
    Answers.write(answer, writer);
    Answers.writeCsv(answer, writer);
    Answers.writeRawCsv(answer, writer);
    assertThat(writer).hasToString(json + Answers.csv(answer) + Answers.rawCsv(answer));
  }

  /** Bytes that nobody may close. */
  static final class OpenBytes extends ByteArrayOutputStream {
    @Override
    public void close() {
      throw new AssertionError("closed");
    }
  }

  /** A writer that nobody may close. */
  static final class OpenWriter extends StringWriter {
    @Override
    public void close() {
      throw new AssertionError("closed");
    }
  }

  @Test
  void a_stream_that_refuses_is_reported() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    assertThatThrownBy(() -> Answers.write(TRACKER.positionsOf("rok"), full))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no space left");
    assertThatThrownBy(() -> Dossiers.write(TRACKER.dossier(), full))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no space left");
  }

  @Test
  void the_registry_has_one_entry_for_each_kind_of_answer() {
    assertThat(AnswerRegistry.plain().all().stream().<Class<?>>map(AnswerType::type))
        .containsExactlyInAnyOrder(Answer.class.getPermittedSubclasses());
    assertThat(AnswerRegistry.plain().all().stream().map(AnswerType::name)).doesNotHaveDuplicates();
    for (Class<?> kind : leaves(Answer.class).toList()) {
      assertThat(
              AnswerRegistry.plain().all().stream()
                  .filter(entry -> entry.type().isAssignableFrom(kind)))
          .as(kind.getSimpleName())
          .hasSize(1);
    }
  }

  /** Returns the types that a caller can get, which permit no subtypes. */
  private static Stream<Class<?>> leaves(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(AnswersTest::leaves);
  }

  @Test
  void a_field_that_a_spreadsheet_would_take_for_a_formula_is_escaped_except_in_raw_csv() {
    Dossier dossier =
        Dossier.of(
            Proposition.builder().id("p").issue("i").text("=cmd|'/c calc'!A1").build(),
            Proposition.builder().id("q").issue("i").text("+1, \"so\"").build(),
            Proposition.builder().id("r").issue("i").text("@SUM(A1)").build(),
            Proposition.builder().id("s").issue("i").text("-2+3").build(),
            Proposition.builder().id("t").issue("i").text("\tx").build(),
            Proposition.builder().id("u").issue("i").text("한국 = 大韓民國").build());
    Answer answer = Tracker.of(dossier).propositions();
    assertThat(Answers.csv(answer))
        .isEqualTo(
            """
            id,issue,text
            p,i,"'=cmd|'/c calc'!A1"
            q,i,"'+1, ""so\"""
            r,i,"'@SUM(A1)"
            s,i,"'-2+3"
            t,i,"'\tx"
            u,i,"한국 = 大韓民國"
            """);
    assertThat(Answers.rawCsv(answer)).contains("=cmd|'/c calc'!A1").doesNotContain("'=cmd");
  }

  @Test
  void the_rows_of_an_answer_are_filtered_from_another_package_and_by_reflection()
      throws Throwable {
    String[] parties = {"rok"};
    Tracker earlier = TRACKER.asOf(TRACKER.viewpoint().asOf().minusYears(1));
    List<Answer> unfiltered =
        List.of(
            earlier.changesTo(TRACKER),
            TRACKER.differencesTo(TRACKER.without(TRACKER.dossier().sources().get(0).id())),
            TRACKER.positionsOn("three-nos"),
            TRACKER.compare("rok", "moon"));
    for (Answer answer : unfiltered) {
      Class<?> type = answer.getClass().getSuperclass();
      assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
      Object ofParty = type.getMethod("party", String[].class).invoke(answer, (Object) parties);
      assertThat(type.getMethod("filters").invoke(ofParty)).isEqualTo(List.of("party rok"));
      Object both =
          MethodHandles.publicLookup()
              .unreflect(type.getMethod("on", String[].class))
              .invokeWithArguments(ofParty, new String[] {"three-nos"});
      assertThat(type.getMethod("filters").invoke(both))
          .isEqualTo(List.of("party rok", "on three-nos"));
      assertThat(((List<?>) type.getMethod("rows").invoke(both)).size())
          .isLessThanOrEqualTo(((List<?>) type.getMethod("rows").invoke(answer)).size());
    }
    Changes changes = earlier.changesTo(TRACKER).party(parties).on("three-nos").shifts();
    assertThat(Optional.of(changes).map(Changes::filters))
        .hasValue(ImmutableList.of("party rok", "on three-nos", "shifts"));
    UnaryOperator<Positions> filter = positions -> positions.onIssue("thaad").known();
    assertThat(filter.apply(TRACKER.positionsOf("rok")).rows())
        .isEqualTo(TRACKER.positionsOf("rok").known().onIssue("thaad").rows());
  }
}
