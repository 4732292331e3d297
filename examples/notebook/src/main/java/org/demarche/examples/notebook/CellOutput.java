package org.demarche.examples.notebook;

import com.google.common.html.HtmlEscapers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.demarche.text.Picture;
import org.demarche.text.Printable;
import org.demarche.text.Style;
import org.demarche.text.TextPage;

/**
 * The two forms in which a cell shows a value. A page is a document of its own in a frame whose
 * sandbox allows no script, form or pop-up, and whose style does not leak. Its origin is that of
 * the notebook, which may so read the frame, as to search it; without scripts the frame gains
 * nothing.
 */
record CellOutput(String text, String html) {
  /** The height of a frame is that of the text, within these numbers of lines. */
  private static final int LOWEST = 6;

  private static final int HIGHEST = 30;

  static CellOutput of(Printable value) {
    return value instanceof Picture picture
        ? new CellOutput(picture.print(), image(picture))
        : of(value.page());
  }

  static CellOutput of(TextPage page) {
    String text = page.print();
    long lines = Math.min(Math.max(text.lines().count(), LOWEST), HIGHEST);
    return new CellOutput(
        text,
        """
        <iframe title="%s" sandbox="allow-same-origin" style="width:100%%;height:%sem;border:0" \
        srcdoc="%s"></iframe>"""
            .formatted(
                escaped(text.lines().findFirst().orElse("")),
                lines * 2,
                escaped(page.print(Style.standard().html()))));
  }

  /** Returns the picture as an image, in which a browser runs no script and follows no link. */
  private static String image(Picture picture) {
    byte[] svg = picture.svg().getBytes(StandardCharsets.UTF_8);
    return "<img alt=\"%s\" style=\"max-width:100%%\" src=\"data:image/svg+xml;base64,%s\">"
        .formatted(escaped(picture.title()), Base64.getEncoder().encodeToString(svg));
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
