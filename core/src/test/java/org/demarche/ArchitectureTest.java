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
import org.demarche.answer.Position;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.Wording;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.RecordNumbers;
import org.immutables.value.Generated;

/** The laws of the architecture: which package may use which, and what no package may do. */
@AnalyzeClasses(packages = "org.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.demarche";
  private static final String MODEL = "org.demarche.model";
  private static final String ANSWER = "org.demarche.answer";
  private static final String FACTORY = "org.demarche.answer.factory";
  private static final String INDEX = "org.demarche.index";
  private static final String DOSSIER_INDEX = "org.demarche.dossierindex";
  private static final String RULES = "org.demarche.rules";
  private static final String QUESTIONS = "org.demarche.questions";
  private static final String TEXT = "org.demarche.text";
  private static final String TYPOGRAPHY = "org.demarche.typography";
  private static final String SUGGESTION = "org.demarche.suggestion";
  private static final String LOOKUP = "org.demarche.lookup";
  private static final String NETWORK = "org.demarche.network";
  private static final String SNAPSHOT = "org.demarche.snapshot";
  private static final String CODING = "org.demarche.coding";
  private static final String PICTURE = "org.demarche.picture";
  private static final String BRIEF = "org.demarche.brief";
  private static final Set<String> EXPORTED =
      Set.of(ROOT, MODEL, ANSWER, TEXT, NETWORK, CODING, PICTURE, BRIEF);

  private static ArchRule only(String layer, String... mayUse) {
    List<String> allowed = new ArrayList<>(List.of(mayUse));
    allowed.addAll(
        List.of(
            layer,
            "java..",
            "com.google.common..",
            "com.google.errorprone.annotations..",
            "org.jspecify..",
            "org.immutables.."));
    return classes()
        .that()
        .resideInAPackage(layer)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new));
  }

  @ArchTest static final ArchRule typography_uses_no_other_package = only(TYPOGRAPHY);

  @ArchTest static final ArchRule text_uses_only_typography = only(TEXT, TYPOGRAPHY);

  @ArchTest static final ArchRule the_storage_of_rows_and_lists_uses_no_other_package = only(INDEX);

  @ArchTest static final ArchRule suggestions_use_only_typography = only(SUGGESTION, TYPOGRAPHY);

  @ArchTest
  static final ArchRule the_model_uses_only_text_suggestions_and_persistent_lists =
      only(MODEL, TEXT, TYPOGRAPHY, SUGGESTION, INDEX);

  @ArchTest
  static final ArchRule the_lookup_of_ids_knows_only_the_model = only(LOOKUP, MODEL, SUGGESTION);

  @ArchTest
  static final ArchRule answers_use_the_model =
      only(ANSWER, MODEL, LOOKUP, SUGGESTION, TEXT, FACTORY, TYPOGRAPHY);

  @ArchTest
  static final ArchRule the_factory_of_answers_uses_answers_and_the_model =
      only(FACTORY, ANSWER, MODEL);

  @ArchTest
  static final ArchRule the_index_of_a_dossier_knows_no_rules =
      only(DOSSIER_INDEX, MODEL, ANSWER, INDEX, TYPOGRAPHY);

  @ArchTest
  static final ArchRule the_rules_know_no_questions =
      only(RULES, MODEL, ANSWER, FACTORY, INDEX, DOSSIER_INDEX);

  @ArchTest
  static final ArchRule questions_do_not_know_the_tracker =
      only(
          QUESTIONS,
          MODEL,
          LOOKUP,
          SUGGESTION,
          ANSWER,
          FACTORY,
          INDEX,
          DOSSIER_INDEX,
          RULES,
          TYPOGRAPHY);

  @ArchTest
  static final ArchRule the_entry_point_does_not_read_rows =
      only(
          ROOT,
          MODEL,
          LOOKUP,
          SUGGESTION,
          ANSWER,
          FACTORY,
          DOSSIER_INDEX,
          RULES,
          QUESTIONS,
          TEXT,
          TYPOGRAPHY);

  @ArchTest
  static final ArchRule networks_count_what_a_view_shows_and_make_answers =
      only(NETWORK, ROOT, MODEL, LOOKUP, SUGGESTION, ANSWER, FACTORY, RULES, QUESTIONS, TEXT);

  @ArchTest
  static final ArchRule what_is_written_is_the_index_of_a_dossier =
      only(SNAPSHOT, ROOT, MODEL, INDEX, DOSSIER_INDEX, RULES);

  @ArchTest
  static final ArchRule coding_uses_the_public_api_looks_up_ids_and_suggests =
      only(CODING, ROOT, MODEL, LOOKUP, ANSWER, TEXT, SUGGESTION, TYPOGRAPHY);

  @ArchTest
  static final ArchRule pictures_use_the_public_api_and_the_names_that_answers_print_with =
      only(PICTURE, ROOT, MODEL, LOOKUP, SUGGESTION, ANSWER, FACTORY, NETWORK, TEXT, TYPOGRAPHY);

  @ArchTest
  static final ArchRule briefs_put_answers_and_pictures_together =
      only(BRIEF, ROOT, MODEL, LOOKUP, SUGGESTION, ANSWER, TEXT, PICTURE);

  @ArchTest
  static final ArchRule no_other_package_knows_how_claims_are_coded =
      noClasses()
          .that()
          .resideOutsideOfPackage(CODING)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CODING);

  @ArchTest
  static final ArchRule no_answer_knows_how_answers_are_made =
      noClasses()
          .that()
          .resideInAPackage(ANSWER)
          .and()
          .doNotHaveSimpleName("AnswerMaker")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("AnswerMaker")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(AnswerFactory.class);

  @ArchTest
  static final ArchRule no_answer_can_be_made_by_a_caller =
      classes()
          .that()
          .resideInAPackage(ANSWER)
          .and()
          .arePublic()
          .and()
          .areNotEnums()
          .and()
          .doNotBelongToAnyOf(Wording.class) // not an answer: its language is given
          .should(offerNoWayToMakeAnAnswer());

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("org.demarche.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_index_of_a_dossier_knows_no_viewpoint =
      noClasses()
          .that()
          .resideInAPackage(DOSSIER_INDEX)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Viewpoint.class, Position.class, ClaimQuery.class);

  @ArchTest
  static final ArchRule no_exported_package_looks_up_ids_by_number =
      noClasses()
          .that()
          .resideOutsideOfPackages(DOSSIER_INDEX, QUESTIONS, RULES)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(RecordNumbers.class);

  @ArchTest
  static final ArchRule no_class_reads_the_clock_sleeps_logs_or_prints =
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
  static final ArchRule static_fields_are_final =
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
  static final ArchRule packages_are_named_for_the_domain =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..impl..", "..helper..", "..common..", "..manager..");

  @ArchTest
  static final ArchRule no_internal_type_occurs_in_a_public_signature =
      classes()
          .that()
          .resideInAnyPackage(ROOT, MODEL, ANSWER, TEXT, NETWORK, CODING)
          .and()
          .arePublic()
          .should(showOnly(EXPORTED));

  private static ArchCondition<JavaClass> offerNoWayToMakeAnAnswer() {
    return new ArchCondition<>("have no visible constructor, and no static method with an answer") {
      @Override
      public void check(JavaClass answer, ConditionEvents events) {
        for (JavaCodeUnit unit : answer.getCodeUnits()) {
          boolean visible =
              unit.getModifiers().contains(JavaModifier.PUBLIC)
                  || unit.getModifiers().contains(JavaModifier.PROTECTED);
          boolean makes =
              unit.isConstructor()
                  || (unit.getModifiers().contains(JavaModifier.STATIC)
                      && unit.getRawReturnType().getPackageName().equals(ANSWER));
          if (visible && makes) {
            events.add(violated(answer, unit.getFullName() + " makes an answer"));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> showOnly(Set<String> exported) {
    return new ArchCondition<>("show only types of exported packages") {
      @Override
      public void check(JavaClass shown, ConditionEvents events) {
        checkMembers(shown, shown, events);
        for (JavaClass superclass : shown.getAllRawSuperclasses()) {
          if (isHiddenSuperclass(superclass)) {
            checkMembers(shown, superclass, events);
          } else {
            check(shown, shown.getName(), superclass, events);
          }
        }
        shown.getAllRawInterfaces().forEach(type -> check(shown, shown.getName(), type, events));
      }

      /**
       * Returns whether a class is a package-private superclass of answers or of exceptions, whose
       * public methods are seen as methods of its subclasses.
       */
      private boolean isHiddenSuperclass(JavaClass superclass) {
        return List.of(ANSWER, MODEL).contains(superclass.getPackageName())
            && !superclass.getModifiers().contains(JavaModifier.PUBLIC);
      }

      private void checkMembers(JavaClass shown, JavaClass owner, ConditionEvents events) {
        for (JavaCodeUnit unit : owner.getCodeUnits()) {
          if (isSeen(unit.getModifiers())) {
            unit.getReturnType().getAllInvolvedRawTypes().stream()
                .filter(type -> !(isHiddenSuperclass(owner) && type.equals(owner)))
                .forEach(type -> check(shown, unit.getFullName(), type, events));
            unit.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .forEach(type -> check(shown, unit.getFullName(), type, events));
          }
        }
        for (JavaField field : owner.getFields()) {
          if (isSeen(field.getModifiers())) {
            check(shown, field.getFullName(), field.getRawType(), events);
          }
        }
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
