package org.demarche.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.suggestion.ShownValue;
import org.immutables.value.Value;

/**
 * An error in a record, or a warning about one: which record, which field, the invalid value, and
 * what would be valid.
 *
 * <pre>{@code
 * claim KT17-07: proposition 'three-no' is not in the dossier (did you mean 'three-nos'?)
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Problem implements Serializable {
  private static final long serialVersionUID = 1;

  Problem() {}

  /**
   * The kind of a problem, by which a program can distinguish problems without reading messages.
   *
   * <pre>{@code
   * problem.code() == Problem.Code.UNKNOWN_ID
   * }</pre>
   *
   * @since 0.1
   */
  public enum Code {
    /** An id is not in the dossier. */
    UNKNOWN_ID,
    /** An id is in the dossier, but its record is of a kind that is not allowed here. */
    WRONG_KIND,
    /** Two records of one type have the same id. */
    DUPLICATE_ID,
    /** An id is not a slug. */
    BAD_ID,
    /** A required value is missing. */
    MISSING,
    /** A text is blank that must not be. */
    BLANK,
    /** A quotation is not in the text of its source. */
    QUOTE_NOT_FOUND,
    /** A claim was made after a source of its evidence was published. */
    AFTER_PUBLICATION,
    /** A date has an invalid form, names a day that does not exist, or ends before it begins. */
    BAD_DATE,
    /** A composite has fewer than two parts, or too many, or contradicts itself. */
    BAD_COMPOSITE,
    /** A part of a composite is about the composite itself. */
    PART_ABOUT_COMPOSITE,
    /** References form a cycle. */
    CYCLE,
    /** A proposition excludes itself or one of its own parts. */
    SELF_EXCLUSION,
    /** The stance does not fit the force. */
    UNFIT_STANCE,
    /** A medium and a government are principals of one claim. */
    MIXED_PRINCIPALS,
    /** A medium speaks on behalf of another. */
    MEDIUM_SPEAKS_FOR_OTHER,
    /** The side of a relay cannot be determined from the chain. */
    SIDELESS_RELAY,
    /** A speaker is also listed as a relay. */
    SPEAKER_RELAYS,
    /** A claim responds to itself or to a later claim, or no days fit a chain of answers. */
    BAD_RESPONSE,
    /**
     * A claim retracts itself, a later claim or a claim of another side, or withdraws without
     * retracting a claim.
     */
    BAD_RETRACTION,
    /** A claim that retracts another has a condition. */
    CONDITIONAL_RETRACTION,
    /** A claim retracts another of more than a year before, as if a policy had not been. */
    LATE_RETRACTION,
    /** A body that does not speak for its government retracts a word of the government. */
    VAIN_RETRACTION,
    /** A claim promises or demands something that was due before the claim was made. */
    DUE_BEFORE_CLAIM,
    /** A claim was made before its occasion. */
    BEFORE_OCCASION,
    /** The state of a principal did not take part in the occasion. */
    NOT_A_PARTICIPANT,
    /** Terms of office overlap, end before they begin, or belong to an actor that has none. */
    BAD_TERM,
    /** Memberships overlap, end before they begin, or belong to an actor that has no members. */
    BAD_MEMBERSHIP,
    /** A claim was made between two terms of office, or possibly on either side of a change. */
    UNCERTAIN_ADMINISTRATION,
    /** Organs of an organisation differ in authority, but the organisation has no terms. */
    ORGANISATION_WITHOUT_TERMS,
    /** A person who headed a state, organ or organisation spoke in no stated capacity. */
    PERSON_IN_OFFICE,
    /** A claim was made on behalf of a state after the state had ended. */
    AFTER_END,
    /** An actor has a value that its kind does not allow. */
    BAD_ACTOR,
    /** A source derives from, or revises, itself. */
    BAD_DERIVATION,
    /** A source revises another of more than a year before, as if it were a corrected edition. */
    LATE_REVISION,
    /** All evidence of a claim is from sources that others revise. */
    EVIDENCE_REVISED,
    /** A source derives from a source that another revises. */
    ORIGIN_REVISED,
    /** A medium and a state or organisation are issuers of one source. */
    MIXED_ISSUERS,
    /** A joint text is recorded from a source that only some of its sides put out. */
    MISSING_ISSUER,
    /** Two language versions of an official text count as independent sources of a claim. */
    UNLINKED_VERSIONS,
    /** Two records of one type have the same identifier elsewhere. */
    DUPLICATE_IDENTIFIER,
    /** Evidence is marked as direct or partial speech, but has no quotation marks. */
    NO_QUOTATION_MARKS,
    /**
     * A name or label has a control character other than a tab or line break, a mark that turns the
     * direction of text, the separator U+2028 or U+2029, a lone surrogate or a noncharacter. Other
     * characters without width, such as U+200B and U+00AD, are not warned of.
     */
    HIDDEN_CHARACTER,
    /** A record to be added differs from a record with the same id. */
    CONFLICT,
    /** A record to be removed is referred to by other records. */
    IN_USE,
    /** A document is not a valid document of its format. */
    SYNTAX,
    /** A file, or a value in it, is larger than the configured limit. */
    TOO_LARGE,
    /** The last line of a file is incomplete. */
    TORN,
    /** A snapshot is damaged, or not of the file beside it. */
    DAMAGED,
    /** The format has no member of this name. */
    UNKNOWN_MEMBER,
    /** A member is duplicated. */
    DUPLICATE_MEMBER,
    /** A value is not of the type of its member. */
    WRONG_TYPE,
    /** A value is not allowed for its member. */
    BAD_VALUE
  }

  /**
   * The place of a problem in a file.
   *
   * <pre>{@code
   * thaad.json:812:22
   * }</pre>
   *
   * @param file the name of the file, as it was given
   * @param line the line, from 1
   * @param column the column, from 1, in UTF-16 code units
   * @since 0.1
   * @serial exclude
   */
  @SuppressWarnings("InvalidBlockTag") // doclint asks for the serial form of records
  public record Place(String file, int line, int column) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Refuses a place without a file.
     *
     * @param file the name of the file, as it was given
     * @param line the line, from 1
     * @param column the column, from 1, in UTF-16 code units
     */
    public Place {
      requireNonNull(file, "file");
    }

    /** {@return {@code file:line:column}} */
    @Override
    public String toString() {
      return ShownValue.whole(file) + ":" + line + ":" + column;
    }
  }

  /**
   * Returns whether this is only a warning.
   *
   * @return true if the dossier is accepted, but a person should look at the record; false if the
   *     dossier is rejected
   */
  @Value.Parameter
  public abstract boolean isWarning();

  /** {@return the kind of the problem} */
  @Value.Parameter
  public abstract Code code();

  /**
   * {@return the type of the record: source, actor, occasion, proposition, claim, evidence, dossier
   * for its description, or document}
   */
  @Value.Parameter
  public abstract String type();

  /** {@return the id of the record, or an empty text if the record has no id} */
  @Value.Parameter
  public abstract String id();

  /** {@return the index of the record among the records of its type, from 0, if it is known} */
  @Value.Parameter
  public abstract OptionalInt index();

  /**
   * Returns the field, with the path to it inside a list: {@code evidence/0/source}.
   *
   * @return the path, or an empty text for the record as a whole
   */
  @Value.Parameter
  public abstract String field();

  /** {@return the invalid value, or an empty text if a value is missing} */
  @Value.Parameter
  public abstract String value();

  /**
   * Returns what is wrong and what would be valid.
   *
   * @return one sentence that names the record
   */
  @Value.Parameter
  public abstract String message();

  /** {@return the place in the file from which the record was read, if it was read from a file} */
  @Value.Parameter
  public abstract Optional<Place> place();

  /**
   * Creates an error whose index and place are not known.
   *
   * @param code the kind of the problem
   * @param type source, actor, occasion, proposition, claim, evidence, dossier, or document
   * @param id the id of the record, or an empty text if the record has no id
   * @param field the path to the field, such as {@code evidence/0/source}, or an empty text for the
   *     whole record
   * @param value the invalid value, or an empty text if a value is missing
   * @param message one sentence that names the record, what is wrong and what would be valid;
   *     characters that are not seen are replaced by their codes, and in a very long message values
   *     are abridged or, if that is not enough, the middle is left out
   * @return the problem
   */
  public static Problem of(
      Code code, String type, String id, String field, String value, String message) {
    return ImmutableProblem.of(
        false,
        requireNonNull(code, "code"),
        requireNonNull(type, "type"),
        requireNonNull(id, "id"),
        OptionalInt.empty(),
        requireNonNull(field, "field"),
        requireNonNull(value, "value"),
        ShownValue.inMessage(requireNonNull(message, "message")),
        Optional.empty());
  }

  /**
   * Adds the index of the record.
   *
   * @param index the index of the record among the records of its type, from 0
   * @return a problem with that index; this one is unchanged
   */
  public final Problem at(int index) {
    return ((ImmutableProblem) this).replaceIndex(index);
  }

  /**
   * Adds the place in a file.
   *
   * @param place the place from which the record was read
   * @return a problem with that place; this one is unchanged
   */
  public final Problem at(Place place) {
    return ((ImmutableProblem) this).replacePlace(requireNonNull(place, "place"));
  }

  /** {@return this problem as a warning; this one is unchanged} */
  public final Problem asWarning() {
    return ((ImmutableProblem) this).replaceWarning(true);
  }

  final Problem withoutIndex() {
    return ((ImmutableProblem) this).replaceIndex(OptionalInt.empty());
  }

  /**
   * Returns the JSON pointer (RFC 6901) of the field.
   *
   * @return the pointer in a document of the dossier, such as {@code /claims/3/proposition}, or
   *     relative to the record, such as {@code /proposition}, if its index is not known
   */
  public final String pointer() {
    String record = index().isEmpty() ? "" : "/" + type() + "s/" + index().getAsInt();
    return field().isEmpty() ? record : record + "/" + field();
  }

  /** Escapes a key for use as one step of a pointer: {@code un/79} becomes {@code un~179}. */
  static String step(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** {@return the place, if known, and the message} */
  @Override
  public final String toString() {
    return place().map(place -> place + ": ").orElse("") + message();
  }
}
