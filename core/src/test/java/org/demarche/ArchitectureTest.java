package org.demarche;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.immutables.value.Generated;

/** The laws of the house: which room may know which, and what no room holds. */
@AnalyzeClasses(packages = "org.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.demarche";
  private static final String MODEL = "org.demarche.model";
  private static final String ANSWER = "org.demarche.answer";
  private static final String INDEX = "org.demarche.index";
  private static final String RULES = "org.demarche.rules";
  private static final String TEXT = "org.demarche.text";
  private static final String TYPOGRAPHY = "org.demarche.typography";
  private static final String NETWORK = "org.demarche.network";
  private static final Set<String> EXPORTED = Set.of(ROOT, MODEL, ANSWER, TEXT, NETWORK);

  private static ArchRule room(String room, String... mayKnow) {
    List<String> allowed = new ArrayList<>(List.of(mayKnow));
    allowed.addAll(
        List.of(
            room,
            "java..",
            "com.google.common..",
            "com.google.errorprone.annotations..",
            "org.jspecify..",
            "org.immutables.."));
    return classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new));
  }

  @ArchTest static final ArchRule typography_depends_on_no_other_package = room(TYPOGRAPHY);

  @ArchTest static final ArchRule text_depends_only_on_typography = room(TEXT, TYPOGRAPHY);

  @ArchTest static final ArchRule the_index_knows_no_other_room = room(INDEX);

  @ArchTest static final ArchRule the_model_knows_only_text = room(MODEL, TEXT, TYPOGRAPHY);

  @ArchTest static final ArchRule answers_know_the_model = room(ANSWER, MODEL, TEXT);

  @ArchTest
  static final ArchRule the_rules_know_the_model_the_answers_and_the_index =
      room(RULES, MODEL, ANSWER, INDEX, TYPOGRAPHY);

  @ArchTest
  static final ArchRule the_front_door_knows_the_index_only_through_the_rules =
      room(ROOT, MODEL, ANSWER, RULES, TEXT);

  @ArchTest
  static final ArchRule networks_know_only_what_everyone_may_ask =
      room(NETWORK, ROOT, MODEL, ANSWER, TEXT);

  @ArchTest
  static final ArchRule no_room_leads_back_to_itself =
      slices().matching("org.demarche.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobody_asks_the_clock_sleeps_logs_or_prints =
      noClasses()
          .should()
          .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..", "org.slf4j..", "tools.jackson..", "com.fasterxml..");

  @ArchTest
  static final ArchRule nothing_static_can_change =
      fields()
          .that()
          .areStatic()
          .and()
          .areNotAnnotatedWith(Generated.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotAnnotatedWith(Generated.class)
          .should()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule rooms_are_named_for_the_domain =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..impl..", "..helper..", "..common..", "..manager..");

  @ArchTest
  static final ArchRule no_hidden_type_stands_in_a_public_signature =
      classes()
          .that()
          .resideInAnyPackage(ROOT, MODEL, ANSWER, TEXT, NETWORK)
          .and()
          .arePublic()
          .should(showOnly(EXPORTED));

  private static ArchCondition<JavaClass> showOnly(Set<String> exported) {
    return new ArchCondition<>("show only types of exported packages") {
      @Override
      public void check(JavaClass shown, ConditionEvents events) {
        for (JavaCodeUnit unit : shown.getCodeUnits()) {
          if (isSeen(unit.getModifiers())) {
            unit.getReturnType()
                .getAllInvolvedRawTypes()
                .forEach(type -> check(shown, unit.getFullName(), type, events));
            unit.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .forEach(type -> check(shown, unit.getFullName(), type, events));
          }
        }
        for (JavaField field : shown.getFields()) {
          if (isSeen(field.getModifiers())) {
            check(shown, field.getFullName(), field.getRawType(), events);
          }
        }
        shown.getAllRawSuperclasses().forEach(type -> check(shown, shown.getName(), type, events));
        shown.getAllRawInterfaces().forEach(type -> check(shown, shown.getName(), type, events));
      }

      private boolean isSeen(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC)
                || modifiers.contains(JavaModifier.PROTECTED))
            && !modifiers.contains(JavaModifier.SYNTHETIC);
      }

      private void check(JavaClass shown, String where, JavaClass type, ConditionEvents events) {
        String home = type.getPackageName();
        if (home.startsWith(ROOT)
            && (!exported.contains(home) || !type.getModifiers().contains(JavaModifier.PUBLIC))) {
          events.add(violated(shown, where + " shows " + type.getName()));
        }
      }
    };
  }
}
