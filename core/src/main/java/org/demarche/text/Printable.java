package org.demarche.text;

/**
 * A value that can be printed as a page, in more than one style. Its {@code toString} is one line,
 * for logs and debuggers.
 *
 * <pre>{@code
 * System.out.println(tracker.position("rok", "three-nos").print());
 * System.out.println(tracker.claims().page().print(Style.whole().markdown()));
 * }</pre>
 *
 * @since 0.1
 */
public interface Printable {
  /**
   * Returns the page that this value prints as.
   *
   * @return the page, to be rendered by {@link TextPage#print}
   */
  TextPage page();

  /**
   * Prints the page in the {@linkplain Style#standard() default} style: at most {@value Style#ROWS}
   * rows of a table, in lines of at most {@value Style#WIDTH} columns where possible.
   *
   * @return lines joined by line feeds, without a line feed at the end
   */
  default String print() {
    return page().print(Style.standard());
  }
}
