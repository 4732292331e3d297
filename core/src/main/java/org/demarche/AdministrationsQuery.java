package org.demarche;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.demarche.answer.Matrix;
import org.demarche.model.TermOfOffice;

/**
 * The administrations of one state being compared, side by side: on which propositions.
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
   * Answers on some propositions: a column an administration that had begun by the Tracker's date,
   * as of its last day or the Tracker's date, whichever is earlier.
   *
   * @throws IllegalArgumentException if one is not in the dossier, none is given, or no
   *     administration had begun
   */
  public Matrix on(String... propositions) {
    if (propositions.length == 0) {
      throw new IllegalArgumentException("name one proposition at least, or ask onAll()");
    }
    for (String id : propositions) {
      tracker.dossier().ids().proposition(id);
    }
    return on(ImmutableSet.copyOf(propositions));
  }

  /**
   * Answers on all propositions of some issues, as {@link #on} does.
   *
   * @throws IllegalArgumentException if the dossier has no proposition of an issue
   */
  public Matrix onIssue(String... issues) {
    ImmutableSet.Builder<String> propositions = ImmutableSet.builder();
    for (String issue : issues) {
      propositions.addAll(tracker.dossier().ids().issue(issue));
    }
    return on(propositions.build());
  }

  /** Answers on all propositions of the dossier, as {@link #on} does. */
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
          "as of " + asOf + " no administration of '" + state + "' on record had begun");
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

  /** Returns whose administrations they are, and how to go on. */
  @Override
  public String toString() {
    return "Administrations of " + state + ", not yet asked: on(…), onIssue(…) or onAll() asks";
  }
}
