package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The propositions of a dossier as a handbook for its coders, in English: by issue, each with its
 * label, sentence, parts, packages and rivals, the number of its claims, and two quoted examples.
 *
 * <pre>{@code
 * Codebook codebook = Codebook.of(dossier);
 * Answers.write(codebook, Path.of("codebook.html"));   // or .md or .txt
 * }</pre>
 *
 * <p>The examples are a claim for and a claim against the proposition, where there are both; coded
 * claims come before drafts, and newer ones before older ones. Each is shown with its first
 * quotation; claims without one are no examples.
 *
 * @since 0.1
 */
public final class Codebook implements Printable {
  private static final int EXAMPLES = 2;

  private final Dossier dossier;
  private final ImmutableListMultimap<String, Claim> claims;
  private final ImmutableListMultimap<String, Proposition> issues;

  /** The packages of which each proposition is a part. */
  private final ImmutableListMultimap<String, Proposition> packages;

  private Codebook(Dossier dossier) {
    this.dossier = dossier;
    this.claims = Multimaps.index(dossier.claims(), Claim::proposition);
    this.issues = Multimaps.index(dossier.propositions(), Proposition::issue);
    ImmutableListMultimap.Builder<String, Proposition> of = ImmutableListMultimap.builder();
    for (Proposition whole : dossier.propositions()) {
      whole.parts().keySet().forEach(part -> of.put(part, whole));
    }
    this.packages = of.build();
  }

  /**
   * Creates the codebook of a dossier.
   *
   * @param dossier any dossier
   * @return the codebook
   */
  public static Codebook of(Dossier dossier) {
    return new Codebook(requireNonNull(dossier, "dossier"));
  }

  /** {@return the number of propositions, issues and claims, in a sentence} */
  public String sentence() {
    return "%s in %s, with %s."
        .formatted(
            count(dossier.propositions().size(), "proposition"),
            count(issues.keySet().size(), "issue"),
            counted(dossier.claims()));
  }

  /** {@return a section for each issue, with a section for each of its propositions} */
  @Override
  public TextPage page() {
    TextPage body = TextPage.empty().line(0, 0, sentence());
    for (Map.Entry<String, Collection<Proposition>> issue : issues.asMap().entrySet()) {
      TextPage section = TextPage.empty();
      for (Proposition proposition : issue.getValue()) {
        section = section.section(heading(proposition), entry(proposition));
      }
      body = body.section(issue.getKey(), section);
    }
    String title = dossier.description().title().map(of -> "Codebook: " + of).orElse("Codebook");
    return TextPage.empty().section(title, body);
  }

  private static String heading(Proposition proposition) {
    return proposition.id() + proposition.label().map(label -> ": " + label).orElse("");
  }

  private TextPage entry(Proposition proposition) {
    List<TextPage> items = new ArrayList<>();
    add(
        items,
        "Parts",
        proposition.parts().entrySet().stream()
            .map(part -> word(part.getValue()) + " " + named(part.getKey()))
            .toList());
    add(
        items,
        "Part of",
        packages.get(proposition.id()).stream()
            .map(
                whole ->
                    heading(whole)
                        + ", which implies "
                        + word(requireNonNull(whole.parts().get(proposition.id()))))
            .toList());
    add(items, "About", proposition.about().stream().map(this::named).toList());
    add(
        items,
        "Characterised by",
        dossier.propositions().stream()
            .filter(other -> other.about().equals(Optional.of(proposition.id())))
            .map(Codebook::heading)
            .toList());
    add(
        items,
        "Cannot be held together with",
        dossier.propositions().stream()
            .filter(
                other ->
                    other.excludes().contains(proposition.id())
                        || proposition.excludes().contains(other.id()))
            .map(Codebook::heading)
            .toList());
    add(items, "On record", List.of(counted(claims.get(proposition.id()))));
    for (Claim example : examples(proposition)) {
      items.add(example(example));
    }
    return TextPage.empty().line(0, 0, proposition.text()).gap().list(2, items);
  }

