package org.demarche.json.tables;

import com.google.common.base.Strings;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Locale;
import javax.xml.stream.XMLStreamReader;
import org.demarche.suggestion.ShownValue;

/** The lengths of the texts that the cells of a workbook share. */
final class SharedTexts {
  private static final String TEXT = "si";
  private static final String TYPE = "sharedStrings+xml";

  private final ImmutableIntArray.Builder lengths = ImmutableIntArray.builder();
  private String part = "";

  /** Returns what looks for shared texts in a part; there may be one that has any. */
  PartEvents in(String name) {
    int[] length = {0};
    return xml -> {
      switch (xml.getEventType()) {
        case XMLStreamReader.START_ELEMENT -> {
          if (xml.getLocalName().equals(TEXT)) {
            length[0] = 0;
          }
          requireXml(xml);
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> length[0] += xml.getTextLength();
        case XMLStreamReader.END_ELEMENT -> {
          if (xml.getLocalName().equals(TEXT)) {
            add(length[0], name);
          }
        }
        default -> {
          // no text
        }
      }
    };
  }

  /** Refuses shared texts in a part that is not looked through, since its name is none of XML. */
  private static void requireXml(XMLStreamReader xml) throws PartEvents.OutOfBounds {
    String type = Strings.nullToEmpty(xml.getAttributeValue(null, "ContentType"));
    String name = Strings.nullToEmpty(xml.getAttributeValue(null, "PartName"));
    if (type.endsWith(TYPE) && !name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
      throw new PartEvents.OutOfBounds(
          "says that '%s' has the shared texts; its name must end in .xml"
              .formatted(ShownValue.of(name)));
    }
  }

  private void add(int length, String name) throws PartEvents.OutOfBounds {
    if (!part.isEmpty() && !part.equals(name)) {
      throw new PartEvents.OutOfBounds("has shared texts, and so has " + part);
    }
    part = name;
    lengths.add(length);
  }

  /** Returns the length of each text. */
  ImmutableIntArray lengths() {
    return lengths.build();
  }
}
