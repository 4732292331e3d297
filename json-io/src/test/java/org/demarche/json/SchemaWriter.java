package org.demarche.json;

import java.io.StringWriter;
import org.demarche.json.answers.AnswerRegistry;
import org.demarche.json.answers.AnswerType;
import org.demarche.json.records.CanonicalPrinter;
import org.demarche.json.records.FormatVersion;
import org.demarche.json.records.RecordCodecs;
import org.demarche.json.records.RecordType;
import org.demarche.json.records.ValueWriter;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the JSON Schemas (draft 2020-12) of documents, lines and answers, from the same
 * descriptions from which records are read and answers are written.
 */
final class SchemaWriter {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private SchemaWriter() {}

  /** Writes members of an object. */
  private interface Members {
    void write(JsonGenerator out);
  }

  private static String schema(String name, String description, Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      out.writeStartObject();
      out.writeStringProperty("$schema", DRAFT);
      out.writeStringProperty("$id", "urn:demarche:" + name + ":" + FormatVersion.NUMBER);
      out.writeStringProperty("description", description);
      out.writeStringProperty("type", "object");
      members.write(out);
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /** Returns the schema of a {@code dossier.json}. */
  static String ofDocument() {
    return schema(
        "dossier",
        "A dossier: who is reported to have said what, when, and how it is known.",
        out -> {
          dossier(out);
          recordDefinitions(out);
        });
  }

  private static void dossier(JsonGenerator out) {
    out.writeName("properties");
    out.writeStartObject();
    version(out);
    RecordCodecs.DESCRIPTION.memberSchemas(out);
    for (RecordType<?> type : RecordType.byName().values()) {
      out.writeName(type.list());
      out.writeStartObject();
      out.writeStringProperty("type", "array");
      out.writeName("items");
      reference(type, out);
      out.writeEndObject();
    }
    out.writeEndObject();
    requireVersion(out);
    out.writeBooleanProperty("additionalProperties", false);
  }

  /** Writes the records beside an answer, which are a dossier. */
  private static void records(JsonGenerator out) {
    out.writeName("records");
    out.writeStartObject();
    out.writeStringProperty(
        "description", "The records that the answer cites or names: a dossier by itself.");
    out.writeStringProperty("type", "object");
    dossier(out);
    out.writeEndObject();
  }

  /** Writes the words beside an answer, which are skipped when it is read. */
  private static void words(JsonGenerator out) {
    out.writeName("words");
    out.writeStartObject();
    out.writeStringProperty(
        "description",
        "The answer in sentences, and the word of each constant by its key, such as Stance.FOR.");
    out.writeStringProperty("type", "object");
    out.writeName("additionalProperties");
    out.writeStartObject();
    out.writeStringProperty("type", "string");
    out.writeEndObject();
    out.writeEndObject();
  }

  /** Writes the rule that a document holds one answer beside its version. */
  private static void exactlyOneAnswer(JsonGenerator out) {
    out.writeName("oneOf");
    out.writeStartArray();
    for (AnswerType<?> type : AnswerRegistry.plain().all()) {
      out.writeStartObject();
      out.writeName("required");
      out.writeStartArray();
      out.writeString(type.name());
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Returns the schema of a line of a {@code dossier.jsonl}. */
  static String ofLine() {
    return schema(
        "line",
        "A line of a dossier: one record, the description of the dossier, or the version of the format.",
        out -> {
          out.writeName("properties");
          out.writeStartObject();
          version(out);
          definition("dossier", RecordCodecs.DESCRIPTION, out);
          for (RecordType<?> type : RecordType.byName().values()) {
            out.writeName(type.name());
            reference(type, out);
          }
          out.writeEndObject();
          out.writeNumberProperty("minProperties", 1);
          out.writeNumberProperty("maxProperties", 1);
          out.writeBooleanProperty("additionalProperties", false);
          recordDefinitions(out);
        });
  }

  /** Returns the schema of an answer. */
  static String ofAnswer() {
    return schema(
        "answer",
        "An answer, next to the version of the format.",
        out -> {
          out.writeName("properties");
          out.writeStartObject();
          out.writeName(FormatVersion.MEMBER);
          out.writeStartObject();
          out.writeNumberProperty("const", FormatVersion.NUMBER);
          out.writeEndObject();
          for (AnswerType<?> type : AnswerRegistry.plain().all()) {
            definition(type.name(), type.json(), out);
          }
          records(out);
          words(out);
          out.writeEndObject();
          requireVersion(out);
          exactlyOneAnswer(out);
          out.writeBooleanProperty("additionalProperties", false);
          out.writeName("$defs");
          out.writeStartObject();
          for (RecordType<?> type : RecordType.byName().values()) {
            if (!AnswerRegistry.plain().definitions().containsKey(type.name())) {
              definition(type.name(), type.codec(), out);
            }
          }
          AnswerRegistry.plain()
              .definitions()
              .forEach((name, writer) -> definition(name, writer, out));
          out.writeEndObject();
        });
  }

  private static void definition(String name, ValueWriter<?> writer, JsonGenerator out) {
    out.writeName(name);
    out.writeStartObject();
    writer.schema(out);
    out.writeEndObject();
  }

  private static void requireVersion(JsonGenerator out) {
    out.writeName("required");
    out.writeStartArray();
    out.writeString(FormatVersion.MEMBER);
    out.writeEndArray();
  }

  private static void version(JsonGenerator out) {
    out.writeName(FormatVersion.MEMBER);
    out.writeStartObject();
    out.writeStringProperty("description", "The version of the format.");
    out.writeNumberProperty("const", FormatVersion.NUMBER);
    out.writeEndObject();
    out.writeName(FormatVersion.SCHEMA_MEMBER);
    out.writeStartObject();
    out.writeStringProperty("description", "Where this schema is, for editors.");
    out.writeStringProperty("type", "string");
    out.writeEndObject();
  }

  private static void reference(RecordType<?> type, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("$ref", "#/$defs/" + type.name());
    out.writeEndObject();
  }

  private static void recordDefinitions(JsonGenerator out) {
    out.writeName("$defs");
    out.writeStartObject();
    for (RecordType<?> type : RecordType.byName().values()) {
      definition(type.name(), type.codec(), out);
    }
    out.writeEndObject();
  }
}
