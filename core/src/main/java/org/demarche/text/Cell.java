package org.demarche.text;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A cell of a table, or a part of a line, that may lead somewhere, which a page of HTML shows as a
 * link.
 *
 * <pre>{@code
 * page.linked(List.of("claim", "source"), List.of(List.of(
 *     new Cell("denies", "claim-Y1"),
 *     new Cell("Yonhap", "https://en.yna.co.kr"))));
 * }</pre>
 *
 * @param text the words
 * @param target an {@linkplain TextPage#anchored anchor} of the page, or an address that begins
 *     with {@code http://} or {@code https://}, or a file beside the page, such as {@code
 *     ./rok.html}; anything else, such as an anchor that the page does not have, is no link
 * @since 0.1
 */
public record Cell(String text, String target) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://[^\\s<>\"\\\\\\p{C}\\p{Z}]+|\\./[a-z0-9-]+\\.html");

  /**
   * Creates a cell.
   *
   * @param text the words
   * @param target an anchor or an address; empty for neither
   */
  public Cell {
    requireNonNull(text, "text");
    requireNonNull(target, "target");
  }

  /** Returns whether the target is an address outside the page, without unseen characters. */
  boolean isAddress() {
    return ADDRESS.matcher(target).matches();
  }
}
