package org.demarche.examples.thaad;

import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;

/** Made-up records that tests add to the dossier of this example, and made-up dossiers. */
final class MadeUpRecords {
  private MadeUpRecords() {}

  /** Returns a tracker of the dossier with more claims. */
  static Tracker trackerWith(Claim... more) {
    return Tracker.of(DOSSIER.plus(more));
  }

  /** Returns the dossier with one of its claims changed. */
  static Dossier dossierWithChanged(String claim, UnaryOperator<Claim.Builder> change) {
    return Dossier.of(
        Iterables.concat(
            DOSSIER.sources(),
            DOSSIER.actors(),
            DOSSIER.occasions(),
            DOSSIER.propositions(),
            DOSSIER.claims().stream()
                .map(c -> c.id().equals(claim) ? change.apply(copy(c)).build() : c)
                .toList()));
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

  /** Starts a made-up claim of an actor on its own behalf, as reported by one article. */
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
   * Returns a made-up dossier in which claims differ only by id. Three claims support one position,
   * four conflict with one another. In addition there are twenty hints, twenty claims possibly made
   * by 15 June 2020 and twenty reports, all equally near to that day.
   */
  static Dossier ties() {
    List<DossierRecord> ties =
        new ArrayList<>(
            List.of(
                Source.builder()
                    .id("herald-1")
                    .outlet("herald")
                    .title("A title")
                    .published(When.parse("2020-06-30"))
                    .build(),
                Actor.builder().id("north").name("North").kind(ActorKind.STATE).build(),
                organ("trade").build(),
                organ("army").build(),
                Actor.builder().id("gazette").name("Gazette").kind(ActorKind.MEDIA).build(),
                Actor.builder().id("herald").name("Herald").kind(ActorKind.MEDIA).build(),
                on("dam"),
                on("tariff"),
                on("treaty"),
                tied("d-2", "army", "2020-06-10", "dam").build(),
                tied("d-3", "trade", "2020-06-10", "dam").build(),
                tied("d-1", "trade", "2020-06-10", "dam").build(),
                tied("t-4", "army", "2020-06-10", "tariff").stance(Stance.AGAINST).build(),
                tied("t-1", "army", "2020-06-10", "tariff").build(),
                tied("t-3", "trade", "2020-06-10", "tariff").build(),
                tied("t-2", "trade", "2020-06-10", "tariff").stance(Stance.AGAINST).build()));
    for (int i = 20; i >= 1; i--) {
      String number = String.format(Locale.ROOT, "%02d", i);
      // The two dates are five days before that day and up to five days after it: equally near.
      String date = i % 2 == 0 ? "2020-06-10" : "[2020-06-01..2020-06-20]";
      Collections.addAll(
          ties,
          tied("hint-" + number, "trade", date, "treaty")
              .stance(Stance.UNCOMMITTED)
              .force(Force.NOTE)
              .build(),
          tied("possibly-" + number, "trade", "[..2020-06-30]", "treaty").build(),
          tied("report-" + number, i % 3 == 0 ? "herald" : "gazette", date, "treaty").build());
    }
    return Dossier.of(ties);
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