  private static void add(List<TextPage> items, String what, List<String> values) {
    if (!values.isEmpty()) {
      items.add(TextPage.empty().line(2, 4, what + ": " + String.join("; ", values)));
    }
  }

  private String named(String id) {
    return dossier.proposition(id).map(Codebook::heading).orElse(id);
  }

  private static String word(Enum<?> constant) {
    return Wording.english().word(constant);
  }

  // Claims

  private static String count(long number, String what) {
    return number == 0 ? "no " + what + "s" : number + " " + what + (number == 1 ? "" : "s");
  }

  private static String counted(List<Claim> some) {
    List<Claim> coded = some.stream().filter(claim -> !claim.isDraft()).toList();
    int drafts = some.size() - coded.size();
    String stances =
        Arrays.stream(Stance.values())
            .map(stance -> count(coded, stance) + " " + word(stance))
            .collect(Collectors.joining(", "));
    return count(coded.size(), "claim")
        + (coded.isEmpty() ? "" : " (" + stances + ")")
        + (drafts == 0 ? "" : " and " + count(drafts, "draft"));
  }

  private static long count(List<Claim> some, Stance stance) {
    return some.stream().filter(claim -> claim.stance() == stance).count();
  }

  /** Returns the examples, the one for the proposition before the one against it. */
  private List<Claim> examples(Proposition proposition) {
    List<Claim> quoted =
        claims.get(proposition.id()).stream()
            .filter(claim -> quotation(claim).isPresent())
            .sorted(
                Comparator.comparing(Claim::isDraft)
                    .thenComparing(claim -> claim.asserted().latest(), Comparator.reverseOrder()))
            .toList();
    List<Claim> examples = new ArrayList<>();
    for (Stance stance : List.of(Stance.FOR, Stance.AGAINST)) {
      quoted.stream()
          .filter(claim -> claim.stance() == stance)
          .findFirst()
          .ifPresent(examples::add);
    }
    quoted.stream()
        .filter(claim -> !examples.contains(claim))
        .limit(EXAMPLES - examples.size())
        .toList()
        .forEach(examples::add);
    return examples;
  }

  private static Optional<Evidence> quotation(Claim claim) {
    return claim.evidence().stream().filter(piece -> piece.quote().isPresent()).findFirst();
  }

  private TextPage example(Claim claim) {
    Evidence piece = quotation(claim).orElseThrow();
    String quote = piece.quote().orElseThrow();
    boolean isQuoted = quote.startsWith("“") && quote.indexOf('”') == quote.length() - 1;
    TextPage page =
        TextPage.empty()
            .line(2, 4, said(claim))
            .quote(4, isQuoted ? quote : "“" + quote + "”", piece.language().orElse(""));
    if (piece.translation().isPresent()) {
      page = page.source(4, "Translation: “" + piece.translation().get() + "”");
    }
    return page.source(4, "— " + cited(piece));
  }

  /** Returns the stance, the force, the speakers and principals and the date of a claim. */
  private String said(Claim claim) {
    String speakers = names(claim.speakers());
    return "%s (%s), %s%s, %s [%s%s]"
        .formatted(
            claim.stance().name(),
            claim.force().name(),
            speakers,
            claim.speakers().equals(claim.principals()) ? "" : " for " + names(claim.principals()),
            claim.asserted(),
            claim.id(),
            claim.isDraft() ? ", draft" : "");
  }

  private String cited(Evidence piece) {
    Source source = dossier.source(piece.source()).orElseThrow();
    List<String> chain = new ArrayList<>(List.of(name(source.outlet())));
    piece.via().forEach(relay -> chain.add(name(relay)));
    return "%s, “%s”, %s [%s, %s]"
        .formatted(
            String.join(" ← ", chain),
            source.title(),
            source.published(),
            source.id(),
            piece.mode().name());
  }

  private String names(Collection<String> actors) {
    return actors.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(String actor) {
    return dossier.actor(actor).map(Actor::name).orElse(actor);
  }

  /** {@return the number of propositions, issues and claims, in one line} */
  @Override
  public String toString() {
    return "Codebook: " + sentence();
  }
}
