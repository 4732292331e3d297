package org.demarche.coding;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A unit of coding: a claim that one or more coders found, with the id that it has with each of
 * them.
 *
 * <pre>{@code
 * CodedUnit unit = comparison.foundBySome().get(0);
 * unit.claimIds();   // {kim=KT17-03}
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class CodedUnit {
  CodedUnit() {}

  /**
   * Returns the id of the unit, by which an {@link Adjudication} names it.
   *
   * @return the id of the claim of its first coder in alphabetical order, followed by a hyphen and
   *     a number if another unit has that id
   */
  @Value.Parameter
  public abstract String id();

  /** {@return the ids of the claims, by coder in alphabetical order} */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedMap<String, String> claimIds();

  /** {@return the quotation of the first coder; empty for recorded evidence without one} */
  @Value.Parameter
  public abstract Optional<String> quotation();

  /** Returns the id, with the ids of coders whose claim has another one. */
  String ids() {
    String others =
        claimIds().entrySet().stream()
            .filter(claim -> !claim.getValue().equals(id()))
            .map(claim -> claim.getKey() + " " + claim.getValue())
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? id() : id() + " (" + others + ")";
  }

  /** {@return the id and the claims, in one line} */
  @Override
  public final String toString() {
    return id() + " " + claimIds();
  }
}
