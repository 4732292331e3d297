package org.demarche.json.files;

import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** The settings of readers of XML from elsewhere: they expand no entity and open no other file. */
public final class UntrustedXml {
  private static final String MESSAGE = "Message: ";

  private UntrustedXml() {}

  /**
   * Returns a factory of readers.
   *
   * @param maxDepth the greatest depth of elements; Java's own bound differs from one version to
   *     the next, and a machine may set another
   */
  public static XMLInputFactory factory(int maxDepth) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(maxDepth));
    return factory;
  }

  /** Returns why XML is not well-formed, without the place. */
  public static String why(XMLStreamException broken) {
    String message = Objects.toString(broken.getMessage(), "");
    int begin = message.indexOf(MESSAGE);
    return message.substring(begin < 0 ? 0 : begin + MESSAGE.length()).strip();
  }
}
