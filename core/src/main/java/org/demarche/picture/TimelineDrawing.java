package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.TermOfOffice;

/** A time line as SVG. All lengths are in its units, which a browser shows as pixels. */
final class TimelineDrawing {
  private static final double WIDTH = 1160;
  private static final double GUTTER = 176;
  private static final double RIGHT = 22;
  private static final double AXIS = WIDTH - GUTTER - RIGHT;

  private static final double TITLE = 17;
  private static final double TEXT = 13;
  private static final double SMALL = 12;

  private static final double STRIP = 22;
  private static final double GROUP = 30;
  private static final double ROW = 42;
  private static final double BAND = 22;
  private static final double BAND_TOP = 5;
  private static final double RIM = 35;
  private static final double DATE_ROOM = 80;

  private final Tracker tracker;
  private final String title;
  private final ImmutableList<Lane> lanes;
  private final boolean isLinear;
  private final TimeAxis axis;
  private final String id;
  private final Markup svg = new Markup();

  /** The heads in office whose names did not fit, as notes below the picture. */
  private final List<String> notes = new ArrayList<>();

  TimelineDrawing(Tracker tracker, String title, ImmutableList<Lane> lanes, boolean isLinear) {
    this.tracker = tracker;
    this.title = title;
    this.lanes = lanes;
    this.isLinear = isLinear;
    this.axis = TimeAxis.of(turns(), isLinear);
    this.id =
        "t"
            + Hashing.sha256()
                .hashString(title + lanes + isLinear, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 8);
  }

  /** Returns the days between which the axis is divided. */
  private NavigableSet<LocalDate> turns() {
    NavigableSet<LocalDate> turns = new TreeSet<>();
    turns.add(tracker.viewpoint().asOf());
    for (Lane lane : lanes) {
      for (Lane.Band band : lane.bands()) {
        turns.add(band.from());
        turns.add(band.to());
      }
      for (Lane.ClaimMark mark : lane.claims()) {
        turns.add(mark.day());
        mark.earliest().ifPresent(turns::add);
      }
    }
    return turns.headSet(tracker.viewpoint().asOf(), true);
  }

  private double x(LocalDate day) {
    return GUTTER + 8 + axis.place(day) * (AXIS - 16);
  }

  private static String number(double number) {
    return Markup.number(number);
  }

