package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demarche.typography.DisplayWidth;
import org.immutables.value.Value;

/**
 * An affirmative sentence that a claim can be for or against. It contains its own date where a date
 * matters. It is identified by its id, never by its words: “three nos” meant one thing in 2015 and
 * another in 2017.
 *
 * <p>A <i>composite</i> proposition has parts, each with the stance that holding the composite
 * implies. An atomic proposition has no parts.
 *
 * <pre>{@code
 * Proposition.builder().id("three-nos").issue("three-nos-content").text("South Korea abides by the three nos.")
 *     .putParts("additional-thaad", Stance.AGAINST).putParts("join-us-md", Stance.AGAINST).build()
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Proposition implements DossierRecord {
  /**
   * The maximum display width of a label, in columns; a Chinese, Japanese or Korean character takes
   * two.
   */
  public static final int LABEL_WIDTH = 40;

  Proposition() {}

  /** {@return the id, unique among propositions} */
  @Override
  @Value.Parameter
  public abstract String id();

  /**
   * Returns the issue to which the proposition belongs. Issues are not records.
   *
   * @return a slug
   */
  @Value.Parameter
  public abstract String issue();

  /** {@return the sentence} */
  @Value.Parameter
  public abstract String text();

  /**
   * Returns a short name for tables and sentences, such as “more THAAD batteries”.
   *
   * @return a text of at most {@value #LABEL_WIDTH} columns, or empty if the sentence is short
   *     enough itself
   */
  @Value.Parameter
  public abstract Optional<String> label();

  /**
   * Returns the parts of a composite, each with the stance that holding the composite implies.
   *
   * @return FOR or AGAINST by the id of the part; two parts or more, or empty for an atomic
   *     proposition
   */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, Stance> parts();

  /**
   * Returns the proposition whose status this one characterises (“the three nos are a promise”).
   *
   * @return the id of a proposition, or empty
   */
  @Value.Parameter
  public abstract Optional<String> about();

  /**
   * Returns the rivals: propositions that cannot be held together with this one. The relation is
   * symmetric even if only one of the two records declares it, and implies no stance.
   *
   * @return ids of propositions
   */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> excludes();

  /** {@return an empty builder; {@code id}, {@code issue} and {@code text} are required} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the members that are given, in one line} */
  @Override
  public final String toString() {
    return RecordMembers.line("proposition", this);
  }

  /**
   * A builder of propositions.
   *
   * @since 0.1
   */
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private Optional<String> issue = Optional.empty();
    private Optional<String> text = Optional.empty();
    private Optional<String> label = Optional.empty();
    private ImmutableSortedMap<String, Stance> parts = ImmutableSortedMap.of();
    private Optional<String> about = Optional.empty();
    private ImmutableSortedSet<String> excludes = ImmutableSortedSet.of();

    private Builder() {}

    /**
     * Replaces every value by the value of another proposition.
     *
     * @param proposition the proposition to start from
     * @return this builder
     */
    public Builder from(Proposition proposition) {
      requireNonNull(proposition, "proposition");
      this.id = Optional.of(proposition.id());
      this.issue = Optional.of(proposition.issue());
      this.text = Optional.of(proposition.text());
      this.label = proposition.label();
      this.parts = proposition.parts();
      this.about = proposition.about();
      this.excludes = proposition.excludes();
      return this;
    }

    /**
     * Sets the id.
     *
     * @param id a slug, unique among propositions; required
     * @return this builder
     */
    public Builder id(String id) {
      this.id = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the issue to which the proposition belongs.
     *
     * @param slug a slug; required
     * @return this builder
     */
    public Builder issue(String slug) {
      issue = Optional.of(requireNonNull(slug, "slug"));
      return this;
    }

    /**
     * Sets the sentence.
     *
     * @param text an affirmative sentence that is not blank; required
     * @return this builder
     */
    public Builder text(String text) {
      this.text = Optional.of(requireNonNull(text, "text"));
      return this;
    }

    /**
     * Sets the short name for tables and sentences.
     *
     * @param label a noun phrase or a sentence that is not blank, of at most {@value #LABEL_WIDTH}
     *     columns; default: none
     * @return this builder
     */
    public Builder label(String label) {
      this.label = Optional.of(requireNonNull(label, "label"));
      return this;
    }

    /**
     * Adds a part.
     *
     * @param id the id of the part
     * @param stance the stance on the part that holding the composite implies: FOR or AGAINST
     * @return this builder
     */
    public Builder putParts(String id, Stance stance) {
      requireNonNull(id, "id");
      requireNonNull(stance, "stance");
      Map<String, Stance> more = new HashMap<>(parts);
      more.put(id, stance);
      return parts(more);
    }

    /**
     * Sets the parts of a composite.
     *
     * @param parts FOR or AGAINST by the id of the part; two parts or more; default: empty
     * @return this builder
     */
    public Builder parts(Map<String, ? extends Stance> parts) {
      this.parts = ImmutableSortedMap.copyOf(requireNonNull(parts, "parts"), Ordering.natural());
      return this;
    }

    /**
     * Sets the proposition whose status this one characterises.
     *
     * @param id the id of a proposition
     * @return this builder
     */
    public Builder about(String id) {
      about = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Adds rivals of this proposition.
     *
     * @param ids ids of propositions that cannot be held together with this one
     * @return this builder
     */
    public Builder addExcludes(String... ids) {
      excludes = SortedIds.plus(excludes, ids, "ids");
      return this;
    }

    /**
     * Sets the rivals of this proposition.
     *
     * @param ids ids of propositions that cannot be held together with this one; default: empty
     * @return this builder
     */
    public Builder excludes(Iterable<String> ids) {
      excludes = SortedIds.of(ids, "ids");
      return this;
    }

    /**
     * Builds the proposition.
     *
     * @return the proposition with the values given
     * @throws InvalidDossierException if a required value is missing or a value is invalid, with
     *     every problem of the proposition; values that refer to other records are checked by
     *     {@link Dossier#of}
     */
    public Proposition build() {
      check();
      return ImmutableProposition.of(
          id.orElseThrow(), issue.orElseThrow(), text.orElseThrow(), label, parts, about, excludes);
    }

    private static void checkLabel(String label, ProblemCollector problems) {
      problems.requiredText("label", Optional.of(label));
      int width = DisplayWidth.of(label);
      if (width > LABEL_WIDTH) {
        problems.add(
            Problem.Code.BAD_VALUE,
            "label",
            label,
            "a label has at most "
                + LABEL_WIDTH
                + " columns, this has "
                + width
                + ": shorten it, the whole sentence is the text");
      }
    }

    private void check() {
      ProblemCollector problems = new ProblemCollector("proposition", id.orElse(""));
      problems.requiredId("id", id);
      problems.requiredId("issue", issue);
      problems.requiredText("text", text);
      label.ifPresent(given -> checkLabel(given, problems));
      parts.forEach(
          (part, stance) -> {
            if (stance == Stance.UNCOMMITTED) {
              problems.add(
                  Problem.Code.BAD_COMPOSITE,
                  "parts/" + Problem.step(part),
                  stance.name(),
                  "part '"
                      + part
                      + "' is UNCOMMITTED: holding the whole means FOR or AGAINST each part");
            }
          });
      if (parts.size() == 1) {
        problems.add(
            Problem.Code.BAD_COMPOSITE,
            "parts",
            parts.firstKey(),
            "a composite has two parts or more, this has only '" + parts.firstKey() + "'");
      }
      for (String rival : excludes) {
        if (id.filter(rival::equals).isPresent()) {
          problems.add(
              Problem.Code.SELF_EXCLUSION,
              "excludes",
              rival,
              "a proposition cannot exclude itself");
        } else if (parts.containsKey(rival)) {
          problems.add(
              Problem.Code.SELF_EXCLUSION,
              "excludes",
              rival,
              "a proposition cannot exclude its own part '" + rival + "'");
        }
      }
      problems.throwIfAny();
    }
  }
}
