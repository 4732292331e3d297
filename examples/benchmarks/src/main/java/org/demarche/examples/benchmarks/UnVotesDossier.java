package org.demarche.examples.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import org.demarche.json.ClaimTable;
import org.demarche.json.Dossiers;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/** The votes of the UN General Assembly, sessions 46 to 60, as a dossier of 200,876 claims. */
final class UnVotesDossier {
  private UnVotesDossier() {}

  /** Reads the votes from the folder named by the system property {@code demarche.shared}. */
  static Dossier read() {
    Path folder = Path.of(System.getProperty("demarche.shared")).resolve("data/un-votes");
    Dossier assembly =
        Dossiers.parse(
            """
            {"actors": [{"id": "unga", "name": "UN", "kind": "MEDIA"}],
             "sources": [{"id": "roll-calls", "outlet": "unga", "title": "Roll calls",
                          "published": "2006-12-31"}]}""");
    return ClaimTable.of(folder.resolve("un_votes_s46_60.csv.gz"))
        .join("rcid", folder.resolve("un_roll_calls_s46_60.csv.gz"))
        .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
        .onto(assembly)
        .actors(ActorKind.STATE, "{country}")
        .propositions("session-{session}", "{short}: {descr}")
        .id("{rcid}/{country_code}")
        .principals("{country_code}")
        .proposition("rc-{rcid}")
        .stance("{vote}")
        .force("VOTE")
        .asserted("{date}")
        .source("roll-calls")
        .mode("RECORDED")
        .read()
        .dossier();
  }
}
