package org.demarche.typography;

import java.util.Arrays;

/**
 * The colours behind the signs that begin a cell or a label. White text on them has a contrast of
 * at least 4.5 in the light and in the dark scheme (WCAG 2.2, 1.4.3), and they differ for readers
 * who do not see all colours.
 */
public enum SignColour {
  /** Blue. */
  PLUS("+", "#0b5c96", "#1d6ba3"),

  /** Burnt orange. */
  MINUS("−", "#a8480a", "#a9500f"),

  /** Grey. */
  QUESTION("?", "#6b6b6b", "#666d73"),

  /** Purple. */
  PLUS_MINUS("±", "#8f3f74", "#95487b");

  private final String sign;
  private final String light;
  private final String dark;

  SignColour(String sign, String light, String dark) {
    this.sign = sign;
    this.light = light;
    this.dark = dark;
  }

  /**
   * Returns the colour of a sign.
   *
   * @param sign one of the four signs
   * @return the colour
   * @throws IllegalArgumentException if the sign has none
   */
  public static SignColour of(String sign) {
    return Arrays.stream(values())
        .filter(colour -> colour.sign.equals(sign))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no colour has the sign " + sign));
  }

  /** {@return the sign} */
  public String sign() {
    return sign;
  }

  /** {@return the colour in the light scheme, in hexadecimal} */
  public String light() {
    return light;
  }

  /** {@return the colour in the dark scheme, in hexadecimal} */
  public String dark() {
    return dark;
  }
}
