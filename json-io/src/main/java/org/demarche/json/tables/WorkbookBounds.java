package org.demarche.json.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.json.files.UntrustedXml;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/**
 * A check of the bounds of an untrusted workbook, before the library that reads workbooks trusts
 * it: its size when unpacked, the columns of its cells, and the numbers of its shared texts.
 */
final class WorkbookBounds {
  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
  private static final String SHARED = "xl/sharedstrings.xml";
  private static final String SHEETS = "xl/worksheets/";

  private final Path file;
  private final ZipFile zip;
  private long left;
  private final long maxBytes;
  private final HeapBudget budget;

  private WorkbookBounds(Path file, ZipFile zip, long maxBytes, HeapBudget budget) {
    this.budget = budget;
    this.file = file;
    this.zip = zip;
    this.maxBytes = maxBytes;
    this.left = maxBytes;
  }

  /**
   * Checks a workbook.
   *
   * @param maxBytes the greatest size of all its parts
   * @param budget counts their bytes
   * @throws InvalidDossierException if it goes beyond its bounds
   */
  static void check(Path file, long maxBytes, HeapBudget budget) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      new WorkbookBounds(file, zip, maxBytes, budget).check();
    }
  }

  private void check() throws IOException {
    long shared = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (name(entry).equals(SHARED)) {
        shared = countTexts(entry);
      } else if (!isSheet(entry)) {
        try (InputStream in = open(entry)) {
          in.transferTo(OutputStream.nullOutputStream());
        } catch (BoundedInput.TooLarge large) {
          throw tooLarge();
        }
      }
    }
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (isSheet(entry)) {
        checkSheet(entry, shared);
      }
    }
  }

  private static String name(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT);
  }

  private static boolean isSheet(ZipEntry entry) {
    return name(entry).startsWith(SHEETS) && name(entry).endsWith(".xml");
  }

  /** Opens an entry, of which no more is read than is left of the limit. */
  private InputStream open(ZipEntry entry) throws IOException {
    InputStream bytes = BoundedInput.ofUnpacked(zip.getInputStream(entry), left, budget);
    return new Counted(bytes);
  }

  /** A stream that takes what was read from what is left. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      left -= one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      left -= Math.max(0, got);
      return got;
    }
  }

  private InvalidDossierException tooLarge() {
    return FileErrors.refused(
        FileErrors.problem(
            Problem.Code.TOO_LARGE,
            "",
            "its parts have more than the limit of %s bytes; if the file is trusted, raise maxBytes(…)"
                .formatted(maxBytes),
            new Place(file.toString(), 1, 1)));
  }

  private interface Element {
    void read(XMLStreamReader xml) throws XMLStreamException;
  }

  private void each(ZipEntry entry, Element element) throws IOException {
    try (InputStream in = open(entry)) {
      XMLStreamReader xml = UntrustedXml.factory(Limits.XML_DEPTH).createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw TableFiles.refused(
              file, "a damaged workbook: %s has a document type".formatted(entry.getName()));
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          element.read(xml);
        }
      }
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof BoundedInput.TooLarge) {
        throw tooLarge();
      }
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
      throw TableFiles.refused(
          file,
          "a damaged workbook: %s is not well-formed, at line %s".formatted(entry.getName(), line));
    } catch (BoundedInput.TooLarge large) {
      throw tooLarge();
    }
  }

  private long countTexts(ZipEntry entry) throws IOException {
    long[] count = {0};
    each(entry, xml -> count[0] += xml.getLocalName().equals("si") ? 1 : 0);
    return count[0];
  }

  private void checkSheet(ZipEntry entry, long texts) throws IOException {
    String[] cell = {"", ""};
    each(
        entry,
        xml -> {
          switch (xml.getLocalName()) {
            case "c" -> {
              cell[0] = Objects.requireNonNullElse(xml.getAttributeValue(null, "r"), "");
              cell[1] = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "");
              requireAddress(cell[0], entry);
            }
            case "v" -> {
              if (cell[1].equals("s")) {
                requireText(xml.getElementText(), cell[0], texts, entry);
              }
            }
            default -> {
              // no bound
            }
          }
        });
  }

  private void requireAddress(String address, ZipEntry entry) {
    if (address.isEmpty()) {
      return;
    }
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()
        || column(parts.group(1)) > Limits.SHEET_COLUMNS
        || Integer.parseInt(parts.group(2)) > Limits.SHEET_ROWS) {
      throw TableFiles.refused(
          file,
          "a damaged workbook: %s has a cell '%s', which no sheet has: the last one is XFD1048576"
              .formatted(entry.getName(), address));
    }
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (number, letter) -> 26 * number + letter - 'A' + 1);
  }

  private void requireText(String number, String address, long texts, ZipEntry entry) {
    boolean isKnown;
    try {
      long index = Long.parseLong(number.strip());
      isKnown = index >= 0 && index < texts;
    } catch (NumberFormatException none) {
      isKnown = false;
    }
    if (!isKnown) {
      throw TableFiles.refused(
          file,
          "a damaged workbook: cell %s of %s names the shared text '%s', and there are %s"
              .formatted(address, entry.getName(), number, texts));
    }
  }
}
