package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import com.google.common.collect.ImmutableMap;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Null in place of each argument of each public method and constructor of the package. */
class NullArgumentsTest {
  private static final Problem PROBLEM =
      Problem.of(Problem.Code.MISSING, "claim", "X", "force", "", "claim X: no force");

  /** A value of each type that is a receiver or an argument. */
  private static final List<Object> SAMPLES =
      List.of(
          dossier(),
          source("S").build(),
          state("a").build(),
          SampleRecords.occasion("o"),
          proposition("p").build(),
          claim("X").build(),
          evidence().build(),
          Source.builder(),
          Actor.builder(),
          Proposition.builder(),
          Claim.builder(),
          Evidence.builder(),
          TermOfOffice.of("moon", LocalDate.EPOCH),
          Membership.of("uk"),
          Description.empty(),
          Reading.by("coder", ImmutableMap.of("force", "HOPE")),
          When.parse("2017"),
          PROBLEM,
          new Problem.Place("a.json", 1, 1),
          LocalDate.EPOCH,
          YearMonth.of(2017, 10),
          Year.of(2017),
          "text");

  /** A call with null for a parameter, or with null as the one element of it. */
  private record Call(Executable executable, int parameter, boolean element) {
    @Nullable Object argument() {
      if (!element) {
        return null;
      }
      Class<?> type = executable.getParameterTypes()[parameter];
      return type.isArray()
          ? Array.newInstance(type.getComponentType(), 1)
          : Collections.singletonList(null);
    }

    String parameterName() {
      return executable.getParameters()[parameter].getName();
    }

    @Override
    public String toString() {
      return executable.getDeclaringClass().getSimpleName()
          + "."
          + executable.getName()
          + ": "
          + parameterName()
          + (element ? " (element)" : "");
    }
  }

  private static Object sample(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == int.class) {
      return 1;
    }
    if (Iterable.class.isAssignableFrom(type)) {
      return List.of();
    }
    if (Map.class.isAssignableFrom(type)) {
      return ImmutableMap.of();
    }
    return SAMPLES.stream()
        .filter(type::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample of " + type));
  }

  @TestFactory
  Stream<DynamicTest> a_null_argument_is_refused_by_the_name_of_its_parameter() {
    List<Call> calls = calls();
    assertThat(calls).hasSizeGreaterThan(80);
    return calls.stream().map(call -> DynamicTest.dynamicTest(call.toString(), () -> refuse(call)));
  }

  private static List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (JavaClass imported :
        new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS))
            .importPackages("org.demarche.model")) {
      Class<?> type = imported.reflect();
      if (!Modifier.isPublic(type.getModifiers())) {
        continue;
      }
      List<Executable> executables = new ArrayList<>(Arrays.asList(type.getDeclaredMethods()));
      executables.addAll(Arrays.asList(type.getConstructors()));
      for (Executable executable : executables) {
        boolean called =
            Modifier.isPublic(executable.getModifiers())
                && !executable.isSynthetic()
                && !List.of("equals", "valueOf").contains(executable.getName());
        for (int i = 0; called && i < executable.getParameterCount(); i++) {
          if (!executable.getParameterTypes()[i].isPrimitive()) {
            calls.add(new Call(executable, i, false));
          }
          if (hasElements(executable.getParameterTypes()[i])) {
            calls.add(new Call(executable, i, true));
          }
        }
      }
    }
    calls.sort(Comparator.comparing(Call::toString));
    return calls;
  }

  private static boolean hasElements(Class<?> type) {
    return (type.isArray() && !type.getComponentType().isPrimitive())
        || (type.isAssignableFrom(List.class) && Iterable.class.isAssignableFrom(type));
  }

  private static void refuse(Call call) throws ReflectiveOperationException {
    Object[] arguments =
        Arrays.stream(call.executable().getParameters())
            .map(Parameter::getType)
            .map(NullArgumentsTest::sample)
            .toArray();
    arguments[call.parameter()] = call.argument();
    try {
      if (call.executable() instanceof Method method) {
        Object receiver =
            Modifier.isStatic(method.getModifiers()) ? null : sample(method.getDeclaringClass());
        method.invoke(receiver, arguments);
      } else {
        ((Constructor<?>) call.executable()).newInstance(arguments);
      }
    } catch (InvocationTargetException thrown) {
      assertThat(thrown.getCause())
          .isExactlyInstanceOf(NullPointerException.class)
          .hasMessage(call.parameterName());
      return;
    }
    throw new AssertionError("accepted");
  }
}
