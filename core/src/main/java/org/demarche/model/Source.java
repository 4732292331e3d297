package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A text that reports claims: an article, a transcript or a record. It corresponds to an Entity of
 * PROV (W3C 2013), with its derivations and revisions.
 *
 * <pre>{@code
 * Source.builder().id("KT17").outlet("korea-times").title("China still pressuring S. Korea over THAAD")
 *     .published(When.parse("2017-11-24")).build()
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Source implements DossierRecord {
  private static final Pattern SHA_256 = Pattern.compile("[0-9A-Fa-f]{64}");

  Source() {}

  /** {@return the id, unique among sources} */
  @Override
  @Value.Parameter
  public abstract String id();

  /**
   * Returns the outlet, which published the source.
   *
   * @return the id of an actor that is no person
   */
  @Value.Parameter
  public abstract String outlet();

  /** {@return the title} */
  @Value.Parameter
  public abstract String title();

  /**
   * Returns the date of publication.
   *
   * @return the date; from its latest day on, the contents of the source could be known
   */
  @Value.Parameter
  public abstract When published();

  /** {@return the basis of the date of publication; default: {@link Basis#STATED}} */
  @Value.Parameter
  public abstract Basis basis();

  /** {@return the author, if the source names one} */
  @Value.Parameter
  public abstract Optional<String> author();

  /**
   * Returns whether words in quotation marks are the speaker's own.
   *
   * @return false for a source such as a paraphrased copy; default: true
   */
  @Value.Parameter
  public abstract boolean hasReliableQuotes();

  /**
   * Returns the sources from which this one draws (PROV: wasDerivedFrom). A source is not
   * independent evidence of what it takes from another.
   *
   * @return ids of sources
   */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> derivedFrom();

  /**
   * Returns the source of which this one is a corrected edition (PROV: wasRevisionOf). From the day
   * on which this one was certainly published, the revised source no longer counts as evidence. A
   * new document with new content revises nothing.
   *
   * @return the id of a source, or empty
   */
  @Value.Parameter
  public abstract Optional<String> revises();

  /** {@return the address at which the source can be read} */
  @Value.Parameter
  public abstract Optional<String> url();

  /**
   * Returns the full text.
   *
   * @return the text, in which every quotation from the source must occur; or empty
   */
  @Value.Parameter
  public abstract Optional<String> text();

  /** {@return a remark of the coder} */
  @Value.Parameter
  public abstract Optional<String> note();

  /**
   * Returns the issuers: who put the text out, if not the outlet in its own name. A text of several
   * issuers, such as a joint communiqué, is no account of another side to any of them.
   *
   * @return ids of actors, empty if the text has no issuer but its outlet
   */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> issuedBy();

  /**
   * Returns the actors who count as the last to pass words on to the source, after the relays of
   * its evidence: the issuers, or the outlet if there are none.
   *
   * @return ids of actors, at least one
   */
  public final ImmutableSortedSet<String> outermostRelays() {
    return issuedBy().isEmpty() ? ImmutableSortedSet.of(outlet()) : issuedBy();
  }

  /** {@return the SHA-256 hash of the text as the coder read it, in hexadecimal} */
  @Value.Parameter
  public abstract Optional<String> textHash();

  /** {@return identifiers of the source elsewhere, such as a DOI, each by its scheme} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, String> identifiers();

  /**
   * Returns an empty builder of sources.
   *
   * @return a builder; {@code id}, {@code outlet}, {@code title} and {@code published} are required
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the members that are given, in one line} */
  @Override
  public final String toString() {
    return RecordMembers.line("source", this);
  }

  /**
   * A builder of sources.
   *
   * @since 0.1
   */
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private Optional<String> outlet = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<When> published = Optional.empty();
    private Basis basis = Basis.STATED;
    private Optional<String> author = Optional.empty();
    private boolean reliableQuotes = true;
    private ImmutableSortedSet<String> derivedFrom = ImmutableSortedSet.of();
    private Optional<String> revises = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<String> text = Optional.empty();
    private Optional<String> note = Optional.empty();
    private ImmutableSortedSet<String> issuedBy = ImmutableSortedSet.of();
    private Optional<String> textHash = Optional.empty();
    private ImmutableSortedMap<String, String> identifiers = ImmutableSortedMap.of();

    private Builder() {}

    /**
     * Replaces every value by the value of another source.
     *
     * @param source the source to start from
     * @return this builder
     */
    public Builder from(Source source) {
      requireNonNull(source, "source");
      this.id = Optional.of(source.id());
      this.outlet = Optional.of(source.outlet());
      this.title = Optional.of(source.title());
      this.published = Optional.of(source.published());
      this.basis = source.basis();
      this.author = source.author();
      this.reliableQuotes = source.hasReliableQuotes();
      this.derivedFrom = source.derivedFrom();
      this.revises = source.revises();
      this.url = source.url();
      this.text = source.text();
      this.note = source.note();
      this.issuedBy = source.issuedBy();
      this.textHash = source.textHash();
      this.identifiers = source.identifiers();
      return this;
    }

    /**
     * Sets the id.
     *
     * @param id a slug, unique among sources; required
     * @return this builder
     */
    public Builder id(String id) {
      this.id = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the outlet.
     *
     * @param id the id of an actor that is no person; required
     * @return this builder
     */
    public Builder outlet(String id) {
      outlet = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the title.
     *
     * @param title a text that is not blank; required
     * @return this builder
     */
    public Builder title(String title) {
      this.title = Optional.of(requireNonNull(title, "title"));
      return this;
    }

    /**
     * Sets the date of publication.
     *
     * @param published the date; required
     * @return this builder
     */
    public Builder published(When published) {
      this.published = Optional.of(requireNonNull(published, "published"));
      return this;
    }

    /**
     * Sets the basis of the date of publication.
     *
     * @param basis the basis; default: {@link Basis#STATED}
     * @return this builder
     */
    public Builder basis(Basis basis) {
      this.basis = requireNonNull(basis, "basis");
      return this;
    }

    /**
     * Sets the author.
     *
     * @param author a name that is not blank
     * @return this builder
     */
    public Builder author(String author) {
      this.author = Optional.of(requireNonNull(author, "author"));
      return this;
    }

    /**
     * Sets whether words in quotation marks are the speaker's own.
     *
     * @param reliable false for a source such as a paraphrased copy; default: true
     * @return this builder
     */
    public Builder reliableQuotes(boolean reliable) {
      this.reliableQuotes = reliable;
      return this;
    }

    /**
     * Adds sources from which this one draws.
     *
     * @param ids ids of other sources
     * @return this builder
     */
    public Builder addDerivedFrom(String... ids) {
      derivedFrom = SortedIds.plus(derivedFrom, ids, "ids");
      return this;
    }

    /**
     * Sets the sources from which this one draws.
     *
     * @param ids ids of other sources; default: empty
     * @return this builder
     */
    public Builder derivedFrom(Iterable<String> ids) {
      derivedFrom = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Sets the source of which this one is a corrected edition.
     *
     * @param id the id of another source; default: none
     * @return this builder
     */
    public Builder revises(String id) {
      revises = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the address at which the source can be read.
     *
     * @param url the address
     * @return this builder
     */
    public Builder url(String url) {
      this.url = Optional.of(requireNonNull(url, "url"));
      return this;
    }

    /**
     * Sets the full text.
     *
     * @param text the text, in which every quotation from the source must occur
     * @return this builder
     */
    public Builder text(String text) {
      this.text = Optional.of(requireNonNull(text, "text"));
      return this;
    }

    /**
     * Sets a remark of the coder.
     *
     * @param note any text
     * @return this builder
     */
    public Builder note(String note) {
      this.note = Optional.of(requireNonNull(note, "note"));
      return this;
    }

    /**
     * Adds actors who put the text out.
     *
     * @param ids ids of actors; several issued a joint text
     * @return this builder
     */
    public Builder addIssuedBy(String... ids) {
      issuedBy = SortedIds.plus(issuedBy, ids, "ids");
      return this;
    }

    /**
     * Sets actors who put the text out.
     *
     * @param ids ids of actors; several issued a joint text; default: empty
     * @return this builder
     */
    public Builder issuedBy(Iterable<String> ids) {
      issuedBy = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Sets the hash of the text as the coder read it.
     *
     * @param hash a SHA-256 hash: 64 hexadecimal digits
     * @return this builder
     */
    public Builder textHash(String hash) {
      textHash = Optional.of(requireNonNull(hash, "hash"));
      return this;
    }

    /**
     * Sets identifiers of the source elsewhere.
     *
     * @param identifiers identifiers by scheme, each scheme a slug; default: empty
     * @return this builder
     */
    public Builder identifiers(Map<String, String> identifiers) {
      this.identifiers = Elements.sorted(identifiers, "identifiers");
      return this;
    }

    /**
     * Builds the source.
     *
     * @return the source with the values given
     * @throws InvalidDossierException if a required value is missing or a value is invalid, with
     *     every problem of the source; values that refer to other records are checked by {@link
     *     Dossier#of}
     */
    public Source build() {
      check();
      return ImmutableSource.of(
          id.orElseThrow(),
          outlet.orElseThrow(),
          title.orElseThrow(),
          published.orElseThrow(),
          basis,
          author,
          reliableQuotes,
          derivedFrom,
          revises,
          url,
          text,
          note,
          issuedBy,
          textHash,
          identifiers);
    }

    private void check() {
      ProblemCollector problems = new ProblemCollector("source", id.orElse(""));
      problems.requiredId("id", id);
      problems.required("outlet", outlet);
      problems.requiredText("title", title);
      problems.required("published", published);
      published.ifPresent(given -> problems.ended("published", given));
      author.ifPresent(given -> problems.text("author", given));
      if (id.filter(derivedFrom::contains).isPresent()) {
        problems.add(
            Problem.Code.BAD_DERIVATION,
            "derivedFrom",
            id.get(),
            "a source cannot derive from itself");
      }
      if (id.isPresent() && revises.equals(id)) {
        problems.add(
            Problem.Code.BAD_DERIVATION, "revises", id.get(), "a source cannot revise itself");
      }
      if (textHash.filter(hash -> !SHA_256.matcher(hash).matches()).isPresent()) {
        problems.add(
            Problem.Code.BAD_VALUE,
            "textHash",
            textHash.get(),
            "textHash '"
                + textHash.get()
                + "' is not a SHA-256 hash: 64 hexadecimal digits, got "
                + textHash.get().length()
                + " characters");
      }
      problems.identifiers(identifiers);
      problems.throwIfAny();
    }
  }
}
