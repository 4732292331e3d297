package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The reading of a sentence by another coder, which an adjudication set aside: the members of the
 * claim in which that coder differed.
 *
 * <pre>{@code
 * Reading.by("second-coder", Map.of("force", "PROMISE"))
 * }</pre>
 *
 * <p>Problems of a reading are reported by the claim that contains it.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Reading {
  Reading() {}

  /** {@return the coder} */
  @Value.Parameter
  public abstract String coder();

  /** {@return the values that the coder gave, by the names of members of a claim; at least one} */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedMap<String, String> members();

  /**
   * Creates a reading.
   *
   * @param coder the coder
   * @param members the values that the coder gave, by the names of members of a claim
   * @return the reading
   */
  public static Reading by(String coder, Map<String, String> members) {
    return ImmutableReading.of(requireNonNull(coder, "coder"), Elements.sorted(members, "members"));
  }

  /** {@return the coder and the values, in one line} */
  @Override
  public final String toString() {
    return OneLine.whole(coder() + " " + members());
  }
}
