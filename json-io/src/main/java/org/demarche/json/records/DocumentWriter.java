package org.demarche.json.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A writer of a dossier as a {@code dossier.json}. */
public final class DocumentWriter {
  private DocumentWriter() {}

  /** Returns the {@code $schema} of an existing document; empty if the document has no schema. */
  public static Optional<String> schema(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Reader text =
        new BufferedReader(
            new InputStreamReader(
                BoundedInput.of(Files.newInputStream(file), Long.MAX_VALUE),
                StandardCharsets.UTF_8))) {
      ByteOrderMark.skip(text);
      return schema(text);
    } catch (IOException unread) {
      throw FileErrors.unreadable(file.toString(), unread);
    }
  }

  private static Optional<String> schema(Reader text) {
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      in.nextToken();
      for (JsonToken token = in.nextToken();
          token == JsonToken.PROPERTY_NAME;
          token = in.nextToken()) {
        String name = in.currentName();
        in.nextToken();
        if (name.equals(FormatVersion.SCHEMA_MEMBER)
            && in.currentToken() == JsonToken.VALUE_STRING) {
          return Optional.of(in.getString());
        }
        in.skipChildren();
      }
    } catch (JacksonException none) {
      return Optional.empty(); // not a dossier, and about to be replaced
    }
    return Optional.empty();
  }

  /**
   * Writes a dossier as text.
   *
   * @param schema the {@code $schema} of the document
   */
  public static void write(Dossier dossier, Optional<String> schema, Writer text) {
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      write(dossier, schema, out);
      out.writeRaw('\n');
    }
  }

  /** Writes a dossier as a value of a larger document. */
  public static void write(Dossier dossier, Optional<String> schema, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty(FormatVersion.MEMBER, FormatVersion.NUMBER);
    if (schema.isPresent()) {
      out.writeStringProperty(FormatVersion.SCHEMA_MEMBER, schema.get());
    }
    RecordCodecs.DESCRIPTION.writeMembers(dossier.description(), out);
    RecordType.byName().values().forEach(type -> write(type, dossier, out));
    out.writeEndObject();
  }

  private static <R extends DossierRecord> void write(
      RecordType<R> type, Dossier dossier, JsonGenerator out) {
    List<R> records = type.get().apply(dossier);
    if (!records.isEmpty()) {
      out.writeName(type.list());
      out.writeStartArray();
      records.forEach(record -> type.codec().write(record, out));
      out.writeEndArray();
    }
  }
}
