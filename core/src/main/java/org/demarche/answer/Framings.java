package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.stream.Collectors;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The frames in which speakers put a matter: for each principal the frames of its claims, in
 * chronological order. A change of frame leaves the stance untouched.
 *
 * <pre>{@code
 * tracker.claims().onIssue("thaad-negotiability").framings().framesOf("rok-presidential-office")
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Framings implements Answer {
  Framings() {}

  /** {@return the question, in words} */
  @Value.Parameter
  public abstract String question();

  /**
   * {@return the claims that were searched, in chronological order, including claims without a
   * frame}
   */
  @Value.Parameter
  public abstract ImmutableList<Claim> claims();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** {@return all frames, in the order of their first use} */
  public final ImmutableSet<String> frames() {
    return claims().stream()
        .flatMap(claim -> claim.frames().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the frames that were used on behalf of exactly one principal. For a state with its
   * organs, query the claims of that party and call {@link #frames()}.
   *
   * @param principal the id of the principal
   * @return its frames, in the order of their first use
   * @throws IllegalArgumentException if the id is not in the dossier; the message suggests the
   *     nearest id
   */
  public final ImmutableSet<String> framesOf(String principal) {
    new IdLookup(dossier()).principal(requireNonNull(principal, "principal"));
    return claims().stream()
        .filter(claim -> claim.principals().contains(principal))
        .flatMap(claim -> claim.frames().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the frames that at least two principals used.
   *
   * @return for each shared frame its principals; frames and principals in the order of first use
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

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(
        question(),
        wording.count("frames", frames().size()),
        wording.count("claims", claims().size()));
  }

  /** {@return the question and a table with one row per claim that has frames} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.of(
        frames().isEmpty() ? question() + ": " + wording.text("none") : question(),
        AnswerTable.<Claim>in(wording)
            .column("asserted", row -> row.asserted().toString())
            .column("principals", row -> principals(row, wording))
            .column("proposition", row -> wording.proposition(dossier(), row.proposition()))
            .column("frames", row -> wording.frames(row.frames()))
            .column("claim", row -> ClaimText.id(row, wording), CitationText::anchor),
        claims().stream().filter(claim -> !claim.frames().isEmpty()).toList());
  }

  private String principals(Claim claim, Wording wording) {
    return claim.principals().stream()
        .map(id -> wording.party(dossier(), id))
        .collect(Collectors.joining(", "));
  }

  /** {@return the question and the number of frames and claims, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        question()
            + ": "
            + AnswerPages.count(frames().size(), "frame", "frames")
            + " in "
            + AnswerPages.count(claims().size(), "claim", "claims"));
  }
}
