package org.demarche.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sources that other sources revise, and what depends on them. */
final class RevisedSources {
  private static final int NONE = -1;

  private final IdIndex<Source> sources;

  /** The source that each source revises, by number, or {@link #NONE}. */
  private final int[] revised;

  private final Map<String, String> revisions = new HashMap<>();

  RevisedSources(IdIndex<Source> sources) {
    this.sources = sources;
    this.revised = new int[sources.records().size()];
    Arrays.fill(revised, NONE);
    for (int i = 0; i < revised.length; i++) {
      Source source = sources.records().get(i);
      if (source.revises().isPresent()) {
        revisions.putIfAbsent(source.revises().get(), source.id());
        revised[i] = sources.indexOf(source.revises().get());
      }
    }
  }

  /** Returns whether no source revises another. */
  boolean isEmpty() {
    return revisions.isEmpty();
  }

  /** Warns of a claim whose evidence is from revised sources alone. */
  void check(Claim claim, ProblemCollector problems) {
    List<String> cited = claim.evidence().stream().map(Evidence::source).distinct().toList();
    if (revisions.keySet().containsAll(cited)) {
      problems.warn(
          Problem.Code.EVIDENCE_REVISED,
          "evidence",
          String.join(", ", cited),
          "all its evidence is from "
              + cited.stream()
                  .map(id -> "'" + id + "', which '" + revisions.get(id) + "' revises")
                  .collect(Collectors.joining(" and "))
              + ": it has no evidence from then on; add evidence from the revision if that repeats it");
    }
  }

  /** Warns of a source that derives from a revised source, unless it is revised or a revision. */
  void check(Source source, ProblemCollector problems) {
    if (revisions.containsKey(source.id())) {
      return;
    }
    for (String origin : source.derivedFrom()) {
      if (revisions.containsKey(origin) && !isRevision(source, origin)) {
        problems.warn(
            Problem.Code.ORIGIN_REVISED,
            "derivedFrom",
            origin,
            "it derives from '"
                + origin
                + "', which '"
                + revisions.get(origin)
                + "' revises, and still counts: it may repeat what was corrected");
      }
    }
  }

  /** Returns whether a source revises another, directly or through others. */
  private boolean isRevision(Source source, String of) {
    int origin = sources.indexOf(of);
    int at = sources.indexOf(source.id());
    for (int i = 0; i <= Limits.REVISIONS && revised[at] != NONE; i++) { // there may be a cycle
      at = revised[at];
      if (at == origin) {
        return true;
      }
    }
    return false;
  }
}
