package org.demarche.examples.benchmarks;

import java.time.LocalDate;
import java.util.Random;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;

/** A record made up by chance, the same for the same seed. */
final class MadeUp {
  private static final LocalDate START = LocalDate.of(1990, 1, 1);
  private static final int DAYS = 36 * 365;
  private static final int CLAIMS_A_SOURCE = 20;

  private MadeUp() {}

  /** States that are for or against propositions, twenty claims a source. */
  static Dossier debate(int claims, int states, int propositions, long seed) {
    Random chance = new Random(seed);
    Dossier.Builder dossier = Dossier.builder();
    dossier.addActors(Actor.builder().id("press").name("Press").kind(ActorKind.MEDIA).build());
    int sources = Math.max(1, claims / CLAIMS_A_SOURCE);
    When published = When.on(START.plusDays(DAYS));
    for (int i = 0; i < sources; i++) {
      dossier.addSources(
          Source.builder().id("d" + i).outlet("press").title("d" + i).published(published).build());
    }
    for (int i = 0; i < states; i++) {
      dossier.addActors(
          Actor.builder().id("s" + i).name("State " + i).kind(ActorKind.STATE).build());
    }
    for (int i = 0; i < propositions; i++) {
      dossier.addPropositions(
          Proposition.builder().id("p" + i).issue("i" + i % 10).text("That it is " + i).build());
    }
    for (int i = 0; i < claims; i++) {
      String state = "s" + chance.nextInt(states);
      dossier.addClaims(
          Claim.builder()
              .id("c" + i)
              .addSpeakers(state)
              .addPrincipals(state)
              .asserted(When.on(START.plusDays(chance.nextInt(DAYS))))
              .proposition("p" + chance.nextInt(propositions))
              .stance(chance.nextBoolean() ? Stance.FOR : Stance.AGAINST)
              .force(Force.ASSERT)
              .addEvidence(
                  Evidence.builder()
                      .source("d" + chance.nextInt(sources))
                      .mode(Mode.INDIRECT)
                      .quote("that it is so")
                      .build())
              .build());
    }
    return dossier.build();
  }
}
