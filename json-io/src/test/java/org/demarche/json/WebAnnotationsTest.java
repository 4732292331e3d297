package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dossiers as annotations of the W3C, and back as codings. */
class WebAnnotationsTest {
  private static final String TEXT =
      "😀 On Friday, in a hall full of people, the minister said “we keep the three nos” and left.";

  @TempDir Path folder;

  private static Source source(String id, String text) {
    return Source.builder()
        .id(id)
        .outlet("wire")
        .title(id)
        .published(When.parse("2017-11-24"))
        .text(text)
        .build();
  }

  private static Source withUrl(Source source, String url) {
    return Source.builder().from(source).url(url).build();
  }

  private static Claim.Builder claim(String id) {
    return Claim.builder()
        .id(id)
        .addSpeakers("rok")
        .addPrincipals("rok")
        .asserted(When.parse("2017-11-24"))
        .proposition("three-nos")
        .stance(Stance.FOR)
        .force(Force.REAFFIRM);
  }

  private static Evidence.Builder evidence(String source) {
    return Evidence.builder().source(source).mode(Mode.INDIRECT);
  }

  private static Dossier dossier(List<Source> sources, Claim... claims) {
    return Dossier.of(
            Actor.builder().id("wire").name("The Wire").kind(ActorKind.MEDIA).build(),
            Actor.builder().id("rok").name("South Korea").kind(ActorKind.STATE).build(),
            Proposition.builder()
                .id("three-nos")
                .issue("thaad")
                .text("It keeps three nos.")
                .build())
        .plus(sources)
        .plus(claims);
  }

  /** The members are those of the examples 15, 23, 24 and 39 of the recommendation. */
  @Test
  void evidence_is_an_annotation_of_its_source() {
    Dossier dossier =
        dossier(
                List.of(withUrl(source("KT17", TEXT), "https://example.org/kt17")),
                claim("KT17-07")
                    .coder("Ann")
                    .gist("Seoul keeps the three nos.")
                    .addEvidence(evidence("KT17").quote("“we keep the three nos”").build())
                    .build())
            .describedBy(Description.empty().title("Three nos"));
    assertThat(WebAnnotations.format(dossier))
        .isEqualTo(
            """
            {
              "@context": "http://www.w3.org/ns/anno.jsonld",
              "id": "urn:demarche:annotations:1",
              "type": "AnnotationPage",
              "partOf": {
                "id": "urn:demarche:annotations",
                "type": "AnnotationCollection",
                "label": "Three nos",
                "total": 1
              },
              "startIndex": 0,
              "items": [
                {
                  "id": "urn:demarche:KT17-07:0",
                  "type": "Annotation",
                  "motivation": "classifying",
                  "creator": {
                    "name": "Ann"
                  },
                  "body": [
                    {
                      "type": "TextualBody",
                      "purpose": "tagging",
                      "value": "proposition:three-nos"
                    },
                    {
                      "type": "TextualBody",
                      "purpose": "tagging",
                      "value": "stance:FOR"
                    },
                    {
                      "type": "TextualBody",
                      "purpose": "tagging",
                      "value": "force:REAFFIRM"
                    },
                    {
                      "type": "TextualBody",
                      "purpose": "describing",
                      "value": "Seoul keeps the three nos."
                    }
                  ],
                  "target": {
                    "type": "SpecificResource",
                    "source": "https://example.org/kt17",
                    "selector": [
                      {
                        "type": "TextQuoteSelector",
                        "exact": "“we keep the three nos”",
                        "prefix": "ll of people, the minister said ",
                        "suffix": " and left."
                      },
                      {
                        "type": "TextPositionSelector",
                        "start": 57,
                        "end": 80
                      }
                    ]
                  }
                }
              ]
            }
            """);
  }

  @Test
  void words_that_occur_twice_have_no_position_unless_the_evidence_has_a_selector() {
    Dossier dossier =
        dossier(
            List.of(source("S", "no 🗣 no")),
            claim("a").addEvidence(evidence("S").quote("no").build()).build(),
            claim("b").addEvidence(evidence("S").quote("no").selector(5, 7).build()).build());
    assertThat(rows(dossier))
        .extracting(row -> row.getOrDefault("start", "none"))
        .containsExactly("none", "5");
    assertThat(WebAnnotations.format(dossier)).containsOnlyOnce("\"prefix\": \"no 🗣 \"");
  }

  @Test
  void a_source_without_an_address_of_its_own_is_named_by_its_id() {
    Dossier dossier =
        dossier(
            List.of(
                source("S1", "no"),
                withUrl(source("S2", "no"), "page 7"),
                withUrl(source("S3", "no"), "https://example.org/3"),
                withUrl(source("S4", "no"), "https://example.org/3")),
            claim("a")
                .addEvidence(evidence("S1").quote("no").build())
                .addEvidence(evidence("S2").quote("no").build())
                .addEvidence(evidence("S3").quote("no").build())
                .addEvidence(evidence("S4").quote("no").build())
                .build());
    assertThat(rows(dossier))
        .extracting(row -> row.get("document"))
        .containsExactly("S1", "S2", "S3", "S4");
    assertThat(WebAnnotations.format(dossier)).contains("\"urn:demarche:source:S3\"");
  }

