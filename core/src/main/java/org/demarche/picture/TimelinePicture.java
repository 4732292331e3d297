package org.demarche.picture;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.demarche.Tracker;
import org.demarche.lookup.Arguments;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Actor;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Picture;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/**
 * A picture of how the positions of some parties on some propositions changed over time: a group of
 * lanes for each proposition, with a lane for each party. It ends on the tracker's date.
 *
 * <pre>{@code
 * TimelinePicture picture =
 *     TimelinePicture.of(tracker).parties("rok", "prc").on("three-nos", "3n-promise");
 * Files.writeString(Path.of("three-nos.svg"), picture.svg());
 * System.out.println(picture.print());   // the same facts as tables
 * }</pre>
 *
 * <p>A band runs from the day from which a position is held to the day on which it or the act by
 * which it is held changes; it is hatched while it is inherited from an earlier administration. A
 * flag is a day on which something that is still held was due. A diamond is a claim, on the last
 * day on which it may have been made; a dashed line begins on the first. Unless it is {@linkplain
 * #linear linear}, the axis gives neighbouring turns a distance in proportion to the logarithm of
 * one more than the number of days from one to the next: two close turns stay apart, and long
 * silences are short.
 *
 * <p>Diamonds that would cover each other are one diamond with the number of their claims, and
 * bands too thin to be seen are one band that refers to the table.
 *
 * @since 0.1
 */
public final class TimelinePicture implements Picture {
  private final Tracker tracker;
  private final ImmutableList<String> parties;
  private final ImmutableList<String> propositions;
  private final boolean isLinear;

  private TimelinePicture(
      Tracker tracker,
      ImmutableList<String> parties,
      ImmutableList<String> propositions,
      boolean isLinear) {
    this.tracker = tracker;
    this.parties = parties;
    this.propositions = propositions;
    this.isLinear = isLinear;
  }

  /**
   * Starts a picture. The parties and the propositions must be named.
   *
   * @param tracker the tracker whose positions are shown, up to its date
   * @return a picture without lanes
   */
  public static TimelinePicture of(Tracker tracker) {
    return new TimelinePicture(
        requireNonNull(tracker, "tracker"), ImmutableList.of(), ImmutableList.of(), false);
  }

  /**
   * Replaces the parties.
   *
   * @param ids the ids of states, persons or media, in the order of their lanes; at least one
   * @return a picture of these parties; this one is unchanged
   * @throws IllegalArgumentException if no id is given, an id is given twice, is not a party of the
   *     dossier, or is an organ, whose positions are its state's
   */
  public TimelinePicture parties(String... ids) {
    ImmutableList<String> all = each(ids, "parties");
    all.forEach(new IdLookup(tracker.dossier())::partyWithOrgans);
    return new TimelinePicture(tracker, all, propositions, isLinear);
  }

  /**
   * Replaces the propositions.
   *
   * @param ids the ids of propositions, in the order of their groups; at least one
   * @return a picture of these propositions; this one is unchanged
   * @throws IllegalArgumentException if no id is given, an id is given twice, or is not in the
   *     dossier
   */
  public TimelinePicture on(String... ids) {
    ImmutableList<String> all = each(ids, "propositions");
    tracker.timeline(ids);
    return new TimelinePicture(tracker, parties, all, isLinear);
  }

  private static ImmutableList<String> each(String[] ids, String what) {
    Arguments.requireEach(ids, "ids");
    ImmutableList<String> all = ImmutableList.copyOf(ids);
    if (all.isEmpty()) {
      throw ShownValue.refused("name at least one of the " + what);
    }
    if (new LinkedHashSet<>(all).size() < all.size()) {
      throw ShownValue.refused("one of the " + what + " is named twice: " + all);
    }
    return all;
  }

  /**
   * Draws a day as long as any other. The picture says which axis it has.
   *
   * @return a picture with a linear axis; this one is unchanged
   */
  public TimelinePicture linear() {
    return new TimelinePicture(tracker, parties, propositions, true);
  }

  private LaneChart chart() {
    if (parties.isEmpty() || propositions.isEmpty()) {
      throw new IllegalStateException(
          "a time line needs parties(…) and on(…): it has the parties %s and the propositions %s"
              .formatted(parties, propositions));
    }
    LaneReader reader = new LaneReader(tracker);
    ImmutableList<Lane.Group> groups =
        propositions.stream()
            .map(
                proposition ->
                    new Lane.Group(
                        reader.label(proposition),
                        parties.stream()
                            .map(party -> reader.positions(party, proposition))
                            .collect(ImmutableList.toImmutableList())))
            .collect(ImmutableList.toImmutableList());
    return new LaneChart(
        title(),
        groups,
        reader.governments(parties),
        tracker.viewpoint().asOf(),
        isLinear,
        reader.note());
  }

  /**
   * Returns the picture as a document of its own, 1,160 units wide, for a page, a slide or a paper.
   * It has light colours and dark ones, for readers who prefer them.
   *
   * @return SVG 1.1 without scripts, fonts or references to other files
   * @throws IllegalStateException if no parties or no propositions were named
   */
  @Override
  public String svg() {
    return chart().svg();
  }

  /**
   * Returns a picture for each proposition, 360 units wide.
   *
   * @return SVG 1.1, in the order of the propositions
   * @throws IllegalStateException if no parties or no propositions were named
   */
  @Override
  public ImmutableList<String> narrow() {
    return chart().narrow();
  }

  /**
   * Returns the parties and the viewpoint.
   *
   * @return one line
   */
  @Override
  public String title() {
    String who =
        parties.stream()
            .map(id -> tracker.dossier().actor(id).map(Actor::name).orElse(id))
            .collect(Collectors.joining(", "));
    return OneLine.whole(who + ": positions " + tracker.viewpoint());
  }

  /**
   * Returns the facts of the picture as tables: a row for each band, for each diamond, and, where
   * there are any, for each taking back and each term of a head.
   *
   * @return the page
   * @throws IllegalStateException if no parties or no propositions were named
   */
  @Override
  public TextPage page() {
    return LaneTables.positions(chart());
  }

  /** {@return the parties, the propositions and the viewpoint, in one line} */
  @Override
  public String toString() {
    return "Time line of " + parties + " on " + propositions + ", " + tracker.viewpoint();
  }
}
