package org.demarche.coding;

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

/** A small dossier whose source, A, was published on Friday, 6 March 2015. */
final class DraftFixtures {
  static final Dossier DOSSIER =
      Dossier.of(
          Actor.builder()
              .id("rok")
              .name("South Korea")
              .kind(ActorKind.STATE)
              .addAliases("Seoul")
              .build(),
          Actor.builder().id("una-tal").name("Una Tal").kind(ActorKind.PERSON).build(),
          Actor.builder().id("wire").name("The Wire").kind(ActorKind.MEDIA).build(),
          Source.builder()
              .id("A")
              .outlet("wire")
              .title("News")
              .published(When.parse("2015-03-06"))
              .build(),
          Proposition.builder().id("quotas").issue("bank").text("The bank has quotas.").build());

  private DraftFixtures() {}

  /** Returns a claim of Seoul with a quotation from A. */
  static Claim.Builder claim(String id, String quote) {
    return Claim.builder()
        .id(id)
        .addSpeakers("rok")
        .addPrincipals("rok")
        .asserted(When.parse("2015-03-05"))
        .proposition("quotas")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(Evidence.builder().source("A").mode(Mode.INDIRECT).quote(quote).build());
  }
}
