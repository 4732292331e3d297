package org.demarche.json.answers;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.json.records.ValueWriter;
import tools.jackson.core.JsonGenerator;

/** A writer of an object, with its members in the order in which they are declared. */
public final class MemberWriter<R> implements ValueWriter<R> {
  private final ImmutableMap.Builder<String, Member<R, ?>> members = ImmutableMap.builder();

  private record Member<R, V>(
      boolean required, ValueWriter<V> writer, Function<R, Optional<V>> get) {
    void write(String name, R object, JsonGenerator out) {
      get.apply(object)
          .ifPresent(
              value -> {
                out.writeName(name);
                writer.write(value, out);
              });
    }
  }

  /** Adds a member that is always present. */
  <V> MemberWriter<R> and(String name, ValueWriter<? super V> writer, Function<R, V> get) {
    members.put(
        name, new Member<>(true, narrowed(writer), object -> Optional.of(get.apply(object))));
    return this;
  }

  /** Adds a member that is left out if it has no value. */
  <V> MemberWriter<R> maybe(
      String name, ValueWriter<? super V> writer, Function<R, Optional<V>> get) {
    members.put(name, new Member<>(false, narrowed(writer), get));
    return this;
  }

  @SuppressWarnings("unchecked") // a writer of a type also writes any narrower type
  private static <V> ValueWriter<V> narrowed(ValueWriter<? super V> writer) {
    return (ValueWriter<V>) writer;
  }

  @Override
  public void write(R object, JsonGenerator out) {
    out.writeStartObject();
    writeMembers(object, out);
    out.writeEndObject();
  }

  /** Writes the members of an object that was begun. */
  void writeMembers(R object, JsonGenerator out) {
    for (Map.Entry<String, Member<R, ?>> member : members.buildOrThrow().entrySet()) {
      member.getValue().write(member.getKey(), object, out);
    }
  }

  @Override
  public void schema(JsonGenerator out) {
    out.writeStringProperty("type", "object");
    out.writeName("properties");
    out.writeStartObject();
    members
        .buildOrThrow()
        .forEach(
            (name, member) -> {
              out.writeName(name);
              out.writeStartObject();
              member.writer().schema(out);
              out.writeEndObject();
            });
    out.writeEndObject();
    out.writeName("required");
    out.writeStartArray();
    members
        .buildOrThrow()
        .forEach(
            (name, member) -> {
              if (member.required()) {
                out.writeString(name);
              }
            });
    out.writeEndArray();
    out.writeBooleanProperty("additionalProperties", false);
  }
}
