package org.demarche.text;

import com.google.common.collect.ImmutableList;

/**
 * A picture of an answer. Its page states the same facts as tables, for those who do not see it.
 *
 * <pre>{@code
 * Picture picture = TimelinePicture.of(tracker).parties("rok", "prc").on("three-nos");
 * Files.writeString(Path.of("three-nos.svg"), picture.svg());
 * System.out.println(picture.print());   // the same facts as tables
 * }</pre>
 *
 * @since 0.1
 */
public interface Picture extends Printable {
  /**
   * Returns what the picture shows.
   *
   * @return one line
   */
  String title();

  /**
   * Returns the picture as a document of its own, for a page, a slide or a paper.
   *
   * @return SVG 1.1 without scripts, fonts or references to other files
   */
  String svg();

  /**
   * Returns the picture in parts that can be read in a window of the width of a phone.
   *
   * @return SVG 1.1, one document for each part, in the order to show; by default the picture
   *     itself
   */
  default ImmutableList<String> narrow() {
    return ImmutableList.of(svg());
  }
}
