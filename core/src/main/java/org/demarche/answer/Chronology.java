package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * Claims in the order of time, ready to be cited: each with date and basis, who for whom, stance,
 * force and proposition, quotation, source, chain and grade.
 *
 * <p>The order is that of the earliest day, the latest day and the id. An undated claim stands at
 * its latest day and is marked; what stands before another need not have been said before it.
 *
 * <pre>{@code
 * tracker.claims().onIssue("three-nos-status").chronology()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Chronology implements Answer {
  Chronology() {}

  /**
   * A claim of a chronology.
   *
   * <pre>{@code
   * chronology.entries().get(0).claim().asserted()
   * }</pre>
   */
  @Value.Immutable
  public abstract static class Entry implements Printable {
    Entry() {}

    /** The claim. */
    @Value.Parameter
    public abstract Claim claim();

    /** The evidence that exists from the viewpoint. */
    @Value.Parameter
    public abstract ImmutableList<Evidence> evidence();

    /** The grade for each of its principals. */
    @Value.NaturalOrder
    @Value.Parameter
    public abstract ImmutableSortedMap<String, Grade> grades();

    @Value.Auxiliary
    @Value.Parameter
    abstract Dossier dossier();

    /** An entry; the dossier gives the names to print. */
    public static Entry of(
        Claim claim,
        Iterable<? extends Evidence> evidence,
        Map<String, ? extends Grade> grades,
        Dossier dossier) {
      return ImmutableEntry.of(claim, evidence, grades, dossier);
    }

    /** Whether only a latest day is known. */
    public final boolean isUndated() {
      return claim().asserted().earliest().isEmpty();
    }

    /** The claim with its evidence. */
    @Override
    public final TextPage page() {
      return CitationText.of(line(), evidence(), dossier(), 0);
    }

    /** Returns its page in the standard style. */
    @Override
    public final String toString() {
      return page().toString();
    }

    private String line() {
      String graded =
          grades().size() == 1
              ? grades().values().iterator().next().name()
              : grades().entrySet().stream()
                  .map(grade -> grade.getValue() + " for " + grade.getKey())
                  .collect(Collectors.joining(" and "));
      return claim().asserted()
          + " ("
          + claim().basis()
          + (isUndated() ? ", undated" : "")
          + ")  "
          + claim().id()
          + "  "
          + CitationText.who(claim(), dossier())
          + ": "
          + claim().stance()
          + " "
          + claim().proposition()
          + ", "
          + claim().force()
          + ", "
          + graded;
    }
  }

  /** What was asked, in words. */
  @Value.Parameter
  public abstract String question();

  /** The claims, in order. */
  @Value.Parameter
  public abstract ImmutableList<Entry> entries();

  /** A chronology. */
  public static Chronology of(String question, Iterable<? extends Entry> entries) {
    return ImmutableChronology.of(question, entries);
  }

  /** The question and each claim with its evidence. */
  @Override
  public final TextPage page() {
    return TextPage.of(question() + ": " + (entries().isEmpty() ? "none" : entries().size()))
        .passages(Lists.transform(entries(), Entry::page));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
