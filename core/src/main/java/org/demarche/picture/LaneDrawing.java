package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lanes over time as SVG. All lengths are in its units, which a browser shows as pixels. */
final class LaneDrawing {
  private static final double BAND = 22;
  private static final double STRIP = 22;
  private static final double NAME = 18;
  private static final double HEADING = 30;

  /** The height of a diamond with the space around it. */
  private static final double RIM = 16;

  /** The least width of a band, and of those that are not drawn as one with their neighbours. */
  private static final double THIN = 2;

  /** The width below which a band has no room for its sign. */
  private static final double NARROW = 6;

  /** The space between the signs of claims. */
  private static final double GAP = 3;

  private static final double DATE_ROOM = 80;
  private static final double MOST_GUTTER = 300;

  /** The number of governments above which their heads are not named. */
  private static final int MOST_STRIPS = 6;

  /** The number of notes that are set. */
  private static final int MOST_NOTES = 24;

  private final LaneChart chart;
  private final Layout layout;
  private final TimeAxis axis;
  private final Sheet sheet;
  private final double axisStart;
  private final double axisEnd;
  private final boolean isOneGroup;
  private final boolean hasBands;
  private final boolean hasMarks;

  /** The heads in office whose names did not fit, as notes below the picture. */
  private final List<String> notes = new ArrayList<>();

  LaneDrawing(LaneChart chart, Layout given) {
    this.chart = chart;
    this.layout = given.isNarrow() ? given : given.withGutter(gutter(chart, given));
    this.axis = chart.axis();
    this.sheet = new Sheet(layout, chart.toString());
    this.axisStart = layout.gutter() + 8;
    this.axisEnd = layout.width() - layout.margin() - (layout.isNarrow() ? 2 : 10);
    this.isOneGroup = layout.isNarrow() && chart.groups().size() == 1;
    this.hasBands = chart.lanes().anyMatch(lane -> !lane.bands().isEmpty());
    this.hasMarks = chart.lanes().anyMatch(lane -> !lane.claims().isEmpty());
  }

  /** Returns the width that the names of the lanes need, within limits. */
  private static double gutter(LaneChart chart, Layout layout) {
    double widest =
        chart.lanes().mapToDouble(lane -> TextWidth.of(lane.name(), Layout.TEXT)).max().orElse(0);
    return Math.min(MOST_GUTTER, Math.max(layout.gutter(), layout.margin() + widest + 10));
  }

  private double x(LocalDate day) {
    return axisStart + axis.place(day) * (axisEnd - axisStart);
  }

  String svg() {
    String title = isOneGroup ? chart.groups().get(0).label() : chart.title();
    double y = addKey(sheet.title(title));
    y = sheet.paragraph(axisInWords(), y, 2) + 6;
    boolean isNamed = chart.governments().size() <= MOST_STRIPS;
    for (Lane.Government government : isNamed ? chart.governments() : List.<Lane.Government>of()) {
      y = addStrip(government, y);
    }
    y = addAxis(y);
    for (Lane.Group group : chart.groups()) {
      y = addGroup(group, y);
    }
    y += 4;
    for (String note : notes.stream().limit(MOST_NOTES).toList()) {
      y = sheet.paragraph(note, y, 2);
    }
    if (notes.size() > MOST_NOTES) {
      y = sheet.paragraph("… and %s more".formatted(notes.size() - MOST_NOTES), y, 1);
    }
    String whole = isOneGroup ? chart.title() + ": " + title : title;
    return sheet.svg(whole, description(), y + 10);
  }

  private String axisInWords() {
    String words =
        chart.isLinear()
            ? "Each day is as long as any other."
            : "The axis is stretched where much is said: distances are not durations.";
    boolean hasTones = chart.governments().size() > MOST_STRIPS;
    return words
        + (hasTones ? " The ground changes its tone with each administration." : "")
        + (chart.note().isEmpty() ? "" : " " + chart.note());
  }

  private String description() {
    return "Groups: %s. Lanes: %s. From %s to %s. %s"
        .formatted(
            chart.groups().size(), chart.lanes().count(), axis.first(), axis.last(), axisInWords());
  }

