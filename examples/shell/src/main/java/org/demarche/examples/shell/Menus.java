package org.demarche.examples.shell;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.coding.ClaimDraft;
import org.demarche.coding.VocabularyGuide;
import org.demarche.model.Actor;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;

/** The values that a member of a draft may take, the likeliest first. */
final class Menus {
  private static final Splitter NO_LETTERS = Splitter.onPattern("[^\\p{L}]+");

  private final Dossier dossier;
  private final Optional<ClaimDraft> draft;

  private Menus(Dossier dossier, Optional<ClaimDraft> draft) {
    this.dossier = dossier;
    this.draft = draft;
  }

  static TextPage of(String member, CodingSession session) {
    Menus menus =
        new Menus(session.dossier(), session.drafts().stream().reduce((first, last) -> last));
    return switch (member) {
      case "speakers", "principals", "audience", "via" -> menus.actors();
      case "proposition" -> menus.propositions();
      case "occasion" -> menus.occasions();
      case "respondsTo", "retracts" -> menus.claims();
      case "frames" -> menus.frames();
      case "force" -> menus.forces();
      case "mode" -> VocabularyGuide.modes().page();
      case "stance" -> VocabularyGuide.stances().page();
      case "basis" ->
          lines(
              Basis.STATED + " if the text has the date",
              Basis.RESOLVED + " if it follows from the text: “on Tuesday”, “last month”",
              Basis.INFERRED + " if it is your conclusion");
      case "asserted", "due" ->
          lines(
              "a day, month or year: \"2017-10-31\", \"2017-10\", \"2017\"",
              "some day between, or not later: \"[2017-10-31..2017-11-24]\", \"[..2017-11-24]\"",
              "repeatedly throughout: \"2015/2017\"",
              "asserted also takes a weekday up to the publication: \"Tuesday\"");
      case "language" -> lines("a BCP 47 tag: \"en\", \"fr\", \"ko\", \"zh\"");
      default -> lines(member + " takes words in quotation marks");
    };
  }

  /** Returns how a value that the menu lacks is added, for the end of a message. */
  static String adding(String member) {
    return switch (member) {
      case "speakers", "principals", "audience", "via" -> "; newPerson(ID, NAME) adds a person";
      case "proposition" -> "; newProposition(ID, ISSUE, SENTENCE, LABEL) adds one";
      case "occasion" -> "; newOccasion(ID, LABEL, DATE, PARTICIPANTS…) adds one";
      default -> "";
    };
  }

  private static TextPage lines(String... lines) {
    TextPage page = TextPage.empty();
    for (String line : lines) {
      page = page.line(0, 2, line);
    }
    return page;
  }

  private static TextPage table(List<String> header, List<List<String>> rows, String ifEmpty) {
    return rows.isEmpty() ? lines(ifEmpty) : TextPage.empty().table(header, rows);
  }

  /** Lists actors: those that the sentence names, their organs, those of claims, the others. */
  private TextPage actors() {
    return table(
        List.of("id", "name", "kind", "of"),
        dossier.actors().stream()
            .sorted(Comparator.comparing(this::rank))
            .map(it -> List.of(it.id(), it.name(), it.kind().name(), it.of().orElse("")))
            .toList(),
        "there are no actors; newPerson(ID, NAME) adds one");
  }

  private int rank(Actor actor) {
    if (isNamed(actor)) {
      return 0;
    }
    if (actor.of().flatMap(dossier::actor).filter(this::isNamed).isPresent()) {
      return 1;
    }
    return dossier.claims().stream()
            .anyMatch(
                it -> it.speakers().contains(actor.id()) || it.principals().contains(actor.id()))
        ? 2
        : 3;
  }

  private boolean isNamed(Actor actor) {
    String sentence = draft.map(it -> it.sentence().words()).orElse("");
    return Stream.concat(Stream.of(actor.name()), actor.aliases().stream())
        .anyMatch(sentence::contains);
  }

  private TextPage propositions() {
    return table(
        List.of("id", "label", "proposition"),
        dossier.propositions().stream()
            .map(it -> List.of(it.id(), it.label().orElse(""), it.text()))
            .toList(),
        "there are no propositions; newProposition(ID, ISSUE, SENTENCE, LABEL) adds one");
  }

  private TextPage occasions() {
    return table(
        List.of("id", "date", "occasion"),
        dossier.occasions().stream()
            .map(it -> List.of(it.id(), it.when().toString(), it.label()))
            .toList(),
        "there are no occasions; newOccasion(ID, LABEL, DATE, PARTICIPANTS…) adds one");
  }

  private TextPage claims() {
    return table(
        List.of("id", "asserted", "principals", "claim"),
        dossier.claims().stream()
            .map(
                it ->
                    List.of(
                        it.id(),
                        it.asserted().toString(),
                        String.join(", ", it.principals()),
                        it.gist().orElse(it.stance() + " " + it.proposition())))
            .toList(),
        "there are no claims yet");
  }

  private TextPage frames() {
    return lines(
        "slugs of your own; used so far: "
            + dossier.claims().stream()
                .map(Claim::frames)
                .flatMap(frames -> frames.stream())
                .distinct()
                .sorted()
                .collect(joining(", ")));
  }

  /** Lists the forces, after those that the verbs of the sentence may express. */
  private TextPage forces() {
    String words = draft.map(it -> it.sentence().words()).orElse("");
    TextPage page = TextPage.empty();
    for (String word : NO_LETTERS.split(words)) {
      VocabularyGuide guide = VocabularyGuide.forces().with(word);
      page = guide.constants().isEmpty() ? page : page.line(0, 2, guide.heading());
    }
    return page.page(VocabularyGuide.forces().page());
  }

  /** Returns the constant of a name. */
  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no %s '%s'; choose from %s"
                        .formatted(
                            type.getSimpleName().toLowerCase(Locale.ROOT),
                            name,
                            Arrays.stream(type.getEnumConstants())
                                .map(Enum::name)
                                .collect(joining(", ")))));
  }
}
