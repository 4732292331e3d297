package org.demarche.answer;

import java.util.Collections;
import java.util.List;

/**
 * A list that cannot be changed, as a member of an answer. Its elements may be made whenever they
 * are looked at; a list by itself would be copied, with every element.
 */
record Listed<E>(List<E> elements) {
  /**
   * Creates the member.
   *
   * @param elements the elements, which nobody changes
   */
  Listed {
    elements = Collections.unmodifiableList(elements);
  }
}
