package org.demarche.model;

/**
 * The rank of an organ within its government, lowest first. A lower organ cannot reverse a higher
 * organ of the same administration.
 *
 * <pre>{@code
 * Authority.HEAD.compareTo(Authority.MINISTRY) > 0   // true
 * }</pre>
 *
 * @since 0.1
 */
public enum Authority {
  /**
   * No rank in the government: a parliament, a court or an opposition, which belongs to the state
   * but does not speak for its government. Its claims only hint at the position of the state.
   */
  NONE,
  /** The rank where no organ is named, as in “Seoul said”. It never outranks a named organ. */
  UNSPECIFIED,
  /** A ministry, or an organ of equal rank. */
  MINISTRY,
  /** The office of the head of government or state. */
  HEAD_OFFICE,
  /** The head of government or state. */
  HEAD
}
