package org.demarche.json.snapshots;

import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    out.write(
        MappedFile.bytes(
            SnapshotFile.HEAD,
            head -> head.putLong(SnapshotFile.MARK).putInt(SnapshotFile.VERSION)));
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
    out.write(
        MappedFile.bytes(
            SnapshotFile.TAIL,
            tail ->
                tail.putLong(position)
                    .putInt(block.length)
                    .putInt(Region.checksum(block))
                    .putLong(SnapshotFile.MARK)));
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] block(ImmutableIntArray ints) {
    return MappedFile.bytes(
        Math.multiplyExact(Integer.BYTES, ints.length()), bytes -> ints.forEach(bytes::putInt));
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
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[Integer.BYTES * (records.size() + 1)]); // for the places
    ImmutableIntArray.Builder places = ImmutableIntArray.builder().add(block.size());
    for (DossierRecord record : records) {
      byte[] line = bytes(LineWriter.line(record).stripTrailing());
      if (block.size() + (long) line.length > LONGEST_BLOCK) {
        throw new IOException("records up to " + record.id() + " are too long for a snapshot");
      }
      block.writeBytes(line);
      places.add(block.size());
    }
    byte[] whole = block.toByteArray();
    places.build().forEach(MappedFile.buffer(whole)::putInt);
    return whole;
  }
}
