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
  private final String party;
  private final String proposition;
  private final PositionOutcome then;
  private final PositionOutcome now;
  private final Supplier<Change> derived;

  /**
   * Creates the change of a position.
   *
   * @param derivation derives the change from both positions
   */
  ChangeOfOutcomes(
      String party,
      String proposition,
      PositionOutcome then,
      PositionOutcome now,
      Supplier<Change> derivation) {
    this.party = party;
    this.proposition = proposition;
    this.then = then;
    this.now = now;
    this.derived = Suppliers.memoize(derivation::get);
  }

  @Override
  public String party() {
    return party;
  }

  @Override
  public String proposition() {
    return proposition;
  }

  @Override
  public Change.Label label() {
    return ChangeRules.label(then, now).orElseGet(() -> derived.get().label());
  }

  @Override
  public PositionOutcome outcomeBefore() {
    return then;
  }

  @Override
  public PositionOutcome outcomeAfter() {
    return now;
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
