package org.demarche.json.snapshots;

import com.google.common.base.Utf8;
import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.demarche.json.records.LineWriter;
import org.demarche.json.records.ReadLimits;
import org.demarche.json.records.RecordType;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.snapshot.IndexedDossier;

/** The writer of the regions of a snapshot and of their directory, in memory for one block. */
final class SnapshotWriter {
  private static final long LONGEST_BLOCK = 1L << 30;

  private final OutputStream out;
  private final ImmutableIntArray.Builder directory = ImmutableIntArray.builder();
  private long position;

  SnapshotWriter(OutputStream out) {
    this.out = out;
  }

  void write(IndexedDossier indexed, Origin origin, ReadLimits limits) throws IOException {
    Dossier dossier = indexed.dossier();
    ByteBuffer head = MappedFile.buffer(new byte[SnapshotFile.HEAD]);
    out.write(head.putLong(SnapshotFile.MARK).putInt(SnapshotFile.VERSION).array());
    position = SnapshotFile.HEAD;
    origin.writeTo(directory);
    Origin.add(limits.maxBytes(), directory);
    directory.add(limits.maxDepth()).add(limits.maxText()).add(limits.maxLine());
    for (RecordType<?> type : RecordType.byName().values()) {
      directory.add(type.get().apply(dossier).size());
    }
    region(
        region ->
            region.add(LineWriter.line(dossier.description()).getBytes(StandardCharsets.UTF_8)));
    for (RecordType<?> type : RecordType.byName().values()) {
      region(region -> records(type.get().apply(dossier), region));
    }
    region(region -> ints(indexed::writeTo, region));
    region(region -> ints(indexed::writeWordsTo, region));
    byte[] block = bytes(directory.build());
    out.write(block);
    ByteBuffer tail = MappedFile.buffer(new byte[SnapshotFile.TAIL]);
    tail.putLong(position).putInt(block.length).putInt(Region.checksum(block));
    out.write(tail.putLong(SnapshotFile.MARK).array());
  }

  private static byte[] bytes(ImmutableIntArray ints) {
    ByteBuffer bytes = MappedFile.buffer(new byte[Integer.BYTES * ints.length()]);
    ints.forEach(bytes::putInt);
    return bytes.array();
  }

  private interface Content {
    void writeTo(RegionOutput region) throws IOException;
  }

  private void region(Content content) throws IOException {
    RegionOutput region = new RegionOutput(out);
    content.writeTo(region);
    region.end(directory);
    position += region.size();
  }

  private static void ints(Consumer<Consumer<int[]>> writing, RegionOutput region)
      throws IOException {
    try {
      writing.accept(region::add);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getCause());
    }
  }

  private static void records(List<? extends DossierRecord> records, RegionOutput region)
      throws IOException {
    for (int start = 0; start < records.size(); start += StoredRecords.PER_BLOCK) {
      region.add(
          block(records.subList(start, Math.min(records.size(), start + StoredRecords.PER_BLOCK))));
    }
  }

  private static byte[] block(List<? extends DossierRecord> records) throws IOException {
    ByteBuffer places = MappedFile.buffer(new byte[Integer.BYTES * (records.size() + 1)]);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    long end = places.putInt(places.capacity()).capacity();
    for (DossierRecord record : records) {
      String line = LineWriter.line(record).stripTrailing();
      end += Utf8.encodedLength(line);
      if (end > LONGEST_BLOCK) {
        throw new IOException("records up to " + record.id() + " are too long for a snapshot");
      }
      lines.writeBytes(line.getBytes(StandardCharsets.UTF_8));
      places.putInt((int) end);
    }
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(places.array());
    lines.writeTo(block);
    return block.toByteArray();
  }
}
