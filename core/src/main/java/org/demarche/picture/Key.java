package org.demarche.picture;

import java.util.function.DoubleConsumer;

/** The key of a picture: signs with their words, in as many lines as they need. */
final class Key {
  private static final double SQUARE = 14;
  private static final double BETWEEN = 14;
  private static final double LINE = 20;

  private final Sheet sheet;
  private final Layout layout;
  private double x;
  private double y;

  /** Starts a key below a y. */
  Key(Sheet sheet, Layout layout, double y) {
    this.sheet = sheet;
    this.layout = layout;
    this.x = layout.margin();
    this.y = y;
  }

  /** Returns the y below the key. */
  double end() {
    return x > layout.margin() ? y + LINE : y;
  }

  void kind(Kind kind) {
    add(SQUARE, at -> square(kind.paint().styleClass(), at), kind.text());
  }

  void inherited() {
    add(
        SQUARE,
        at -> {
          square(Paint.BLUE.styleClass(), at);
          sheet.hatching(at, y + 1, SQUARE, SQUARE);
        },
        "inherited from an earlier administration");
  }

  void many() {
    add(SQUARE, at -> square("many", at), "⋯ many changes: see the table");
  }

  void claims() {
    add(10, at -> sheet.diamond(at + 5, middle(), 1), "a claim; ×2: two claims");
  }

  void uncertain() {
    add(
        22,
        at -> sheet.line("uncertain dashed", at, middle(), at + 22, middle()),
        "dashed: its date is uncertain");
  }

  void takenBack() {
    add(10, at -> sheet.cross(at + 5, middle()), "taken back");
  }

  void due() {
    add(8, at -> sheet.flag(at, middle()), "due");
  }

  void words(String words) {
    add(0, at -> {}, words);
  }

  /** Adds any sign of a given width, which is drawn from an x and around {@link #middle}. */
  void add(double width, DoubleConsumer sign, String words) {
    double room = layout.textWidth() - width - 5;
    String fitting = TextWidth.fitting(words, Layout.SMALL, room);
    double whole = (width > 0 ? width + 5 : 0) + TextWidth.of(fitting, Layout.SMALL);
    if (x > layout.margin() && x + whole > layout.width() - layout.margin()) {
      x = layout.margin();
      y += LINE;
    }
    sign.accept(x);
    sheet.text(fitting, "small", width > 0 ? x + width + 5 : x, y + 12);
    x += whole + BETWEEN;
  }

  double middle() {
    return y + 8;
  }

  private void square(String styleClass, double at) {
    sheet.rect(styleClass, at, y + 1, SQUARE, SQUARE);
  }
}
