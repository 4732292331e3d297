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
    return lines(
        "Made " + record.folder() + ":",
        "  actors.json    states, heads with their terms, and organs; check and extend it",
        "  texts          save each text here in UTF-8, named for its source: texts/WIRE15.txt",
        "  dossier.jsonl  takes what you add: sources, propositions, claims",
        "Next: newMedium(ID, NAME), newSource(ID, OUTLET, TITLE, PUBLISHED), text(ID).");
  }

  static TextPage opened(CodingSession record) {
    TextPage page =
        lines(record.folder() + ": " + counts(record.dossier()))
            .line(0, 2, "Texts: " + listed(record.texts().sources()));
    ImmutableList<ClaimDraft> drafts = record.drafts();
    return drafts.isEmpty() ? page : page.gap().page(drafts(drafts));
  }

  private static String counts(Dossier dossier) {
    return dossier.toString().replaceFirst("Dossier of ", "");
  }

  private static String listed(Iterable<String> ids) {
    String all = String.join(", ", ids);
    return all.isEmpty() ? "none" : all;
  }

  static TextPage files(CodingSession record) {
    return lines(
        "All is saved, at each step:",
        "  " + record.file() + "  " + counts(record.dossier()) + ", with the files beside it",
        "  " + record.draftFile() + "  unfinished drafts: " + record.drafts().size());
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
        dossier.source(id).map(Source::title).orElse("not a source yet: newSource(\"" + id + "\", …)"));
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
    TextPage page = TextPage.of(drafts.size() == 1 ? "1 draft" : drafts.size() + " drafts");
    for (int i = 0; i < drafts.size(); i++) {
      page =
          page.line(
              2, 5, (i + 1) + "  " + drafts.get(i) + (i == drafts.size() - 1 ? " (current)" : ""));
    }
    return page;
  }

  static TextPage started(ClaimDraft draft, ImmutableList<ClaimDraft> aside) {
    Sentence sentence = draft.sentence();
    TextPage page = draft.page();
    if (!sentence.claims().isEmpty()) {
      page = page.line(0, 2, "Already quoted by " + listed(sentence.claims()) + ".");
    }
    for (int i = 0; i < aside.size(); i++) {
      page = page.line(0, 2, "Put aside: " + aside.get(i) + "; resume(" + (i + 1) + ")");
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
