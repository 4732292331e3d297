package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.OtherCapacity;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.model.Claim;

/**
 * The other capacities in which a party spoke (rule 1): a person on behalf of another, a parliament
 * of a state for itself, a member in its organisation.
 */
final class OtherCapacities {
  private static final Comparator<Claim> NEWEST_FIRST =
      Comparator.comparing((Claim claim) -> claim.asserted().latest(), Comparator.reverseOrder())
          .thenComparing(Claim::id);

  private final EvidenceView view;
  private final DossierIndex index;
  private final PartyIndex parties;
  private final int party;
  private final int proposition;

  OtherCapacities(EvidenceView view, int party, int proposition) {
    this.view = view;
    this.index = view.index();
    this.parties = index.parties();
    this.party = party;
    this.proposition = proposition;
  }

  /** Returns the parties that answer for the hints or for what a person said, by their ids. */
  ImmutableList<OtherCapacity> withHints(List<CitedClaim> hints) {
    ListMultimap<String, CitedClaim> found = MultimapBuilder.treeKeys().arrayListValues().build();
    for (CitedClaim hint : hints) {
      hint.claim().principals().stream()
          .flatMap(id -> answering(index.numbers().actor(id)).stream())
          .distinct()
          .forEach(answering -> found.put(parties.actor(answering).id(), hint));
    }
    if (parties.isPerson(party)) {
      saidForOthers()
          .forEach(cited -> cited.claim().principals().forEach(id -> found.put(id, cited)));
    }
    return found.asMap().entrySet().stream()
        .map(
            entry ->
                AnswerFactory.get()
                    .otherCapacity(
                        entry.getKey(),
                        entry.getValue().stream().limit(RelatedClaims.LISTED).toList()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the organ or organisation whose own position a principal of a hint carries. */
  private Optional<Integer> answering(int principal) {
    return parties
        .ownBody(principal, party)
        .or(() -> parties.side(principal).filter(parties.organisations(party)::contains));
  }

  /** Returns what a person said on the proposition on behalf of others alone, the newest first. */
  private List<CitedClaim> saidForOthers() {
    String person = parties.actor(party).id();
    int[] said = index.claims(Field.SPEAKER, party);
    int[] stated = index.claims(Field.PROPOSITION, proposition);
    return Arrays.stream(said.length < stated.length ? said : stated)
        .filter(number -> isSaidForOthers(index.claim(number), person) && view.shows(number))
        .boxed()
        .sorted(Comparator.comparing(index::claim, NEWEST_FIRST))
        .map(number -> Responses.cite(view, number))
        .toList();
  }

  private boolean isSaidForOthers(Claim claim, String person) {
    return claim.speakers().contains(person)
        && !claim.principals().contains(person)
        && claim.proposition().equals(index.proposition(proposition).id());
  }
}
