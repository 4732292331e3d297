package org.demarche.model;

/**
 * The kind of an actor.
 *
 * <pre>{@code
 * Actor.builder().id("prc-mfa").name("PRC Ministry of Foreign Affairs").kind(ActorKind.ORGAN).of("prc").build()
 * }</pre>
 *
 * @since 0.1
 */
public enum ActorKind {
  /**
   * A state, under a name that does not say which of its organs is meant (“Seoul”). Its terms of
   * office are its administrations.
   */
  STATE,
  /**
   * A ministry, an office or a presidency that belongs to a state, an organisation or another organ
   * and has an authority of its own.
   */
  ORGAN,
  /**
   * An alliance, a union or a movement that speaks for itself, with organs, terms of office and
   * members where it has them.
   */
  ORGANISATION,
  /**
   * A person. A named person belongs to no other actor, because people change jobs and the claim
   * says for whom they spoke. An unnamed official belongs to a state or an organ, which is all that
   * is known.
   */
  PERSON,
  /**
   * A medium. A medium that speaks at the direction of a state or organisation counts as its side
   * when it relays, but the words of its own voice are never the position of either.
   */
  MEDIA;

  /** Returns the name of the kind with its article: “a STATE”, “an ORGAN”. */
  String withArticle() {
    return (this == ORGAN || this == ORGANISATION ? "an " : "a ") + name();
  }
}
