package org.demarche.picture;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Chronology;
import org.demarche.answer.Framings;
import org.demarche.lookup.Arguments;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Picture;
import org.demarche.text.Printable;

/**
 * The pictures of answers. Each is SVG without scripts, for light and dark screens, print and the
 * width of a phone, and its page states the same facts as tables.
 *
 * <pre>{@code
 * Picture picture = Pictures.relations(tracker, "rok", "prc", "three-nos", "3n-promise");
 * Files.writeString(Path.of("relations.svg"), picture.svg());
 * }</pre>
 *
 * <p>{@link TimelinePicture} draws how the positions of parties changed.
 *
 * @since 0.1
 */
public final class Pictures {
  private Pictures() {}

  /**
   * Returns the picture that shows an answer, so that an answer can be saved as a picture.
   *
   * <pre>{@code
   * Pictures.of(AgreementQuery.of(tracker).all()).map(Picture::svg)
   * }</pre>
   *
   * @param printable an answer, or anything else that prints
   * @return the picture of an {@link AgreementTable}, of {@link Framings}, or of a {@link
   *     Chronology} in which a claim answers another one; a picture itself; empty for anything else
   */
  public static Optional<Picture> of(Printable printable) {
    requireNonNull(printable, "printable");
    if (printable instanceof Picture picture) {
      return Optional.of(picture);
    }
    if (printable instanceof AgreementTable table) {
      return Optional.of(agreement(table));
    }
    if (printable instanceof Framings framings) {
      return Optional.of(frames(framings));
    }
    return printable instanceof Chronology chronology
        ? Optional.of(new ResponsesPicture(chronology))
            .filter(ResponsesPicture::hasAny)
            .map(Picture.class::cast)
        : Optional.empty();
  }

  /**
   * Draws when two parties agreed and when they contradicted each other: a lane for each
   * proposition, with a band for each relation, up to the tracker's date.
   *
   * <pre>{@code
   * Pictures.relations(tracker, "rok", "prc", "three-nos", "additional-thaad")
   * }</pre>
   *
   * @param tracker the tracker whose positions are compared
   * @param first the id of a party
   * @param second the id of another party
   * @param propositions the ids of propositions, in the order of their lanes; at least one
   * @return the picture
   * @throws IllegalArgumentException if no proposition is given, one is given twice, an id is not
   *     in the dossier, the two parties are the same, or one is an organ, whose positions are its
   *     state's
   */
  public static Picture relations(
      Tracker tracker, String first, String second, String... propositions) {
    requireNonNull(tracker, "tracker");
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    Arguments.requireEach(propositions, "propositions");
    List<String> ids = ImmutableList.copyOf(propositions);
    tracker.timeline(propositions);
    ids.forEach(id -> tracker.relation(first, second, id));
    return new RelationsPicture(tracker, first, second, ids);
  }

  /**
   * Draws how often each two parties held the same position, as a table of parties by parties with
   * the share of identical positions in each cell.
   *
   * <pre>{@code
   * Pictures.agreement(AgreementQuery.of(tracker).parties("FR", "GB", "US").all())
   * }</pre>
   *
   * @param table the agreement of each pair
   * @return the picture; for more parties than it can hold, it says so
   */
  public static Picture agreement(AgreementTable table) {
    return new AgreementPicture(requireNonNull(table, "table"));
  }

  /**
   * Draws how the agreement of some parties changed from year to year: a line for each two of them,
   * with the share of identical positions at the end of each year, or on the tracker's date.
   *
   * <pre>{@code
   * Pictures.agreementByYear(tracker, 2014, 2025, "us", "prc", "india")
   * }</pre>
   *
   * @param tracker the tracker whose positions are compared
   * @param firstYear the first year
   * @param lastYear the last year, not after the year of the tracker's date
   * @param parties the ids of parties of one kind, such as states; at least two
   * @return the picture; for more than six pairs, it says that they are too many
   * @throws IllegalArgumentException if the years are out of order, after the tracker's date or
   *     more than 200, fewer than two parties are given, one is given twice, is not in the dossier,
   *     or is of another kind than the first
   */
  public static Picture agreementByYear(
      Tracker tracker, int firstYear, int lastYear, String... parties) {
    requireNonNull(tracker, "tracker");
    Arguments.requireEach(parties, "parties");
    List<String> ids = ImmutableList.copyOf(parties);
    if (ids.size() < 2 || new HashSet<>(ids).size() < ids.size()) {
      throw ShownValue.refused("agreement by year is of two or more different parties, got " + ids);
    }
    return new AgreementCurve(tracker, firstYear, lastYear, ids);
  }

  /**
   * Draws which claims answer which: a box for each claim in the order of time, with its date, its
   * gist and its id, an arrow to each claim that it answers, a dashed one to each that it takes
   * back, and a column for each party. Claims that neither answer nor are answered are left out.
   *
   * <pre>{@code
   * Pictures.responses(tracker.claims().onIssue("three-nos-status").chronology())
   * }</pre>
   *
   * @param chronology the claims; the claims that answer them are drawn, too
   * @return the picture; of more claims than it can hold, it shows the first and says so
   */
  public static Picture responses(Chronology chronology) {
    return new ResponsesPicture(requireNonNull(chronology, "chronology"));
  }

  /**
   * Draws when each party put a matter in which frame: lanes for each frame, with a mark on the day
   * of each claim.
   *
   * <pre>{@code
   * Pictures.frames(tracker.claims().onIssue("thaad-negotiability").framings())
   * }</pre>
   *
   * @param framings the claims with their frames
   * @return the picture
   */
  public static Picture frames(Framings framings) {
    return new FramesPicture(requireNonNull(framings, "framings"));
  }
}
