package org.demarche.json.snapshots;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.demarche.Tracker;
import org.demarche.index.IntReader;
import org.demarche.json.files.AtomicFile;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.Permissions;
import org.demarche.json.records.DossierAssembly;
import org.demarche.json.records.LinePool;
import org.demarche.json.records.LineReader;
import org.demarche.json.records.ReadLimits;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Occasion;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.snapshot.IndexedDossier;
import org.demarche.suggestion.ShownValue;

/** The file of a snapshot that is open. */
public final class SnapshotFile {
  /**
   * The version of the layout, of the index, and of the rules by which outcomes are noted in it.
   */
  static final int VERSION = 3;

  /** The bytes “demarche”. */
  static final long MARK = 0x6568_6372_616d_6564L;

  private static final String DESCRIPTION = "description";
  private static final String INDEX = "index";
  private static final String WORDS = "words";

  /** The names of the regions, in the order of the file. */
  private static final ImmutableList<String> REGIONS =
      ImmutableList.<String>builder()
          .add(DESCRIPTION)
          .addAll(RecordType.byName().keySet())
          .add(INDEX)
          .add(WORDS)
          .build();

  private static final int BUFFER = 1 << 16;

  static final int HEAD = 12;
  static final int TAIL = 24;

  private final Path file;

  /** The state of the snapshot when it was opened. */
  private final Origin.State written;

  private final Origin origin;
  private final ReadLimits limits;
  private final ImmutableMap<String, Integer> counts;

  /** The regions by the name of what they contain. */
  private final ImmutableMap<String, Region> regions;

  private SnapshotFile(
      Path file, Origin.State written, Supplier<MappedFile> mapped, IntReader directory, long end) {
    this.file = file;
    this.written = written;
    this.origin = Origin.read(directory);
    this.limits =
        new ReadLimits(
            directory.readLong(), directory.readInt(), directory.readInt(), directory.readInt());
    ImmutableMap.Builder<String, Integer> sizes = ImmutableMap.builder();
    RecordType.byName().keySet().forEach(type -> sizes.put(type, directory.readInt()));
    this.counts = sizes.buildOrThrow();
    ImmutableMap.Builder<String, Region> found = ImmutableMap.builder();
    long start = HEAD;
    for (String name : REGIONS) {
      Region region = new Region(mapped, start, directory);
      found.put(name, region);
      start = region.end();
    }
    require(start == end, "it lacks blocks, or has too many");
    this.regions = found.buildOrThrow();
  }

  /** Returns the version of this library, or an empty text if it runs from a folder of classes. */
  static String library() {
    Module module = SnapshotFile.class.getModule();
    Optional<String> version =
        module.isNamed()
            ? module.getDescriptor().rawVersion()
            : Optional.ofNullable(SnapshotFile.class.getPackage().getImplementationVersion());
    return version.orElse("");
  }

  private static void require(boolean expected, String otherwise) {
    if (!expected) {
      throw ShownValue.refused(otherwise);
    }
  }

