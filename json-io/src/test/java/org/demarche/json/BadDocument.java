package org.demarche.json;

import static org.demarche.json.SampleDossiers.HERE;
import static org.demarche.json.SampleDossiers.assertRefused;
import static org.demarche.json.SampleDossiers.bent;

import java.util.List;

/**
 * An invalid document with a mark before each problem, and the message of each problem.
 *
 * @param marked the document, with {@code ▸} before the place of each problem
 * @param messages the messages, in the order of the marks
 */
record BadDocument(String marked, List<String> messages) {
  static final String BROKEN = "not JSON from here on: ";
  static final String BEGIN = "a dossier begins { \"demarche\": 1, …";

  /** Checks that the document is refused with these messages at these places. */
  void check() {
    assertRefused(marked, messages.toArray(String[]::new));
  }

  static BadDocument says(String marked, String... messages) {
    return new BadDocument(marked, List.of(messages));
  }

  /** Returns the sound document with another value of a member. */
  static BadDocument type(String member, String value, String message) {
    String name = member.substring(0, member.indexOf(": ") + 2);
    return says(bent(member, name + HERE + value), message);
  }

  /** Returns a document of one source, with an outlet that is not an actor of the document. */
  static String source(String members) {
    return "{\"demarche\": 1, \"sources\": [{"
        + members
        + ", \"outlet\": \"o\", \"title\": \"t\", \"published\": \"2017\"}]}";
  }

  /** Returns a document of one actor. */
  static String actor(String members) {
    return "{\"demarche\": 1, \"actors\": [{\"id\": \"x\", \"name\": \"X\", \"kind\": \"STATE\", "
        + members
        + "}]}";
  }

  /** Returns a document of one proposition. */
  static String proposition(String parts) {
    return "{\"demarche\": 1, \"propositions\": [{\"id\": \"x\", \"issue\": \"i\", \"text\": \"t\","
        + " \"parts\": "
        + parts
        + "}]}";
  }
}