  private double addKey(double y) {
    Key key = new Key(sheet, layout, y);
    chart.kinds().forEach(key::kind);
    if (chart.isAnyInherited()) {
      key.inherited();
    }
    if (chart.lanes().anyMatch(this::hasThinBands)) {
      key.many();
    }
    if (hasMarks) {
      key.claims();
    }
    if (chart
        .lanes()
        .flatMap(lane -> lane.claims().stream())
        .anyMatch(Lane.ClaimMark::isUncertain)) {
      key.uncertain();
    }
    if (chart.lanes().anyMatch(lane -> !lane.takenBack().isEmpty())) {
      key.takenBack();
    }
    if (chart.lanes().anyMatch(lane -> !lane.dueDays().isEmpty())) {
      key.due();
    }
    return key.end();
  }

  // Administrations

  private void addTones(ImmutableList<Lane.Term> all, double y, double height) {
    ImmutableList<Lane.Term> terms = LaneChart.termsOn(axis, all);
    for (int i = 0; i < terms.size(); i++) {
      double from = x(terms.get(i).from());
      double width = end(terms.get(i)) - from;
      if (width > 0) {
        sheet
            .body()
            .empty(
                "rect",
                "class",
                "term" + i % 2,
                "x",
                from,
                "y",
                y,
                "width",
                width,
                "height",
                height);
      }
    }
  }

  private double end(Lane.Term term) {
    return term.to().map(this::x).orElse(axisEnd);
  }

  /** Adds the heads of a government, and returns the y below. */
  private double addStrip(Lane.Government government, double top) {
    sheet.body().open("g", "class", "administrations");
    double y = addName(government.party(), "small", top, 14);
    addTones(government.terms(), y, STRIP - 2);
    List<String> hidden = new ArrayList<>();
    for (Lane.Term term : LaneChart.termsOn(axis, government.terms())) {
      double room = end(term) - x(term.from());
      String number = Integer.toString(notes.size() + hidden.size() + 1);
      boolean fits = TextWidth.of(term.head(), Layout.SMALL) <= room - 8;
      if (!fits) {
        hidden.add(
            "%s  %s: %s, from %s%s"
                .formatted(
                    number,
                    LaneChart.shortened(government.party()),
                    LaneChart.shortened(term.head()),
                    term.from(),
                    term.to().map(last -> " to " + last).orElse("")));
      }
      String shown = fits ? term.head() : number;
      if (TextWidth.of(shown, Layout.SMALL) <= room - 2) {
        sheet.text(shown, "head", x(term.from()) + (fits ? 4 : 2), y + 14);
      }
    }
    notes.addAll(hidden);
    sheet.body().close();
    return y + STRIP;
  }

  /** Adds a name left of what is drawn, or above it, and returns the y of what is drawn. */
  private double addName(String name, String styleClass, double y, double baseline) {
    if (layout.isNarrow()) {
      sheet.text(
          TextWidth.fitting(name, Layout.TEXT, layout.textWidth()),
          styleClass,
          layout.margin(),
          y + 13);
      return y + NAME;
    }
    sheet.text(
        TextWidth.fitting(name, Layout.TEXT, layout.gutter() - layout.margin() - 10),
        styleClass,
        layout.gutter() - 8,
        y + baseline,
        "end");
    return y;
  }

  // The axis

  private double addAxis(double y) {
    sheet.body().open("g", "class", "axis");
    double free = x(axis.first()) - 1;
    double last = x(axis.last());
    double lastTick = Double.NEGATIVE_INFINITY;
    int dates = 0;
    for (LocalDate turn : axis.turns()) {
      double x = x(turn);
      boolean isFirst = turn.equals(axis.first());
      boolean isLast = turn.equals(axis.last());
      if (x - lastTick >= THIN || isLast) {
        sheet.line("rule", x, y + 18, x, y + 24);
        lastTick = x;
      }
      boolean hasRoom = x - DATE_ROOM / 2 >= free && x + DATE_ROOM / 2 <= last - DATE_ROOM;
      if (isFirst || isLast || (hasRoom && dates < layout.dates() - 1)) {
        String anchor = isFirst ? "start" : isLast ? "end" : "middle";
        sheet.text(turn.toString(), "small", x, y + 13, anchor);
        free = x + (isFirst ? DATE_ROOM : DATE_ROOM / 2);
        dates++;
      }
    }
    sheet.line("rule", x(axis.first()), y + 24, last, y + 24);
    sheet.body().close();
    return y + 26;
  }

  // Lanes

