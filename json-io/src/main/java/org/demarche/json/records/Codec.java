package org.demarche.json.records;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.demarche.model.Problem;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A reader and writer of values of a type as JSON, from one description. */
public interface Codec<V> extends ValueCodec<V, V> {
  /** Any text. */
  Codec<String> TEXT = text("");

  /** Text with at least one visible character. */
  Codec<String> NON_BLANK = text("\\S");

  /** The id of a record. */
  Codec<String> ID = text(Texts.ID);

  /** The id of another record, or a slug; such values are interned. */
  Codec<String> REFERENCE = text(Texts.ID, IdInterner::id);

  /** A name that many records give, such as a coder; such values are interned. */
  Codec<String> NAME = text("\\S", IdInterner::id);

  /** A BCP 47 language tag. */
  Codec<String> LANGUAGE = text("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", IdInterner::id);

  /** A SHA-256 hash. */
  Codec<String> SHA_256 = text("^[0-9A-Fa-f]{64}$");

  /** Patterns of texts. */
  final class Texts {
    private static final String ID = "^[A-Za-z0-9]([A-Za-z0-9._:/-]*[A-Za-z0-9-])?$";

    private Texts() {}
  }

  private static Codec<String> text(String pattern) {
    return text(pattern, (interner, text) -> text);
  }

  private static Codec<String> text(String pattern, BiFunction<IdInterner, String, String> intern) {
    return new Codec<>() {
      @Override
      public Optional<String> read(TokenReader in) {
        return in.token() == JsonToken.VALUE_STRING
            ? Optional.of(intern.apply(in.interner(), in.text()))
            : in.wrongType("text in quotation marks", "");
      }

      @Override
      public void write(String value, JsonGenerator out) {
        out.writeString(value);
      }

      @Override
      public void schema(JsonGenerator out) {
        out.writeStringProperty("type", "string");
        if (!pattern.isEmpty()) {
          out.writeStringProperty("pattern", pattern);
        }
      }
    };
  }

