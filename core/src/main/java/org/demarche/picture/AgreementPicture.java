package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import java.util.List;
import java.util.OptionalDouble;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Tally;
import org.demarche.text.Picture;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/** A picture of how often each two of some parties held the same position: parties by parties. */
final class AgreementPicture implements Picture {
  private static final double CELL = 28;
  private static final double WIDEST = 84;

  private final AgreementTable table;
  private final ImmutableTable<String, String, Tally> tallies;

  AgreementPicture(AgreementTable table) {
    this.table = table;
    ImmutableTable.Builder<String, String, Tally> all = ImmutableTable.builder();
    for (Tally tally : table.pairs()) {
      all.put(tally.first(), tally.second(), tally).put(tally.second(), tally.first(), tally);
    }
    this.tallies = all.buildOrThrow();
  }

  @Override
  public String title() {
    return table.question() + ", " + table.viewpoint();
  }

  @Override
  public String svg() {
    return drawn(Layout.WIDE, 140);
  }

  @Override
  public ImmutableList<String> narrow() {
    return ImmutableList.of(drawn(Layout.NARROW, 88));
  }

  @Override
  public TextPage page() {
    return table.page();
  }

  private String drawn(Layout layout, double gutter) {
    ImmutableList<String> parties = table.parties();
    double width = Math.min(WIDEST, (layout.textWidth() - gutter) / Math.max(1, parties.size()));
    if (width < CELL || parties.size() < 2) {
      return Sheet.withoutDrawing(
          layout,
          title(),
          List.of(
              parties.size() < 2
                  ? "There are no two parties to compare."
                  : "%s parties are too many for a picture of this width: the table has the share of each pair."
                      .formatted(parties.size())));
    }
    Sheet sheet = new Sheet(layout, title() + table.pairs());
    double y = key(sheet, layout, sheet.title(title()));
    boolean areNumbered =
        parties.stream().anyMatch(id -> TextWidth.of(id, Layout.SMALL) > width - 4);
    double left = layout.margin() + gutter;
    for (int column = 0; column < parties.size(); column++) {
      String head = areNumbered ? Integer.toString(column + 1) : parties.get(column);
      sheet.text(head, "small", left + (column + 0.5) * width, y + 13, "middle");
    }
    y += 20;
    for (int row = 0; row < parties.size(); row++, y += CELL) {
      String party = parties.get(row);
      String name = areNumbered ? (row + 1) + " " + party : party;
      String fitting = TextWidth.fitting(name, Layout.TEXT, gutter - 8);
      sheet.text(fitting, "name", left - 6, y + 18, "end");
      for (int column = 0; column < parties.size(); column++) {
        Tally tally = tallies.get(party, parties.get(column));
        if (tally != null) {
          addCell(sheet, tally, left + column * width, y, width);
        } else {
          sheet.text("—", "small", left + (column + 0.5) * width, y + 18, "middle");
        }
      }
    }
    String description =
        "Share of identical positions of %s parties, in per cent. ".formatted(parties.size())
            + String.join(", ", parties.stream().map(LaneChart::shortened).toList());
    return sheet.svg(title(), description, y + 12);
  }

  private static double key(Sheet sheet, Layout layout, double top) {
    Key key = new Key(sheet, layout, top);
    key.words("Identical positions, in per cent of the joint ones:");
    int steps = Paint.SHARES.length;
    for (int step = 0; step < steps; step++) {
      int from = step * 100 / steps;
      int to = (step + 1) * 100 / steps;
      String fill = "share" + step;
      key.add(
          14,
          x -> sheet.rect(fill, x, key.middle() - 7, 14, 14),
          "%s–%s".formatted(from, step == steps - 1 ? to : to - 1));
    }
    key.words("· nothing to compare");
    return key.end() + 4;
  }

  private static void addCell(Sheet sheet, Tally tally, double x, double y, double width) {
    OptionalDouble share = tally.measure(Tally.Measure.IDENTICAL_SHARE);
    sheet.openImage(
        "%s and %s: %s"
            .formatted(
                LaneChart.shortened(tally.first()),
                LaneChart.shortened(tally.second()),
                share.isEmpty()
                    ? "nothing to compare"
                    : "%s of %s the same, %s per cent"
                        .formatted(tally.same(), tally.joint(), percent(share.getAsDouble()))));
    if (share.isPresent()) {
      // The step is that of the number shown, so that 79.6 per cent is 80 in both.
      int step =
          Math.min(
              Paint.SHARES.length - 1,
              (int) (percent(share.getAsDouble()) * Paint.SHARES.length / 100));
      sheet.rect("share" + step, x + 1, y + 1, width - 2, CELL - 2);
      sheet.text(
          Long.toString(percent(share.getAsDouble())),
          "share" + step,
          x + width / 2,
          y + 18,
          "middle");
    } else {
      sheet.text("·", "small", x + width / 2, y + 18, "middle");
    }
    sheet.body().close();
  }

  /** Returns a share in whole per cent. */
  static long percent(double share) {
    return Math.round(share * 100);
  }

  /** {@return the title} */
  @Override
  public String toString() {
    return OneLine.of(title());
  }
}