  private double addGroup(Lane.Group group, double top) {
    double y = top;
    sheet.body().open("g", "role", "group", "aria-label", LaneChart.shortened(group.label()));
    boolean isSingle = group.lanes().size() == 1 && group.lanes().get(0).name().isEmpty();
    if (!isOneGroup && !isSingle) {
      double size = Layout.TEXT * 1.08;
      String label = TextWidth.fitting(group.label(), size, layout.textWidth());
      sheet.text(label, "strong", layout.margin(), y + 20);
      y += HEADING;
    }
    for (Lane lane : group.lanes()) {
      y = addLane(group, lane, y);
    }
    sheet.body().close();
    return y;
  }

  private double addLane(Lane.Group group, Lane lane, double top) {
    double height = 5 + (hasBands ? BAND : 0) + (hasMarks ? RIM : 6) + (hasBands ? 0 : 4);
    if (lane.name().isEmpty()) {
      sheet.body().open("g"); // the group has the name
    } else {
      sheet.body().open("g", "role", "group", "aria-label", LaneChart.shortened(lane.name()));
    }
    double y = top;
    if (!lane.name().isEmpty()) {
      y = addName(lane.name(), "name", top, hasBands ? 21 : 17);
    } else if (!layout.isNarrow()) {
      height = Math.max(height, 2 * Layout.LINE + 6);
      double room = layout.gutter() - layout.margin() - 10;
      List<String> lines = TextWidth.wrapped(group.label(), Layout.TEXT, room, 2);
      double line = top + (lines.size() == 1 ? 21 : 14);
      for (String words : lines) {
        sheet.text(words, "name", layout.gutter() - 8, line, "end");
        line += Layout.LINE;
      }
    }
    addTones(lane.terms(), y, height);
    sheet.line("rule", layout.margin(), y + height, layout.width() - layout.margin(), y + height);
    addBands(group, lane, y + 5);
    double rim = y + height - (hasBands ? 8 : height / 2);
    for (LocalDate day : lane.takenBack()) {
      sheet.openImage("a claim taken back on " + day);
      sheet.cross(x(day), y + 5 + BAND / 2);
      sheet.body().close();
    }
    for (LocalDate day : lane.dueDays()) {
      sheet.openImage("due " + day);
      sheet.flag(x(day), rim);
      sheet.body().close();
    }
    addUncertainty(lane.claims(), rim);
    addMarks(lane.claims(), rim);
    sheet.body().close();
    return y + height;
  }

  // Bands

  private double width(Lane.Band band) {
    return x(band.to()) - x(band.from());
  }

  /**
   * Returns the index after the bands from a start that are too thin to be drawn one by one: narrow
   * bands that follow each other without a gap, if they are thin on average. Without such bands, it
   * is the start.
   */
  private int endOfThin(List<Lane.Band> bands, int start) {
    int end = start;
    while (end < bands.size()
        && width(bands.get(end)) < NARROW
        && (end == start || x(bands.get(end).from()) - x(bands.get(end - 1).to()) < THIN)) {
      end++;
    }
    boolean isThin =
        end > start + 1
            && x(bands.get(end - 1).to()) - x(bands.get(start).from()) < THIN * (end - start);
    return isThin ? end : start;
  }

  private boolean hasThinBands(Lane lane) {
    for (int i = 0; i < lane.bands().size(); i++) {
      if (endOfThin(lane.bands(), i) > i) {
        return true;
      }
    }
    return false;
  }

  private void addBands(Lane.Group group, Lane lane, double y) {
    List<Lane.Band> bands = lane.bands();
    for (int i = 0; i < bands.size(); ) {
      int end = endOfThin(bands, i);
      if (end > i) {
        addMany(bands.subList(i, end), y);
      } else {
        end = i + 1;
        double room = end < bands.size() ? x(bands.get(end).from()) : layout.width() - 2;
        addBand(label(group, lane, bands.get(i)), bands.get(i), y, room);
      }
      i = end;
    }
  }

  /** Adds a band in place of several that are too thin to be seen. */
  private void addMany(List<Lane.Band> thin, double y) {
    double from = x(thin.get(0).from());
    LocalDate to = thin.get(thin.size() - 1).to();
    sheet.openImage(
        "%s bands from %s to %s: see the table".formatted(thin.size(), thin.get(0).from(), to));
    double width = Math.max(THIN, x(to) - from);
    sheet.rect("many", from, y, width, BAND);
    if (width > TextWidth.of("⋯", Layout.TEXT)) {
      sheet.text("⋯", "name", from + 4, y + 15.5);
    }
    sheet.body().close();
  }

