package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
  /**
   * Control characters but line feeds and tabs, and characters that change the direction of others.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069&&[^\n\t]]");

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
            .line(0, 2, "Texts: " + listed(record.texts().texts().sources()));
    for (String why : record.texts().refused().values()) {
      page = page.line(0, 2, "Not read: " + why);
    }
    return hasDrafts(record) ? page.gap().page(drafts(record)) : page;
  }

  private static boolean hasDrafts(CodingSession record) {
    return !record.drafts().isEmpty() || !record.refused().isEmpty();
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
    TopicTexts read = record.texts();
    Texts texts = read.texts();
    Dossier dossier = record.dossier();
    Stream<String> ids =
        Stream.concat(texts.sources().stream(), dossier.sources().stream().map(Source::id));
    List<List<String>> rows = ids.distinct().sorted().map(id -> row(id, dossier, texts)).toList();
    TextPage page =
        rows.isEmpty()
            ? lines("There are no texts and no sources.")
            : TextPage.empty().table(List.of("source", "published", "coded", "title"), rows);
    for (String why : read.refused().values()) {
      page = page.line(0, 2, "Not read: " + why);
    }
    return page;
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

  static TextPage drafts(CodingSession record) {
    ImmutableList<ClaimDraft> drafts = record.drafts();
    TextPage page =
        lines(
            drafts.isEmpty()
                ? "There are no unfinished drafts."
                : "Unfinished drafts, the current one last:");
    for (int i = 0; i < drafts.size(); i++) {
      page = page.line(2, 5, (i + 1) + "  " + drafts.get(i));
    }
    return record.refused().isEmpty() ? page : page.page(refused(record));
  }

  private static TextPage refused(CodingSession record) {
    TextPage page = lines("Not taken up, and left as they are in the file:");
    for (String why : record.refused()) {
      page = page.line(2, 5, why);
    }
    return page.line(
        0, 2, "Mend the cause or the line, or delete the line; then open the record again.");
  }

  /** Returns a text with control characters and marks of direction as their codes. */
  static String visible(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll(found -> String.format(Locale.ROOT, "[U+%04X]", (int) found.group().charAt(0)));
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
              "Put aside, in %s: the draft from sentence %s of %s; resume(%s) takes it up."
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
    return hasDrafts(record) ? page.page(drafts(record)) : page;
  }

  static TextPage undone(CodingSession record) {
    ImmutableList<ClaimDraft> drafts = record.drafts();
    return drafts.isEmpty()
        ? lines("Taken back. " + counts(record.dossier()) + "; no draft.")
        : drafts.get(drafts.size() - 1).page();
  }
}
