package org.demarche.picture;

import com.google.common.base.Splitter;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The parts of a picture that tests read. */
final class Svg {
  private static final Pattern SIZE = Pattern.compile("font-size:(\\d+)px");

  private Svg() {}

  /** Returns the picture as a document, which must be well-formed. */
  static Document parsed(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception malformed) {
      throw new AssertionError(svg, malformed);
    }
  }

  static List<Element> elements(String svg, String name) {
    NodeList found = parsed(svg).getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Element.class::cast)
        .toList();
  }

  static List<String> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> element.getAttributes().item(i).getNodeName())
        .toList();
  }

  /** Returns the labels of the images in a picture, in order. */
  static List<String> images(String svg) {
    return elements(svg, "g").stream()
        .filter(group -> group.getAttribute("role").equals("img"))
        .map(group -> group.getElementsByTagName("title").item(0).getTextContent())
        .toList();
  }

  /** Returns the texts that a picture shows, in order. */
  static List<String> texts(String svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  /** Returns the rectangles of a class, such as bands of a colour. */
  static List<Element> rects(String svg, String styleClass) {
    return elements(svg, "rect").stream()
        .filter(rect -> rect.getAttribute("class").equals(styleClass))
        .toList();
  }

  static double width(String svg) {
    String box = parsed(svg).getDocumentElement().getAttribute("viewBox");
    return Double.parseDouble(Splitter.on(' ').splitToList(box).get(2));
  }

  /** Returns the texts that, by a generous estimate, reach beyond the edges of a picture. */
  static List<String> textsBeyondTheEdges(String svg) {
    double width = width(svg);
    return elements(svg, "text").stream()
        .filter(
            text -> {
              double x = Double.parseDouble(text.getAttribute("x"));
              double length = TextWidth.of(text.getTextContent(), size(text.getAttribute("class")));
              double start =
                  switch (text.getAttribute("text-anchor")) {
                    case "end" -> x - length;
                    case "middle" -> x - length / 2;
                    default -> x;
                  };
              return start < 0 || start + length > width;
            })
        .map(Element::getTextContent)
        .toList();
  }

  private static double size(String styleClass) {
    return switch (styleClass) {
      case "title" -> 17;
      case "heading" -> 15;
      case "head" -> 12;
      default -> styleClass.contains("small") ? 12 : 13;
    };
  }

  /** Returns the sizes of letters that the style sheet names. */
  static List<Integer> sizes(String svg) {
    return SIZE.matcher(svg).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }
}
