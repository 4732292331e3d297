package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The library must give the answers of every case that was worked by hand. */
class RuleCasesTest {
  static Stream<Arguments> questions() {
    return ReferenceRulesTest.questions();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("questions")
  void the_library_gives_the_answers_worked_by_hand(
      String name, String line, RuleCases.Case madeUp, RuleCases.Question question) {
    Tracker whole = Tracker.of(madeUp.dossier());
    Tracker tracker = narrowed(whole, question.view());
    String party = question.party();
    String proposition = question.proposition();
    if (question.from().isPresent()) {
      Change change = whole.asOf(question.from().get()).changeTo(tracker, party, proposition);
      assertThat(change.label().name()).as(line).isEqualTo(question.label().orElseThrow());
      question
          .facts()
          .forEach((fact, value) -> assertThat(fact(change, fact)).as(fact).isEqualTo(value));
    } else if (question.other().isPresent()) {
      assertThat(tracker.relation(party, question.other().get(), proposition).label().name())
          .as(line)
          .isEqualTo(question.label().orElseThrow());
    } else {
      Position position = tracker.position(party, proposition);
      question
          .facts()
          .forEach((fact, value) -> assertThat(fact(position, fact)).as(fact).isEqualTo(value));
      assertThat(tracker.outcome(party, proposition)).isEqualTo(position.outcome());
    }
  }

  private static Tracker narrowed(Tracker whole, ReferenceView view) {
    Tracker tracker = whole.asOf(view.asOf()).minGrade(view.minGrade());
    if (view.knownAt().isPresent()) {
      tracker = tracker.knownAt(view.knownAt().get());
    }
    return view.without().isEmpty()
        ? tracker
        : tracker.without(view.without().toArray(new String[0]));
  }

  private static String fact(Change change, String fact) {
    return switch (fact) {
      case "administration changed" -> String.valueOf(change.hasAdministrationChanged());
      case "evidenceUnlike" -> String.valueOf(change.hasUnlikeEvidence());
      default -> throw new IllegalArgumentException("unknown fact: " + fact);
    };
  }

  private static String fact(Position position, String fact) {
    Optional<Known> known = position.known();
    Optional<EvidencedPosition> evidenced = position.evidenced();
    return switch (fact) {
      case "kind" -> kind(position);
      case "stance" -> text(known.map(Known::stance));
      case "reason" -> position instanceof Unknown unknown ? unknown.reason().name() : "none";
      case "headline" -> text(known.map(k -> k.headline().claim().id()));
      case "implied" -> text(known.map(Known::isImplied));
      case "grade" -> text(known.map(Known::grade));
      case "force" -> text(known.map(Known::force));
      case "condition" -> text(known.flatMap(Known::condition));
      case "commitment" -> text(known.flatMap(Known::commitment).map(cited -> cited.claim().id()));
      case "due" -> text(known.flatMap(Known::due));
      case "standing" -> text(evidenced.map(EvidencedPosition::standing));
      case "last evidenced" -> text(evidenced.map(EvidencedPosition::lastEvidenced));
      case "last explicit" -> text(evidenced.flatMap(EvidencedPosition::lastExplicit));
      case "support" -> ids(position.support());
      case "disputing" -> ids(position.disputingClaims());
      case "retracted" -> ids(position.retractedClaims());
      case "rivals" -> ids(position.rivalClaims());
      case "parts held" ->
          text(position.partsHeld().stream().map(c -> c.claim().proposition()).toList());
      case "hints" -> ids(position.hints());
      case "possibly" -> ids(position.possibleClaims());
      case "reports" -> ids(position.reports());
      default -> throw new IllegalArgumentException("unknown fact: " + fact);
    };
  }

  private static String kind(Position position) {
    if (position.known().isPresent()) {
      return "KNOWN";
    }
    return position.evidenced().isPresent() ? "CONTESTED" : "UNKNOWN";
  }

  private static String ids(ImmutableList<CitedClaim> claims) {
    return text(claims.stream().map(cited -> cited.claim().id()).toList());
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("none");
  }

  private static String text(Collection<String> ids) {
    return ids.isEmpty() ? "none" : String.join(" ", new TreeSet<>(ids));
  }
}
