package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * In what light a matter is put, by whom and when: for each principal the frames of its claims, in
 * the order of time. A change of frame leaves the stance untouched.
 *
 * <pre>{@code
 * tracker.claims().onIssue("thaad-negotiability").framings().framesOf("rok-presidential-office")
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Framings implements Answer {
  Framings() {}

  /** What was asked, in words. */
  @Value.Parameter
  public abstract String question();

  /** The claims that were looked at, in the order of time; those without a frame show none. */
  @Value.Parameter
  public abstract ImmutableList<Claim> claims();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** The frames of some claims of a dossier, given in the order of time. */
  public static Framings of(String question, Iterable<? extends Claim> claims, Dossier dossier) {
    return ImmutableFramings.of(question, claims, dossier);
  }

  /** All frames, in the order of their first use. */
  public final ImmutableSet<String> frames() {
    return claims().stream()
        .flatMap(claim -> claim.frames().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * The frames that were used on behalf of exactly that principal, in the order of their first use;
   * for a state with its organs ask {@link #frames()} of the claims of that party.
   *
   * @throws IllegalArgumentException if it is not in the dossier; it names the nearest
   */
  public final ImmutableSet<String> framesOf(String principal) {
    dossier().ids().principal(principal);
    return claims().stream()
        .filter(claim -> claim.principals().contains(principal))
        .flatMap(claim -> claim.frames().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * The frames that two principals or more used, each with them in the order of their first use.
   */
  public final ImmutableListMultimap<String, String> shared() {
    SetMultimap<String, String> users = LinkedHashMultimap.create();
    for (Claim claim : claims()) {
      claim.frames().forEach(frame -> users.putAll(frame, claim.principals()));
    }
    ImmutableListMultimap.Builder<String, String> shared = ImmutableListMultimap.builder();
    users
        .asMap()
        .forEach(
            (frame, principals) -> {
              if (principals.size() > 1) {
                shared.putAll(frame, principals);
              }
            });
    return shared.build();
  }

  /** The question and a table: a row a claim that has frames. */
  @Override
  public final TextPage page() {
    return AnswerPages.of(
        frames().isEmpty() ? question() + ": none" : question(),
        ImmutableList.of("asserted", "principals", "proposition", "frames", "claim"),
        claims().stream().filter(claim -> !claim.frames().isEmpty()).toList(),
        claim ->
            AnswerPages.row(
                claim.asserted().toString(),
                String.join(", ", claim.principals()),
                claim.proposition(),
                String.join(", ", claim.frames()),
                claim.id()));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
