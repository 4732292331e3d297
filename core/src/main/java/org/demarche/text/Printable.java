package org.demarche.text;

/**
 * A value that can be printed in more than one style. Its {@code toString} is its page in the
 * {@linkplain Style#standard() default} style.
 *
 * <pre>{@code
 * System.out.println(tracker.claims().page().print(Style.whole()));
 * }</pre>
 */
public interface Printable {
  /**
   * Returns the page that this value prints as.
   *
   * @return the page, to be rendered by {@link TextPage#print}
   */
  TextPage page();
}
