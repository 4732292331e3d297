package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.demarche.text.Cell;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * The position of a party on a proposition, from a viewpoint: {@link Known}, {@link Contested}
 * within itself, or {@link Unknown}. A position is derived from claims and never stored.
 *
 * <p>In addition to the claims that support it, a position lists claims that do not: claims that
 * were only possibly made by the as-of date, hints, and reports of media in their own voice. Each
 * list has the sixteen claims nearest to the as-of date, nearest first, and the position states
 * whether there are more.
 *
 * <p>Two positions are equal if their party, proposition and viewpoint are, and what carries or
 * explains them: the stance or the sides, the support, the standing, the administration, the day
 * and the roots of the evidence, or the reason of an unknown position. The related claims are no
 * part of equality, because they are searched for on first access; compare the lists if they
 * matter.
 *
 * <p>A position that is kept in memory keeps its dossier too, for the names and texts that it
 * prints, and the index of its Tracker. For a cache, keep the {@link #detached} position instead.
 *
 * <pre>{@code
 * Position position = tracker.asOf("2017-11-24").position("rok", "additional-thaad");
 * position.known().map(Known::stance);   // Optional[AGAINST]
 * System.out.println(position.print());  // with its evidence
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Position extends Answer permits EvidencedPosition, Unknown {
  /**
   * {@return the id of the party: a state or organisation (with its organs), an organ, a person or
   * a medium}
   */
  @Value.Parameter
  String party();

  /** {@return the id of the proposition} */
  @Value.Parameter
  String proposition();

  /** {@return the viewpoint from which the position is derived} */
  @Value.Parameter
  Viewpoint viewpoint();

  /**
   * Returns the claims that would stand against the position, but are outweighed, such as another
   * state's account of what the party said.
   *
   * @return the claims, the newest first
   */
  default ImmutableList<CitedClaim> disputingClaims() {
    return PositionContext.of(this).related().qualifying().disputing();
  }

  /**
   * Returns the claims that would count, but that another claim of their side is known to have
   * {@linkplain org.demarche.model.Claim#retracts taken back}.
   *
   * @return the claims, the newest first; empty if nothing was taken back
   */
  default ImmutableList<CitedClaim> retractedClaims() {
    return PositionContext.of(this).related().qualifying().retracted();
  }

  /**
   * Returns, for a composite that nobody has named, the parts that are held as the composite has
   * them.
   *
   * @return for each such direct part the claim to cite, which states that part
   */
  default ImmutableList<CitedClaim> partsHeld() {
    return PositionContext.of(this).related().qualifying().partsHeld();
  }

  /**
   * Returns the party's own claims for declared rivals of a proposition that it is for.
   *
   * @return for each rival the claim to cite; empty unless the position is FOR
   */
  default ImmutableList<CitedClaim> rivalClaims() {
    return PositionContext.of(this).related().qualifying().rivals().get();
  }

  /**
   * Returns the parties that answer for what the party said on the proposition in another capacity:
   * for a person those on whose behalf he or she spoke; for a state its organs that do not speak
   * for its government, and the organisations of which it was a member.
   *
   * @return the parties in the order of their ids; the claims of organs and organisations are among
   *     the {@link #hints()}
   */
  default ImmutableList<OtherCapacity> otherCapacities() {
    return PositionContext.of(this).related().qualifying().otherCapacities().get();
  }

  /** {@return the claims that would count, but were only possibly made by the as-of date} */
  default ImmutableList<CitedClaim> possibleClaims() {
    return PositionContext.of(this).related().possibleClaims().claims();
  }

  /** {@return whether there are more possible claims than are listed} */
  default boolean hasMorePossibleClaims() {
    return PositionContext.of(this).related().possibleClaims().hasMore();
  }

  /**
   * Returns the hints: claims that bear on the question without supporting a position.
   *
   * @return claims below the minimum grade, of a force that takes no side, of an unnamed official
   *     on behalf of no known principal, of a head who speaks in an unknown capacity, of an organ
   *     that does not speak for its government, or of an organisation of which the party is a
   *     member
   */
  default ImmutableList<CitedClaim> hints() {
    return PositionContext.of(this).related().hints().claims();
  }

  /** {@return whether there are more hints than are listed} */
  default boolean hasMoreHints() {
    return PositionContext.of(this).related().hints().hasMore();
  }

  /**
   * {@return the claims of media in their own voice on the same proposition, which are the position
   * of the outlet alone}
   */
  default ImmutableList<CitedClaim> reports() {
    return PositionContext.of(this).related().reports().claims();
  }

  /** {@return whether there are more reports than are listed} */
  default boolean hasMoreReports() {
    return PositionContext.of(this).related().reports().hasMore();
  }

  /**
   * Returns an equal position that keeps little in memory: it has its related claims, and holds
   * only the records that it cites, with the records to which these refer. Searches for the related
   * claims, and takes time linear in the size of the dossier.
   *
   * @return a position that prints the same page and lists the same related claims, but refers
   *     neither to the whole dossier nor to the index of its Tracker
   */
  default Position detached() {
    return PositionContext.detached(this);
  }

  /** {@return this position if it is known and not contested, otherwise empty} */
  default Optional<Known> known() {
    return this instanceof Known known ? Optional.of(known) : Optional.empty();
  }

  /** {@return this position if it is known or contested, otherwise empty} */
  default Optional<EvidencedPosition> evidenced() {
    return this instanceof EvidencedPosition evidenced ? Optional.of(evidenced) : Optional.empty();
  }

  /** {@return the outcome of the position: its stance, or CONTESTED, or UNKNOWN} */
  PositionOutcome outcome();

  /**
   * {@return the claims that support the position, the headline first; empty if the position is
   * unknown}
   */
  default ImmutableList<CitedClaim> support() {
    return ImmutableList.of();
  }

  /**
   * {@return the claims that a text about the position cites: the headline, or each side of a
   * contested one; empty if the position is unknown}
   */
  default ImmutableList<CitedClaim> headlines() {
    return this instanceof Contested contested
        ? contested.sides()
        : support().subList(0, Math.min(1, support().size()));
  }

  /**
   * {@return the position in one to three codes with its signs, as in a cell of a {@link Matrix}:
   * {@code UNCOMMITTED/REFUSE}}
   */
  default String cellText() {
    return cellText(Wording.codes());
  }

  /**
   * Returns the position in one to three words with its signs, as in a cell of a {@link Matrix}:
   * {@code ? refuses}.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return one short line
   */
  String cellText(Wording wording);

  /**
   * Returns the position as a cell of a table, which leads to the claim to cite where a page lists
   * it.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the {@linkplain #cellText(Wording) text of the cell} with its conditions, the day by
   *     which it is due, and a sign if claims that are outweighed say otherwise
   */
  default Cell linkedCell(Wording wording) {
    PositionContext context = PositionContext.of(this);
    return new Cell(
        AnswerPages.withoutBreakAtSigns(context.cell(requireNonNull(wording, "wording"))),
        context.anchor());
  }

  /**
   * {@return the question, the position, the supporting claims with their evidence, and the related
   * claims in one line each}
   */
  @Override
  default TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(PositionContext.of(this).evidencePage(wording), wording);
  }

  /**
   * Returns the page, followed by every claim that was considered with the ruling on it, and by the
   * position under the administration before the one in office. A position that was {@linkplain
   * #detached detached} or read from JSON has no derivation, and returns the page alone.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the page with the derivation
   */
  @Override
  default TextPage full(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(PositionContext.of(this).fullPage(wording), wording);
  }
}
