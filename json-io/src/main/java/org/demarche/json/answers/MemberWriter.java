package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** An object: its members in the order in which they are written. */
final class MemberWriter<R> implements ValueWriter<R> {
  private final ImmutableMap.Builder<String, Member<R, ?>> draft = ImmutableMap.builder();

  private record Member<R, V>(boolean always, ValueWriter<V> form, Function<R, Optional<V>> get) {
    void write(String name, R value, JsonGenerator out) {
      get.apply(value)
          .ifPresent(
              part -> {
                out.writeName(name);
                form.write(part, out);
              });
    }
  }

  /** A member that is always there. */
  <V> MemberWriter<R> and(String name, ValueWriter<? super V> form, Function<R, V> get) {
    draft.put(name, new Member<>(true, narrowed(form), value -> Optional.of(get.apply(value))));
    return this;
  }

  /** A member that is there where there is something to say. */
  <V> MemberWriter<R> maybe(
      String name, ValueWriter<? super V> form, Function<R, Optional<V>> get) {
    draft.put(name, new Member<>(false, narrowed(form), get));
    return this;
  }

  @SuppressWarnings("unchecked") // what writes any of a type writes one of a narrower type
  private static <V> ValueWriter<V> narrowed(ValueWriter<? super V> form) {
    return (ValueWriter<V>) form;
  }

  @Override
  public void write(R value, JsonGenerator out) {
    out.writeStartObject();
    for (Map.Entry<String, Member<R, ?>> member : draft.buildOrThrow().entrySet()) {
      member.getValue().write(member.getKey(), value, out);
    }
    out.writeEndObject();
  }

  @Override
  public void schema(JsonGenerator out) {
    out.writeStringProperty("type", "object");
    out.writeName("properties");
    out.writeStartObject();
    draft
        .buildOrThrow()
        .forEach(
            (name, member) -> {
              out.writeName(name);
              out.writeStartObject();
              member.form().schema(out);
              out.writeEndObject();
            });
    out.writeEndObject();
    out.writeName("required");
    out.writeStartArray();
    draft
        .buildOrThrow()
        .forEach(
            (name, member) -> {
              if (member.always()) {
                out.writeString(name);
              }
            });
    out.writeEndArray();
    out.writeBooleanProperty("additionalProperties", false);
  }
}
