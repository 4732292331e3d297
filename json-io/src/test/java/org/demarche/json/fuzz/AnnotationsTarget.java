package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableList;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.demarche.json.Codings;
import org.demarche.json.SampleDossiers;
import org.demarche.json.WebAnnotations;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/** Reads altered annotations of the W3C or of Hypothesis: they are refused, or give a table. */
public final class AnnotationsTarget {
  private static final Dossier DOSSIER = SampleDossiers.completeDossier();
  private static final String HYPOTHESIS =
      """
      {"total": 1, "rows": [{"id": "h1", "created": "2017-11-24T23:58:01.697572+00:00",
        "updated": "2017-11-25T08:00:00+00:00", "user": "acct:ann@hypothes.is",
        "uri": "https://example.org/kt?a=1&b=<2>", "text": "A promise?", "tags": ["nos", "b"],
        "group": "__world__", "references": [], "hidden": false, "mood": "sceptical",
        "document": {"title": ["Three nos"]}, "user_info": {"display_name": null},
        "target": [{"source": "https://example.org/kt?a=1&b=<2>", "selector": [
          {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0},
          {"type": "TextPositionSelector", "start": 10, "end": 33},
          {"type": "TextQuoteSelector", "exact": "we keep the three nos",
            "prefix": "said ", "suffix": "."}]}]}]}
      """;
  private static final String W3C =
      """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno1",
        "type": "Annotation", "created": "2017-11-24T23:58:01Z", "motivation": "describing",
        "creator": {"id": "http://example.org/ann", "name": "Ann", "nickname": "a"},
        "body": [{"type": "TextualBody", "value": "firm", "purpose": "tagging"},
          {"type": "TextualBody", "value": "A note", "purpose": "commenting"}],
        "target": [{"source": "https://example.org/kt?a=1&b=<2>", "selector":
          {"type": "TextQuoteSelector", "exact": "three nos", "prefix": "the ",
            "refinedBy": {"type": "TextPositionSelector", "start": 2, "end": 4}}},
          "http://example.org/page2#char=1,2"]}
      """;
  private static final String LINES =
      """
      {"type": "Annotation", "target": "http://example.org/a"}
      {"type": "Annotation", "target": {"source": "http://example.org/b"}}
      """;

  private static final Alterations ALTERATIONS =
      Alterations.ofJson(ImmutableList.of(HYPOTHESIS, W3C, WebAnnotations.format(DOSSIER), LINES));
  private static final Scratch SCRATCH = Scratch.create();

  private AnnotationsTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] annotations = ALTERATIONS.apply(input);
    Path file = SCRATCH.write("annotations.json", annotations);
    try {
      CodingsChecks.check(Codings.annotations(file), DOSSIER, SCRATCH);
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
    } catch (UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, annotations);
    }
  }
}
