package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.json.records.ObjectSchema;
import org.demarche.json.records.RecordCodec;
import org.demarche.json.records.TokenReader;
import org.demarche.json.records.ValueCodec;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * A reader and writer of an object, with its members in the order in which they are declared. What
 * is read is a {@link Draft}.
 *
 * @param <R> the type of the objects that are written
 */
public final class MemberCodec<R> implements ValueCodec<R, Draft> {
  private final AnswerForm form;
  private final Map<String, Member<R, ?>> members = new LinkedHashMap<>();

  MemberCodec(AnswerForm form) {
    this.form = form;
  }

  /**
   * A member of the object.
   *
   * @param required whether every object has it in every form
   * @param derived whether it follows from the other members
   * @param get returns its value, or empty if the object has none
   * @param usual returns the value that is left out in a compact form
   * @param schema writes what its schema says beside the type
   * @param within returns what is around the value, from what is around the object
   */
  private record Member<R, V>(
      boolean required,
      boolean derived,
      ValueCodec<V, ?> codec,
      Function<R, Optional<V>> get,
      Function<R, Optional<V>> usual,
      Consumer<JsonGenerator> schema,
      BiFunction<R, Around, Around> within) {
    void write(String name, R object, AnswerForm form, JsonGenerator out) {
      Optional<V> value = get.apply(object);
      boolean omitted =
          value.isEmpty() || (form.isCompact() && (derived || usual.apply(object).equals(value)));
      if (!omitted) {
        out.writeName(name);
        form.within(
            within.apply(object, form.around()), () -> codec.write(value.orElseThrow(), out));
      }
    }
  }

  private <V> MemberCodec<R> put(String name, Member<R, V> member) {
    members.put(name, member);
    return this;
  }

  @SuppressWarnings("unchecked") // a codec that writes a type also writes any narrower type
  private static <V> ValueCodec<V, ?> narrowed(ValueCodec<? super V, ?> codec) {
    return (ValueCodec<V, ?>) codec;
  }

  private static void nothing(JsonGenerator out) {
    // the schema says no more than the type
  }

  /** Adds a member that is always present. */
  <V> MemberCodec<R> and(String name, ValueCodec<? super V, ?> codec, Function<R, V> get) {
    return within(name, codec, get, (object, around) -> around);
  }

  /** Adds a member that is always present, around the value of which there are some facts. */
  <V> MemberCodec<R> within(
      String name,
      ValueCodec<? super V, ?> codec,
      Function<R, V> get,
      BiFunction<R, Around, Around> around) {
    return put(
        name,
        new Member<R, V>(
            true,
            false,
            narrowed(codec),
            object -> Optional.of(get.apply(object)),
            object -> Optional.empty(),
            MemberCodec::nothing,
            around));
  }

  /** Adds a member that is left out if it has no value. */
  <V> MemberCodec<R> maybe(
      String name, ValueCodec<? super V, ?> codec, Function<R, Optional<V>> get) {
    return maybe(name, false, codec, get, object -> Optional.empty());
  }

  /**
   * Adds a member that is left out if it has no value, and that repeats the facts around it, since
   * they may be others.
   */
  <V> MemberCodec<R> maybeApart(
      String name, ValueCodec<? super V, ?> codec, Function<R, Optional<V>> get) {
    return put(
        name,
        new Member<R, V>(
            false,
            false,
            narrowed(codec),
            get,
            object -> Optional.empty(),
            MemberCodec::nothing,
            (object, around) -> Around.NOTHING));
  }

  /** Adds a member that follows from others, for readers that do not want to derive it. */
  <V> MemberCodec<R> derived(
      String name, ValueCodec<? super V, ?> codec, Function<R, Optional<V>> get) {
    return maybe(name, true, codec, get, object -> Optional.empty());
  }

