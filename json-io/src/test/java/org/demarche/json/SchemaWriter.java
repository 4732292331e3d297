package org.demarche.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON Schemas (draft 2020-12) of the two forms of a dossier and of answers, written from the
 * same descriptions by which records are read and answers are written.
 */
final class Schema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private Schema() {}

  /** The schema of a {@code dossier.json}. */
  static String ofDocument() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      out.writeStartObject();
      head(
          out,
          "dossier",
          "A dossier: who is reported to have said what, when, and how it is known.");
      out.writeName("properties");
      out.writeStartObject();
      version(out);
      for (RecordType<?> kind : RecordType.byName().values()) {
        out.writeName(kind.list());
        out.writeStartObject();
        out.writeStringProperty("type", "array");
        out.writeName("items");
        reference(kind, out);
        out.writeEndObject();
      }
      out.writeEndObject();
      out.writeName("required");
      out.writeStartArray();
      out.writeString(DocumentReader.VERSION_MEMBER);
      out.writeEndArray();
      out.writeBooleanProperty("additionalProperties", false);
      definitions(out);
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /** The schema of a line of a {@code dossier.jsonl}. */
  static String ofLine() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      out.writeStartObject();
      head(out, "line", "A line of a dossier: one record, or the version of the format.");
      out.writeName("properties");
      out.writeStartObject();
      version(out);
      for (RecordType<?> kind : RecordType.byName().values()) {
        out.writeName(kind.name());
        reference(kind, out);
      }
      out.writeEndObject();
      out.writeNumberProperty("minProperties", 1);
      out.writeNumberProperty("maxProperties", 1);
      out.writeBooleanProperty("additionalProperties", false);
      definitions(out);
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /** The schema of an answer. */
  static String ofAnswer() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      out.writeStartObject();
      head(out, "answer", "An answer: one, beside the version of the format.");
      out.writeName("properties");
      out.writeStartObject();
      out.writeName(DocumentReader.VERSION_MEMBER);
      out.writeStartObject();
      out.writeNumberProperty("const", FormatVersion.NUMBER);
      out.writeEndObject();
      for (AnswerWriters.Sort<?> sort : AnswerWriters.sorts()) {
        out.writeName(sort.name());
        definition(sort.form(), out);
      }
      out.writeEndObject();
      out.writeName("required");
      out.writeStartArray();
      out.writeString(DocumentReader.VERSION_MEMBER);
      out.writeEndArray();
      out.writeNumberProperty("minProperties", 2);
      out.writeNumberProperty("maxProperties", 2);
      out.writeBooleanProperty("additionalProperties", false);
      out.writeName("$defs");
      out.writeStartObject();
      AnswerWriters.definitions()
          .forEach(
              (name, form) -> {
                out.writeName(name);
                definition(form, out);
              });
      out.writeEndObject();
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void definition(ValueWriter<?> form, JsonGenerator out) {
    out.writeStartObject();
    form.schema(out);
    out.writeEndObject();
  }

  private static void head(JsonGenerator out, String name, String about) {
    out.writeStringProperty("$schema", DRAFT);
    out.writeStringProperty("$id", "urn:demarche:" + name + ":" + FormatVersion.NUMBER);
    out.writeStringProperty("description", about);
    out.writeStringProperty("type", "object");
  }

  private static void version(JsonGenerator out) {
    out.writeName(DocumentReader.VERSION_MEMBER);
    out.writeStartObject();
    out.writeStringProperty("description", "The version of the format.");
    out.writeNumberProperty("const", FormatVersion.NUMBER);
    out.writeEndObject();
    out.writeName(DocumentReader.SCHEMA_MEMBER);
    out.writeStartObject();
    out.writeStringProperty("description", "Where this schema is, for editors.");
    out.writeStringProperty("type", "string");
    out.writeEndObject();
  }

  private static void reference(RecordType<?> kind, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("$ref", "#/$defs/" + kind.name());
    out.writeEndObject();
  }

  private static void definitions(JsonGenerator out) {
    out.writeName("$defs");
    out.writeStartObject();
    for (RecordType<?> kind : RecordType.byName().values()) {
      out.writeName(kind.name());
      definition(kind.shape(), out);
    }
    out.writeEndObject();
  }
}
