package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.answer.Answer;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.answer.Wording;
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
import org.demarche.text.Style;

/**
 * A small made-up dossier to which a test adds claims, and assertions about the answers it gives.
 *
 * <p>There are two states, X and Y. Ann Aldo heads X from 2010, Bo Cheng from 2015 until the end of
 * 2019; Yi Zhou heads Y from 2010 on. Three sources were published at the end of 2019: S1 and SU by
 * a wire, where quotations in SU are not reliable, and SY by a newspaper of Y. Propositions are
 * named by a letter and belong to the issue {@code i}.
 *
 * <p>Instances are immutable: every method that adds something returns a new one.
 */
public final class TestDossier {
  private final Dossier dossier;

  private TestDossier(Dossier dossier) {
    this.dossier = dossier;
  }

  /** Returns the two states with the given propositions and without claims. */
  public static TestDossier of(String... propositions) {
    Dossier dossier =
        Dossier.of(
            source("S1", "wire", "2019-12-31").build(),
            source("SU", "wire", "2019-12-31").reliableQuotes(false).build(),
            source("SY", "y-daily", "2019-12-31").build(),
            state("x", "X-land")
                .addTerms(
                    TermOfOffice.of("ann-aldo", LocalDate.of(2010, 1, 1))
                        .until(LocalDate.of(2015, 1, 1)))
                .addTerms(
                    TermOfOffice.of("bo-cheng", LocalDate.of(2015, 1, 1))
                        .until(LocalDate.of(2020, 1, 1)))
                .build(),
            organ("x-president", "x", Authority.HEAD),
            organ("x-office", "x", Authority.HEAD_OFFICE),
            organ("x-mofa", "x", Authority.MINISTRY),
            organ("x-mnd", "x", Authority.MINISTRY),
            state("y", "Y-land")
                .addTerms(TermOfOffice.of("yi-zhou", LocalDate.of(2010, 1, 1)))
                .build(),
            organ("y-president", "y", Authority.HEAD),
            organ("y-mfa", "y", Authority.MINISTRY),
            actor("wire", ActorKind.MEDIA).build(),
            actor("y-daily", ActorKind.MEDIA).of("y").build(),
            actor("x-official", ActorKind.PERSON).of("x-mofa").named(false).build(),
            person("bo-cheng"),
            person("ann-aldo"),
            person("yi-zhou"));
    return new TestDossier(
        dossier.plus(Arrays.stream(propositions).map(id -> proposition(id).build()).toList()));
  }

  /**
   * Returns the two states with the propositions p, q, r and s and the given claims, which may name
   * the occasion {@code talks}: talks between the foreign ministries of X and Y on 1 May 2016.
   */
  static TestDossier withTalks(Claim... claims) {
    Occasion talks =
        Occasion.of("talks", "Talks of X and Y", When.parse("2016-05-01"), "x-mofa", "y-mfa");
    return of("p", "q", "r", "s").with(talks).with(claims);
  }

  // Records

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

  public static Proposition.Builder proposition(String id) {
    return Proposition.builder().id(id).issue("i").text("It is the case that " + id + ".");
  }

  public static Evidence evidence(String source, Mode mode, String... via) {
    return Evidence.builder().source(source).mode(mode).addVia(via).quote("“so it is”").build();
  }

  /** Returns a claim, still without evidence, by a principal that speaks for itself. */
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

  /**
   * Returns a claim by a principal that speaks for itself, reported indirectly by the wire in S1.
   */
  public static Claim.Builder reported(
      String id,
      String principal,
      String proposition,
      Stance stance,
      Force force,
      String asserted) {
    return claim(id, principal, proposition, stance, force, asserted)
        .addEvidence(evidence("S1", Mode.INDIRECT));
  }

  /** Returns a claim that is known only through the newspaper of Y, from SY. */
  static Claim toldByY(
      String id,
      String principal,
      String proposition,
      Stance stance,
      Force force,
      String asserted) {
    return claim(id, principal, proposition, stance, force, asserted)
        .addEvidence(evidence("SY", Mode.INDIRECT))
        .build();
  }

  /** Returns a joint claim of both foreign ministries, made at the talks, for the proposition. */
  static Claim jointClaim(String id, String proposition, Force force, Evidence... evidence) {
    return claim(id, "x-mofa", proposition, Stance.FOR, force, "2016-05-01")
        .addSpeakers("y-mfa")
        .addPrincipals("y-mfa")
        .occasion("talks")
        .addEvidence(evidence)
        .build();
  }

