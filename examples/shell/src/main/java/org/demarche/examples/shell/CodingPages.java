package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.coding.ClaimDraft;
import org.demarche.coding.Sentence;
import org.demarche.coding.Sentences;
import org.demarche.coding.Texts;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.text.TextPage;

/** The pages by which the functions for coders answer. */
final class CodingPages {
  private CodingPages() {}

  private static TextPage lines(String... lines) {
    TextPage page = TextPage.empty();
    for (String line : lines) {
      page = page.line(0, 2, line);
    }
    return page;
  }

  static TextPage made(CodingSession record) {
    return lines("Made " + record.folder())
        .table(
            List.of("in it", "is"),
            List.of(
                List.of("actors.json", "states, their heads with terms, organs: check, extend"),
                List.of("texts", "for each text, in UTF-8, named for its source: WIRE15.txt"),
                List.of("dossier.jsonl", "what you add: sources, propositions, claims")))
        .gap()
        .line(0, 2, "Next: newMedium(ID, NAME), newSource(ID, OUTLET, TITLE, DATE), text(ID)");
  }

  static TextPage opened(CodingSession record) {
    TextPage page =
        lines(record.folder() + ": " + counts(record.dossier()))
            .line(0, 2, "Texts: " + listed(record.texts().sources()));
    ImmutableList<ClaimDraft> drafts = record.drafts();
    return drafts.isEmpty() ? page : page.gap().page(drafts(drafts));
  }

  private static String counts(Dossier dossier) {
    return counted(dossier.sources().size(), "source")
        + ", "
        + counted(dossier.propositions().size(), "proposition")
        + ", "
        + counted(dossier.claims().size(), "claim");
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String listed(Iterable<String> ids) {
    String all = String.join(", ", ids);
    return all.isEmpty() ? "none" : all;
  }

  static TextPage files(CodingSession record) {
    return lines(
        "All is saved, at each step, in " + record.folder() + ":",
        "  " + record.file().getFileName() + ": " + counts(record.dossier()),
        "  " + record.draftFile().getFileName() + ": " + counted(record.drafts().size(), "draft"));
  }

  static TextPage texts(CodingSession record) {
    Texts texts = record.texts();
    Dossier dossier = record.dossier();
    Stream<String> ids =
        Stream.concat(texts.sources().stream(), dossier.sources().stream().map(Source::id));
    List<List<String>> rows = ids.distinct().sorted().map(id -> row(id, dossier, texts)).toList();
    return rows.isEmpty()
        ? lines("There are no texts and no sources.")
        : TextPage.empty().table(List.of("source", "published", "coded", "title"), rows);
  }

  private static List<String> row(String id, Dossier dossier, Texts texts) {
    boolean hasText =
        texts.text(id).isPresent() || dossier.source(id).flatMap(Source::text).isPresent();
    return List.of(
        id,
        dossier.source(id).map(it -> it.published().toString()).orElse(""),
        hasText ? coded(Sentences.of(dossier, texts, id)) : "no text",
        dossier
            .source(id)
            .map(Source::title)
            .orElse("not a source yet: newSource(\"" + id + "\", …)"));
  }

  private static String coded(Sentences text) {
    return text.sentences().stream().filter(it -> !it.claims().isEmpty()).count()
        + " of "
        + text.sentences().size();
  }

  static TextPage drafts(List<ClaimDraft> drafts) {
    if (drafts.isEmpty()) {
      return lines("There are no unfinished drafts.");
    }
    TextPage page = lines("Unfinished drafts, the current one last:");
    for (int i = 0; i < drafts.size(); i++) {
      page = page.line(2, 5, (i + 1) + "  " + drafts.get(i));
    }
    return page;
  }

  static TextPage started(CodingSession record, ClaimDraft draft, ImmutableList<ClaimDraft> aside) {
    Sentence sentence = draft.sentence();
    TextPage page = draft.page();
    if (!sentence.claims().isEmpty()) {
      page = page.line(0, 2, "Already quoted by " + listed(sentence.claims()) + ".");
    }
    for (int i = 0; i < aside.size(); i++) {
      page =
          page.line(
              0,
              2,
              "Put aside, in %s: the draft from sentence %d of %s; resume(%d) takes it up."
                  .formatted(
                      record.draftFile().getFileName(),
                      aside.get(i).sentence().number(),
                      aside.get(i).source(),
                      i + 1));
    }
    return page;
  }

  static TextPage kept(CodingSession record, Claim claim, ClaimDraft draft) {
    TextPage page = lines("Kept " + claim.id() + " in " + record.file().getFileName() + ".");
    for (var warning : draft.warnings()) {
      page = page.line(0, 4, "warning: " + warning.message());
    }
    ImmutableList<ClaimDraft> left = record.drafts();
    return left.isEmpty() ? page : page.page(drafts(left));
  }

  static TextPage undone(CodingSession record) {
    ImmutableList<ClaimDraft> drafts = record.drafts();
    return drafts.isEmpty()
        ? lines("Taken back. " + counts(record.dossier()) + "; no draft.")
        : drafts.get(drafts.size() - 1).page();
  }
}
