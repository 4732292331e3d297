package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The updates that records bring which were added to a dossier since an earlier Tracker: first what
 * is now known differently about the earlier Tracker's date, then how positions changed from that
 * date to the date of the longer record. A dashboard alerts its readers with them.
 *
 * <pre>{@code
 * Tracker after = before.plus(source, claim);
 * Updates updates = after.changesSince(before);
 * updates.differences().rows();          // what the claim adds to the past
 * updates.changes().party("rok").rows(); // how Seoul moved since
 * updates.isEmpty();                     // whether there is nothing to report
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Updates implements Answer {
  Updates() {}

  /**
   * {@return the differences between the positions of the earlier record and of the longer record,
   * as of the earlier date}
   */
  @Value.Parameter
  public abstract Differences differences();

  /**
   * {@return the changes of positions on the longer record from the earlier date to the later one.
   * UNCHANGED positions are left out, and so are STILL_CONTESTED positions if the conflicting
   * claims are the same}
   */
  @Value.Parameter
  public abstract Changes changes();

  /** {@return the viewpoint on the earlier record} */
  public final Viewpoint before() {
    return differences().here();
  }

  /** {@return the viewpoint on the longer record} */
  public final Viewpoint after() {
    return changes().after();
  }

  /** {@return the filters that were applied, in words and in order; empty if all rows are kept} */
  public final ImmutableList<String> filters() {
    return differences().filters();
  }

  /** {@return whether the added records changed no position} */
  public final boolean isEmpty() {
    return differences().rows().isEmpty() && changes().rows().isEmpty();
  }

  /**
   * Keeps only the updates of some parties.
   *
   * @param ids the ids of the parties; at least one
   * @return the filtered updates
   * @throws IllegalArgumentException if no id is given, or an id is not a party of the dossier, or
   *     is an organ
   */
  public final Updates party(String... ids) {
    return ImmutableUpdates.of(differences().party(ids), changes().party(ids));
  }

  /**
   * Keeps only the updates on some propositions.
   *
   * @param propositions the ids of the propositions; at least one
   * @return the filtered updates
   * @throws IllegalArgumentException if no id is given, or an id is not a proposition of the
   *     dossier
   */
  public final Updates on(String... propositions) {
    return ImmutableUpdates.of(differences().on(propositions), changes().on(propositions));
  }

  /**
   * Keeps only the updates on the propositions of some issues.
   *
   * @param issues the issues; at least one
   * @return the filtered updates
   * @throws IllegalArgumentException if no issue is given, or the dossier has no proposition of an
   *     issue
   */
  public final Updates onIssue(String... issues) {
    return ImmutableUpdates.of(differences().onIssue(issues), changes().onIssue(issues));
  }

  /**
   * Shows the changes by implication alone, which are otherwise folded in print.
   *
   * @return the updates that print every row
   */
  public final Updates withImplied() {
    return ImmutableUpdates.of(differences(), changes().withImplied());
  }

  private String heading(Wording wording) {
    return wording.text(
        "updates.heading",
        wording.date(before().asOf()),
        wording.date(after().asOf()),
        after().restrictions(wording, changes().dossier()) + differences().filtersText(wording));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(
        heading(wording),
        wording.count("differences", differences().rows().size()),
        wording.isCodes()
            ? wording.count("changes", changes().rows().size())
            : changes().folded().counted("changes", wording));
  }

  /** {@return the question, and one table for the differences and one for the changes} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return TextPage.of(heading(wording) + (isEmpty() ? ": " + wording.text("none") : ""))
        .gap()
        .page(
            differences()
                .page(
                    wording.text("updates.differences", wording.date(before().asOf())),
                    wording.text("updates.earlier"),
                    wording.text("updates.longer"),
                    wording.withoutNote()))
        .gap()
        .page(changes().page(wording));
  }

  /** {@return the tables, followed by the page of each difference and each change} */
  @Override
  public final TextPage full(Wording wording) {
    requireNonNull(wording, "wording");
    return page(wording)
        .passages(
            Stream.<Answer>concat(differences().rows().stream(), changes().rows().stream())
                .map(row -> row.page(wording.withoutNote()))
                .toList());
  }

  /** {@return the question and the number of differences and changes, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        heading(Wording.codes())
            + ": "
            + AnswerPages.count(differences().rows().size(), "difference", "differences")
            + ", "
            + AnswerPages.count(changes().rows().size(), "change", "changes"));
  }
}
