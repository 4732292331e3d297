package org.demarche.model;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What claims are about: an affirmative sentence that carries its own date where one matters. Its
 * identity is its id, never the words: “three nos” meant one thing in 2015 and another in 2017.
 *
 * <p>A <i>composite</i> has parts, each with the stance that holding the composite amounts to; an
 * atomic one has none.
 *
 * <pre>{@code
 * Proposition.builder().id("three-nos").issue("three-nos-content").text("South Korea abides by the three nos.")
 *     .putParts("additional-thaad", Stance.AGAINST).putParts("join-us-md", Stance.AGAINST).build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Proposition implements DossierRecord {
  Proposition() {}

  /** Its id, unique among propositions. */
  @Override
  public abstract String id();

  /** The slug of the issue to which it belongs; an issue is no record of its own. */
  public abstract String issue();

  /** The sentence. */
  public abstract String text();

  /**
   * The ids of its parts, each with the stance that goes with holding the whole: FOR or AGAINST;
   * two parts or none.
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, Stance> parts();

  /**
   * The id of the proposition whose status this one characterises (“the three nos are a promise”).
   */
  public abstract Optional<String> about();

  /**
   * The ids of rivals that cannot be held beside it. Symmetric, if written on one side only; it
   * implies no stance.
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> excludes();

  /** A builder; {@code id}, {@code issue} and {@code text} are required. */
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

  /** Collects the parts of a proposition. */
  public interface Builder {
    /** Sets {@link Proposition#id()}. */
    Builder id(String id);

    /** Sets {@link Proposition#issue()}. */
    Builder issue(String slug);

    /** Sets {@link Proposition#text()}. */
    Builder text(String text);

    /** Adds to {@link Proposition#parts()}. */
    Builder putParts(String id, Stance stance);

    /** Sets {@link Proposition#parts()}. */
    Builder parts(Map<String, ? extends Stance> parts);

    /** Sets {@link Proposition#about()}. */
    Builder about(String id);

    /** Adds to {@link Proposition#excludes()}. */
    Builder addExcludes(String... ids);

    /** Sets {@link Proposition#excludes()}. */
    Builder excludes(Iterable<String> ids);

    /**
     * Builds the proposition.
     *
     * @throws IllegalStateException if a required part is missing
     * @throws InvalidDossierException if a part is wrong in itself
     */
    Proposition build();
  }
}
