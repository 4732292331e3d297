package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Source;
import org.demarche.text.TextPage;

/** The printed citation of claims and their evidence, with names in place of ids. */
final class CitationText {
  private CitationText() {}

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

  /** Returns a claim in one line, followed by its evidence. */
  static TextPage of(
      String firstLine,
      ImmutableList<Evidence> evidence,
      Dossier dossier,
      int indent,
      Wording wording) {
    return TextPage.empty()
        .line(indent, indent + 4, firstLine)
        .list(
            indent + 4,
            Lists.transform(evidence, piece -> of(piece, dossier, indent + 4, wording)));
  }

  /**
   * Returns the quotation, followed by the relays from the outlet inwards, date, source and mode.
   */
  private static TextPage of(Evidence piece, Dossier dossier, int indent, Wording wording) {
    Optional<Source> source = dossier.source(piece.source());
    List<String> relays = new ArrayList<>();
    source.ifPresent(s -> relays.add(name(s.outlet(), dossier)));
    piece.via().forEach(relay -> relays.add(name(relay, dossier)));
    TextPage page = TextPage.empty();
    if (piece.quote().isPresent()) {
      page = page.quote(indent, quoted(piece.quote().get(), wording));
    }
    return page.source(
        indent,
        "— %s%s [%s, %s]"
            .formatted(
                String.join(" ← ", relays),
                source.map(s -> ", " + s.published()).orElse(""),
                piece.source(),
                wording.word(piece.mode())));
  }

  /** Returns a quotation in quotation marks, unless it is in quotation marks as a whole. */
  private static String quoted(String quote, Wording wording) {
    boolean isWhole =
        quote.startsWith("“") && quote.indexOf('”') == quote.length() - 1 && !wording.isCodes();
    return isWhole ? quote : "“" + quote + "”";
  }

  private static String name(String id, Dossier dossier) {
    return dossier.actor(id).map(Actor::name).orElse(id);
  }
}
