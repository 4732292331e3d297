package org.demarche.json;

import java.util.Collection;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** How values of a type are written in JSON, and the schema that says so. */
interface ValueWriter<V> {
  /** Writes a value. */
  void write(V value, JsonGenerator out);

  /** Writes the members of the JSON Schema that values of the type follow. */
  void schema(JsonGenerator out);

  /** A list, in the order given. */
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

  /** What stands under a name among the definitions of the schema. */
  static <V> ValueWriter<V> defined(String name, Supplier<ValueWriter<V>> form) {
    return new ValueWriter<>() {
      @Override
      public void write(V value, JsonGenerator out) {
        form.get().write(value, out);
      }

      @Override
      public void schema(JsonGenerator out) {
        out.writeStringProperty("$ref", "#/$defs/" + name);
      }
    };
  }
}
