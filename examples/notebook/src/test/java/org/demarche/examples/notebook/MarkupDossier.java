package org.demarche.examples.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;

/** A dossier in which every text is markup. */
final class MarkupDossier {
  static final Pattern FRAME =
      Pattern.compile(
          "<iframe title=\"[^<>\"]+\" sandbox=\"allow-same-origin\" style=\"[-a-z0-9:;%]*\" srcdoc=\"([^<>\"]*)\"></iframe>");

  private static final String MARKUP =
      "</iframe>\\\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

  private static final String JSON =
      """
      { "demarche": 1,
        "sources": [{ "id": "S", "outlet": "m", "title": "MARKUP", "published": "2020-01-01" }],
        "actors": [{ "id": "a", "name": "A MARKUP", "kind": "STATE" }, { "id": "m", "name": "M MARKUP", "kind": "MEDIA" }],
        "propositions": [{ "id": "p", "issue": "i", "text": "P MARKUP" }],
        "claims": [{ "id": "C", "speakers": ["a"], "principals": ["a"], "asserted": "2020-01-01", "proposition": "p",
          "stance": "FOR", "force": "ASSERT", "gist": "MARKUP",
          "evidence": [{ "source": "S", "mode": "DIRECT", "quote": "MARKUP" }] }] }
      """
          .replace("MARKUP", MARKUP);

  private MarkupDossier() {}

  static Tracker tracker() {
    return Tracker.of(Dossiers.parse(JSON));
  }

  /** The cell that makes the Tracker in a notebook. */
  static String cell() {
    return "var hostile = org.demarche.Tracker.of(org.demarche.json.Dossiers.parse(\"\"\"\n"
        + JSON.replace("\\", "\\\\")
        + "\"\"\"));";
  }

  /** Returns the document in a frame. */
  static String framed(String html) {
    Matcher frame = FRAME.matcher(html);
    if (!frame.matches()) {
      throw new AssertionError("no frame: " + html);
    }
    return frame
        .group(1)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
