package org.demarche.picture;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeRangeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Claims and their answers as SVG, one row for each claim, so that an arrow along a row meets no
 * other box. Parties are columns; if these would be too narrow, all boxes are in one column and
 * name their parties.
 */
final class ResponsesDrawing {
  private static final int MOST_COLUMNS = 4;

  /** The distance of two arrows side by side. */
  private static final double TRACK = 5;

  private static final String ANSWERS = " answers ";
  private static final String TAKES_BACK = " takes back ";

  private static final double PADDING = 8;
  private static final double BETWEEN = 12;

  private final Layout layout;
  private final String title;
  private final String question;
  private final ImmutableList<ResponsesPicture.Box> boxes;
  private final ImmutableSet<String> ids;
  private final String note;
  private final Sheet sheet;

  /** The columns of the parties, from 0; all are 0 if there is one column. */
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  private final Map<String, Place> places = new HashMap<>();

  /** The spans of arrows in the tracks of gutters. */
  private final Map<Integer, RangeSet<Double>> tracks = new HashMap<>();

  /** The place of a box: its column, its upper edge and its height. */
  private record Place(int column, double y, double height) {}

  ResponsesDrawing(
      Layout layout,
      String title,
      String question,
      ImmutableList<ResponsesPicture.Box> boxes,
      String note) {
    this.layout = layout;
    this.title = title;
    this.question = question;
    this.boxes = boxes;
    this.ids = boxes.stream().map(ResponsesPicture.Box::id).collect(ImmutableSet.toImmutableSet());
    this.note = note;
    this.sheet = new Sheet(layout, title + question + boxes + note);
    for (ResponsesPicture.Box box : boxes) {
      columns.putIfAbsent(box.side(), columns.size());
    }
    if (layout.isNarrow() || columns.size() > MOST_COLUMNS) {
      columns.replaceAll((side, column) -> 0);
    }
  }

  private boolean hasColumns() {
    return !layout.isNarrow() && columns.size() <= MOST_COLUMNS;
  }

  /** Returns the number of arrows that a gutter holds side by side. */
  private int trackCount() {
    return layout.isNarrow() || hasColumns() ? 5 : 14;
  }

  private double gutter() {
    return 9 + trackCount() * TRACK;
  }

  private double width() {
    int count = hasColumns() ? Math.max(1, columns.size()) : 1;
    return Math.min(560, layout.textWidth() / count - gutter());
  }

  private double x(int column) {
    return layout.margin() + gutter() + column * (width() + gutter());
  }

  String svg() {
    double y = sheet.paragraph(question, sheet.title(title), 2);
    if (!boxes.isEmpty()) {
      y = addKey(y) + 6;
    }
    if (hasColumns()) {
      for (Map.Entry<String, Integer> column : columns.entrySet()) {
        String name = TextWidth.fitting(column.getKey(), Layout.TEXT * 1.08, width());
        sheet.text(name, "strong", x(column.getValue()), y + 14);
      }
      y += columns.isEmpty() ? 0 : 24;
    }
    for (ResponsesPicture.Box box : boxes) {
      y = addBox(box, y) + BETWEEN;
    }
    int arrow = 0;
    for (ResponsesPicture.Box box : boxes) {
      for (String target : Sets.intersection(box.targets(), ids)) {
        boolean isBack = box.takesBack().contains(target);
        sheet.openImage(box.id() + (isBack ? TAKES_BACK : ANSWERS) + target);
        addArrow(
            requireNonNull(places.get(box.id())),
            requireNonNull(places.get(target)),
            arrow++,
            isBack ? "arrow dashed" : "arrow");
        sheet.body().close();
      }
    }
    if (!note.isEmpty()) {
      y = sheet.paragraph(note, y, 2);
    }
    String description = "Claims: %s. Arrows: %s. %s".formatted(boxes.size(), arrow, note);
    return sheet.svg(title, description.strip(), y + 6);
  }

