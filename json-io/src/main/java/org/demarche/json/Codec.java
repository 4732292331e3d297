package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.demarche.model.Problem;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.text.Nearest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/** How values of a type stand in JSON: one description for reading and for writing. */
interface Codec<V> {
  /**
   * Reads the value at hand; where it does not fit, notes why, passes over it and gives nothing.
   */
  Optional<V> read(Cursor in);

  /** Writes a value. */
  void write(V value, JsonGenerator out);

  /** Text. */
  Codec<String> TEXT =
      new Codec<>() {
        @Override
        public Optional<String> read(Cursor in) {
          return in.token() == JsonToken.VALUE_STRING
              ? Optional.of(in.text())
              : in.wrongType("text in quotation marks", "");
        }

        @Override
        public void write(String value, JsonGenerator out) {
          out.writeString(value);
        }
      };

  /** True or false. */
  Codec<Boolean> BOOLEAN =
      new Codec<>() {
        @Override
        public Optional<Boolean> read(Cursor in) {
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
      };

  /** A whole number. */
  Codec<Integer> INTEGER =
      new Codec<>() {
        @Override
        public Optional<Integer> read(Cursor in) {
          if (in.token() != JsonToken.VALUE_NUMBER_INT) {
            return in.wrongType("a whole number", "12");
          }
          try {
            return Optional.of(in.number());
          } catch (InputCoercionException tooLarge) {
            return in.wrongType("a whole number below 2147483648", "12");
          }
        }

        @Override
        public void write(Integer value, JsonGenerator out) {
          out.writeNumber(value.intValue());
        }
      };

  /** A date in the forms of {@link When}. */
  Codec<When> WHEN = dated("a date in quotation marks", "\"2017-10-31\"", When::parse);

  /** A day. */
  Codec<LocalDate> DAY = dated("a day in quotation marks", "\"2017-05-10\"", Codec::day);

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException bad) {
      throw new IllegalArgumentException("'" + text + "' is not a day such as 2017-05-10", bad);
    }
  }

  private static <V> Codec<V> dated(String wanted, String right, Function<String, V> parse) {
    return new Codec<>() {
      @Override
      public Optional<V> read(Cursor in) {
        if (in.token() != JsonToken.VALUE_STRING) {
          return in.wrongType(wanted, right);
        }
        try {
          return Optional.of(parse.apply(in.text()));
        } catch (IllegalArgumentException bad) {
          in.problem(Problem.Code.BAD_DATE, in.text(), in.field() + ": " + bad.getMessage());
          return Optional.empty();
        }
      }

      @Override
      public void write(V value, JsonGenerator out) {
        out.writeString(value.toString());
      }
    };
  }

  /** A constant of an enum, by its name. */
  static <E extends Enum<E>> Codec<E> oneOf(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    ImmutableMap<String, E> byName =
        Arrays.stream(type.getEnumConstants())
            .collect(ImmutableMap.toImmutableMap(Enum::name, e -> e));
    return new Codec<>() {
      @Override
      public Optional<E> read(Cursor in) {
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
                  + in.text()
                  + "' is none of "
                  + String.join(", ", names)
                  + Nearest.hint(in.text(), names, 1));
        }
        return value;
      }

      @Override
      public void write(E value, JsonGenerator out) {
        out.writeString(value.name());
      }
    };
  }

  /** A list. A value that does not fit makes the list not fit, after all of it was looked at. */
  static <V> Codec<List<V>> listOf(Codec<V> item) {
    return new Codec<>() {
      @Override
      public Optional<List<V>> read(Cursor in) {
        if (in.token() != JsonToken.START_ARRAY) {
          String right =
              in.token() == JsonToken.VALUE_STRING
                  ? "[\"" + Cursor.abridged(in.text()) + "\"]"
                  : "";
          return in.wrongType("a list", right);
        }
        List<V> items = new ArrayList<>();
        int before = in.problemCount();
        while (in.next() != JsonToken.END_ARRAY) {
          item.read(in).ifPresent(items::add);
        }
        return in.problemCount() == before ? Optional.of(items) : Optional.empty();
      }

      @Override
      public void write(List<V> values, JsonGenerator out) {
        out.writeStartArray();
        values.forEach(value -> item.write(value, out));
        out.writeEndArray();
      }
    };
  }

  /** Texts of which none may stand twice. */
  static Codec<Set<String>> setOfText() {
    Codec<List<String>> list = listOf(TEXT);
    return new Codec<>() {
      @Override
      public Optional<Set<String>> read(Cursor in) {
        return list.read(in)
            .map(
                items -> {
                  Set<String> set = new LinkedHashSet<>();
                  for (String item : items) {
                    if (!set.add(item)) {
                      in.problem(
                          Problem.Code.BAD_VALUE,
                          item,
                          in.field() + ": '" + item + "' stands twice in the list");
                    }
                  }
                  return set;
                });
      }

      @Override
      public void write(Set<String> values, JsonGenerator out) {
        list.write(List.copyOf(values), out);
      }
    };
  }

  /** The parts of a composite: an object of ids and stances. */
  static Codec<Map<String, Stance>> stances() {
    Codec<Stance> stance = oneOf(Stance.class);
    return new Codec<>() {
      @Override
      public Optional<Map<String, Stance>> read(Cursor in) {
        if (in.token() != JsonToken.START_OBJECT) {
          return in.wrongType("an object of ids and stances", "{\"join-us-md\": \"AGAINST\"}");
        }
        Map<String, Stance> parts = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        int before = in.problemCount();
        while (in.next() != JsonToken.END_OBJECT) {
          String part = in.name();
          if (!seen.add(part)) {
            in.problem(Problem.Code.DUPLICATE_MEMBER, part, "part '" + part + "' stands twice");
          }
          in.next();
          stance.read(in).ifPresent(value -> parts.put(part, value));
        }
        return in.problemCount() == before ? Optional.of(parts) : Optional.empty();
      }

      @Override
      public void write(Map<String, Stance> values, JsonGenerator out) {
        out.writeStartObject();
        values.forEach(
            (part, value) -> {
              out.writeName(part);
              stance.write(value, out);
            });
        out.writeEndObject();
      }
    };
  }
}
