package org.demarche.picture;

/**
 * The measures of a picture, in units that a browser shows as pixels.
 *
 * @param width the width of the picture
 * @param gutter the width left of the axis, in which names are set; if narrow, names are above
 * @param margin the space at the left edge, and at the right edge of text
 * @param title the size of the letters of the title
 * @param dates the largest number of dates on an axis
 */
record Layout(double width, double gutter, double margin, double title, int dates) {
  static final Layout WIDE = new Layout(1160, 176, 20, 17, Integer.MAX_VALUE);
  static final Layout NARROW = new Layout(360, 12, 12, 15, 4);

  /** The size of the letters of text, and of lesser text. */
  static final double TEXT = 13;

  static final double SMALL = 12;

  /** The distance of two lines of text. */
  static final double LINE = 16;

  /** Returns this layout with another gutter. */
  Layout withGutter(double other) {
    return new Layout(width, other, margin, title, dates);
  }

  boolean isNarrow() {
    return width < WIDE.width;
  }

  /** Returns the width from margin to margin. */
  double textWidth() {
    return width - 2 * margin;
  }
}