  /**
   * Adds a member that a compact form leaves out if it has its usual value, which depends on the
   * object.
   */
  <V> MemberCodec<R> usually(
      String name,
      ValueCodec<? super V, ?> codec,
      Function<R, Optional<V>> get,
      Function<R, Optional<V>> usual) {
    return maybe(name, false, codec, get, usual);
  }

  private <V> MemberCodec<R> maybe(
      String name,
      boolean derived,
      ValueCodec<? super V, ?> codec,
      Function<R, Optional<V>> get,
      Function<R, Optional<V>> usual) {
    return put(
        name,
        new Member<R, V>(
            false,
            derived,
            narrowed(codec),
            get,
            usual,
            MemberCodec::nothing,
            (object, around) -> around));
  }

  /** Adds a member that a compact form leaves out if it has its default value. */
  <V> MemberCodec<R> unless(
      V defaultValue, String name, ValueCodec<? super V, ?> codec, Function<R, V> get) {
    return put(
        name,
        new Member<R, V>(
            false,
            false,
            narrowed(codec),
            object -> Optional.of(get.apply(object)),
            object -> Optional.of(defaultValue),
            out -> {
              out.writeName("default");
              codec.write(defaultValue, out);
            },
            (object, around) -> around));
  }

  @Override
  public void write(R object, JsonGenerator out) {
    out.writeStartObject();
    writeMembers(object, out);
    out.writeEndObject();
  }

  /** Writes the members of an object that was begun. */
  void writeMembers(R object, JsonGenerator out) {
    form.cited()
        .ifPresent(cited -> AnswerFactory.get().dossier(object).ifPresent(cited::printedWith));
    members.forEach((name, member) -> member.write(name, object, form, out));
  }

  @Override
  public Optional<Draft> read(TokenReader in) {
    if (in.token() != JsonToken.START_OBJECT) {
      return in.wrongType("an object", "");
    }
    Draft draft = new Draft(in);
    Place start = in.place();
    Map<String, Place> seen = new LinkedHashMap<>();
    while (in.next() != JsonToken.END_OBJECT) {
      String name = in.name();
      Place place = in.place();
      in.next();
      Member<R, ?> member = members.get(name);
      if (member == null) {
        in.problem(
            Problem.Code.UNKNOWN_MEMBER,
            name,
            name.equals(AnswerType.KIND)
                ? "an answer in a document has no member 'kind'; leave it out"
                : RecordCodec.unknown(name, members.keySet()),
            place);
        in.skip();
      } else if (seen.put(name, place) != null) {
        in.duplicateMember(name, place);
        in.skip();
      } else {
        Place at = in.place();
        member.codec().read(in).ifPresent(value -> draft.set(name, value, at));
      }
    }
    members.forEach(
        (name, member) -> {
          if (member.required() && !seen.containsKey(name)) {
            in.missing(name, start);
          }
        });
    return Optional.of(draft);
  }

  /**
   * Checks that the members of a draft that follow from others do follow from them.
   *
   * @param object the value that was made of the draft
   */
  <V extends R> V checked(Draft draft, V object) {
    members.forEach(
        (name, member) -> {
          if (member.derived()) {
            Optional<?> expected = member.get().apply(object);
            Optional<Object> read = draft.find(name);
            if (read.isPresent()
                && !comparable(read.get())
                    .equals(expected.map(MemberCodec::comparable).orElse(""))) {
              throw form.reading()
                  .refused(
                      draft,
                      name,
                      read.get().toString(),
                      "is "
                          + read.get()
                          + ", but the other members give "
                          + expected.map(Object::toString).orElse("none"));
            }
          }
        });
    return object;
  }

  /** Returns a value such that lists and sets of the same elements in one order are equal. */
  private static Object comparable(Object value) {
    return value instanceof Iterable<?> several ? ImmutableList.copyOf(several) : value;
  }

  @Override
  public void schema(JsonGenerator out) {
    ObjectSchema.write(
        members,
        member -> {
          member.codec().schema(out);
          member.schema().accept(out);
        },
        Member::required,
        out);
  }
}
