package org.demarche.json.answers;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.CitedClaim;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;

/** The claims that an answer cites, in the order of the answer, each with the evidence it cites. */
final class Citations {
  private final Map<String, CitedClaim> cited = new LinkedHashMap<>();
  private final SetMultimap<Claim, Evidence> evidence = LinkedHashMultimap.create();

  /** Adds a citation. */
  void add(CitedClaim citation) {
    cited.putIfAbsent(citation.claim().id(), citation);
    evidence.putAll(citation.claim(), citation.evidence());
  }

  /** Adds a claim that an answer has as a whole. */
  void add(Claim claim) {
    if (!evidence.containsKey(claim)) {
      evidence.putAll(claim, claim.evidence());
    }
  }

  /** Returns the claims. */
  Set<Claim> claims() {
    return evidence.keySet();
  }

  /** Returns the evidence that is cited for a claim. */
  Set<Evidence> evidence(Claim claim) {
    return evidence.get(claim);
  }

  /** Returns the citation of a claim; empty if the answer has the claim as a whole, or not. */
  Optional<CitedClaim> find(String claim) {
    return Optional.ofNullable(cited.get(claim));
  }
}
