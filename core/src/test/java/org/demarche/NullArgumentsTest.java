package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.answer.Wording;
import org.demarche.brief.Brief;
import org.demarche.coding.ClaimDraft;
import org.demarche.coding.Codebook;
import org.demarche.coding.CoderRatings;
import org.demarche.coding.CodingComparison;
import org.demarche.coding.DraftImport;
import org.demarche.coding.QuotationCheck;
import org.demarche.coding.QuotationVerdict;
import org.demarche.coding.Sentences;
import org.demarche.coding.SubmittedDraft;
import org.demarche.coding.Texts;
import org.demarche.coding.VocabularyGuide;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.Cell;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A null argument of any public method is rejected with the name of the parameter. The package of
 * the model has a test of its own.
 */
class NullArgumentsTest {
  private static final Set<String> PACKAGES =
      Set.of(
          "org.demarche",
          "org.demarche.answer",
          "org.demarche.brief",
          "org.demarche.coding",
          "org.demarche.network",
          "org.demarche.picture",
          "org.demarche.text");

  private static final Tracker TRACKER =
      TestDossier.withTalks().says("x", "c1", "p", FOR, ASSERT, "2016-02-10", "frame").tracker();

  /** A value of each type that is a receiver or an argument. */
  private static final List<Object> SAMPLES =
      List.of(
          TRACKER,
          TRACKER.dossier(),
          TRACKER.viewpoint(),
          TRACKER.dossier().claims().get(0),
          TRACKER.claims(),
          TRACKER.claims().find(),
          TRACKER.claims().framings(),
          TRACKER.matrix("x"),
          TRACKER.matrix("x").at(),
          TRACKER.changesTo(TRACKER),
          TRACKER.changesSince(TRACKER),
          TRACKER.compare("x", "y"),
          TRACKER.position("x", "p"),
          TRACKER.position("x", "p").support().get(0),
          TRACKER.position("y", "p"), // unknown
          TestDossier.of("p")
              .says("x", "c1", "p", FOR, ASSERT, "2016-02-10")
              .says("x", "c2", "p", AGAINST, ASSERT, "2016-02-10")
              .tracker()
              .position("x", "p"), // contested
          TRACKER.asOf("2015").changeTo(TRACKER, "x", "p"),
          TRACKER.relation("x", "y", "p"),
          TRACKER.differencesTo(TRACKER.without("S1")).rows().get(0),
          TRACKER.history("x", "p"),
          TRACKER.claims().chronology(),
          TRACKER.claims().chronology().entries().get(0),
          TRACKER.propositions(),
          TRACKER.asOf("2015").changesSince(TRACKER.asOf("2015")),
          Wording.english(),
          Locale.KOREAN,
          TRACKER.differencesTo(TRACKER),
          TRACKER.explain("x", "p"),
          TRACKER.histories("x"),
          TRACKER.positionsOf("x"),
          TRACKER.readouts("talks"),
          TRACKER.stanceGrid("x"),
          TRACKER.timeline("p"),
          AgreementQuery.of(TRACKER),
          AgreementQuery.of(TRACKER).between("x", "y"),
          AgreementQuery.of(TRACKER).parties("x", "y").all(),
          CongruenceQuery.of(TRACKER),
          CongruenceQuery.of(TRACKER).network(),
          AffiliationQuery.of(TRACKER),
          TimelinePicture.of(TRACKER),
          Brief.of(TRACKER),
          Brief.ofParty(TRACKER, "x"),
          Brief.ofParties(TRACKER),
          new Cell("", ""),
          Texts.of(TRACKER.dossier()),
          QuotationCheck.of(TRACKER.dossier(), Texts.of(TRACKER.dossier())),
          QuotationVerdict.FOUND,
          DraftImport.of(TRACKER.dossier(), Texts.of(TRACKER.dossier()), ImmutableList.of()),
          SubmittedDraft.of(TRACKER.dossier().claims().get(0)),
          Codebook.of(TRACKER.dossier()),
          new TextPage.Table("", ImmutableList.of(), ImmutableList.of()),
          Sentences.of(TRACKER.dossier(), Texts.of(Map.of("S1", "So it is.")), "S1"),
          ClaimDraft.of(TRACKER.dossier(), Texts.of(Map.of("S1", "So it is.")), "S1", 1),
          VocabularyGuide.forces(),
          CodingComparison.of(TRACKER.dossier()),
          CodingComparison.of(TRACKER.dossier()).adjudicatedBy("reviewer"),
          CoderRatings.of(ImmutableTable.of()),
          ImmutableTable.of(),
          Style.standard(),
          TextPage.empty(),
          LocalDate.of(2016, 1, 31),
          Period.ofMonths(1),
          ImmutableList.of(),
          ImmutableMap.of());

