package org.demarche;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Claim;
import org.demarche.questions.NarrowedViews;
import org.demarche.rules.EvidenceView;

/**
 * The queries and found claims to which a {@link Tracker} is limited by {@code only}.
 *
 * @param queries the queries whose claims are the only ones that count, each with its own tracker
 */
record ClaimLimits(ImmutableList<ClaimQuery> queries) {
  static final ClaimLimits NONE = new ClaimLimits(ImmutableList.of());

  /**
   * The properties that distinguish a tracker from the other trackers of its dossier.
   *
   * @param isAsOfGiven whether the as-of date was given, and stays when records are added
   * @param asked the steps of each query to which the tracker is limited, and of which tracker
   */
  record Identity(
      Viewpoint viewpoint, boolean isAsOfGiven, ImmutableSet<Map.Entry<String, Identity>> asked) {}

  /** Returns the steps of each query, and what distinguishes its tracker. */
  ImmutableSet<Map.Entry<String, Identity>> identities() {
    return queries.stream()
        .map(query -> Map.entry(query.steps(), query.tracker().identity()))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns these limits and one more query. */
  ClaimLimits and(ClaimQuery query) {
    return new ClaimLimits(ImmutableList.<ClaimQuery>builder().addAll(queries).add(query).build());
  }

  /** Returns these limits over a larger index. */
  ClaimLimits over(DossierIndex larger) {
    return new ClaimLimits(
        queries.stream().map(query -> query.over(larger)).collect(ImmutableList.toImmutableList()));
  }

  /** Returns a viewpoint that is limited to some claims that were found, by id. */
  static Viewpoint withFound(Viewpoint viewpoint, List<Claim> claims) {
    return withIds(
        viewpoint,
        claims.stream()
            .map(Claim::id)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder())));
  }

  /**
   * Returns a viewpoint that is limited to the found claims to which another is limited. The words
   * of a query abridge the list of these claims.
   */
  static Viewpoint withFoundOf(Viewpoint asked, Viewpoint viewpoint) {
    return asked.onlyClaims().map(ids -> withIds(viewpoint, ids)).orElse(viewpoint);
  }

  private static Viewpoint withIds(Viewpoint viewpoint, ImmutableSortedSet<String> ids) {
    ImmutableSortedSet<String> both =
        viewpoint
            .onlyClaims()
            .map(before -> ImmutableSortedSet.copyOf(Sets.intersection(before, ids)))
            .orElse(ids);
    return AnswerFactory.get().onlyClaims(viewpoint, both);
  }

  /**
   * Limits a view to the found claims of a viewpoint and to the claims that the queries find. The
   * claims are searched for when they are first needed.
   */
  EvidenceView applied(EvidenceView view, Viewpoint viewpoint) {
    Optional<ImmutableSortedSet<String>> found = viewpoint.onlyClaims();
    if (found.isEmpty() && queries.isEmpty()) {
      return view;
    }
    ImmutableSortedSet<String> words =
        queries.stream()
            .map(ClaimQuery::question)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    Supplier<BitSet> claims =
        () ->
            NarrowedViews.claims(
                view.index(), found, Lists.transform(queries, ClaimQuery::numbers));
    return view.only(claims, AnswerFactory.get().only(viewpoint, words));
  }
}
