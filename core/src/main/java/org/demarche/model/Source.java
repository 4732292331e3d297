package org.demarche.model;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A text that reports claims: an article, a transcript or a record. It corresponds to an Entity of
 * PROV (W3C 2013), with its derivations and revisions.
 *
 * <pre>{@code
 * Source.builder().id("KT17").outlet("korea-times").title("China still pressuring S. Korea over THAAD")
 *     .published(When.parse("2017-11-24")).build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Source implements DossierRecord {
  Source() {}

  /** {@return the id, unique among sources} */
  @Override
  public abstract String id();

  /**
   * Returns the outlet, which published the source.
   *
   * @return the id of a {@link ActorKind#MEDIA medium} or an {@link ActorKind#ORGAN organ}
   */
  public abstract String outlet();

  /** {@return the title} */
  public abstract String title();

  /**
   * Returns the date of publication.
   *
   * @return the date; from its latest day on, the contents of the source could be known
   */
  public abstract When published();

  /** {@return the basis of the date of publication; default: {@link Basis#STATED}} */
  @Value.Default
  public Basis basis() {
    return Basis.STATED;
  }

  /** {@return the author, if the source names one} */
  public abstract Optional<String> author();

  /**
   * Returns whether words in quotation marks are the speaker's own.
   *
   * @return false for a source such as a paraphrased copy; default: true
   */
  @Value.Default
  public boolean hasReliableQuotes() {
    return true;
  }

  /**
   * Returns the sources from which this one draws (PROV: wasDerivedFrom). A source is not
   * independent evidence of what it takes from another.
   *
   * @return ids of sources
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> derivedFrom();

  /** {@return the id of the source of which this one is a new version (PROV: wasRevisionOf)} */
  public abstract Optional<String> revises();

  /** {@return the address at which the source can be read} */
  public abstract Optional<String> url();

  /**
   * Returns the full text.
   *
   * @return the text, in which every quotation from the source must occur; or empty
   */
  public abstract Optional<String> text();

  /** {@return a remark of the coder} */
  public abstract Optional<String> note();

  /**
   * Returns an empty builder of sources.
   *
   * @return a builder; {@code id}, {@code outlet}, {@code title} and {@code published} are required
   */
  public static Builder builder() {
    return ImmutableSource.builder();
  }

  @Value.Check
  void check() {
    ProblemCollector problems = new ProblemCollector("source", id());
    problems.id("id", id());
    problems.text("title", title());
    author().ifPresent(author -> problems.text("author", author));
    if (derivedFrom().contains(id())) {
      problems.add(
          Problem.Code.BAD_DERIVATION, "derivedFrom", id(), "a source cannot derive from itself");
    }
    if (revises().isPresent() && revises().get().equals(id())) {
      problems.add(Problem.Code.BAD_DERIVATION, "revises", id(), "a source cannot revise itself");
    }
    problems.throwIfAny();
  }

  /** A builder of sources. */
  public interface Builder {
    /**
     * Sets the id.
     *
     * @param id a slug, unique among sources; required
     * @return this builder
     */
    Builder id(String id);

    /**
     * Sets the outlet.
     *
     * @param id the id of a medium or an organ; required
     * @return this builder
     */
    Builder outlet(String id);

    /**
     * Sets the title.
     *
     * @param title a text that is not blank; required
     * @return this builder
     */
    Builder title(String title);

    /**
     * Sets the date of publication.
     *
     * @param published the date; required
     * @return this builder
     */
    Builder published(When published);

    /**
     * Sets the basis of the date of publication.
     *
     * @param basis the basis; default: {@link Basis#STATED}
     * @return this builder
     */
    Builder basis(Basis basis);

    /**
     * Sets the author.
     *
     * @param author a name that is not blank
     * @return this builder
     */
    Builder author(String author);

    /**
     * Sets whether words in quotation marks are the speaker's own.
     *
     * @param reliable false for a source such as a paraphrased copy; default: true
     * @return this builder
     */
    Builder reliableQuotes(boolean reliable);

    /**
     * Adds sources from which this one draws.
     *
     * @param ids ids of other sources
     * @return this builder
     */
    Builder addDerivedFrom(String... ids);

    /**
     * Sets the sources from which this one draws.
     *
     * @param ids ids of other sources; default: empty
     * @return this builder
     */
    Builder derivedFrom(Iterable<String> ids);

    /**
     * Sets the source of which this one is a new version.
     *
     * @param id the id of another source
     * @return this builder
     */
    Builder revises(String id);

    /**
     * Sets the address at which the source can be read.
     *
     * @param url the address
     * @return this builder
     */
    Builder url(String url);

    /**
     * Sets the full text.
     *
     * @param text the text, in which every quotation from the source must occur
     * @return this builder
     */
    Builder text(String text);

    /**
     * Sets a remark of the coder.
     *
     * @param note any text
     * @return this builder
     */
    Builder note(String note);

    /**
     * Builds the source.
     *
     * @return the source with the values given
     * @throws IllegalStateException if a required value is missing
     * @throws InvalidDossierException if a value is invalid, with every problem of the source;
     *     values that refer to other records are checked by {@link Dossier.Builder#build()}
     */
    Source build();
  }
}
