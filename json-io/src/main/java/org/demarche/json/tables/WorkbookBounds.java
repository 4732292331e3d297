package org.demarche.json.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.LineNumberReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.json.files.UntrustedXml;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.ShownValue;

/**
 * A check of the bounds of an untrusted workbook, before the library that reads workbooks trusts
 * it: its size when unpacked and its cells are written out, and what each sheet names. A sheet may
 * be any part, whatever its name.
 */
final class WorkbookBounds {
  private static final String SHEETS = "xl/worksheets/";
  private static final String SHEET_DATA = "sheetData";

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
    } catch (BoundedInput.TooLarge large) {
      throw FileErrors.refused(
          problem(
              file,
              Problem.Code.TOO_LARGE,
              "its parts have more than the limit of %s bytes, counting empty cells, and shared texts and formulas in each cell; if the file is trusted, raise maxBytes(…)"
                  .formatted(maxBytes)));
    }
  }

  private void check() throws IOException {
    Set<String> names = new HashSet<>();
    List<ZipEntry> sheets = new ArrayList<>();
    SharedTexts texts = new SharedTexts();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!names.add(name(entry))) {
        throw damaged(entry, "is there twice");
      }
      long before = left;
      if (isSheet(entry)) {
        sheets.add(entry);
      } else if (isXml(entry)) {
        boolean[] hasCells = {false};
        PartEvents inText = texts.in(shown(entry));
        each(
            entry,
            xml -> {
              hasCells[0] |= xml.hasName() && xml.getLocalName().equals(SHEET_DATA);
              inText.read(xml);
            });
        if (hasCells[0]) {
          left = before;
          sheets.add(entry);
        }
      } else if (hasCells(entry)) {
        left = before;
        sheets.add(entry);
      }
    }
    for (ZipEntry sheet : sheets) {
      SheetBounds bounds = new SheetBounds(texts, this::spend);
      each(sheet, bounds);
    }
  }

  private static String name(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT);
  }

  private static String shown(ZipEntry entry) {
    return ShownValue.of(entry.getName());
  }

  private static boolean isSheet(ZipEntry entry) {
    return name(entry).startsWith(SHEETS) && name(entry).endsWith(".xml");
  }

  /** Returns whether a part can be nothing but XML; a picture may be XML of another kind. */
  private static boolean isXml(ZipEntry entry) {
    return name(entry).endsWith(".xml") || name(entry).endsWith(".rels");
  }

  /** Takes what is read, or repeated in a cell, from what is left. */
  private void spend(long bytes) throws BoundedInput.TooLarge {
    left -= bytes;
    if (left < 0) {
      throw BoundedInput.TooLarge.than(maxBytes);
    }
  }

  /** A stream that takes what was read from what is left. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      spend(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      spend(Math.max(0, got));
      return got;
    }

    @Override
    public void close() {
      // A parser may close it although there is more to count.
    }
  }

  /** Reads a part to its end. */
  private void each(ZipEntry entry, PartEvents events) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      InputStream in = new Counted(BoundedInput.ofUnpacked(bytes, left, budget));
      try {
        LineNumberReader text = new LineNumberReader(WorkbookText.of(in));
        try {
          ByteOrderMark.skip(text);
          XMLInputFactory factory = UntrustedXml.factory(2 * Limits.XML_DEPTH);
          each(factory.createXMLStreamReader(text), entry, events);
        } catch (XMLStreamException | StrictText.BadByte broken) {
          Throwable cause = cause(broken);
          if (cause instanceof BoundedInput.TooLarge large) {
            throw large;
          }
          in.transferTo(OutputStream.nullOutputStream()); // it may be too large too
          int line = text.getLineNumber() + 1;
          String why = cause.getMessage();
          if (cause instanceof XMLStreamException xml) {
            line = xml.getLocation() == null ? line : xml.getLocation().getLineNumber();
            why = UntrustedXml.why(xml);
          }
          throw damaged(entry, "is not well-formed, at line %s: %s".formatted(line, why));
        }
      } catch (PartEvents.OutOfBounds beyond) {
        throw damaged(entry, Objects.requireNonNull(beyond.getMessage()));
      }
    }
  }

  /** Returns the failure of the text that a parser was given, or its own. */
  private static Throwable cause(Exception broken) {
    return broken instanceof XMLStreamException xml && xml.getNestedException() != null
        ? xml.getNestedException()
        : broken;
  }

  private void each(XMLStreamReader xml, ZipEntry entry, PartEvents events)
      throws XMLStreamException, IOException, PartEvents.OutOfBounds {
    WorkbookText.requireEncoding(xml);
    int depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.DTD -> throw new PartEvents.OutOfBounds("has a document type");
        case XMLStreamReader.START_ELEMENT -> requireDepth(++depth, entry, xml);
        case XMLStreamReader.END_ELEMENT -> depth--;
        default -> {
          // text, comments
        }
      }
      events.read(xml);
    }
  }

  /** Reads a part that is no XML by its name, and returns whether it is a sheet by its bytes. */
  private boolean hasCells(ZipEntry entry) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      return WorkbookText.names(
          SHEET_DATA, new Counted(BoundedInput.ofUnpacked(bytes, left, budget)));
    }
  }

  private void requireDepth(int depth, ZipEntry entry, XMLStreamReader xml) {
    if (depth > Limits.XML_DEPTH) {
      throw FileErrors.refused(
          problem(
              file,
              Problem.Code.TOO_LARGE,
              "%s has elements nested more than %s deep, at line %s: <%s>"
                  .formatted(
                      shown(entry),
                      Limits.XML_DEPTH,
                      xml.getLocation().getLineNumber(),
                      ShownValue.of(xml.getLocalName()))));
    }
  }

  private InvalidDossierException damaged(ZipEntry entry, String why) {
    return TableFiles.refused(file, "a damaged workbook: %s %s".formatted(shown(entry), why));
  }

  private static Problem problem(Path file, Problem.Code code, String message) {
    return FileErrors.problem(code, "", message, new Place(file.toString(), 1, 1));
  }
}
