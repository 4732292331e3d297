package org.demarche.picture;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A picture under way: its body, and the elements that all pictures have around it. */
final class Sheet {
  private static final double DIAMOND = 5;

  private final Layout layout;
  private final String id;
  private final Markup body = new Markup();

  /**
   * Creates a sheet.
   *
   * @param content a text of all that is drawn, by which its ids differ from those of others
   */
  Sheet(Layout layout, String content) {
    this.layout = layout;
    this.id =
        "d"
            + Hashing.sha256()
                .hashString(layout + content, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 12);
  }

  Markup body() {
    return body;
  }

  /** Adds the title in at most two lines, and returns the y below it. */
  double title(String title) {
    double y = layout.title() + 11;
    for (String line : TextWidth.wrapped(title, layout.title() * 1.05, layout.textWidth(), 2)) {
      text(line, layout.isNarrow() ? "heading" : "title", layout.margin(), y);
      y += layout.title() + 4;
    }
    return y - layout.title() + 4;
  }

  void text(String text, String styleClass, double x, double y) {
    text(text, styleClass, x, y, "start");
  }

  void text(String text, String styleClass, double x, double y, String anchor) {
    if (anchor.equals("start")) {
      body.text("text", text, "class", styleClass, "x", x, "y", y);
    } else {
      body.text("text", text, "class", styleClass, "x", x, "y", y, "text-anchor", anchor);
    }
  }

  /** Adds small text in as many lines as it needs, up to a number, and returns the y below it. */
  double paragraph(String text, double y, int most) {
    double below = y;
    for (String line : TextWidth.wrapped(text, Layout.SMALL, layout.textWidth(), most)) {
      text(line, "small", layout.margin(), below + Layout.SMALL);
      below += Layout.LINE;
    }
    return below;
  }

  void rect(String styleClass, double x, double y, double width, double height) {
    body.empty(
        "rect", "class", styleClass, "x", x, "y", y, "width", width, "height", height, "rx", 2);
  }

  /** Adds the hatching of what is inherited. */
  void hatching(double x, double y, double width, double height) {
    body.empty(
        "rect",
        "fill",
        "url(#" + id + "-hatch)",
        "x",
        x,
        "y",
        y,
        "width",
        width,
        "height",
        height,
        "rx",
        2);
  }

  void line(String styleClass, double x1, double y1, double x2, double y2) {
    body.empty("line", "class", styleClass, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  void path(String styleClass, String pattern, Object... numbers) {
    Object[] written = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      written[i] = numbers[i] instanceof Double number ? Markup.number(number) : numbers[i];
    }
    body.empty("path", "class", styleClass, "d", pattern.formatted(written));
  }

  /** Opens a group that is read as one image, and shown with its label when pointed at. */
  void openImage(String label) {
    body.open("g", "role", "img");
    body.text("title", label);
  }

  /** Adds the sign of a claim, with the number of claims if there are several. */
  void diamond(double x, double y, int claims) {
    path("claim", "M%s %sl5 5l-5 5l-5-5z", x, y - DIAMOND);
    if (claims > 1 && isNumberLeft(layout, x, claims)) {
      text("×" + claims, "small count", x - DIAMOND - 2, y + 4, "end");
    } else if (claims > 1) {
      text("×" + claims, "small count", x + DIAMOND + 2, y + 4);
    }
  }

  /** Returns the left end of the sign of some claims. */
  static double diamondStart(Layout layout, double x, int claims) {
    return isNumberLeft(layout, x, claims) ? x - DIAMOND - number(claims) : x - DIAMOND;
  }

  /** Returns the right end of the sign of some claims. */
  static double diamondEnd(Layout layout, double x, int claims) {
    return isNumberLeft(layout, x, claims) ? x + DIAMOND : x + DIAMOND + number(claims);
  }

  /** Returns whether the number of claims has no room right of their sign. */
  private static boolean isNumberLeft(Layout layout, double x, int claims) {
    return x + DIAMOND + number(claims) > layout.width();
  }

  private static double number(int claims) {
    return claims == 1 ? 0 : 4 + TextWidth.of("×" + claims, Layout.SMALL);
  }

  void flag(double x, double y) {
    path("flag", "M%s %sv-12l8 3.5l-8 3.5", x, y + 6);
  }

  void cross(double x, double y) {
    path("end", "M%s %sl8 8m0-8l-8 8", x - 4, y - 4);
  }

  /** Returns the document: what the body needs around it, and the body. */
  String svg(String title, String description, double height) {
    Markup svg = new Markup();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + Markup.number(layout.width()) + " " + Markup.number(height),
        "class",
        "demarche",
        "role",
        "group",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    svg.text("title", title, "id", id + "-title");
    svg.text("desc", description, "id", id + "-desc");
    svg.raw("style", PictureStyles.css());
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
    svg.empty("rect", "class", "page", "width", layout.width(), "height", height);
    svg.fragment(body);
    return svg.close().toString();
  }

  /** A picture that says in a sentence why nothing is drawn. */
  static String withoutDrawing(Layout layout, String title, List<String> sentences) {
    Sheet sheet = new Sheet(layout, title + sentences);
    double y = sheet.title(title) + 4;
    for (String sentence : sentences) {
      y = sheet.paragraph(sentence, y, 4);
    }
    return sheet.svg(title, String.join(" ", sentences), y + 8);
  }
}
