package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.demarche.answer.Viewpoint;

/**
 * The facts that an answer states around one of its positions. The compact form of the position
 * does not repeat it.
 *
 * @param parties the parties of the answer
 * @param proposition the proposition of the answer
 * @param viewpoints the viewpoints of the answer
 */
record Around(
    ImmutableList<String> parties,
    Optional<String> proposition,
    ImmutableList<Viewpoint> viewpoints) {
  /** No facts: around an answer that is not part of another one. */
  static final Around NOTHING =
      new Around(ImmutableList.of(), Optional.empty(), ImmutableList.of());

  /** Returns what an answer of some parties from some viewpoints says around its rows. */
  static Around of(Iterable<String> parties, Viewpoint... viewpoints) {
    return new Around(
        ImmutableList.copyOf(parties), Optional.empty(), ImmutableList.copyOf(viewpoints));
  }

  /** Returns what remains around the position of one of the parties from one of the viewpoints. */
  Around of(int party, int viewpoint) {
    return new Around(only(parties, party), proposition, only(viewpoints, viewpoint));
  }

  /** Returns the same around a position on a proposition. */
  Around on(String id) {
    return new Around(parties, Optional.of(id), viewpoints);
  }

  private static <V> ImmutableList<V> only(ImmutableList<V> values, int index) {
    return index < values.size() ? ImmutableList.of(values.get(index)) : ImmutableList.of();
  }

  /** Returns the first party. */
  Optional<String> party() {
    return parties.stream().findFirst();
  }

  /** Returns the first viewpoint. */
  Optional<Viewpoint> viewpoint() {
    return viewpoints.stream().findFirst();
  }
}
