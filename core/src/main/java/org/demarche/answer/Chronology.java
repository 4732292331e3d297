package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Set;
import org.demarche.answer.factory.Aftermath;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * Claims in chronological order, ready to be cited: each with its date and basis, speakers and
 * principals, stance, force and proposition, quotations, sources, relays and grade.
 *
 * <p>The claims are sorted by earliest day, latest day and id. An undated claim is sorted by its
 * latest day and is marked, so a claim listed before another was not necessarily made before it.
 *
 * <pre>{@code
 * tracker.claims().onIssue("three-nos-status").chronology()
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Chronology implements Answer {
  Chronology() {}

  /**
   * One claim of a chronology.
   *
   * <pre>{@code
   * chronology.entries().get(0).claim().asserted()
   * }</pre>
   *
   * @since 0.1
   */
  @Value.Immutable
  public abstract static class Entry implements Printable {
    Entry() {}

    /** {@return the claim} */
    @Value.Parameter
    public abstract Claim claim();

    /** {@return the evidence for the claim that exists from the viewpoint} */
    @Value.Parameter
    public abstract ImmutableList<Evidence> evidence();

    /** {@return the grade of the claim for each of its principals, by the id of the principal} */
    @Value.NaturalOrder
    @Value.Parameter
    public abstract ImmutableSortedMap<String, Grade> grades();

    @Value.Auxiliary
    @Value.Parameter
    abstract Aftermath aftermath();

    @Value.Auxiliary
    @Value.Parameter
    abstract Dossier dossier();

    /**
     * Returns the claims that respond to the claim or take it back, as far as they have evidence
     * from the viewpoint and were not certainly made after the as-of date.
     *
     * @return the claims, the oldest first, each with its best grade for one of its own principals
     */
    public final ImmutableList<CitedClaim> responses() {
      return aftermath().responses().get();
    }

    /**
     * Returns the sources whose evidence for the claim exists no longer, because they were revised.
     *
     * @return the ids of the sources, each with the id of the source that revised it
     */
    public final ImmutableSortedMap<String, String> revisedSources() {
      return aftermath().revisedSources();
    }

    /**
     * Returns whether only a latest day is known for the claim.
     *
     * @return true if the interval in which the claim was made has no known start
     */
    public final boolean isUndated() {
      return claim().asserted().earliest().isEmpty();
    }

    /** {@return the claim in one line, followed by its evidence} */
    @Override
    public final TextPage page() {
      return page(Wording.english());
    }

    private String line(Wording wording) {
      Claim claim = claim();
      String grade =
          grades().size() == 1
                  || (!wording.isCodes() && ImmutableSet.copyOf(grades().values()).size() == 1)
              ? grade(grades().values().iterator().next(), claim.principals(), wording)
              : wording.list(
                  grades().entrySet().stream()
                      .map(
                          entry ->
                              wording.text(
                                  "chronology.grade",
                                  grade(entry.getValue(), Set.of(entry.getKey()), wording),
                                  wording.party(dossier(), entry.getKey())))
                      .toList());
      return wording.text(
          wording.isCodes() ? "code.chronology" : "chronology.line",
          wording.isoDate(claim.asserted()),
          wording.word(claim.basis())
              + (isUndated() && wording.isCodes() ? wording.text("code.undated") : ""),
          ClaimText.id(claim, wording),
          CitationText.speakersAndPrincipals(claim, dossier(), wording),
          ClaimText.stance(claim.stance(), claim.force(), dossier(), claim.proposition(), wording),
          wording.act(claim.force(), claim.stance()),
          grade);
    }

    private String grade(Grade grade, Set<String> principals, Wording wording) {
      return ClaimText.grade(grade, evidence(), principals, dossier(), wording);
    }

    /**
     * Returns the claim in one line, followed by its evidence.
     *
     * @param wording the language, or {@link Wording#codes()}
     * @return the page
     */
    public final TextPage page(Wording wording) {
      requireNonNull(wording, "wording");
      return CitationText.of(
          line(wording), claim(), evidence(), aftermath(), dossier(), 0, wording);
    }

    /** {@return the claim in one line, without its evidence} */
    @Override
    public final String toString() {
      return OneLine.of(line(Wording.codes()));
    }
  }

  /** {@return the question, in words} */
  @Value.Parameter
  public abstract String question();

  @Value.Parameter
  abstract Listed<Entry> listed();

  /**
   * Returns the claims, in chronological order. An entry is made whenever it is looked at.
   *
   * @return the entries; the list cannot be modified
   */
  public final List<Entry> entries() {
    return listed().elements();
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(question(), wording.count("claims", entries().size()));
  }

  /** {@return the question, followed by each claim with its evidence} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    int size = entries().size();
    String number = wording.isCodes() ? String.valueOf(size) : wording.count("claims", size);
    return AnswerPages.withNotes(
        TextPage.of(question() + ": " + (size == 0 ? wording.text("none") : number))
            .passages(Lists.transform(entries(), entry -> entry.page(wording))),
        wording);
  }

  /** {@return the question and the number of claims, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(question() + ": " + AnswerPages.count(entries().size(), "claim", "claims"));
  }
}
