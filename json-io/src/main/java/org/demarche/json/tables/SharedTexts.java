package org.demarche.json.tables;

import com.google.common.primitives.ImmutableIntArray;
import javax.xml.stream.XMLStreamReader;
import org.demarche.suggestion.ShownValue;

/** The lengths of the texts that the cells of a workbook share. */
final class SharedTexts implements PartEvents {
  private static final String ROOT = "sst";
  private static final String TEXT = "si";

  private final ImmutableIntArray.Builder lengths = ImmutableIntArray.builder();
  private int depth;
  private int length;

  @Override
  public void read(XMLStreamReader xml) throws PartEvents.OutOfBounds {
    switch (xml.getEventType()) {
      case XMLStreamReader.START_ELEMENT -> start(xml);
      case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
          length += xml.getTextLength();
      case XMLStreamReader.END_ELEMENT -> {
        depth--;
        if (xml.getLocalName().equals(TEXT)) {
          lengths.add(length);
        }
      }
      default -> {
        // no text
      }
    }
  }

  private void start(XMLStreamReader xml) throws PartEvents.OutOfBounds {
    boolean isText = xml.getLocalName().equals(TEXT);
    boolean isRoot = xml.getLocalName().equals(ROOT);
    if (isRoot != (depth == 0) || (isText && depth != 1)) {
      throw new PartEvents.OutOfBounds(
          "has <%s> at line %s; shared texts are <si> in the root <sst>"
              .formatted(ShownValue.of(xml.getLocalName()), xml.getLocation().getLineNumber()));
    }
    length = isText ? 0 : length;
    depth++;
  }

  /** Returns the length of each text. */
  ImmutableIntArray lengths() {
    return lengths.build();
  }
}
