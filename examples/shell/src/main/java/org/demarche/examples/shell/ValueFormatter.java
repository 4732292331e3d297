package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimap;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import org.demarche.ClaimQuery;
import org.demarche.MatrixQuery;
import org.demarche.answer.Answer;
import org.demarche.answer.Wording;
import org.demarche.json.DemarcheModule;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.text.Printable;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Formats values for the shell: an answer as its page, a list as a table or one line per member, a
 * dossier record as JSON, and a string unchanged.
 */
final class ValueFormatter {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new DemarcheModule()).build();

  private ValueFormatter() {}

  /** Formats a value in a style, with answers in a wording. */
  static String format(Style style, Wording wording, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return format(style, wording, optional.isPresent() ? optional.get() : "none");
    }
    return value instanceof CharSequence
            || value instanceof DossierRecord
            || value instanceof Evidence
        ? line(value) // already formatted: not wrapped again
        : page(answer -> answer.page(wording), value).print(style);
  }

  /** Returns the page of a value, with each answer in it printed by a function. */
  static TextPage page(Function<Answer, TextPage> form, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return page(form, optional.isPresent() ? optional.get() : "none");
    }
    Optional<Answer> answer = answer(value);
    if (answer.isPresent()) {
      return form.apply(answer.get());
    }
    if (value instanceof Printable printable) {
      return printable.page();
    }
    if (value instanceof TextPage page) {
      return page;
    }
    if (value instanceof BaseStream<?, ?>) {
      return lines(List.of("(a stream: add .toList() to see its elements)"));
    }
    if (value instanceof Multimap<?, ?> multimap) {
      return page(form, multimap.asMap());
    }
    if (value instanceof Map<?, ?> map) {
      if (!map.isEmpty() && map.values().stream().allMatch(Printable.class::isInstance)) {
        return TextPage.empty()
            .passages(
                map.entrySet().stream()
                    .map(
                        entry ->
                            TextPage.of(line(entry.getKey()))
                                .gap()
                                .page(page(form, entry.getValue())))
                    .toList());
      }
      return table(
          List.of("key", "value"),
          ImmutableList.copyOf(map.entrySet()),
          entry -> List.of(line(entry.getKey()), line(entry.getValue())));
    }
    if (value != null && value.getClass().isArray()) {
      return members(
          form,
          IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList());
    }
    if (value instanceof Collection<?> collection) {
      return members(form, new ArrayList<>(collection));
    }
    return lines(List.of(line(value)));
  }

  /** Returns the answer that a value is, or that a query finds. */
  static Optional<Answer> answer(@Nullable Object value) {
    if (value instanceof ClaimQuery query) {
      return Optional.of(query.find());
    }
    if (value instanceof MatrixQuery query) {
      return Optional.of(query.at());
    }
    return value instanceof Answer answer ? Optional.of(answer) : Optional.empty();
  }

  private static TextPage members(Function<Answer, TextPage> form, List<?> members) {
    if (members.isEmpty()) {
      return lines(List.of("none"));
    }
    if (all(Claim.class, members)) {
      return table(
          List.of("id", "asserted", "principals", "stance", "force", "proposition"),
          of(Claim.class, members),
          claim ->
              List.of(
                  claim.id(),
                  claim.asserted().toString(),
                  String.join(", ", claim.principals()),
                  claim.stance().name(),
                  claim.force().name(),
                  claim.proposition()));
    }
    if (all(Proposition.class, members)) {
      return table(
          List.of("id", "issue", "label", "proposition"),
          of(Proposition.class, members),
          proposition ->
              List.of(
                  proposition.id(),
                  proposition.issue(),
                  proposition.label().orElse(""),
                  proposition.text()));
    }
    if (all(Actor.class, members)) {
      return table(
          List.of("id", "kind", "of", "name"),
          of(Actor.class, members),
          actor -> List.of(actor.id(), actor.kind().name(), actor.of().orElse(""), actor.name()));
    }
    if (all(Source.class, members)) {
      return table(
          List.of("id", "published", "outlet", "title"),
          of(Source.class, members),
          source ->
              List.of(source.id(), source.published().toString(), source.outlet(), source.title()));
    }
    if (all(Occasion.class, members)) {
      return table(
          List.of("id", "date", "occasion"),
          of(Occasion.class, members),
          occasion -> List.of(occasion.id(), occasion.when().toString(), occasion.label()));
    }
    if (all(Printable.class, members)) {
      return TextPage.empty().passages(Lists.transform(members, member -> page(form, member)));
    }
    return lines(Lists.transform(members, ValueFormatter::line));
  }

  private static boolean all(Class<?> type, List<?> members) {
    return members.stream().allMatch(type::isInstance);
  }

  private static <T> List<T> of(Class<T> type, List<?> members) {
    return members.stream().<T>map(type::cast).toList();
  }

  private static <T> TextPage table(
      List<String> header, List<T> rows, Function<T, List<String>> row) {
    return rows.isEmpty()
        ? lines(List.of("none"))
        : TextPage.empty().table(header, Lists.transform(rows, row::apply));
  }

  private static TextPage lines(List<String> lines) {
    return TextPage.empty()
        .list(0, Lists.transform(lines, line -> TextPage.empty().line(0, 2, line)));
  }

  /** Formats a value in one line or a few, but never as a class name with a hash code. */
  private static String line(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof DossierRecord || value instanceof Evidence) {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
    if (value instanceof Collection<?> collection) {
      return String.join(", ", collection.stream().map(ValueFormatter::line).toList());
    }
    return hasText(value) ? value.toString() : "(" + name(value.getClass()) + ")";
  }

  /** Tests whether the class of a value overrides toString. */
  private static boolean hasText(Object value) {
    try {
      return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException impossible) {
      throw new AssertionError(impossible); // every object has toString
    }
  }

  /** Returns the public name of a type: for a generated class, the interface that it implements. */
  private static String name(Class<?> type) {
    boolean isInternal = type.isSynthetic() || !Modifier.isPublic(type.getModifiers());
    if (isInternal && type.getInterfaces().length > 0) {
      return name(type.getInterfaces()[0]); // for example of a lambda
    }
    String name = type.getSimpleName();
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? name : outer.getSimpleName().replaceFirst("^Immutable", "") + "." + name;
  }
}
