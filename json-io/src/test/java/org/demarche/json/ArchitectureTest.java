package org.demarche.json;

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

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Dossier;
import tools.jackson.core.JsonParser;

/** The laws of this room: where Jackson may be seen, and what nobody does. */
@AnalyzeClasses(packages = "org.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String HERE = "org.demarche.json";
  private static final String JACKSON = "tools.jackson..";

  @ArchTest
  static void the_laws_see_the_rooms_they_are_for(JavaClasses classes) {
    // Else they would all hold of nothing.
    if (!classes.contain(Dossiers.class)
        || !classes.contain(Dossier.class)
        || classes.get(Dossiers.class).getPackage().getClassDependenciesFromThisPackage().stream()
            .noneMatch(d -> d.getTargetClass().isEquivalentTo(JsonParser.class))) {
      throw new AssertionError("a room is missing");
    }
  }

  @ArchTest
  static final ArchRule only_this_room_knows_jackson =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JACKSON);

  @ArchTest
  static final ArchRule nobody_knows_the_other_jackson =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule what_is_public_here_shows_no_jackson =
      classes()
          .that()
          .resideInAPackage(HERE)
          .and()
          .arePublic()
          .and()
          .doNotHaveSimpleName("DemarcheModule") // which is there for Jackson
          .should(showNothingOf(JACKSON));

  @ArchTest
  static final ArchRule this_room_knows_only_what_core_exports =
      classes()
          .that()
          .resideInAPackage(HERE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              HERE,
              "org.demarche",
              "org.demarche.answer",
              "org.demarche.model",
              "org.demarche.network",
              "org.demarche.text",
              JACKSON,
              "com.google.common..",
              "org.jspecify..",
              "java..");

  @ArchTest
  static final ArchRule nobody_else_knows_this_room =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HERE);

  @ArchTest
  static final ArchRule no_room_leads_back_to_itself =
      slices().matching("org.demarche.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobody_prints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(target(name("printStackTrace")));

  @ArchTest
  static final ArchRule nobody_logs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..")
          .orShould()
          .callMethodWhere(target(name("getLogger")));

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses()
          .that()
          .doNotHaveSimpleName("LockedAppend") // waits for who holds the lock of its file
          .should()
          .callMethodWhere(target(name("sleep")).and(target(owner(type(Thread.class)))));

  @ArchTest
  static final ArchRule nobody_asks_the_clock =
      noClasses()
          .should()
          .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callConstructor(java.util.Date.class);

  @ArchTest
  static final ArchRule nobody_draws_lots_that_cannot_be_drawn_again =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class);

  @ArchTest
  static final ArchRule nothing_static_can_be_set =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(HERE)
          .should()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule nothing_static_that_is_seen_can_change =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(HERE)
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areNotPrivate()
          .should()
          .haveRawType(unchanging())
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaClass> type(Class<?> type) {
    return DescribedPredicate.describe(type.getName(), c -> c.isEquivalentTo(type));
  }

  private static DescribedPredicate<JavaClass> unchanging() {
    return DescribedPredicate.describe(
        "a type whose values cannot change",
        type ->
            type.isPrimitive()
                || type.isEnum()
                || type.isEquivalentTo(String.class)
                || type.isAssignableTo(ImmutableCollection.class)
                || type.isAssignableTo(ImmutableMap.class)
                || type.getPackageName().equals("org.demarche.model"));
  }

  private static ArchCondition<JavaClass> showNothingOf(String packages) {
    DescribedPredicate<JavaClass> hidden = resideInAPackage(packages);
    return new ArchCondition<>("show nothing of " + packages) {
      @Override
      public void check(JavaClass shown, ConditionEvents events) {
        for (JavaCodeUnit unit : shown.getCodeUnits()) {
          if (isSeen(unit.getModifiers())) {
            Stream.of(
                    Stream.of(unit.getReturnType()),
                    unit.getParameterTypes().stream(),
                    unit.getExceptionTypes().stream(),
                    unit.getTypeParameters().stream())
                .flatMap(types -> types)
                .forEach(type -> check(shown, unit.getFullName(), (JavaType) type, events));
          }
        }
        for (JavaField field : shown.getFields()) {
          if (isSeen(field.getModifiers())) {
            check(shown, field.getFullName(), field.getType(), events);
          }
        }
        shown.getAllRawSuperclasses().forEach(type -> check(shown, shown.getName(), type, events));
        shown.getAllRawInterfaces().forEach(type -> check(shown, shown.getName(), type, events));
      }

      private boolean isSeen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC)
            || modifiers.contains(JavaModifier.PROTECTED);
      }

      private void check(JavaClass shown, String where, JavaType type, ConditionEvents events) {
        type.getAllInvolvedRawTypes().stream()
            .filter(hidden)
            .forEach(t -> events.add(violated(shown, where + " shows " + t.getName())));
      }
    };
  }
}
