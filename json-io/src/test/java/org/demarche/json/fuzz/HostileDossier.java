package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Reading;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;

/** A small dossier in which every free text is replaced by a given one. */
public final class HostileDossier {
  /** The number of its free texts. */
  public static final int TEXTS = 24;

  private final List<String> texts;

  private HostileDossier(List<String> texts) {
    this.texts = texts;
  }

  /**
   * Returns a dossier with texts.
   *
   * @param texts take the place of its texts in turn; a text that is missing or empty is left
   */
  public static Dossier with(List<String> texts) {
    return new HostileDossier(texts).dossier();
  }

  private String text(int number, String usual) {
    String text = number < texts.size() ? texts.get(number) : "";
    return text.isEmpty() ? usual : text;
  }

  private Dossier dossier() {
    String quote = text(0, "“we keep it”");
    return Dossier.of(
            ImmutableList.of(
                Source.builder()
                    .id("s")
                    .outlet("wire")
                    .title(text(1, "Record"))
                    .published(When.parse("2019-01-02"))
                    .author(text(2, "Jun"))
                    .url("https://example.org/" + text(3, "a"))
                    .text("He said: " + quote + ". And so on.")
                    .note(text(4, "Seen once."))
                    .identifiers(Map.of("doi", text(5, "10.1/a")))
                    .build(),
                actor("wire", text(6, "The Wire"), ActorKind.MEDIA).build(),
                actor("x", text(7, "Xenia"), ActorKind.STATE).addAliases(text(8, "Xen")).build(),
                actor("y", text(9, "Ylandia"), ActorKind.STATE).build(),
                actor("ada", text(10, "Ada Ahn"), ActorKind.PERSON).build(),
                Occasion.of("talks", text(11, "Talks"), When.parse("2017-11-22"), "x", "y"),
                Proposition.builder()
                    .id("p")
                    .issue(text(12, "vote"))
                    .text(text(13, "The text passes."))
                    .label(text(14, "passes"))
                    .build(),
                Proposition.builder()
                    .id("q")
                    .issue(text(15, "accord"))
                    .text(text(16, "It is kept."))
                    .addExcludes("p")
                    .build(),
                claim("c1", "x", "p", Stance.FOR, Force.PROMISE)
                    .gist(text(17, "It is for it."))
                    .condition(text(18, "only if asked"))
                    .role(text(19, "president"))
                    .occasion("talks")
                    .addFrames(text(20, "security"))
                    .note(text(21, "Joint."))
                    .coder(text(22, "ann"))
                    .addReadings(Reading.by("bob", Map.of("stance", "AGAINST")))
                    .addEvidence(
                        Evidence.builder()
                            .source("s")
                            .mode(Mode.DIRECT)
                            .addVia("ada")
                            .quote(quote)
                            .language("ko")
                            .translation(text(23, "“We will.”"))
                            .build())
                    .build(),
                claim("c2", "y", "p", Stance.AGAINST, Force.DENY)
                    .addRespondsTo("c1")
                    .addEvidence(indirect(quote))
                    .build(),
                claim("c3", "x", "p", Stance.UNCOMMITTED, Force.WITHDRAW)
                    .addRetracts("c1")
                    .asserted(When.parse("2019-01-01"))
                    .addEvidence(indirect(quote))
                    .build(),
                claim("c4", "y", "q", Stance.FOR, Force.ASSERT)
                    .occasion("talks")
                    .draft(true)
                    .addEvidence(indirect(quote))
                    .build(),
                claim("c5", "x", "q", Stance.FOR, Force.ASSERT)
                    .occasion("talks")
                    .addEvidence(indirect(quote))
                    .build()))
        .describedBy(
            Description.empty()
                .title(text(1, "The talks"))
                .authors(text(2, "Ann"))
                .licence(text(5, "CC BY 4.0"))
                .version(text(4, "2")));
  }

  private static Actor.Builder actor(String id, String name, ActorKind kind) {
    return Actor.builder().id(id).name(name).kind(kind);
  }

  private static Evidence indirect(String quote) {
    return Evidence.builder().source("s").mode(Mode.INDIRECT).quote(quote).build();
  }

  private static Claim.Builder claim(
      String id, String party, String proposition, Stance stance, Force force) {
    return Claim.builder()
        .id(id)
        .addPrincipals(party)
        .addSpeakers(party)
        .asserted(When.parse("2017-11-22"))
        .proposition(proposition)
        .stance(stance)
        .force(force);
  }
}
