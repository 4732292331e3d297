package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.TEXT;

import java.util.Map;
import org.demarche.json.records.RecordType;
import org.demarche.json.records.ValueWriter;
import org.demarche.model.DossierDifferences;
import org.demarche.model.DossierDifferences.AlteredRecord;
import org.demarche.model.DossierRecord;
import tools.jackson.core.JsonGenerator;

/** Writers of the differences between two dossiers: each record with its type around it. */
final class DossierDifferenceMembers {
  private DossierDifferenceMembers() {}

  /** Writes what was altered: the values of each member in both dossiers, as texts. */
  static final ValueWriter<AlteredRecord> ALTERED = new Altered();

  /** Writes the records that were added and removed, as on their lines, and those altered. */
  static final ValueWriter<DossierDifferences> DIFFERENCES = new Differences();

  private static final class Altered implements ValueWriter<AlteredRecord> {
    @Override
    public void write(AlteredRecord record, JsonGenerator out) {
      out.writeStartObject();
      out.writeName("type");
      TEXT.write(RecordType.of(record.after()).name(), out);
      out.writeName("id");
      TEXT.write(record.after().id(), out);
      write("before", record.valuesBefore(), out);
      write("after", record.valuesAfter(), out);
      out.writeEndObject();
    }

    private static void write(String name, Map<String, String> values, JsonGenerator out) {
      out.writeName(name);
      out.writeStartObject();
      values.forEach(out::writeStringProperty);
      out.writeEndObject();
    }

    @Override
    public void schema(JsonGenerator out) {
      out.writeStringProperty("type", "object");
    }
  }

  private static final class Differences implements ValueWriter<DossierDifferences> {
    private static final ValueWriter<DossierRecord> RECORD = new Line();

    @Override
    public void write(DossierDifferences differences, JsonGenerator out) {
      out.writeStartObject();
      out.writeName("added");
      ValueWriter.list(RECORD).write(differences.added(), out);
      out.writeName("removed");
      ValueWriter.list(RECORD).write(differences.removed(), out);
      out.writeName("altered");
      ValueWriter.list(ALTERED).write(differences.altered(), out);
      out.writeEndObject();
    }

    @Override
    public void schema(JsonGenerator out) {
      out.writeStringProperty("type", "object");
    }
  }

  /** A writer of a record with its type around it. */
  private static final class Line implements ValueWriter<DossierRecord> {
    @Override
    public void write(DossierRecord record, JsonGenerator out) {
      RecordType<?> type = RecordType.of(record);
      out.writeStartObject();
      out.writeName(type.name());
      type.write(record, out);
      out.writeEndObject();
    }

    @Override
    public void schema(JsonGenerator out) {
      out.writeStringProperty("type", "object");
    }
  }
}
