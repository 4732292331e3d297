package org.demarche.answer;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Source;
import org.demarche.model.Stance;

/** The sentences about positions and claims in one language. */
final class PositionSentences {
  private final LanguageWording words;

  PositionSentences(LanguageWording words) {
    this.words = words;
  }

  /** Returns a position in full sentences, which can be read without anything around them. */
  String of(Position position) {
    Dossier dossier = PositionContext.of(position).dossier();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.text(
            "position.sentence",
            words.party(dossier, position.party()),
            words.viewpoint(position.viewpoint()),
            outcome(position, dossier)));
    if (position instanceof Known known) {
      add(known, dossier, sentences);
    } else if (position instanceof Contested contested) {
      sentences.add(
          words.text(
              "contested.sides",
              words.list(
                  Stream.of(Stance.values())
                      .filter(
                          stance -> contested.sides().stream().anyMatch(s -> s.stance() == stance))
                      .map(stance -> side(contested, stance, dossier))
                      .toList())));
    } else if (position instanceof Unknown unknown) {
      sentences.add(words.text("unknown." + unknown.reason()));
    }
    return words.text("sentences", String.join(words.text("sentences.between"), sentences));
  }

  private String outcome(Position position, Dossier dossier) {
    return position instanceof Known known
        ? stance(known.stance(), known.force(), dossier, known.proposition())
        : words.text(
            "outcome.on." + position.outcome(), words.proposition(dossier, position.proposition()));
  }

  /** Returns a stance on a proposition: “against more batteries”. */
  String stance(Stance stance, Force force, Dossier dossier, String proposition) {
    String key = "stance." + stance;
    return saysHowThingsAre(force) && words.has(key + ".true")
        ? words.text(key + ".true", words.quoted(dossier, proposition))
        : words.text(key, words.proposition(dossier, proposition));
  }

  /**
   * Returns whether a force has the direction of fit from words to world (J. Searle, <i>A Taxonomy
   * of Illocutionary Acts</i>, 1975): the speaker holds that something is so. An intention is about
   * what the speaker wants, although Demarche counts it among the assertives.
   */
  private static boolean saysHowThingsAre(Force force) {
    return force.point().filter(Force.Point.ASSERTIVE::equals).isPresent()
        && force != Force.STATE_INTENTION;
  }

  private void add(Known known, Dossier dossier, List<String> sentences) {
    CitedClaim headline = known.headline();
    String does = says(known.force(), known.stance());
    String details = String.join(words.text("details.between"), details(known, dossier));
    String subject =
        dossier
            .actor(known.party())
            .filter(party -> party.kind() == ActorKind.PERSON)
            .map(Actor::name)
            .orElseGet(() -> words.text("position.it"));
    sentences.add(
        known.isImplied()
            ? words.text(
                "position.implied",
                words.text(
                    "stance." + headline.claim().stance(),
                    words.proposition(dossier, headline.claim().proposition())),
                words.word(known.force()),
                details)
            : words.text("position.says", subject, does, details));
    if (known.isCommitment()) {
      sentences.add(words.text("position.commitment"));
    }
    if (!known.frames().isEmpty()) {
      sentences.add(words.text("position.frames", words.frames(known.frames())));
    }
    sentences.add(
        words.capital(
            words.text(
                "position.counts",
                words.count("claims", known.support().size()),
                words.count("roots", known.independentRoots()))));
  }

  /** Returns what a party does in its claim, in a verb phrase. */
  private String says(Force force, Stance stance) {
    String special = "says." + force + "." + stance;
    return words.text(words.has(special) ? special : "says." + force);
  }

  private List<String> details(Known known, Dossier dossier) {
    CitedClaim headline = known.headline();
    List<String> details = new ArrayList<>(details(headline, known.party()));
    if (!headline.claim().asserted().latest().equals(known.lastEvidenced())
        && !headline.claim().asserted().latest().isAfter(known.viewpoint().asOf())) {
      details.add(words.text("details.lastEvidenced", words.date(known.lastEvidenced())));
    }
    administration(known, dossier).ifPresent(details::add);
    return details;
  }

  /** Returns the grade, the speakers if the party is not the only one, and the date of a claim. */
  private List<String> details(CitedClaim cited, String party) {
    Claim claim = cited.claim();
    List<String> details = new ArrayList<>();
    details.add(grade(cited, party));
    Set<String> others =
        Sets.filter(
            claim.principals(),
            id -> !state(cited.dossier(), id).equals(state(cited.dossier(), party)));
    if (!others.isEmpty()) {
      details.add(words.text("details.jointly", words.names(cited.dossier(), others)));
    }
    Set<String> speakers = Sets.difference(claim.speakers(), claim.principals());
    if (!speakers.isEmpty()) {
      details.add(words.names(cited.dossier(), speakers));
    }
    details.add(words.date(claim.asserted()));
    return details;
  }

  private Optional<String> administration(EvidencedPosition position, Dossier dossier) {
    return position
        .administration()
        .map(
            term ->
                words.text(
                    (position.standing() == Standing.INHERITED
                            ? "details.inherited"
                            : "details.under")
                        + (term.isActing() ? "Acting" : ""),
                    words.party(dossier, term.head())));
  }

  /** Returns a grade, with the states by whose account a claim is known. */
  private String grade(CitedClaim cited, String party) {
    List<String> tellers = otherStates(cited, party);
    return cited.grade() == Grade.OTHER_SIDE && !tellers.isEmpty()
        ? words.text(
            "details.toldBy",
            words.list(tellers.stream().map(id -> words.party(cited.dossier(), id)).toList()))
        : words.word(cited.grade());
  }

  /** Returns the other states to which the relays and outlets of a claim belong. */
  private static List<String> otherStates(CitedClaim cited, String party) {
    Dossier dossier = cited.dossier();
    String own = state(dossier, party);
    return cited.evidence().stream()
        .flatMap(piece -> relays(dossier, piece))
        .map(id -> state(dossier, id))
        .filter(id -> !id.equals(own))
        .filter(id -> dossier.actor(id).filter(a -> a.kind() == ActorKind.STATE).isPresent())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> relays(Dossier dossier, Evidence piece) {
    return Stream.concat(
        piece.via().stream(), dossier.source(piece.source()).map(Source::outlet).stream());
  }

  /** Returns the state to which an actor belongs, or the actor itself. */
  private static String state(Dossier dossier, String id) {
    return dossier.actor(id).flatMap(Actor::of).map(of -> state(dossier, of)).orElse(id);
  }

  private String side(Contested contested, Stance stance, Dossier dossier) {
    List<String> claims =
        contested.sides().stream()
            .filter(side -> side.stance() == stance)
            .map(
                side ->
                    words.text(
                        "contested.claim",
                        words.word(side.claim().force()),
                        String.join(
                            words.text("details.between"), details(side, contested.party()))))
            .toList();
    return words.text(
        "contested.side", words.word(stance), String.join(words.text("details.or"), claims));
  }

  /** Returns a claim in one line: id, date, who, stance, act and grade. */
  String line(CitedClaim cited) {
    Claim claim = cited.claim();
    Dossier dossier = cited.dossier();
    String said = stance(claim.stance(), claim.force(), dossier, claim.proposition());
    return words.text(
        "claim.line",
        claim.id(),
        claim.asserted().toString(),
        CitationText.speakersAndPrincipals(claim, dossier, words),
        cited.isImplied() ? words.text("claim.implied", words.word(cited.stance()), said) : said,
        words.word(claim.force()),
        grade(cited, claim.principals().first()));
  }

  /** Returns a claim of a chronology in one line, with the grade for each of its principals. */
  String line(Chronology.Entry entry) {
    Claim claim = entry.claim();
    Dossier dossier = entry.dossier();
    String grades =
        entry.grades().size() == 1
            ? words.word(entry.grades().values().iterator().next())
            : words.list(
                entry.grades().entrySet().stream()
                    .map(
                        grade ->
                            words.text(
                                "chronology.grade",
                                words.word(grade.getValue()),
                                words.party(dossier, grade.getKey())))
                    .toList());
    return words.text(
        "chronology.line",
        claim.asserted().toString(),
        words.word(claim.basis()) + (entry.isUndated() ? words.text("chronology.undated") : ""),
        claim.id(),
        CitationText.speakersAndPrincipals(claim, dossier, words),
        stance(claim.stance(), claim.force(), dossier, claim.proposition()),
        words.word(claim.force()),
        grades);
  }

  /** Returns the ruling on a claim with its rule, and the claim, in one line. */
  String line(Explanation.Considered considered) {
    String ruling = words.word(considered.ruling());
    return words.text(
        considered.cited().isImplied() ? "explanation.implied" : "explanation.line",
        considered
            .supersededBy()
            .map(
                id ->
                    words.text(
                        considered.ruling() == Explanation.Ruling.SUPERSEDED
                            ? "explanation.superseded"
                            : "explanation.butSuperseded",
                        ruling,
                        id))
            .orElse(ruling),
        considered.ruling().rule(),
        line(considered.cited()));
  }
}
