package org.demarche.model;

/**
 * A record of a dossier: a source, an actor, an occasion, a proposition or a claim.
 *
 * <pre>{@code
 * for (DossierRecord record : records) {
 *   if (record instanceof Claim claim) {
 *     System.out.println(claim.id() + " " + claim.asserted());
 *   }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface DossierRecord permits Source, Actor, Occasion, Proposition, Claim {
  /**
   * Returns the id of the record.
   *
   * @return ASCII letters, digits and hyphens, with {@code . _ : /} inside; unique among the
   *     records of one type
   */
  String id();
}