  private static final Map<String, String> TEXTS =
      Map.of(
          "proposition",
          "p",
          "second",
          "y",
          "from",
          "2016",
          "to",
          "2016",
          "last",
          "2016",
          "asOf",
          "2016");

  /** Returns each public method with a parameter that may be null, and where it may be. */
  static Stream<Call> calls() {
    Set<Method> methods = new LinkedHashSet<>();
    for (JavaClass imported :
        new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS))
            .importPackages("org.demarche")) {
      if (PACKAGES.contains(imported.getPackageName())
          && imported.getModifiers().contains(JavaModifier.PUBLIC)) {
        methods.addAll(publicMethods(imported.reflect()));
      }
    }
    List<Call> calls = new ArrayList<>();
    for (Method method : methods) {
      for (int i = 0; i < method.getParameterCount(); i++) {
        if (!method.getParameterTypes()[i].isPrimitive()) {
          calls.add(new Call(method, i, false));
        }
        if (method.isVarArgs() && i == method.getParameterCount() - 1) {
          calls.add(new Call(method, i, true));
        }
      }
    }
    return calls.stream().sorted(Comparator.comparing(Call::toString));
  }

  /** Returns the public methods of a type, with those of its hidden superclasses. */
  private static List<Method> publicMethods(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    for (Class<?> each = type;
        each != null && PACKAGES.contains(each.getPackageName());
        each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())
            && !method.isSynthetic()
            && !Set.of("equals", "valueOf").contains(method.getName())) {
          method.setAccessible(true);
          methods.add(method);
        }
      }
    }
    return methods;
  }

  /** A call with a null argument, or with an array that has a null element. */
  record Call(Method method, int position, boolean isElement) {
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

    /** Returns a valid argument; a text is a party unless its parameter is named otherwise. */
    private static Object valid(Parameter parameter) {
      return parameter.getType() == String.class
          ? TEXTS.getOrDefault(parameter.getName(), "x")
          : sample(parameter.getType());
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getSimpleName()
          + "."
          + method.getName()
          + Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList()
          + ": "
          + parameter()
          + (isElement ? ", an element" : "");
    }
  }

  private static Object sample(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type.isPrimitive()) {
      return 1;
    }
    return SAMPLES.stream()
        .filter(type::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample of " + type));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void null_is_rejected_with_the_name_of_the_parameter(Call call) throws IllegalAccessException {
    Method method = call.method();
    Object receiver =
        Modifier.isStatic(method.getModifiers()) ? null : sample(method.getDeclaringClass());
    Throwable thrown = null;
    try {
      method.invoke(receiver, call.arguments());
    } catch (InvocationTargetException refused) {
      thrown = refused.getCause();
    }
    assertThat(thrown).isExactlyInstanceOf(NullPointerException.class).hasMessage(call.parameter());
  }

  @Test
  void the_methods_are_found() {
    assertThat(calls())
        .hasSizeGreaterThan(160)
        .extracting(call -> call.method().getName())
        .contains("outcome", "party", "staleSince", "legend", "between", "suggestSources");
  }
}
