package org.demarche.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.demarche.typography.VisibleText;

/**
 * Markup of nested elements, in which every text and every attribute is escaped (XML 1.0, section
 * 2.4). Characters that would change the direction of what follows, and control characters, are
 * shown as their code.
 */
final class Markup {
  private static final Pattern SPACE = Pattern.compile("[\\t\\n\\r]");

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are given as names and values in turn. */
  Markup open(String element, Object... attributes) {
    start(element, attributes).append(">\n");
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close() {
    indent(open.size() - 1).append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** Adds an element without content. */
  Markup empty(String element, Object... attributes) {
    start(element, attributes).append("/>\n");
    return this;
  }

  /** Adds an element that contains a text. */
  Markup text(String element, String content, Object... attributes) {
    start(element, attributes).append('>').append(escaped(content));
    text.append("</").append(element).append(">\n");
    return this;
  }

  /** Adds a text of our own as it is, such as a style sheet. */
  Markup raw(String element, String content) {
    start(element).append(">\n").append(content);
    indent(open.size()).append("</").append(element).append(">\n");
    return this;
  }

  /** Adds elements that were written apart. */
  Markup fragment(Markup other) {
    text.append(other.text);
    return this;
  }

  private StringBuilder start(String element, Object... attributes) {
    indent(open.size()).append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(value(attributes[i + 1])))
          .append('"');
    }
    return text;
  }

  private StringBuilder indent(int depth) {
    return text.append("  ".repeat(depth));
  }

  private static String value(Object value) {
    return value instanceof Double number ? number(number) : String.valueOf(value);
  }

  /** Returns a number with at most one decimal, written without a locale. */
  static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return plain.equals("-0") ? "0" : plain;
  }

  /** Returns a text in one line, with the codes of the characters that are not seen. */
  static String visible(String given) {
    return SPACE.matcher(VisibleText.of(given)).replaceAll(" ");
  }

  static String escaped(String given) {
    return visible(given)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
