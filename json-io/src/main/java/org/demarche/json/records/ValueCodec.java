package org.demarche.json.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * A reader and writer of values of a type as JSON, from one description, where reading may give
 * something from which the value is made later.
 *
 * @param <V> the type of the values that are written
 * @param <D> the type of what is read
 */
public interface ValueCodec<V, D> extends ValueWriter<V> {
  /** Reads the current value. If it does not fit, notes the problem, skips it and returns empty. */
  Optional<D> read(TokenReader in);

  /** Returns a codec of lists, in the order given. */
  static <V, D> ValueCodec<Collection<? extends V>, List<D>> list(ValueCodec<V, D> item) {
    ValueWriter<Collection<? extends V>> list = ValueWriter.list(item);
    return new ValueCodec<>() {
      @Override
      public Optional<List<D>> read(TokenReader in) {
        if (in.token() != JsonToken.START_ARRAY) {
          return in.wrongType("a list", "");
        }
        List<D> items = new ArrayList<>();
        while (in.next() != JsonToken.END_ARRAY) {
          item.read(in).ifPresent(items::add);
        }
        return Optional.of(items);
      }

      @Override
      public void write(Collection<? extends V> values, JsonGenerator out) {
        list.write(values, out);
      }

      @Override
      public void schema(JsonGenerator out) {
        list.schema(out);
      }
    };
  }

  /** Returns a codec whose schema refers to a definition of the given name. */
  static <V, D> ValueCodec<V, D> defined(String name, Supplier<ValueCodec<V, D>> definition) {
    return new ValueCodec<>() {
      @Override
      public Optional<D> read(TokenReader in) {
        return definition.get().read(in);
      }

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
