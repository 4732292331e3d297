package org.demarche.json;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A writer of small projects in the format REFI-QDA 1.5, by its published schema. */
public final class QdpxSample {
  static final String ANA = "a0000000-0000-0000-0000-000000000001";
  static final String BO = "a0000000-0000-0000-0000-000000000002";
  static final String TRADE = "c0000000-0000-0000-0000-000000000001";
  static final String TARIFFS = "c0000000-0000-0000-0000-000000000002";
  static final String CLIMATE = "c0000000-0000-0000-0000-000000000003";

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Project name="Made up" xmlns="urn:QDA-XML:project:1.0">
      """;

  private static final String USERS =
      """
      <Users><User guid="%s" name="Ana"/><User guid="%s" name="Bo"/></Users>
      """
          .formatted(ANA, BO);

  private static final String CODES =
      """
      <CodeBook><Codes>
        <Code guid="%s" name="Trade" isCodable="false">
          <Code guid="%s" name="Tariffs" isCodable="true">
            <Description>Duties on goods</Description>
          </Code>
        </Code>
        <Code guid="%s" name="Climate" isCodable="true"/>
      </Codes></CodeBook>
      """
          .formatted(TRADE, TARIFFS, CLIMATE);

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private QdpxSample() {}

  /** Returns a project with two users, three codes, and the given elements after them. */
  public static QdpxSample of(String elements) {
    return ofXml(HEAD + USERS + CODES + elements + "</Project>");
  }

  /** Returns a project with nothing but the given elements. */
  static QdpxSample ofBare(String elements) {
    return ofXml(HEAD + elements + "</Project>");
  }

  /** Returns a project of any XML. */
  public static QdpxSample ofXml(String xml) {
    return new QdpxSample().with("project.qde", xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a file without a project. */
  public static QdpxSample empty() {
    return new QdpxSample();
  }

  /** Returns a project of one text, in a file of the folder of sources, with selections. */
  static QdpxSample ofText(String text, String... selections) {
    return of("<Sources>"
            + "<TextSource guid='d1' name='Doc' plainTextPath='internal://d1.txt'>"
            + String.join("", selections)
            + "</TextSource></Sources>")
        .withText("Sources/d1.txt", text);
  }

  /** Returns a selection with a coding; the name may be empty. */
  static String selection(String guid, String name, long start, long end) {
    return ("<PlainTextSelection guid='s-%1$s' name='%2$s' startPosition='%3$d' endPosition='%4$d'>"
            + "<Coding guid='%1$s' creatingUser='%5$s'><CodeRef targetGUID='%6$s'/></Coding>"
            + "</PlainTextSelection>\n")
        .formatted(guid, name, start, end, ANA, CLIMATE);
  }

  public QdpxSample withText(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public QdpxSample with(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  /** Writes the file, and returns it. */
  public Path write(Path file) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
