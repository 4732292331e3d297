package org.demarche.examples.thaad;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Positions;
import org.demarche.answer.Relation;
import org.demarche.answer.Unknown;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;

/** The dossier of this example, its tracker, and short ways to look up its records and answers. */
final class ThaadFixtures {
  static final Dossier DOSSIER = ThaadDossier.read();
  static final Tracker TRACKER = Tracker.of(DOSSIER);

  /** The tracker as of the later of the two articles of 2017. */
  static final Tracker NOVEMBER_2017 = TRACKER.asOf("2017-11-24");

  /** The tracker as of the last day on which a government speaks in the articles of 2022. */
  static final Tracker AUGUST_2022 = TRACKER.asOf("2022-08-11");

  /** The dates that most tests compare: the first article, two days of 2017, and August 2022. */
  static final List<String> DATES = List.of("2015-02-04", "2017-10-31", "2017-11-24", "2022-08-11");

  private ThaadFixtures() {}

  // Positions

  static Position position(String party, String proposition, String date) {
    return TRACKER.asOf(date).position(party, proposition);
  }

  static Known known(String party, String proposition, String date) {
    return known(position(party, proposition, date));
  }

  static Known known(Tracker tracker, String party, String proposition) {
    return known(tracker.position(party, proposition));
  }

  static Known known(Position position) {
    return position.known().orElseThrow(() -> new AssertionError("not known: " + position));
  }

  static Unknown unknown(String party, String proposition, String date) {
    return unknown(position(party, proposition, date));
  }

  static Unknown unknown(Position position) {
    if (position instanceof Unknown unknown) {
      return unknown;
    }
    throw new AssertionError("not unknown: " + position);
  }

  /** Returns a summary such as {@code AGAINST DENY by KT17-15, REPORTED, CURRENT}. */
  static String summary(Tracker tracker, String party, String proposition) {
    return summary(tracker.position(party, proposition));
  }

  /**
   * Returns the stance, force, headline, grade and standing of a known position, or the reason why
   * it is unknown, or CONTESTED.
   */
  static String summary(Position position) {
    if (position instanceof Known known) {
      return "%s %s by %s%s, %s, %s"
          .formatted(
              known.stance(),
              known.force(),
              known.headline().claim().id(),
              known.isImplied() ? " implied" : "",
              known.grade(),
              known.standing());
    }
    return position instanceof Unknown unknown ? unknown.reason().name() : "CONTESTED";
  }

  /** Returns the head of the administration that holds a known position. */
  static String head(Tracker tracker, String party, String proposition) {
    return known(tracker, party, proposition)
        .administration()
        .map(TermOfOffice::head)
        .orElse("nobody");
  }

  /** Returns the grade of a claim for a party as of a date, where it is support or a hint. */
  static Grade grade(String claim, String party, String date) {
    Position position = position(party, claim(claim).proposition(), date);
    return Stream.of(position.support(), position.hints())
        .flatMap(List::stream)
        .filter(cited -> cited.claim().id().equals(claim))
        .map(CitedClaim::grade)
        .findFirst()
        .orElseThrow(() -> new AssertionError(claim + " is not in " + position));
  }

  /** Returns the related claims of a position, which are no part of its equality. */
  static List<Object> related(Position position) {
    return List.of(
        position.possibleClaims(),
        position.hasMorePossibleClaims(),
        position.hints(),
        position.hasMoreHints(),
        position.reports(),
        position.hasMoreReports());
  }

  static List<String> ids(List<CitedClaim> cited) {
    return cited.stream().map(c -> c.claim().id()).toList();
  }

  static List<String> ids(ClaimQuery claims) {
    return claims.list().stream().map(Claim::id).toList();
  }

  static List<String> propositions(Positions positions) {
    return positions.rows().stream().map(Position::proposition).toList();
  }

  static Set<String> frames(ClaimQuery claims) {
    return claims.list().stream()
        .flatMap(claim -> claim.frames().stream())
        .collect(Collectors.toSet());
  }

  // Relations and changes

  /** Returns how the positions of Seoul and Beijing on a proposition relate as of a date. */
  static Relation.Label relation(String proposition, String date) {
    return TRACKER.asOf(date).relation("rok", "prc", proposition).label();
  }

  static Change change(String party, String proposition, String from, String to) {
    return TRACKER.asOf(from).changeTo(TRACKER.asOf(to), party, proposition);
  }

  // Records

  static Claim claim(String id) {
    return DOSSIER.claim(id).orElseThrow(() -> new AssertionError("no claim " + id));
  }

  static Actor actor(String id) {
    return DOSSIER.actor(id).orElseThrow(() -> new AssertionError("no actor " + id));
  }

  static Source source(String id) {
    return DOSSIER.source(id).orElseThrow(() -> new AssertionError("no source " + id));
  }

  static Proposition proposition(String id) {
    return DOSSIER.proposition(id).orElseThrow(() -> new AssertionError("no proposition " + id));
  }

  /** Returns the quotations of a claim, in the order of its evidence. */
  static List<String> quotes(String claim) {
    return claim(claim).evidence().stream().map(e -> e.quote().orElseThrow()).toList();
  }

  /** Returns the quotation of a claim that has a single piece of evidence. */
  static String quote(String claim) {
    List<String> quotes = quotes(claim);
    if (quotes.size() != 1) {
      throw new AssertionError(claim + " has " + quotes.size() + " quotations");
    }
    return quotes.get(0);
  }

  /** Returns every quotation from a source, in the order of the dossier. */
  static List<String> quotesFrom(String source) {
    return DOSSIER.claims().stream()
        .flatMap(claim -> claim.evidence().stream())
        .filter(piece -> piece.source().equals(source))
        .map(piece -> piece.quote().orElseThrow())
        .toList();
  }

  static Set<Mode> modes(String claim) {
    return claim(claim).evidence().stream()
        .map(Evidence::mode)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** Returns the distinct chains of relays between the speakers of a claim and its outlets. */
  static Set<List<String>> relays(String claim) {
    return claim(claim).evidence().stream()
        .map(piece -> List.copyOf(piece.via()))
        .collect(toCollection(LinkedHashSet::new));
  }

  /**
   * Returns a quotation as a page has it: in quotation marks, with single marks inside, unless it
   * is in quotation marks as a whole.
   */
  static String printed(String quote) {
    String curly = quote.replaceAll("(^|[\\s(—])\"", "$1“").replace('"', '”');
    return curly.matches("“[^”]*”") ? curly : "“" + curly.replace('“', '‘').replace('”', '’') + "”";
  }
}
