package org.demarche.brief;

import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;

/** The names by which a page refers to the records of a dossier; ids where there is none. */
record RecordNames(Dossier dossier) {
  private static final Splitter WORDS = Splitter.onPattern("[^\\p{L}\\p{N}]+").omitEmptyStrings();

  String actor(String id) {
    return dossier.actor(id).map(Actor::name).orElse(id);
  }

  String actors(Collection<String> ids) {
    return ids.stream().map(this::actor).collect(Collectors.joining(", "));
  }

  String proposition(String id) {
    return dossier.proposition(id).flatMap(Proposition::label).orElse(id);
  }

  /**
   * Returns the slug of an issue in words: each as the labels of propositions write it, and the
   * first with a capital.
   */
  String issue(String slug) {
    Map<String, String> written = new HashMap<>();
    dossier.propositions().stream()
        .flatMap(known -> known.label().stream())
        .flatMap(label -> WORDS.splitToStream(label))
        .forEach(word -> written.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
    return Wording.english()
        .capital(
            Arrays.stream(slug.split("-", -1))
                .map(word -> written.getOrDefault(word, word))
                .collect(Collectors.joining(" ")));
  }
}
