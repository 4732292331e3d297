package org.demarche.model;

/**
 * The rank of an organ within its government, lowest first: a lower organ cannot reverse a higher
 * one of the same administration.
 *
 * <pre>{@code
 * Authority.HEAD.compareTo(Authority.MINISTRY) > 0   // true
 * }</pre>
 */
public enum Authority {
  /** No organ is named: a bare “Seoul said”. It must not outrank a named organ. */
  UNSPECIFIED,
  /** A ministry or what ranks with one. */
  MINISTRY,
  /** The office of the head of government or state. */
  HEAD_OFFICE,
  /** The head of government or state. */
  HEAD
}
