package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * The changes of one party's position on one proposition, one after the other, from the first day
 * on which it was known.
 *
 * <pre>{@code
 * tracker.history("prc", "three-nos")   // FIRST_STATED 2017-11-22, HARDENED 2022-08-09
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class History implements Answer {
  History() {}

  /** The id of the party. */
  @Value.Parameter
  public abstract String party();

  /** The id of the proposition. */
  @Value.Parameter
  public abstract String proposition();

  /** From where it is seen; the history ends on its as-of date. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /**
   * The changes in order of time; each is dated by the as-of date of its later position. Days on
   * which nothing changed have none; what is said throughout a period reaffirms on its first day
   * and its last.
   */
  @Value.Parameter
  public abstract ImmutableList<Change> changes();

  /** A history. */
  public static History of(
      String party, String proposition, Viewpoint viewpoint, Iterable<? extends Change> changes) {
    return ImmutableHistory.of(party, proposition, viewpoint, changes);
  }

  /**
   * Whether the position drifted: no single step reversed, withdrew or took it, its ends are of one
   * stance, and yet they differ in the strength of the force or in the frames.
   */
  public final boolean hasDrifted() {
    Set<Change.Label> turns =
        Set.of(Change.Label.REVERSED, Change.Label.WITHDRAWN, Change.Label.TAKEN);
    if (changes().isEmpty()
        || changes().stream().anyMatch(change -> turns.contains(change.label()))) {
      return false;
    }
    Position start = changes().get(0).after();
    Position end = changes().get(changes().size() - 1).after();
    if (!(start instanceof Known first)
        || !(end instanceof Known last)
        || first.stance() != last.stance()) {
      return false;
    }
    boolean strength =
        first.force().strength().isPresent()
            && last.force().strength().isPresent()
            && !first.force().strength().equals(last.force().strength());
    boolean frames =
        !first.frames().isEmpty()
            && !last.frames().isEmpty()
            && !first.frames().equals(last.frames());
    return strength || frames;
  }

  /** The question and a table, a change a row. */
  @Override
  public final TextPage page() {
    return AnswerPages.of(
        "%s on %s, %s: %s%s"
            .formatted(
                party(), proposition(), viewpoint(), count(), hasDrifted() ? ", drifted" : ""),
        ImmutableList.of("date", "change", "position", "frames", "cite"),
        changes(),
        change ->
            AnswerPages.row(
                change.after().viewpoint().asOf().toString(),
                change.label() + change.flags(),
                change.after().cellText(),
                change.after().known().map(known -> String.join(", ", known.frames())).orElse(""),
                cite(change)));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  /** The first of the claims that carry the later position and did not carry the earlier one. */
  private static String cite(Change change) {
    Set<String> before =
        change.before().support().stream()
            .map(cited -> cited.claim().id())
            .collect(Collectors.toSet());
    return change.after().support().stream()
        .map(cited -> cited.claim().id())
        .filter(id -> !before.contains(id))
        .findFirst()
        .orElse(change.after().support().get(0).claim().id());
  }

  private String count() {
    return switch (changes().size()) {
      case 0 -> "no known position";
      case 1 -> "1 change";
      default -> changes().size() + " changes";
    };
  }
}
