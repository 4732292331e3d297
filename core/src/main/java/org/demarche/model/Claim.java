package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.demarche.suggestion.Nearest;
import org.demarche.typography.VisibleText;
import org.immutables.value.Value;

/**
 * One stance on one proposition, as it was reported: who said it, on whose behalf, when, with what
 * force, and by which evidence this is known. It is the unit of record.
 *
 * <p>The <i>speaker</i> utters the words, and the <i>principal</i> is committed by them (E.
 * Goffman, <i>Forms of Talk</i>, 1981: animator and principal; PROV: actedOnBehalfOf). A claim of
 * several principals is joint. The word “claim” does not imply doubt.
 *
 * <pre>{@code
 * Claim.builder().id("UPI17-04").addSpeakers("kang-kyung-wha").addPrincipals("rok-mofa")
 *     .asserted(When.parse("2017-10-30")).basis(Basis.RESOLVED)
 *     .proposition("additional-thaad").stance(Stance.AGAINST).force(Force.STATE_INTENTION)
 *     .addEvidence(Evidence.builder().source("UPI17").mode(Mode.INDIRECT).quote("…").build())
 *     .build()
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Claim implements DossierRecord {
  Claim() {}

  /** {@return the id, unique among claims} */
  @Override
  @Value.Parameter
  public abstract String id();

  /** {@return the claim in one line, in the coder's words, for tables} */
  @Value.Parameter
  public abstract Optional<String> gist();

  /** {@return the ids of the actors who uttered the words, at least one} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> speakers();

  /** {@return the ids of the actors on whose behalf the claim counts, at least one} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> principals();

  /** {@return the capacity in which the speaker spoke, in the words of the source} */
  @Value.Parameter
  public abstract Optional<String> role();

  /** {@return the date on which, or the period in which, the words were said} */
  @Value.Parameter
  public abstract When asserted();

  /** {@return the basis of that date; default: {@link Basis#STATED}} */
  @Value.Parameter
  public abstract Basis basis();

  /** {@return the id of the occasion at which the words were said, or which they report} */
  @Value.Parameter
  public abstract Optional<String> occasion();

  /** {@return the ids of the actors who were addressed} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> audience();

  /** {@return the id of the proposition} */
  @Value.Parameter
  public abstract String proposition();

  /** {@return the stance on the proposition} */
  @Value.Parameter
  public abstract Stance stance();

  /** {@return the speech act} */
  @Value.Parameter
  public abstract Force force();

  /**
   * Returns the frames: the aspects under which the speaker presents the matter (R. Entman,
   * “Framing”, Journal of Communication 43, 1993).
   *
   * @return slugs of an open vocabulary, which belongs to the issue
   */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> frames();

  /** {@return the ids of the claims to which this one responds} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> respondsTo();

  /** {@return the evidence, at least one piece, in the order given} */
  @Value.Parameter
  public abstract ImmutableList<Evidence> evidence();

  /** {@return a remark of the coder} */
  @Value.Parameter
  public abstract Optional<String> note();

  /**
   * Returns the earlier claims that this claim takes back. From the day on which this claim was
   * certainly made, they no longer count, and what they had superseded counts again. A policy that
   * ends is not taken back: its end is a stance on the same proposition.
   *
   * @return ids of claims of its own side; default: empty
   */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> retracts();

  /**
   * Returns the words on which the claim depends, such as “only if attacked first”. A degree, such
   * as “in part”, is no condition: it belongs to the proposition.
   *
   * @return the words, or empty
   */
  @Value.Parameter
  public abstract Optional<String> condition();

  /**
   * Returns the deadline of the claim: the day by which its principals are to act, or those whom
   * they ask to act.
   *
   * @return the day or period, not before the claim was made; or empty
   */
  @Value.Parameter
  public abstract Optional<When> due();

  /** {@return the person or the program that coded the claim} */
  @Value.Parameter
  public abstract Optional<String> coder();

  /**
   * Returns whether a person has yet to check the claim. A draft carries, hints at and disputes
   * nothing.
   *
   * @return true for a draft; default: false
   */
  @Value.Parameter
  public abstract boolean isDraft();

  /** {@return the person who checked the claim; a draft has none} */
  @Value.Parameter
  public abstract Optional<String> reviewer();

  /** {@return the readings of other coders, which an adjudication set aside} */
  @Value.Parameter
  public abstract ImmutableList<Reading> readings();

  /**
   * Returns an empty builder of claims.
   *
   * @return a builder; {@code id}, {@code asserted}, {@code proposition}, {@code stance} and {@code
   *     force} are required, and at least one speaker, one principal and one piece of evidence
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Unites the evidence of two reports of one claim, which corroborates the record. Of a draft and
   * a coded claim, the coded one stays as it is.
   *
   * @param other a claim of the same id
   * @return this claim with its evidence followed by the further evidence of the other; the coded
   *     one of the two if the other is a draft; or empty if two coded claims, or two drafts, differ
   *     in anything but evidence
   */
  public final Optional<Claim> corroborated(Claim other) {
    requireNonNull(other, "other");
    if (isDraft() != other.isDraft()) {
      return Optional.of(isDraft() ? other : this);
    }
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

  /**
   * Replaces the evidence.
   *
   * @param evidence the new evidence, at least one piece
   * @return a claim with that evidence; this one is unchanged
   * @throws InvalidDossierException if there is no evidence, or a piece of it is invalid
   */
  public final Claim withEvidence(Iterable<? extends Evidence> evidence) {
    return builder().from(this).evidence(evidence).build();
  }

  /** {@return the members that are given, in one line} */
  @Override
  public final String toString() {
    return RecordMembers.line("claim", this);
  }

  /**
   * A builder of claims.
   *
   * @since 0.1
   */
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private Optional<String> gist = Optional.empty();
    private ImmutableSortedSet<String> speakers = ImmutableSortedSet.of();
    private ImmutableSortedSet<String> principals = ImmutableSortedSet.of();
    private Optional<String> role = Optional.empty();
    private Optional<When> asserted = Optional.empty();
    private Basis basis = Basis.STATED;
    private Optional<String> occasion = Optional.empty();
    private ImmutableSortedSet<String> audience = ImmutableSortedSet.of();
    private Optional<String> proposition = Optional.empty();
    private Optional<Stance> stance = Optional.empty();
    private Optional<Force> force = Optional.empty();
    private ImmutableSortedSet<String> frames = ImmutableSortedSet.of();
    private ImmutableSortedSet<String> respondsTo = ImmutableSortedSet.of();
    private ImmutableList<Evidence> evidence = ImmutableList.of();
    private Optional<String> note = Optional.empty();
    private ImmutableSortedSet<String> retracts = ImmutableSortedSet.of();
    private Optional<String> condition = Optional.empty();
    private Optional<When> due = Optional.empty();
    private Optional<String> coder = Optional.empty();
    private boolean draft = false;
    private Optional<String> reviewer = Optional.empty();
    private ImmutableList<Reading> readings = ImmutableList.of();

    private Builder() {}

    /**
     * Replaces every value by the value of another claim.
     *
     * @param claim the claim to start from
     * @return this builder
     */
    public Builder from(Claim claim) {
      requireNonNull(claim, "claim");
      id = Optional.of(claim.id());
      gist = claim.gist();
      speakers = claim.speakers();
      principals = claim.principals();
      role = claim.role();
      asserted = Optional.of(claim.asserted());
      basis = claim.basis();
      occasion = claim.occasion();
      audience = claim.audience();
      proposition = Optional.of(claim.proposition());
      stance = Optional.of(claim.stance());
      force = Optional.of(claim.force());
      frames = claim.frames();
      respondsTo = claim.respondsTo();
      evidence = claim.evidence();
      note = claim.note();
      retracts = claim.retracts();
      condition = claim.condition();
      due = claim.due();
      coder = claim.coder();
      draft = claim.isDraft();
      reviewer = claim.reviewer();
      readings = claim.readings();
      return this;
    }

    /**
     * Sets the id.
     *
     * @param id a slug, unique among claims; required
     * @return this builder
     */
    public Builder id(String id) {
      this.id = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the claim in one line.
     *
     * @param gist a line in the coder's words that is not blank
     * @return this builder
     */
    public Builder gist(String gist) {
      this.gist = Optional.of(requireNonNull(gist, "gist"));
      return this;
    }

    /**
     * Adds actors who uttered the words.
     *
     * @param ids ids of actors
     * @return this builder
     */
    public Builder addSpeakers(String... ids) {
      speakers = SortedIds.plus(speakers, ids, "ids");
      return this;
    }

    /**
     * Sets the actors who uttered the words.
     *
     * @param ids ids of actors, at least one
     * @return this builder
     */
    public Builder speakers(Iterable<String> ids) {
      speakers = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Adds actors on whose behalf the claim counts.
     *
     * @param ids ids of actors
     * @return this builder
     */
    public Builder addPrincipals(String... ids) {
      principals = SortedIds.plus(principals, ids, "ids");
      return this;
    }

    /**
     * Sets the actors on whose behalf the claim counts.
     *
     * @param ids ids of actors, at least one; several make a joint claim
     * @return this builder
     */
    public Builder principals(Iterable<String> ids) {
      principals = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Sets the capacity in which the speaker spoke.
     *
     * @param role the capacity, in the words of the source
     * @return this builder
     */
    public Builder role(String role) {
      this.role = Optional.of(requireNonNull(role, "role"));
      return this;
    }

    /**
     * Sets the date on which, or the period in which, the words were said.
     *
     * @param asserted the date or period; required
     * @return this builder
     */
    public Builder asserted(When asserted) {
      this.asserted = Optional.of(requireNonNull(asserted, "asserted"));
      return this;
    }

    /**
     * Sets the basis of the date.
     *
     * @param basis the basis; default: {@link Basis#STATED}
     * @return this builder
     */
    public Builder basis(Basis basis) {
      this.basis = requireNonNull(basis, "basis");
      return this;
    }

    /**
     * Sets the occasion at which the words were said, or which they report.
     *
     * @param id the id of an occasion
     * @return this builder
     */
    public Builder occasion(String id) {
      occasion = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Adds actors who were addressed.
     *
     * @param ids ids of actors
     * @return this builder
     */
    public Builder addAudience(String... ids) {
      audience = SortedIds.plus(audience, ids, "ids");
      return this;
    }

    /**
     * Sets the actors who were addressed.
     *
     * @param ids ids of actors; default: empty
     * @return this builder
     */
    public Builder audience(Iterable<String> ids) {
      audience = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Sets the proposition.
     *
     * @param id the id of a proposition; required
     * @return this builder
     */
    public Builder proposition(String id) {
      proposition = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the stance on the proposition.
     *
     * @param stance the stance, which must fit the force; required
     * @return this builder
     */
    public Builder stance(Stance stance) {
      this.stance = Optional.of(requireNonNull(stance, "stance"));
      return this;
    }

    /**
     * Sets the speech act.
     *
     * @param force the force; required
     * @return this builder
     */
    public Builder force(Force force) {
      this.force = Optional.of(requireNonNull(force, "force"));
      return this;
    }

    /**
     * Adds aspects under which the speaker presents the matter.
     *
     * @param slugs slugs of an open vocabulary
     * @return this builder
     */
    public Builder addFrames(String... slugs) {
      frames = SortedIds.plus(frames, slugs, "slugs");
      return this;
    }

    /**
     * Sets the aspects under which the speaker presents the matter.
     *
     * @param slugs slugs of an open vocabulary; default: empty
     * @return this builder
     */
    public Builder frames(Iterable<String> slugs) {
      frames = SortedIds.of(slugs, "slugs");
      return this;
    }

    /**
     * Adds claims to which this one responds.
     *
     * @param ids ids of other claims
     * @return this builder
     */
    public Builder addRespondsTo(String... ids) {
      respondsTo = SortedIds.plus(respondsTo, ids, "ids");
      return this;
    }

    /**
     * Sets the claims to which this one responds.
     *
     * @param ids ids of other claims; default: empty
     * @return this builder
     */
    public Builder respondsTo(Iterable<String> ids) {
      respondsTo = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Adds evidence after the existing evidence.
     *
     * @param evidence pieces of evidence
     * @return this builder
     */
    public Builder addEvidence(Evidence... evidence) {
      this.evidence =
          ImmutableList.<Evidence>builder()
              .addAll(this.evidence)
              .addAll(Elements.of(evidence, "evidence"))
              .build();
      return this;
    }

    /**
     * Sets the evidence.
     *
     * @param evidence pieces of evidence, at least one
     * @return this builder
     */
    public Builder evidence(Iterable<? extends Evidence> evidence) {
      this.evidence = Elements.of(evidence, "evidence");
      return this;
    }

    /**
     * Sets a remark of the coder.
     *
     * @param note any text
     * @return this builder
     */
    public Builder note(String note) {
      this.note = Optional.of(requireNonNull(note, "note"));
      return this;
    }

    /**
     * Adds earlier claims of its own side that this claim takes back.
     *
     * @param ids ids of other claims
     * @return this builder
     */
    public Builder addRetracts(String... ids) {
      retracts = SortedIds.plus(retracts, ids, "ids");
      return this;
    }

    /**
     * Sets earlier claims of its own side that this claim takes back.
     *
     * @param ids ids of other claims; default: empty
     * @return this builder
     */
    public Builder retracts(Iterable<String> ids) {
      retracts = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Sets the words on which the claim depends.
     *
     * @param condition a text that is not blank
     * @return this builder
     */
    public Builder condition(String condition) {
      this.condition = Optional.of(requireNonNull(condition, "condition"));
      return this;
    }

    /**
     * Sets the deadline: the day by which the principals are to act, or those whom they ask to act.
     *
     * @param due a date
     * @return this builder
     */
    public Builder due(When due) {
      this.due = Optional.of(requireNonNull(due, "due"));
      return this;
    }

    /**
     * Sets the person or the program that coded the claim.
     *
     * @param coder a name that is not blank
     * @return this builder
     */
    public Builder coder(String coder) {
      this.coder = Optional.of(requireNonNull(coder, "coder"));
      return this;
    }

    /**
     * Sets whether a person has yet to check the claim.
     *
     * @param draft true for a draft; default: false
     * @return this builder
     */
    public Builder draft(boolean draft) {
      this.draft = draft;
      return this;
    }

    /**
     * Sets the person who checked the claim.
     *
     * @param reviewer a name that is not blank; not allowed for a draft
     * @return this builder
     */
    public Builder reviewer(String reviewer) {
      this.reviewer = Optional.of(requireNonNull(reviewer, "reviewer"));
      return this;
    }

    /**
     * Adds readings of other coders, which an adjudication set aside.
     *
     * @param readings readings that differ from this claim
     * @return this builder
     */
    public Builder addReadings(Reading... readings) {
      this.readings =
          ImmutableList.<Reading>builder()
              .addAll(this.readings)
              .addAll(Elements.of(readings, "readings"))
              .build();
      return this;
    }

    /**
     * Sets readings of other coders, which an adjudication set aside.
     *
     * @param readings readings that differ from this claim; default: empty
     * @return this builder
     */
    public Builder readings(Iterable<? extends Reading> readings) {
      this.readings = Elements.of(readings, "readings");
      return this;
    }

    /**
     * Builds the claim.
     *
     * @return the claim with the values given
     * @throws InvalidDossierException if a required value is missing or a value is invalid, with
     *     every problem of the claim; values that refer to other records are checked by {@link
     *     Dossier#of}
     */
    public Claim build() {
      check();
      return ImmutableClaim.of(
          id.orElseThrow(),
          gist,
          speakers,
          principals,
          role,
          asserted.orElseThrow(),
          basis,
          occasion,
          audience,
          proposition.orElseThrow(),
          stance.orElseThrow(),
          force.orElseThrow(),
          frames,
          respondsTo,
          evidence,
          note,
          retracts,
          condition,
          due,
          coder,
          draft,
          reviewer,
          readings);
    }

    private void check() {
      ProblemCollector problems = new ProblemCollector("claim", id.orElse(""));
      problems.requiredId("id", id);
      problems.required("asserted", asserted);
      problems.required("proposition", proposition);
      problems.required("stance", stance);
      problems.required("force", force);
      frames.forEach(frame -> problems.id("frames", frame));
      gist.ifPresent(given -> problems.text("gist", given));
      condition.ifPresent(given -> problems.text("condition", given));
      coder.ifPresent(given -> problems.text("coder", given));
      due.ifPresent(given -> problems.ended("due", given));
      checkReview(problems);
      if (speakers.isEmpty()) {
        problems.add(
            Problem.Code.MISSING, "speakers", "[]", "speakers: a claim needs at least one speaker");
      }
      if (principals.isEmpty()) {
        problems.add(
            Problem.Code.MISSING,
            "principals",
            "[]",
            "principals: a claim needs at least one principal");
      }
      if (stance.isPresent() && force.isPresent()) {
        checkStance(stance.get(), force.get(), problems);
      }
      if (id.filter(respondsTo::contains).isPresent()) {
        problems.add(
            Problem.Code.BAD_RESPONSE, "respondsTo", id.get(), "a claim cannot respond to itself");
      }
      if (id.filter(retracts::contains).isPresent()) {
        problems.add(
            Problem.Code.BAD_RETRACTION, "retracts", id.get(), "a claim cannot retract itself");
      }
      if (force.equals(Optional.of(Force.WITHDRAW)) && retracts.isEmpty()) {
        problems.add(
            Problem.Code.BAD_RETRACTION,
            "retracts",
            "[]",
            "WITHDRAW takes back an earlier claim: name it in 'retracts', or use another force");
      }
      if (evidence.isEmpty()) {
        problems.add(
            Problem.Code.MISSING, "evidence", "[]", "a claim needs at least one piece of evidence");
      }
      for (int i = 0; i < evidence.size(); i++) {
        checkEvidence(problems, "evidence/" + i, evidence.get(i));
      }
      problems.throwIfAny();
    }

    private void checkReview(ProblemCollector problems) {
      reviewer.ifPresent(given -> problems.text("reviewer", given));
      if (draft && reviewer.isPresent()) {
        problems.add(
            Problem.Code.BAD_VALUE,
            "reviewer",
            reviewer.get(),
            "a draft has no reviewer, got '"
                + reviewer.get()
                + "': a claim that a person has checked is no draft");
      }
      for (int i = 0; i < readings.size(); i++) {
        String field = "readings/" + i;
        problems.text(field + "/coder", readings.get(i).coder());
        if (readings.get(i).members().isEmpty()) {
          problems.add(
              Problem.Code.MISSING,
              field + "/members",
              "{}",
              "the reading of " + readings.get(i).coder() + " differs in no member: leave it out");
        }
        for (String member : readings.get(i).members().keySet()) {
          checkRead(field + "/members/" + Problem.step(member), member, problems);
        }
      }
    }

    /** Checks that the first step of a path leads to a member of a claim. */
    private static void checkRead(String field, String path, ProblemCollector problems) {
      String member = path.replaceFirst("/.*", "");
      if (!RecordMembers.OF_CLAIMS.contains(member)) {
        problems.add(
            Problem.Code.UNKNOWN_MEMBER,
            field,
            path,
            "a claim has no member '"
                + member
                + "'"
                + Nearest.hint(member, RecordMembers.OF_CLAIMS, 1));
      }
    }

    private static void checkStance(Stance stance, Force force, ProblemCollector problems) {
      if (force.takesNoSide() && stance != Stance.UNCOMMITTED) {
        problems.add(
            Problem.Code.UNFIT_STANCE,
            "stance",
            stance.name(),
            force + " takes no side: stance must be UNCOMMITTED, got " + stance);
      }
      if (force.takesASide() && stance == Stance.UNCOMMITTED) {
        problems.add(
            Problem.Code.UNFIT_STANCE,
            "stance",
            stance.name(),
            force + " takes a side: stance must be FOR or AGAINST, got " + stance);
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
                + " needs a quotation: only RECORDED evidence may omit it, this is "
                + piece.mode());
      }
      if (piece.quote().isPresent() && !VisibleText.isSeen(piece.quote().get())) {
        problems.add(
            Problem.Code.BLANK,
            field + "/quote",
            piece.quote().get(),
            "the quotation from " + piece.source() + " is empty");
      }
      piece
          .language()
          .filter(tag -> !Evidence.isLanguage(tag))
          .ifPresent(
              tag ->
                  problems.add(
                      Problem.Code.BAD_VALUE,
                      field + "/language",
                      tag,
                      "language '" + tag + "' is not a BCP 47 tag, such as ko or zh-Hant"));
      piece.translation().ifPresent(given -> problems.text(field + "/translation", given));
      if (piece.translation().isPresent() && piece.quote().isEmpty()) {
        problems.add(
            Problem.Code.MISSING,
            field + "/quote",
            "",
            "the evidence from " + piece.source() + " has a translation, but not the quotation");
      }
      for (String relay : piece.via()) {
        if (speakers.contains(relay)) {
          problems.add(
              Problem.Code.SPEAKER_RELAYS,
              field + "/via",
              relay,
              "'"
                  + relay
                  + "' is both the speaker and a relay of the evidence from "
                  + piece.source()
                  + ": the speaker cannot also be listed in via");
        }
      }
    }
  }
}
