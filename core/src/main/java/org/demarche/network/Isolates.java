package org.demarche.network;

/**
 * What becomes of those who are tied to nobody.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).isolates(Isolates.DROPPED)
 * }</pre>
 */
public enum Isolates {
  /** They keep their row and column. */
  KEPT,
  /** They are left out. */
  DROPPED
}
