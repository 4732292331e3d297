package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipException;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.text.Nearest;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads dossiers within bounds. {@link Dossiers} reads with the usual ones; who reads what is not
 * to be trusted sets narrower ones, and who reads what is very large sets wider ones.
 *
 * <p>A file whose name ends in {@code .jsonl} holds a record a line, any other one document; either
 * may be packed with gzip, whatever its name.
 *
 * <pre>{@code
 * Dossiers.reader().maxBytes(1 << 20).read(Path.of("upload.json"))
 * Dossiers.reader().keepBeforeTear(torn -> log(torn)).read(Path.of("claims.jsonl"))
 * }</pre>
 */
public final class DossierReader {
  private static final long MAX_BYTES = 4L << 30;
  private static final int MAX_DEPTH = 500;
  private static final int MAX_LINE = 64 << 20;

  /** What an array holds. */
  private static final int MOST_AT_ONCE = Integer.MAX_VALUE - 16;

  private final long maxBytes;
  private final int maxDepth;
  private final int maxText;
  private final int maxLine;
  private final Optional<Consumer<Problem>> onTear;

  private DossierReader(
      long maxBytes, int maxDepth, int maxText, int maxLine, Optional<Consumer<Problem>> onTear) {
    this.maxBytes = maxBytes;
    this.maxDepth = maxDepth;
    this.maxText = maxText;
    this.maxLine = maxLine;
    this.onTear = onTear;
  }

  static DossierReader usual() {
    return new DossierReader(MAX_BYTES, MAX_DEPTH, Integer.MAX_VALUE, MAX_LINE, Optional.empty());
  }

  /**
   * Refuses files of more bytes, counted after unpacking: 4 GiB unless said.
   *
   * @param most 1 or more
   */
  public DossierReader maxBytes(long most) {
    return new DossierReader(atLeastOne(most), maxDepth, maxText, maxLine, onTear);
  }

  /**
   * Refuses lists and objects that stand deeper in one another: 500 unless said.
   *
   * @param most 1 or more; a dossier needs 6
   */
  public DossierReader maxDepth(int most) {
    return new DossierReader(maxBytes, (int) atLeastOne(most), maxText, maxLine, onTear);
  }

  /**
   * Refuses longer texts: without a bound of their own unless said, since a source may be a book.
   *
   * @param most in UTF-16 units, 1 or more
   */
  public DossierReader maxText(int most) {
    return new DossierReader(maxBytes, maxDepth, (int) atLeastOne(most), maxLine, onTear);
  }

  /**
   * Refuses longer lines of a {@code .jsonl}: 64 MiB unless said.
   *
   * @param most in bytes, 1 or more
   */
  public DossierReader maxLine(int most) {
    return new DossierReader(maxBytes, maxDepth, maxText, (int) atLeastOne(most), onTear);
  }

