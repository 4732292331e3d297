package org.demarche.json.tables;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A look at the XML of a part of a workbook, event by event. */
interface PartEvents {
  /** Looks at an event. */
  void read(XMLStreamReader xml) throws XMLStreamException, IOException, OutOfBounds;

  /** The failure of a part that names what there cannot be. */
  final class OutOfBounds extends Exception {
    private static final long serialVersionUID = 1;

    OutOfBounds(String message) {
      super(message);
    }
  }
}
