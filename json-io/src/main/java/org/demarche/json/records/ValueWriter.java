package org.demarche.json.records;

import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/**
 * A writer of values of a type as JSON, and of the JSON Schema that they follow.
 *
 * <p>{@link #schema} is in the main code although only the tests request a schema: one description
 * gives both the JSON and its schema. The tests write the shipped schemas from it and check that
 * they match, so that a schema cannot differ from what is written.
 *
 * @param <V> the type of the values
 */
public interface ValueWriter<V> {
  /** Writes a value. */
  void write(V value, JsonGenerator out);

  /** Writes the members of the JSON Schema that values of the type follow. */
  void schema(JsonGenerator out);

  /** Returns a writer of lists, in the order given. */
  static <V> ValueWriter<Collection<? extends V>> list(ValueWriter<V> item) {
    return new ValueWriter<>() {
      @Override
      public void write(Collection<? extends V> values, JsonGenerator out) {
        out.writeStartArray();
        values.forEach(value -> item.write(value, out));
        out.writeEndArray();
      }

      @Override
      public void schema(JsonGenerator out) {
        out.writeStringProperty("type", "array");
        out.writeName("items");
        out.writeStartObject();
        item.schema(out);
        out.writeEndObject();
      }
    };
  }
}
