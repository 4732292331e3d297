package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.text.TextPage;

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
public sealed interface Position extends Answer permits EvidencedPosition, Unknown {
  /** The id of the party: a state (its organs included), an organ, a person or a medium. */
  String party();

  /** The id of the proposition. */
  String proposition();

  /** From where the question was asked. */
  Viewpoint viewpoint();

  /** What bears on the question without carrying the position. */
  RelatedClaims relatedClaims();

  /** Claims that would count, but were only possibly made by the as-of date. */
  default ImmutableList<CitedClaim> possibleClaims() {
    return relatedClaims().possibleClaims();
  }

  /** Whether there are more such claims than are listed. */
  default boolean hasMorePossibleClaims() {
    return relatedClaims().hasMorePossibleClaims();
  }

  /**
   * Claims that bear on the question without carrying a position: below the floor, of a force that
   * takes no side, by an unnamed official in nobody's name, or by a head of state in a capacity
   * unknown.
   */
  default ImmutableList<CitedClaim> hints() {
    return relatedClaims().hints();
  }

  /** Whether there are more hints than are listed. */
  default boolean hasMoreHints() {
    return relatedClaims().hasMoreHints();
  }

  /**
   * Claims of media in their own voice on the same proposition: nobody's position but the outlet's.
   */
  default ImmutableList<CitedClaim> reports() {
    return relatedClaims().reports();
  }

  /** Whether there are more reports than are listed. */
  default boolean hasMoreReports() {
    return relatedClaims().hasMoreReports();
  }

  /** Where the names and texts to print are found. No part of equality. */
  Dossier dossier();

  /** This position if it is known and not contested. */
  default Optional<Known> known() {
    return this instanceof Known known ? Optional.of(known) : Optional.empty();
  }

  /** This position if it is known or contested. */
  default Optional<EvidencedPosition> evidenced() {
    return this instanceof EvidencedPosition carried ? Optional.of(carried) : Optional.empty();
  }

  /** What it comes to, in a word. */
  PositionOutcome outcome();

  /** The claims that carry the position, those of the headline first; none where it is unknown. */
  default ImmutableList<CitedClaim> support() {
    return ImmutableList.of();
  }

  /** The answer in a word or three, with its signs, as it stands in a {@link Matrix}. */
  String cellText();

  /** The answer in full, as a sentence of labels. */
  String paragraph();

  /**
   * The question, the answer, the claims that carry it with their evidence, and each of the others
   * in a line.
   */
  @Override
  default TextPage page() {
    String name = dossier().actor(party()).map(Actor::name).orElse(party());
    String text = dossier().proposition(proposition()).map(Proposition::text).orElse(proposition());
    TextPage page =
        TextPage.of(name + " on " + proposition() + ", " + viewpoint())
            .line(2, 2, "Proposition: " + text)
            .line(2, 2, paragraph())
            .list(2, Lists.transform(support(), cited -> cited.page(2)));
    page = list(page, "possibly by then", possibleClaims(), hasMorePossibleClaims());
    page = list(page, "hint", hints(), hasMoreHints());
    return list(page, "report", reports(), hasMoreReports());
  }

  private static TextPage list(TextPage page, String what, List<CitedClaim> cited, boolean more) {
    for (CitedClaim one : cited) {
      page = page.line(2, 4, what + ": " + one.oneLine());
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
  interface CommonBuilder<B extends CommonBuilder<B>> {
    /** Sets {@link Position#party()}. */
    B party(String id);

    /** Sets {@link Position#proposition()}. */
    B proposition(String id);

    /** Sets {@link Position#viewpoint()}. */
    B viewpoint(Viewpoint viewpoint);

    /** Sets {@link Position#relatedClaims()}. */
    B relatedClaims(RelatedClaims beside);

    /** Sets {@link Position#dossier()}. */
    B dossier(Dossier dossier);
  }
}
