package org.demarche.picture;

import org.demarche.answer.PositionOutcome;

/**
 * The colours of stances. Each has a sign, so that no meaning is in a colour alone; white text on
 * them has a contrast of at least 4.5 in the light and in the dark scheme.
 */
enum Paint {
  FOR("for", "+", "#0b5c96", "#1d6ba3"),
  AGAINST("against", "−", "#a8480a", "#a9500f"),
  UNCOMMITTED("uncommitted", "?", "#6b6b6b", "#666d73"),
  CONTESTED("contested", "±", "#8f3f74", "#95487b");

  /** The colours of the page, in the light and in the dark scheme. */
  static final String[] PAGE = {"#ffffff", "#14171a"};

  /** The two tones behind administrations in turn, in the light and in the dark scheme. */
  static final String[][] ADMINISTRATIONS = {{"#f3f5f7", "#1a1e22"}, {"#e8ecf0", "#20252a"}};

  static final String[] TEXT = {"#1a1a1a", "#e8e8e8"};
  static final String[] SECONDARY = {"#4d4d4d", "#b8bec4"};
  static final String[] RULE = {"#c4c9ce", "#454c53"};

  /** The outline of bands: in the dark scheme, their fill alone has too little contrast. */
  static final String[] OUTLINE = {"#ffffff", "#8d98a3"};

  private final String word;
  private final String sign;
  private final String light;
  private final String dark;

  Paint(String word, String sign, String light, String dark) {
    this.word = word;
    this.sign = sign;
    this.light = light;
    this.dark = dark;
  }

  static Paint of(PositionOutcome outcome) {
    return valueOf(outcome.name());
  }

  String word() {
    return word;
  }

  String sign() {
    return sign;
  }

  String light() {
    return light;
  }

  String dark() {
    return dark;
  }

  /** Returns the name of the class of elements that have the colour. */
  String styleClass() {
    return "stance-" + word;
  }
}
