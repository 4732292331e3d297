package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.Tracker;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.model.Proposition;
import org.demarche.picture.Pictures;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.Picture;
import org.junit.jupiter.api.Test;

/** The bands of pictures are the positions and relations of their days. */
class PictureFactsTest {
  private static final Tracker TRACKER = Tracker.of(DOSSIER);
  private static final Map<String, String> PARTIES = Map.of("South Korea", "rok", "China", "prc");

  private static final String[] PROPOSITIONS =
      DOSSIER.propositions().stream().map(Proposition::id).toArray(String[]::new);

  /** The signs of relations in pictures. */
  private static final Map<Relation.Label, String> SIGNS =
      Map.of(
          Relation.Label.AGREEMENT, "=",
          Relation.Label.BOTH_AGAINST, "−",
          Relation.Label.CONTRADICTION, "≠",
          Relation.Label.DIVERGENCE, "?",
          Relation.Label.ONE_SIDED, "½",
          Relation.Label.CONTESTED, "±");

  private static String id(String label) {
    return DOSSIER.propositions().stream()
        .filter(known -> known.label().equals(Optional.of(label)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<? extends List<String>> rows(Picture picture) {
    return picture.page().tables().get(0).rows();
  }

  /** Returns the words of rows on a day, by what they are about. */
  private static Map<String, String> on(
      LocalDate day, List<? extends List<String>> rows, int from, int words) {
    Map<String, String> found = new TreeMap<>();
    for (List<String> row : rows) {
      if (!row.get(from).isEmpty()
          && !day.isBefore(LocalDate.parse(row.get(from)))
          && day.isBefore(LocalDate.parse(row.get(from + 1)))) {
        String about = id(row.get(0)) + (words > 1 ? " " + PARTIES.get(row.get(1)) : "");
        assertThat(found.put(about, row.get(words))).as("a second band of %s", about).isNull();
      }
    }
    return found;
  }

  @Test
  void a_band_of_a_time_line_is_the_position_of_each_of_its_days() {
    Picture picture = TimelinePicture.of(TRACKER).parties("rok", "prc").on(PROPOSITIONS);
    for (LocalDate day = LocalDate.of(2014, 12, 31);
        day.isBefore(TRACKER.viewpoint().asOf());
        day = day.plusDays(61)) {
      Map<String, String> held = new TreeMap<>();
      for (String proposition : PROPOSITIONS) {
        for (String party : PARTIES.values()) {
          PositionOutcome outcome = TRACKER.asOf(day).outcome(party, proposition);
          if (outcome != PositionOutcome.UNKNOWN) {
            held.put(proposition + " " + party, outcome.name().toLowerCase(Locale.ROOT));
          }
        }
      }
      assertThat(on(day, rows(picture), 4, 2)).as("on %s", day).isEqualTo(held);
    }
  }

  @Test
  void a_band_is_inherited_on_the_days_on_which_its_position_is() {
    Tracker later = Tracker.of(DOSSIER).asOf("2026-11-29"); // after the last term in Seoul ended
    Picture picture = TimelinePicture.of(later).parties("rok", "prc").on(PROPOSITIONS);
    for (LocalDate day = LocalDate.of(2014, 12, 31);
        day.isBefore(later.viewpoint().asOf());
        day = day.plusDays(61)) {
      Map<String, String> inherited = new TreeMap<>();
      for (String proposition : PROPOSITIONS) {
        for (String party : PARTIES.values()) {
          later
              .asOf(day)
              .position(party, proposition)
              .known()
              .map(known -> known.standing() == Standing.INHERITED ? "yes" : "")
              .ifPresent(word -> inherited.put(proposition + " " + party, word));
        }
      }
      Map<String, String> drawn = on(day, rows(picture), 4, 6);
      drawn.keySet().retainAll(inherited.keySet()); // contested positions have no administration
      assertThat(drawn).as("on %s", day).isEqualTo(inherited);
    }
  }

  @Test
  void a_band_of_relations_is_the_relation_of_each_of_its_days() {
    Picture picture = Pictures.relations(TRACKER, "rok", "prc", PROPOSITIONS);
    for (LocalDate day = LocalDate.of(2014, 12, 31);
        day.isBefore(TRACKER.viewpoint().asOf());
        day = day.plusDays(61)) {
      Map<String, String> signs = new TreeMap<>();
      for (Relation relation : TRACKER.asOf(day).compare("rok", "prc").rows()) {
        signs.put(relation.proposition(), SIGNS.get(relation.label()));
      }
      Map<String, String> drawn = on(day, rows(picture), 2, 1);
      drawn.replaceAll((proposition, words) -> words.substring(0, 1));
      assertThat(drawn).as("on %s", day).isEqualTo(signs);
    }
  }
}