  private static long atLeastOne(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("a bound of " + most + ": it must be 1 or more");
    }
    return most;
  }

  /**
   * Keeps what stands before a last line that is torn, rather than to refuse the file: a writer was
   * stopped before it had acknowledged that line.
   *
   * @param told is given what is torn off, with its offset in bytes
   */
  public DossierReader keepBeforeTear(Consumer<Problem> told) {
    return new DossierReader(maxBytes, maxDepth, maxText, maxLine, Optional.of(told));
  }

  // Reading whole

  /**
   * Reads a dossier from files, or from all files in folders whose names end in {@code .json},
   * {@code .jsonl} or either with {@code .gz}. Records of one id in two files, or in two lines of
   * one, must be equal, but the evidence of a claim unites.
   *
   * @throws UncheckedIOException if something is not there or cannot be read
   * @throws InvalidDossierException with every problem, if the files hold no valid dossier; or with
   *     one, if they are too large for the heap: it estimates how much they take
   */
  public Dossier read(Path first, Path... more) {
    List<Path> files = new ArrayList<>();
    for (Path path : Lists.asList(first, more)) {
      files.addAll(files(path));
    }
    HeapBudget room = new HeapBudget(Runtime.getRuntime().maxMemory());
    try {
      return gathered(files, room);
    } catch (OutOfMemoryError full) { // what was gathered is let go by now
      throw refused(room.full(files.get(0).toString()));
    }
  }

  private Dossier gathered(List<Path> files, HeapBudget room) {
    DossierAssembly gathering = new DossierAssembly();
    for (Path file : files) {
      ByteSource bytes = MoreFiles.asByteSource(file);
      Optional<Problem> tooLarge =
          bytes.sizeIfKnown().toJavaUtil().flatMap(size -> room.take(file.toString(), size));
      if (tooLarge.isPresent()) {
        throw refused(tooLarge.get());
      }
      gather(bytes, file.toString(), gathering);
    }
    return gathering.dossier();
  }

  /**
   * Reads a dossier from a stream of bytes, to its end. The stream is left open.
   *
   * @param name what to call it where a problem is reported; where it ends in {@code .jsonl} or
   *     {@code .jsonl.gz} a record a line is read
   * @throws UncheckedIOException if the stream cannot be read
   * @throws InvalidDossierException with every problem, if it holds no valid dossier
   */
  public Dossier read(InputStream in, String name) {
    DossierAssembly gathering = new DossierAssembly();
    try {
      gather(
          ByteSource.wrap(BoundedInput.of(in, Math.min(maxBytes, MOST_AT_ONCE)).readAllBytes()),
          name,
          gathering);
    } catch (BoundedInput.TooLarge large) {
      throw refused(tooLarge(large, name));
    } catch (IOException failed) {
      throw unreadable(name, failed);
    }
    return gathering.dossier();
  }

  Dossier parse(String json) {
    DossierAssembly gathering = new DossierAssembly();
    new DocumentReader(json, "text", json()).read(gathering);
    return gathering.dossier();
  }

  private void gather(ByteSource bytes, String file, DossierAssembly into) {
    try {
      if (isOfLines(file)) {
        lines(bytes, file, into);
      } else {
        document(bytes, file, into);
      }
    } catch (BoundedInput.TooLarge large) {
      into.refuse(tooLarge(large, file));
    } catch (IOException failed) {
      throw unreadable(file, failed);
    }
  }

  private void document(ByteSource source, String file, DossierAssembly into) throws IOException {
    try (BoundedInput in = BoundedInput.of(source.openStream(), Math.min(maxBytes, MOST_AT_ONCE))) {
      byte[] bytes = in.readAllBytes();
      Utf8Decoder utf8 = new Utf8Decoder();
      String text = utf8.decode(bytes, 0, bytes.length, 0, 0, file).toString();
      if (utf8.problem().isPresent()) {
        into.refuse(utf8.problem().get());
        return;
      }
      new DocumentReader(text, file, json()).read(into);
    }
  }

  private void lines(ByteSource source, String file, DossierAssembly into) throws IOException {
    try (LineReader lines =
        new LineReader(
            BoundedInput.of(source.openStream(), maxBytes), file, json(), maxLine, false)) {
      into.begin(new PartOfLines(source, file), lines.cursor());
      for (Optional<DossierRecord> item = lines.next(); item.isPresent(); item = lines.next()) {
        add(lines.kind(), item.get(), lines.line(), into);
      }
      lines.torn().ifPresent(torn -> torn(torn, into));
    }
  }

  private static <R extends DossierRecord> void add(
      RecordType<R> kind, DossierRecord item, int line, DossierAssembly into) {
    into.add(kind, kind.type().cast(item), line);
  }

  private void torn(Problem torn, DossierAssembly into) {
    onTear.ifPresentOrElse(told -> told.accept(torn), () -> into.refuse(torn));
  }

  /** A file of lines, which is read again where a place in it is wanted. */
  private final class PartOfLines implements DossierAssembly.Part {
    private final ByteSource source;
    private final String file;

    PartOfLines(ByteSource source, String file) {
      this.source = source;
      this.file = file;
    }

    @Override
    public boolean unites() {
      return true;
    }

    @Override
    public List<Problem> placed(Map<Problem, Integer> at) {
      try (LineReader lines =
          new LineReader(
              BoundedInput.of(source.openStream(), maxBytes), file, json(), maxLine, false)) {
        return lines.placed(at);
      } catch (IOException failed) {
        throw unreadable(file, failed);
      }
    }
  }

  // Reading one by one

  /**
   * Reads the records of a {@code .jsonl} one by one, in constant memory. Only what one record can
   * know is checked. Close the stream when done.
   *
   * @return a stream that throws {@link InvalidDossierException} at the first line that holds no
   *     record, and at a torn last line unless what stands before it is kept
   * @throws UncheckedIOException if the file is not there or cannot be read
   */
  public Stream<DossierRecord> items(Path file) {
    if (!isOfLines(file.toString())) {
      throw new IllegalArgumentException(
          file
              + ": records are read one by one from a .jsonl, a record a line; read(…) reads this");
    }
    try {
      LineReader lines =
          new LineReader(
              BoundedInput.of(Files.newInputStream(file), maxBytes),
              file.toString(),
              json(),
              maxLine,
              true);
      Iterator<DossierRecord> items = new Items(lines, file.toString());
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(
                  items, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
              false)
          .onClose(() -> close(lines, file.toString()));
    } catch (IOException failed) {
      throw unreadable(file.toString(), failed);
    }
  }

  private static void close(LineReader lines, String file) {
    try {
      lines.close();
    } catch (IOException failed) {
      throw unreadable(file, failed);
    }
  }

  private final class Items implements Iterator<DossierRecord> {
    private final LineReader lines;
    private final String file;
    private Optional<DossierRecord> next = Optional.empty();
    private boolean ended;

    Items(LineReader lines, String file) {
      this.lines = lines;
      this.file = file;
    }

    @Override
    public boolean hasNext() {
      if (next.isEmpty() && !ended) {
        try {
          next = lines.next();
        } catch (BoundedInput.TooLarge large) {
          throw refused(tooLarge(large, file));
        } catch (IOException failed) {
          throw unreadable(file, failed);
        }
        if (!lines.cursor().problems().isEmpty()) {
          throw new InvalidDossierException(lines.cursor().problems());
        }
        ended = next.isEmpty();
        if (ended) {
          lines
              .torn()
              .ifPresent(
                  torn ->
                      onTear
                          .orElse(
                              refused -> {
                                throw refused(refused);
                              })
                          .accept(torn));
        }
      }
      return next.isPresent();
    }

    @Override
    public DossierRecord next() {
      if (!hasNext()) {
        throw new NoSuchElementException(file + " has no more records");
      }
      DossierRecord item = next.orElseThrow();
      next = Optional.empty();
      return item;
    }
  }

  // Files

  static boolean isOfLines(String file) {
    return unpacked(file).endsWith(".jsonl");
  }

  private static boolean isDossier(String file) {
    return isOfLines(file) || unpacked(file).endsWith(".json");
  }

  /** A name without the ending of gzip. */
  static String unpacked(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  /** The file itself, or the files of a folder in the order of their paths. */
  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return ImmutableList.of(path);
    }
    try (Stream<Path> within = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          within
              .filter(file -> isDossier(file.toString()))
              .filter(file -> !Files.isDirectory(file))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new UncheckedIOException(
            new FileSystemException(
                path.toString(), null, "the folder holds no .json or .jsonl, packed or not"));
      }
      return files;
    } catch (UncheckedIOException failed) {
      throw unreadable(path.toString(), Objects.requireNonNull(failed.getCause()));
    } catch (IOException failed) {
      throw unreadable(path.toString(), failed);
    }
  }

  private JsonFactory json() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxStringLength(maxText)
                .maxNameLength(maxText)
                .maxNumberLength(maxText)
                .build())
        .build();
  }

  // Failing

  private static InvalidDossierException refused(Problem problem) {
    return new InvalidDossierException(List.of(problem));
  }

  private static Problem tooLarge(BoundedInput.TooLarge large, String file) {
    return BoundedInput.problem(
        Problem.Code.TOO_LARGE,
        "",
        Objects.requireNonNull(large.getMessage()),
        new Place(file, 1, 1));
  }

  static UncheckedIOException unreadable(String file, IOException failed) {
    String why;
    if (failed instanceof NoSuchFileException) {
      why = "no such file" + nearest(Path.of(file));
    } else if (failed instanceof FileSystemLoopException loop) {
      why = "links in it lead in a circle, at " + loop.getFile();
    } else if (failed instanceof EOFException || failed instanceof ZipException) {
      why = "it is packed with gzip and breaks off or is damaged: " + failed.getMessage();
    } else if (failed instanceof FileSystemException system) {
      why = system.getReason() == null ? "it cannot be read" : system.getReason();
    } else {
      why = "it cannot be read: " + failed.getMessage();
    }
    return new UncheckedIOException(file + ": " + why, failed);
  }

  private static String nearest(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || file.getFileName() == null || !Files.isDirectory(folder)) {
      return "; there is no folder " + folder;
    }
    try (Stream<Path> beside = Files.list(folder)) {
      List<String> names = beside.map(p -> p.getFileName().toString()).sorted().toList();
      return Nearest.hint(file.getFileName().toString(), names, 3);
    } catch (IOException unlisted) {
      return "";
    }
  }
}
