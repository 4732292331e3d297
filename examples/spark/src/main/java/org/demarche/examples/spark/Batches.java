package org.demarche.examples.spark;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the families that speak on a component of propositions are divided into batches, of which
 * each is derived at once. A component of few claims is one batch, so that the records to which all
 * refer are read once for it; a component of many is divided by family, so that many cores can work
 * on it. The division depends on the claims alone and not on the machines.
 */
final class Batches implements Serializable {
  private static final long serialVersionUID = 1;

  private final TreeMap<String, Integer> numbers = new TreeMap<>();

  /**
   * Creates the batches.
   *
   * @param claims the number of claims on each component
   * @param size about how many claims of a component a batch is to have
   */
  static Batches of(Map<String, Long> claims, int size) {
    Batches batches = new Batches();
    claims.forEach(
        (component, count) ->
            batches.numbers.put(component, Math.toIntExact(1 + (count - 1) / size)));
    return batches;
  }

  /** Returns the batch of a family on a component, numbered from 0. */
  int batch(String family, String component) {
    return Math.floorMod(family.hashCode(), numbers.getOrDefault(component, 1));
  }
}
