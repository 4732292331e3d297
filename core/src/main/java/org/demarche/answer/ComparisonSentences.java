package org.demarche.answer;

import java.util.List;
import java.util.Optional;
import org.demarche.model.Dossier;

/** The sentences about changes, relations, differences and read-outs in one language. */
final class ComparisonSentences {
  private final LanguageWording words;

  ComparisonSentences(LanguageWording words) {
    this.words = words;
  }

  /** Returns a change as a verb, with its flags. */
  String of(Change change) {
    String changed =
        words.text(
            "change." + change.label(),
            words.word(change.before().outcome()),
            words.word(change.after().outcome()),
            act(change.before()),
            act(change.after()),
            frames(change.before()),
            frames(change.after()));
    return changed
        + (change.hasAdministrationChanged() ? words.text("change.administration") : "")
        + (change.hasUnlikeEvidence() ? words.text("change.unlikeEvidence") : "");
  }

  private String act(Position position) {
    return position.known().map(Known::force).map(words::word).orElse("");
  }

  private String frames(Position position) {
    return position.known().map(known -> words.frames(known.frames())).orElse("");
  }

  /** Returns a relation as a verb. */
  String of(Relation relation) {
    String related =
        words.text(
            "relation." + relation.label(),
            name(relation.first()),
            name(relation.second()),
            onlyKnown(relation).map(this::name).orElse(""));
    return relation
        .rival()
        .map(
            rival ->
                words.text("relation.rival", related, words.proposition(dossier(relation), rival)))
        .orElse(related);
  }

  private static Optional<Position> onlyKnown(Relation relation) {
    return List.of(relation.first(), relation.second()).stream()
        .filter(position -> position.evidenced().isPresent())
        .findFirst();
  }

  private static Dossier dossier(Relation relation) {
    return PositionContext.of(relation.first()).dossier();
  }

  private String name(Position position) {
    return words.party(PositionContext.of(position).dossier(), position.party());
  }

  /** Returns a relation in one sentence with both positions. */
  String sentences(Relation relation) {
    return words.text(
        "relation.sentence",
        name(relation.first()),
        name(relation.second()),
        words.viewpoint(relation.first().viewpoint()),
        words.proposition(dossier(relation), relation.proposition()),
        of(relation),
        side(relation.first()),
        side(relation.second()));
  }

  private String side(Position position) {
    return position instanceof Known known
        ? words.text(
            "relation.side",
            name(position),
            words.word(position.outcome()),
            words.word(known.force()))
        : words.text("relation.sideWithoutAct", name(position), words.word(position.outcome()));
  }

  /** Returns a claim and the claim that it answers. */
  String of(Relation.Exchange exchange) {
    CitedClaim answer = exchange.answer();
    CitedClaim answered = exchange.answered();
    return words.text(
        "relation.exchange",
        words.names(answer.dossier(), answer.claim().principals()),
        words.word(answer.claim().force()),
        answer.claim().id(),
        words.names(answered.dossier(), answered.claim().principals()),
        words.word(answered.claim().force()),
        answered.claim().id());
  }

  /** Returns a difference, with the facts in which the positions differ. */
  String of(Difference difference) {
    return words.text(
        "difference." + difference.label(),
        words.list(difference.altered().stream().map(words::word).toList()));
  }

  /** Returns which participants of an occasion report a point. */
  String account(Readouts readouts, Readouts.Point point) {
    if (point.reportedBy().isEmpty()) {
      return words.text("readouts.noSide");
    }
    if (point.reportedBy().equals(readouts.states())) {
      return words.text(readouts.states().size() == 2 ? "readouts.bothSides" : "readouts.allSides");
    }
    return words.text(
        "readouts.only",
        words.list(
            point.reportedBy().stream().map(id -> words.party(readouts.dossier(), id)).toList()));
  }
}
