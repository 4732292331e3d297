package org.demarche.picture;

/**
 * The style sheet of all pictures. It is the same text in each of them, and its rules apply inside
 * elements of the class {@code demarche} alone, so that a page may hold several pictures.
 */
final class PictureStyles {
  private static final String SHAPES =
      """
      .demarche text{font-family:system-ui,sans-serif;font-size:13px}
      .demarche text.title{font-size:17px;font-weight:600}
      .demarche text.heading{font-size:15px;font-weight:600}
      .demarche text.small,.demarche text.head{font-size:12px}
      .demarche text.head{font-style:italic}
      .demarche text.strong{font-weight:700}
      .demarche text.count{paint-order:stroke;stroke-width:4px}
      .demarche .hatch{fill:#fff;fill-opacity:.38}
      .demarche .flag,.demarche .arrow{fill:none;stroke-width:1.5}
      .demarche .end{fill:none;stroke-width:2}
      .demarche .dashed{stroke-dasharray:3 3}
      .demarche rect.plate{stroke:none}
      """;

  private PictureStyles() {}

  /** Returns the rules of the light scheme, the dark one, and of print, which is light. */
  static String css() {
    return SHAPES
        + scheme(0)
        + "@media (prefers-color-scheme:dark){\n"
        + scheme(1)
        + "}\n@media print{\n.demarche{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
        + scheme(0)
        + "}\n";
  }

  private static String scheme(int scheme) {
    StringBuilder css = new StringBuilder();
    add(css, ".page", "fill", Paint.PAGE[scheme]);
    add(css, "text", "fill", Paint.TEXT[scheme]);
    add(css, "text.small", "fill", Paint.SECONDARY[scheme]);
    add(css, "text.head", "fill", Paint.SECONDARY[scheme]);
    add(css, "text.on", "fill", Paint.ON_BAND);
    add(css, "text.count", "stroke", Paint.PAGE[scheme]);
    add(css, ".rule", "stroke", Paint.RULE[scheme]);
    for (String line : new String[] {".uncertain", ".flag", ".end", ".arrow"}) {
      add(css, line, "stroke", Paint.TEXT[scheme]);
    }
    add(css, ".claim", "fill", Paint.TEXT[scheme] + ";stroke:" + Paint.PAGE[scheme]);
    add(css, ".tip", "fill", Paint.TEXT[scheme]);
    add(
        css,
        ".box",
        "fill",
        Paint.ADMINISTRATIONS[0][scheme] + ";stroke:" + Paint.SECONDARY[scheme]);
    add(css, ".many", "fill", Paint.PAGE[scheme] + ";stroke:" + Paint.TEXT[scheme]);
    css.append('\n');
    for (int i = 0; i < Paint.ADMINISTRATIONS.length; i++) {
      add(css, ".term" + i, "fill", Paint.ADMINISTRATIONS[i][scheme]);
    }
    for (int i = 0; i < Paint.SHARES.length; i++) {
      add(css, "rect.share" + i, "fill", Paint.SHARES[i][scheme] + ";stroke:" + Paint.RULE[scheme]);
      add(css, "text.share" + i, "fill", Paint.ON_SHARES[i][scheme]);
    }
    css.append('\n');
    for (Paint paint : Paint.values()) {
      String name = "." + paint.styleClass();
      add(css, name, "fill", paint.fill(scheme) + ";stroke:" + Paint.OUTLINE[scheme]);
      add(css, name + ".line", "fill", "none;stroke-width:2;stroke:" + paint.line(scheme));
      add(css, name + ".number", "fill", paint.line(scheme));
      add(css, name + ".point", "fill", paint.line(scheme) + ";stroke:" + Paint.PAGE[scheme]);
    }
    return css.append('\n').toString();
  }

  private static void add(StringBuilder css, String selector, String property, String value) {
    css.append(".demarche ").append(selector).append('{').append(property).append(':');
    css.append(value).append('}');
  }
}
