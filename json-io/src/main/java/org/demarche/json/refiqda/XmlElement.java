package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML document.
 *
 * @param name its local name if it is in the namespace of the document, else with its namespace
 * @param attributes the attributes, by local name if they have no namespace
 * @param children the elements directly in it
 * @param text the text directly in it; empty if it is blank and there are elements beside it
 * @param line the line on which its start tag ends, from 1
 */
record XmlElement(
    String name,
    ImmutableMap<String, String> attributes,
    ImmutableList<XmlElement> children,
    String text,
    int line) {
  /** Returns an attribute; an empty text if there is none. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** Returns the elements of a name directly in this one. */
  Stream<XmlElement> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName));
  }

  /** Returns the first element of a name directly in this one. */
  Optional<XmlElement> child(String childName) {
    return children(childName).findFirst();
  }

  /** Returns the elements at the end of a path of two names. */
  Stream<XmlElement> children(String childName, String grandchildName) {
    return children(childName).flatMap(child -> child.children(grandchildName));
  }
}
