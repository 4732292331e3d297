package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.model.Actor;
import org.demarche.model.DossierRecord;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.Letters;
import org.demarche.typography.SearchText;
import org.demarche.typography.SearchWords;

/** The records that fit a text which is being typed, best first. */
public final class SuggestionQuestions {
  private static final int EXACT = 0;
  private static final int BEGINNING = 1;
  private static final int WORD = 2;
  private static final int NONE = 3;

  private SuggestionQuestions() {}

  /** A record that fits, with how well it fits and the number of its claims. */
  private record Match<R>(R entry, String id, int rank, int claims) {}

  /** Returns the actors that fit, by their ids, names and aliases. */
  public static ImmutableList<Actor> parties(DossierIndex index, String typed, int most) {
    int[] claims = claimsOfParties(index);
    return best(
        index.dossier().actors(),
        typed,
        most,
        SuggestionQuestions::names,
        number -> claims[number]);
  }

  private static Stream<String> names(Actor actor) {
    return Stream.concat(Stream.of(actor.id(), actor.name()), actor.aliases().stream());
  }

  /** Counts the claims of each actor and of the actors that belong to it. */
  private static int[] claimsOfParties(DossierIndex index) {
    int[] claims = new int[index.dossier().actors().size()];
    for (int actor = 0; actor < claims.length; actor++) {
      int own = index.claims(Field.PRINCIPAL, actor).length;
      for (int up = actor; up >= 0; up = index.parties().above(up)) {
        claims[up] += own;
      }
    }
    return claims;
  }

  /** Returns the propositions that fit, by their ids, sentences and issues. */
  public static ImmutableList<Proposition> propositions(
      DossierIndex index, String typed, int most) {
    return best(
        index.dossier().propositions(),
        typed,
        most,
        proposition -> Stream.of(proposition.id(), proposition.text(), proposition.issue()),
        number -> index.claims(Field.PROPOSITION, number).length);
  }

  /** Returns the sources that fit, by their ids and titles and by the names of their outlets. */
  public static ImmutableList<Source> sources(DossierIndex index, String typed, int most) {
    return best(
        index.dossier().sources(),
        typed,
        most,
        source ->
            Stream.concat(
                Stream.of(source.id(), source.title()),
                index.dossier().actor(source.outlet()).stream()
                    .flatMap(SuggestionQuestions::names)),
        number -> index.claims(Field.SOURCE, number).length);
  }

  private static <R extends DossierRecord> ImmutableList<R> best(
      List<R> records,
      String typed,
      int most,
      Function<R, Stream<String>> names,
      IntUnaryOperator claims) {
    if (most < 1) {
      throw ShownValue.refused("at most " + most + " suggestions: give at least 1");
    }
    String folded = folded(typed);
    return IntStream.range(0, records.size())
        .mapToObj(
            number -> {
              R entry = records.get(number);
              int rank =
                  names
                      .apply(entry)
                      .mapToInt(name -> rank(folded, folded(name)))
                      .min()
                      .orElse(NONE);
              return new Match<>(
                  entry, entry.id(), rank, rank == NONE ? 0 : claims.applyAsInt(number));
            })
        .filter(match -> match.rank() < NONE)
        .sorted(
            Comparator.comparingInt((Match<R> match) -> match.rank())
                .thenComparing(Match::claims, Comparator.reverseOrder())
                .thenComparing(Match::id))
        .limit(most)
        .map(Match::entry)
        .collect(ImmutableList.toImmutableList());
  }

  private static String folded(String text) {
    return Letters.typed(SearchText.fold(PropositionSearch.words(text)).strip());
  }

  private static int rank(String typed, String name) {
    if (name.startsWith(typed)) {
      return name.length() == typed.length() ? EXACT : BEGINNING;
    }
    for (int at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1)) {
      if (SearchWords.begins(name, at)) {
        return WORD;
      }
    }
    return NONE;
  }
}
