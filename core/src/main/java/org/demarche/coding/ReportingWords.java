package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/** The words by which a sentence may report a claim: verbs of the guide, and names of actors. */
final class ReportingWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final ImmutableSetMultimap<String, Verb> VERBS = verbs();

  private final ImmutableList<String> names;

  /** A verb, and a force that it may express. */
  private record Verb(WordForms forms, String force) {}

  ReportingWords(Dossier dossier) {
    this.names =
        dossier.actors().stream()
            .filter(actor -> actor.kind() != ActorKind.MEDIA)
            .flatMap(ReportingWords::names)
            .distinct()
            .collect(ImmutableList.toImmutableList());
  }

  private static Stream<String> names(Actor actor) {
    return Stream.concat(Stream.of(actor.name()), actor.aliases().stream());
  }

  private static ImmutableSetMultimap<String, Verb> verbs() {
    ImmutableSetMultimap.Builder<String, Verb> verbs = ImmutableSetMultimap.builder();
    for (VocabularyGuide.Entry entry : VocabularyGuide.forces().entries()) {
      for (WordForms verb : entry.verbs()) {
        verb.forms().forEach(form -> verbs.put(form, new Verb(verb, entry.constant())));
      }
    }
    return verbs.build();
  }

  /** Returns the verbs of a sentence, as it has them, each with the forces it may express. */
  ImmutableList<String> verbs(Sentence sentence) {
    String line = sentence.line().toLowerCase(Locale.ROOT);
    Map<String, List<String>> found = new LinkedHashMap<>();
    WORD.matcher(line)
        .results()
        .forEach(
            word ->
                VERBS.get(word.group()).stream()
                    .filter(verb -> follows(line, word.end(), verb.forms().rest()))
                    .forEach(
                        verb ->
                            found.merge(
                                word.group() + verb.forms().rest(),
                                List.of(verb.force()),
                                ReportingWords::joined)));
    return found.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean follows(String line, int end, String rest) {
    int after = end + rest.length();
    return line.startsWith(rest, end)
        && (after == line.length() || !Character.isLetterOrDigit(line.charAt(after)));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** Returns the names of actors in a sentence. */
  ImmutableList<String> names(Sentence sentence) {
    String line = sentence.line();
    return names.stream()
        .filter(name -> WordForms.hasWords(line, name))
        .collect(ImmutableList.toImmutableList());
  }
}
