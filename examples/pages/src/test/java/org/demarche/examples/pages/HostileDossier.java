package org.demarche.examples.pages;

import com.google.common.collect.ImmutableList;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.demarche.examples.thaad.ThaadDossier;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The dossier on THAAD with hostile text in every member that takes a text. */
final class HostileDossier {
  /** Ways out of a text, out of an attribute and out of a style, and signs that confuse. */
  private static final String HOSTILE =
      """
      <script>ran=1;alert(1)</script>"><img src=x onerror="ran=2">'><svg onload=ran=3>\
      </title></style></textarea>--><iframe src="javascript:parent.ran=4"></iframe>]]>\
      <a href="javascript:ran=5">x</a>{{ran=6}}&lt;script&gt;&#60;b>“”‘’"'` \u202E\u2066 \u0000\u0007\u001B\
      \u007F\u0085\uFFFE\uD800 https://127.0.0.1:9/a.png""";

  /** At most 40 columns long, as labels are. */
  private static final String SHORT = "\"><img src=x onerror=ran=7>\u202E";

  /** A label of one word of 40 letters, which a page cannot break between words. */
  private static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaftsakten";

  private static final Set<String> TEXTS =
      Set.of("name", "title", "author", "note", "quote", "gist", "text", "role");

  private HostileDossier() {}

  static Dossier of() {
    ObjectNode dossier =
        (ObjectNode) JsonMapper.builder().build().readTree(Dossiers.format(ThaadDossier.read()));
    Stream.of("title", "licence", "version").forEach(name -> dossier.put(name, HOSTILE));
    dossier.withArray("authors").add(HOSTILE);
    spoil(dossier);
    each(
        dossier,
        "actors",
        actor -> actor.withArray("aliases").add(actor.get("id").asString() + HOSTILE));
    each(dossier, "sources", source -> source.put("url", "javascript:ran=8//" + HOSTILE));
    each(dossier, "sources", source -> source.put("author", HOSTILE));
    each(dossier, "claims", claim -> claim.put("coder", HOSTILE));
    each(dossier, "claims", claim -> claim.put("condition", HOSTILE));
    each(dossier, "claims", claim -> claim.put("note", HOSTILE));
    each(dossier, "propositions", HostileDossier::lengthen);
    ((ObjectNode) dossier.get("actors").get(0)).put("name", "Seoul" + "o".repeat(10_000));
    return Dossiers.parse(dossier.toString());
  }

  private static void each(ObjectNode dossier, String records, Consumer<ObjectNode> change) {
    dossier.get(records).forEach(node -> change.accept((ObjectNode) node));
  }

  private static void lengthen(ObjectNode proposition) {
    if (proposition.get("id").asString().equals("additional-thaad")) {
      proposition.put("label", LONG_WORD);
    }
  }

  private static void spoil(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String member : ImmutableList.copyOf(object.propertyNames())) {
        if (member.equals("label")) {
          object.put(member, SHORT);
        } else if (TEXTS.contains(member)) {
          object.put(member, HOSTILE + object.get(member).asString());
        }
      }
    }
    node.forEach(HostileDossier::spoil);
  }
}
