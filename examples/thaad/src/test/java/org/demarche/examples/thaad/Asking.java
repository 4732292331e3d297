package org.demarche.examples.thaad;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;

/** The dossier of this example, short ways to ask it, and records to add to it. */
final class Asking {
  static final Dossier DOSSIER = ThaadDossier.read();
  static final Tracker TRACKER = Tracker.of(DOSSIER);

  /** The day of the first article, two days of 2017, and the last day of which 2022 tells. */
  static final List<String> DATES = List.of("2015-02-04", "2017-10-31", "2017-11-24", "2022-08-11");

  private Asking() {}

  // Positions

  static Position position(String party, String proposition, String date) {
    return TRACKER.asOf(date).position(party, proposition);
  }

  static Known known(String party, String proposition, String date) {
    return known(position(party, proposition, date));
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

  /** The grade of a claim for a party as of a date, whether it counts there or hints. */
  static Grade grade(String claim, String party, String date) {
    Position position = position(party, claim(claim).proposition(), date);
    return Stream.of(position.support(), position.hints())
        .flatMap(List::stream)
        .filter(cited -> cited.claim().id().equals(claim))
        .map(CitedClaim::grade)
        .findFirst()
        .orElseThrow(() -> new AssertionError(claim + " is not in " + position));
  }

  static List<String> ids(List<CitedClaim> cited) {
    return cited.stream().map(c -> c.claim().id()).toList();
  }

  static List<String> ids(ClaimQuery claims) {
    return claims.list().stream().map(Claim::id).toList();
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

  /** The quotations of a claim, in the order of its evidence. */
  static List<String> quotes(String claim) {
    return claim(claim).evidence().stream().map(e -> e.quote().orElseThrow()).toList();
  }

  /** The one quotation of a claim that has one piece of evidence. */
  static String quote(String claim) {
    List<String> quotes = quotes(claim);
    if (quotes.size() != 1) {
      throw new AssertionError(claim + " has " + quotes.size() + " quotations");
    }
    return quotes.get(0);
  }

  /** Every quotation that a source gives, in the order of the dossier. */
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

  /** The different chains of relays by which a claim came to its outlets. */
  static Set<List<String>> relays(String claim) {
    return claim(claim).evidence().stream()
        .map(piece -> List.copyOf(piece.via()))
        .collect(toCollection(LinkedHashSet::new));
  }

  // Other dossiers

  /** The dossier with more claims. */
  static Tracker with(Claim... more) {
    return Tracker.of(Dossier.builder().from(DOSSIER).addClaims(more).build());
  }

  /** The dossier with one claim otherwise than it stands there. */
  static Dossier changed(String claim, UnaryOperator<Claim.Builder> change) {
    return Dossier.builder()
        .addAllSources(DOSSIER.sources())
        .addAllActors(DOSSIER.actors())
        .addAllOccasions(DOSSIER.occasions())
        .addAllPropositions(DOSSIER.propositions())
        .addAllClaims(
            DOSSIER.claims().stream()
                .map(c -> c.id().equals(claim) ? change.apply(copy(c)).build() : c)
                .toList())
        .build();
  }

  private static Claim.Builder copy(Claim claim) {
    Claim.Builder copy =
        Claim.builder()
            .id(claim.id())
            .speakers(claim.speakers())
            .principals(claim.principals())
            .asserted(claim.asserted())
            .basis(claim.basis())
            .audience(claim.audience())
            .proposition(claim.proposition())
            .stance(claim.stance())
            .force(claim.force())
            .frames(claim.frames())
            .respondsTo(claim.respondsTo())
            .evidence(claim.evidence());
    claim.gist().ifPresent(copy::gist);
    claim.role().ifPresent(copy::role);
    claim.occasion().ifPresent(copy::occasion);
    claim.note().ifPresent(copy::note);
    return copy;
  }

  /** A made-up claim of an actor on its own behalf, as one article reports it. */
  static Claim.Builder madeUp(String id, String actor, String asserted, String source) {
    return Claim.builder()
        .id(id)
        .addSpeakers(actor)
        .addPrincipals(actor)
        .asserted(When.parse(asserted))
        .basis(Basis.INFERRED)
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(
            Evidence.builder().source(source).mode(Mode.INDIRECT).quote("It was said.").build());
  }

  /**
   * A made-up dossier in which only ids tell claims apart: three that carry one position, four that
   * stand against one another, and twenty each of hints, of claims that are possibly made by 15
   * June 2020 and of reports, all equally near to that day.
   */
  static Dossier ties() {
    Dossier.Builder ties =
        Dossier.builder()
            .addSources(
                Source.builder()
                    .id("herald-1")
                    .outlet("herald")
                    .title("A title")
                    .published(When.parse("2020-06-30"))
                    .build())
            .addActors(
                Actor.builder().id("north").name("North").kind(ActorKind.STATE).build(),
                organ("trade").build(),
                organ("army").build(),
                Actor.builder().id("gazette").name("Gazette").kind(ActorKind.MEDIA).build(),
                Actor.builder().id("herald").name("Herald").kind(ActorKind.MEDIA).build())
            .addPropositions(on("dam"), on("tariff"), on("treaty"))
            .addClaims(
                tied("d-2", "army", "2020-06-10", "dam").build(),
                tied("d-3", "trade", "2020-06-10", "dam").build(),
                tied("d-1", "trade", "2020-06-10", "dam").build(),
                tied("t-4", "army", "2020-06-10", "tariff").stance(Stance.AGAINST).build(),
                tied("t-1", "army", "2020-06-10", "tariff").build(),
                tied("t-3", "trade", "2020-06-10", "tariff").build(),
                tied("t-2", "trade", "2020-06-10", "tariff").stance(Stance.AGAINST).build());
    for (int i = 20; i >= 1; i--) {
      String number = String.format(Locale.ROOT, "%02d", i);
      // Five days before, and up to five days after: equally near.
      String date = i % 2 == 0 ? "2020-06-10" : "[2020-06-01..2020-06-20]";
      ties.addClaims(
          tied("hint-" + number, "trade", date, "treaty")
              .stance(Stance.UNCOMMITTED)
              .force(Force.NOTE)
              .build(),
          tied("possibly-" + number, "trade", "[..2020-06-30]", "treaty").build(),
          tied("report-" + number, i % 3 == 0 ? "herald" : "gazette", date, "treaty").build());
    }
    return ties.build();
  }

  private static Actor.Builder organ(String id) {
    return Actor.builder()
        .id(id)
        .name("The " + id + " of the North")
        .kind(ActorKind.ORGAN)
        .of("north")
        .authority(Authority.MINISTRY);
  }

  private static Proposition on(String id) {
    return Proposition.builder().id(id).issue("north").text("The " + id + " is to be.").build();
  }

  private static Claim.Builder tied(String id, String actor, String asserted, String proposition) {
    return madeUp(id, actor, asserted, "herald-1").proposition(proposition);
  }
}
