package org.demarche.json;

import static org.demarche.json.SampleDossiers.PROBLEM_MARK;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.assertRefused;

import java.util.List;

/**
 * An invalid document with a mark before each problem, and the message of each problem.
 *
 * @param marked the document, with {@code ▸} before the place of each problem
 * @param messages the messages, in the order of the marks
 */
record BadDocument(String marked, List<String> messages) {
  static final String NOT_JSON = "not JSON from here on: ";
  static final String EXPECTED_BEGINNING = "a dossier begins { \"demarche\": 1, …";

  /** Checks that the document is refused with these messages at these places. */
  void check() {
    assertRefused(marked, messages.toArray(String[]::new));
  }

  /** Returns a document with the messages of its problems, in the order of the marks. */
  static BadDocument badDocument(String marked, String... messages) {
    return new BadDocument(marked, List.of(messages));
  }

  /** Returns the valid document with another value of a member, and one message. */
  static BadDocument withValue(String member, String value, String message) {
    String name = member.substring(0, member.indexOf(": ") + 2);
    return badDocument(altered(member, name + PROBLEM_MARK + value), message);
  }

  /** Returns a document of one source, with an outlet that is not an actor of the document. */
  static String source(String members) {
    return """
        {"demarche": 1, "sources": [{%s, "outlet": "o", "title": "t", "published": "2017"}]}"""
        .formatted(members);
  }

  /** Returns a document of one actor. */
  static String actor(String members) {
    return """
        {"demarche": 1, "actors": [{"id": "x", "name": "X", "kind": "STATE", %s}]}"""
        .formatted(members);
  }

  /** Returns a document of one proposition. */
  static String proposition(String parts) {
    return """
        {"demarche": 1, "propositions": [{"id": "x", "issue": "i", "text": "t", "parts": %s}]}"""
        .formatted(parts);
  }
}
