package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * Another party that answers for what was said on a question: the organ for which a person spoke, a
 * parliament that does not speak for its government, or an organisation of which a state is a
 * member.
 *
 * <pre>{@code
 * for (OtherCapacity other : tracker.position("wang-yi", "three-nos").otherCapacities()) {
 *   System.out.println(tracker.position(other.party(), "three-nos").print());
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class OtherCapacity {
  OtherCapacity() {}

  /** {@return the id of the party to ask} */
  @Value.Parameter
  public abstract String party();

  /** {@return its claims on the proposition, at least one and at most sixteen} */
  @Value.Parameter
  public abstract ImmutableList<CitedClaim> claims();

  /** {@return the party and the ids of its claims, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        party()
            + ": "
            + String.join(", ", claims().stream().map(cited -> cited.claim().id()).toList()));
  }
}
