package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.text.Page;

/**
 * Where a party stood on a proposition, from a viewpoint: {@link Known}, {@link Contested} within
 * itself, or {@link Unknown}. Derived from claims, never stored.
 *
 * <p>Beside what carries it, a position shows what does not: claims that were only possibly made by
 * then, hints, and reports of media in their own voice. Of each the sixteen nearest to the as-of
 * date are listed, nearest first, and it is said whether there are more.
 *
 * <pre>{@code
 * Position position = tracker.asOf("2017-11-24").position("rok", "additional-thaad");
 * position.known().map(Known::stance);   // Optional[AGAINST]
 * System.out.println(position);          // with its evidence
 * }</pre>
 */
public sealed interface Position extends Answer permits Carried, Unknown {
  /** The id of the party: a state (its organs included), an organ, a person or a medium. */
  String party();

  /** The id of the proposition. */
  String proposition();

  /** From where the question was asked. */
  Viewpoint viewpoint();

  /** What bears on the question without carrying the position. */
  Beside beside();

  /** Claims that would count, but were only possibly made by the as-of date. */
  default ImmutableList<Cited> possibly() {
    return beside().possibly();
  }

  /** Whether there are more such claims than are listed. */
  default boolean morePossibly() {
    return beside().morePossibly();
  }

  /**
   * Claims that bear on the question without carrying a position: below the floor, of a force that
   * takes no side, by an unnamed official in nobody's name, or by a head of state in a capacity
   * unknown.
   */
  default ImmutableList<Cited> hints() {
    return beside().hints();
  }

  /** Whether there are more hints than are listed. */
  default boolean moreHints() {
    return beside().moreHints();
  }

  /**
   * Claims of media in their own voice on the same proposition: nobody's position but the outlet's.
   */
  default ImmutableList<Cited> reports() {
    return beside().reports();
  }

  /** Whether there are more reports than are listed. */
  default boolean moreReports() {
    return beside().moreReports();
  }

  /** Where the names and texts to print are found. No part of equality. */
  Dossier dossier();

  /** This position if it is known and not contested. */
  default Optional<Known> known() {
    return this instanceof Known known ? Optional.of(known) : Optional.empty();
  }

  /** This position if it is known or contested. */
  default Optional<Carried> carried() {
    return this instanceof Carried carried ? Optional.of(carried) : Optional.empty();
  }

  /** What it comes to, in a word. */
  Held held();

  /** The claims that carry the position, those of the headline first; none where it is unknown. */
  default ImmutableList<Cited> support() {
    return ImmutableList.of();
  }

  /** The answer in a word or three, with its signs, as it stands in a {@link Matrix}. */
  String brief();

  /** The answer in full, as a sentence of labels. */
  String summary();

  /**
   * The question, the answer, the claims that carry it with their evidence, and each of the others
   * in a line.
   */
  @Override
  default Page page() {
    String name = dossier().actor(party()).map(Actor::name).orElse(party());
    String text = dossier().proposition(proposition()).map(Proposition::text).orElse(proposition());
    Page page =
        Page.of(name + " on " + proposition() + ", " + viewpoint())
            .line(2, 2, "Proposition: " + text)
            .line(2, 2, summary())
            .list(2, Lists.transform(support(), cited -> cited.page(2)));
    page = list(page, "possibly by then", possibly(), morePossibly());
    page = list(page, "hint", hints(), moreHints());
    return list(page, "report", reports(), moreReports());
  }

  private static Page list(Page page, String what, List<Cited> cited, boolean more) {
    for (Cited one : cited) {
      page = page.line(2, 4, what + ": " + one.line());
    }
    return more ? page.line(2, 4, what + ": … and more, further from the date") : page;
  }

  /**
   * What the builders of all three have in common.
   *
   * <pre>{@code
   * Unknown.builder().party("prc").proposition("negotiable").viewpoint(viewpoint) …
   * }</pre>
   *
   * @param <B> the builder itself
   */
  interface Parts<B extends Parts<B>> {
    /** Sets {@link Position#party()}. */
    B party(String id);

    /** Sets {@link Position#proposition()}. */
    B proposition(String id);

    /** Sets {@link Position#viewpoint()}. */
    B viewpoint(Viewpoint viewpoint);

    /** Sets {@link Position#beside()}. */
    B beside(Beside beside);

    /** Sets {@link Position#dossier()}. */
    B dossier(Dossier dossier);
  }
}
