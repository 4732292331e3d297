package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Comparison;
import org.demarche.answer.Position;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDateException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are written in any form are read back as the same answers. */
class AnswersReadTest {
  private static final Dossier THAAD =
      Dossiers.read(Path.of("../examples/thaad/src/main/resources/thaad.json"));
  private static final Tracker TRACKER = Tracker.of(THAAD);
  private static final Schema SCHEMA = SchemaTest.schema("answer.schema.json");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiers();
  }

  @Property(tries = 60)
  void every_answer_reads_back_as_the_same_from_every_form(@ForAll("dossiers") Dossier dossier) {
    assertReadBack(dossier);
  }

  @Test
  void every_answer_of_thaad_reads_back_as_the_same_from_every_form() {
    assertReadBack(THAAD);
  }

  @Test
  void a_relation_that_rests_on_a_rival_reads_back_as_the_same_from_every_form() {
    Dossier rivals =
        Dossier.of(
            Actor.builder().id("x").name("Xland").kind(ActorKind.STATE).build(),
            Actor.builder().id("y").name("Yland").kind(ActorKind.STATE).build(),
            Actor.builder().id("gazette").name("The Gazette").kind(ActorKind.MEDIA).build(),
            Source.builder()
                .id("s")
                .outlet("gazette")
                .title("The talks")
                .published(When.parse("2020"))
                .build(),
            Proposition.builder().id("one").issue("i").text("There is one.").build(),
            Proposition.builder()
                .id("two")
                .issue("i")
                .text("There are two.")
                .addExcludes("one")
                .build(),
            claim("c1", "x", "one"),
            claim("c2", "y", "two"));
    assertThat(Tracker.of(rivals).asOf("2020").compare("x", "y").rows())
        .anySatisfy(relation -> assertThat(relation.rivalPosition()).isPresent());
    assertReadBack(rivals);
  }

  private static Claim claim(String id, String party, String proposition) {
    return Claim.builder()
        .id(id)
        .addPrincipals(party)
        .addSpeakers(party)
        .asserted(When.parse("2020-03-01"))
        .proposition(proposition)
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(
            Evidence.builder()
                .source("s")
                .mode(Mode.DIRECT)
                .quote("We hold " + proposition)
                .build())
        .build();
  }

  private static void assertReadBack(Dossier dossier) {
    Tracker tracker = Tracker.of(dossier);
    AnswerWriter records = Answers.writer().records(dossier);
    for (Answer answer : AnswersTest.answers(tracker)) {
      String plain = Answers.format(answer);
      assertThat(Answers.parse(plain)).isEqualTo(answer);
      assertSame(answer, Answers.parse(plain, dossier));
      assertSame(answer, Answers.parse(Answers.writer().compact().format(answer), dossier));
      for (AnswerWriter writer : List.of(records, records.compact())) {
        String document = writer.format(answer);
        assertSame(answer, Answers.parse(document));
        assertThat(SCHEMA.validate(document, InputFormat.JSON)).as(document).isEmpty();
      }
    }
  }

  private static void assertSame(Answer answer, Answer read) {
    assertThat(read).isEqualTo(answer);
    assertThat(read.page().print(Style.whole())).isEqualTo(answer.page().print(Style.whole()));
    assertThat(Answers.format(read)).isEqualTo(Answers.format(answer));
  }

  @Test
  void a_comparison_with_its_records_and_compact_stays_below_sixty_one_kilobytes() {
    Dossier unlabelled = withoutLabels(THAAD); // the labels alone take more than a kilobyte
    Comparison comparison = Tracker.of(unlabelled).compare("rok", "prc");
    AnswerWriter records = Answers.writer().records(unlabelled);
    int plain = bytes(Answers.format(comparison));
    int compact = bytes(Answers.writer().compact().format(comparison));
    int withRecords = bytes(records.format(comparison));
    int both = bytes(records.compact().format(comparison));
    assertThat(List.of(plain, withRecords, compact, both)).isSortedAccordingTo((a, b) -> b - a);
    assertThat(both).isLessThan(61_000);
  }

  private static Dossier withoutLabels(Dossier dossier) {
    return Dossier.of(
        RecordType.records(dossier)
            .map(record -> record instanceof Proposition labelled ? withoutLabel(labelled) : record)
            .toList());
  }

  private static Proposition withoutLabel(Proposition labelled) {
    Proposition.Builder copy =
        Proposition.builder()
            .id(labelled.id())
            .issue(labelled.issue())
            .text(labelled.text())
            .parts(labelled.parts())
            .excludes(labelled.excludes());
    labelled.about().ifPresent(copy::about);
    return copy.build();
  }

  @Test
  void a_compact_document_has_no_white_space_and_repeats_no_usual_fact() {
    String document =
        Answers.writer().records(THAAD).compact().format(TRACKER.compare("rok", "prc"));
    JsonNode row = JSON.readTree(document).get("comparison").get("rows").get(0);
    assertThat(row.toString())
        .isEqualTo(
            "{\"first\":{\"standing\":\"INHERITED\",\"support\":[\"KH15-13\"]},\"second\":{\"support\":[{\"claim\":\"KH15-12\",\"grade\":\"OTHER_SIDE\",\"responses\":[\"KH15-14\"]}]}}");
    assertThat(document)
        .startsWith("{\"demarche\":1,\"comparison\":{\"parties\":[\"rok\",\"prc\"],");
    assertThat(document).doesNotContain("\n", "\": ");
    assertThat(JSON.readTree(document).get("comparison").toString()).doesNotContain("false", "[]");
  }

  @Test
  void the_records_beside_an_answer_are_a_dossier_with_each_claim_once() {
    Position position = TRACKER.position("rok", "additional-thaad");
    JsonNode document = JSON.readTree(Answers.writer().records(THAAD).format(position));
    Dossier records = Dossiers.parse(document.get("records").toString());
    String headline = position.support().get(0).claim().id();
    assertThat(document.get("position").get("support").get(0).get("claim").asString())
        .isEqualTo(headline);
    assertThat(document.get("position").get("support").get(0).get("evidence").get(0).asInt())
        .isZero();
    assertThat(records.claim(headline)).isEqualTo(THAAD.claim(headline));
    assertThat(records.actor("rok")).isEqualTo(THAAD.actor("rok"));
    assertThat(records.proposition("additional-thaad"))
        .isEqualTo(THAAD.proposition("additional-thaad"));
    assertThat(records.claims()).hasSizeLessThan(THAAD.claims().size());
  }

  @Test
  void records_of_another_dossier_are_refused() {
    assertThatThrownBy(
            () ->
                Answers.writer()
                    .records(SampleDossiers.completeDossier())
                    .format(TRACKER.position("rok", "additional-thaad")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "which the answer cites: give the dossier of the Tracker that answered");
  }

  @ParameterizedTest
  @CsvSource({
    "Kang: Seoul is not, Kang: Seoul is, claim 'UPI17-04'",
    "South Korea deploys additional, Japan deploys additional, proposition 'additional-thaad'",
    "name\": \"South Korea, name\": \"Corea, actor 'rok'",
    "China seeks improved, China shuns improved, source 'UPI17'",
  })
  void an_altered_record_that_an_answer_cites_is_refused(
      String before, String after, String record) {
    String json = Dossiers.format(THAAD);
    assertThat(json).contains(before);
    AnswerWriter writer = Answers.writer().records(Dossiers.parse(json.replace(before, after)));
    Tracker kang = TRACKER.asOf("2017-11-01");
    Answer position = kang.position("rok", "additional-thaad");
    for (Answer answer : List.of(position, kang.positionsOf("rok"), kang.compare("rok", "prc"))) {
      assertThatThrownBy(() -> writer.format(answer))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              record
                  + " of the dossier differs from the one that the answer cites: give the dossier of the Tracker that answered");
    }
  }

  @Test
  void an_equal_dossier_and_one_altered_elsewhere_are_as_good_as_that_of_the_tracker() {
    Answer position = TRACKER.asOf("2017-11-01").position("rok", "additional-thaad");
    String json = Dossiers.format(THAAD);
    String expected = Answers.writer().records(THAAD).format(position);
    assertThat(json).contains("China raises concerns");
    for (String other : List.of(json, json.replace("China raises concerns", "China is at ease"))) {
      assertThat(Answers.writer().records(Dossiers.parse(other)).format(position))
          .isEqualTo(expected);
    }
  }

  @Test
  void an_answer_that_was_read_can_be_filtered_by_the_records_beside_it() {
    Comparison comparison = TRACKER.compare("rok", "prc");
    Comparison read =
        (Comparison) Answers.parse(Answers.writer().records(THAAD).format(comparison));
    assertThat(read.onIssue("three-nos-status")).isEqualTo(comparison.onIssue("three-nos-status"));
  }

  @Test
  void an_answer_is_read_from_files_and_streams_packed_or_not() {
    Answer answer = TRACKER.positionsOf("prc");
    for (String name : List.of("a.json", "b.json.gz")) {
      Path file = folder.resolve(name);
      Answers.writer().records(THAAD).compact().write(answer, file);
      assertSame(answer, Answers.read(file));
    }
    byte[] bytes = Answers.format(answer).getBytes(UTF_8);
    assertThat(Answers.read(new ByteArrayInputStream(bytes), "answer.json")).isEqualTo(answer);
    assertThatThrownBy(() -> Answers.writer().compact().write(answer, folder.resolve("a.csv")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the name must end in .json or .json.gz");
  }

  private static final String HISTORY =
      """
      {"demarche": 1,
       "history": {"party": "rok", "proposition": "p",
         "viewpoint": {"asOf": "2020-01-01", "minGrade": "OTHER_SIDE"},
         "drifted": false,
         "changes": []}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "demarche": 1,        | "demarche": 2,              | 1:14 | an answer of format version 2; this library reads version 1, a newer release is needed
            "demarche": 1,        | ``                          | 1:1 | member 'demarche' is missing; a document holds one answer
            "history": {          | "histroy": {                | 2:2 | there is no kind of answer 'histroy' (did you mean 'history'?)
            "history": {          | "claims": {                 | 2:2 | there is no kind of answer 'claims'; the kinds are position, change,
            "party": "rok",       | ``                          | 2:13 | history: member 'party' is missing
            "party": "rok"        | "party": "rok", "x": 1      | 2:30 | history: there is no member 'x'; the members are party, proposition
            "party": "rok"        | "party": 5                  | 2:23 | history: party takes text in quotation marks, got number 5
            "OTHER_SIDE"          | "OTHER"                     | 3:52 | history: viewpoint/minGrade 'OTHER' is not one of
            "2020-01-01"          | "2020-13-01"                | 3:26 | history: viewpoint/asOf: '2020-13-01' is not a day
            "drifted": false      | "drifted": true             | 4:15 | drifted: is true, but the other members give false
            "changes": []         | "changes": [                | 5:16 | not JSON from here on
            "changes": []         | "changes": [{}]             | 5:16 | history: changes/0: member 'before' is missing
            "changes": []}}       | "changes": []}, "tally": {"first": "a"}} | 5:20 | got 'tally' too
          """)
  void a_bad_document_is_refused_with_the_place(
      String before, String after, String place, String message) {
    assertThat(HISTORY).containsOnlyOnce(before);
    List<Problem> problems =
        SampleDossiers.problems(() -> Answers.parse(HISTORY.replace(before, after)));
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.place().orElseThrow()).hasToString("text:" + place);
            });
  }

  /** A position of one claim, whose parts contradict one another if they are altered. */
  private static final String POSITION =
      """
      {"demarche": 1,
       "position": {"party": "a", "proposition": "p",
         "viewpoint": {"asOf": "2020-01-31"},
         "status": "KNOWN", "stance": "FOR",
         "lastEvidenced": "2020-01-01", "independentRoots": 1,
         "support": [
           {"claim": {"id": "A", "speakers": ["a"], "principals": ["a"],
               "asserted": "2020-01-01", "proposition": "p", "stance": "FOR", "force": "ASSERT",
               "evidence": [{"source": "S", "mode": "DIRECT", "quote": "so"}]},
            "stance": "FOR", "grade": "OWN_WORDS", "authority": "UNSPECIFIED"}]}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "KNOWN", "stance": "FOR"   | "KNOWN", "stance": "AGAINST" | 2:14 | stance AGAINST, but claim A supports FOR
            "stance": "FOR", "grade"   | "stance": "AGAINST", "grade" | 10:17 | is AGAINST, but claim A is FOR; only an implied stance may differ
            "independentRoots": 1      | "independentRoots": 2        | 5:55 | is 2, but the support has 1 sources; give a number from 1 to 1
            "lastEvidenced": "2020-01  | "lastEvidenced": "2020-02    | 5:21 | is 2020-02-01, after the as-of date 2020-01-31
            "status": "KNOWN"          | "status": "CONTESTED"        | 2:14 | the sides of a contested position have at least two stances, got []
            "quote": "so"              | "quote": ""                  | 9:66 | claim A: the quotation from S is empty
            "speakers": ["a"]          | "speakers": []               | 7:40 | position: support/0/claim: claim A: speakers: a claim needs at least one speaker
            {"demarche": 1             | {"demarche": 1, "demarche": 1 | 1:17 | duplicate member 'demarche'
            "status": "KNOWN"          | "status": "KNOWN", "status": "KNOWN" | 4:23 | duplicate member 'status'
            "authority": "UNSPECIFIED"      | "authority": "UNSPECIFIED", "evidence": [{"source": "T", "mode": "DIRECT", "quote": "so"}] | 10:86 | claim A has no such evidence from source T
          """)
  void an_answer_that_contradicts_itself_is_refused_with_the_place(
      String before, String after, String place, String message) {
    Answers.parse(POSITION);
    assertThat(POSITION).containsOnlyOnce(before);
    assertThat(SampleDossiers.problems(() -> Answers.parse(POSITION.replace(before, after))))
        .anySatisfy(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.place().orElseThrow()).hasToString("text:" + place);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "histories": {"parties": ["a"], "viewpoint": V, "rows": [{"party": "a", "proposition": "p", "viewpoint": V, "changes": []}]} | the history of a on p has no changes
            "stanceGrid": {"viewpoint": V, "parties": ["a", "a"], "propositions": ["p"], "cells": ["FOR", "FOR"]} | duplicate party 'a'
            "stanceGrid": {"viewpoint": V, "parties": ["a"], "propositions": ["p", "p"], "cells": ["FOR", "FOR"]} | duplicate proposition 'p'
            "matrix": {"parties": ["a", "a"], "propositions": [], "columns": [], "positions": []} | duplicate party 'a'
            "matrix": {"parties": ["a"], "propositions": ["p"], "columns": [{"title": "t", "viewpoint": V}], "positions": [{"party": "b", "proposition": "p", "viewpoint": V}]} | expected the position of a on p, as of 2020-01-01, got the position of b on p
            "change": {"label": "REVERSED", "before": U, "after": U} | label REVERSED contradicts the positions UNKNOWN and UNKNOWN
            "difference": {"label": "GAINED", "here": U, "there": U} | label GAINED contradicts the positions UNKNOWN and UNKNOWN
            "relation": {"label": "AGREEMENT", "first": U, "second": U} | label AGREEMENT contradicts the positions UNKNOWN and UNKNOWN
          """)
  void an_answer_that_no_tracker_gives_is_refused_with_the_place(String answer, String message) {
    String unknown = "{\"party\": \"a\", \"proposition\": \"p\", \"viewpoint\": V}";
    String document =
        "{\"demarche\": 1, %s}"
            .formatted(answer)
            .replace(": U", ": " + unknown)
            .replace(": V", ": {\"asOf\": \"2020-01-01\"}");
    assertThat(SampleDossiers.problems(() -> Answers.parse(document)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.place()).isPresent();
            });
  }

  @Test
  void an_answer_of_another_document_is_refused_in_one_sentence_that_says_what_is_right() {
    String kind = "{\"kind\": \"history\", \"party\": \"rok\", \"proposition\": \"p\"}";
    assertThat(SampleDossiers.problems(() -> Answers.parse(kind)))
        .singleElement()
        .hasToString(
            "text:1:2: this answer of kind 'history' was part of another document; as a document it is {\"demarche\": 1, \"history\": {…}}, without the member kind");
    String both = HISTORY.replace("\"party\"", "\"kind\": \"history\", \"party\"");
    assertThat(SampleDossiers.problems(() -> Answers.parse(both)))
        .singleElement()
        .hasToString(
            "text:2:14: history: an answer in a document has no member 'kind'; leave it out");
  }

  @Test
  void updates_name_the_evidence_before_and_after_as_they_are_printed() {
    JsonNode updates =
        JSON.readTree(Answers.format(TRACKER.changesSince(TRACKER.asOf("2017")))).get("updates");
    assertThat(updates.get("differences").propertyNames()).contains("before", "after");
    assertThat(updates.toString()).doesNotContain("\"here\"", "\"there\"");
  }

  @Test
  void a_year_that_cannot_be_read_cannot_be_asked_for() {
    LocalDate late = LocalDate.of(10_000, 1, 1);
    assertThat(Answers.parse(Answers.format(TRACKER.asOf("9999").positionsOf("rok"))))
        .isEqualTo(TRACKER.asOf("9999").positionsOf("rok"));
    for (ThrowingCallable asked :
        List.<ThrowingCallable>of(
            () -> TRACKER.asOf(late),
            () -> TRACKER.knownAt(late),
            () -> TRACKER.asOf(LocalDate.of(-1, 12, 31)),
            () -> TermOfOffice.of("a", late),
            () -> TermOfOffice.of("a", LocalDate.of(2000, 1, 1)).until(late))) {
      assertThatThrownBy(asked).isInstanceOf(InvalidDateException.class);
    }
  }

  @Test
  void a_verdict_that_the_reports_do_not_give_is_refused() {
    Tracker tracker = Tracker.of(SampleDossiers.completeDossier());
    String occasion = tracker.dossier().occasions().get(0).id();
    String document = Answers.format(tracker.readouts(occasion));
    assertThat(document).contains("\"verdict\": \"ONE_SIDED\"");
    for (String verdict : List.of("MUTUAL", "UNREPORTED")) {
      String bad =
          document.replaceFirst("\"verdict\": \"ONE_SIDED\"", "\"verdict\": \"" + verdict + "\"");
      assertThat(SampleDossiers.problems(() -> Answers.parse(bad)))
          .singleElement()
          .satisfies(problem -> assertThat(problem.place()).isPresent());
    }
  }

  @Test
  void all_problems_of_form_are_reported_at_once() {
    String bad =
        HISTORY
            .replace("\"party\": \"rok\"", "\"party\": 5")
            .replace("OTHER_SIDE", "OTHER")
            .replace("[]", "[{\"label\": \"SILENT\"}]");
    assertThat(SampleDossiers.problems(() -> Answers.parse(bad)))
        .extracting(problem -> problem.place().orElseThrow().line())
        .containsExactly(2, 3, 5, 5);
  }

  @Test
  void all_unknown_references_are_reported_at_once_with_the_nearest_claim() {
    String document = Answers.writer().records(THAAD).format(TRACKER.compare("rok", "prc"));
    String bad =
        document
            .replace("\"claim\": \"KH15-13\"", "\"claim\": \"KH15-113\"")
            .replace("\"claim\": \"AP22-02\"", "\"claim\": \"AP22-022\"");
    assertThat(SampleDossiers.problems(() -> Answers.parse(bad)))
        .extracting(Problem::message)
        .anySatisfy(
            message ->
                assertThat(message)
                    .contains("claim 'KH15-113' is not among the records (did you mean"))
        .anySatisfy(message -> assertThat(message).contains("claim 'AP22-022' is not among"));
  }

  @Test
  void problems_of_the_records_and_of_the_answer_are_reported_together() {
    String document = Answers.writer().records(THAAD).format(TRACKER.position("rok", "three-nos"));
    String bad =
        document
            .replaceFirst("\"status\": \"KNOWN\"", "\"status\": \"KNWN\"")
            .replaceFirst("\"kind\": \"STATE\"", "\"kind\": \"STAT\"");
    assertThat(SampleDossiers.problems(() -> Answers.parse(bad)))
        .extracting(Problem::message)
        .anySatisfy(message -> assertThat(message).contains("did you mean 'KNOWN'?"))
        .anySatisfy(message -> assertThat(message).contains("did you mean 'STATE'?"));
  }

  @Test
  void a_dossier_is_no_answer() {
    assertThat(SampleDossiers.problems(() -> Answers.parse(Dossiers.format(THAAD))))
        .extracting(Problem::message)
        .anySatisfy(
            message -> assertThat(message).startsWith("there is no kind of answer 'sources'"));
  }

  private static int bytes(String document) {
    return document.getBytes(UTF_8).length;
  }
}
