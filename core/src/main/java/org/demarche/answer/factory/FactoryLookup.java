package org.demarche.answer.factory;

import java.lang.reflect.Constructor;
import org.demarche.answer.Answer;

/** The lookup of the only factory of answers, on first use. */
final class FactoryLookup {
  static final AnswerFactory FACTORY = find();

  private FactoryLookup() {}

  /**
   * Creates the implementation by reflection, because its type is visible only in the package of
   * the answers. Access is always permitted within a module.
   */
  private static AnswerFactory find() {
    String name = Answer.class.getPackageName() + ".AnswerMaker";
    try {
      Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (AnswerFactory) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(
          name
              + " cannot be created, which demarche-core needs for every answer: its jar is incomplete, or a tool removed classes that are found by name only; keep this class",
          e);
    }
  }
}
