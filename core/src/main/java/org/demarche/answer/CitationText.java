package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.answer.factory.Aftermath;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Source;
import org.demarche.text.Cell;
import org.demarche.text.TextPage;

/** The printed citation of claims and their evidence, with names in place of ids. */
final class CitationText {
  /** A straight mark that opens a quotation, and one that closes it. */
  private static final Pattern OPENING = Pattern.compile("(?<![^\\s(\\[—–])\"(?=\\S)");

  private static final Pattern CLOSING = Pattern.compile("\"");

  private CitationText() {}

  /** Returns the anchor of the place where a page cites a claim. */
  static String anchor(Claim claim) {
    return "claim-" + claim.id();
  }

  /** Returns the names of the speakers, and of the principals if these are others. */
  static String speakersAndPrincipals(Claim claim, Dossier dossier, Wording wording) {
    String speakers = wording.names(dossier, claim.speakers());
    return claim.speakers().equals(claim.principals())
        ? speakers
        : wording.text(
            wording.isCodes() ? "code.for" : "claim.for",
            speakers,
            wording.names(dossier, claim.principals()));
  }

  /** Returns a line about a claim, followed by its evidence and what became of it. */
  static TextPage of(String firstLine, CitedClaim cited, int indent, Wording wording) {
    return of(
        firstLine,
        cited.claim(),
        cited.evidence(),
        cited.aftermath(),
        cited.dossier(),
        indent,
        wording);
  }

  /** Returns a claim in one line, followed by its evidence and what became of it. */
  static TextPage of(
      String firstLine,
      Claim claim,
      ImmutableList<Evidence> evidence,
      Aftermath aftermath,
      Dossier dossier,
      int indent,
      Wording wording) {
    int hanging = indent + 4;
    TextPage page =
        coded(TextPage.empty().line(indent, hanging, firstLine), claim, hanging, wording)
            .list(
                hanging, Lists.transform(evidence, piece -> of(piece, dossier, hanging, wording)));
    boolean hasEvidence = !evidence.isEmpty();
    return TextPage.empty()
        .anchored(
            anchor(claim),
            afterwards(page, claim, hasEvidence, aftermath, dossier, hanging, wording));
  }

  /** Adds to a line about a claim what was coded of it and what became of it. */
  static TextPage of(TextPage page, CitedClaim cited, int indent, Wording wording) {
    return afterwards(
        coded(page, cited.claim(), indent, wording),
        cited.claim(),
        !cited.evidence().isEmpty(),
        cited.aftermath(),
        cited.dossier(),
        indent,
        wording);
  }

  /** Adds the gist of a claim, its condition, and the day by which it is to be carried out. */
  private static TextPage coded(TextPage page, Claim claim, int indent, Wording wording) {
    TextPage longer = page;
    if (claim.gist().isPresent()) {
      longer = longer.source(indent, wording.text("claim.gist", claim.gist().get()));
    }
    if (claim.condition().isPresent()) {
      longer = longer.source(indent, wording.text("claim.condition", claim.condition().get()));
    }
    if (claim.due().isPresent()) {
      longer = longer.source(indent, wording.text("claim.due", wording.isoDate(claim.due().get())));
    }
    return longer;
  }

  /** Adds the revised sources of a claim, and the claims that respond to it or take it back. */
  private static TextPage afterwards(
      TextPage page,
      Claim claim,
      boolean hasEvidence,
      Aftermath aftermath,
      Dossier dossier,
      int indent,
      Wording wording) {
    TextPage longer = page;
    for (Map.Entry<String, String> revised : aftermath.revisedSources().entrySet()) {
      longer =
          longer.source(
              indent,
              wording.text(
                  hasEvidence ? "claim.noLongerIn" : "claim.onlyIn",
                  source(revised.getKey(), dossier, wording),
                  source(revised.getValue(), dossier, wording)));
    }
    for (CitedClaim response : aftermath.responses().get()) {
      String text =
          wording.text(
              response(response.claim(), claim, aftermath, dossier),
              response
                  .retractedBy()
                  .map(by -> wording.text("claim.takenBackSince", response.line(wording), by))
                  .orElseGet(() -> response.line(wording)));
      longer = longer.source(indent, linked(text, response));
    }
    return longer;
  }

  /** Returns a text about a claim in which the first mention of its id leads to the claim. */
  private static List<Cell> linked(String text, CitedClaim cited) {
    String id = cited.claim().id();
    int start = text.indexOf(id);
    if (start < 0) { // in words of a language that leaves it out
      return List.of(new Cell(text, ""));
    }
    int end = start + id.length();
    return List.of(
        new Cell(text.substring(0, start), ""),
        new Cell(id, cited.anchor()),
        new Cell(text.substring(end), ""));
  }

  private static String response(
      Claim response, Claim claim, Aftermath aftermath, Dossier dossier) {
    if (aftermath.retractedBy().equals(Optional.of(response.id()))) {
      return "claim.takenBack";
    }
    if (!ClaimText.areOfOneSide(response, claim, dossier)) {
      return "claim.response";
    }
    return ClaimText.isOfMoreSidesThan(claim, response, dossier)
        ? "claim.response.oneSide"
        : "claim.response.sameSide";
  }

  /** Returns the outlet of a source with its id, or the id alone in codes. */
  static String source(String id, Dossier dossier, Wording wording) {
    return wording.isCodes() ? id : wording.source(dossier, id);
  }

  /**
   * Returns the quotation, followed by the relays from the outlet inwards, date, source and mode.
   */
  private static TextPage of(Evidence piece, Dossier dossier, int indent, Wording wording) {
    Optional<Source> source = dossier.source(piece.source());
    List<String> relays = new ArrayList<>();
    source.ifPresent(s -> relays.add(name(s.outlet(), dossier)));
    piece.via().forEach(relay -> relays.add(name(relay, dossier)));
    TextPage original =
        piece
            .quote()
            .map(
                words ->
                    TextPage.empty()
                        .quote(indent, quoted(words, wording), piece.language().orElse("")))
            .orElse(TextPage.empty());
    TextPage page =
        piece
            .translation()
            .map(words -> TextPage.empty().source(indent, translation(piece, words, wording)))
            .map(translation -> TextPage.empty().columns(original, translation))
            .orElse(original);
    return page.source(
        indent,
        "— "
            + String.join(" ← ", relays)
            + source.map(s -> ", " + wording.isoDate(s.published())).orElse("")
            + " ["
            + piece.source()
            + ", "
            + wording.word(piece.mode())
            + "]");
  }

  private static String translation(Evidence piece, String translation, Wording wording) {
    String quoted = quoted(translation, wording);
    return piece
        .language()
        .map(tag -> wording.text("claim.translationFrom", quoted, wording.language(tag)))
        .orElseGet(() -> wording.text("claim.translation", quoted));
  }

  /**
   * Returns a quotation in quotation marks, unless it is in quotation marks as a whole. Marks
   * inside it become single ones; in codes it is as it was written.
   */
  private static String quoted(String quote, Wording wording) {
    if (wording.isCodes()) {
      return "“" + quote + "”";
    }
    String curly = CLOSING.matcher(OPENING.matcher(quote).replaceAll("“")).replaceAll("”");
    boolean isWhole = curly.startsWith("“") && curly.indexOf('”') == curly.length() - 1;
    return isWhole ? curly : "“" + curly.replace('“', '‘').replace('”', '’') + "”";
  }

  private static String name(String id, Dossier dossier) {
    return dossier.actor(id).map(Actor::name).orElse(id);
  }
}
