package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.json.FeedLines.P;
import static org.demarche.json.FeedLines.PAPER;
import static org.demarche.json.FeedLines.ROK;
import static org.demarche.json.FeedLines.at;
import static org.demarche.json.FeedLines.claim;
import static org.demarche.json.FeedLines.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.json.records.RecordType;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records with problems are left out on request, with what depends on them, and are all named. */
class LeftOutRecordsTest {
  @TempDir Path folder;

  private final List<Problem> leftOut = new ArrayList<>();

  private Dossier read(String text, String name) {
    return Dossiers.reader()
        .leaveOutInvalid(leftOut::add)
        .read(new ByteArrayInputStream(text.getBytes(UTF_8)), name);
  }

  private Dossier read(List<String> lines) {
    return read(String.join("\n", lines) + "\n", "feed.jsonl");
  }

  private static Dossier strict(List<String> lines) {
    return Dossiers.read(
        new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(UTF_8)), "feed.jsonl");
  }

  private List<String> problems() {
    return leftOut.stream().map(Problem::toString).toList();
  }

  private static List<String> without(List<String> lines, Integer... numbers) {
    List<Integer> out = List.of(numbers);
    return IntStream.rangeClosed(1, lines.size())
        .filter(line -> !out.contains(line))
        .mapToObj(line -> lines.get(line - 1))
        .toList();
  }

  private static List<String> problemsOf(String text, String name) {
    return catchThrowableOfType(
            InvalidDossierException.class,
            () ->
                Dossiers.reader()
                    .leaveOutInvalid(problem -> {})
                    .read(new ByteArrayInputStream(text.getBytes(UTF_8)), name))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  // Lines

  @Test
  void a_file_without_problems_is_read_as_ever() {
    List<String> lines =
        List.of(ROK, PAPER, source("S"), P, claim("C", "S"), claim("C", "S", ""), source("S"));

    assertThat(read(lines)).isEqualTo(strict(lines));
    assertThat(leftOut).isEmpty();
  }

  @Test
  void a_line_that_is_not_json_is_reported_with_line_and_column_and_left_out() {
    List<String> lines = List.of(ROK, "{\"actor\": {\"id\": \"x\" oops}}", PAPER);

    assertThat(read(lines)).isEqualTo(strict(without(lines, 2)));
    assertThat(problems())
        .containsExactly(
            at(lines, 2, "oops") + ": not JSON from here on: a comma is missing before 'oops'");
  }

  @Test
  void a_line_with_a_bad_member_or_anything_after_its_record_is_left_out() {
    List<String> lines =
        List.of(
            "{\"actor\": {\"id\": \"a\", \"name\": \"A\", \"kind\": \"STATT\"}}",
            "{\"actor\": {\"id\": \"b\", \"name\": \"B\", \"kind\": \"STATE\"}, \"x\": 1}",
            "[]",
            "{\"actor\": {\"id\": \"d\", \"name\": \"D\", \"kind\": \"STATE\", \"of\": \"e\"}}",
            "{\"acter\": {\"id\": \"e\", \"name\": \"E\", \"kind\": \"STATE\"}}",
            ROK);

    assertThat(read(lines)).isEqualTo(strict(List.of(ROK)));
    assertThat(problems())
        .containsExactly(
            at(lines, 1, "\"STATT\"")
                + ": actor a: kind 'STATT' is not one of STATE, ORGAN, ORGANISATION, PERSON, MEDIA"
                + " (did you mean 'STATE'?)",
            at(lines, 2, "\"x\"")
                + ": a line holds one record, such as {\"claim\": {…}}, got 'x' too",
            "feed.jsonl:3:1: a line holds one record, such as {\"claim\": {…}}",
            at(lines, 4, "\"e\"") + ": actor d: a STATE cannot have 'of', got 'e'",
            at(lines, 5, "\"acter\"")
                + ": a line holds one record, such as {\"claim\": {…}}, got 'acter' (did you mean"
                + " 'actor'?)");
  }

  @Test
  void what_depends_on_a_record_that_is_left_out_is_left_out_and_names_the_cause() {
    List<String> lines =
        List.of(
            ROK,
            PAPER,
            P,
            "{\"source\": {\"id\": \"S1\", \"outlet\": \"paper\", \"title\": \"T\", \"published\": \"2020-02-30\"}}",
            source("S2"),
            claim("C3", "S2", "\"respondsTo\": [\"C2\"], "),
            claim("C2", "S2", "\"respondsTo\": [\"C1\"], "),
            claim("C1", "S1"),
            claim("C4", "S2"));

    assertThat(read(lines)).isEqualTo(strict(without(lines, 4, 6, 7, 8)));
    assertThat(problems())
        .containsExactly(
            at(lines, 4, "\"2020-02-30\"")
                + ": source S1: published: when '2020-02-30': February 2020 has 29 days",
            at(lines, 6, "[\"C2\"]")
                + ": claim C3: it refers to claim 'C2', which is left out because of the problem at "
                + at(lines, 7, "[\"C1\"]"),
            at(lines, 7, "[\"C1\"]")
                + ": claim C2: it refers to claim 'C1', which is left out because of the problem at "
                + at(lines, 8, "\"S1\""),
            at(lines, 8, "\"S1\"")
                + ": claim C1: it refers to source 'S1', which is left out because of the problem at "
                + at(lines, 4, "\"2020-02-30\""));
    assertThat(leftOut.get(1).code()).isEqualTo(Problem.Code.UNKNOWN_ID);
    assertThat(leftOut.get(1).field()).isEqualTo("respondsTo");
    assertThat(leftOut.get(1).value()).isEqualTo("C2");
    assertThat(leftOut.get(1).pointer()).isEqualTo("/respondsTo");
  }

  @Test
  void an_actor_a_proposition_and_an_occasion_take_what_refers_to_them_along() {
    String bad = "{\"actor\": {\"id\": \"x\", \"name\": \" \", \"kind\": \"STATE\"}}";
    List<String> lines =
        List.of(
            bad,
            "{\"actor\": {\"id\": \"x-mofa\", \"name\": \"M\", \"kind\": \"ORGAN\", \"of\": \"x\"}}",
            "{\"occasion\": {\"id\": \"talks\", \"label\": \"T\", \"when\": \"2019\", \"participants\": [\"x-mofa\"]}}",
            "{\"proposition\": {\"id\": \"q\", \"issue\": \"\", \"text\": \"Q.\"}}",
            "{\"proposition\": {\"id\": \"pq\", \"issue\": \"i\", \"text\": \"P and Q.\", \"parts\": {\"p\": \"FOR\", \"q\": \"FOR\"}}}",
            ROK,
            PAPER,
            P,
            source("S"),
            claim("C1", "S", "\"occasion\": \"talks\", "),
            claim("C2", "S").replace("\"p\"", "\"pq\""),
            claim("C3", "S"));

    assertThat(read(lines)).isEqualTo(strict(without(lines, 1, 2, 3, 4, 5, 10, 11)));
    assertThat(problems())
        .containsExactly(
            at(lines, 1, "\" \"") + ": actor x: name is blank",
            at(lines, 2, "\"x\"")
                + ": actor x-mofa: it refers to actor 'x', which is left out because of the problem at "
                + at(lines, 1, "\" \""),
            at(lines, 3, "[\"x-mofa\"]")
                + ": occasion talks: it refers to actor 'x-mofa', which is left out because of the"
                + " problem at "
                + at(lines, 2, "\"x\""),
            at(lines, 4, "\"\"")
                + ": proposition q: issue '' is not a slug: ASCII letters, digits and hyphens, with ."
                + " _ : / inside, no spaces",
            "feed.jsonl:5:"
                + (lines.get(4).lastIndexOf("\"FOR\"") + 1)
                + ": proposition pq: it refers to proposition 'q', which is left out because of the"
                + " problem at "
                + at(lines, 4, "\"\""),
            at(lines, 10, "\"talks\"")
                + ": claim C1: it refers to occasion 'talks', which is left out because of the problem"
                + " at "
                + at(lines, 3, "[\"x-mofa\"]"),
            at(lines, 11, "\"pq\"")
                + ": claim C2: it refers to proposition 'pq', which is left out because of the problem"
                + " at feed.jsonl:5:"
                + (lines.get(4).lastIndexOf("\"FOR\"") + 1));
  }

  @Test
  void every_sort_of_reference_names_the_record_that_is_left_out() {
    List<String> lines =
        RecordType.records(SampleDossiers.completeDossier()).map(Dossiers::line).toList();
    for (int number = 1; number <= lines.size(); number++) {
      List<String> damaged = new ArrayList<>(lines);
      damaged.set(number - 1, lines.get(number - 1).replaceFirst(":\\{", ":{\"x\":1,"));
      leftOut.clear();

      read(damaged);

      assertThat(leftOut)
          .filteredOn(problem -> problem.code() != Problem.Code.UNKNOWN_ID)
          .singleElement()
          .extracting(Problem::value)
          .isEqualTo("x");
      assertThat(leftOut)
          .filteredOn(problem -> problem.code() == Problem.Code.UNKNOWN_ID)
          .allMatch(problem -> problem.message().contains("which is left out because of"));
    }
  }

  @Test
  void an_unknown_id_may_be_in_a_line_that_cannot_be_read() {
    List<String> lines = new ArrayList<>(List.of(ROK, PAPER, P, claim("C", "S"), "oops"));

    assertThat(read(lines)).isEqualTo(strict(without(lines, 4, 5)));
    assertThat(problems())
        .containsExactly(
            at(lines, 4, "\"S\"")
                + ": claim C: source 'S' is not in the dossier; it may be in a line that cannot be"
                + " read, such as feed.jsonl:5:1",
            "feed.jsonl:5:1: not JSON from here on: 'oops' is not a value; put text in quotation marks");
    leftOut.clear();
    lines.remove(4);
    read(lines);
    assertThat(problems())
        .containsExactly(at(lines, 4, "\"S\"") + ": claim C: source 'S' is not in the dossier");
  }

  @Test
  void of_different_records_with_one_id_the_first_is_kept_and_both_places_are_named() {
    List<String> lines =
        List.of(
            ROK,
            "{\"actor\": {\"id\": \"rok\", \"name\": \"Busan\", \"kind\": \"STATE\"}}",
            ROK,
            "{\"actor\": {\"id\": \"rok\", \"name\": \"Seoul\", \"kind\": \"PERSON\"}}");

    assertThat(read(lines)).isEqualTo(strict(List.of(ROK)));
    assertThat(problems())
        .containsExactly(
            "feed.jsonl:2:11: actor rok: it differs in name from the record with the same id at"
                + " feed.jsonl:1:11; a correction is a new record",
            "feed.jsonl:4:11: actor rok: it differs in kind from the record with the same id at"
                + " feed.jsonl:1:11; a correction is a new record");
  }

  @Test
  void the_first_record_of_an_id_that_can_be_read_is_kept() {
    List<String> lines =
        List.of(ROK.replace("STATE", "STAT"), ROK, ROK.replace("STATE", "STA"), PAPER);

    assertThat(read(lines)).isEqualTo(strict(List.of(ROK, PAPER)));
    assertThat(leftOut).extracting(p -> p.place().orElseThrow().line()).containsExactly(1, 3);
  }

  @Test
  void all_records_of_a_cycle_are_left_out() {
    String organ =
        "{\"actor\": {\"id\": \"%s\", \"name\": \"O\", \"kind\": \"ORGAN\", \"of\": \"%s\"}}";
    List<String> lines =
        List.of(
            ROK,
            organ.formatted("a", "b"),
            organ.formatted("b", "c"),
            organ.formatted("c", "a"),
            organ.formatted("d", "a"),
            organ.formatted("e", "rok"));

    assertThat(read(lines)).isEqualTo(strict(List.of(lines.get(0), lines.get(5))));
    assertThat(problems())
        .containsExactly(
            at(lines, 2, "\"b\"") + ": actor a: of forms a cycle: a → b → c → a",
            at(lines, 3, "\"c\"")
                + ": actor b: it refers to actor 'c', which is left out because of the problem at "
                + at(lines, 4, "\"a\""),
            at(lines, 4, "\"a\"")
                + ": actor c: it refers to actor 'a', which is left out because of the problem at "
                + at(lines, 2, "\"b\""),
            at(lines, 5, "\"a\"")
                + ": actor d: it refers to actor 'a', which is left out because of the problem at "
                + at(lines, 2, "\"b\""));
  }

  @Test
  void of_two_records_with_one_identifier_the_first_is_kept() {
    String state =
        "{\"actor\": {\"id\": \"%s\", \"name\": \"S\", \"kind\": \"STATE\", \"identifiers\": {\"cow\": \"732\"}}}";
    List<String> lines = List.of(state.formatted("a"), state.formatted("b"));

    assertThat(read(lines)).isEqualTo(strict(List.of(lines.get(0))));
    assertThat(problems())
        .containsExactly(
            at(lines, 2, "\"732\"") + ": actor b: cow '732' is the identifier of actor 'a' too");
  }

  // Evidence of a claim in several lines

  @Test
  void a_line_that_adds_bad_evidence_is_left_out_and_the_claim_is_kept() {
    List<String> lines =
        List.of(
            ROK,
            PAPER,
            P,
            source("S1"),
            source("S2"),
            claim("C", "S1"),
            claim("C", "S9"),
            claim("C", "S2"),
            claim("D", "S1", "\"respondsTo\": [\"C\"], "));

    assertThat(read(lines)).isEqualTo(strict(without(lines, 7)));
    assertThat(problems())
        .containsExactly(
            at(lines, 7, "\"S9\"")
                + ": claim C: source 'S9' is not in the dossier (did you mean 'S1'?)");
    assertThat(leftOut.get(0).field()).isEqualTo("evidence/0/source");
  }

  @Test
  void evidence_from_a_source_that_is_left_out_is_left_out_by_itself() {
    List<String> lines =
        List.of(
            ROK,
            PAPER,
            P,
            source("S1"),
            source("S2").replace("paper", "papers"),
            claim("C", "S1"),
            claim("C", "S2"));

    assertThat(read(lines)).isEqualTo(strict(without(lines, 5, 7)));
    assertThat(problems())
        .containsExactly(
            at(lines, 5, "\"papers\"")
                + ": source S2: outlet 'papers' is not in the dossier (did you mean 'paper'?)",
            at(lines, 7, "\"S2\"")
                + ": claim C: it refers to source 'S2', which is left out because of the problem at "
                + at(lines, 5, "\"papers\""));
  }

  @Test
  void lines_that_add_to_a_claim_that_is_left_out_are_left_out_too() {
    List<String> lines =
        List.of(ROK, PAPER, P, source("S1"), claim("C", "S9"), claim("C", "S1"), claim("D", "S1"));

    assertThat(read(lines)).isEqualTo(strict(without(lines, 5, 6)));
    assertThat(problems())
        .containsExactly(
            at(lines, 5, "\"S9\"")
                + ": claim C: source 'S9' is not in the dossier (did you mean 'S1'?)",
            "feed.jsonl:6:11: claim C: it adds evidence to a claim that is left out because of the"
                + " problem at "
                + at(lines, 5, "\"S9\""));
  }

  @Test
  void a_coded_claim_replaces_a_draft_of_the_same_id() {
    List<String> lines =
        List.of(
            ROK,
            PAPER,
            P,
            source("S1"),
            claim("C", "S1", "\"status\": \"DRAFT\", "),
            claim("C", "S2", "\"status\": \"DRAFT\", "),
            claim("C", "S1"),
            "oops");

    assertThat(read(lines))
        .isEqualTo(strict(List.of(ROK, PAPER, P, source("S1"), claim("C", "S1"))));
    assertThat(leftOut).hasSize(1);
  }

  // Documents

  @Test
  void a_record_of_a_document_with_a_bad_member_is_left_out() {
    String document =
        """
        {
          "demarche": 1,
          "title": "T",
          "actors": [
            {"id": "rok", "name": "Seoul", "kind": "STATE", "nmae": "x"},
            {"id": "mofa", "name": "M", "kind": "ORGAN", "of": "rok"},
            {"id": "paper", "name": "A paper", "kind": "MEDIA"}
          ],
          "sources": [
            {"id": "S", "outlet": "paper", "title": "T", "published": "2020"},
            {"id": "S", "outlet": "paper", "title": "T", "published": "2020"}
          ]
        }
        """;

    Dossier dossier = read(document, "d.json");

    assertThat(dossier)
        .isEqualTo(
            Dossiers.parse(
                """
                {"demarche": 1, "title": "T",
                 "actors": [{"id": "paper", "name": "A paper", "kind": "MEDIA"}],
                 "sources": [{"id": "S", "outlet": "paper", "title": "T", "published": "2020"}]}
                """));
    assertThat(problems())
        .containsExactly(
            "d.json:5:53: actor rok: there is no member 'nmae' (did you mean 'name'?)",
            "d.json:6:56: actor mofa: it refers to actor 'rok', which is left out because of the"
                + " problem at d.json:5:53",
            "d.json:11:12: duplicate source id S; the first is at d.json:10:12");
    assertThat(leftOut).extracting(Problem::pointer).element(1).isEqualTo("/actors/1/of");
  }

  @Test
  void a_document_that_is_not_json_is_refused_as_a_whole() {
    assertThat(
            problemsOf(
                """
                {"demarche": 1, "actors": [
                  {"id": "a", "name": "A", "kind": "STATT"},
                  {"id": "rok", "name": "Seoul", "kind": "STATE"} oops
                ]}
                """,
                "d.json"))
        .containsExactly(
            "d.json:2:36: actor a: kind 'STATT' is not one of STATE, ORGAN, ORGANISATION, PERSON,"
                + " MEDIA (did you mean 'STATE'?)",
            "d.json:3:51: not JSON from here on: a comma is missing before 'oops'; nothing after this"
                + " can be read, so the whole file is refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"demarche\": 2}",
        "{\"demarche\": 1, \"actor\": []}",
        "{\"demarche\": 1, \"x\": 1}",
        "{\"demarche\": 1, \"actors\": {}}",
        "{\"demarche\": 1, \"actors\": [], \"actors\": []}",
        "{\"actors\": []}",
        "{\"demarche\": 1} x",
        "[]",
        ""
      })
  void a_problem_of_a_document_as_a_whole_refuses_it(String document) {
    assertThat(problemsOf(document, "d.json")).hasSize(1);
  }

  @Test
  void a_newer_version_or_a_document_refuses_a_file_of_lines() {
    assertThat(problemsOf("{\"demarche\": 2}\n" + ROK + "\n", "d.jsonl"))
        .containsExactly(
            "d.jsonl:1:14: demarche: this is a dossier of format version 2; this library reads version"
                + " 1, a newer release is needed");
    assertThat(problemsOf("{\n\"demarche\": 1}\n", "d.jsonl"))
        .containsExactly(
            "d.jsonl:1:1: this looks like one document, not one record per line: give it a name that"
                + " ends in .json");
  }

  @Test
  void a_bad_description_is_left_out() {
    assertThat(read("{\"demarche\": 1, \"title\": \"T\", \"authors\": 5}", "d.json"))
        .isEqualTo(Dossier.empty());
    assertThat(read("{\"dossier\": {\"title\": 5}}\n" + ROK + "\n", "d.jsonl"))
        .isEqualTo(strict(List.of(ROK)));
    assertThat(problems())
        .containsExactly(
            "d.json:1:42: authors takes a list, got number 5",
            "d.jsonl:1:23: dossier: title takes text in quotation marks, got number 5");
    leftOut.clear();
    Dossier dossier =
        read(
            List.of(
                "{\"dossier\": {\"title\": \"One\"}}", "{\"dossier\": {\"title\": \"Two\"}}", ROK));
    assertThat(dossier.description().title()).hasValue("One");
    assertThat(leftOut).extracting(Problem::code).containsExactly(Problem.Code.CONFLICT);
  }

  // Files

  @Test
  void a_torn_last_line_is_refused_unless_what_precedes_it_is_to_be_kept() throws IOException {
    Path file = folder.resolve("feed.jsonl");
    Files.writeString(file, ROK + "\noops\n" + "{\"actor\": {\"id\"");
    DossierReader reader = Dossiers.reader().leaveOutInvalid(leftOut::add);

    assertThatThrownBy(() -> reader.read(file)).hasMessageContaining("the last line is torn");
    assertThat(leftOut).isEmpty();
    List<Problem> torn = new ArrayList<>();
    assertThat(reader.keepBeforeTear(torn::add).read(file)).isEqualTo(strict(List.of(ROK)));
    assertThat(torn).hasSize(1);
    assertThat(leftOut).hasSize(1);
  }

  @Test
  void problems_of_several_files_are_reported_in_their_order() throws IOException {
    Path who = folder.resolve("who.json");
    Path what = folder.resolve("what.jsonl");
    Files.writeString(
        who,
        "{\"demarche\": 1, \"actors\": [{\"id\": \"paper\", \"name\": \"A\", \"kind\": \"MEDIA\"}]}");
    Files.writeString(what, PAPER + "\n" + source("S") + "\noops\n" + source("S2") + "\n");

    Dossier dossier = Dossiers.reader().leaveOutInvalid(leftOut::add).read(what, who);

    assertThat(dossier.sources()).hasSize(2);
    assertThat(dossier.actors().get(0).name()).isEqualTo("A paper");
    assertThat(problems())
        .containsExactly(
            what
                + ":3:1: not JSON from here on: 'oops' is not a value; put text in quotation marks",
            who
                + ":1:28: actor paper: it differs in name from the record with the same id at "
                + what
                + ":1:11; a correction is a new record");
  }

  @Test
  void warnings_are_located_in_the_records_that_are_kept() {
    List<String> lines =
        List.of(
            ROK,
            PAPER,
            P,
            source("S1"),
            claim("C1", "S9"),
            claim("C2", "S1")
                .replace("ASSERT", "PROMISE")
                .replace("\"pro", "\"due\": \"2016\", \"pro"));
    List<Problem> warnings = new ArrayList<>();

    Dossiers.reader()
        .leaveOutInvalid(leftOut::add)
        .onWarning(warnings::add)
        .read(
            new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(UTF_8)),
            "feed.jsonl");

    assertThat(leftOut).hasSize(1);
    assertThat(warnings)
        .extracting(Problem::toString)
        .containsExactly(
            at(lines, 6, "\"2016\"") + ": claim C2: due 2016, before it was said, 2020-01-01");
  }

  @Test
  void records_read_one_by_one_are_left_out_line_by_line() throws IOException {
    Path file = folder.resolve("feed.jsonl");
    Files.writeString(
        file,
        String.join(
                "\n",
                ROK,
                "oops",
                "[]",
                "{\"claim\": {}}",
                PAPER.replace("}}", "}, \"x\": 1}"),
                P,
                "x")
            + "\n");
    try (Stream<DossierRecord> items =
        Dossiers.reader().leaveOutInvalid(leftOut::add).items(file)) {
      assertThat(items).extracting(DossierRecord::id).containsExactly("rok", "p");
    }
    assertThat(leftOut)
        .extracting(problem -> problem.place().orElseThrow().line())
        .containsExactly(2, 3, 4, 4, 4, 4, 4, 5, 7);
    Files.writeString(file, ROK + "\n{\"demarche\": 2}\n");
    try (Stream<DossierRecord> items =
        Dossiers.reader().leaveOutInvalid(leftOut::add).items(file)) {
      assertThatThrownBy(items::count).hasMessageContaining("a newer release is needed");
    }
  }

  // Many

  @Test
  @Timeout(60)
  void ten_thousand_bad_records_among_a_hundred_thousand_are_left_out_in_linear_time() {
    List<String> lines = new ArrayList<>(List.of(ROK, PAPER, P));
    for (int i = 0; i < 20_000; i++) {
      lines.add(i % 10 == 0 ? "{\"source\": {\"id\": \"S%d\"}}".formatted(i) : source("S" + i));
    }
    for (int i = 0; i < 80_000; i++) {
      lines.add(claim("C" + i, "S" + i / 4));
    }

    Dossier dossier = read(lines);

    assertThat(dossier.sources()).hasSize(18_000);
    assertThat(dossier.claims()).hasSize(72_000);
    assertThat(leftOut).hasSize(3 * 2_000 + 8_000); // each source lacks three members
  }

  @Test
  @Timeout(60)
  void a_chain_of_fifty_thousand_claims_falls_with_its_first_one() {
    List<String> lines = new ArrayList<>(List.of(ROK, PAPER, P, source("S")));
    lines.add(claim("C0", "T"));
    for (int i = 1; i < 50_000; i++) {
      lines.add(claim("C" + i, "S", "\"respondsTo\": [\"C%d\"], ".formatted(i - 1)));
      lines.add(claim("C" + i, "T", "\"respondsTo\": [\"C%d\"], ".formatted(i - 1)));
    }
    lines.add(claim("D", "S"));

    Dossier dossier = read(lines);

    assertThat(dossier.claims()).extracting(Claim::id).containsExactly("D");
    assertThat(leftOut).hasSize(99_999);
  }

  @Test
  @Timeout(60)
  void many_lines_that_add_bad_evidence_are_left_out() {
    List<String> lines = new ArrayList<>(List.of(ROK, PAPER, P, source("S")));
    for (int i = 0; i < 10_000; i++) {
      lines.add(claim("C" + i, "S"));
    }
    for (int i = 0; i < 10_000; i++) {
      lines.add(claim("C" + i, i % 2 == 0 ? "T" : "S").replace("so\"", "so it is\""));
    }

    Dossier dossier = read(lines);

    assertThat(dossier.claims()).hasSize(10_000);
    assertThat(dossier.claims().get(1).evidence()).hasSize(2);
    assertThat(leftOut).hasSize(5_000);
  }
}
