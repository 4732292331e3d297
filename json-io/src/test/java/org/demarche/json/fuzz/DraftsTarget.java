package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableList;
import java.io.UncheckedIOException;
import java.util.Map;
import org.demarche.coding.DraftImport;
import org.demarche.coding.SubmittedDraft;
import org.demarche.coding.Texts;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.text.Style;

/** Reads altered drafts: each is refused with problems, or imported and read back as written. */
public final class DraftsTarget {
  private static final Dossier DOSSIER =
      Dossiers.parse(
          """
          {"demarche": 1,
           "sources": [{"id": "S1", "outlet": "wire", "title": "News", "published": "2020-01-02"}],
           "actors": [{"id": "wire", "name": "Wire", "kind": "MEDIA"},
                      {"id": "x", "name": "X-land", "kind": "STATE"}],
           "propositions": [{"id": "p", "issue": "i", "text": "It is so."}]}
          """);
  private static final Texts TEXTS =
      Texts.of(Map.of("S1", "X-land said it is so, and “that is all”. It’s not so, \uD83D\uDE00."));
  private static final Alterations ALTERATIONS =
      Alterations.ofJson(
          ImmutableList.of(
              "{\"demarche\": 1}\n{\"dossier\": {\"title\": \"T\"}}\n"
                  + line("d1", "it is so")
                  + line("d2", "that is all\\\". It's not so")
                  + line("d3", "he never said so")));
  private static final Scratch SCRATCH = Scratch.create();

  private DraftsTarget() {}

  private static String line(String id, String quote) {
    return """
        {"claim": {"id": "%s", "speakers": ["x"], "principals": ["x"], "asserted": "2020-01-01", \
        "proposition": "p", "stance": "FOR", "force": "ASSERT", "coder": "m", "status": "DRAFT", \
        "note": "n", "evidence": [{"source": "S1", "mode": "INDIRECT", "quote": "%s", \
        "selector": {"start": 0, "end": 3}}]}}
        """
        .formatted(id, quote);
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] lines = ALTERATIONS.apply(input);
    ImmutableList<SubmittedDraft> drafts;
    try {
      drafts = Dossiers.readDrafts(SCRATCH.write("drafts.jsonl", lines));
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
      return;
    } catch (UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, lines);
      return;
    }
    DraftImport done = DraftImport.of(DOSSIER, TEXTS, drafts, "program");
    Printed.requireSafe("a sentence", done.sentence());
    Printed.requireSafe("a page", done.print());
    Printed.requireSafe("a page of HTML", done.page().print(Style.whole().html()));
    for (SubmittedDraft draft : done.drafts()) {
      Printed.requireSafe("a draft", draft.toString());
      draft.problems().forEach(Printed::requireMessage);
    }
    long accepted = done.drafts().stream().filter(draft -> !draft.isRefused()).count();
    if (done.drafts().size() != drafts.size() || done.dossier().claims().size() > accepted) {
      throw new AssertionError("other drafts were imported: " + done.sentence());
    }
    if (!Dossiers.parse(Dossiers.format(done.dossier())).equals(done.dossier())) {
      throw new AssertionError("what was imported reads otherwise");
    }
  }
}
