package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.json.ClaimTable;
import org.demarche.json.Codings;
import org.demarche.json.LoadedClaims;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/** Checks of codings of another program, whatever they are. */
final class CodingsChecks {
  private CodingsChecks() {}

  /**
   * Checks that codings print safely, that the places of located ones hold their words, that they
   * can be written, and that each row gives a claim or a problem.
   */
  static void check(Codings codings, Dossier dossier, Scratch scratch) {
    Printed.requireSafe("codings", codings.toString());
    codings.account().forEach(line -> Printed.requireSafe("an account", line));
    requireHeader(codings);
    Codings located = codings.locate(dossier);
    Printed.requireSafe("located codings", located.toString());
    located.rows().forEach(row -> requirePlace(row, dossier));
    located.write(scratch.file("codings.csv"));
    if (located.columns().contains("quote")) {
      makeClaims(located, dossier);
    }
  }

  private static void makeClaims(Codings located, Dossier dossier) {
    LoadedClaims load =
        ClaimTable.of(located)
            .onto(dossier)
            .actors(ActorKind.PERSON, "coder of {coding}")
            .propositions("i", "It is so that {coding}.")
            .id("{coding}")
            .principals("coder of {coding}")
            .proposition("p-{coding}")
            .stance("FOR")
            .force("ASSERT")
            .asserted("2017")
            .source("KT17")
            .mode("INDIRECT")
            .quote("{quote}")
            .read();
    Printed.requireSafe("claims", load.toString());
    load.problems().forEach(Printed::requireMessage);
    if (load.dossier().claims().size()
            - dossier.claims().size()
            + load.problems().size()
            + load.united()
        != load.rows()) {
      throw new AssertionError("a row was dropped: " + load);
    }
  }

  private static void requireHeader(Codings codings) {
    List<String> columns = codings.columns();
    Map<String, Integer> numbers = new HashMap<>();
    columns.forEach(column -> numbers.merge(column, 1, Integer::sum));
    if (numbers.size() != columns.size() || columns.contains("")) {
      throw new AssertionError("columns of one name, or of none: " + columns);
    }
    for (ImmutableMap<String, String> row : codings.rows()) {
      if (!numbers.keySet().containsAll(row.keySet())) {
        throw new AssertionError("a cell without a column: " + row);
      }
    }
  }

  private static void requirePlace(ImmutableMap<String, String> row, Dossier dossier) {
    String text =
        dossier
            .source(row.getOrDefault("document", ""))
            .flatMap(source -> source.text())
            .orElse("");
    String start = row.getOrDefault("start", "");
    if (start.isEmpty() || text.isEmpty() || !row.containsKey("quote")) {
      return;
    }
    int[] letters = text.codePoints().toArray();
    int from = Integer.parseInt(start);
    String words = new String(letters, from, Integer.parseInt(row.getOrDefault("end", "")) - from);
    if (!words.equals(row.get("quote"))) {
      throw new AssertionError("other words at the place: " + words + " for " + row);
    }
  }
}
