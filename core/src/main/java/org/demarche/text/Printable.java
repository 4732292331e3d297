package org.demarche.text;

/**
 * What can be printed in more than one style. Its {@code toString} is its page in the {@linkplain
 * Style#standard() standard} one.
 *
 * <pre>{@code
 * System.out.println(tracker.claims().page().print(Style.whole()));
 * }</pre>
 */
public interface Printable {
  /** What it prints, before it is set in a style. */
  TextPage page();
}
