package org.demarche.coding;

import com.google.common.collect.ImmutableSortedMap;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * A member of a claim in which coders differ, for an adjudication.
 *
 * <pre>{@code
 * Disagreement first = comparison.disagreements().get(0);
 * System.out.println(first);   // KT17-03 force {kim=PROMISE, lee=STATE_INTENTION}
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Disagreement {
  Disagreement() {}

  /** {@return the claim, with its id with each coder and its quotation} */
  @Value.Parameter
  public abstract CodedUnit unit();

  /** {@return the name of the member, such as {@code force}, as files store it} */
  @Value.Parameter
  public abstract String member();

  /** {@return the value of each coder as text, by coder; empty where a coder gave none} */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedMap<String, String> values();

  /** {@return the id of the unit, the member and the values, in one line} */
  @Override
  public final String toString() {
    return OneLine.whole(unit().id() + " " + member() + " " + values());
  }
}
