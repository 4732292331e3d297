package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.answer.PositionOutcome;
import org.demarche.model.Actor;
import org.demarche.model.Proposition;

/**
 * A lane of a picture: the positions and claims of one party on one proposition.
 *
 * @param bands the spans in which the party had a known or contested position, in order
 * @param claims the claims, one mark for each last possible day, in order
 * @param takenBack the days on which a retraction ended the position
 * @param due the days on which something promised was due
 */
record Lane(
    Proposition proposition,
    Actor party,
    ImmutableList<Band> bands,
    ImmutableList<ClaimMark> claims,
    ImmutableSortedSet<LocalDate> takenBack,
    ImmutableSortedSet<LocalDate> due) {
  /**
   * A span in which a position had one outcome, and either was or was not inherited.
   *
   * @param to the day on which it changed, or the last day of the picture
   * @param words the sign and the verb of the position
   * @param cited the ids of the claims to cite
   */
  record Band(
      PositionOutcome outcome,
      LocalDate from,
      LocalDate to,
      boolean isInherited,
      String words,
      ImmutableList<String> cited) {}

  /**
   * The claims whose last possible day is one day.
   *
   * @param earliest the first day on which any of them may have been made; empty if one of them has
   *     no first day, and the day itself if they are certain
   */
  record ClaimMark(Optional<LocalDate> earliest, LocalDate day, ImmutableList<String> ids) {
    boolean isUncertain() {
      return !earliest.equals(Optional.of(day));
    }
  }
}
