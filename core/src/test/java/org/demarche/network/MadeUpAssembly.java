package org.demarche.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
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

/** Builds a made-up assembly: states that vote on propositions. */
final class MadeUpAssembly {
  private final List<Claim> claims = new ArrayList<>();
  private final TreeSet<String> states = new TreeSet<>();
  private final TreeSet<String> propositions = new TreeSet<>();
  private final TreeSet<String> sources = new TreeSet<>();

  /** Adds a vote on a day, recorded in the minutes. */
  MadeUpAssembly vote(String state, String proposition, Stance stance, String day) {
    return vote(state, proposition, stance, day, "minutes");
  }

  MadeUpAssembly vote(String state, String proposition, Stance stance, String day, String source) {
    states.add(state);
    propositions.add(proposition);
    sources.add(source);
    claims.add(
        Claim.builder()
            .id("c" + claims.size())
            .addSpeakers(state)
            .addPrincipals(state)
            .asserted(When.parse(day))
            .proposition(proposition)
            .stance(stance)
            .force(Force.VOTE)
            .addEvidence(Evidence.builder().source(source).mode(Mode.RECORDED).build())
            .build());
    return this;
  }

  MadeUpAssembly state(String id) {
    states.add(id);
    return this;
  }

  Dossier dossier() {
    List<DossierRecord> records = new ArrayList<>(claims);
    records.add(Actor.builder().id("press").name("Press").kind(ActorKind.MEDIA).build());
    for (String source : sources) {
      records.add(
          Source.builder()
              .id(source)
              .outlet("press")
              .title(source)
              .published(When.parse("2030"))
              .build());
    }
    for (String state : states) {
      records.add(Actor.builder().id(state).name(state).kind(ActorKind.STATE).build());
    }
    for (String proposition : propositions) {
      records.add(
          Proposition.builder()
              .id(proposition)
              .issue(proposition.substring(0, 1))
              .text(proposition)
              .build());
    }
    return Dossier.of(records);
  }

  Tracker tracker() {
    return Tracker.of(dossier());
  }
}
