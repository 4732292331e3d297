package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.brief.Brief;
import org.demarche.brief.PartyProfiles;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.text.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A null argument of a reader or writer is rejected with the name of the parameter. */
class NullArgumentsTest {
  private static final Dossier DOSSIER = SampleDossiers.completeDossier();

  @TempDir static Path folder;

  /** The classes whose static methods are called, and the objects whose methods are. */
  private static final Map<Class<?>, Object> RECEIVERS =
      Map.of(
          Answers.class,
          Answers.class,
          Dossiers.class,
          Dossiers.class,
          WebAnnotations.class,
          WebAnnotations.class,
          AnswerWriter.class,
          Answers.writer(),
          DossierReader.class,
          Dossiers.reader());

  /** Returns a valid argument of each type. */
  private static Map<Class<?>, Object> valid() {
    return Map.ofEntries(
        Map.entry(Answer.class, Tracker.of(DOSSIER).position("rok", "three-nos")),
        Map.entry(Printable.class, Tracker.of(DOSSIER).position("rok", "three-nos")),
        Map.entry(Dossier.class, DOSSIER),
        Map.entry(DossierRecord.class, DOSSIER.claims().get(0)),
        Map.entry(Class.class, Claim.class),
        Map.entry(Path.class, folder.resolve("a.jsonl")),
        Map.entry(String.class, "a.json"),
        Map.entry(PartyProfiles.class, Brief.ofParties(Tracker.of(Dossier.of()))),
        Map.entry(long.class, 0L),
        Map.entry(Stream.class, Stream.empty()),
        Map.entry(Iterable.class, List.of()),
        Map.entry(UnaryOperator.class, UnaryOperator.identity()),
        Map.entry(Consumer.class, (Consumer<Object>) problem -> {}),
        Map.entry(InputStream.class, new ByteArrayInputStream(new byte[0])),
        Map.entry(OutputStream.class, OutputStream.nullOutputStream()),
        Map.entry(PrintStream.class, new PrintStream(OutputStream.nullOutputStream())),
        Map.entry(Appendable.class, new StringBuilder()));
  }

  /** Returns each public method with a parameter that may be null, and where it may be. */
  static Stream<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Class<?> type : RECEIVERS.keySet()) {
      for (Method method : type.getDeclaredMethods()) {
        boolean isCalled = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
        for (int i = 0; isCalled && i < method.getParameterCount(); i++) {
          if (!method.getParameters()[i].getType().isPrimitive()) {
            calls.add(new Call(method, i, false));
          }
          if (method.isVarArgs() && i == method.getParameterCount() - 1) {
            calls.add(new Call(method, i, true));
          }
        }
      }
    }
    return calls.stream();
  }

  /** A call with a null argument, or with an array that has a null element. */
  record Call(Method method, int position, boolean isElement) {
    String parameter() {
      return method.getParameters()[position].getName();
    }

    Object[] arguments() {
      Object[] arguments = new Object[method.getParameterCount()];
      for (int i = 0; i < arguments.length; i++) {
        Class<?> type = method.getParameters()[i].getType();
        if (i != position) {
          arguments[i] =
              type.isArray()
                  ? Array.newInstance(type.getComponentType(), 0)
                  : Objects.requireNonNull(valid().get(type), () -> "no valid value of " + type);
        } else if (isElement) {
          arguments[i] = Array.newInstance(type.getComponentType(), 1);
        }
      }
      return arguments;
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getSimpleName()
          + "."
          + method.getName()
          + Stream.of(method.getParameters())
              .map(Parameter::getType)
              .map(Class::getSimpleName)
              .toList()
          + ": "
          + parameter()
          + (isElement ? ", an element" : "");
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void null_is_rejected_with_the_name_of_the_parameter(Call call) throws IllegalAccessException {
    Throwable thrown = null;
    try {
      call.method().invoke(RECEIVERS.get(call.method().getDeclaringClass()), call.arguments());
    } catch (InvocationTargetException refused) {
      thrown = refused.getCause();
    }
    assertThat(thrown).isInstanceOf(NullPointerException.class).hasMessage(call.parameter());
    assertThat(folder).as("nothing is written").isEmptyDirectory();
  }

  @Test
  void the_methods_are_found() {
    assertThat(calls()).hasSizeGreaterThan(45);
  }
}
