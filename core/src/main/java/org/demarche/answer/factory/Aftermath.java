package org.demarche.answer.factory;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.answer.CitedClaim;

/**
 * The fate of a claim after it was made.
 *
 * @param responses finds the claims that respond to it or take it back, the oldest first
 * @param retractedBy the id of the response that takes it back with effect
 * @param revisedSources the sources of its evidence that exist no longer, each with the source that
 *     revised it
 */
public record Aftermath(
    Supplier<ImmutableList<CitedClaim>> responses,
    Optional<String> retractedBy,
    ImmutableSortedMap<String, String> revisedSources) {
  /** No response, no retraction and no revision. */
  public static final Aftermath NONE = found(ImmutableList.of());

  /** Creates the aftermath of a claim with the responses that were found already. */
  public static Aftermath found(ImmutableList<CitedClaim> responses) {
    return new Aftermath(() -> responses, Optional.empty(), ImmutableSortedMap.of());
  }

  /** Creates the aftermath of a claim whose responses are searched for on first access. */
  public static Aftermath searched(Supplier<ImmutableList<CitedClaim>> responses) {
    return new Aftermath(
        Suppliers.memoize(responses::get), Optional.empty(), ImmutableSortedMap.of());
  }

  /** Returns the same aftermath with the response that takes the claim back. */
  public Aftermath retractedBy(String claim) {
    return new Aftermath(responses, Optional.of(claim), revisedSources);
  }

  /** Returns the same aftermath with sources, each with the source that revised it. */
  public Aftermath revised(ImmutableSortedMap<String, String> sources) {
    return new Aftermath(responses, retractedBy, sources);
  }
}
