package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.json.answers.AnswerRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The plain form of answers is shared by all threads, and keeps nothing of what it writes. */
class PlainFormTest {
  private static final int THREADS = 8;
  private static final ImmutableList<Answer> ANSWERS =
      ImmutableList.copyOf(
          AnswersTest.answers(
              Tracker.of(
                  Dossiers.read(Path.of("../examples/thaad/src/main/resources/thaad.json")))));
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new DemarcheModule()).build();

  @Test
  void many_threads_write_equal_texts() throws Exception {
    List<String> expected = texts();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<List<String>>> tasks = Collections.nCopies(THREADS, PlainFormTest::texts);
      for (Future<List<String>> written : threads.invokeAll(tasks)) {
        assertThat(written.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> texts() {
    return ANSWERS.stream().map(MAPPER::writeValueAsString).toList();
  }

  @Test
  void the_plain_registry_keeps_nothing_of_the_answers_that_it_writes() {
    Set<Object> before = reachable(AnswerRegistry.plain());
    texts();
    ANSWERS.forEach(Answers::csv);
    Set<Object> after = reachable(AnswerRegistry.plain());
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().map(object -> object.getClass().getSimpleName()))
        .contains("AnswerForm", "SharedMembers")
        .doesNotContain("CitedRecords", "WritingContext", "ReadingContext");
  }

  /** Returns the objects to which another leads by fields of this module and by collections. */
  private static Set<Object> reachable(Object root) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty()) {
      Object object = left.pop();
      if (found.add(object)) {
        if (object instanceof Collection<?> several) {
          left.addAll(several);
        } else if (object instanceof Map<?, ?> map) {
          left.addAll(map.keySet());
          left.addAll(map.values());
        } else if (object instanceof Optional<?> maybe) {
          maybe.ifPresent(left::add);
        } else {
          fieldsOf(object.getClass()).forEach(field -> add(field, object, left));
        }
      }
    }
    return found;
  }

  private static List<Field> fieldsOf(Class<?> type) {
    return type.getName().startsWith("org.demarche.json.") && !type.isEnum()
        ? Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !field.getType().isPrimitive())
            .toList()
        : List.of();
  }

  private static void add(Field field, Object object, Deque<Object> left) {
    try {
      field.setAccessible(true);
      Optional.ofNullable(field.get(object)).ifPresent(left::add);
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }
}
