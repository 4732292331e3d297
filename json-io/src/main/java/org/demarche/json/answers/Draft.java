package org.demarche.json.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demarche.json.records.TokenReader;
import org.demarche.model.Problem.Place;

/** The members of an object that was read, from which a value is made. */
public final class Draft {
  private final String field;
  private final Place place;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** Creates a draft of the object that begins at the current token. */
  Draft(TokenReader in) {
    this.field = in.field();
    this.place = in.place();
  }

  /** Sets a member that was read at a place. */
  void set(String name, Object value, Place at) {
    values.put(name, value);
    places.put(name, at);
  }

  /** Returns a member that every such object has. */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // of the type that the codec gave
  <V> V get(String name) {
    return (V) Objects.requireNonNull(values.get(name), name);
  }

  /** Returns a member that such an object may have. */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // of the type that the codec gave
  <V> Optional<V> find(String name) {
    return Optional.ofNullable((V) values.get(name));
  }

  /** Returns a list, without elements if the member is missing. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // of the type that the codec gave
  <V> List<V> list(String name) {
    return this.<List<V>>find(name).orElse(List.of());
  }

  /** Returns a flag, false if the member is missing. */
  boolean is(String name) {
    return this.<Boolean>find(name).orElse(false);
  }

  /** Returns the path from the answer to a member, or to the object if the name is empty. */
  String field(String name) {
    return name.isEmpty() ? field : field.isEmpty() ? name : field + "/" + name;
  }

  /** Returns where a member is, or where the object begins if it has no such member. */
  Place place(String name) {
    return places.getOrDefault(name, place);
  }
}
