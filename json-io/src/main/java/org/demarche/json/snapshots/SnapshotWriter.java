package org.demarche.json.snapshots;

import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.demarche.index.IntWriter;
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
    IntWriter facts = directory::addAll;
    facts.writeBytes(SnapshotFile.library().getBytes(StandardCharsets.UTF_8));
    origin.writeTo(facts);
    facts.writeLong(limits.maxBytes());
    facts.write(limits.maxDepth(), limits.maxText(), limits.maxLine());
    for (RecordType<?> type : RecordType.byName().values()) {
      facts.write(type.get().apply(dossier).size());
    }
    region(region -> region.add(bytes(LineWriter.line(dossier.description()))));
    for (RecordType<?> type : RecordType.byName().values()) {
      region(region -> records(type.get().apply(dossier), region));
    }
    region(region -> ints(indexed::writeTo, region));
    region(region -> ints(indexed::writeWordsTo, region));
    byte[] block = block(directory.build());
    out.write(block);
    ByteBuffer tail = MappedFile.buffer(new byte[SnapshotFile.TAIL]);
    tail.putLong(position).putInt(block.length).putInt(Region.checksum(block));
    out.write(tail.putLong(SnapshotFile.MARK).array());
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] block(ImmutableIntArray ints) {
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
    region.end(directory::addAll);
    position += region.size();
  }

  private static void ints(Consumer<IntWriter> writing, RegionOutput region) throws IOException {
    try {
      writing.accept(region::add);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } catch (ArithmeticException overflow) {
      throw new IOException("the dossier is too large for a snapshot", overflow);
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
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(places.array()); // to be overwritten
    places.putInt(block.size());
    for (DossierRecord record : records) {
      byte[] line = bytes(LineWriter.line(record).stripTrailing());
      if (block.size() + (long) line.length > LONGEST_BLOCK) {
        throw new IOException("records up to " + record.id() + " are too long for a snapshot");
      }
      block.writeBytes(line);
      places.putInt(block.size());
    }
    byte[] whole = block.toByteArray();
    System.arraycopy(places.array(), 0, whole, 0, places.capacity());
    return whole;
  }
}
