package org.demarche.coding;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Occasion;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.text.TextPage;

/** The page of a draft: its members, what they mean, and what is missing or wrong. */
final class DraftText {
  /** The questions that the missing members answer. */
  private static final ImmutableMap<DraftMember, String> QUESTIONS =
      ImmutableMap.of(
          DraftMember.SPEAKERS, "who uttered the words?",
          DraftMember.PRINCIPALS, "whom do they commit?",
          DraftMember.PROPOSITION, "on which sentence do they take a stance?",
          DraftMember.STANCE, "FOR, AGAINST or UNCOMMITTED?",
          DraftMember.FORCE, "what does the speaker do by saying so?",
          DraftMember.MODE, "how does the source render the words?");

  private final ClaimDraft draft;
  private final Dossier dossier;

  DraftText(ClaimDraft draft, Dossier dossier) {
    this.draft = draft;
    this.dossier = dossier;
  }

  TextPage page() {
    TextPage page =
        TextPage.of(
            "Draft %s, from sentence %s of %s (published %s)"
                .formatted(
                    draft.id(),
                    draft.sentence().number(),
                    draft.source(),
                    draft.origin().published()));
    return ended(page.table(ImmutableList.of("member", "value"), rows()).gap());
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(ImmutableList.of("quote", draft.quotation().replaceAll("\\s+", " ")));
    for (DraftMember member : DraftMember.values()) {
      ImmutableList<String> values = draft.values(member);
      if (!values.isEmpty() && member != DraftMember.ID) {
        rows.add(row(member, values.stream().map(it -> text(member, it)).collect(joining("\n"))));
      } else if (member == DraftMember.ASSERTED) {
        String latest = "[.." + draft.origin().published().latest() + "]";
        rows.add(row(member, latest + "  presumed: not later than the source"));
      } else if (DraftMember.REQUIRED.contains(member)) {
        rows.add(row(member, "missing: " + QUESTIONS.get(member)));
      }
    }
    return rows;
  }

  private static List<String> row(DraftMember member, String value) {
    return ImmutableList.of(member.toString(), value);
  }

  private TextPage ended(TextPage page) {
    ImmutableList<Problem> problems = draft.problems();
    TextPage ended = problems(problems(page, "wrong: ", problems), "warning: ", draft.warnings());
    ImmutableList<String> missing = draft.missing();
    return ended.line(
        0,
        2,
        !missing.isEmpty()
            ? "Missing: " + String.join(", ", missing) + "."
            : problems.isEmpty() ? "The draft is complete." : "The draft has errors.");
  }

  private static TextPage problems(TextPage page, String label, List<Problem> problems) {
    TextPage end = page;
    for (Problem problem : problems) {
      end = end.line(0, 4, label + withoutId(problem));
    }
    return end;
  }

  /** Returns the message of a problem of a claim, without the id of the claim before it. */
  static String withoutId(Problem problem) {
    String claim = "claim " + problem.id() + ": ";
    String message = problem.message();
    return message.startsWith(claim) ? message.substring(claim.length()) : message;
  }

  /** Returns a value with the name or the words of the record that it identifies. */
  private String text(DraftMember member, String value) {
    Optional<String> name =
        switch (member) {
          case SPEAKERS, PRINCIPALS, AUDIENCE, VIA -> dossier.actor(value).map(Actor::name);
          case PROPOSITION -> dossier.proposition(value).map(Proposition::text);
          case OCCASION -> dossier.occasion(value).map(Occasion::label);
          case RESPONDS_TO, RETRACTS -> dossier.claim(value).flatMap(Claim::gist);
          default -> Optional.empty();
        };
    return value + name.map(words -> "  " + words).orElse("");
  }
}
