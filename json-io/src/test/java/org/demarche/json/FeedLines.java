package org.demarche.json;

import java.util.List;

/** Lines of a made-up feed, and the places in it at which problems are expected. */
final class FeedLines {
  static final String ROK =
      "{\"actor\": {\"id\": \"rok\", \"name\": \"Seoul\", \"kind\": \"STATE\"}}";
  static final String PAPER =
      "{\"actor\": {\"id\": \"paper\", \"name\": \"A paper\", \"kind\": \"MEDIA\"}}";
  static final String P =
      "{\"proposition\": {\"id\": \"p\", \"issue\": \"i\", \"text\": \"P is so.\"}}";

  private FeedLines() {}

  /** Returns the line of a source. */
  static String source(String id) {
    return "{\"source\": {\"id\": \"%s\", \"outlet\": \"paper\", \"title\": \"T\", \"published\": \"2020-02-01\"}}"
        .formatted(id);
  }

  /** Returns the line of a claim with one piece of evidence. */
  static String claim(String id, String source) {
    return claim(id, source, "");
  }

  /**
   * Returns the line of a claim with one piece of evidence.
   *
   * @param more other members, each followed by a comma
   */
  static String claim(String id, String source, String more) {
    return """
        {"claim": {"id": "%s", "speakers": ["rok"], "principals": ["rok"], "asserted": "2020-01-01", %s\
        "proposition": "p", "stance": "FOR", "force": "ASSERT", \
        "evidence": [{"source": "%s", "mode": "INDIRECT", "quote": "so"}]}}"""
        .formatted(id, more, source);
  }

  /** Returns the place of a text in a line, which has it once. */
  static String at(List<String> lines, int line, String text) {
    int index = lines.get(line - 1).indexOf(text);
    if (index < 0 || lines.get(line - 1).indexOf(text, index + 1) >= 0) {
      throw new IllegalArgumentException("line " + line + " does not have " + text + " once");
    }
    return "feed.jsonl:" + line + ":" + (index + 1);
  }
}