  private double addBox(ResponsesPicture.Box box, double y) {
    int column = columns.getOrDefault(box.side(), 0);
    double room = width() - 2 * PADDING;
    List<String> lines = new ArrayList<>();
    if (!hasColumns() || !box.who().equals(box.side())) {
      lines.addAll(TextWidth.wrapped(box.who(), Layout.TEXT, room, 1));
    }
    lines.addAll(TextWidth.wrapped(box.says(), Layout.TEXT, room, 2));
    if (!box.gist().isEmpty()) {
      lines.addAll(TextWidth.wrapped(box.gist(), Layout.TEXT, room, 3));
    }
    int answered = lines.size();
    List<String> targets = new ArrayList<>();
    addTargets(targets, ANSWERS, box.answers());
    addTargets(targets, TAKES_BACK, box.takesBack());
    targets.forEach(words -> lines.addAll(TextWidth.wrapped(words, Layout.TEXT, room, 2)));
    List<String> headings = TextWidth.wrapped(box.heading(), Layout.TEXT * 1.08, room, 2);
    double height = (headings.size() + lines.size()) * Layout.LINE + 12;
    places.put(box.id(), new Place(column, y, height));
    sheet.openImage(
        "%s, %s, %s%s"
            .formatted(
                LaneChart.shortened(box.who()),
                box.heading(),
                LaneChart.shortened(box.says()),
                targets.stream().map(words -> ", " + words).collect(Collectors.joining())));
    sheet.rect("box", x(column), y, width(), height);
    double line = y + 2;
    for (String heading : headings) {
      line += Layout.LINE;
      sheet.text(heading, "strong", x(column) + PADDING, line);
    }
    for (int i = 0; i < lines.size(); i++) {
      line += Layout.LINE;
      sheet.text(lines.get(i), i < answered ? "name" : "small", x(column) + PADDING, line);
    }
    sheet.body().close();
    return y + height;
  }

  /** Adds words on the claims to which arrows lead, and on those that are not in the picture. */
  private void addTargets(List<String> lines, String verb, Set<String> targets) {
    if (!targets.isEmpty()) {
      List<String> named =
          targets.stream().map(id -> ids.contains(id) ? id : id + " (not drawn)").toList();
      lines.add(verb.strip() + " " + LaneChart.listed(named));
    }
  }

  private double addKey(double top) {
    Key key = new Key(sheet, layout, top);
    key.add(
        22,
        at -> sheet.line("arrow", at, key.middle(), at + 22, key.middle()),
        "to the claim that it answers");
    if (boxes.stream().anyMatch(box -> !box.takesBack().isEmpty())) {
      key.add(
          22,
          at -> sheet.line("arrow dashed", at, key.middle(), at + 22, key.middle()),
          "dashed: to one that it takes back");
    }
    key.words("+ for, − against, ? uncommitted");
    return key.end();
  }

  /**
   * Adds an arrow: out of the side of a box, along the gutter beside it, and along the row of what
   * is answered.
   */
  private void addArrow(Place answer, Place answered, int number, String styleClass) {
    boolean isToRight = answered.column() > answer.column();
    boolean entersLeft = isToRight || answered.column() == answer.column();
    double from = answer.y() + 16;
    double to = answered.y() + answered.height() / 2 + (number % 3 - 1) * 8;
    double out = x(answer.column()) + (isToRight ? width() : 0);
    double along = track(isToRight ? answer.column() + 1 : answer.column(), isToRight, from, to);
    double in = x(answered.column()) + (entersLeft ? 0 : width());
    double back = entersLeft ? -7 : 7;
    sheet.path(styleClass, "M%s %sH%sV%sH%s", out, from, along, to, in + back);
    sheet.path("tip", "M%s %sl%s -4v8z", in, to, back);
  }

  /**
   * Returns the x of a track in the gutter left of a column: the first that is free between two ys,
   * or the last.
   */
  private double track(int column, boolean isFromLeft, double from, double to) {
    Range<Double> ys = Range.closed(Math.min(from, to) - 4, Math.max(from, to) + 4);
    int track = isFromLeft ? 0 : trackCount() - 1;
    int step = isFromLeft ? 1 : -1;
    while (used(column, track).intersects(ys) && track + step >= 0 && track + step < trackCount()) {
      track += step;
    }
    used(column, track).add(ys);
    return x(column) - gutter() + 6 + track * TRACK;
  }

  private RangeSet<Double> used(int column, int track) {
    return tracks.computeIfAbsent(column * trackCount() + track, it -> TreeRangeSet.create());
  }
}
