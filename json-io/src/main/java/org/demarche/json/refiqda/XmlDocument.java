package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.Limits;
import org.demarche.json.files.UntrustedXml;
import org.demarche.json.tables.StrictText;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.suggestion.ShownValue;

/**
 * A reader of untrusted XML. A document type declaration is refused, so that no entity is expanded
 * and no other file is opened; depth and size are bounded.
 */
final class XmlDocument {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** Namespaces of attributes that say how to read a document and are no content. */
  private static final ImmutableSet<String> PLUMBING =
      ImmutableSet.of(
          "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/XML/1998/namespace");

  private final String file;
  private final XMLStreamReader xml;
  private final String namespace;
  private final Deque<Open> open = new ArrayDeque<>();

  /** One text for all equal values, which are mostly identifiers that are referred to. */
  private final Map<String, String> values = new HashMap<>();

  private int nodes;

  /** An element of which the end was not read yet. */
  private static final class Open {
    private final String name;
    private final ImmutableMap<String, String> attributes;
    private final int line;
    private final ImmutableList.Builder<XmlElement> children = ImmutableList.builder();
    private final StringBuilder text = new StringBuilder();
    private boolean hasChildren;

    Open(String name, ImmutableMap<String, String> attributes, int line) {
      this.name = name;
      this.attributes = attributes;
      this.line = line;
    }

    void add(XmlElement child) {
      children.add(child);
      hasChildren = true;
    }

    XmlElement close() {
      String all = text.toString();
      return new XmlElement(
          name, attributes, children.build(), hasChildren && all.isBlank() ? "" : all, line);
    }
  }

  private XmlDocument(String file, XMLStreamReader xml, String namespace) {
    this.file = file;
    this.xml = xml;
    this.namespace = namespace;
  }

  /**
   * Reads a document in UTF-8.
   *
   * @param file its name in problems
   * @param root the local name of its root
   * @param namespace the namespace of its root
   */
  static XmlElement read(InputStream in, String file, String root, String namespace)
      throws IOException {
    // The parser is given characters, since it would print a message about bytes that are none.
    LineNumberReader text =
        new LineNumberReader(
            new StrictText(in, StandardCharsets.UTF_8, "export the project again"));
    try {
      ByteOrderMark.skip(text);
      XMLStreamReader xml = UntrustedXml.factory(2 * Limits.XML_DEPTH).createXMLStreamReader(text);
      try {
        return new XmlDocument(file, xml, namespace).root(root);
      } finally {
        xml.close();
      }
    } catch (StrictText.BadByte bad) {
      throw notUtf8(bad, file, text.getLineNumber() + 1);
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof StrictText.BadByte bad) {
        throw notUtf8(bad, file, text.getLineNumber() + 1);
      }
      throw notWellFormed(broken, file);
    }
  }

  private static InvalidDossierException notUtf8(StrictText.BadByte bad, String file, int line) {
    return FileErrors.refused(
        FileErrors.problem(
            Problem.Code.SYNTAX,
            "",
            Objects.toString(bad.getMessage(), ""),
            new Problem.Place(file, line, 1)));
  }

  private static InvalidDossierException notWellFormed(XMLStreamException broken, String file) {
    int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
    int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNumber();
    return FileErrors.refused(
        FileErrors.problem(
            Problem.Code.SYNTAX,
            "",
            "not well-formed XML: " + UntrustedXml.why(broken),
            new Problem.Place(file, Math.max(1, line), Math.max(1, column))));
  }

  private XmlElement root(String root) throws XMLStreamException {
    String encoding = Objects.toString(xml.getCharacterEncodingScheme(), UTF_8);
    if (!encoding.equalsIgnoreCase(UTF_8)) {
      throw refused(
          Problem.Code.BAD_VALUE,
          encoding,
          "the encoding is '%s', but that of a project is %s".formatted(encoding, UTF_8));
    }
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.DTD) {
        throw refused(
            Problem.Code.SYNTAX,
            "",
            "a document type declaration (<!DOCTYPE …>), which a project does not need; remove it");
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        requireRoot(root);
        return content();
      }
    }
  }

  private void requireRoot(String root) {
    String found = Objects.toString(xml.getNamespaceURI(), "");
    if (!xml.getLocalName().equals(root) || !found.equals(namespace)) {
      throw refused(
          Problem.Code.BAD_VALUE,
          xml.getLocalName(),
          "the root is '%s' in %s, but that of a project is '%s' in the namespace '%s'"
              .formatted(
                  xml.getLocalName(),
                  found.isEmpty() ? "no namespace" : "the namespace '" + found + "'",
                  root,
                  namespace));
    }
  }

  /** Reads from the start tag of the root to the end of the document. */
  private XmlElement content() throws XMLStreamException {
    start();
    while (true) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> start();
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
            open.getFirst()
                .text
                .append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        case XMLStreamReader.END_ELEMENT -> {
          XmlElement closed = open.pop().close();
          if (open.isEmpty()) {
            readToEnd();
            return closed;
          }
          open.getFirst().add(closed);
        }
        default -> {
          // comments and processing instructions
        }
      }
    }
  }

  private void readToEnd() throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
    }
  }

  private void start() {
    nodes += 1 + xml.getAttributeCount();
    if (nodes > Limits.PROJECT_NODES) {
      throw refused(
          Problem.Code.TOO_LARGE,
          "",
          "more than %s elements and attributes; split the project"
              .formatted(Limits.PROJECT_NODES));
    }
    if (open.size() >= Limits.XML_DEPTH) {
      throw refused(
          Problem.Code.TOO_LARGE,
          xml.getLocalName(),
          "elements are nested more than %s deep, here <%s>"
              .formatted(Limits.XML_DEPTH, ShownValue.of(xml.getLocalName())));
    }
    ImmutableMap.Builder<String, String> attributes = ImmutableMap.builder();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String space = Objects.toString(xml.getAttributeNamespace(i), "");
      if (!PLUMBING.contains(space)) {
        attributes.put(
            name(space, xml.getAttributeLocalName(i), ""), shared(xml.getAttributeValue(i)));
      }
    }
    String name = name(Objects.toString(xml.getNamespaceURI(), ""), xml.getLocalName(), namespace);
    open.push(new Open(name, attributes.buildOrThrow(), xml.getLocation().getLineNumber()));
  }

  private static String name(String space, String local, String usual) {
    return space.equals(usual) ? local : "{" + space + "}" + local;
  }

  private String shared(String value) {
    String known = values.putIfAbsent(value, value);
    return known == null ? value : known;
  }

  private InvalidDossierException refused(Problem.Code code, String value, String message) {
    return FileErrors.refused(
        FileErrors.problem(
            code,
            value,
            message,
            new Problem.Place(file, Math.max(1, xml.getLocation().getLineNumber()), 1)));
  }
}
