package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/**
 * An answer of many rows, each on one proposition and of one party or two, that can be narrowed to
 * some of them; it says how it was.
 *
 * <pre>{@code
 * then.changesTo(now).party("rok").onIssue("three-nos-status")
 * }</pre>
 *
 * @param <R> a row
 * @param <A> the answer itself
 */
public abstract class FilterableAnswer<R, A extends FilterableAnswer<R, A>> {
  FilterableAnswer() {}

  /** How the rows were chosen among all, step by step, in words; none at first. */
  public abstract ImmutableList<String> chosen();

  /** The rows. */
  public abstract ImmutableList<R> rows();

  abstract Dossier dossier();

  abstract List<String> partiesOf(R row);

  abstract String propositionOf(R row);

  /** The same answer with those rows. */
  abstract A with(Iterable<String> chosen, Iterable<R> rows);

  /** Whether there may be rows of an organ; where there may not, it is refused. */
  abstract boolean answersFor(String organ);

  /**
   * Those of some parties.
   *
   * @throws IllegalArgumentException if an id is not a party of the dossier; it names the nearest;
   *     or an organ, where there are rows of states, persons and media only
   */
  public final A party(String... ids) {
    for (String id : ids) {
      Actor party = dossier().ids().party(id);
      if (party.kind() == ActorKind.ORGAN && !answersFor(id)) {
        throw new IllegalArgumentException(
            "'%s' is an organ, and these rows are of states, persons and media: take '%s', or ask the Tracker for the position or change of the organ itself"
                .formatted(id, party.of().orElse("its state")));
      }
    }
    Set<String> parties = ImmutableSet.copyOf(ids);
    return keep(named("party", ids), row -> partiesOf(row).stream().anyMatch(parties::contains));
  }

  /**
   * Those on some propositions.
   *
   * @throws IllegalArgumentException if an id is not a proposition of the dossier; it names the
   *     nearest
   */
  public final A on(String... propositions) {
    for (String id : propositions) {
      dossier().ids().proposition(id);
    }
    return keep(named("on", propositions), ImmutableSet.copyOf(propositions));
  }

  /**
   * Those on the propositions of some issues.
   *
   * @throws IllegalArgumentException if the dossier has no proposition of an issue
   */
  public final A onIssue(String... issues) {
    Set<String> propositions = new HashSet<>();
    for (String issue : issues) {
      propositions.addAll(dossier().ids().issue(issue));
    }
    return keep(named("on issue", issues), propositions);
  }

  final A keep(String how, Set<String> propositions) {
    return keep(how, row -> propositions.contains(propositionOf(row)));
  }

  final A keep(String how, Predicate<R> fits) {
    List<String> steps = ImmutableList.<String>builder().addAll(chosen()).add(how).build();
    return with(steps, rows().stream().filter(fits).toList());
  }

  /** How the rows were chosen, each step after a comma. */
  final String narrowed() {
    return chosen().stream().map(step -> ", " + step).collect(Collectors.joining());
  }

  /**
   * A step in words.
   *
   * @throws IllegalArgumentException if nothing is named
   */
  static String named(String what, Object[] which) {
    if (which.length == 0) {
      throw new IllegalArgumentException(
          "'" + what + "' needs one at least; without that step the rows are all there");
    }
    return what + " " + String.join(" or ", Arrays.stream(which).map(Object::toString).toList());
  }
}
