package org.demarche.json.records;

import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonToken;

/** The tokens of a text in JSON, read one after another. */
interface Tokens {
  /** Moves to the next token; at the end, to {@link JsonToken#NOT_AVAILABLE}. */
  JsonToken next();

  /** Returns the current token. */
  JsonToken token();

  /** Returns the name of the current member. */
  String name();

  /** Returns the text of the current value. */
  String text();

  /** Skips the current value with everything in it. */
  void skip();

  /** Returns the number of objects and lists around the current token. */
  int depth();

  /** Returns the JSON pointer of the current value. */
  String pointer();

  /**
   * Returns the place of the current token.
   *
   * @param linesBefore how many lines precede the text
   */
  Place place(String file, int linesBefore);

  /** Returns how far the text has been read, in UTF-16 code units. */
  int offset();
}
