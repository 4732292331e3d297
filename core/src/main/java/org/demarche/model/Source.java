package org.demarche.model;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A text in which claims are found: an article, a transcript, a record. An Entity of PROV (W3C
 * 2013), with its derivations and revisions.
 *
 * <pre>{@code
 * Source.builder().id("KT17").outlet("korea-times").title("China still pressuring S. Korea over THAAD")
 *     .published(When.parse("2017-11-24")).build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Source implements DossierRecord {
  Source() {}

  /** Its id, unique among sources. */
  @Override
  public abstract String id();

  /**
   * The id of the {@link ActorKind#MEDIA medium} or {@link ActorKind#ORGAN organ} that published
   * it.
   */
  public abstract String outlet();

  /** Its title. */
  public abstract String title();

  /** When it was published: from its latest day on, what it says could be known. */
  public abstract When published();

  /** How the date of publication is known; {@link Basis#STATED} unless said. */
  @Value.Default
  public Basis basis() {
    return Basis.STATED;
  }

  /** Who wrote it, if that is told. */
  public abstract Optional<String> author();

  /**
   * Whether words in quotation marks are the speaker's own: not so in a paraphrased copy. True
   * unless said.
   */
  @Value.Default
  public boolean hasReliableQuotes() {
    return true;
  }

  /**
   * The ids of sources from which it draws, and on which it is therefore no second witness. PROV:
   * wasDerivedFrom.
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> derivedFrom();

  /** The id of the source of which it is a new version. PROV: wasRevisionOf. */
  public abstract Optional<String> revises();

  /** Where it can be read. */
  public abstract Optional<String> url();

  /** Its full text. Where it is given, every quotation from the source must be found in it. */
  public abstract Optional<String> text();

  /** A remark of the coder. */
  public abstract Optional<String> note();

  /** A builder; {@code id}, {@code outlet}, {@code title} and {@code published} are required. */
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

  /** Collects the parts of a source. */
  public interface Builder {
    /** Sets {@link Source#id()}. */
    Builder id(String id);

    /** Sets {@link Source#outlet()}. */
    Builder outlet(String id);

    /** Sets {@link Source#title()}. */
    Builder title(String title);

    /** Sets {@link Source#published()}. */
    Builder published(When published);

    /** Sets {@link Source#basis()}. */
    Builder basis(Basis basis);

    /** Sets {@link Source#author()}. */
    Builder author(String author);

    /** Sets {@link Source#hasReliableQuotes()}. */
    Builder reliableQuotes(boolean reliable);

    /** Adds to {@link Source#derivedFrom()}. */
    Builder addDerivedFrom(String... ids);

    /** Sets {@link Source#derivedFrom()}. */
    Builder derivedFrom(Iterable<String> ids);

    /** Sets {@link Source#revises()}. */
    Builder revises(String id);

    /** Sets {@link Source#url()}. */
    Builder url(String url);

    /** Sets {@link Source#text()}. */
    Builder text(String text);

    /** Sets {@link Source#note()}. */
    Builder note(String note);

    /**
     * Builds the source.
     *
     * @throws IllegalStateException if a required part is missing
     * @throws InvalidDossierException if a part is wrong in itself
     */
    Source build();
  }
}
