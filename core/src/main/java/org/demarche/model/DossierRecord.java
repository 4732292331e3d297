package org.demarche.model;

/**
 * What a dossier is made of: a source, an actor, an occasion, a proposition or a claim.
 *
 * <pre>{@code
 * for (DossierRecord item : items) {
 *   if (item instanceof Claim claim) {
 *     System.out.println(claim.id() + " " + claim.asserted());
 *   }
 * }
 * }</pre>
 */
public sealed interface DossierRecord permits Source, Actor, Occasion, Proposition, Claim {
  /** Its id, unique among those of its type. */
  String id();
}
