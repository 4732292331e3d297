package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.factory.Aftermath;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.model.Actor;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;

/**
 * The fate of a claim in a view: the claims that respond to it or take it back, and the sources
 * that revised its sources. A response is shown like a hint: it has evidence in the view, and was
 * not certainly made after the as-of date.
 */
public final class Responses {
  private static final Comparator<Claim> OLDEST_FIRST =
      Comparator.comparing((Claim claim) -> claim.asserted().latest()).thenComparing(Claim::id);

  private Responses() {}

  /** Returns what became of a claim. */
  public static Aftermath aftermath(EvidenceView view, int claim) {
    return aftermath(view, claim, false);
  }

  /**
   * Returns what became of a claim.
   *
   * @param whole whether all of its evidence is known to exist
   */
  static Aftermath aftermath(EvidenceView view, int claim, boolean whole) {
    Aftermath responses =
        view.index().claims(Field.ANSWERED, claim).length == 0
            ? Aftermath.NONE
            : Aftermath.searched(() -> responses(view, claim));
    ImmutableSortedMap<String, String> revised =
        whole ? ImmutableSortedMap.of() : revisedSources(view, view.index().claim(claim));
    return revised.isEmpty() ? responses : responses.revised(revised);
  }

  /** Returns the ids of the claims in a view that respond to a claim or take it back, in order. */
  public static Stream<String> ids(EvidenceView view, int claim) {
    return numbers(view, claim).mapToObj(number -> view.index().claim(number).id());
  }

  private static IntStream numbers(EvidenceView view, int claim) {
    return Arrays.stream(view.index().claims(Field.ANSWERED, claim)).filter(view::shows);
  }

  private static ImmutableList<CitedClaim> responses(EvidenceView view, int claim) {
    DossierIndex index = view.index();
    return numbers(view, claim)
        .boxed()
        .sorted(Comparator.comparing(index::claim, OLDEST_FIRST))
        .map(number -> cite(view, number, retraction(view, number)))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the claim that takes a response back in its turn, if there is one. */
  private static Aftermath retraction(EvidenceView view, int response) {
    DossierIndex index = view.index();
    if (index.retractions(response).isEmpty()) {
      return Aftermath.NONE;
    }
    int family =
        index
            .parties()
            .family(index.numbers().actor(index.claim(response).principals().iterator().next()));
    return new Retractions(view, family, view.asOf())
        .retracting(response)
        .map(by -> cite(view, by, Aftermath.NONE))
        .map(by -> Aftermath.found(ImmutableList.of(by)).retractedBy(by.claim().id()))
        .orElse(Aftermath.NONE);
  }

  /** Cites a claim by itself, with its best grade for one of its principals. */
  static CitedClaim cite(EvidenceView view, int number) {
    return cite(view, number, aftermath(view, number));
  }

  private static CitedClaim cite(EvidenceView view, int number, Aftermath aftermath) {
    Provenance provenance = new Provenance(view);
    Claim claim = view.index().claim(number);
    return AnswerFactory.get()
        .citedClaim(
            claim,
            claim.stance(),
            false,
            provenance.grades(number).values().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow(),
            claim.principals().stream()
                .flatMap(id -> view.index().dossier().actor(id).stream())
                .map(Actor::authority)
                .max(Comparator.naturalOrder())
                .orElse(Authority.UNSPECIFIED),
            provenance.evidence(number),
            aftermath,
            view.index().dossier());
  }

  /** Returns the published sources of a claim that were revised by the known-at date. */
  private static ImmutableSortedMap<String, String> revisedSources(EvidenceView view, Claim claim) {
    ImmutableSortedMap.Builder<String, String> revised = ImmutableSortedMap.naturalOrder();
    claim.evidence().stream()
        .map(Evidence::source)
        .distinct()
        .forEach(
            id -> {
              int source = view.index().numbers().source(id);
              if (view.admits(source) && view.isPublished(source)) {
                view.revision(source).ifPresent(revision -> revised.put(id, revision.id()));
              }
            });
    return revised.buildOrThrow();
  }
}
