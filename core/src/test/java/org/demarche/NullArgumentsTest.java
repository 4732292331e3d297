package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Stance.FOR;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Grade;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A null argument of any public method is rejected with the name of the parameter. */
class NullArgumentsTest {
  private static final Tracker TRACKER =
      TestDossier.of("p", "q").says("x", "c1", "p", FOR, ASSERT, "2016-02-10").tracker();

  /** The objects whose methods are called. */
  private static final List<Object> RECEIVERS =
      List.of(
          TRACKER,
          TRACKER.claims(),
          TRACKER.matrix("x"),
          AgreementQuery.of(TRACKER),
          CongruenceQuery.of(TRACKER),
          AffiliationQuery.of(TRACKER));

  /** A valid argument of each type; a text is a party unless its parameter is named otherwise. */
  private static final Map<Class<?>, Object> VALID =
      Map.ofEntries(
          Map.entry(Tracker.class, TRACKER),
          Map.entry(ClaimQuery.class, TRACKER.claims()),
          Map.entry(FoundClaims.class, TRACKER.claims().find()),
          Map.entry(Dossier.class, TRACKER.dossier()),
          Map.entry(DossierRecord.class, TRACKER.dossier().claims().get(0)),
          Map.entry(Iterable.class, ImmutableList.of()),
          Map.entry(LocalDate.class, LocalDate.of(2016, 1, 31)),
          Map.entry(Period.class, Period.ofMonths(1)),
          Map.entry(Grade.class, Grade.REPORTED),
          Map.entry(ActorKind.class, ActorKind.STATE),
          Map.entry(Force.class, ASSERT),
          Map.entry(Force.Point.class, Force.Point.ASSERTIVE),
          Map.entry(Stance.class, FOR),
          Map.entry(Mode.class, Mode.DIRECT),
          Map.entry(int.class, 1),
          Map.entry(double.class, 0.5));

  private static final Map<String, String> TEXTS =
      Map.of("proposition", "p", "second", "y", "from", "2016", "to", "2016", "last", "2016");

  /** Returns each public method with a parameter that may be null, and where it may be. */
  static Stream<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Object receiver : RECEIVERS) {
      for (Method method : receiver.getClass().getDeclaredMethods()) {
        boolean isCalled =
            Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && !method.getName().equals("equals");
        for (int i = 0; isCalled && i < method.getParameterCount(); i++) {
          Parameter parameter = method.getParameters()[i];
          if (!parameter.getType().isPrimitive()) {
            calls.add(new Call(receiver, method, i, false));
          }
          if (method.isVarArgs() && i == method.getParameterCount() - 1) {
            calls.add(new Call(receiver, method, i, true));
          }
        }
      }
    }
    return calls.stream();
  }

  /** A call with a null argument, or with an array that has a null element. */
  record Call(Object receiver, Method method, int position, boolean isElement) {
    String parameter() {
      return method.getParameters()[position].getName();
    }

    Object[] arguments() {
      Object[] arguments = new Object[method.getParameterCount()];
      for (int i = 0; i < arguments.length; i++) {
        Parameter parameter = method.getParameters()[i];
        if (i != position) {
          arguments[i] = valid(parameter);
        } else if (isElement) {
          arguments[i] = Array.newInstance(parameter.getType().getComponentType(), 1);
        }
      }
      return arguments;
    }

    private static Object valid(Parameter parameter) {
      Class<?> type = parameter.getType();
      if (type.isArray()) {
        return Array.newInstance(type.getComponentType(), 0);
      }
      return type == String.class
          ? TEXTS.getOrDefault(parameter.getName(), "x")
          : Objects.requireNonNull(VALID.get(type), () -> "no valid value of " + type);
    }

    @Override
    public String toString() {
      return receiver.getClass().getSimpleName()
          + "."
          + method.getName()
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
      call.method().invoke(call.receiver(), call.arguments());
    } catch (InvocationTargetException refused) {
      thrown = refused.getCause();
    }
    assertThat(thrown).isInstanceOf(NullPointerException.class).hasMessage(call.parameter());
  }

  @Test
  void the_methods_are_found() {
    assertThat(calls()).hasSizeGreaterThan(80);
  }
}
