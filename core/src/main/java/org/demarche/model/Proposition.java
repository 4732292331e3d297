package org.demarche.model;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Optional;
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
 */
@Value.Immutable
public abstract non-sealed class Proposition implements DossierRecord {
  Proposition() {}

  /** {@return the id, unique among propositions} */
  @Override
  public abstract String id();

  /**
   * Returns the issue to which the proposition belongs. Issues are not records.
   *
   * @return a slug
   */
  public abstract String issue();

  /** {@return the sentence} */
  public abstract String text();

  /**
   * Returns the parts of a composite, each with the stance that holding the composite implies.
   *
   * @return FOR or AGAINST by the id of the part; two parts or more, or empty for an atomic
   *     proposition
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, Stance> parts();

  /**
   * Returns the proposition whose status this one characterises (“the three nos are a promise”).
   *
   * @return the id of a proposition, or empty
   */
  public abstract Optional<String> about();

  /**
   * Returns the rivals: propositions that cannot be held together with this one. The relation is
   * symmetric even if only one of the two records declares it, and implies no stance.
   *
   * @return ids of propositions
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> excludes();

  /** {@return an empty builder; {@code id}, {@code issue} and {@code text} are required} */
  public static Builder builder() {
    return ImmutableProposition.builder();
  }

  @Value.Check
  void check() {
    ProblemCollector problems = new ProblemCollector("proposition", id());
    problems.id("id", id());
    problems.id("issue", issue());
    problems.text("text", text());
    parts()
        .forEach(
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
    if (parts().size() == 1) {
      problems.add(
          Problem.Code.BAD_COMPOSITE,
          "parts",
          parts().firstKey(),
          "a composite has two parts or more, this has only '" + parts().firstKey() + "'");
    }
    for (String rival : excludes()) {
      if (rival.equals(id())) {
        problems.add(
            Problem.Code.SELF_EXCLUSION, "excludes", rival, "a proposition cannot exclude itself");
      } else if (parts().containsKey(rival)) {
        problems.add(
            Problem.Code.SELF_EXCLUSION,
            "excludes",
            rival,
            "a proposition cannot exclude its own part '" + rival + "'");
      }
    }
    problems.throwIfAny();
  }

  /** A builder of propositions. */
  public interface Builder {
    /**
     * Sets the id.
     *
     * @param id a slug, unique among propositions; required
     * @return this builder
     */
    Builder id(String id);

    /**
     * Sets the issue to which the proposition belongs.
     *
     * @param slug a slug; required
     * @return this builder
     */
    Builder issue(String slug);

    /**
     * Sets the sentence.
     *
     * @param text an affirmative sentence that is not blank; required
     * @return this builder
     */
    Builder text(String text);

    /**
     * Adds a part.
     *
     * @param id the id of the part
     * @param stance the stance on the part that holding the composite implies: FOR or AGAINST
     * @return this builder
     */
    Builder putParts(String id, Stance stance);

    /**
     * Sets the parts of a composite.
     *
     * @param parts FOR or AGAINST by the id of the part; two parts or more; default: empty
     * @return this builder
     */
    Builder parts(Map<String, ? extends Stance> parts);

    /**
     * Sets the proposition whose status this one characterises.
     *
     * @param id the id of a proposition
     * @return this builder
     */
    Builder about(String id);

    /**
     * Adds rivals of this proposition.
     *
     * @param ids ids of propositions that cannot be held together with this one
     * @return this builder
     */
    Builder addExcludes(String... ids);

    /**
     * Sets the rivals of this proposition.
     *
     * @param ids ids of propositions that cannot be held together with this one; default: empty
     * @return this builder
     */
    Builder excludes(Iterable<String> ids);

    /**
     * Builds the proposition.
     *
     * @return the proposition with the values given
     * @throws IllegalStateException if a required value is missing
     * @throws InvalidDossierException if a value is invalid, with every problem of the proposition;
     *     values that refer to other records are checked by {@link Dossier.Builder#build()}
     */
    Proposition build();
  }
}