  String svg() {
    List<Actor> parties = lanes.stream().map(Lane::party).distinct().toList();
    List<Actor> governed =
        parties.stream().filter(party -> !LaneReader.terms(tracker, party).isEmpty()).toList();
    double stripsTop = 84;
    double axisTop = stripsTop + governed.size() * STRIP;
    double lanesTop = axisTop + 26;
    long groups = lanes.stream().map(Lane::proposition).distinct().count();
    double lanesEnd = lanesTop + groups * GROUP + lanes.size() * ROW;

    Markup body = new Markup();
    int strip = 0;
    for (Actor party : governed) {
      addStrip(body, party, stripsTop + strip++ * STRIP);
    }
    addAxis(body, axisTop);
    addLanes(body, lanesTop);
    double height = lanesEnd + 16 + notes.size() * 18;

    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + number(WIDTH) + " " + number(height),
        "class",
        "timeline",
        "role",
        "group",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    svg.text("title", title, "id", id + "-title");
    svg.text("desc", description(), "id", id + "-desc");
    svg.raw("style", styles());
    svg.open("defs");
    svg.open(
        "pattern",
        "id",
        id + "-hatch",
        "width",
        "7",
        "height",
        "7",
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(45)");
    svg.empty("rect", "class", "hatch", "width", "3", "height", "7");
    svg.close().close();
    svg.empty("rect", "class", "page", "width", WIDTH, "height", height);
    svg.text(
        "text", TextWidth.fitting(title, TITLE, WIDTH - 40), "class", "title", "x", 20, "y", 28);
    addKey();
    svg.text("text", axisInWords(), "class", "small", "x", 20, "y", 74);
    svg.fragment(body);
    for (int i = 0; i < notes.size(); i++) {
      svg.text("text", notes.get(i), "class", "small", "x", 20, "y", lanesEnd + 18 + i * 18);
    }
    svg.close();
    return svg.toString();
  }

  private String axisInWords() {
    return isLinear
        ? "Each day is as long as any other."
        : "The axis is stretched where much is said: distances are not durations.";
  }

  private String description() {
    return "Propositions: %d. Lanes: %d. From %s to %s. %s"
        .formatted(
            lanes.stream().map(Lane::proposition).distinct().count(),
            lanes.size(),
            axis.first(),
            axis.last(),
            axisInWords());
  }

  private static String styles() {
    StringBuilder css = new StringBuilder();
    css.append("text{font-family:system-ui,sans-serif;font-size:13px}\n");
    css.append(".title{font-size:17px;font-weight:600}.small,.head{font-size:12px}\n");
    css.append(".head{font-style:italic}.group{font-weight:700}.party{text-anchor:end}\n");
    css.append(
        ".on{fill:#fff}.hatch{fill:#fff;fill-opacity:.38}.flag{fill:none;stroke-width:1.5}\n");
    css.append(".count{paint-order:stroke;stroke-width:4px}\n");
    css.append(scheme(0));
    css.append("@media (prefers-color-scheme:dark){\n").append(scheme(1)).append("}\n");
    css.append("@media print{\n").append(scheme(0)).append("}\n");
    return css.toString();
  }

  private static String scheme(int dark) {
    StringBuilder css = new StringBuilder();
    css.append(
        ".page{fill:%s}text{fill:%s}.on{fill:#fff}\n"
            .formatted(Paint.PAGE[dark], Paint.TEXT[dark]));
    css.append(".small,.head{fill:%s}\n".formatted(Paint.SECONDARY[dark]));
    css.append(".rule{stroke:%s}\n".formatted(Paint.RULE[dark]));
    css.append(".count{stroke:%s}\n".formatted(Paint.PAGE[dark]));
    css.append(".uncertain,.flag,.end{stroke:%s}\n".formatted(Paint.TEXT[dark]));
    css.append(".claim{fill:%s;stroke:%s}\n".formatted(Paint.TEXT[dark], Paint.PAGE[dark]));
    for (int i = 0; i < Paint.ADMINISTRATIONS.length; i++) {
      css.append(".term%d{fill:%s}".formatted(i, Paint.ADMINISTRATIONS[i][dark]));
    }
    css.append('\n');
    for (Paint paint : Paint.values()) {
      css.append(
          ".%s{fill:%s;stroke:%s}"
              .formatted(
                  paint.styleClass(),
                  dark == 0 ? paint.light() : paint.dark(),
                  Paint.OUTLINE[dark]));
    }
    return css.append('\n').toString();
  }

  // The key

  private void addKey() {
    double x = 20;
    svg.open("g", "class", "key");
    for (Paint paint : Paint.values()) {
      x = addKeySquare(x, paint.styleClass(), "", paint.sign() + " " + paint.word());
    }
    x =
        addKeySquare(
            x, Paint.FOR.styleClass(), id + "-hatch", "inherited from an earlier administration");
    addDiamond(svg, x + 6, 49, List.of());
    svg.text(
        "text", "a claim; dashed: its date is uncertain", "class", "small", "x", x + 16, "y", 53);
    x += 16 + TextWidth.of("a claim; dashed: its date is uncertain", SMALL) + 14;
    addCross(svg, x + 5, 49);
    svg.text("text", "taken back", "class", "small", "x", x + 15, "y", 53);
    x += 15 + TextWidth.of("taken back", SMALL) + 14;
    addFlag(svg, x, 49);
    svg.text("text", "due", "class", "small", "x", x + 13, "y", 53);
    svg.close();
  }

  private double addKeySquare(double x, String styleClass, String pattern, String words) {
    svg.empty("rect", "class", styleClass, "x", x, "y", 42, "width", 14, "height", 14, "rx", 2);
    if (!pattern.isEmpty()) {
      svg.empty(
          "rect", "fill", "url(#" + pattern + ")", "x", x, "y", 42, "width", 14, "height", 14);
    }
    svg.text("text", words, "class", "small", "x", x + 19, "y", 53);
    return x + 19 + TextWidth.of(words, SMALL) + 14;
  }

  // Administrations

  private List<TermOfOffice> termsShown(Actor party) {
    return LaneReader.terms(tracker, party).stream()
        .filter(term -> !term.from().isAfter(axis.last()))
        .filter(term -> term.to().filter(to -> to.isBefore(axis.first())).isEmpty())
        .toList();
  }

  private void addTermTones(Markup to, Actor party, double y, double height) {
    List<TermOfOffice> terms = termsShown(party);
    for (int i = 0; i < terms.size(); i++) {
      double from = x(terms.get(i).from());
      double end = terms.get(i).to().map(this::x).orElse(GUTTER + AXIS);
      to.empty(
          "rect",
          "class",
          "term" + i % 2,
          "x",
          from,
          "y",
          y,
          "width",
          Math.max(0, end - from),
          "height",
          height);
    }
  }

  private void addStrip(Markup to, Actor party, double y) {
    to.open("g", "class", "administrations");
    addTermTones(to, party, y, STRIP - 2);
    to.text(
        "text",
        TextWidth.fitting(party.name(), SMALL, GUTTER - 30),
        "class",
        "small party",
        "x",
        GUTTER - 8,
        "y",
        y + 14);
    List<TermOfOffice> terms = termsShown(party);
    for (TermOfOffice term : terms) {
      double from = x(term.from());
      double end = term.to().map(this::x).orElse(GUTTER + AXIS);
      String name =
          tracker.dossier().actor(term.head()).map(Actor::name).orElse(term.head())
              + (term.isActing() ? " (acting)" : "");
      if (TextWidth.of(name, SMALL) <= end - from - 8) {
        to.text("text", name, "class", "head", "x", from + 4, "y", y + 14);
      } else {
        String mark = Integer.toString(notes.size() + 1);
        notes.add(
            "%s  %s: %s, from %s%s"
                .formatted(
                    mark,
                    party.name(),
                    name,
                    term.from(),
                    term.to().map(last -> " to " + last).orElse("")));
        if (TextWidth.of(mark, SMALL) <= end - from) {
          to.text("text", mark, "class", "head", "x", from + 2, "y", y + 14);
        }
      }
    }
    to.close();
  }

  // The axis

  private void addAxis(Markup to, double y) {
    to.open("g", "class", "axis");
    double free = x(axis.first()) - 1;
    double last = x(axis.last());
    for (LocalDate turn : axis.turns()) {
      double x = x(turn);
      to.empty("line", "class", "rule", "x1", x, "y1", y + 18, "x2", x, "y2", y + 24);
      boolean isEnd = turn.equals(axis.first()) || turn.equals(axis.last());
      if (isEnd || (x - DATE_ROOM / 2 >= free && x + DATE_ROOM / 2 <= last - DATE_ROOM)) {
        String anchor =
            turn.equals(axis.last()) && axis.turns().size() > 1
                ? "end"
                : turn.equals(axis.first()) ? "start" : "middle";
        to.text(
            "text", turn.toString(), "class", "small", "x", x, "y", y + 13, "text-anchor", anchor);
        free = x + (anchor.equals("start") ? DATE_ROOM : DATE_ROOM / 2);
      }
    }
    to.empty(
        "line", "class", "rule", "x1", x(axis.first()), "y1", y + 24, "x2", last, "y2", y + 24);
    to.close();
  }

  // Lanes

  private void addLanes(Markup to, double top) {
    double y = top;
    String proposition = "";
    for (Lane lane : lanes) {
      if (!lane.proposition().id().equals(proposition)) {
        if (!proposition.isEmpty()) {
          to.close();
        }
        proposition = lane.proposition().id();
        String label = TimelinePicture.label(lane.proposition());
        to.open("g", "role", "group", "aria-label", label);
        to.text(
            "text",
            TextWidth.fitting(label, TEXT * 1.08, WIDTH - 40),
            "class",
            "group",
            "x",
            20,
            "y",
            y + 20);
        y += GROUP;
      }
      addLane(to, lane, y);
      y += ROW;
    }
    to.close();
  }

  private void addLane(Markup to, Lane lane, double y) {
    to.open("g", "role", "group", "aria-label", lane.party().name());
    addTermTones(to, lane.party(), y, ROW);
    to.empty("line", "class", "rule", "x1", 20, "y1", y + ROW, "x2", WIDTH - RIGHT, "y2", y + ROW);
    to.text(
        "text",
        TextWidth.fitting(lane.party().name(), TEXT, GUTTER - 30),
        "class",
        "party",
        "x",
        GUTTER - 8,
        "y",
        y + 21);
    for (int i = 0; i < lane.bands().size(); i++) {
      Lane.Band band = lane.bands().get(i);
      double room =
          i + 1 < lane.bands().size() ? x(lane.bands().get(i + 1).from()) : GUTTER + AXIS + RIGHT;
      addBand(to, lane, band, y + BAND_TOP, room);
    }
    for (LocalDate day : lane.takenBack()) {
      to.open("g", "role", "img", "aria-label", "a claim taken back on " + day);
      to.text("title", "a claim taken back on " + day);
      addCross(to, x(day), y + BAND_TOP + BAND / 2);
      to.close();
    }
    lane.bands().stream()
        .filter(Lane.Band::isHeldUntilDue)
        .flatMap(band -> band.due().stream())
        .distinct()
        .forEach(day -> addDue(to, day, y + RIM));
    lane.claims().forEach(mark -> addUncertainty(to, mark, y + RIM));
    lane.claims().forEach(mark -> addMark(to, mark, y + RIM));
    to.close();
  }

  private void addBand(Markup to, Lane lane, Lane.Band band, double y, double room) {
    double from = x(band.from());
    double width = Math.max(2, x(band.to()) - from);
    String styleClass = Paint.of(band.outcome()).styleClass();
    String label = label(lane, band);
    to.open("g", "role", "img", "aria-label", label);
    to.text("title", label);
    to.empty(
        "rect", "class", styleClass, "x", from, "y", y, "width", width, "height", BAND, "rx", 2);
    if (band.isInherited()) {
      to.empty(
          "rect",
          "fill",
          "url(#" + id + "-hatch)",
          "x",
          from,
          "y",
          y,
          "width",
          width,
          "height",
          BAND,
          "rx",
          2);
    }
    String words = wordsIn(band, width - 8);
    if (!words.isEmpty()) {
      if (band.isInherited()) {
        to.empty(
            "rect",
            "class",
            styleClass,
            "style",
            "stroke:none",
            "x",
            from + 2,
            "y",
            y + 3,
            "width",
            Math.min(width - 4, TextWidth.of(words, TEXT) + 6),
            "height",
            BAND - 6);
      }
      to.text("text", words, "class", "on", "x", from + 4, "y", y + 15.5);
    } else if (room - from - width > 12) {
      String sign = Paint.of(band.outcome()).sign();
      to.text("text", sign, "x", from + width + 3, "y", y + 15.5);
    }
    to.close();
  }

  /** Returns the words of a band, its sign alone if they do not fit, or an empty text. */
  private static String wordsIn(Lane.Band band, double width) {
    if (TextWidth.of(band.words(), TEXT) <= width) {
      return band.words();
    }
    String sign = Paint.of(band.outcome()).sign();
    return TextWidth.of(sign, TEXT) <= width ? sign : "";
  }

  private static String label(Lane lane, Lane.Band band) {
    return "%s, %s: %s, %s, from %s to %s%s, cites %s"
        .formatted(
            lane.party().name(),
            TimelinePicture.label(lane.proposition()),
            Paint.of(band.outcome()).word(),
            band.words(),
            band.from(),
            band.to(),
            band.isInherited() ? ", inherited" : "",
            String.join(", ", band.cited()));
  }

  /** Adds the dashed line from the first day on which claims may have been made to the last. */
  private void addUncertainty(Markup to, Lane.ClaimMark mark, double y) {
    if (mark.isUncertain()) {
      double from = mark.earliest().map(this::x).orElse(GUTTER);
      to.empty(
          "line",
          "class",
          "uncertain",
          "x1",
          from,
          "y1",
          y,
          "x2",
          x(mark.day()),
          "y2",
          y,
          "stroke-dasharray",
          "3 3");
    }
  }

  private void addMark(Markup to, Lane.ClaimMark mark, double y) {
    double x = x(mark.day());
    String when =
        mark.isUncertain()
            ? mark.earliest().map(day -> "from " + day + " to ").orElse("not later than ")
                + mark.day()
            : mark.day().toString();
    String label = String.join(", ", mark.ids()) + ": " + when;
    to.open("g", "role", "img", "aria-label", label);
    to.text("title", label);
    addDiamond(to, x, y, mark.ids());
    to.close();
  }

  private static void addDiamond(Markup to, double x, double y, List<String> ids) {
    to.empty(
        "path", "class", "claim", "d", "M%s %sl5 5l-5 5l-5-5z".formatted(number(x), number(y - 5)));
    if (ids.size() > 1) {
      to.text("text", "×" + ids.size(), "class", "small count", "x", x + 7, "y", y + 4);
    }
  }

  private void addDue(Markup to, LocalDate day, double y) {
    to.open("g", "role", "img", "aria-label", "due " + day);
    to.text("title", "due " + day);
    addFlag(to, x(day), y);
    to.close();
  }

  private static void addFlag(Markup to, double x, double y) {
    to.empty(
        "path",
        "class",
        "flag",
        "d",
        "M%s %sv-12l8 3.5l-8 3.5".formatted(number(x), number(y + 6)));
  }

  private static void addCross(Markup to, double x, double y) {
    to.empty(
        "path",
        "class",
        "end",
        "stroke-width",
        "2",
        "d",
        "M%s %sl8 8m0-8l-8 8".formatted(number(x - 4), number(y - 4)));
  }
}
