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
  /** The rank where no organ is named, as in “Seoul said”. It never outranks a named organ. */
  UNSPECIFIED,
  /** A ministry, or an organ of equal rank. */
  MINISTRY,
  /** The office of the head of government or state. */
  HEAD_OFFICE,
  /** The head of government or state. */
  HEAD
}
