package org.demarche.model;

/**
 * The way in which a piece of evidence renders the <i>speaker's</i> words. Quotation marks round
 * the words of a relay do not make the speaker's words direct.
 *
 * <p>The first three are the kinds of attribution of PARC 3 (Pareti 2016). The others say how far
 * the source is from an utterance at all.
 *
 * <pre>{@code
 * Mode.DIRECT.quotes()   // true: the quotation should contain quotation marks
 * }</pre>
 *
 * @since 0.1
 */
public enum Mode {
  /** A whole sentence of the speaker, in quotation marks. */
  DIRECT,
  /** Some words of the speaker, in quotation marks. */
  PARTIAL,
  /** A report with a verb of saying. */
  INDIRECT,
  /** A presupposition inside another claim or noun phrase: “Seoul's stance of …”. */
  PRESUPPOSED,
  /** A narration by the source in its own voice, as an act that took place. */
  NARRATED,
  /** An ascription of a belief or intention: “appears to”, “believes”. */
  IMPUTED,
  /**
   * An official record of the act itself: a roll call, a signed text. The only mode that needs no
   * quotation.
   */
  RECORDED;

  /** {@return whether this mode puts words of the speaker in quotation marks} */
  public boolean quotes() {
    return this == DIRECT || this == PARTIAL;
  }
}
