package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A passage of a source that supports a claim, with the chain through which the words reached the
 * source.
 *
 * <p>Nested sources are kept as in PARC and FactBank: the outlet of the source, then the relays,
 * then the speaker. Two articles that carry one statement are two pieces of evidence of one claim.
 *
 * <pre>{@code
 * Evidence.builder().source("KT17").mode(Mode.PRESUPPOSED).addVia("prc-mfa", "wang-yi")
 *     .quote("Seoul’s stance of …").build()   // Korea Times ← Chinese ministry ← Wang Yi ← the speaker
 * }</pre>
 */
@Value.Immutable
public abstract class Evidence {
  Evidence() {}

  /** {@return the id of the {@link Source}} */
  public abstract String source();

  /** {@return the way in which the passage renders the speaker's words} */
  public abstract Mode mode();

  /**
   * Returns the relays: the actors between the outlet and the speaker.
   *
   * @return ids of actors, nearest the outlet first; empty if the outlet heard the speaker itself
   */
  public abstract ImmutableList<String> via();

  /**
   * Returns the passage exactly as the source has it.
   *
   * @return the quotation; empty only for {@link Mode#RECORDED} evidence
   */
  public abstract Optional<String> quote();

  /** {@return the position of the passage in the text of the source, if it was noted} */
  public abstract Optional<TextSpan> selector();

  /** {@return an empty builder; {@code source} and {@code mode} are required} */
  public static Builder builder() {
    return ImmutableEvidence.builder();
  }

  /** A builder of evidence. Problems of evidence are reported by the claim that contains it. */
  public interface Builder {
    /**
     * Sets the source.
     *
     * @param id the id of a source; required
     * @return this builder
     */
    Builder source(String id);

    /**
     * Sets the way in which the passage renders the speaker's words.
     *
     * @param mode the mode; required
     * @return this builder
     */
    Builder mode(Mode mode);

    /**
     * Adds relays nearer to the speaker than the existing relays.
     *
     * @param ids ids of actors, nearest the outlet first
     * @return this builder
     */
    Builder addVia(String... ids);

    /**
     * Sets the relays between the outlet and the speaker.
     *
     * @param ids ids of actors, nearest the outlet first; default: empty
     * @return this builder
     */
    Builder via(Iterable<String> ids);

    /**
     * Sets the passage exactly as the source has it.
     *
     * @param quote a text that is not blank; required unless the mode is {@link Mode#RECORDED}
     * @return this builder
     */
    Builder quote(String quote);

    /**
     * Sets the position of the passage in the text of the source.
     *
     * @param selector the position, in Unicode code points
     * @return this builder
     */
    Builder selector(TextSpan selector);

    /**
     * Builds the evidence.
     *
     * @return the evidence with the values given
     * @throws IllegalStateException if a required value is missing
     */
    Evidence build();
  }
}
