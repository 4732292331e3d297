package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.text.Picture;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/** A picture of the relation of two parties over time, with a lane for each proposition. */
final class RelationsPicture implements Picture {
  private final LaneChart chart;

  RelationsPicture(Tracker tracker, String first, String second, List<String> propositions) {
    LaneReader reader = new LaneReader(tracker);
    ImmutableList<Lane.Group> groups =
        propositions.stream()
            .map(
                proposition ->
                    new Lane.Group(
                        reader.label(proposition),
                        ImmutableList.of(reader.relations(first, second, proposition))))
            .collect(ImmutableList.toImmutableList());
    this.chart =
        new LaneChart(
            "%s and %s: relations %s"
                .formatted(
                    reader.party(first).name(), reader.party(second).name(), tracker.viewpoint()),
            groups,
            reader.governments(List.of(first, second)),
            tracker.viewpoint().asOf(),
            false,
            reader.note());
  }

  @Override
  public String title() {
    return OneLine.whole(chart.title());
  }

  @Override
  public String svg() {
    return chart.svg();
  }

  @Override
  public ImmutableList<String> narrow() {
    return chart.narrow();
  }

  @Override
  public TextPage page() {
    return LaneTables.relations(chart);
  }

  /** {@return the title} */
  @Override
  public String toString() {
    return OneLine.of(title());
  }
}
