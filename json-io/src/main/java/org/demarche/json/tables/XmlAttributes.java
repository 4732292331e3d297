package org.demarche.json.tables;

import com.google.common.base.Strings;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** The attributes of an element, in no namespace as the library that reads workbooks finds them. */
final class XmlAttributes {
  private XmlAttributes() {}

  /** Returns an attribute without a prefix; Java's reader would also give one with any prefix. */
  static Optional<String> of(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)
          && Strings.isNullOrEmpty(xml.getAttributePrefix(i))) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }
}
