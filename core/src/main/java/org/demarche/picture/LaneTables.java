package org.demarche.picture;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.text.TextPage;

/** The facts of lanes as tables. */
final class LaneTables {
  private LaneTables() {}

  /** Returns a row for each band, claim, day on which a claim was taken back, and term. */
  static TextPage positions(LaneChart chart) {
    List<List<String>> bands = new ArrayList<>();
    List<List<String>> claims = new ArrayList<>();
    List<List<String>> takenBack = new ArrayList<>();
    for (Lane.Group group : chart.groups()) {
      for (Lane lane : group.lanes()) {
        addBands(bands, group, lane);
        for (Lane.ClaimMark mark : lane.claims()) {
          claims.add(
              List.of(
                  group.label(),
                  lane.name(),
                  mark.earliest().map(LocalDate::toString).orElse("open"),
                  mark.day().toString(),
                  String.join(", ", mark.ids())));
        }
        for (LocalDate day : lane.takenBack()) {
          takenBack.add(List.of(group.label(), lane.name(), day.toString()));
        }
      }
    }
    TextPage page =
        head(chart)
            .table(
                List.of(
                    "proposition",
                    "party",
                    "stance",
                    "words",
                    "from",
                    "to",
                    "inherited",
                    "due",
                    "cites"),
                bands)
            .legend(
                ImmutableMap.of(
                    "†", "known only through another state",
                    "‡", "implied",
                    "◊", "inherited"))
            .table(List.of("proposition", "party", "not before", "not after", "claims"), claims);
    if (!takenBack.isEmpty()) {
      page = page.table(List.of("proposition", "party", "taken back on"), takenBack);
    }
    return withTerms(page, chart);
  }

  /** Returns a row for each band of two parties, and for each term. */
  static TextPage relations(LaneChart chart) {
    List<List<String>> bands = new ArrayList<>();
    for (Lane.Group group : chart.groups()) {
      for (Lane lane : group.lanes()) {
        for (Lane.Band band : lane.bands()) {
          bands.add(
              List.of(
                  group.label(),
                  band.words(),
                  band.from().toString(),
                  band.to().toString(),
                  String.join(", ", band.cited())));
        }
        if (lane.bands().isEmpty()) {
          bands.add(List.of(group.label(), "both silent", "", "", ""));
        }
      }
    }
    return withTerms(
        head(chart).table(List.of("proposition", "relation", "from", "to", "cites"), bands), chart);
  }

  private static TextPage head(LaneChart chart) {
    TextPage page = TextPage.of(chart.title());
    return chart.note().isEmpty() ? page : page.line(0, 0, chart.note());
  }

  private static void addBands(List<List<String>> rows, Lane.Group group, Lane lane) {
    for (Lane.Band band : lane.bands()) {
      rows.add(
          List.of(
              group.label(),
              lane.name(),
              band.kind().word(),
              band.words(),
              band.from().toString(),
              band.to().toString(),
              band.isInherited() ? "yes" : "",
              band.due().map(LocalDate::toString).orElse(""),
              String.join(", ", band.cited())));
    }
    if (lane.bands().isEmpty()) {
      rows.add(List.of(group.label(), lane.name(), "no known position", "", "", "", "", "", ""));
    }
  }

  private static TextPage withTerms(TextPage page, LaneChart chart) {
    TimeAxis axis = chart.axis();
    List<List<String>> terms = new ArrayList<>();
    for (Lane.Government government : chart.governments()) {
      for (Lane.Term term : LaneChart.termsOn(axis, government.terms())) {
        Optional<String> to = term.to().map(LocalDate::toString);
        terms.add(List.of(government.party(), term.head(), term.from().toString(), to.orElse("")));
      }
    }
    return terms.isEmpty()
        ? page
        : page.table(List.of("party", "administration", "from", "to"), terms);
  }
}
