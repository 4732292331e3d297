package org.demarche.json.fuzz;

import java.util.List;
import org.demarche.Tracker;
import org.demarche.brief.Brief;
import org.demarche.coding.Texts;
import org.demarche.coding.VocabularyGuide;
import org.demarche.json.Dossiers;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.network.AgreementQuery;
import org.demarche.text.Printable;

/**
 * Asks every question with hostile ids, days and words: it is refused in a message that is safe to
 * print, or answered, and the answer prints safely. The first byte of an input is the number of the
 * question.
 */
public final class QueryTarget {
  private static final Dossier DOSSIER = SampleDossiers.completeDossier();
  private static final Tracker TRACKER = Tracker.of(DOSSIER);

  /** A question about one text or two. */
  private interface Question {
    Object ask(String one, String two);
  }

  private static final List<Question> QUESTIONS =
      List.of(
          (one, two) -> TRACKER.position(one, two),
          (one, two) -> TRACKER.position("rok", one),
          (one, two) -> TRACKER.explain(one, "binding"),
          (one, two) -> TRACKER.asOf(one),
          (one, two) -> TRACKER.knownAt(one),
          (one, two) -> TRACKER.history(one, two),
          (one, two) -> TRACKER.histories(one, two),
          (one, two) -> TRACKER.compare(one, two),
          (one, two) -> TRACKER.relation("rok", one, two),
          (one, two) -> TRACKER.positionsOf(one),
          (one, two) -> TRACKER.positionsOn(one),
          (one, two) -> TRACKER.readouts(one),
          (one, two) -> TRACKER.timeline(one, two),
          (one, two) -> TRACKER.stanceGrid(one, two),
          (one, two) -> TRACKER.propositions(one),
          (one, two) -> TRACKER.without(one, two),
          (one, two) -> TRACKER.withoutRelay(one),
          (one, two) -> TRACKER.withoutSpeaker(one),
          (one, two) -> TRACKER.matrix("rok", one).on("binding").at("2018", two),
          (one, two) -> TRACKER.administrations(one).onIssue(two).at("2018"),
          (one, two) -> TRACKER.suggestParties(one, 5),
          (one, two) -> TRACKER.suggestPropositions(one, 5),
          (one, two) -> TRACKER.suggestSources(one, 5),
          (one, two) -> TRACKER.claims().mentioning(one).find(),
          (one, two) -> TRACKER.claims().between(one, two).find(),
          (one, two) -> TRACKER.claims().certainlySince(one).chronology(),
          (one, two) -> TRACKER.claims().party(one, two).find(),
          (one, two) -> TRACKER.claims().onIssue(one).frame(two).find(),
          (one, two) -> TRACKER.claims().respondingTo(one).find(),
          (one, two) -> TRACKER.claims().source(one).relay(two).find(),
          (one, two) -> TRACKER.claims().occasion(one).administration(two).find(),
          (one, two) -> TRACKER.claims().characterising(one).touching(two).find(),
          (one, two) -> AgreementQuery.of(TRACKER).onIssue(one).all(),
          (one, two) -> AgreementQuery.of(TRACKER).between(one, two),
          (one, two) -> AgreementQuery.of(TRACKER).parties(one, two).on("binding").all(),
          (one, two) -> Brief.of(TRACKER).title(one).parties("rok").on("binding"),
          (one, two) -> Brief.of(TRACKER).parties(one).onIssue(two).between("2016", two),
          (one, two) -> Brief.ofParty(TRACKER, one).since(two),
          (one, two) -> DOSSIER.bearingOn(one, two),
          (one, two) -> DOSSIER.review(one, two),
          (one, two) -> DOSSIER.rename(DOSSIER.actors().get(0), one),
          (one, two) -> Texts.of(DOSSIER).quotation(one, two),
          (one, two) -> Texts.of(DOSSIER).quotation("KT17", one),
          (one, two) -> Dossiers.record(one),
          (one, two) -> Dossiers.check(one, Actor.class, DOSSIER),
          (one, two) -> VocabularyGuide.forces().with(one));

  private QueryTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    List<String> texts = HostileText.in(input, 1);
    Question question = QUESTIONS.get(Byte.toUnsignedInt(input[0]) % QUESTIONS.size());
    Object answer;
    try {
      answer = question.ask(texts.get(0), texts.get(texts.size() - 1));
    } catch (InvalidDossierException refused) {
      refused.problems().forEach(Printed::requireMessage);
      return;
    } catch (IllegalArgumentException refused) {
      Printed.requireMessage(refused);
      return;
    }
    Printed.requireSafe("a line", answer.toString());
    if (answer instanceof Printable printable) {
      Printed.requireSafe("a page", printable.print());
    }
  }
}
