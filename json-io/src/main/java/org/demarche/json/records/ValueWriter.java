package org.demarche.json.records;

import java.util.Collection;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** Writes values of a type as JSON, and the JSON Schema that they follow. */
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

  /** Returns a writer whose schema refers to a definition of the given name. */
  static <V> ValueWriter<V> defined(String name, Supplier<ValueWriter<V>> definition) {
    return new ValueWriter<>() {
      @Override
      public void write(V value, JsonGenerator out) {
        definition.get().write(value, out);
      }

      @Override
      public void schema(JsonGenerator out) {
        out.writeStringProperty("$ref", "#/$defs/" + name);
      }
    };
  }
}
