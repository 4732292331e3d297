package org.demarche.model;

/**
 * How a piece of evidence renders the <i>speaker's</i> words. Quotation marks round a relay's words
 * do not make the speaker's words direct.
 *
 * <p>The first three are the kinds of attribution of PARC 3 (Pareti 2016); the others say how far
 * the source stands from an utterance at all.
 *
 * <pre>{@code
 * Mode.DIRECT.quotes()   // true: the quotation should hold quotation marks
 * }</pre>
 */
public enum Mode {
  /** A whole sentence of the speaker's, in quotation marks. */
  DIRECT,
  /** Some words of the speaker's in quotation marks. */
  PARTIAL,
  /** Reported with a verb of saying. */
  INDIRECT,
  /** Taken for granted inside another claim or noun phrase: “Seoul's stance of …”. */
  PRESUPPOSED,
  /** Told by the source in its own voice, as a thing done. */
  NARRATED,
  /** A belief or intention ascribed: “appears to”, “believes”. */
  IMPUTED,
  /**
   * An official record of the act itself: a roll call, a signed text. The only mode that needs no
   * quotation.
   */
  RECORDED;

  /** Whether words of the speaker stand in quotation marks. */
  public boolean quotes() {
    return this == DIRECT || this == PARTIAL;
  }
}
