package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.demarche.model.Dossier;
import org.immutables.value.Value;

/**
 * The conditions under which a question is answered: the date by which a claim was made, the date
 * by which it was published, and the evidence that counts. The two dates are the two times of a
 * bitemporal record (R. Snodgrass, <i>Developing Time-Oriented Database Applications in SQL</i>,
 * 2000): the time of the speech act, and the time from which it could be known.
 *
 * <pre>{@code
 * as of 2017-11-24, known at 2017-11-01, without ET22
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Viewpoint {
  Viewpoint() {}

  /** {@return the as-of date; claims made after this day do not count} */
  @Value.Parameter
  public abstract LocalDate asOf();

  /**
   * {@return the known-at date; sources published after this day do not count; empty if all sources
   * do}
   */
  @Value.Parameter
  public abstract Optional<LocalDate> knownAt();

  /**
   * {@return the ids of the sources whose evidence is left out; sources derived from them are kept}
   */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<String> without();

  /**
   * {@return the ids of the relays whose evidence is left out: evidence that passed through them,
   * or from a source of which they are the {@linkplain org.demarche.model.Source#outermostRelays
   * outermost relays}}
   */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<String> withoutRelays();

  /**
   * {@return the ids of the speakers whose claims are left out, including claims made with others}
   */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<String> withoutSpeakers();

  /**
   * {@return the questions, in words, that selected the claims to which the evidence is limited;
   * empty if no question limits it. Two different questions never have the same words}
   */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<String> only();

  /**
   * {@return the ids of the claims to which the evidence is limited in addition, whatever is added
   * to the dossier; present and empty if no claim counts, and absent if no such list limits it}
   */
  @Value.Parameter
  public abstract Optional<ImmutableSortedSet<String>> onlyClaims();

  /** {@return the minimum grade at which a claim counts; default: {@link Grade#OTHER_SIDE}} */
  @Value.Parameter
  public abstract Grade minGrade();

  /**
   * Returns whether drafts count, which nobody has checked.
   *
   * @return true if they count as coded claims do; default: false
   */
  @Value.Parameter
  public abstract boolean includesDrafts();

  @Value.Check
  void check() {
    AnswerChecks.requireFourDigits(asOf());
    knownAt().ifPresent(AnswerChecks::requireFourDigits);
  }

  /**
   * {@return the viewpoint in words, for example {@code as of 2017-11-24, known at 2017-11-01,
   * without ET22}}
   */
  @Override
  public final String toString() {
    return "as of " + asOf() + restrictions();
  }

  /**
   * Returns the restrictions other than the as-of date, each preceded by a comma; empty if there is
   * no restriction.
   */
  final String restrictions() {
    List<String> parts = new ArrayList<>();
    knownAt().ifPresent(day -> parts.add(", known at " + day));
    if (!without().isEmpty()) {
      parts.add(", without " + String.join(" and ", without()));
    }
    if (!withoutRelays().isEmpty()) {
      parts.add(", without what " + String.join(" and ", withoutRelays()) + " relayed");
    }
    if (!withoutSpeakers().isEmpty()) {
      parts.add(", without what " + String.join(" and ", withoutSpeakers()) + " said");
    }
    onlyClaims().ifPresent(ids -> parts.add(", only " + foundClaims(ids)));
    only().forEach(question -> parts.add(", only claims: " + question));
    if (minGrade() != Grade.OTHER_SIDE) {
      parts.add(
          ", counting " + minGrade() + (minGrade() == Grade.OWN_WORDS ? " only" : " or better"));
    }
    if (includesDrafts()) {
      parts.add(", with drafts");
    }
    return String.join("", parts);
  }

  /** Returns a list of claims in words, abridged. */
  private static String foundClaims(ImmutableSortedSet<String> ids) {
    return switch (ids.size()) {
      case 0 -> "0 found claims";
      case 1 -> "1 found claim (" + ids.first() + ")";
      default -> ids.size() + " found claims (" + ids.first() + " to " + ids.last() + ")";
    };
  }

  /**
   * Returns the viewpoint in words, such as “as of 31 August 2022, counting only quotations and
   * official records”.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @param dossier has the names of sources and actors
   * @return a part of a sentence
   */
  public final String text(Wording wording, Dossier dossier) {
    requireNonNull(wording, "wording");
    requireNonNull(dossier, "dossier");
    return wording.isCodes()
        ? toString()
        : wording.text("viewpoint.asOf", wording.date(asOf())) + restrictions(wording, dossier);
  }

  /** Returns the viewpoint in a wording, with ids. */
  final String text(Wording wording) {
    return text(wording, Dossier.empty());
  }

  /** Returns the restrictions other than the as-of date in a wording, each after a comma. */
  final String restrictions(Wording wording, Dossier dossier) {
    if (wording.isCodes()) {
      return restrictions();
    }
    StringBuilder text = new StringBuilder();
    knownAt().ifPresent(day -> text.append(wording.text("viewpoint.knownAt", wording.date(day))));
    append("viewpoint.without", without(), id -> wording.source(dossier, id), wording, text);
    append(
        "viewpoint.withoutRelays", withoutRelays(), id -> wording.name(dossier, id), wording, text);
    append(
        "viewpoint.withoutSpeakers",
        withoutSpeakers(),
        id -> wording.name(dossier, id),
        wording,
        text);
    onlyClaims()
        .ifPresent(
            ids ->
                text.append(
                    wording.text("viewpoint.onlyClaims", wording.count("claims", ids.size()))));
    only().forEach(question -> text.append(wording.text("viewpoint.only", question)));
    if (minGrade() != Grade.OTHER_SIDE) {
      text.append(
          minGrade() == Grade.OWN_WORDS
              ? wording.text("viewpoint.minGrade.OWN_WORDS")
              : wording.text("viewpoint.minGrade", wording.word(minGrade())));
    }
    if (includesDrafts()) {
      text.append(wording.text("viewpoint.withDrafts"));
    }
    return text.toString();
  }

  private static void append(
      String key,
      ImmutableSortedSet<String> ids,
      UnaryOperator<String> name,
      Wording wording,
      StringBuilder text) {
    if (!ids.isEmpty()) {
      text.append(wording.text(key, wording.list(ids.stream().map(name).toList())));
    }
  }
}
