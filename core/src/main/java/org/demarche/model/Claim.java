package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The unit of record: who is reported to have said what, on whose behalf, when, with what force,
 * and how that is known.
 *
 * <p>The <i>speaker</i> utters it, the <i>principal</i> is committed by it (E. Goffman, <i>Forms of
 * Talk</i>, 1981: animator and principal; PROV: actedOnBehalfOf). Several principals make a joint
 * claim. “Claim” does not mean “doubtful”.
 *
 * <pre>{@code
 * Claim.builder().id("UPI17-04").addSpeakers("kang-kyung-wha").addPrincipals("rok-mofa")
 *     .asserted(When.parse("2017-10-30")).basis(Basis.RESOLVED)
 *     .proposition("additional-thaad").stance(Stance.AGAINST).force(Force.STATE_INTENTION)
 *     .addEvidence(Evidence.builder().source("UPI17").mode(Mode.INDIRECT).quote("…").build())
 *     .build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Claim implements DossierRecord {
  Claim() {}

  /** Its id, unique among claims. */
  @Override
  @Value.Parameter
  public abstract String id();

  /** The claim in one line, in the coder's words, for tables. */
  @Value.Parameter
  public abstract Optional<String> gist();

  /** The ids of those who uttered it. */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> speakers();

  /** The ids of those on whose behalf it counts. */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> principals();

  /** In what capacity, as the source has it. */
  @Value.Parameter
  public abstract Optional<String> role();

  /** When it was said. */
  @Value.Parameter
  public abstract When asserted();

  /** How that date is known; {@link Basis#STATED} unless said. */
  @Value.Parameter
  public abstract Basis basis();

  /** The id of the occasion at which it was said, or of which it tells. */
  @Value.Parameter
  public abstract Optional<String> occasion();

  /** The ids of those to whom it was said. */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> audience();

  /** The id of the proposition. */
  @Value.Parameter
  public abstract String proposition();

  /** The stance towards it. */
  @Value.Parameter
  public abstract Stance stance();

  /** The act done in saying it. */
  @Value.Parameter
  public abstract Force force();

  /**
   * The lights in which the speaker puts the matter (R. Entman, “Framing”, Journal of Communication
   * 43, 1993): slugs of an open vocabulary, which belongs to the issue.
   */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> frames();

  /** The ids of the claims that it answers. */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> respondsTo();

  /** The passages that bear it out: one at least. */
  @Value.Parameter
  public abstract ImmutableList<Evidence> evidence();

  /** A remark of the coder. */
  @Value.Parameter
  public abstract Optional<String> note();

  /**
   * A builder; {@code id}, {@code asserted}, {@code proposition}, {@code stance} and {@code force}
   * are required, and one speaker, one principal and one piece of evidence at least.
   */
  public static Builder builder() {
    return new ClaimBuilder();
  }

  /**
   * This claim with the evidence of both, which is how a record is corroborated.
   *
   * @return nothing if the two differ in anything but evidence
   */
  public final Optional<Claim> corroborated(Claim other) {
    boolean alike =
        speakers().equals(other.speakers())
            && principals().equals(other.principals())
            && equals(other.withEvidence(evidence()));
    if (!alike) {
      return Optional.empty();
    }
    Set<Evidence> united = new LinkedHashSet<>(evidence());
    united.addAll(other.evidence());
    return Optional.of(withEvidence(united));
  }

  /** The same claim with other evidence. */
  public final Claim withEvidence(Iterable<? extends Evidence> evidence) {
    return builder().from(this).evidence(evidence).build();
  }

  @Value.Check
  void check() {
    ProblemCollector problems = new ProblemCollector("claim", id());
    problems.id("id", id());
    frames().forEach(frame -> problems.id("frames", frame));
    gist().ifPresent(gist -> problems.text("gist", gist));
    if (speakers().isEmpty()) {
      problems.add(
          Problem.Code.MISSING, "speakers", "[]", "speakers: a claim needs at least one speaker");
    }
    if (principals().isEmpty()) {
      problems.add(
          Problem.Code.MISSING,
          "principals",
          "[]",
          "principals: a claim needs at least one principal");
    }
    checkStance(problems);
    if (respondsTo().contains(id())) {
      problems.add(
          Problem.Code.BAD_RESPONSE, "respondsTo", id(), "a claim cannot respond to itself");
    }
    if (evidence().isEmpty()) {
      problems.add(
          Problem.Code.MISSING, "evidence", "[]", "a claim needs at least one piece of evidence");
    }
    for (int i = 0; i < evidence().size(); i++) {
      checkEvidence(problems, "evidence/" + i, evidence().get(i));
    }
    problems.throwIfAny();
  }

  private void checkStance(ProblemCollector problems) {
    if (force().takesNoSide() && stance() != Stance.UNCOMMITTED) {
      problems.add(
          Problem.Code.UNFIT_STANCE,
          "stance",
          stance().name(),
          force() + " takes no side: stance must be UNCOMMITTED, got " + stance());
    }
    if (force().takesASide() && stance() == Stance.UNCOMMITTED) {
      problems.add(
          Problem.Code.UNFIT_STANCE,
          "stance",
          stance().name(),
          force() + " takes a side: stance must be FOR or AGAINST, got " + stance());
    }
  }

  private void checkEvidence(ProblemCollector problems, String field, Evidence piece) {
    if (piece.quote().isEmpty() && piece.mode() != Mode.RECORDED) {
      problems.add(
          Problem.Code.MISSING,
          field + "/quote",
          "",
          "evidence from "
              + piece.source()
              + " needs a quotation: only RECORDED evidence may go without, this is "
              + piece.mode());
    }
    if (piece.quote().isPresent() && piece.quote().get().isBlank()) {
      problems.add(
          Problem.Code.BLANK,
          field + "/quote",
          piece.quote().get(),
          "the quotation from " + piece.source() + " is empty");
    }
    for (String relay : piece.via()) {
      if (speakers().contains(relay)) {
        problems.add(
            Problem.Code.SPEAKER_RELAYS,
            field + "/via",
            relay,
            "'"
                + relay
                + "' is both the speaker and a relay of the evidence from "
                + piece.source()
                + ": a speaker needs no relay to himself");
      }
    }
  }

  /** Collects the parts of a claim. */
  public interface Builder {
    /** Starts from another claim. */
    Builder from(Claim claim);

    /** Sets {@link Claim#id()}. */
    Builder id(String id);

    /** Sets {@link Claim#gist()}. */
    Builder gist(String gist);

    /** Adds to {@link Claim#speakers()}. */
    Builder addSpeakers(String... ids);

    /** Sets {@link Claim#speakers()}. */
    Builder speakers(Iterable<String> ids);

    /** Adds to {@link Claim#principals()}. */
    Builder addPrincipals(String... ids);

    /** Sets {@link Claim#principals()}. */
    Builder principals(Iterable<String> ids);

    /** Sets {@link Claim#role()}. */
    Builder role(String role);

    /** Sets {@link Claim#asserted()}. */
    Builder asserted(When asserted);

    /** Sets {@link Claim#basis()}. */
    Builder basis(Basis basis);

    /** Sets {@link Claim#occasion()}. */
    Builder occasion(String id);

    /** Adds to {@link Claim#audience()}. */
    Builder addAudience(String... ids);

    /** Sets {@link Claim#audience()}. */
    Builder audience(Iterable<String> ids);

    /** Sets {@link Claim#proposition()}. */
    Builder proposition(String id);

    /** Sets {@link Claim#stance()}. */
    Builder stance(Stance stance);

    /** Sets {@link Claim#force()}. */
    Builder force(Force force);

    /** Adds to {@link Claim#frames()}. */
    Builder addFrames(String... slugs);

    /** Sets {@link Claim#frames()}. */
    Builder frames(Iterable<String> slugs);

    /** Adds to {@link Claim#respondsTo()}. */
    Builder addRespondsTo(String... ids);

    /** Sets {@link Claim#respondsTo()}. */
    Builder respondsTo(Iterable<String> ids);

    /** Adds to {@link Claim#evidence()}. */
    Builder addEvidence(Evidence... evidence);

    /** Sets {@link Claim#evidence()}. */
    Builder evidence(Iterable<? extends Evidence> evidence);

    /** Sets {@link Claim#note()}. */
    Builder note(String note);

    /**
     * Builds the claim.
     *
     * @throws IllegalStateException if a required part is missing
     * @throws InvalidDossierException if a part is wrong in itself
     */
    Claim build();
  }
}
