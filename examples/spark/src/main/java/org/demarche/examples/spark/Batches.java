package org.demarche.examples.spark;

import java.io.Serializable;
import java.util.TreeMap;

/**
 * How the families that speak on a component of propositions are divided into batches, of which
 * each is derived at once. A component of few claims is one batch, so that the records to which all
 * refer are read once for it; a component of many is divided by family, so that many cores can work
 * on it. The division depends on the claims alone and not on the machines.
 */
final class Batches implements Serializable {
  private static final long serialVersionUID = 1;

  private final int size;
  private final TreeMap<String, Integer> numbers = new TreeMap<>();

  /**
   * Creates a division without components.
   *
   * @param size about how many claims a batch is to have, besides those that all share
   */
  Batches(int size) {
    this.size = size;
  }

  /**
   * Adds a component. Of shared claims each batch has nearly all, so that smaller batches than
   * these would only hold them more often.
   *
   * @param claims the number of its claims
   * @param shared the number of those that go to many families: reports of media, and claims of
   *     organisations
   */
  void add(String component, long claims, long shared) {
    long own = Math.max(1, claims - shared);
    numbers.put(component, Math.toIntExact(1 + (own - 1) / Math.max(size, shared)));
  }

  /** Returns the batch of a family on a component, numbered from 0. */
  int batch(String family, String component) {
    return Math.floorMod(family.hashCode(), numbers.getOrDefault(component, 1));
  }
}
