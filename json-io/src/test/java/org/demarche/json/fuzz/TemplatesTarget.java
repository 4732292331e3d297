package org.demarche.json.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demarche.json.ClaimTable;
import org.demarche.json.LoadedClaims;
import org.demarche.json.SampleDossiers;
import org.demarche.model.ActorKind;
import org.demarche.model.InvalidDossierException;

/**
 * Reads a sound table with hostile settings. An input is the settings, one on each line: the first
 * byte is the number of the setting, the rest its templates, separated by tabs.
 */
public final class TemplatesTarget {
  private static final Scratch SCRATCH = Scratch.create();
  private static final Path TABLE =
      SCRATCH.write(
          "table.csv",
          "id;who;what;view;day;words\nc1;a;17;no;2018-01-02;It said no.\nc2;b;18;yes;3/1/2018;It did.\n"
              .getBytes(UTF_8));

  /** A setting of one text and of others. */
  private interface Setting {
    ClaimTable set(ClaimTable table, String one, String[] more);
  }

  private static final List<Setting> SETTINGS =
      List.of(
          (table, one, more) -> table.id(one),
          (table, one, more) -> table.principals(one),
          (table, one, more) -> table.proposition(one),
          (table, one, more) -> table.stance(one),
          (table, one, more) -> table.force(one),
          (table, one, more) -> table.asserted(one, more),
          (table, one, more) -> table.source(one),
          (table, one, more) -> table.mode(one),
          (table, one, more) -> table.quote(one),
          (table, one, more) -> table.values("view", Map.of(one, "FOR", "no", "AGAINST")),
          (table, one, more) -> table.actors(ActorKind.STATE, one),
          (table, one, more) -> table.propositions(one, one),
          (table, one, more) -> table.sources(one, one, one),
          (table, one, more) -> table.header(more),
          (table, one, more) -> table.missing(more),
          (table, one, more) -> table.leaveOut(one, more),
          (table, one, more) -> table.unpivot(one, "value", more),
          (table, one, more) -> table.separator(one.isEmpty() ? ';' : one.charAt(0)),
          (table, one, more) -> table.escape(one.isEmpty() ? '\\' : one.charAt(0)),
          (table, one, more) -> table.comments(one.isEmpty() ? '#' : one.charAt(0)),
          (table, one, more) -> table.skipLines(one.length() - 1),
          (table, one, more) -> table.speakersByName(one),
          (table, one, more) -> table.emptyFrom(one, one),
          (table, one, more) -> table.selector(one, one),
          (table, one, more) -> table.years(one.length() * 100, one.length() * 200),
          (table, one, more) -> table.due(one).condition(one),
          (table, one, more) -> table.noQuoting().strict(),
          (table, one, more) -> table.join(one, TABLE));

  private TemplatesTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      ClaimTable table =
          ClaimTable.of(TABLE)
              .onto(SampleDossiers.completeDossier())
              .separator(';')
              .actors(ActorKind.STATE, "{who}")
              .propositions("issue", "It is so that {what}.")
              .values("view", Map.of("yes", "FOR", "no", "AGAINST"))
              .id("{id}")
              .principals("{who}")
              .proposition("p-{what}")
              .stance("{view}")
              .force("ASSERT")
              .asserted("{day}", "d/M/yyyy")
              .source("KT17")
              .mode("INDIRECT")
              .quote("{words}");
      for (String line : new String(input, UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          String[] texts = line.substring(1).split("\t", -1);
          table =
              SETTINGS
                  .get(line.charAt(0) % SETTINGS.size())
                  .set(table, texts[0], Arrays.copyOfRange(texts, 1, texts.length));
        }
      }
      LoadedClaims load = table.read();
      Printed.requireSafe("claims", load.toString());
      load.problems().forEach(Printed::requireMessage);
    } catch (InvalidDossierException refused) {
      refused.problems().forEach(Printed::requireMessage);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      Printed.requireMessage(refused);
    }
  }
}