  // Adding records

  public TestDossier with(Source... sources) {
    return new TestDossier(dossier.plus(sources));
  }

  public TestDossier with(Actor... actors) {
    return new TestDossier(dossier.plus(actors));
  }

  public TestDossier with(Proposition... propositions) {
    return new TestDossier(dossier.plus(propositions));
  }

  public TestDossier with(Claim... claims) {
    return new TestDossier(dossier.plus(claims));
  }

  public TestDossier with(Occasion... occasions) {
    return new TestDossier(dossier.plus(occasions));
  }

  /** Adds a claim by a principal that speaks for itself, reported indirectly by the wire in S1. */
  public TestDossier says(
      String principal,
      String id,
      String proposition,
      Stance stance,
      Force force,
      String asserted,
      String... frames) {
    return with(
        reported(id, principal, proposition, stance, force, asserted).addFrames(frames).build());
  }

  // Asking and asserting

  public Dossier build() {
    return dossier;
  }

  public Tracker tracker() {
    return Tracker.of(dossier);
  }

  public PositionAssert assertPosition(String party, String proposition, String asOf) {
    return new PositionAssert(tracker().asOf(asOf).position(party, proposition));
  }

  public PositionAssert assertPosition(
      String party, String proposition, String asOf, Grade minimum) {
    return new PositionAssert(tracker().minGrade(minimum).asOf(asOf).position(party, proposition));
  }

  public static PositionAssert assertPosition(Position position) {
    return new PositionAssert(position);
  }

  /** Asks how a position changed from each of the given dates to the next. */
  public ChangesAssert assertChanges(String party, String proposition, String... asOf) {
    Tracker tracker = tracker();
    List<Change> changes = new ArrayList<>();
    for (int i = 1; i < asOf.length; i++) {
      changes.add(tracker.asOf(asOf[i - 1]).changeTo(tracker.asOf(asOf[i]), party, proposition));
    }
    return new ChangesAssert(changes);
  }

  /** Asserts that a question is rejected with an IllegalArgumentException and this message. */
  static void assertRejected(Runnable question, String message) {
    assertThatIllegalArgumentException().isThrownBy(question::run).withMessage(message);
  }

  /** Returns the page of an answer, so wide that no cell of a table is broken. */
  static String page(Answer answer, Wording wording) {
    return answer.page(wording).print(Style.standard().width(240));
  }

  /** Returns the ids of the claims that a query finds, in its order. */
  static List<String> foundIds(ClaimQuery claims) {
    return claims.list().stream().map(Claim::id).toList();
  }

  public static List<String> claimIds(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).toList();
  }

  /** Assertions about one position. */
  public record PositionAssert(Position position) {
    /** Asserts the outcome, the headline, the grade and the dates, as one line of text. */
    public PositionAssert is(String expected) {
      assertThat(describe(position)).isEqualTo(expected);
      return this;
    }

    public PositionAssert isSupportedBy(String... ids) {
      assertThat(claimIds(position.support())).containsExactlyInAnyOrder(ids);
      return this;
    }

    public PositionAssert isDisputedBy(String... ids) {
      assertThat(claimIds(position.disputingClaims())).containsExactlyInAnyOrder(ids);
      return this;
    }

    public PositionAssert hasPossibleClaims(String... ids) {
      assertThat(claimIds(position.possibleClaims())).containsExactlyInAnyOrder(ids);
      return this;
    }

    public PositionAssert hasHints(String... ids) {
      assertThat(claimIds(position.hints())).containsExactlyInAnyOrder(ids);
      return this;
    }

    public PositionAssert hasReports(String... ids) {
      assertThat(claimIds(position.reports())).containsExactlyInAnyOrder(ids);
      return this;
    }
  }

  /** Assertions about the changes of one position over several dates. */
  public record ChangesAssert(List<Change> changes) {
    /** Asserts the label of each change, followed by its flags. */
    public void haveLabels(String... expected) {
      assertThat(changes)
          .extracting(
              change ->
                  change.label()
                      + (change.hasAdministrationChanged() ? ", administration changed" : "")
                      + (change.hasUnlikeEvidence() ? ", evidence unlike" : ""))
          .containsExactly(expected);
    }
  }

  private static String describe(Position position) {
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
}
