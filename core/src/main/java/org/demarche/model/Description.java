package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The description of a dossier: what it is, by whom, and under which terms it may be used.
 *
 * <pre>{@code
 * Description.empty().title("THAAD, 2015 to 2022").authors("Jun Ji-hye").licence("CC BY 4.0").version("2")
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Description {
  Description() {}

  /** {@return the title} */
  @Value.Parameter
  public abstract Optional<String> title();

  /** {@return the authors, in the order given} */
  @Value.Parameter
  public abstract ImmutableList<String> authors();

  /** {@return the terms under which the dossier may be used, such as “CC BY 4.0”} */
  @Value.Parameter
  public abstract Optional<String> licence();

  /** {@return the version, in any form} */
  @Value.Parameter
  public abstract Optional<String> version();

  /** {@return the description without any text} */
  public static Description empty() {
    return ImmutableDescription.of(
        Optional.empty(), ImmutableList.of(), Optional.empty(), Optional.empty());
  }

  /** {@return whether the description has no text} */
  public final boolean isEmpty() {
    return equals(empty());
  }

  /**
   * Sets the title.
   *
   * @param title a text that is not blank
   * @return a description with that title; this one is unchanged
   * @throws InvalidDossierException if the title is blank
   */
  public final Description title(String title) {
    return ImmutableDescription.of(
        Optional.of(checked("title", title)), authors(), licence(), version());
  }

  /**
   * Sets the authors.
   *
   * @param authors names that are not blank
   * @return a description with these authors; this one is unchanged
   * @throws InvalidDossierException if a name is blank
   */
  public final Description authors(String... authors) {
    return authors(Elements.of(authors, "authors"));
  }

  /**
   * Sets the authors.
   *
   * @param authors names that are not blank
   * @return a description with these authors; this one is unchanged
   * @throws InvalidDossierException if a name is blank
   */
  public final Description authors(Iterable<String> authors) {
    ImmutableList<String> names = Elements.of(authors, "authors");
    names.forEach(name -> checked("authors", name));
    return ImmutableDescription.of(title(), names, licence(), version());
  }

  /**
   * Sets the terms under which the dossier may be used.
   *
   * @param licence a text that is not blank
   * @return a description with that licence; this one is unchanged
   * @throws InvalidDossierException if the licence is blank
   */
  public final Description licence(String licence) {
    return ImmutableDescription.of(
        title(), authors(), Optional.of(checked("licence", licence)), version());
  }

  /**
   * Sets the version.
   *
   * @param version a text that is not blank
   * @return a description with that version; this one is unchanged
   * @throws InvalidDossierException if the version is blank
   */
  public final Description version(String version) {
    return ImmutableDescription.of(
        title(), authors(), licence(), Optional.of(checked("version", version)));
  }

  private static String checked(String field, String text) {
    ProblemCollector problems = new ProblemCollector("dossier", "");
    problems.text(field, requireNonNull(text, field));
    problems.throwIfAny();
    return text;
  }

  /** Returns the members that are given, as text. */
  private Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    title().ifPresent(given -> members.put("title", given));
    if (!authors().isEmpty()) {
      members.put("authors", String.join(", ", authors()));
    }
    licence().ifPresent(given -> members.put("licence", given));
    version().ifPresent(given -> members.put("version", given));
    return members;
  }

  /** Returns the problem of two descriptions that differ; one that is empty fits any other. */
  final Optional<Problem> conflict(Description other) {
    if (isEmpty() || other.isEmpty() || equals(other)) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
            Problem.Code.CONFLICT,
            "dossier",
            "",
            "",
            other.toString(),
            "dossier: the two descriptions differ: one is %s, the other %s; describe both alike, or only one of the two"
                .formatted(this, other)));
  }

  /** {@return the texts that are given, in one line} */
  @Override
  public final String toString() {
    return members().entrySet().stream()
        .map(member -> member.getKey() + "=" + OneLine.whole(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
