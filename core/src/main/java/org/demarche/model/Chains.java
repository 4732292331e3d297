package org.demarche.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The chains in which each record names the record above it, such as the body of which an organ is
 * a part. Each may have so many records above one; see {@link Limits}.
 *
 * <p>The work for many records is linear in their number, since the depth of each is noted.
 *
 * @param <R> the type of the records
 */
final class Chains<R extends DossierRecord> {
  private static final int ENDLESS = Integer.MIN_VALUE;

  private final IdIndex<R> all;
  private final String field;
  private final Function<R, Optional<String>> above;
  private final int limit;
  private final Problem.Code code;
  private final String remedy;
  private final Map<String, Integer> depths = new HashMap<>();

  private Chains(
      IdIndex<R> all,
      String field,
      Function<R, Optional<String>> above,
      int limit,
      Problem.Code code,
      String remedy) {
    this.all = all;
    this.field = field;
    this.above = above;
    this.limit = limit;
    this.code = code;
    this.remedy = remedy;
  }

  /** Returns the chains of sources that revise one another. */
  static Chains<Source> ofVersions(IdIndex<Source> sources) {
    return new Chains<>(
        sources,
        "revises",
        Source::revises,
        Limits.REVISIONS,
        Problem.Code.BAD_DERIVATION,
        "record those versions alone that evidence cites");
  }

  /** Returns the chains of organs and the bodies to which they belong. */
  static Chains<Actor> ofOrgans(IdIndex<Actor> actors) {
    return new Chains<>(
        actors,
        "of",
        Actor::of,
        Limits.CHAIN,
        Problem.Code.BAD_ACTOR,
        "an organ may be 'of' its state itself");
  }

  /** Returns the chains of states that succeed one another. */
  static Chains<Actor> ofSuccessors(IdIndex<Actor> actors) {
    return new Chains<>(
        actors,
        "succeeds",
        Actor::succeeds,
        Limits.CHAIN,
        Problem.Code.BAD_ACTOR,
        "record those states alone that claims need");
  }

  /** Reports a record if it is the first of a chain that has too many others above it. */
  void check(R record, ProblemCollector problems) {
    int depth = depth(record);
    if (depth == limit + 1) {
      problems.add(
          code,
          field,
          above.apply(record).orElseThrow(),
          String.format(
              Locale.ROOT,
              "%,d records are above it by '%s', at most %,d may be: %s",
              depth,
              field,
              limit,
              remedy));
    }
  }

  /** Returns the number of records above a record, or {@link #ENDLESS} if they lead to a cycle. */
  private int depth(R record) {
    if (above.apply(record).isEmpty()) {
      return 0;
    }
    Deque<String> below = new ArrayDeque<>();
    Optional<R> at = Optional.of(record);
    while (at.isPresent() && depths.putIfAbsent(at.get().id(), ENDLESS) == null) {
      below.push(at.get().id());
      at = above.apply(at.get()).flatMap(all::find);
    }
    int depth = at.map(known -> depths.getOrDefault(known.id(), 0)).orElse(-1);
    while (!below.isEmpty() && depth != ENDLESS) {
      depth++;
      depths.put(below.pop(), depth);
    }
    return depths.getOrDefault(record.id(), 0);
  }
}
