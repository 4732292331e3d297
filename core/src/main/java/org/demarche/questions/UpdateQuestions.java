package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.List;
import org.demarche.answer.Change;
import org.demarche.answer.Difference;
import org.demarche.answer.Position;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.questions.PartyPropositionPairs.Pair;
import org.demarche.rules.ChangeRules;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.PositionRules;

/**
 * The questions about what added records changed. Only the pairs of a party and a proposition on
 * which an added claim bears are derived, as far as no other pair can have changed.
 */
public final class UpdateQuestions {
  private final EvidenceView before;
  private final EvidenceView after;
  private final List<Pair> touched;

  /** Creates the questions about two views of which the later is of a dossier with more records. */
  public UpdateQuestions(EvidenceView before, EvidenceView after, AddedRecords added) {
    this.before = before;
    this.after = after;
    this.touched =
        added.reachEarlierClaims()
            ? PartyPropositionPairs.of(after.index())
            : PartyPropositionPairs.of(after.index(), added.claims().stream());
  }

  /** Returns what the added records changed about positions on the earlier day. */
  public ImmutableList<Difference> differences() {
    EvidenceView then = after.at(before.viewpoint().asOf());
    EvidenceView silent = then.only(BitSet::new, before.viewpoint());
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (Pair pair : touched) {
      ChangeRules.difference(earlier(pair, silent), pair.position(then))
          .ifPresent(differences::add);
    }
    return differences.build();
  }

  /**
   * Derives the position of a pair from the earlier dossier. If this has no such party or
   * proposition, no claim supports the position.
   */
  private Position earlier(Pair pair, EvidenceView silent) {
    DossierIndex index = after.index();
    int party = before.index().numbers().indexOfActor(index.parties().actor(pair.party()).id());
    int proposition =
        before.index().numbers().indexOfProposition(index.proposition(pair.proposition()).id());
    return party < 0 || proposition < 0
        ? pair.position(silent)
        : PositionRules.position(before, party, proposition);
  }

  /**
   * Returns what changed from the earlier day to the later one. Where no added claim bears, nothing
   * can have changed if the earlier dossier has no claim after the earlier day.
   */
  public ImmutableList<Change> changes() {
    EvidenceView then = after.at(before.viewpoint().asOf());
    if (then.viewpoint().equals(after.viewpoint())) {
      return ImmutableList.of();
    }
    boolean isAllSaid = !before.index().endOfRecord().isAfter(before.viewpoint().asOf());
    List<Pair> pairs = isAllSaid ? touched : PartyPropositionPairs.of(after.index());
    return pairs.stream()
        .map(pair -> ChangeRules.change(after.index(), pair.position(then), pair.position(after)))
        .filter(ChangeRules::isNews)
        .collect(ImmutableList.toImmutableList());
  }
}
