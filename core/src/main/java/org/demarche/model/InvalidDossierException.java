package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The exception for an invalid record, dossier or document, with every problem found in it. It is
 * rejected as a whole.
 *
 * <p>The message lists the first twenty problems, one per line; {@link #problems()} has all of
 * them.
 *
 * <pre>{@code
 * try {
 *   dossier.plus(claim);
 * } catch (InvalidDossierException invalid) {
 *   invalid.problems().forEach(System.err::println);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class InvalidDossierException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LISTED = 20;

  /** The problems, in the order of the records. */
  private final ImmutableList<Problem> problems;

  /**
   * Creates the exception for some problems.
   *
   * @param problems the problems in the order of the records, at least one
   */
  public InvalidDossierException(Collection<Problem> problems) {
    super(message(Elements.of(problems, "problems")));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** {@return every problem found, in the order of the records} */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  private static String message(Collection<Problem> problems) {
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
