package org.demarche.answer;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Stance;

/**
 * The wording in constants and ids. Headings and titles of columns are English, dates are written
 * in ISO 8601.
 */
final class CodeWording extends Wording {
  static final CodeWording INSTANCE = new CodeWording();

  private CodeWording() {}

  @Override
  public ImmutableMap<String, String> words() {
    return ImmutableMap.of();
  }

  @Override
  public ImmutableSortedSet<String> missing() {
    return ImmutableSortedSet.of();
  }

  @Override
  public String word(Enum<?> constant) {
    Objects.requireNonNull(constant, "constant");
    return constant.name();
  }

  @Override
  String text(String key, Object... arguments) {
    return new MessageFormat(LanguageWording.ENGLISH.pattern(key), Locale.ROOT).format(arguments);
  }

  @Override
  boolean isCodes() {
    return true;
  }

  @Override
  String party(Dossier dossier, String id) {
    return id;
  }

  @Override
  String names(Dossier dossier, Iterable<String> ids) {
    return LanguageWording.ENGLISH.names(dossier, ids);
  }

  @Override
  String proposition(Dossier dossier, String id) {
    return id;
  }

  @Override
  String viewpoint(Viewpoint viewpoint) {
    return viewpoint.toString();
  }

  @Override
  String heading(Position position) {
    return LanguageWording.ENGLISH.party(PositionContext.of(position).dossier(), position.party())
        + " on "
        + position.proposition()
        + ", "
        + position.viewpoint();
  }

  @Override
  String cell(Position position) {
    if (position instanceof Known known) {
      return (known.stance() + "/" + known.force()) + AnswerPages.signs(known);
    }
    return cell(position.outcome()) + position.evidenced().map(AnswerPages::signs).orElse("");
  }

  @Override
  String cell(PositionOutcome outcome) {
    return outcome == PositionOutcome.UNKNOWN ? "·" : outcome.name();
  }

  @Override
  String sentences(Position position) {
    if (position instanceof Known known) {
      return known(known);
    }
    return position instanceof Contested contested
        ? contested(contested)
        : "No known position: " + ((Unknown) position).reason();
  }

  private static String known(Known known) {
    return "Position: "
        + known.stance()
        + (known.isImplied() ? " by implication" : "")
        + ", "
        + known.force()
        + (known.isCommitment() ? " (a commitment)" : "")
        + ", "
        + known.grade()
        + (known.frames().isEmpty() ? "" : ", framed as " + String.join(" and ", known.frames()))
        + "; "
        + known.standing()
        + known
            .administration()
            .map(term -> " (" + term.head() + (term.isActing() ? ", acting" : "") + ")")
            .orElse("")
        + "; last evidenced "
        + known.lastEvidenced()
        + "; date "
        + known.headline().claim().basis()
        + "; "
        + AnswerPages.count(known.support().size(), "claim", "claims")
        + ", "
        + AnswerPages.count(known.independentRoots(), "independent root", "independent roots");
  }

  private static String contested(Contested contested) {
    return "Contested: "
        + contested.sides().stream()
            .map(CitedClaim::stance)
            .distinct()
            .sorted()
            .map(Stance::name)
            .collect(Collectors.joining(" and "))
        + " conflict; "
        + contested.standing()
        + "; last evidenced "
        + contested.lastEvidenced();
  }

  @Override
  String line(CitedClaim cited) {
    String said = cited.claim().stance() + " " + cited.claim().proposition();
    return cited.claim().id()
        + "  "
        + cited.claim().asserted()
        + "  "
        + CitationText.speakersAndPrincipals(cited.claim(), cited.dossier(), this)
        + ": "
        + (cited.isImplied() ? cited.stance() + ", implied by " + said : said)
        + ", "
        + cited.claim().force()
        + ", "
        + cited.grade();
  }

  @Override
  String date(LocalDate day) {
    return day.toString();
  }

  @Override
  String list(List<String> parts) {
    return String.join(" and ", parts);
  }

  @Override
  String number(int number) {
    return String.valueOf(number);
  }

  @Override
  String count(String things, int number) {
    return text("count." + things, number, String.valueOf(number));
  }

  @Override
  String restrictions(Viewpoint viewpoint) {
    return viewpoint.restrictions();
  }

  @Override
  String frames(Collection<String> frames) {
    return String.join(", ", frames);
  }

  @Override
  String line(Chronology.Entry entry) {
    Claim claim = entry.claim();
    String grades =
        entry.grades().size() == 1
            ? entry.grades().values().iterator().next().name()
            : entry.grades().entrySet().stream()
                .map(grade -> grade.getValue() + " for " + grade.getKey())
                .collect(Collectors.joining(" and "));
    return "%s (%s%s)  %s  %s: %s %s, %s, %s"
        .formatted(
            claim.asserted(),
            claim.basis(),
            entry.isUndated() ? ", undated" : "",
            claim.id(),
            CitationText.speakersAndPrincipals(claim, entry.dossier(), this),
            claim.stance(),
            claim.proposition(),
            claim.force(),
            grades);
  }

  @Override
  String line(Explanation.Considered considered) {
    return considered.ruling()
        + considered.supersededBy().map(id -> " by " + id).orElse("")
        + " (rule "
        + considered.ruling().rule()
        + (considered.cited().isImplied() ? ", implied: rule 8" : "")
        + "): "
        + line(considered.cited());
  }

  @Override
  String change(Change change) {
    return change.label()
        + (change.hasAdministrationChanged() ? ", administration changed" : "")
        + (change.hasUnlikeEvidence() ? ", based on evidence of different quality" : "");
  }

  @Override
  String relation(Relation relation) {
    return relation.label()
        + relation.rival().map(rival -> " through its rival " + rival).orElse("");
  }

  @Override
  String sentences(Relation relation) {
    return "%s and %s on %s, %s: %s, %s and %s"
        .formatted(
            relation.first().party(),
            relation.second().party(),
            relation.proposition(),
            relation.first().viewpoint(),
            relation(relation),
            cell(relation.first()),
            cell(relation.second()));
  }

  @Override
  String exchange(Relation.Exchange exchange) {
    return exchange.answer().claim().id()
        + " "
        + exchange.answer().claim().force()
        + " answers "
        + exchange.answered().claim().id()
        + " "
        + exchange.answered().claim().force();
  }

  @Override
  String difference(Difference difference) {
    return difference.altered().isEmpty()
        ? difference.label().name()
        : difference.label() + " " + difference.altered();
  }

  @Override
  String account(Readouts readouts, Readouts.Point point) {
    return point.verdict();
  }
}
