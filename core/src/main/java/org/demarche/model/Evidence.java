package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One passage of one source that bears out a claim, with the chain by which the words came there.
 *
 * <p>Nested sources are kept as in PARC and FactBank: the source's outlet, then the relays, then
 * the speaker. Two articles that carry one statement are two pieces of evidence of one claim.
 *
 * <pre>{@code
 * Evidence.builder().source("KT17").mode(Mode.PRESUPPOSED).addVia("prc-mfa", "wang-yi")
 *     .quote("Seoul’s stance of …").build()   // Korea Times ← Chinese ministry ← Wang Yi ← the speaker
 * }</pre>
 */
@Value.Immutable
public abstract class Evidence {
  Evidence() {}

  /** The id of the {@link Source}. */
  public abstract String source();

  /** How the passage renders the speaker's words. */
  public abstract Mode mode();

  /**
   * The ids of the actors between the outlet and the speaker, nearest the outlet first; empty where
   * there is none.
   */
  public abstract ImmutableList<String> via();

  /** The passage, to the letter. Absent only from evidence that is {@link Mode#RECORDED}. */
  public abstract Optional<String> quote();

  /** Where the passage stands in the source's text, if that was noted. */
  public abstract Optional<TextSpan> selector();

  /** A builder; {@code source} and {@code mode} are required. */
  public static Builder builder() {
    return ImmutableEvidence.builder();
  }

  /**
   * Collects the parts of a piece of evidence. Its faults are reported by the claim that holds it.
   */
  public interface Builder {
    /** Sets {@link Evidence#source()}. */
    Builder source(String id);

    /** Sets {@link Evidence#mode()}. */
    Builder mode(Mode mode);

    /** Adds to {@link Evidence#via()}. */
    Builder addVia(String... ids);

    /** Sets {@link Evidence#via()}. */
    Builder via(Iterable<String> ids);

    /** Sets {@link Evidence#quote()}. */
    Builder quote(String quote);

    /** Sets {@link Evidence#selector()}. */
    Builder selector(TextSpan selector);

    /**
     * Builds the evidence.
     *
     * @throws IllegalStateException if a required part is missing
     */
    Evidence build();
  }
}