  @Test
  void a_draft_is_tagged() {
    Dossier dossier =
        dossier(
            List.of(source("S", "no")),
            claim("a").draft(true).addEvidence(evidence("S").quote("no").build()).build());
    assertThat(rows(dossier).get(0))
        .containsEntry("tags", "proposition:three-nos; stance:FOR; force:REAFFIRM; status:DRAFT");
  }

  @Test
  void claims_with_evidence_that_selects_no_passage_are_listed() {
    Evidence recorded = Evidence.builder().source("S").mode(Mode.RECORDED).build();
    Evidence placed = Evidence.builder().source("S").mode(Mode.RECORDED).selector(0, 2).build();
    Dossier dossier =
        dossier(
            List.of(source("S", "no"), source("T", "no")),
            claim("none").addEvidence(recorded).build(),
            claim("some")
                .addEvidence(recorded)
                .addEvidence(evidence("T").quote("no").build())
                .build(),
            claim("all").addEvidence(placed).build());
    assertThat(WebAnnotations.unwritten(dossier)).containsExactly("none", "some");
    assertThat(rows(dossier))
        .extracting(row -> row.get("coding"))
        .containsExactly("urn:demarche:some:1", "urn:demarche:all:0");
  }

  @Test
  void a_dossier_without_claims_is_a_page_without_items() {
    assertThat(WebAnnotations.format(Dossier.empty())).contains("\"items\": [ ]");
  }

  private List<ImmutableMap<String, String>> rows(Dossier dossier) {
    Path file = folder.resolve("page.jsonld");
    WebAnnotations.write(dossier, file);
    return Codings.annotations(file).rows();
  }

  @Test
  void a_written_page_is_read_back_with_the_same_words_places_and_sources() {
    Dossier dossier =
        dossier(
            List.of(
                withUrl(source("KT17", TEXT), "https://example.org/kt17"), source("AP17", TEXT)),
            claim("a")
                .coder("Ann")
                .gist("Seoul keeps them.")
                .addEvidence(evidence("KT17").quote("the three nos").build())
                .addEvidence(evidence("AP17").quote("Friday").selector(5, 11).build())
                .build());
    Path file = folder.resolve("page.jsonld.gz");
    WebAnnotations.write(dossier, file);
    Codings codings = Codings.annotations(file).locate(dossier);
    assertThat(codings.rows())
        .extracting(
            row -> row.get("quote"),
            row -> row.get("start"),
            row -> row.get("end"),
            row -> row.get("document"),
            row -> row.get("coder"),
            row -> row.get("describing"))
        .containsExactly(
            tuple("the three nos", "66", "79", "KT17", "Ann", "Seoul keeps them."),
            tuple("Friday", "5", "11", "AP17", "Ann", "Seoul keeps them."));
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", " ", "é", "한", "🗣", "👩‍🚀", "\"", "\\", "\n", "\u0001")
        .list()
        .ofMinSize(1)
        .ofMaxSize(80)
        .map(parts -> "x" + String.join("", parts));
  }

  @Property(tries = 300)
  void any_range_of_code_points_comes_back(
      @ForAll("texts") String text,
      @ForAll @IntRange(max = 80) int first,
      @ForAll @IntRange(min = 1, max = 60) int length)
      throws IOException {
    int points = text.codePointCount(0, text.length());
    int start = Math.min(first, points - 1);
    int end = Math.min(points, start + length);
    String quote =
        text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    if (quote.chars().allMatch(c -> c <= ' ' || c == '\u200D')) {
      return; // nothing is seen of it, and no dossier has such a quotation
    }
    Dossier dossier =
        dossier(
            List.of(source("S", text)),
            claim("a")
                .addEvidence(evidence("S").quote(quote).selector(start, end).build())
                .build());
    Path file = Files.createTempFile("annotations", ".jsonld");
    try {
      WebAnnotations.write(dossier, file);
      Codings codings = Codings.annotations(file);
      assertThat(codings.rows().get(0))
          .containsEntry("quote", quote)
          .containsEntry("start", Integer.toString(start))
          .containsEntry("end", Integer.toString(end))
          .containsEntry("document", "S");
      assertThat(codings.locate(dossier).rows()).isEqualTo(codings.rows());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void a_page_is_appended_to_a_text_and_written_to_a_file_alike() throws IOException {
    Dossier dossier = SampleDossiers.completeDossier();
    StringBuilder text = new StringBuilder();
    WebAnnotations.write(dossier, text);
    Path file = folder.resolve("page.jsonld");
    WebAnnotations.write(dossier, file);
    assertThat(text).hasToString(WebAnnotations.format(dossier));
    assertThat(file).hasContent(text.toString());
  }

  @Test
  void a_folder_that_is_missing_is_reported() {
    Path file = folder.resolve("nowhere/page.jsonld");
    assertThatThrownBy(() -> WebAnnotations.write(Dossier.empty(), file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("there is no folder");
  }
}
