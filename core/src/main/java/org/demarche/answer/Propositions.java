package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import org.demarche.model.Proposition;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * Propositions that can be asked about, by issue and id. Two may go by one name; their ids tell
 * them apart.
 *
 * <pre>{@code
 * tracker.propositions("three nos")   // three-nos, 3n-promise, 3n-agreement …
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Propositions implements Answer {
  Propositions() {}

  /** What was asked, in words. */
  @Value.Parameter
  public abstract String question();

  /** The propositions. */
  @Value.Parameter
  public abstract ImmutableList<Proposition> rows();

  /** Propositions. */
  public static Propositions of(String question, Iterable<? extends Proposition> rows) {
    return ImmutablePropositions.of(question, rows);
  }

  /** Their ids, in order. */
  public final ImmutableList<String> ids() {
    return rows().stream().map(Proposition::id).collect(ImmutableList.toImmutableList());
  }

  /** The question and a table, a proposition a row. */
  @Override
  public final TextPage page() {
    return AnswerPages.counted(
        question(),
        ImmutableList.of("id", "issue", "proposition"),
        rows(),
        row -> AnswerPages.row(row.id(), row.issue(), row.text()));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
