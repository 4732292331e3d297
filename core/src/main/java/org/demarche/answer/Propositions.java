package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.demarche.model.Proposition;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * Propositions on which positions can be requested, sorted by issue, then as in the dossier. Two
 * propositions may share one name; only their ids differ.
 *
 * <pre>{@code
 * tracker.propositions("three nos")   // three-nos, 3n-promise, 3n-agreement …
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Propositions implements Answer {
  Propositions() {}

  /** {@return the question, in words} */
  @Value.Parameter
  public abstract String question();

  /** {@return the propositions} */
  @Value.Parameter
  public abstract ImmutableList<Proposition> rows();

  /** {@return the ids of the propositions, in order} */
  public final ImmutableList<String> ids() {
    return rows().stream().map(Proposition::id).collect(ImmutableList.toImmutableList());
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(question(), wording.count("propositions", rows().size()));
  }

  /** {@return the question and a table with one row per proposition} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.counted(
        "propositions",
        question(),
        AnswerTable.<Proposition>in(wording)
            .column("id", Proposition::id)
            .column("issue", Proposition::issue)
            .columnIf(
                !wording.isCodes() && rows().stream().anyMatch(row -> row.label().isPresent()),
                "label",
                row -> row.label().orElse(""))
            .column("proposition", Proposition::text),
        rows());
  }

  /** {@return the question and the number of propositions, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        question() + ": " + AnswerPages.count(rows().size(), "proposition", "propositions"));
  }
}