  /**
   * Writes a snapshot, with the permissions of its origin.
   *
   * @param from the file from which it was made
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static void write(
      Path file, IndexedDossier indexed, Path from, Origin origin, ReadLimits limits) {
    requireReplaceable(file);
    AtomicFile.writeBytesLike(
        from,
        file,
        out -> {
          BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
          new SnapshotWriter(buffered).write(indexed, origin, limits);
          buffered.flush();
        });
  }

  /** Refuses to replace anything but a snapshot. */
  private static void requireReplaceable(Path file) {
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isSnapshot(file)) {
        throw new FileSystemException(
            file.toString(), null, "it is no snapshot, so it is left as it is");
      }
    } catch (IOException failed) {
      throw FileErrors.unwritable(file, failed);
    }
  }

  /** Returns whether a file begins or ends like a snapshot, which may be damaged or cut. */
  private static boolean isSnapshot(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] mark = MappedFile.bytes(Long.BYTES, buffer -> buffer.putLong(MARK));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      int length = (int) Math.min(size, mark.length);
      return Arrays.equals(MappedFile.bytes(channel, 0, length), Arrays.copyOf(mark, length))
          || Arrays.equals(MappedFile.bytes(channel, size - length, length), mark);
    }
  }

  /**
   * Opens a snapshot.
   *
   * @param from the file from which it was made
   * @param within the limits within which that file may be read
   * @throws IOException if one of the two files cannot be read
   * @throws RefusedSnapshotException if it is damaged, of another version or of another file
   */
  public static SnapshotFile open(Path file, Path from, ReadLimits within)
      throws IOException, RefusedSnapshotException {
    Origin.State written = Origin.State.of(file);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedSnapshotException(file.getFileName() + " is no file of its own");
    }
    if (!Files.isReadable(from)) {
      throw new AccessDeniedException(from.toString());
    }
    if (Permissions.isWider(file, from)) {
      throw new RefusedSnapshotException(
          "the snapshot had wider permissions than " + from.getFileName());
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Supplier<MappedFile> mapped = Suppliers.memoize(() -> mapped(channel));
      SnapshotFile opened = undamaged(() -> open(file, written, channel, mapped));
      opened.requireOf(from, within);
      undamaged(mapped::get); // now, so that one that is refused can be replaced
      return opened;
    }
  }

  private static MappedFile mapped(FileChannel channel) {
    try {
      return MappedFile.of(channel);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Refuses a snapshot of another file, or one whose file may not be read within some limits. */
  private void requireOf(Path from, ReadLimits within)
      throws IOException, RefusedSnapshotException {
    Optional<String> difference = origin.difference(from, written.modified());
    if (difference.isPresent()) {
      throw new RefusedSnapshotException(difference.get());
    }
    if (limits.maxBytes() > within.maxBytes()
        || limits.maxDepth() > within.maxDepth()
        || limits.maxText() > within.maxText()
        || limits.maxLine() > within.maxLine()) {
      throw new RefusedSnapshotException(from.getFileName() + " was read within wider limits");
    }
  }

  /** Reads a file that may be damaged in any way. */
  private interface Reading<V> {
    V read() throws IOException, RefusedSnapshotException;
  }

  private static <V> V undamaged(Reading<V> reading) throws IOException, RefusedSnapshotException {
    try {
      return reading.read();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } catch (RuntimeException | InternalError damaged) { // such bytes may lead anywhere
      throw new RefusedSnapshotException("the snapshot is damaged: " + damaged.getMessage());
    }
  }

  private static SnapshotFile open(
      Path file, Origin.State written, FileChannel channel, Supplier<MappedFile> mapped)
      throws IOException, RefusedSnapshotException {
    ByteBuffer head = MappedFile.buffer(MappedFile.bytes(channel, 0, HEAD));
    require(head.getLong() == MARK, "it does not begin as one");
    int version = head.getInt();
    if (version != VERSION) {
      throw new RefusedSnapshotException(
          "the snapshot is of version %s, and this library reads version %s"
              .formatted(version, VERSION));
    }
    ByteBuffer tail = MappedFile.buffer(MappedFile.bytes(channel, channel.size() - TAIL, TAIL));
    long start = tail.getLong();
    byte[] bytes = MappedFile.bytes(channel, start, tail.getInt());
    require(Region.checksum(bytes) == tail.getInt(), "its directory is not what was written");
    require(tail.getLong() == MARK, "it is cut");
    IntReader directory = directory(MappedFile.buffer(bytes).asIntBuffer());
    String library = new String(directory.readBytes(), StandardCharsets.UTF_8);
    if (!library.equals(library())) {
      throw new RefusedSnapshotException(
          "the snapshot was made by version “%s” of the library, and this is “%s”"
              .formatted(library, library()));
    }
    return new SnapshotFile(file, written, mapped, directory, start);
  }

  private static IntReader directory(IntBuffer ints) {
    return count -> {
      require(count >= 0 && count <= ints.remaining(), "its directory is too short");
      int[] some = new int[count];
      ints.get(some);
      return some;
    };
  }

  /**
   * Returns a Tracker of the dossier. If a block that is read later is damaged, the snapshot is
   * deleted, so that it is made anew.
   *
   * @param again returns the dossier for the records of damaged blocks
   * @throws IOException if the description cannot be read
   * @throws RefusedSnapshotException if anything that is read now is damaged
   */
  public Tracker tracker(Supplier<Dossier> again) throws IOException, RefusedSnapshotException {
    AtomicBoolean isOpen = new AtomicBoolean();
    Supplier<Dossier> instead =
        Suppliers.memoize(
            () -> {
              require(isOpen.get(), "a record is not what was written");
              Dossier dossier = again.get();
              delete();
              return dossier;
            });
    LinePool lines = new LinePool(limits);
    return undamaged(
        () -> {
          IndexedDossier indexed =
              IndexedDossier.read(
                  description(),
                  records(Source.class, lines, instead),
                  records(Actor.class, lines, instead),
                  records(Occasion.class, lines, instead),
                  records(Proposition.class, lines, instead),
                  records(Claim.class, lines, instead),
                  region(INDEX).ints(),
                  words());
          Tracker tracker = indexed.tracker();
          isOpen.set(true);
          return tracker;
        });
  }

  /** Returns the words of the quotations. */
  private IntReader words() {
    IntReader words = region(WORDS).ints();
    return count -> {
      try {
        return words.read(count);
      } catch (IllegalArgumentException damaged) {
        delete();
        throw damaged;
      }
    };
  }

  /** Deletes the snapshot, unless it was replaced meanwhile. */
  private void delete() {
    try {
      if (Origin.State.of(file).equals(written)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException kept) {
      // in a folder that may not be written; the next Tracker will find the damage again
    }
  }

  private Region region(String name) {
    return Objects.requireNonNull(regions.get(name));
  }

  private Description description() throws IOException {
    DossierAssembly alone = new DossierAssembly();
    LineReader.read(
        ByteSource.wrap(region(DESCRIPTION).block(0)), file.toString(), ReadLimits.DEFAULT, alone);
    return alone.dossier(Optional.empty()).description();
  }

  private <R extends DossierRecord> List<R> records(
      Class<R> type, LinePool lines, Supplier<Dossier> instead) {
    RecordType<R> recordType = RecordType.of(type);
    return new StoredRecords<>(
        recordType,
        Objects.requireNonNull(counts.get(recordType.name())),
        region(recordType.name()),
        lines,
        index -> recordType.get().apply(instead.get()).get(index));
  }

  /** Returns whether the file from which the snapshot was made has the content that it had then. */
  public boolean isOf(Path from) throws IOException {
    return origin.differenceInContent(from).isEmpty();
  }

  /** Returns every problem of the snapshot, found by reading all of it and its origin. */
  public ImmutableList<Problem> verify(Path from) throws IOException {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    origin
        .differenceInContent(from)
        .ifPresent(difference -> problems.add(problem(file, difference)));
    regions.forEach(
        (name, region) -> {
          for (int block = 0; block < region.blocks(); block++) {
            if (!region.isIntact(block)) {
              problems.add(
                  problem(
                      file,
                      "block %s of %s of the %s region is damaged"
                          .formatted(block + 1, region.blocks(), name)));
            }
          }
        });
    return problems.build();
  }

  /** Returns a problem of a snapshot. */
  public static Problem problem(Path file, String message) {
    return FileErrors.problem(
        Problem.Code.DAMAGED, "", message, new Problem.Place(file.toString(), 1, 1));
  }
}
