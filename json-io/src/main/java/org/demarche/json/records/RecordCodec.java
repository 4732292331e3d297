package org.demarche.json.records;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * A reader and writer of an object member by member, in the order in which its members are
 * declared.
 *
 * @param <R> the type of the value that the object represents
 * @param <B> its builder
 */
public final class RecordCodec<R, B> implements Codec<R> {
  private final Supplier<B> builder;
  private final Function<B, R> build;
  private final ImmutableMap<String, Member<R, B, ?>> members;
  private final Consumer<JsonGenerator> rules;

  /** The bits of the members whose absence is noted. */
  private final long required;

  private RecordCodec(
      Supplier<B> builder,
      Function<B, R> build,
      ImmutableMap<String, Member<R, B, ?>> members,
      Consumer<JsonGenerator> rules) {
    this.builder = builder;
    this.build = build;
    this.members = members;
    this.rules = rules;
    this.required =
        members.values().stream()
            .filter(Member::required)
            .mapToLong(Member::bit)
            .reduce(0, (bits, bit) -> bits | bit);
  }

  /**
   * A member of the object.
   *
   * @param bit represents the member in a set of members
   * @param required whether reading notes its absence; the model checks some others itself
   * @param needed whether it must be present and not empty
   */
  private record Member<R, B, V>(
      long bit,
      String about,
      boolean required,
      boolean needed,
      Codec<V> codec,
      Function<R, Optional<V>> get,
      BiConsumer<B, V> set) {
    boolean read(TokenReader in, B builder) {
      Optional<V> value = codec.read(in);
      value.ifPresent(v -> set.accept(builder, v));
      return value.isPresent();
    }

    void write(String name, R record, JsonGenerator out) {
      get.apply(record)
          .ifPresent(
              value -> {
                out.writeName(name);
                codec.write(value, out);
              });
    }
  }

  /** A builder to which the members are added in their order. */
  static final class Builder<R, B> {
    private final Supplier<B> builder;
    private final Map<String, Member<R, B, ?>> members = new LinkedHashMap<>();
    private Consumer<JsonGenerator> rules = out -> {};

    Builder(Supplier<B> builder) {
      this.builder = builder;
    }

    /** Adds a member that every object has. */
    <V> Builder<R, B> required(
        String name, String about, Codec<V> codec, Function<R, V> get, BiConsumer<B, V> set) {
      return put(
          name,
          new Member<>(
              1L << members.size(), about, true, true, codec, r -> Optional.of(get.apply(r)), set));
    }

    /** Adds a member that may be absent. */
    <V> Builder<R, B> optional(
        String name,
        String about,
        Codec<V> codec,
        Function<R, Optional<V>> get,
        BiConsumer<B, V> set) {
      return put(name, new Member<>(1L << members.size(), about, false, false, codec, get, set));
    }

    /** Adds a member that is left out if it has its default value. */
    <V> Builder<R, B> defaulting(
        String name,
        String about,
        V defaultValue,
        Codec<V> codec,
        Function<R, V> get,
        BiConsumer<B, V> set) {
      return optional(name, about, codec, unless(defaultValue, get), set);
    }

    /** Adds a list that the model refuses if it is empty; an empty one is left out. */
    <V> Builder<R, B> needed(
        String name,
        String about,
        V empty,
        Codec<V> codec,
        Function<R, V> get,
        BiConsumer<B, V> set) {
      return put(
          name,
          new Member<>(1L << members.size(), about, false, true, codec, unless(empty, get), set));
    }

    private static <R, V> Function<R, Optional<V>> unless(V omitted, Function<R, V> get) {
      return record -> Optional.of(get.apply(record)).filter(value -> !value.equals(omitted));
    }

    private Builder<R, B> put(String name, Member<R, B, ?> member) {
      members.put(name, member);
      return this;
    }

    /** Adds a rule to the schema that concerns more than one member. */
    Builder<R, B> ruled(Consumer<JsonGenerator> rule) {
      rules = rule;
      return this;
    }

    RecordCodec<R, B> build(Function<B, R> build) {
      return new RecordCodec<>(builder, build, ImmutableMap.copyOf(members), rules);
    }
  }

