package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The builder of claims. A dossier can have millions of claims, so the builder keeps the immutable
 * sorted sets that it is given instead of copying them, and many claims can share one set.
 */
final class ClaimBuilder implements Claim.Builder {
  private static final ImmutableSortedSet<String> NO_IDS = ImmutableSortedSet.of();

  private Optional<String> id = Optional.empty();
  private Optional<String> gist = Optional.empty();
  private ImmutableSortedSet<String> speakers = NO_IDS;
  private ImmutableSortedSet<String> principals = NO_IDS;
  private Optional<String> role = Optional.empty();
  private Optional<When> asserted = Optional.empty();
  private Basis basis = Basis.STATED;
  private Optional<String> occasion = Optional.empty();
  private ImmutableSortedSet<String> audience = NO_IDS;
  private Optional<String> proposition = Optional.empty();
  private Optional<Stance> stance = Optional.empty();
  private Optional<Force> force = Optional.empty();
  private ImmutableSortedSet<String> frames = NO_IDS;
  private ImmutableSortedSet<String> respondsTo = NO_IDS;
  private ImmutableList<Evidence> evidence = ImmutableList.of();
  private Optional<String> note = Optional.empty();

  private static ImmutableSortedSet<String> sortedSet(Iterable<String> ids) {
    return ImmutableSortedSet.copyOf(Ordering.natural(), ids);
  }

  private static ImmutableSortedSet<String> withAdded(
      ImmutableSortedSet<String> some, String[] more) {
    return ImmutableSortedSet.<String>naturalOrder()
        .addAll(some)
        .addAll(Arrays.asList(more))
        .build();
  }

  @Override
  public Claim.Builder from(Claim claim) {
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
    return this;
  }

  @Override
  public Claim.Builder id(String id) {
    this.id = Optional.of(id);
    return this;
  }

  @Override
  public Claim.Builder gist(String gist) {
    this.gist = Optional.of(gist);
    return this;
  }

  @Override
  public Claim.Builder role(String role) {
    this.role = Optional.of(role);
    return this;
  }

  @Override
  public Claim.Builder asserted(When asserted) {
    this.asserted = Optional.of(asserted);
    return this;
  }

  @Override
  public Claim.Builder basis(Basis basis) {
    this.basis = basis;
    return this;
  }

  @Override
  public Claim.Builder occasion(String id) {
    occasion = Optional.of(id);
    return this;
  }

  @Override
  public Claim.Builder proposition(String id) {
    proposition = Optional.of(id);
    return this;
  }

  @Override
  public Claim.Builder stance(Stance stance) {
    this.stance = Optional.of(stance);
    return this;
  }

  @Override
  public Claim.Builder force(Force force) {
    this.force = Optional.of(force);
    return this;
  }

  @Override
  public Claim.Builder note(String note) {
    this.note = Optional.of(note);
    return this;
  }

  @Override
  public Claim.Builder addSpeakers(String... ids) {
    speakers = withAdded(speakers, ids);
    return this;
  }

  @Override
  public Claim.Builder speakers(Iterable<String> ids) {
    speakers = sortedSet(ids);
    return this;
  }

  @Override
  public Claim.Builder addPrincipals(String... ids) {
    principals = withAdded(principals, ids);
    return this;
  }

  @Override
  public Claim.Builder principals(Iterable<String> ids) {
    principals = sortedSet(ids);
    return this;
  }

  @Override
  public Claim.Builder addAudience(String... ids) {
    audience = withAdded(audience, ids);
    return this;
  }

  @Override
  public Claim.Builder audience(Iterable<String> ids) {
    audience = sortedSet(ids);
    return this;
  }

  @Override
  public Claim.Builder addFrames(String... slugs) {
    frames = withAdded(frames, slugs);
    return this;
  }

  @Override
  public Claim.Builder frames(Iterable<String> slugs) {
    frames = sortedSet(slugs);
    return this;
  }

  @Override
  public Claim.Builder addRespondsTo(String... ids) {
    respondsTo = withAdded(respondsTo, ids);
    return this;
  }

  @Override
  public Claim.Builder respondsTo(Iterable<String> ids) {
    respondsTo = sortedSet(ids);
    return this;
  }

  @Override
  public Claim.Builder addEvidence(Evidence... more) {
    evidence = ImmutableList.<Evidence>builder().addAll(evidence).add(more).build();
    return this;
  }

  @Override
  public Claim.Builder evidence(Iterable<? extends Evidence> pieces) {
    evidence = ImmutableList.copyOf(pieces);
    return this;
  }

  @Override
  public Claim build() {
    List<String> missing = new ArrayList<>();
    require("id", id, missing);
    require("asserted", asserted, missing);
    require("proposition", proposition, missing);
    require("stance", stance, missing);
    require("force", force, missing);
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "a claim cannot be built without its " + String.join(", ", missing));
    }
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
        note);
  }

  private static void require(String name, Optional<?> value, List<String> missing) {
    if (value.isEmpty()) {
      missing.add(name);
    }
  }
}