  private void addBand(String label, Lane.Band band, double y, double room) {
    double from = x(band.from());
    double width = Math.max(THIN, width(band));
    String styleClass = band.kind().paint().styleClass();
    sheet.openImage(label);
    sheet.rect(styleClass, from, y, width, BAND);
    if (band.isInherited()) {
      sheet.hatching(from, y, width, BAND);
    }
    String words = wordsIn(band, width - 8);
    if (!words.isEmpty()) {
      if (band.isInherited()) {
        double plate = Math.min(width - 4, TextWidth.of(words, Layout.TEXT) + 6);
        sheet.rect(styleClass + " plate", from + 2, y + 3, plate, BAND - 6);
      }
      sheet.text(words, "on", from + 4, y + 15.5);
    } else if (room - from - width > 12) {
      sheet.text(band.kind().sign(), "name", from + width + 3, y + 15.5);
    }
    sheet.body().close();
  }

  /** Returns the words of a band, its sign alone if they do not fit, or an empty text. */
  private static String wordsIn(Lane.Band band, double width) {
    if (TextWidth.of(band.words(), Layout.TEXT) <= width) {
      return band.words();
    }
    String sign = band.kind().sign();
    return TextWidth.of(sign, Layout.TEXT) <= width ? sign : "";
  }

  private static String label(Lane.Group group, Lane lane, Lane.Band band) {
    return "%s%s: %s, %s, from %s to %s%s, cites %s"
        .formatted(
            lane.name().isEmpty() ? "" : LaneChart.shortened(lane.name()) + ", ",
            LaneChart.shortened(group.label()),
            band.kind().word(),
            LaneChart.shortened(band.words()),
            band.from(),
            band.to(),
            band.isInherited() ? ", inherited" : "",
            LaneChart.listed(band.cited()));
  }

  // Claims

  /** Adds a dashed line wherever a claim may have been made on more than one day. */
  private void addUncertainty(List<Lane.ClaimMark> marks, double y) {
    RangeSet<Double> dashed = TreeRangeSet.create();
    for (Lane.ClaimMark mark : marks) {
      double from = mark.earliest().map(this::x).orElse(layout.gutter());
      if (x(mark.day()) > from) {
        dashed.add(Range.closed(from, x(mark.day())));
      }
    }
    for (Range<Double> range : dashed.asRanges()) {
      sheet.line("uncertain dashed", range.lowerEndpoint(), y, range.upperEndpoint(), y);
    }
  }

  /** Marks that would cover each other, drawn as one where the first of them is. */
  private final class Cluster {
    private final List<Lane.ClaimMark> marks = new ArrayList<>();
    private final double x;
    private int claims;

    Cluster(Lane.ClaimMark first) {
      x = x(first.day());
      add(List.of(first));
    }

    void add(List<Lane.ClaimMark> more) {
      marks.addAll(more);
      more.forEach(mark -> claims += mark.ids().size());
    }

    double start() {
      return Sheet.diamondStart(layout, x, claims);
    }

    double end() {
      return Sheet.diamondEnd(layout, x, claims);
    }

    void draw(double y) {
      Lane.ClaimMark first = marks.get(0);
      List<String> ids = marks.stream().flatMap(mark -> mark.ids().stream()).toList();
      String days =
          marks.size() == 1
              ? LaneChart.days(first.earliest(), first.day())
              : "from %s to %s".formatted(first.day(), marks.get(marks.size() - 1).day());
      sheet.openImage(LaneChart.listed(ids) + ": " + days);
      sheet.diamond(x, y, claims);
      sheet.body().close();
    }
  }

  private void addMarks(List<Lane.ClaimMark> marks, double y) {
    Deque<Cluster> clusters = new ArrayDeque<>();
    for (Lane.ClaimMark mark : marks) {
      Cluster next = new Cluster(mark);
      if (!clusters.isEmpty() && next.start() < clusters.getLast().end() + GAP) {
        clusters.getLast().add(next.marks);
      } else {
        clusters.add(next);
      }
      // A number that was set left of a mark for want of room may cover the mark before.
      while (clusters.size() > 1) {
        Cluster last = clusters.removeLast();
        if (last.start() >= clusters.getLast().end() + GAP) {
          clusters.add(last);
          break;
        }
        clusters.getLast().add(last.marks);
      }
    }
    clusters.forEach(cluster -> cluster.draw(y));
  }
}
