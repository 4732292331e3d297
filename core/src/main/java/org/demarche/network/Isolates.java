package org.demarche.network;

/**
 * The treatment of isolates: actors or propositions without a tie.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).isolates(Isolates.DROPPED)
 * }</pre>
 */
public enum Isolates {
  /** Isolates keep their row and column. */
  KEPT,
  /** Isolates are left out. */
  DROPPED
}
