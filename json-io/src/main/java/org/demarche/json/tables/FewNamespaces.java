package org.demarche.json.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamReader;
import org.demarche.json.files.Limits;

/**
 * A bound on the namespaces of XML: parsers look through all that are in scope for each that is
 * declared. The text itself is bounded more loosely, so that a parser that checks it is not kept
 * busy by one element.
 */
final class FewNamespaces extends FilterReader implements PartEvents {
  private static final String DECLARATION = "xmlns";
  private static final int MOST_WRITTEN = 10_000;

  private int matched;
  private int written;
  private int inScope;

  FewNamespaces(Reader in) {
    super(in);
  }

  /** The failure of a text with too many declarations in one element. */
  static final class TooMany extends IOException {
    private static final long serialVersionUID = 1;

    TooMany() {
      super(message(MOST_WRITTEN));
    }
  }

  private static String message(int found) {
    return "has more than %s namespaces in one element; the limit is %s"
        .formatted(found, Limits.XML_NAMESPACES);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      count((char) one);
    }
    return one;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int got = super.read(into, from, length);
    for (int i = from; i < from + got; i++) {
      count(into[i]);
    }
    return got;
  }

  private void count(char one) throws TooMany {
    written = one == '<' ? 0 : written;
    matched = one == DECLARATION.charAt(matched) ? matched + 1 : one == 'x' ? 1 : 0;
    if (matched == DECLARATION.length()) {
      matched = 0;
      if (++written > MOST_WRITTEN) {
        throw new TooMany();
      }
    }
  }

  @Override
  public void read(XMLStreamReader xml) throws PartEvents.OutOfBounds {
    if (xml.isStartElement()) {
      inScope += xml.getNamespaceCount();
      if (inScope > Limits.XML_NAMESPACES) {
        throw new PartEvents.OutOfBounds(
            "has %s namespaces in scope at line %s, more than the limit of %s"
                .formatted(inScope, xml.getLocation().getLineNumber(), Limits.XML_NAMESPACES));
      }
    } else if (xml.isEndElement()) {
      inScope -= xml.getNamespaceCount();
    }
  }
}
