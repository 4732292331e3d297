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
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.json.records.ReadLimits;
import org.demarche.json.records.TokenReader;
import org.demarche.json.records.ValueWriter;
import org.demarche.json.tables.Dialect;
import org.demarche.json.tables.TextFormat;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;

/** The architecture of this module: its layers, where Jackson may be used, and what is banned. */
@AnalyzeClasses(packages = "org.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String EXPORTED = "org.demarche.json";
  private static final String MODULE = "org.demarche.json..";
  private static final int LARGEST_CYCLE = 4;
  private static final String JACKSON = "tools.jackson..";

  @ArchTest
  static void the_rules_see_both_modules_and_their_libraries(JavaClasses classes) {
    // Otherwise all rules would hold trivially, on an empty set of classes.
    if (!classes.contain(Dossiers.class)
        || !classes.contain(Dossier.class)
        || classes
            .get(TokenReader.class)
            .getPackage()
            .getClassDependenciesFromThisPackage()
            .stream()
            .noneMatch(d -> d.getTargetClass().isEquivalentTo(JsonParser.class))) {
      throw new AssertionError("a module or a library is missing");
    }
  }

  @ArchTest
  static final ArchRule only_this_module_uses_jackson =
      noClasses()
          .that()
          .resideOutsideOfPackage(MODULE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JACKSON);

  @ArchTest
  static final ArchRule no_class_uses_jackson_2 =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule the_exported_package_shows_no_type_of_jackson =
      classes()
          .that()
          .resideInAPackage(EXPORTED)
          .and()
          .arePublic()
          .and()
          .doNotHaveSimpleName("DemarcheModule") // which is there for Jackson
          .should(showNothingOf(JACKSON));

  @ArchTest
  static final ArchRule this_module_uses_only_what_core_exports =
      classes()
          .that()
          .resideInAPackage(MODULE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              MODULE,
              "org.demarche",
              "org.demarche.answer",
              "org.demarche.answer.factory",
              "org.demarche.brief",
              "org.demarche.coding",
              "org.demarche.index",
              "org.demarche.model",
              "org.demarche.network",
              "org.demarche.picture",
              "org.demarche.snapshot",
              "org.demarche.suggestion",
              "org.demarche.text",
              JACKSON,
              "com.google.common..",
              "org.apache.commons.compress.archivers.zip..", // by which fastexcel opens workbooks
              "org.dhatim.fastexcel..",
              "org.jspecify..",
              "java..",
              "javax.xml.stream..");

  @ArchTest
  static final ArchRule no_other_module_uses_this_one =
      noClasses()
          .that()
          .resideOutsideOfPackage(MODULE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(MODULE);

  @ArchTest
  static final ArchRule packages_of_all_modules_are_free_of_cycles =
      slices().assignedFrom(new Packages()).should().beFreeOfCycles();

  /**
   * Assigns each class to its package, and the factory of answers to the package of the answers.
   */
  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return SliceIdentifier.of(
          name.equals("org.demarche.answer.factory") ? "org.demarche.answer" : name);
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  @ArchTest
  static final ArchRule imports_between_the_packages_of_this_module_run_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("exported")
          .definedBy(EXPORTED)
          .layer("answers")
          .definedBy("org.demarche.json.answers")
          .layer("sheets")
          .definedBy("org.demarche.json.sheets")
          .layer("annotations")
          .definedBy("org.demarche.json.annotations")
          .layer("dna")
          .definedBy("org.demarche.json.dna")
          .layer("refiqda")
          .definedBy("org.demarche.json.refiqda")
          .layer("texts")
          .definedBy("org.demarche.json.texts")
          .layer("tables")
          .definedBy("org.demarche.json.tables")
          .layer("records")
          .definedBy("org.demarche.json.records")
          .layer("snapshots")
          .definedBy("org.demarche.json.snapshots")
          .layer("files")
          .definedBy("org.demarche.json.files")
          .whereLayer("exported")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("answers")
          .mayOnlyBeAccessedByLayers("exported")
          .whereLayer("sheets")
          .mayOnlyBeAccessedByLayers("exported", "answers")
          .whereLayer("annotations")
          .mayOnlyBeAccessedByLayers("exported")
          .whereLayer("dna")
          .mayOnlyBeAccessedByLayers("exported")
          .whereLayer("refiqda")
          .mayOnlyBeAccessedByLayers("exported")
          .whereLayer("texts")
          .mayOnlyBeAccessedByLayers("exported")
          .whereLayer("tables")
          .mayOnlyBeAccessedByLayers("exported", "annotations", "dna", "refiqda", "texts")
          .whereLayer("snapshots")
          .mayOnlyBeAccessedByLayers("exported")
          .whereLayer("records")
          .mayOnlyBeAccessedByLayers("exported", "answers", "snapshots", "tables")
          .whereLayer("files")
          .mayOnlyBeAccessedByLayers(
              "exported",
              "answers",
              "sheets",
              "annotations",
              "dna",
              "refiqda",
              "tables",
              "records",
              "snapshots",
              "texts");

  @ArchTest
  static final ArchRule every_package_of_this_module_is_a_layer =
      classes()
          .that()
          .resideInAPackage(MODULE)
          .should()
          .resideInAnyPackage(
              EXPORTED,
              "org.demarche.json.answers",
              "org.demarche.json.annotations",
              "org.demarche.json.dna",
              "org.demarche.json.refiqda",
              "org.demarche.json.sheets",
              "org.demarche.json.snapshots",
              "org.demarche.json.tables",
              "org.demarche.json.texts",
              "org.demarche.json.records",
              "org.demarche.json.files");

  @ArchTest
  static final ArchRule the_exported_package_shows_no_internal_type =
      classes()
          .that()
          .resideInAPackage(EXPORTED)
          .and()
          .arePublic()
          .should(showNothingOf("org.demarche.json.*.."));

  @ArchTest
  static final ArchRule cycles_of_types_inside_a_package_of_any_module_are_small =
      classes()
          .that()
          .resideInAPackage("org.demarche..")
          .should(SmallTypeCycles.ofAtMost(LARGEST_CYCLE));

  @Test
  void a_cycle_of_types_is_found_with_all_its_members() {
    List<List<String>> components =
        SmallTypeCycles.components(
            Map.of(
                "a", Set.of("b"),
                "b", Set.of("c", "d"),
                "c", Set.of("a"),
                "d", Set.of("e"),
                "e", Set.of("d"),
                "f", Set.of("a")));
    assertThat(components.stream().map(Set::copyOf))
        .containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("d", "e"), Set.of("f"));
  }

  @ArchTest
  static final ArchRule no_class_prints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(target(name("printStackTrace")));

  @ArchTest
  static final ArchRule no_class_logs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..")
          .orShould()
          .callMethodWhere(target(name("getLogger")));

  @ArchTest
  static final ArchRule only_an_appender_sleeps =
      noClasses()
          .that()
          .doNotHaveSimpleName("LockedFile") // waits for the lock of a file
          .should()
          .callMethodWhere(target(name("sleep")).and(target(owner(type(Thread.class)))));

  @ArchTest
  static final ArchRule no_class_reads_the_clock =
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
  static final ArchRule no_class_uses_random_numbers =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class);

  /** The README names these, for programs that shrink the jars. */
  @ArchTest
  static final ArchRule only_five_classes_use_reflection =
      noClasses()
          .that()
          .haveNameNotMatching(
              "org\\.demarche\\.(answer\\.factory\\.FactoryLookup|dossierindex\\.RecordNumbers"
                  + "|json\\.files\\.OptionalLibrary|network\\.TrackerView"
                  + "|snapshot\\.IndexedDossier(\\$Search)?)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.ServiceLoader.class)
          .orShould()
          .callMethodWhere(target(owner(type(Class.class))).and(target(name("forName"))))
          .orShould()
          .callMethodWhere(target(owner(type(ClassLoader.class))).and(target(name("loadClass"))));

  @ArchTest
  static final ArchRule static_fields_are_final =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(MODULE)
          .should()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule visible_static_fields_are_immutable =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(MODULE)
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
        "an immutable type",
        type ->
            type.isPrimitive()
                || type.isEnum()
                || type.isEquivalentTo(String.class)
                || type.isAssignableTo(ImmutableCollection.class)
                || type.isAssignableTo(ImmutableMap.class)
                || type.isAssignableTo(ValueWriter.class) // codecs have no state
                || type.isEquivalentTo(ReadLimits.class)
                || type.isEquivalentTo(Dialect.class)
                || type.isEquivalentTo(TextFormat.class)
                || type.getPackageName().equals("org.demarche.model"));
  }

  private static ArchCondition<JavaClass> showNothingOf(String packages) {
    DescribedPredicate<JavaClass> hidden = resideInAPackage(packages);
    return new ArchCondition<>("not expose types of " + packages) {
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