  @Override
  public Optional<R> read(TokenReader in) {
    if (in.token() != JsonToken.START_OBJECT) {
      return in.wrongType("an object", "");
    }
    Place start = in.place();
    int before = in.problemCount();
    B built = builder.get();
    long seen = 0;
    long misspelt = 0;
    Set<String> unknown = Set.of();
    while (in.next() != JsonToken.END_OBJECT) {
      String name = in.name();
      Member<R, B, ?> member = members.get(name);
      if (member == null && unknown.isEmpty()) {
        unknown = new HashSet<>();
      }
      boolean again = member == null ? !unknown.add(name) : (seen & member.bit()) != 0;
      if (again || member == null) {
        Place place = in.place();
        in.next();
        if (again) {
          in.duplicateMember(name, place);
        } else {
          in.problem(Problem.Code.UNKNOWN_MEMBER, name, unknown(name, members.keySet()), place);
          misspelt |= nearest(name);
        }
        in.skip();
        continue;
      }
      seen |= member.bit();
      in.next();
      if (in.token() == JsonToken.VALUE_NULL && !member.required()) {
        in.nullValue();
      } else {
        if (name.equals("id") && in.token() == JsonToken.VALUE_STRING && in.isInRecordItself()) {
          in.identify(in.text());
        }
        member.read(in, built);
      }
    }
    long missing = required & ~seen & ~misspelt; // a misspelt member is one problem
    if (missing != 0) {
      noteMissing(missing, in, start);
    }
    return in.problemCount() == before ? build(in, built, start) : Optional.empty();
  }

  /** Returns the bit of the member that an unknown name misspells by one edit or in case, or 0. */
  private long nearest(String name) {
    return Nearest.to(name, members.keySet(), 1).stream()
        .filter(near -> name.equalsIgnoreCase(near) || Nearest.isOneEdit(name, near))
        .mapToLong(near -> requireNonNull(members.get(near), near).bit())
        .sum();
  }

  private void noteMissing(long missing, TokenReader in, Place start) {
    members.forEach(
        (name, member) -> {
          if ((missing & member.bit()) != 0) {
            in.missing(name, start);
          }
        });
  }

  /** Returns what is wrong with a member that an object with the given members does not have. */
  public static String unknown(String name, Collection<String> members) {
    String hint = Nearest.hint(name, members, 1);
    return "there is no member '"
        + ValueInMessage.abridged(name)
        + "'"
        + (hint.isEmpty() ? "; the members are " + String.join(", ", members) : hint);
  }

  /** A reader of the members of an object among other members, which belong to something else. */
  final class Among {
    private final B built = builder.get();
    private final Place start;

    Among(Place start) {
      this.start = start;
    }

    /** Reads the value of a member of the object. */
    void read(String name, TokenReader in) {
      if (in.token() == JsonToken.VALUE_NULL) {
        in.nullValue();
      } else {
        requireNonNull(members.get(name), name).read(in, built);
      }
    }

    /** Returns the object of the members that were read; empty if it is invalid. */
    Optional<R> build(TokenReader in) {
      return RecordCodec.this.build(in, built, start);
    }
  }

  /** Returns the names of the members, in their order. */
  ImmutableSet<String> names() {
    return members.keySet();
  }

  private Optional<R> build(TokenReader in, B built, Place start) {
    try {
      return Optional.of(build.apply(built));
    } catch (InvalidDossierException refused) {
      refused.problems().forEach(in::addOfValue);
    } catch (IllegalArgumentException refused) {
      in.problem(
          Problem.Code.BAD_VALUE,
          built.toString(),
          in.field() + ": " + refused.getMessage(),
          start);
    }
    return Optional.empty();
  }

  /** Returns whether every object has a member of the given name. */
  boolean hasNeeded(String name) {
    Member<R, B, ?> member = members.get(name);
    return member != null && member.needed();
  }

  /** Returns the names of the members in which two records differ. */
  List<String> differing(R one, R other) {
    return members.entrySet().stream()
        .filter(
            member -> !member.getValue().get.apply(one).equals(member.getValue().get.apply(other)))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void write(R record, JsonGenerator out) {
    out.writeStartObject();
    writeMembers(record, out);
    out.writeEndObject();
  }

  /** Writes the members of an object among others. */
  void writeMembers(R record, JsonGenerator out) {
    members.forEach((name, member) -> member.write(name, record, out));
  }

  /** Writes the schemas of the members of an object among others. */
  public void memberSchemas(JsonGenerator out) {
    members.forEach(
        (name, member) -> {
          out.writeName(name);
          out.writeStartObject();
          schema(member, out);
          out.writeEndObject();
        });
  }

  private static void schema(Member<?, ?, ?> member, JsonGenerator out) {
    out.writeStringProperty("description", member.about());
    member.codec().schema(out);
    if (member.needed() && !member.required()) {
      out.writeNumberProperty("minItems", 1);
    }
  }

  @Override
  public void schema(JsonGenerator out) {
    ObjectSchema.write(members, member -> schema(member, out), Member::needed, out);
    rules.accept(out);
  }
}
