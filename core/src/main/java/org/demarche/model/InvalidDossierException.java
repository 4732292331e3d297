package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record, a dossier or a document that is refused, with every problem found in it. Nothing of it
 * was taken.
 *
 * <p>The message lists the first twenty problems, a line each; {@link #problems()} has them all.
 *
 * <pre>{@code
 * try {
 *   Dossier.builder().addClaims(claim).build();
 * } catch (InvalidDossierException refused) {
 *   refused.problems().forEach(System.err::println);
 * }
 * }</pre>
 */
public final class InvalidDossierException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LISTED = 20;

  private final transient ImmutableList<Problem> problems;

  /**
   * Refuses something for the problems given.
   *
   * @param problems one at least
   */
  public InvalidDossierException(List<Problem> problems) {
    super(message(problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** Every problem that was found, in the order of the records. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    String listed =
        problems.stream().limit(LISTED).map(Problem::toString).collect(Collectors.joining("\n"));
    if (problems.size() == 1) {
      return listed;
    }
    return problems.size()
        + " problems:\n"
        + listed
        + (problems.size() > LISTED ? "\n… and " + (problems.size() - LISTED) + " more" : "");
  }
}
