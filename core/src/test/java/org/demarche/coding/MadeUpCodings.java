package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import java.util.List;
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

/** Made-up dossiers of two states, two propositions and two articles, to be coded by several. */
final class MadeUpCodings {
  private MadeUpCodings() {}

  private static final ImmutableList<DossierRecord> RECORDS =
      ImmutableList.of(
          actor("daily", ActorKind.MEDIA),
          actor("x", ActorKind.STATE),
          actor("y", ActorKind.STATE),
          Source.builder()
              .id("S1")
              .outlet("daily")
              .title("First article")
              .published(When.parse("2020-02-01"))
              .build(),
          Source.builder()
              .id("S2")
              .outlet("daily")
              .title("Second article")
              .published(When.parse("2020-03-01"))
              .build(),
          proposition("p"),
          proposition("q"));

  private static Actor actor(String id, ActorKind kind) {
    return Actor.builder().id(id).name("The " + id).kind(kind).build();
  }

  private static Proposition proposition(String id) {
    return Proposition.builder().id(id).issue("issue").text("It is so that " + id + ".").build();
  }

  /** A dossier of some claims with the records to which they may refer. */
  static Dossier dossier(Claim... claims) {
    return Dossier.of(
        ImmutableList.<DossierRecord>builder().addAll(RECORDS).addAll(List.of(claims)).build());
  }

  static Dossier dossier(Claim.Builder... claims) {
    return dossier(List.of(claims).stream().map(Claim.Builder::build).toArray(Claim[]::new));
  }

  /** A claim of state x for p, asserted on 31 January 2020, in indirect speech. */
  static Claim.Builder claim(String id, Evidence... evidence) {
    return Claim.builder()
        .id(id)
        .addSpeakers("x")
        .addPrincipals("x")
        .asserted(When.parse("2020-01-31"))
        .proposition("p")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .evidence(List.of(evidence));
  }

  /** A passage of a source by its code points. */
  static Evidence at(String source, int start, int end) {
    return at(source, start, end, Mode.INDIRECT);
  }

  static Evidence at(String source, int start, int end, Mode mode) {
    return Evidence.builder()
        .source(source)
        .mode(mode)
        .quote("words " + start + " to " + end)
        .selector(start, end)
        .build();
  }

  /** A quotation whose position was not noted. */
  static Evidence quoting(String source, String quote) {
    return Evidence.builder().source(source).mode(Mode.INDIRECT).quote(quote).build();
  }
}
