package org.demarche.json.records;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.demarche.json.files.LineSplitter;

/**
 * The blocks of a stream, some of which are read ahead, so that several threads can read the
 * records of their lines. The blocks come in order, each with its records. The thread that asks for
 * them reads records too.
 */
final class BlocksAhead implements LineSplitter.Blocks {
  private static final int BLOCK = 1 << 16;

  /** The number of blocks that are read ahead for each further thread. */
  private static final int PER_THREAD = 8;

  private final InputStream in;
  private final Supplier<LineRecords> readers;
  private final int most;
  private final Queue<LineRecords> idle = new ConcurrentLinkedQueue<>();
  private final Deque<FutureTask<Block>> ahead = new ArrayDeque<>();

  /** The arrays of blocks that are no longer in use. */
  private final Deque<byte[]> free = new ArrayDeque<>();

  private boolean startsLine = true;
  private boolean ended;
  private Optional<IOException> failure = Optional.empty();
  private Block current = new Block(ByteBuffer.allocate(0), List.of());
  private int next;

  private BlocksAhead(InputStream in, Supplier<LineRecords> readers, int threads) {
    this.in = in;
    this.readers = readers;
    this.most = 1 + PER_THREAD * (threads - 1);
  }

  /** Returns the blocks of a stream, none of which is read before it is asked for. */
  static BlocksAhead oneByOne(InputStream in, Supplier<LineRecords> readers) {
    return new BlocksAhead(in, readers, 1);
  }

  /** Returns the blocks of a stream, whose records are read on as many threads as there are. */
  static BlocksAhead of(InputStream in, Supplier<LineRecords> readers) {
    int others =
        Math.min(
            Runtime.getRuntime().availableProcessors() - 1,
            ForkJoinPool.getCommonPoolParallelism());
    return new BlocksAhead(in, readers, 1 + others);
  }

  /** A block, and the records of the lines that lie within it. */
  private record Block(ByteBuffer bytes, List<LineRecords.Found> records) {}

  @Override
  public ByteBuffer next() throws IOException {
    readAhead();
    if (ahead.isEmpty() && failure.isPresent()) {
      throw failure.get();
    }
    if (current.bytes().hasRemaining()) {
      free.add(current.bytes().array());
    }
    current = ahead.isEmpty() ? new Block(ByteBuffer.allocate(0), List.of()) : first();
    next = 0;
    return current.bytes();
  }

  /** Returns the record of the current line, unless a parser has to read the line. */
  Optional<LineRecords.Found> record(LineSplitter lines) {
    if (!lines.isWithinBlock()) {
      LineRecords reader = reader();
      Optional<LineRecords.Found> found = reader.read(lines.array(), lines.first(), lines.length());
      idle.add(reader);
      return found;
    }
    List<LineRecords.Found> records = current.records();
    while (next < records.size() && records.get(next).first() < lines.first()) {
      next++;
    }
    return next < records.size() && records.get(next).first() == lines.first()
        ? Optional.of(records.get(next))
        : Optional.empty();
  }

  private LineRecords reader() {
    return Optional.ofNullable(idle.poll()).orElseGet(readers);
  }

  private void readAhead() {
    while (ahead.size() < most && !ended) {
      byte[] bytes = free.isEmpty() ? new byte[BLOCK] : free.remove();
      int length = 0;
      try {
        length = Math.max(0, in.read(bytes));
      } catch (IOException failed) {
        failure = Optional.of(failed); // thrown after the blocks before it
      }
      ended = length == 0;
      if (!ended) {
        add(bytes, length);
      }
    }
  }

  private void add(byte[] bytes, int length) {
    boolean beginsLine = startsLine;
    startsLine = bytes[length - 1] == '\n';
    FutureTask<Block> task =
        new FutureTask<>(
            () -> new Block(ByteBuffer.wrap(bytes, 0, length), records(bytes, length, beginsLine)));
    if (!ahead.isEmpty()) {
      ForkJoinPool.commonPool().execute(task);
    }
    ahead.add(task);
  }

  private List<LineRecords.Found> records(byte[] bytes, int length, boolean beginsLine) {
    LineRecords reader = reader();
    List<LineRecords.Found> found = new ArrayList<>();
    int first = beginsLine ? 0 : -1;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        if (first >= 0) {
          reader.read(bytes, first, i - first).ifPresent(found::add);
        }
        first = i + 1;
      }
    }
    idle.add(reader);
    return found;
  }

  /** Removes the first block, and reads records of later ones while another thread reads its. */
  private Block first() {
    FutureTask<Block> first = ahead.element();
    for (FutureTask<Block> task : ahead) {
      if (first.isDone()) {
        break;
      }
      task.run(); // without effect if it was begun already
    }
    ahead.remove();
    try {
      return requireNonNull(Uninterruptibles.getUninterruptibly(first));
    } catch (ExecutionException failed) {
      Throwables.throwIfUnchecked(requireNonNull(failed.getCause()));
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    ahead.forEach(task -> task.cancel(false));
    ahead.clear();
    in.close();
  }
}
