package org.demarche.json;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents in which one member or element is removed, duplicated or altered. */
final class JsonMutants {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonMutants() {}

  /**
   * Returns one path of each shape, by shape: the same last members, without regard to the indices
   * in lists or to where in the answer the record or position stands.
   */
  static Map<String, String> places(JsonNode document) {
    Map<String, String> byShape = new LinkedHashMap<>();
    collect(document, "", byShape);
    return byShape;
  }

  private static void collect(JsonNode node, String path, Map<String, String> byShape) {
    if (!path.isEmpty()) {
      List<String> members = Splitter.on('/').splitToList(path.replaceAll("/\\d+", "/*"));
      byShape.putIfAbsent(
          String.join("/", members.subList(Math.max(0, members.size() - 3), members.size())), path);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(member -> collect(member.getValue(), path + "/" + member.getKey(), byShape));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), path + "/" + i, byShape);
      }
    }
  }

  /** Returns the document with the value of a place removed, duplicated, or altered. */
  static Set<String> of(JsonNode document, String place) {
    Set<String> mutants = new LinkedHashSet<>();
    String value = document.at(place).toString();
    mutants.add(rendered(document, "", place, List.of()));
    mutants.add(rendered(document, "", place, List.of(value, value)));
    for (String other : others(document.at(place))) {
      mutants.add(rendered(document, "", place, List.of(other)));
    }
    mutants.remove(rendered(document, "", "", List.of()));
    return mutants;
  }

  private static List<String> others(JsonNode value) {
    List<String> others =
        new ArrayList<>(List.of("null", "{}", "[]", "true", "false", "-1", "0", "7", "1e400"));
    others.addAll(
        List.of(
            "\"\"",
            "\"x\"",
            "\"rok\"",
            "\"prc\"",
            "\"2017-11-01\"",
            "\"9999-12-31\"",
            "\"0000-12-31\"",
            "\"10000-01-01\""));
    others.addAll(List.of("\"FOR\"", "\"AGAINST\"", "\"UNCOMMITTED\"", "\"UNKNOWN\""));
    others.addAll(List.of("\"KNOWN\"", "\"CONTESTED\"", "\"MUTUAL\"", "\"UNREPORTED\""));
    others.addAll(List.of("\"SILENT\"", "\"SETTLED\"", "\"HEADLINE\"", "\"ALTERED\""));
    if (value.isArray()) {
      others.add("[" + value.get(0) + "]");
    }
    return others;
  }

  /** Returns JSON in which the value of a place stands as often as there are replacements. */
  private static String rendered(
      JsonNode node, String path, String place, List<String> replacements) {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                String name = JSON.writeValueAsString(member.getKey()) + ": ";
                String at = path + "/" + member.getKey();
                if (at.equals(place)) {
                  replacements.forEach(value -> parts.add(name + value));
                } else {
                  parts.add(name + rendered(member.getValue(), at, place, replacements));
                }
              });
      return "{" + String.join(", ", parts) + "}";
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        String at = path + "/" + i;
        if (at.equals(place)) {
          parts.addAll(replacements);
        } else {
          parts.add(rendered(node.get(i), at, place, replacements));
        }
      }
      return "[" + String.join(", ", parts) + "]";
    }
    return node.toString();
  }
}
