package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/**
 * Two made-up governments, X and Y, and what they say of propositions named by a letter. Ann Aldo
 * heads X from 2010, Bo Cheng from 2015 until the end of 2019; Yi Zhou heads Y from 2010 on.
 */
public final class Scene {
  private final Dossier dossier;

  private Scene(Dossier dossier) {
    this.dossier = dossier;
  }

  public static Scene of(String... propositions) {
    Dossier.Builder dossier =
        Dossier.builder()
            .addSources(source("S1", "wire", "2019-12-31").build())
            .addSources(source("SU", "wire", "2019-12-31").reliableQuotes(false).build())
            .addSources(source("SY", "y-daily", "2019-12-31").build())
            .addActors(
                state("x", "X-land")
                    .addTerms(
                        TermOfOffice.of(
                            "ann-aldo", LocalDate.of(2010, 1, 1), LocalDate.of(2015, 1, 1)))
                    .addTerms(
                        TermOfOffice.of(
                            "bo-cheng", LocalDate.of(2015, 1, 1), LocalDate.of(2020, 1, 1)))
                    .build(),
                organ("x-president", "x", Authority.HEAD),
                organ("x-office", "x", Authority.HEAD_OFFICE),
                organ("x-mofa", "x", Authority.MINISTRY),
                organ("x-mnd", "x", Authority.MINISTRY),
                state("y", "Y-land")
                    .addTerms(
                        TermOfOffice.builder()
                            .head("yi-zhou")
                            .from(LocalDate.of(2010, 1, 1))
                            .build())
                    .build(),
                organ("y-president", "y", Authority.HEAD),
                organ("y-mfa", "y", Authority.MINISTRY),
                actor("wire", ActorKind.MEDIA).build(),
                actor("y-daily", ActorKind.MEDIA).of("y").build(),
                actor("x-official", ActorKind.PERSON).of("x-mofa").named(false).build(),
                person("bo-cheng"),
                person("ann-aldo"),
                person("yi-zhou"));
    for (String id : propositions) {
      dossier.addPropositions(atom(id).build());
    }
    return new Scene(dossier.build());
  }

  public static Source.Builder source(String id, String outlet, String published) {
    return Source.builder()
        .id(id)
        .outlet(outlet)
        .title("Of " + id)
        .published(When.parse(published));
  }

  public static Actor.Builder actor(String id, ActorKind kind) {
    return Actor.builder().id(id).name("The " + id).kind(kind);
  }

  private static Actor.Builder state(String id, String name) {
    return Actor.builder().id(id).name(name).kind(ActorKind.STATE);
  }

  public static Actor organ(String id, String of, Authority authority) {
    return actor(id, ActorKind.ORGAN).of(of).authority(authority).build();
  }

  private static Actor person(String id) {
    return actor(id, ActorKind.PERSON).build();
  }

  public static Proposition.Builder atom(String id) {
    return Proposition.builder().id(id).issue("i").text("It is the case that " + id + ".");
  }

  public static Evidence evidence(String source, Mode mode, String... via) {
    return Evidence.builder().source(source).mode(mode).addVia(via).quote("“so it is”").build();
  }

  /** A claim that the principal makes itself, as a wire reports it. */
  public static Claim.Builder claim(
      String id,
      String principal,
      String proposition,
      Stance stance,
      Force force,
      String asserted) {
    return Claim.builder()
        .id(id)
        .addSpeakers(principal)
        .addPrincipals(principal)
        .proposition(proposition)
        .stance(stance)
        .force(force)
        .asserted(When.parse(asserted));
  }

  // Adding to the scene

  public Scene with(Source... sources) {
    return new Scene(Dossier.builder().from(dossier).addSources(sources).build());
  }

  public Scene with(Actor... actors) {
    return new Scene(Dossier.builder().from(dossier).addActors(actors).build());
  }

  public Scene with(Proposition... propositions) {
    return new Scene(Dossier.builder().from(dossier).addPropositions(propositions).build());
  }

  public Scene with(Claim... claims) {
    return new Scene(Dossier.builder().from(dossier).addClaims(claims).build());
  }

  public Scene with(Occasion... occasions) {
    return new Scene(Dossier.builder().from(dossier).addOccasions(occasions).build());
  }

  /** Adds a claim that a wire reports. */
  public Scene says(
      String principal,
      String id,
      String proposition,
      Stance stance,
      Force force,
      String asserted,
      String... frames) {
    return with(
        claim(id, principal, proposition, stance, force, asserted)
            .addFrames(frames)
            .addEvidence(evidence("S1", Mode.INDIRECT))
            .build());
  }

  // Asking

  public Dossier dossier() {
    return dossier;
  }

  public Tracker tracker() {
    return Tracker.of(dossier);
  }

  public Asked position(String party, String proposition, String asOf) {
    return new Asked(tracker().asOf(asOf).position(party, proposition));
  }

  public Asked position(String party, String proposition, String asOf, Grade floor) {
    return new Asked(tracker().minGrade(floor).asOf(asOf).position(party, proposition));
  }

  /** What becomes of a position from each date to the next. */
  public Changed changes(String party, String proposition, String... asOf) {
    Tracker tracker = tracker();
    List<Change> changes = new ArrayList<>();
    for (int i = 1; i < asOf.length; i++) {
      changes.add(tracker.asOf(asOf[i - 1]).changeTo(tracker.asOf(asOf[i]), party, proposition));
    }
    return new Changed(changes);
  }

  public static Asked asked(Position position) {
    return new Asked(position);
  }

  /** A position that can be compared with what it should be, said in a line. */
  public record Asked(Position position) {
    public Asked is(String expected) {
      assertThat(line(position)).isEqualTo(expected);
      return this;
    }

    public Asked supportedBy(String... ids) {
      assertThat(ids(position.support())).containsExactlyInAnyOrder(ids);
      return this;
    }

    public Asked possibly(String... ids) {
      assertThat(ids(position.possibleClaims())).containsExactlyInAnyOrder(ids);
      return this;
    }

    public Asked hints(String... ids) {
      assertThat(ids(position.hints())).containsExactlyInAnyOrder(ids);
      return this;
    }

    public Asked reports(String... ids) {
      assertThat(ids(position.reports())).containsExactlyInAnyOrder(ids);
      return this;
    }
  }

  /** Changes that can be compared with what they should be: each a label with its flags. */
  public record Changed(List<Change> changes) {
    public void are(String... expected) {
      assertThat(changes)
          .extracting(
              change ->
                  change.label()
                      + (change.hasAdministrationChanged() ? ", administration changed" : "")
                      + (change.hasUnlikeEvidence() ? ", evidence unlike" : ""))
          .containsExactly(expected);
    }
  }

  private static String line(Position position) {
    if (position instanceof Known known) {
      return "%s %s by %s%s, %s, %s, last evidenced %s"
          .formatted(
              known.stance(),
              known.force(),
              known.headline().claim().id(),
              known.isImplied() ? " implied" : "",
              known.grade(),
              known.standing(),
              known.lastEvidenced());
    }
    if (position instanceof Contested contested) {
      return "CONTESTED, %s, last evidenced %s"
          .formatted(contested.standing(), contested.lastEvidenced());
    }
    return "UNKNOWN, " + ((Unknown) position).reason();
  }

  public static List<String> ids(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).collect(Collectors.toList());
  }
}
