package org.demarche.model;

/**
 * What kind of party an actor is.
 *
 * <pre>{@code
 * Actor.builder().id("prc-mfa").name("PRC Ministry of Foreign Affairs").kind(ActorKind.ORGAN).of("prc").build()
 * }</pre>
 */
public enum ActorKind {
  /**
   * A state, under a name that names none of its organs (“Seoul”). Its administrations are its
   * terms of office.
   */
  STATE,
  /**
   * A ministry, an office, a presidency: of a state or of another organ, with an authority of its
   * own.
   */
  ORGAN,
  /**
   * A person. A named one belongs to nothing, for people change jobs and the claim says for whom
   * they spoke; an unnamed official belongs to a state or an organ, which is all that is known.
   */
  PERSON,
  /**
   * A medium. One that belongs to a state is that state's side when it relays, yet what it says in
   * its own voice is never the government's position.
   */
  MEDIA;

  /** Its name in a sentence: “a STATE”, “an ORGAN”. */
  String withArticle() {
    return (this == ORGAN ? "an " : "a ") + name();
  }
}
