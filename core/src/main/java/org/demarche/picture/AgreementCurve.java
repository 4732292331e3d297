package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Tally;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.network.AgreementQuery;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Picture;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/** A picture of the agreement of each two of some parties at the end of each year. */
final class AgreementCurve implements Picture {
  private static final ImmutableList<String> DASHES =
      ImmutableList.of("", "9 4", "2 3", "10 3 2 3", "5 5", "1 5");

  /** The number of pairs above which not even a window for each of them is drawn. */
  private static final int MOST_PARTS = 15;

  private static final int MOST_YEARS = 200;
  private static final double POINT = 3.5;

  private final String title;
  private final ImmutableList<Curve> curves;

  /** The tallies of two parties, by year. */
  private record Curve(String first, String second, ImmutableSortedMap<Integer, Tally> years) {
    String name() {
      return LaneChart.shortened(first) + " and " + LaneChart.shortened(second);
    }
  }

  AgreementCurve(Tracker tracker, int firstYear, int lastYear, List<String> parties) {
    LocalDate end = tracker.viewpoint().asOf();
    if (firstYear > lastYear || lastYear > end.getYear()) {
      throw ShownValue.refused(
          "years %s to %s: give a first year that is not after the last, and a last year up to %s, in which the tracker ends (%s)"
              .formatted(firstYear, lastYear, end.getYear(), end));
    }
    String[] ids = parties.toArray(String[]::new);
    if ((long) lastYear - firstYear >= MOST_YEARS) {
      throw ShownValue.refused(
          "years %s to %s: agreement by year is of at most %s years, give a first year from %s"
              .formatted(firstYear, lastYear, MOST_YEARS, lastYear - MOST_YEARS + 1));
    }
    ActorKind kind = tracker.dossier().actor(ids[0]).map(Actor::kind).orElse(ActorKind.STATE);
    ImmutableSortedMap.Builder<Integer, AgreementTable> tables = ImmutableSortedMap.naturalOrder();
    IntStream.rangeClosed(firstYear, lastYear)
        .forEach(
            year -> {
              LocalDate last = LocalDate.of(year, Month.DECEMBER, 31);
              Tracker then = tracker.asOf(last.isAfter(end) ? end : last);
              tables.put(year, AgreementQuery.of(then, kind).parties(ids).all());
            });
    Names names = new Names(Optional.of(tracker.dossier()));
    this.title =
        "%s: agreement by year, %s"
            .formatted(
                String.join(", ", parties.stream().map(names::actor).toList()),
                tracker.viewpoint());
    this.curves = curves(tables.buildOrThrow(), names);
  }

