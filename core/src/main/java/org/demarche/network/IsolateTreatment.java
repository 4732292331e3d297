package org.demarche.network;

/**
 * The treatment of isolates: actors or propositions without a tie.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).isolates(IsolateTreatment.DROPPED)
 * }</pre>
 */
public enum IsolateTreatment {
  /** IsolateTreatment keep their row and column. */
  KEPT,
  /** IsolateTreatment are left out. */
  DROPPED
}
