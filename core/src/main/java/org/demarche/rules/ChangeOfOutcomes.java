package org.demarche.rules;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import org.demarche.answer.Change;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.factory.ChangeParts;

/**
 * A change of which the outcomes are known. The positions are derived when they are first needed:
 * for the label only if the outcomes do not decide it.
 */
final class ChangeOfOutcomes implements ChangeParts {
  private final EvidenceView before;
  private final EvidenceView after;
  private final int party;
  private final int proposition;
  private final PositionOutcome then;
  private final PositionOutcome now;
  private final Supplier<Change> derived = Suppliers.memoize(this::derive);

  ChangeOfOutcomes(
      EvidenceView before,
      EvidenceView after,
      int party,
      int proposition,
      PositionOutcome then,
      PositionOutcome now) {
    this.before = before;
    this.after = after;
    this.party = party;
    this.proposition = proposition;
    this.then = then;
    this.now = now;
  }

  private Change derive() {
    return ChangeRules.change(
        after.index(),
        PositionRules.position(before, party, proposition),
        PositionRules.position(after, party, proposition));
  }

  @Override
  public String party() {
    return after.index().parties().actor(party).id();
  }

  @Override
  public String proposition() {
    return after.index().proposition(proposition).id();
  }

  @Override
  public Change.Label label() {
    return ChangeRules.label(then, now).orElseGet(() -> derived.get().label());
  }

  @Override
  public Position before() {
    return derived.get().before();
  }

  @Override
  public Position after() {
    return derived.get().after();
  }

  @Override
  public boolean hasAdministrationChanged() {
    return derived.get().hasAdministrationChanged();
  }
}
