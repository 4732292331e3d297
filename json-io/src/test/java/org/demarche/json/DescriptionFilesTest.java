package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.SampleDossiers.VALID_DOCUMENT;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.assertRefused;
import static org.demarche.json.SampleDossiers.problems;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of a dossier, and drafts, in documents, in lines and in several files. */
class DescriptionFilesTest {
  private static final Description THAAD =
      Description.empty().title("THAAD").authors("Ann", "밥").version("2");

  @TempDir Path folder;

  @Test
  void a_document_has_the_description_at_its_top() {
    Dossier dossier = Dossier.empty().describedBy(THAAD.licence("CC BY 4.0"));
    String document =
        """
        {
          "demarche": 1,
          "title": "THAAD",
          "authors": [ "Ann", "밥" ],
          "licence": "CC BY 4.0",
          "version": "2"
        }
        """;
    assertThat(Dossiers.format(dossier)).isEqualTo(document);
    assertThat(Dossiers.parse(document)).isEqualTo(dossier);
  }

  @Test
  void a_file_of_lines_has_the_description_after_its_version() throws IOException {
    Dossier dossier = Dossier.empty().describedBy(THAAD);
    Path file = folder.resolve("a.jsonl");
    Dossiers.write(dossier, file);
    assertThat(file)
        .hasContent(
            """
            {"demarche":1}
            {"dossier":{"title":"THAAD","authors":["Ann","밥"],"version":"2"}}
            """);
    assertThat(Dossiers.read(file)).isEqualTo(dossier);
    try (var items = Dossiers.items(file)) {
      assertThat(items).isEmpty(); // a description is no record
    }
  }

  @Test
  void a_description_is_kept_wherever_its_line_is_and_may_be_repeated() {
    String lines =
        """
        {"actor": {"id": "a", "name": "A", "kind": "STATE"}}
        {"dossier": {"title": "THAAD", "authors": ["Ann", "밥"], "version": "2"}}
        {"dossier": {"title": "THAAD", "authors": ["Ann", "밥"], "version": "2"}}
        {"dossier": {}}
        """;
    Dossier read = Dossiers.read(new ByteArrayInputStream(lines.getBytes(UTF_8)), "a.jsonl");
    assertThat(read.description()).isEqualTo(THAAD);
    assertThat(read.actors()).hasSize(1);
  }

  @Test
  void two_descriptions_that_differ_are_refused_with_both_places() throws IOException {
    Path one = Files.writeString(folder.resolve("a.json"), "{\"demarche\": 1, \"title\": \"A\"}");
    Path other =
        Files.writeString(folder.resolve("b.jsonl"), "\n{\"dossier\": {\"title\": \"B\"}}\n");
    assertThat(problems(() -> Dossiers.read(one, other)))
        .extracting(Problem::toString)
        .containsExactly(
            other
                + ":2:2: dossier: the description {title=B} differs from the description at "
                + one
                + ":1:1, {title=A}; describe the dossier once, or alike");
  }

  @Test
  void a_description_in_one_of_several_files_is_kept() throws IOException {
    Path one = Files.writeString(folder.resolve("a.json"), "{\"demarche\": 1}");
    Path other = Files.writeString(folder.resolve("b.json"), "{\"demarche\": 1, \"title\": \"B\"}");
    assertThat(Dossiers.read(one, other).description()).isEqualTo(Description.empty().title("B"));
  }

  @Test
  void a_member_of_the_description_of_the_wrong_type_is_refused() {
    assertRefused(
        altered("\"demarche\": 1,", "\"demarche\": 1, \"title\": ▸5, \"authors\": [\"Ann\", ▸6],"),
        "title takes text in quotation marks, got number 5",
        "authors takes text in quotation marks, got number 6");
    assertRefused(
        altered("\"demarche\": 1,", "\"demarche\": 1, \"licence\": ▸null, \"version\": ▸\" \","),
        "licence is null; leave the member out instead",
        "dossier: version is blank");
  }

  @Test
  void a_line_of_a_bad_description_is_refused() {
    String lines =
        """
        {"dossier": {"title": ""}}
        {"dossier": {"titel": "B"}}
        {"dossier": 5}
        """;
    assertThat(
            problems(
                () -> Dossiers.read(new ByteArrayInputStream(lines.getBytes(UTF_8)), "a.jsonl")))
        .extracting(Problem::toString)
        .containsExactly(
            "a.jsonl:1:23: dossier: title is blank",
            "a.jsonl:2:14: dossier: there is no member 'titel' (did you mean 'title'?)",
            "a.jsonl:3:13: dossier: a record is an object, got number 5");
  }

  @Test
  void a_coded_claim_of_one_file_replaces_a_draft_of_another() throws IOException {
    Dossier whole = Dossiers.parse(VALID_DOCUMENT);
    Claim coded = whole.claims().get(0);
    Claim draft =
        Claim.builder()
            .from(coded)
            .draft(true)
            .gist("To be checked.")
            .evidence(List.of(Evidence.builder().source("KT17").mode(Mode.RECORDED).build()))
            .build();
    Path drafts = folder.resolve("drafts.jsonl");
    Dossiers.write(Stream.of(draft), drafts);
    Path document = Files.writeString(folder.resolve("whole.json"), VALID_DOCUMENT);
    assertThat(Dossiers.read(drafts, document)).isEqualTo(whole);
    assertThat(Dossiers.read(document, drafts)).isEqualTo(whole);
  }

  @Test
  void a_problem_of_a_coded_claim_that_replaces_a_draft_is_reported_at_the_coded_claim()
      throws IOException {
    Claim draft =
        Claim.builder().from(Dossiers.parse(VALID_DOCUMENT).claims().get(0)).draft(true).build();
    Path drafts = folder.resolve("drafts.jsonl");
    Dossiers.write(Stream.of(draft), drafts);
    Path document =
        Files.writeString(
            folder.resolve("whole.json"),
            altered("\"proposition\": \"three-nos\"", "\"proposition\": \"three-no\""));
    assertThat(problems(() -> Dossiers.read(drafts, document)))
        .extracting(Problem::toString)
        .containsExactly(
            document
                + ":31:43: claim KT17-07: proposition 'three-no' is not in the dossier (did you mean 'three-nos'?)");
  }
}
