package org.demarche.json.tables;

import com.google.common.primitives.ImmutableIntArray;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.LineNumberReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
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
 * it: its size when unpacked and its cells are written out, and what each sheet names. Only parts
 * that the library opens are looked at, which are found as it finds them.
 */
final class WorkbookBounds {
  private final Path file;
  private final ZipFile zip;

  /** The parts by their names, which differ in more than capitals. */
  private final NavigableMap<String, ZipArchiveEntry> entries =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

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
    try (ZipFile zip = open(file)) {
      new WorkbookBounds(file, zip, maxBytes, budget).check();
    } catch (BoundedInput.TooLarge large) {
      throw FileErrors.refused(
          problem(
              file,
              Problem.Code.TOO_LARGE,
              "its parts have more than the limit of %s bytes, counting empty cells, and shared texts and formulas in each cell; if the file is trusted, raise maxBytes(…)"
                  .formatted(maxBytes)));
    } catch (InvalidDossierException beyond) {
      throw beyond;
    } catch (RuntimeException damaged) { // from what unpacks
      throw notOpened(file, damaged);
    }
  }

  /** Opens a zip file as the library does; another reader may find other parts under a name. */
  private static ZipFile open(Path file) {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | RuntimeException damaged) {
      throw notOpened(file, damaged);
    }
  }

  private static InvalidDossierException notOpened(Path file, Exception damaged) {
    return TableFiles.refused(file, "a damaged or truncated workbook: " + damaged.getMessage());
  }

  private void check() throws IOException {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (entries.put(entry.getName(), entry) != null) {
        throw damaged(entry, "is there twice");
      }
    }
    if (!entries.containsKey(WorkbookParts.TYPES)) {
      return; // no workbook, says the library
    }
    WorkbookParts parts = new WorkbookParts();
    each(Stream.of(WorkbookParts.TYPES), parts::types);
    for (String workbook : parts.workbooks()) {
      each(Stream.of(workbook), parts::workbook);
      each(Stream.of(WorkbookParts.relationsOf(workbook)), parts.relations(workbook));
    }
    each(parts.styles().stream(), xml -> {});
    List<ZipArchiveEntry> withTexts = entries(parts.texts().stream());
    if (withTexts.size() > 1) {
      throw damaged(
          entries.get(WorkbookParts.TYPES),
          "says that both %s and %s have the shared texts; there is one such part"
              .formatted(shown(withTexts.get(0)), shown(withTexts.get(1))));
    }
    SharedTexts texts = new SharedTexts();
    each(parts.texts().stream(), texts);
    ImmutableIntArray lengths = texts.lengths();
    for (ZipArchiveEntry sheet : entries(parts.sheets())) {
      each(sheet, new SheetBounds(lengths, this::spend));
    }
  }

  /** Returns the parts that there are of some names, each once. */
  private List<ZipArchiveEntry> entries(Stream<String> names) {
    return names
        .map(name -> entries.get(name.startsWith("/") ? name.substring(1) : name))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(ZipArchiveEntry::getName))
        .toList();
  }

  private void each(Stream<String> names, PartEvents events) throws IOException {
    for (ZipArchiveEntry entry : entries(names)) {
      each(entry, events);
    }
  }

  private static String shown(ZipArchiveEntry entry) {
    return ShownValue.of(entry.getName());
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

  /**
   * Checks that a part is stored or deflated. Parts of a workbook are packed in no other way, by
   * annex B of ISO/IEC 29500-2; to unpack some of the others takes libraries that are not there.
   */
  private void requireMethod(ZipArchiveEntry entry) {
    int code = entry.getMethod();
    if (code != ZipArchiveEntry.STORED && code != ZipArchiveEntry.DEFLATED) {
      ZipMethod method = ZipMethod.getMethodByCode(code);
      throw damaged(
          entry,
          "is packed by method %s%s of zip files, but a part of a workbook is stored or deflated; save it as .xlsx again"
              .formatted(
                  code,
                  method == null || method == ZipMethod.UNKNOWN ? "" : " (%s)".formatted(method)));
    }
  }

  /** Reads a part to its end. */
  private void each(ZipArchiveEntry entry, PartEvents events) throws IOException {
    requireMethod(entry);
    try (InputStream bytes = zip.getInputStream(entry)) {
      InputStream in = new Counted(BoundedInput.ofUnpacked(bytes, left, budget));
      try {
        FewNamespaces namespaces = new FewNamespaces(WorkbookText.of(in));
        LineNumberReader text = new LineNumberReader(namespaces);
        try {
          ByteOrderMark.skip(text);
          XMLInputFactory factory = UntrustedXml.factory(2 * Limits.XML_DEPTH);
          each(factory.createXMLStreamReader(text), entry, namespaces, events);
        } catch (XMLStreamException | StrictText.BadByte | FewNamespaces.TooMany broken) {
          Throwable cause = cause(broken);
          if (cause instanceof BoundedInput.TooLarge large) {
            throw large;
          }
          if (cause instanceof FewNamespaces.TooMany many) {
            throw damaged(entry, Objects.requireNonNull(many.getMessage()));
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

  private void each(
      XMLStreamReader xml, ZipArchiveEntry entry, FewNamespaces namespaces, PartEvents events)
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
      namespaces.read(xml);
      events.read(xml);
    }
  }

  private void requireDepth(int depth, ZipArchiveEntry entry, XMLStreamReader xml) {
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

  private InvalidDossierException damaged(ZipArchiveEntry entry, String why) {
    return TableFiles.refused(file, "a damaged workbook: %s %s".formatted(shown(entry), why));
  }

  private static Problem problem(Path file, Problem.Code code, String message) {
    return FileErrors.problem(code, "", message, new Place(file.toString(), 1, 1));
  }
}
