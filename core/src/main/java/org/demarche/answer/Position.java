package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.text.Table;
import org.demarche.text.Wrap;

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

  /** Claims that would count, but were only possibly made by the as-of date. */
  ImmutableList<Cited> possibly();

  /** Whether there are more such claims than are listed. */
  boolean morePossibly();

  /**
   * Claims that bear on the question without carrying a position: below the floor, of a force that
   * takes no side, by an unnamed official in nobody's name, or by a head of state in a capacity
   * unknown.
   */
  ImmutableList<Cited> hints();

  /** Whether there are more hints than are listed. */
  boolean moreHints();

  /**
   * Claims of media in their own voice on the same proposition: nobody's position but the outlet's.
   */
  ImmutableList<Cited> reports();

  /** Whether there are more reports than are listed. */
  boolean moreReports();

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

  /** The claims that carry the position, those of the headline first; none where it is unknown. */
  default ImmutableList<Cited> support() {
    return ImmutableList.of();
  }

  /** The answer in a word or three, with its signs, as it stands in a {@link Matrix}. */
  String brief();

  /** The answer in full, as a sentence of labels. */
  String summary();

  /**
   * Returns the question, the answer, the claims that carry it with their evidence, and each of the
   * others in a line; no line wider than 100.
   */
  default String print() {
    List<String> lines = new ArrayList<>();
    String name = dossier().actor(party()).map(Actor::name).orElse(party());
    lines.add(Wrap.hanging(name + " on " + proposition() + ", " + viewpoint(), 2, Table.WIDTH));
    String text = dossier().proposition(proposition()).map(Proposition::text).orElse(proposition());
    lines.add("  " + Wrap.hanging("Proposition: " + text, 2, Table.WIDTH));
    lines.add("  " + Wrap.hanging(summary(), 2, Table.WIDTH));
    support()
        .forEach(cited -> lines.add("  " + cited.print(Table.WIDTH - 2).replace("\n", "\n  ")));
    list("possibly by then", possibly(), morePossibly(), lines);
    list("hint", hints(), moreHints(), lines);
    list("report", reports(), moreReports(), lines);
    return String.join("\n", lines);
  }

  private static void list(String what, List<Cited> cited, boolean more, List<String> lines) {
    cited.forEach(c -> lines.add("  " + Wrap.hanging(what + ": " + c.line(), 4, Table.WIDTH)));
    if (more) {
      lines.add("  " + what + ": … and more, further from the date");
    }
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

    /** Sets {@link Position#possibly()}. */
    B possibly(Iterable<? extends Cited> claims);

    /** Sets {@link Position#morePossibly()}. */
    B morePossibly(boolean more);

    /** Sets {@link Position#hints()}. */
    B hints(Iterable<? extends Cited> claims);

    /** Sets {@link Position#moreHints()}. */
    B moreHints(boolean more);

    /** Sets {@link Position#reports()}. */
    B reports(Iterable<? extends Cited> claims);

    /** Sets {@link Position#moreReports()}. */
    B moreReports(boolean more);

    /** Sets {@link Position#dossier()}. */
    B dossier(Dossier dossier);
  }
}
