package org.demarche.json.refiqda;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

/**
 * An untrusted {@code .qdpx} file. Nothing is unpacked to disk. Each entry is unpacked twice: once
 * to count its bytes, which may differ from the size that it states, and once to keep them.
 */
final class QdpxArchive implements Closeable {
  private static final int MOST_PROBLEMS = 20;
  private static final int ZIP = 0x504B0304;
  private static final int EMPTY_ZIP = 0x504B0506;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
  private static final String PROJECT = "project.qde";
  private static final ImmutableList<String> FOLDERS = ImmutableList.of("Sources/", "sources/", "");

  private final Path file;
  private final ZipFile zip;
  private final ImmutableMap<String, ZipEntry> entries;
  private final ImmutableListMultimap<String, String> byLowerCase;
  private final HeapBudget budget;
  private long left = Limits.PROJECT_BYTES;

  private QdpxArchive(
      Path file, ZipFile zip, ImmutableMap<String, ZipEntry> entries, HeapBudget budget) {
    this.budget = budget;
    this.file = file;
    this.zip = zip;
    this.entries = entries;
    this.byLowerCase = Multimaps.index(entries.keySet(), name -> name.toLowerCase(Locale.ROOT));
  }

  /** Opens a file and checks the names of its entries. */
  static QdpxArchive open(Path file, HeapBudget budget) throws IOException {
    requireZip(file);
    ZipFile zip = null;
    boolean isOpen = false;
    try {
      zip = new ZipFile(file.toFile());
      QdpxArchive archive = new QdpxArchive(file, zip, entries(file, zip), budget);
      isOpen = true;
      return archive;
    } finally {
      if (zip != null && !isOpen) {
        zip.close();
      }
    }
  }

  private static void requireZip(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is a directory");
    }
    byte[] magic;
    try (InputStream in = Files.newInputStream(file)) {
      magic = in.readNBytes(Integer.BYTES);
    }
    int value = 0;
    for (byte one : magic) {
      value = value << Byte.SIZE | (one & 0xFF);
    }
    if (value != ZIP && value != EMPTY_ZIP) {
      throw refused(
          file,
          Problem.Code.SYNTAX,
          "",
          "not a zip file, as a project in the REFI-QDA format is; export the project as .qdpx");
    }
  }

  private static ImmutableMap<String, ZipEntry> entries(Path file, ZipFile zip) {
    if (zip.size() > Limits.PROJECT_FILES) {
      throw refused(
          file,
          Problem.Code.TOO_LARGE,
          Integer.toString(zip.size()),
          "%s entries, more than the limit of %s".formatted(zip.size(), Limits.PROJECT_FILES));
    }
    Map<String, ZipEntry> byName = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    zip.stream()
        .forEach(
            entry -> {
              String name = entry.getName();
              if (leavesFolder(name)) {
                problems.add(
                    problem(
                        file,
                        Problem.Code.BAD_VALUE,
                        name,
                        "the entry '%s' names a file outside of the project; its path must be relative, with '/' and without '..'"
                            .formatted(name)));
              } else if (byName.putIfAbsent(name, entry) != null) {
                problems.add(
                    problem(
                        file,
                        Problem.Code.DUPLICATE_MEMBER,
                        name,
                        "duplicate entry '%s'".formatted(name)));
              }
            });
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(
          problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    }
    return ImmutableMap.copyOf(byName);
  }

  /** Returns whether a path climbs out of its folder, begins elsewhere, or does so on Windows. */
  static boolean leavesFolder(String path) {
    return path.startsWith("/")
        || path.indexOf('\\') >= 0
        || DRIVE.matcher(path).lookingAt()
        || path.indexOf('\0') >= 0
        || Splitter.on('/').splitToStream(path).anyMatch(".."::equals);
  }

  /** Returns the name in problems of something in this file. */
  String nameOf(String entry) {
    return file + "/" + entry;
  }

  /** Reads the project. */
  XmlElement project(String root, String namespace) throws IOException {
    ZipEntry entry = entries.get(PROJECT);
    if (entry == null) {
      throw refused(
          file,
          Problem.Code.MISSING,
          PROJECT,
          "a zip file without %s, so no project in the REFI-QDA format%s"
              .formatted(PROJECT, Nearest.hint(PROJECT, entries.keySet(), 3)));
    }
    measure(entry);
    try (InputStream in = zip.getInputStream(entry)) {
      return XmlDocument.read(in, nameOf(PROJECT), root, namespace);
    }
  }

  /**
   * Finds the entry of a text: in the folder of sources, or where the path says.
   *
   * @param path a relative path, as in {@code internal://1.txt}
   */
  Optional<String> find(String path) {
    return FOLDERS.stream()
        .map(folder -> folder + path)
        .filter(entries::containsKey)
        .findFirst()
        .or(() -> findIgnoringCase(path));
  }

  /** Finds the only entry that has a path but for capitals, which some programs change. */
  private Optional<String> findIgnoringCase(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    List<String> alike =
        Stream.of("sources/" + lower, lower).flatMap(it -> byLowerCase.get(it).stream()).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  /** Reads the text of an entry, which must be in UTF-8, with its byte order mark. */
  String text(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw ShownValue.refused("no entry " + name);
    }
    int size = (int) measure(entry);
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes(size);
    }
    Utf8Decoder decoder = new Utf8Decoder();
    String text = decoder.decode(bytes).toString();
    if (decoder.invalid().isPresent()) {
      Utf8Decoder.InvalidByte bad = decoder.invalid().get();
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw FileErrors.refused(
          FileErrors.problem(
              Problem.Code.SYNTAX,
              bad.value(),
              "the byte %s at offset %s is not part of a character in UTF-8, the encoding of texts in this format"
                  .formatted(bad.value(), bad.index()),
              new Problem.Place(nameOf(name), line, 1)));
    }
    return text;
  }

  /** Unpacks an entry without keeping it, and returns the number of its bytes. */
  private long measure(ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    long size;
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      size = BoundedInput.ofUnpacked(in, left, budget).transferTo(OutputStream.nullOutputStream());
    } catch (BoundedInput.TooLarge large) {
      throw refused(
          file,
          Problem.Code.TOO_LARGE,
          entry.getName(),
          "the project and its texts are larger than %s bytes when unpacked, at the entry '%s'; split the project"
              .formatted(Limits.PROJECT_BYTES, entry.getName()));
    }
    if (entry.getCrc() != sum.getValue()) {
      throw refused(
          file,
          Problem.Code.SYNTAX,
          entry.getName(),
          "a damaged zip file: the entry '%s' does not have its checksum"
              .formatted(entry.getName()));
    }
    left -= size;
    return size;
  }

  /** Returns the exception for a zip file that cannot be unpacked. */
  static InvalidDossierException damaged(Path file, IOException damaged) {
    return refused(
        file,
        Problem.Code.SYNTAX,
        "",
        "a damaged or truncated zip file: %s; export the project again"
            .formatted(Objects.toString(damaged.getMessage(), "unexpected end")));
  }

  private static InvalidDossierException refused(
      Path file, Problem.Code code, String value, String message) {
    return FileErrors.refused(problem(file, code, value, message));
  }

  private static Problem problem(Path file, Problem.Code code, String value, String message) {
    return FileErrors.problem(code, value, message, new Problem.Place(file.toString(), 1, 1));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
