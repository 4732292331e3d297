package org.demarche.json.answers;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.demarche.json.records.TokenReader;
import org.demarche.json.records.ValueCodec;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * A codec of values by ids, written as an object.
 *
 * @param what the form of the object, for messages
 * @param example an object of this form
 * @param values the codec of a value
 * @param cite notes each id that is written
 */
record IdMap<W, R>(String what, String example, ValueCodec<W, R> values, Consumer<String> cite)
    implements ValueCodec<Map<String, ? extends W>, Map<String, R>> {
  @Override
  public Optional<Map<String, R>> read(TokenReader in) {
    if (in.token() != JsonToken.START_OBJECT) {
      return in.wrongType(what, example);
    }
    Map<String, R> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    while (in.next() != JsonToken.END_OBJECT) {
      String id = in.name();
      Place place = in.place();
      in.next();
      if (!seen.add(id)) {
        in.duplicateMember(id, place);
        in.skip();
      } else {
        values.read(in).ifPresent(value -> found.put(id, value));
      }
    }
    return Optional.of(found);
  }

  @Override
  public void write(Map<String, ? extends W> map, JsonGenerator out) {
    out.writeStartObject();
    map.forEach(
        (id, value) -> {
          cite.accept(id);
          out.writeName(id);
          values.write(value, out);
        });
    out.writeEndObject();
  }

  @Override
  public void schema(JsonGenerator out) {
    out.writeStringProperty("type", "object");
    out.writeName("additionalProperties");
    out.writeStartObject();
    values.schema(out);
    out.writeEndObject();
  }
}
