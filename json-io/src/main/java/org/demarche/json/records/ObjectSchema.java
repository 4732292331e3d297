package org.demarche.json.records;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/** A writer of the JSON Schema of an object that has no members but those listed. */
public final class ObjectSchema {
  private ObjectSchema() {}

  /**
   * Writes the keywords of the schema.
   *
   * @param members the members by name, in order
   * @param schema writes the keywords of the schema of a member
   * @param required returns whether every object has a member
   */
  public static <M> void write(
      Map<String, M> members, Consumer<M> schema, Predicate<M> required, JsonGenerator out) {
    out.writeStringProperty("type", "object");
    out.writeName("properties");
    out.writeStartObject();
    members.forEach(
        (name, member) -> {
          out.writeName(name);
          out.writeStartObject();
          schema.accept(member);
          out.writeEndObject();
        });
    out.writeEndObject();
    out.writeName("required");
    out.writeStartArray();
    members.forEach(
        (name, member) -> {
          if (required.test(member)) {
            out.writeString(name);
          }
        });
    out.writeEndArray();
    out.writeBooleanProperty("additionalProperties", false);
  }
}