  private static ImmutableList<Curve> curves(
      ImmutableSortedMap<Integer, AgreementTable> tables, Names names) {
    ImmutableList<Tally> pairs = tables.values().asList().get(0).pairs();
    ImmutableList.Builder<Curve> curves = ImmutableList.builder();
    for (int pair = 0; pair < pairs.size(); pair++) {
      ImmutableSortedMap.Builder<Integer, Tally> years = ImmutableSortedMap.naturalOrder();
      for (Map.Entry<Integer, AgreementTable> table : tables.entrySet()) {
        years.put(table.getKey(), table.getValue().pairs().get(pair));
      }
      curves.add(
          new Curve(
              names.actor(pairs.get(pair).first()),
              names.actor(pairs.get(pair).second()),
              years.buildOrThrow()));
    }
    return curves.build();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String svg() {
    return curves.size() > DASHES.size()
        ? tooMany(Layout.WIDE)
        : new Plot(Layout.WIDE, title, curves).svg();
  }

  @Override
  public ImmutableList<String> narrow() {
    return curves.size() > MOST_PARTS
        ? ImmutableList.of(tooMany(Layout.NARROW))
        : curves.stream()
            .map(curve -> new Plot(Layout.NARROW, curve.name(), ImmutableList.of(curve)).svg())
            .collect(ImmutableList.toImmutableList());
  }

  private String tooMany(Layout layout) {
    return Sheet.withoutDrawing(
        layout,
        title,
        List.of(
            "%s pairs are too many lines for one picture: the table has the share of each pair by year."
                .formatted(curves.size())));
  }

  @Override
  public TextPage page() {
    List<List<String>> rows = new ArrayList<>();
    for (Curve curve : curves) {
      curve
          .years()
          .forEach(
              (year, tally) ->
                  rows.add(
                      List.of(
                          year.toString(),
                          curve.first(),
                          curve.second(),
                          Integer.toString(tally.joint()),
                          Integer.toString(tally.same()),
                          share(tally).isEmpty()
                              ? ""
                              : AgreementPicture.percent(share(tally).getAsDouble()) + " %")));
    }
    return TextPage.of(title)
        .table(List.of("end of", "first", "second", "joint", "same", "share"), rows);
  }

  private static OptionalDouble share(Tally tally) {
    return tally.measure(Tally.Measure.IDENTICAL_SHARE);
  }

  /** {@return the title} */
  @Override
  public String toString() {
    return OneLine.of(title);
  }

  /** The lines of some curves over their years. */
  private static final class Plot {
    private final Layout layout;
    private final String title;
    private final ImmutableList<Curve> curves;
    private final Sheet sheet;
    private final int firstYear;
    private final int lastYear;
    private final double left;
    private final double right;
    private final double height;
    private double top;

    /** The boxes of the numbers that were set, in which no other is set: from x to x, and y. */
    private final List<Label> labels = new ArrayList<>();

    private record Label(String number, Range<Double> xs, double y) {}

    Plot(Layout layout, String title, ImmutableList<Curve> curves) {
      this.layout = layout;
      this.title = title;
      this.curves = curves;
      this.sheet = new Sheet(layout, title + curves);
      this.firstYear = curves.get(0).years().firstKey();
      this.lastYear = curves.get(0).years().lastKey();
      this.left = layout.margin() + 48;
      this.right = layout.width() - (layout.isNarrow() ? layout.margin() + 14 : 240);
      this.height = layout.isNarrow() ? 170 : 300;
    }

    private double x(int year) {
      return firstYear == lastYear
          ? (left + right) / 2
          : left + (right - left) * (year - firstYear) / (lastYear - firstYear);
    }

    private double y(double share) {
      return top + height * (1 - share);
    }

    /** Returns the y of a point of one of the curves, which are a little apart. */
    private double y(double share, int number) {
      return y(share) + 3 * (number - (curves.size() - 1) / 2.0);
    }

    String svg() {
      double y = sheet.title(title);
      String words =
          "Share of identical positions at the end of each year, of the propositions on which both"
              + " had a known one. A gap: there was none."
              + (curves.size() > 1 ? " Lines that meet are set a little apart." : "");
      top = sheet.paragraph(words, y, 4) + 24 + 3 * (curves.size() - 1) / 2.0;
      addAxes();
      for (int i = 0; i < curves.size(); i++) {
        addLine(curves.get(i), i);
      }
      for (int i = 0; i < curves.size(); i++) {
        addNumbers(curves.get(i), Paint.values()[i]);
      }
      if (!layout.isNarrow()) {
        addNames();
      }
      String description =
          "Lines: %s. Years: %s to %s. %s".formatted(curves.size(), firstYear, lastYear, words);
      return sheet.svg(title, description, top + height + 34);
    }

    private void addAxes() {
      for (int percent = 0; percent <= 100; percent += 25) {
        double y = y(percent / 100.0);
        sheet.line("rule", left - 6, y, right + 6, y);
        sheet.text(percent + " %", "small", left - 10, y + 4, "end");
      }
      double free = Double.NEGATIVE_INFINITY;
      for (int year = firstYear; year <= lastYear; year++) {
        if (x(year) - 20 >= free) {
          sheet.line("rule", x(year), top + height, x(year), top + height + 6);
          sheet.text(Integer.toString(year), "small", x(year), top + height + 20, "middle");
          free = x(year) + 20;
        }
      }
    }

    private void addLine(Curve curve, int number) {
      String colour = Paint.values()[number].styleClass();
      sheet.openImage(curve.name());
      StringBuilder path = new StringBuilder();
      boolean isGap = true;
      for (Map.Entry<Integer, Tally> year : curve.years().entrySet()) {
        OptionalDouble share = share(year.getValue());
        if (share.isPresent()) {
          path.append(isGap ? 'M' : 'L')
              .append(Markup.number(x(year.getKey())))
              .append(' ')
              .append(Markup.number(y(share.getAsDouble(), number)));
        }
        isGap = share.isEmpty();
      }
      if (path.length() > 0) {
        String dash = DASHES.get(number).isEmpty() ? "none" : DASHES.get(number);
        sheet
            .body()
            .empty(
                "path", "class", colour + " line", "stroke-dasharray", dash, "d", path.toString());
      }
      sheet.body().close();
      curve.years().forEach((year, tally) -> addPoint(curve, number, year, tally));
    }

    private void addPoint(Curve curve, int number, int year, Tally tally) {
      if (share(tally).isPresent()) {
        double share = share(tally).getAsDouble();
        sheet.openImage(
            "%s, end of %s: %s of %s the same, %s per cent"
                .formatted(
                    curve.name(),
                    year,
                    tally.same(),
                    tally.joint(),
                    AgreementPicture.percent(share)));
        sheet
            .body()
            .empty(
                "circle",
                "class",
                Paint.values()[number].styleClass() + " point",
                "cx",
                x(year),
                "cy",
                y(share, number),
                "r",
                POINT);
        sheet.body().close();
      }
    }

    /** Adds the numbers of a curve where there is room, above the points of all or below. */
    private void addNumbers(Curve curve, Paint paint) {
      double apart = 3 * (curves.size() - 1) / 2.0;
      curve
          .years()
          .forEach(
              (year, tally) ->
                  share(tally)
                      .ifPresent(
                          share -> {
                            String number = Long.toString(AgreementPicture.percent(share));
                            if (!addNumber(number, paint, x(year), y(share) - 8 - apart)) {
                              addNumber(number, paint, x(year), y(share) + 17 + apart);
                            }
                          }));
    }

    private boolean addNumber(String number, Paint paint, double x, double y) {
      double half = TextWidth.of(number, Layout.SMALL) / 2 + 2;
      Range<Double> xs = Range.closed(x - half, x + half);
      if (labels.contains(new Label(number, xs, y))) {
        return true; // of a point of another curve at the same place
      }
      boolean isFree =
          labels.stream()
              .noneMatch(label -> label.xs().isConnected(xs) && Math.abs(label.y() - y) < 13);
      if (isFree) {
        labels.add(new Label(number, xs, y));
        sheet.text(number, "small count number " + paint.styleClass(), x, y, "middle");
      }
      return isFree;
    }

    /** Adds the names of the curves at the right, each with its dashes, the highest first. */
    private void addNames() {
      List<Integer> order =
          IntStream.range(0, curves.size())
              .boxed()
              .sorted(Comparator.comparingDouble(i -> end(curves.get(i))))
              .toList();
      double free = top - 20;
      for (int i : order) {
        double y = Math.max(free, end(curves.get(i)));
        String dash = DASHES.get(i).isEmpty() ? "none" : DASHES.get(i);
        sheet
            .body()
            .empty(
                "line",
                "class",
                Paint.values()[i].styleClass() + " line",
                "stroke-dasharray",
                dash,
                "x1",
                right + 14,
                "y1",
                y,
                "x2",
                right + 44,
                "y2",
                y);
        double room = layout.width() - right - 50 - 8;
        sheet.text(
            TextWidth.fitting(curves.get(i).name(), Layout.SMALL, room),
            "name small",
            right + 50,
            y + 4);
        free = y + Layout.LINE;
      }
    }

    /** Returns the y of the last point of a curve, or the bottom if it has none. */
    private double end(Curve curve) {
      return curve.years().descendingMap().values().stream()
          .map(AgreementCurve::share)
          .filter(OptionalDouble::isPresent)
          .findFirst()
          .map(share -> y(share.getAsDouble()))
          .orElse(top + height);
    }
  }
}