  /** True or false. */
  Codec<Boolean> BOOLEAN =
      new Codec<>() {
        @Override
        public Optional<Boolean> read(TokenReader in) {
          return switch (in.token()) {
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            default -> in.wrongType("true or false", "");
          };
        }

        @Override
        public void write(Boolean value, JsonGenerator out) {
          out.writeBoolean(value);
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "boolean");
        }
      };

  /** A whole number. */
  Codec<Integer> INTEGER =
      new Codec<>() {
        @Override
        public Optional<Integer> read(TokenReader in) {
          if (in.token() != JsonToken.VALUE_NUMBER_INT) {
            return in.wrongType("a whole number", "");
          }
          try {
            return Optional.of(Integer.parseInt(in.text()));
          } catch (NumberFormatException large) {
            return in.wrongType("a whole number from -2147483648 to 2147483647", "");
          }
        }

        @Override
        public void write(Integer value, JsonGenerator out) {
          out.writeNumber(value.intValue());
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "integer");
          out.writeNumberProperty("minimum", 0);
          out.writeNumberProperty("maximum", Integer.MAX_VALUE);
        }
      };

  /** A date, in the forms of {@link When} that have an end. */
  Codec<When> WHEN =
      dated(
          "a date in quotation marks",
          "\"2017-10-31\"",
          IdInterner::date,
          Dates.WHEN.formatted(Dates.DATE, ""));

  /** A date, in any of the forms of {@link When}. */
  Codec<When> WHEN_OR_OPEN =
      dated(
          "a date in quotation marks",
          "\"2017-10-31\"",
          IdInterner::date,
          Dates.WHEN.formatted(Dates.DATE, "|%s/\\.\\.".formatted(Dates.DATE)));

  /** A day. */
  Codec<LocalDate> DAY =
      dated(
          "a day in quotation marks",
          "\"2017-05-10\"",
          (interner, text) -> day(text),
          "^" + Dates.DAY + "$");

  /** Patterns of dates; the number of days in a month is checked only when a date is read. */
  final class Dates {
    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String OF_MONTH = "(0[1-9]|[12][0-9]|3[01])";
    private static final String DAY = "[0-9]{4}-" + MONTH + "-" + OF_MONTH;
    private static final String DATE =
        "([0-9]{4}(-" + MONTH + "(-" + OF_MONTH + "|-XX)?|-XX(-XX)?)?|[0-9]{3}X|[0-9]{2}XX)[?~%]?";
    private static final String WHEN = "^(%1$s|\\[(%1$s)?\\.\\.%1$s\\]|(%1$s|\\.\\.)/%1$s%2$s)$";

    private Dates() {}
  }

  private static LocalDate day(String text) {
    try {
      if (text.length() == "2017-05-10".length()) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() == 0) {
          throw ShownValue.refused("'" + text + "': the year is not from 0001 to 9999");
        }
        return day;
      }
      throw ShownValue.refused("'" + text + "' is not a day such as 2017-05-10");
    } catch (DateTimeParseException bad) {
      throw ShownValue.refused("'" + text + "' is not a day such as 2017-05-10", bad);
    }
  }

  private static <V> Codec<V> dated(
      String wanted, String example, BiFunction<IdInterner, String, V> parse, String pattern) {
    return new Codec<>() {
      @Override
      public Optional<V> read(TokenReader in) {
        if (in.token() != JsonToken.VALUE_STRING) {
          return in.wrongType(wanted, example);
        }
        String text = in.text();
        try {
          return Optional.of(parse.apply(in.interner(), text));
        } catch (IllegalArgumentException bad) {
          String begin = ValueInMessage.abridged(text);
          in.problem(
              Problem.Code.BAD_DATE,
              text,
              in.field()
                  + ": "
                  + (begin.equals(text) ? bad.getMessage() : "'" + begin + "' is not a date"));
          return Optional.empty();
        }
      }

      @Override
      public void write(V value, JsonGenerator out) {
        out.writeString(value.toString());
      }

      @Override
      public void schema(JsonGenerator out) {
        out.writeStringProperty("type", "string");
        out.writeStringProperty("pattern", pattern);
      }
    };
  }

  /** Returns a codec of the constants of an enum, by their names. */
  static <E extends Enum<E>> Codec<E> oneOf(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    ImmutableMap<String, E> byName =
        Arrays.stream(type.getEnumConstants())
            .collect(ImmutableMap.toImmutableMap(Enum::name, e -> e));
    return new Codec<>() {
      @Override
      public Optional<E> read(TokenReader in) {
        if (in.token() != JsonToken.VALUE_STRING) {
          return in.wrongType("one of " + String.join(", ", names), "");
        }
        Optional<E> value = Optional.ofNullable(byName.get(in.text()));
        if (value.isEmpty()) {
          in.problem(
              Problem.Code.BAD_VALUE,
              in.text(),
              in.field()
                  + " '"
                  + ValueInMessage.abridged(in.text())
                  + "' is not one of "
                  + String.join(", ", names)
                  + Nearest.hint(in.text(), names, 1));
        }
        return value;
      }

      @Override
      public void write(E value, JsonGenerator out) {
        out.writeString(value.name());
      }

      @Override
      public void schema(JsonGenerator out) {
        out.writeName("enum");
        out.writeStartArray();
        names.forEach(out::writeString);
        out.writeEndArray();
      }
    };
  }

  /** Returns a codec of lists. The whole list is read even if one of its values does not fit. */
  static <V> Codec<List<V>> listOf(Codec<V> item) {
    ValueWriter<Collection<? extends V>> list = ValueWriter.list(item);
    return new Codec<>() {
      @Override
      public Optional<List<V>> read(TokenReader in) {
        List<V> items = new ArrayList<>();
        return items(in, () -> item.read(in).ifPresent(items::add), items);
      }

      @Override
      public void write(List<V> values, JsonGenerator out) {
        list.write(values, out);
      }

      @Override
      public void schema(JsonGenerator out) {
        list.schema(out);
      }
    };
  }

  private static <C> Optional<C> items(TokenReader in, Runnable item, C collected) {
    if (in.token() != JsonToken.START_ARRAY) {
      boolean text = in.token() == JsonToken.VALUE_STRING;
      return in.wrongType("a list", text ? "[\"" + ValueInMessage.abridged(in.text()) + "\"]" : "");
    }
    int before = in.problemCount();
    while (in.next() != JsonToken.END_ARRAY) {
      item.run();
    }
    return in.problemCount() == before ? Optional.of(collected) : Optional.empty();
  }

  /** Returns a codec of sets of texts, which are interned; a duplicate is a problem. */
  static Codec<Set<String>> setOf(Codec<String> item) {
    Codec<List<String>> list = listOf(item);
    return new Codec<>() {
      @Override
      public Optional<Set<String>> read(TokenReader in) {
        List<String> texts = new ArrayList<>(1); // most sets have one text
        Set<String> seen = new HashSet<>(0);
        return items(in, () -> item.read(in).ifPresent(text -> once(in, text, texts, seen)), texts)
            .map(in.interner()::set);
      }

      private void once(TokenReader in, String text, List<String> texts, Set<String> seen) {
        if (texts.size() == 1) {
          seen.addAll(texts);
        }
        texts.add(text);
        if (texts.size() > 1 && !seen.add(text)) {
          in.problem(
              Problem.Code.BAD_VALUE,
              text,
              in.field() + ": duplicate '" + ValueInMessage.abridged(text) + "' in the list");
        }
      }

      @Override
      public void write(Set<String> values, JsonGenerator out) {
        list.write(List.copyOf(values), out);
      }

      @Override
      public void schema(JsonGenerator out) {
        list.schema(out);
        out.writeBooleanProperty("uniqueItems", true);
      }
    };
  }

  /** Returns a codec of the parts of a composite: an object of ids and stances. */
  static Codec<Map<String, Stance>> stances() {
    return mapOf(
        oneOf(Stance.class),
        "part",
        "an object of ids and stances",
        "{\"join-us-md\": \"AGAINST\"}",
        out -> {
          out.writeNumberProperty("minProperties", 2);
          out.writeName("additionalProperties");
          out.writeStartObject();
          out.writeName("enum");
          out.writeStartArray();
          out.writeString(Stance.FOR.name());
          out.writeString(Stance.AGAINST.name());
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  /** Returns a codec of identifiers: an object of schemes and values. */
  static Codec<Map<String, String>> identifiers() {
    return mapOf(
        NON_BLANK,
        "scheme",
        "an object of schemes and identifiers",
        "{\"iso3166\": \"KR\"}",
        out -> {
          out.writeName("propertyNames");
          out.writeStartObject();
          ID.schema(out);
          out.writeEndObject();
          out.writeName("additionalProperties");
          out.writeStartObject();
          NON_BLANK.schema(out);
          out.writeEndObject();
        });
  }

  /** Returns a codec of the members of a reading: an object of names of members and values. */
  static Codec<Map<String, String>> membersRead() {
    return mapOf(
        TEXT,
        "member",
        "an object of members of a claim and their values",
        "{\"force\": \"PROMISE\"}",
        out -> {
          out.writeNumberProperty("minProperties", 1);
          out.writeName("additionalProperties");
          out.writeStartObject();
          TEXT.schema(out);
          out.writeEndObject();
        });
  }

  /**
   * Returns a codec of objects whose members are not declared.
   *
   * @param key what the name of a member is, in words
   * @param wanted the type, in words
   * @param example a value
   * @param schema writes what the schema says of members
   */
  private static <V> Codec<Map<String, V>> mapOf(
      Codec<V> value, String key, String wanted, String example, Consumer<JsonGenerator> schema) {
    return new Codec<>() {
      @Override
      public Optional<Map<String, V>> read(TokenReader in) {
        if (in.token() != JsonToken.START_OBJECT) {
          return in.wrongType(wanted, example);
        }
        Map<String, V> values = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        int before = in.problemCount();
        while (in.next() != JsonToken.END_OBJECT) {
          String name = in.name();
          if (!seen.add(name)) {
            in.problem(
                Problem.Code.DUPLICATE_MEMBER,
                name,
                "duplicate " + key + " '" + ValueInMessage.abridged(name) + "'");
          }
          in.next();
          value.read(in).ifPresent(read -> values.put(name, read));
        }
        return in.problemCount() == before ? Optional.of(values) : Optional.empty();
      }

      @Override
      public void write(Map<String, V> values, JsonGenerator out) {
        out.writeStartObject();
        values.forEach(
            (name, written) -> {
              out.writeName(name);
              value.write(written, out);
            });
        out.writeEndObject();
      }

      @Override
      public void schema(JsonGenerator out) {
        out.writeStringProperty("type", "object");
        schema.accept(out);
      }
    };
  }
}
