package org.demarche.rules;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.answer.Grade;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/** The made-up dossiers and questions of {@code rule-cases.txt}, whose head explains the format. */
final class RuleCases {
  private static final String FILE = "/rule-cases.txt";
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings().trimResults();
  private static final Splitter ITEMS = Splitter.on(',').omitEmptyStrings().trimResults();

  private static final Pattern HEADING =
      Pattern.compile("case (?<name>\\S+) in (?<world>\\S+) \\((?<rules>.+)\\)");
  private static final Pattern ACTOR =
      Pattern.compile(
          "(?<id>\\S+)( of (?<of>\\S+))?( (?<authority>[A-Z_]+))?"
              + "( succeeds (?<old>\\S+) from (?<from>\\S+))?(: (?<list>.+))?");
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?<id>\\S+) (?<outlet>\\S+) (?<day>\\S+)( issued by (?<issuers>.+?))?"
              + "( derived from (?<origin>\\S+))?( revises (?<revised>\\S+))?"
              + "(?<unreliable> unreliable)?");
  private static final Pattern POSITION =
      Pattern.compile(
          "(?<party>\\S+) on (?<proposition>\\S+) at (?<to>[^ :]+)( known at (?<known>[^ :]+))?"
              + "( without (?<without>[^:]+?))?( floor (?<floor>[A-Z_]+))?: (?<facts>.+)");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?<party>\\S+) on (?<proposition>\\S+) from (?<from>\\S+) to (?<to>[^ :]+): (?<facts>.+)");
  private static final Pattern RELATION =
      Pattern.compile(
          "(?<party>\\S+) and (?<other>\\S+) on (?<proposition>\\S+) at (?<to>[^ :]+): (?<facts>.+)");

  private RuleCases() {}

  /**
   * A made-up dossier with questions.
   *
   * @param name its name
   * @param rules the rules it tests
   * @param about what it shows
   */
  record Case(
      String name,
      String rules,
      String about,
      Dossier dossier,
      ImmutableList<Question> questions) {}

  /**
   * A question, and facts of its answer.
   *
   * @param line the question as it is written
   * @param other the other party of a relation
   * @param from the earlier day of a change
   * @param view the conditions; for a change those of the later day
   * @param label the expected label of a change or relation; empty for a position
   * @param facts expected facts by name; “none” is expected to be empty
   */
  record Question(
      String line,
      String party,
      Optional<String> other,
      String proposition,
      Optional<LocalDate> from,
      ReferenceView view,
      Optional<String> label,
      ImmutableMap<String, String> facts) {}

  /** Returns all cases, in the order of the file. */
  static List<Case> all() {
    Map<String, List<String>> worlds = new HashMap<>();
    List<Case> cases = new ArrayList<>();
    for (List<String> block : blocks()) {
      String first = block.get(0);
      if (first.startsWith("world ")) {
        worlds.put(first.substring("world ".length()), block);
      } else {
        Matcher heading = match(HEADING, first);
        Builder builder = new Builder();
        Objects.requireNonNull(worlds.get(heading.group("world"))).stream()
            .skip(1)
            .forEach(builder::read);
        block.stream().skip(1).forEach(builder::read);
        cases.add(builder.build(heading.group("name"), heading.group("rules")));
      }
    }
    return cases;
  }

  private static List<List<String>> blocks() {
    List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : lines()) {
      if (line.isBlank()) {
        blocks.add(new ArrayList<>());
      } else if (!line.startsWith("#")) {
        blocks.get(blocks.size() - 1).add(line.strip());
      }
    }
    return blocks.stream().filter(block -> !block.isEmpty()).toList();
  }

  private static List<String> lines() {
    try {
      return Resources.readLines(
          Resources.getResource(RuleCases.class, FILE), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Matcher match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not in the form of the head of " + FILE + ": " + line);
    }
    return matcher;
  }

  private static Optional<String> group(Matcher matcher, String name) {
    return Optional.ofNullable(matcher.group(name));
  }

  private static Optional<LocalDate> bound(String text) {
    return text.equals("..") ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  /** Collects the records and questions of a case from its lines. */
  private static final class Builder {
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, Proposition> propositions = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> heads = new LinkedHashSet<>();
    private final Set<String> atoms = new LinkedHashSet<>();
    private final List<String> about = new ArrayList<>();
    private String usualSource = "";
    private Mode usualMode = Mode.DIRECT;

    private void read(String line) {
      List<String> words = WORDS.limit(2).splitToList(line);
      String rest = words.get(1);
      switch (words.get(0)) {
        case "about" -> about.add(rest);
        case "state" -> actor(ActorKind.STATE, rest);
        case "organisation" -> actor(ActorKind.ORGANISATION, rest);
        case "organ" -> actor(ActorKind.ORGAN, rest);
        case "medium" -> actor(ActorKind.MEDIA, rest);
        case "person" -> actor(ActorKind.PERSON, rest);
        case "source" -> source(rest);
        case "evidence" -> {
          usualSource = WORDS.splitToList(rest).get(0);
          usualMode = Mode.valueOf(WORDS.splitToList(rest).get(1));
        }
        case "proposition" -> composite(rest);
        case "claim" -> claim(rest);
        case "position" -> question(POSITION, line, rest);
        case "change" -> question(CHANGE, line, rest);
        case "relation" -> question(RELATION, line, rest);
        default -> throw new IllegalArgumentException("unknown first word: " + line);
      }
    }

    private void actor(ActorKind kind, String rest) {
      Matcher line = match(ACTOR, rest);
      String id = line.group("id");
      Actor.Builder actor = Actor.builder().id(id).name("The " + id).kind(kind);
      group(line, "of").ifPresent(actor::of);
      group(line, "authority").map(Authority::valueOf).ifPresent(actor::authority);
      group(line, "old").ifPresent(actor::succeeds);
      group(line, "from").map(LocalDate::parse).ifPresent(actor::from);
      if (kind == ActorKind.PERSON && group(line, "of").isPresent()) {
        actor.named(false);
      }
      for (String item : ITEMS.split(group(line, "list").orElse(""))) {
        if (kind == ActorKind.ORGANISATION && !item.startsWith("head ")) {
          actor.addMembers(member(item));
        } else {
          actor.addTerms(term(item.replace("head ", "")));
        }
      }
      actors.put(id, actor.build());
    }

    private static Membership member(String text) {
      List<String> words = Splitter.onPattern("[ /]").splitToList(text);
      Membership member = Membership.of(words.get(0));
      member = bound(words.get(1)).map(member::from).orElse(member);
      return bound(words.get(2)).map(member::until).orElse(member);
    }

    private TermOfOffice term(String text) {
      boolean isActing = text.startsWith("acting ");
      List<String> words = Splitter.onPattern("[ /]").splitToList(text.replace("acting ", ""));
      heads.add(words.get(0));
      TermOfOffice term = TermOfOffice.of(words.get(0), LocalDate.parse(words.get(1)));
      term = bound(words.get(2)).map(term::until).orElse(term);
      return isActing ? term.acting() : term;
    }

    private void source(String rest) {
      Matcher line = match(SOURCE, rest);
      Source.Builder source = source(line.group("id"), line.group("outlet"), line.group("day"));
      group(line, "issuers").ifPresent(ids -> source.issuedBy(WORDS.split(ids)));
      group(line, "origin").ifPresent(source::addDerivedFrom);
      group(line, "revised").ifPresent(source::revises);
      source.reliableQuotes(group(line, "unreliable").isEmpty());
      sources.put(line.group("id"), source.build());
    }

    private static Source.Builder source(String id, String outlet, String published) {
      return Source.builder().id(id).outlet(outlet).title(id).published(When.parse(published));
    }

    private void composite(String rest) {
      List<String> halves = Splitter.on(": ").splitToList(rest);
      Map<String, Stance> parts = new LinkedHashMap<>();
      List<String> excluded = new ArrayList<>();
      for (String item : ITEMS.split(halves.get(1))) {
        List<String> words = WORDS.splitToList(item);
        atoms.add(words.get(1));
        if (words.get(0).equals("excludes")) {
          excluded.add(words.get(1));
        } else {
          parts.put(words.get(1), Stance.valueOf(words.get(0)));
        }
      }
      propositions.put(
          halves.get(0), proposition(halves.get(0)).parts(parts).excludes(excluded).build());
    }

    private static Proposition.Builder proposition(String id) {
      return Proposition.builder().id(id).issue("i").text("It is so that " + id + ".");
    }

    private void claim(String rest) {
      List<String> items = ITEMS.splitToList(rest);
      List<String> words = WORDS.splitToList(items.get(0));
      List<String> principals = Splitter.on('+').splitToList(words.get(1));
      atoms.add(words.get(3));
      Claim.Builder claim =
          Claim.builder()
              .id(words.get(0))
              .speakers(principals)
              .principals(principals)
              .stance(Stance.valueOf(words.get(2)))
              .proposition(words.get(3))
              .force(Force.valueOf(words.get(4)))
              .asserted(When.parse(words.get(5)));
      String source = usualSource.replace("*", words.get(5));
      Evidence.Builder evidence = Evidence.builder().mode(usualMode);
      Mode mode = usualMode;
      for (String item : items.subList(1, items.size())) {
        List<String> option = WORDS.splitToList(item);
        List<String> values = option.subList(1, option.size());
        switch (option.get(0)) {
          case "in" -> source = values.get(0);
          case "via" -> evidence.via(values);
          case "answers" -> claim.respondsTo(values);
          case "retracts" -> claim.retracts(values);
          case "if" -> claim.condition(String.join(" ", values));
          case "due" -> claim.due(When.parse(values.get(0)));
          case "frames" -> claim.frames(values);
          case "draft" -> claim.draft(true);
          default -> mode = Mode.valueOf(item);
        }
      }
      if (mode != Mode.RECORDED) {
        evidence.quote("“so it is”");
      }
      int colon = source.indexOf(':');
      if (colon > 0) {
        sources.putIfAbsent(
            source,
            source(source, source.substring(0, colon), source.substring(colon + 1)).build());
      }
      claims.add(claim.addEvidence(evidence.source(source).mode(mode).build()).build());
    }

    private void question(Pattern pattern, String line, String rest) {
      Matcher parts = match(pattern, rest);
      boolean isPosition = pattern == POSITION;
      atoms.add(parts.group("proposition"));
      ReferenceView view = ReferenceView.on(When.lastDay(parts.group("to")));
      if (isPosition) {
        view = group(parts, "known").map(When::lastDay).map(view::knownAt).orElse(view);
        view =
            group(parts, "without")
                .map(ids -> Set.copyOf(WORDS.splitToList(ids)))
                .map(view::without)
                .orElse(view);
        view = group(parts, "floor").map(Grade::valueOf).map(view::minGrade).orElse(view);
      }
      List<String> facts = ITEMS.splitToList(parts.group("facts"));
      questions.add(
          new Question(
              line,
              parts.group("party"),
              pattern == RELATION ? group(parts, "other") : Optional.empty(),
              parts.group("proposition"),
              pattern == CHANGE ? group(parts, "from").map(When::lastDay) : Optional.empty(),
              view,
              isPosition ? Optional.empty() : Optional.of(facts.get(0)),
              facts(isPosition ? facts : facts.subList(1, facts.size()))));
    }

    /** Returns facts by name. A kind, a stance and a reason need no name. */
    private static ImmutableMap<String, String> facts(List<String> items) {
      ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
      for (String item : items) {
        if (item.matches("KNOWN|CONTESTED|UNKNOWN")) {
          facts.put("kind", item);
        } else if (item.matches("FOR|AGAINST|UNCOMMITTED")) {
          facts.put("stance", item);
        } else if (item.matches("[A-Z_]+")) {
          facts.put("reason", item);
        } else {
          Matcher named =
              match(
                  Pattern.compile("(?<name>(last |parts |administration )?\\S+) (?<value>.+)"),
                  item);
          facts.put(named.group("name"), named.group("value"));
        }
      }
      return facts.buildOrThrow();
    }

    private Case build(String name, String rules) {
      heads.forEach(
          id ->
              actors.putIfAbsent(
                  id, Actor.builder().id(id).name("The " + id).kind(ActorKind.PERSON).build()));
      atoms.forEach(id -> propositions.putIfAbsent(id, proposition(id).build()));
      List<DossierRecord> records =
          Stream.of(sources.values(), actors.values(), propositions.values(), claims)
              .<DossierRecord>flatMap(all -> all.stream())
              .toList();
      return new Case(
          name,
          rules,
          String.join(" ", about),
          Dossier.of(records),
          ImmutableList.copyOf(questions));
    }
  }
}
