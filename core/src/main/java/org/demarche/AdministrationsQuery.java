package org.demarche;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.demarche.answer.Matrix;
import org.demarche.lookup.IdLookup;
import org.demarche.model.TermOfOffice;

/**
 * A query that compares the administrations of one state on some propositions.
 *
 * <pre>{@code
 * tracker.administrations("rok").on("additional-thaad", "defence-only")
 * }</pre>
 */
public final class AdministrationsQuery {
  private final Tracker tracker;
  private final String state;

  AdministrationsQuery(Tracker tracker, String state) {
    this.tracker = tracker;
    this.state = state;
  }

  /**
   * Answers on some propositions. The matrix has one column for each administration that had begun
   * by the Tracker's date, as of its last day or the Tracker's date, whichever is earlier.
   *
   * @param propositions ids of propositions; at least one
   * @return the matrix
   * @throws IllegalArgumentException if an id is not in the dossier, no id is given, or no
   *     administration had begun
   */
  public Matrix on(String... propositions) {
    if (propositions.length == 0) {
      throw new IllegalArgumentException("give at least one proposition, or use onAll()");
    }
    for (String id : propositions) {
      new IdLookup(tracker.dossier()).proposition(id);
    }
    return on(ImmutableSet.copyOf(propositions));
  }

  /**
   * Answers on all propositions of some issues, as {@link #on} does.
   *
   * @param issues slugs of issues
   * @return the matrix
   * @throws IllegalArgumentException if no proposition of the dossier has an issue, or no
   *     administration had begun
   */
  public Matrix onIssue(String... issues) {
    ImmutableSet.Builder<String> propositions = ImmutableSet.builder();
    for (String issue : issues) {
      propositions.addAll(new IdLookup(tracker.dossier()).issue(issue));
    }
    return on(propositions.build());
  }

  /**
   * Answers on all propositions of the dossier, as {@link #on} does.
   *
   * @return the matrix
   * @throws IllegalArgumentException if no administration had begun
   */
  public Matrix onAll() {
    return on(tracker.allPropositions());
  }

  private Matrix on(ImmutableSet<String> propositions) {
    LocalDate asOf = tracker.viewpoint().asOf();
    List<TermOfOffice> terms =
        tracker.dossier().actor(state).orElseThrow().terms().stream()
            .filter(term -> !term.from().isAfter(asOf))
            .sorted(Comparator.comparing(TermOfOffice::from))
            .toList();
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(
          "as of " + asOf + ", no administration of '" + state + "' on record had begun");
    }
    ImmutableList.Builder<String> titles = ImmutableList.builder();
    ImmutableList.Builder<Tracker> columns = ImmutableList.builder();
    for (TermOfOffice term : terms) {
      LocalDate last =
          term.to().map(end -> end.minusDays(1)).filter(day -> day.isBefore(asOf)).orElse(asOf);
      titles.add(term.head() + (term.isActing() ? " (acting)" : "") + "\n" + last);
      columns.add(tracker.asOf(last));
    }
    return MatrixQuery.matrix(
        tracker, ImmutableList.of(state), propositions, columns.build(), titles.build());
  }

  /** {@return the state of the query, and how to complete it} */
  @Override
  public String toString() {
    return "Administrations of " + state + "; call on(…), onIssue(…) or onAll() for the answer";
  }
}
