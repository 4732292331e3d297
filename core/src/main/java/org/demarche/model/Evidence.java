package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.demarche.suggestion.ShownValue;
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
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Evidence {
  Evidence() {}

  /** {@return the id of the {@link Source}} */
  @Value.Parameter
  public abstract String source();

  /** {@return the way in which the passage renders the speaker's words} */
  @Value.Parameter
  public abstract Mode mode();

  /**
   * Returns the relays: the actors between the outlet and the speaker, neither of them included.
   * The first took the words to the outlet, and the last heard the speaker. {@link
   * Source#outermostRelays} come before the first.
   *
   * @return ids of actors, nearest the outlet first; empty if the outlet heard the speaker itself
   */
  @Value.Parameter
  public abstract ImmutableList<String> via();

  /**
   * Returns the passage exactly as the source has it.
   *
   * @return the quotation; empty only for {@link Mode#RECORDED} evidence
   */
  @Value.Parameter
  public abstract Optional<String> quote();

  /**
   * Returns the position of the passage in the text of the source (TextPositionSelector of the Web
   * Annotation Data Model, W3C 2017).
   *
   * @return the indices of its code points, from 0, start inclusive, end exclusive; empty if the
   *     position was not noted
   */
  @Value.Parameter
  public abstract Optional<Range<Integer>> selector();

  /** {@return the language of the quotation, as a BCP 47 tag; empty if it was not noted} */
  @Value.Parameter
  public abstract Optional<String> language();

  /** {@return the coder’s translation of the quotation} */
  @Value.Parameter
  public abstract Optional<String> translation();

  /** Returns whether a text is a well-formed BCP 47 language tag. */
  static boolean isLanguage(String tag) {
    try {
      new Locale.Builder().setLanguageTag(tag);
      return !tag.isEmpty();
    } catch (IllformedLocaleException malformed) {
      return false;
    }
  }

  /** {@return an empty builder; {@code source} and {@code mode} are required} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the source, the mode and the words, in one line} */
  @Override
  public final String toString() {
    return RecordMembers.line(this);
  }

  /**
   * A builder of evidence. Problems of evidence are reported by the claim that contains it.
   *
   * @since 0.1
   */
  public static final class Builder {
    private Optional<String> source = Optional.empty();
    private Optional<Mode> mode = Optional.empty();
    private ImmutableList<String> via = ImmutableList.of();
    private Optional<String> quote = Optional.empty();
    private Optional<Range<Integer>> selector = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<String> translation = Optional.empty();

    private Builder() {}

    /**
     * Sets the source.
     *
     * @param id the id of a source; required
     * @return this builder
     */
    public Builder source(String id) {
      source = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the way in which the passage renders the speaker's words.
     *
     * @param mode the mode; required
     * @return this builder
     */
    public Builder mode(Mode mode) {
      this.mode = Optional.of(requireNonNull(mode, "mode"));
      return this;
    }

    /**
     * Adds relays nearer to the speaker than the existing relays.
     *
     * @param ids ids of actors, nearest the outlet first
     * @return this builder
     */
    public Builder addVia(String... ids) {
      via = ImmutableList.<String>builder().addAll(via).addAll(Elements.of(ids, "ids")).build();
      return this;
    }

    /**
     * Sets the relays between the outlet and the speaker.
     *
     * @param ids ids of actors, nearest the outlet first; default: empty
     * @return this builder
     */
    public Builder via(Iterable<String> ids) {
      via = Elements.of(ids, "ids");
      return this;
    }

    /**
     * Sets the passage exactly as the source has it.
     *
     * @param quote a text that is not blank; required unless the mode is {@link Mode#RECORDED}
     * @return this builder
     */
    public Builder quote(String quote) {
      this.quote = Optional.of(requireNonNull(quote, "quote"));
      return this;
    }

    /**
     * Sets the position of the passage in the text of the source, in Unicode code points.
     *
     * @param startInclusive the index of the first code point, 0 or more
     * @param endExclusive the index after the last code point, greater than {@code startInclusive}
     * @return this builder
     * @throws IllegalArgumentException if the start is negative, or the end is not greater than the
     *     start
     */
    public Builder selector(int startInclusive, int endExclusive) {
      if (startInclusive < 0 || endExclusive <= startInclusive) {
        throw ShownValue.refused(
            "selector %s..%s: the start must be 0 or more, the end greater than the start"
                .formatted(startInclusive, endExclusive));
      }
      this.selector = Optional.of(Range.closedOpen(startInclusive, endExclusive));
      return this;
    }

    /**
     * Sets the language of the quotation.
     *
     * @param tag a BCP 47 language tag
     * @return this builder
     */
    public Builder language(String tag) {
      language = Optional.of(requireNonNull(tag, "tag"));
      return this;
    }

    /**
     * Sets the coder’s translation of the quotation.
     *
     * @param translation a text that is not blank; needs a quotation
     * @return this builder
     */
    public Builder translation(String translation) {
      this.translation = Optional.of(requireNonNull(translation, "translation"));
      return this;
    }

    /**
     * Builds the evidence.
     *
     * @return the evidence with the values given
     * @throws InvalidDossierException if a required value is missing
     */
    public Evidence build() {
      check();
      return ImmutableEvidence.of(
          source.orElseThrow(), mode.orElseThrow(), via, quote, selector, language, translation);
    }

    private void check() {
      ProblemCollector problems = new ProblemCollector("evidence", "");
      problems.required("source", source);
      problems.required("mode", mode);
      problems.throwIfAny();
    }
  }
}
