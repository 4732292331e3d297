package org.demarche.model;

import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One thing that is wrong with a record, or that deserves a second look: which record, which field,
 * the offending value, and what would be right.
 *
 * <pre>{@code
 * claim KT17-07: proposition 'three-no' is not in the dossier (did you mean 'three-nos'?)
 * }</pre>
 */
@Value.Immutable
public abstract class Problem {
  Problem() {}

  /**
   * What to make of a problem.
   *
   * <pre>{@code
   * dossier.warnings().get(0).severity()   // WARNING
   * }</pre>
   */
  public enum Severity {
    /** The dossier is refused. */
    ERROR,
    /** The dossier is taken; a person should look. */
    WARNING
  }

  /**
   * The kinds of problems, so that a program can tell them apart without reading messages.
   *
   * <pre>{@code
   * problem.code() == Problem.Code.UNKNOWN_ID
   * }</pre>
   */
  public enum Code {
    /** An id is not in the dossier. */
    UNKNOWN_ID,
    /** An id is in the dossier, but names a record that does not fit there. */
    WRONG_KIND,
    /** Two records of one type have one id. */
    DUPLICATE_ID,
    /** An id has a form that no id may have. */
    BAD_ID,
    /** A part that must be there is not. */
    MISSING,
    /** A text that must say something is empty. */
    BLANK,
    /** A quotation is not in the text of its source. */
    QUOTE_NOT_FOUND,
    /** A claim was made wholly after a source of its evidence came out. */
    AFTER_PUBLICATION,
    /** A date cannot be read, or names a day that does not exist, or ends before it begins. */
    BAD_DATE,
    /** A composite is no composite, or contradicts itself. */
    BAD_COMPOSITE,
    /** References go in a circle. */
    CYCLE,
    /** A proposition excludes itself or a part of its own. */
    SELF_EXCLUSION,
    /** The stance does not go with the force. */
    UNFIT_STANCE,
    /** A medium and a government are principals of one claim. */
    MIXED_PRINCIPALS,
    /** A medium speaks on behalf of another. */
    MEDIUM_SPEAKS_FOR_OTHER,
    /** A relay of whom nothing tells on whose side he is. */
    SIDELESS_RELAY,
    /** A speaker relays himself. */
    SPEAKER_RELAYS,
    /** A claim answers itself, or what was said after it. */
    BAD_RESPONSE,
    /** A claim was made before its occasion. */
    BEFORE_OCCASION,
    /** A principal whose state took no part in the occasion. */
    NOT_A_PARTICIPANT,
    /** Terms of office overlap, end before they begin, or belong to no state. */
    BAD_TERM,
    /** An actor has parts that do not go with its kind. */
    BAD_ACTOR,
    /** A source derives from, or revises, itself. */
    BAD_DERIVATION,
    /** Words are said to be quoted, but no quotation mark is seen. */
    NO_QUOTATION_MARKS,
    /** Two dossiers that are to be merged have different records under one id. */
    CONFLICT,
    /** A document is no document of its format. */
    SYNTAX,
    /** A file, or something in it, is larger than the bound that was set. */
    TOO_LARGE,
    /** The last line of a file breaks off. */
    TORN,
    /** A member that the format does not have. */
    UNKNOWN_MEMBER,
    /** A member that stands twice. */
    DUPLICATE_MEMBER,
    /** A value of another type than the member takes. */
    WRONG_TYPE,
    /** A value that the member does not take. */
    BAD_VALUE
  }

  /**
   * A place in a file.
   *
   * <pre>{@code
   * thaad.json:812:22
   * }</pre>
   *
   * @param file the name of the file as it was given
   * @param line the line, from 1
   * @param column the column, from 1, in UTF-16 units
   */
  public record Place(String file, int line, int column) {
    /** Returns {@code file:line:column}. */
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /** Whether the dossier is refused for it; {@link Severity#ERROR} unless said. */
  @Value.Default
  public Severity severity() {
    return Severity.ERROR;
  }

  /** What kind of problem it is. */
  public abstract Code code();

  /**
   * The type of the record in question: source, actor, occasion, proposition, claim; or document.
   */
  public abstract String type();

  /** The id of the record, empty where it has none. */
  public abstract String id();

  /** The record's place among those of its type, from 0, where that is known. */
  public abstract OptionalInt index();

  /**
   * The field, and for a part of a list the way to it: {@code evidence/0/source}. Empty for the
   * record as a whole.
   */
  public abstract String field();

  /** The offending value, empty where it is an absence. */
  public abstract String value();

  /** What is wrong and what would be right, in one sentence that names the record. */
  public abstract String message();

  /** Where it stands in the file that was read, if a file was read. */
  public abstract Optional<Place> place();

  /** A builder; all parts but the index and the place are required. */
  public static Builder builder() {
    return ImmutableProblem.builder();
  }

  /** The same problem of the record at that index. */
  public final Problem at(int index) {
    return ImmutableProblem.builder().from(this).index(index).build();
  }

  /** The same problem, at that place of a file. */
  public final Problem at(Place place) {
    return ImmutableProblem.builder().from(this).place(place).build();
  }

  /**
   * The JSON pointer (RFC 6901) of the field within a document of the dossier, for example {@code
   * /claims/3/proposition}; of the whole document where the record's place is not known.
   */
  public final String pointer() {
    if (index().isEmpty()) {
      return "";
    }
    return "/" + type() + "s/" + index().getAsInt() + (field().isEmpty() ? "" : "/" + field());
  }

  /** A key as one step of a pointer: {@code un/79} is {@code un~179}. */
  static String step(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** Returns the place, if known, and the message. */
  @Override
  public final String toString() {
    return place().map(place -> place + ": ").orElse("") + message();
  }

  /** Collects the parts of a problem. */
  public interface Builder {
    /** Sets {@link Problem#severity()}. */
    Builder severity(Severity severity);

    /** Sets {@link Problem#code()}. */
    Builder code(Code code);

    /** Sets {@link Problem#type()}. */
    Builder type(String type);

    /** Sets {@link Problem#id()}. */
    Builder id(String id);

    /** Sets {@link Problem#index()}. */
    Builder index(int index);

    /** Sets {@link Problem#field()}. */
    Builder field(String field);

    /** Sets {@link Problem#value()}. */
    Builder value(String value);

    /** Sets {@link Problem#message()}. */
    Builder message(String message);

    /** Sets {@link Problem#place()}. */
    Builder place(Place place);

    /**
     * Builds the problem.
     *
     * @throws IllegalStateException if a required part is missing
     */
    Problem build();
  }
}
