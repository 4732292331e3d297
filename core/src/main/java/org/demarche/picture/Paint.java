package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import org.demarche.typography.SignColour;

/**
 * The colours of bands and lines. White text on the colour of a band has a contrast of at least 4.5
 * in the light and in the dark scheme. No meaning is in a colour alone: what is painted also has a
 * sign, a word or a dash pattern.
 */
enum Paint {
  BLUE(SignColour.PLUS, "#6fb1e0"),
  ORANGE(SignColour.MINUS, "#f0a35e"),
  GREY(SignColour.QUESTION, "#aab2b9"),
  PURPLE(SignColour.PLUS_MINUS, "#d895c2"),
  TEAL("#0e6b5e", "#1b766a", "#5fc0b1"),
  OLIVE("#6b5b00", "#766512", "#c9b458");

  /** The colours of the page, in the light and in the dark scheme. */
  static final String[] PAGE = {"#ffffff", "#14171a"};

  /** The two tones behind administrations in turn, in the light and in the dark scheme. */
  static final String[][] ADMINISTRATIONS = {{"#f3f5f7", "#1a1e22"}, {"#e8ecf0", "#20252a"}};

  static final String[] TEXT = {"#1a1a1a", "#e8e8e8"};
  static final String[] SECONDARY = {"#4d4d4d", "#b8bec4"};
  static final String[] RULE = {"#c4c9ce", "#454c53"};

  /** The outline of bands: in the dark scheme, their fill alone has too little contrast. */
  static final String[] OUTLINE = {"#ffffff", "#8d98a3"};

  /** The fills of shares from low to high, in the light and in the dark scheme. */
  static final String[][] SHARES = {
    {"#eef4f9", "#1a2733"},
    {"#c6dcec", "#1d3f59"},
    {"#97c1dd", "#1f5880"},
    {"#2b6fa3", "#296a9a"},
    {"#0b4f80", "#9cc8e8"}
  };

  /** The text on the fills of shares. */
  static final String[][] ON_SHARES = {
    {"#1a1a1a", "#ffffff"},
    {"#1a1a1a", "#ffffff"},
    {"#1a1a1a", "#ffffff"},
    {"#ffffff", "#ffffff"},
    {"#ffffff", "#14171a"}
  };

  /** The text on bands. */
  static final String ON_BAND = "#ffffff";

  private final ImmutableList<String> fills;
  private final ImmutableList<String> lines;

  Paint(SignColour sign, String darkLine) {
    this(sign.light(), sign.dark(), darkLine);
  }

  Paint(String light, String dark, String darkLine) {
    fills = ImmutableList.of(light, dark);
    lines = ImmutableList.of(light, darkLine);
  }

  /** Returns the colour of a band in the light scheme, 0, or the dark one, 1. */
  String fill(int scheme) {
    return fills.get(scheme);
  }

  /** Returns the colour of a line and its numbers in the light scheme, 0, or the dark one, 1. */
  String line(int scheme) {
    return lines.get(scheme);
  }

  /** Returns the name of the class of elements that have the colour. */
  String styleClass() {
    return switch (this) {
      case BLUE -> "blue";
      case ORANGE -> "orange";
      case GREY -> "grey";
      case PURPLE -> "purple";
      case TEAL -> "teal";
      case OLIVE -> "olive";
    };
  }
}
