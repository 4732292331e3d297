package org.demarche.json.files;

import javax.xml.stream.XMLInputFactory;

/** The settings of readers of XML from elsewhere: they expand no entity and open no other file. */
public final class UntrustedXml {
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
}
