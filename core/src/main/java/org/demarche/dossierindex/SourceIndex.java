package org.demarche.dossierindex;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.index.AppendedInts;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.model.Dossier;
import org.demarche.model.Source;

/** The day on which each source was published, and the sources on which it draws, by number. */
public final class SourceIndex {
  private final List<Source> sources;
  private final RecordNumbers numbers;

  /** The days on which the sources were published. */
  private final AppendedInts published;

  /** The numbers of the sources that draw on other sources. */
  private final BitSet drawing;

  /** The sources that revise others, in the order of their days and ids; nearly none does. */
  private final ImmutableList<Integer> revisions;

  /** The source that was the first to revise each of those that others revise. */
  private final Map<Integer, Integer> firstRevisions;

  SourceIndex(Dossier dossier, RecordNumbers numbers) {
    this(dossier, numbers, AppendedInts.NONE, new BitSet());
  }

  private SourceIndex(
      Dossier dossier, RecordNumbers numbers, AppendedInts before, BitSet drawingBefore) {
    this.sources = dossier.sources();
    this.numbers = numbers;
    int[] more = new int[sources.size() - before.size()];
    BitSet all = (BitSet) drawingBefore.clone();
    for (int i = 0; i < more.length; i++) {
      Source source = source(before.size() + i);
      more[i] = EpochDays.of(source.published().latest());
      if (!source.derivedFrom().isEmpty() || source.revises().isPresent()) {
        all.set(before.size() + i);
      }
    }
    this.published = before.plus(more);
    this.drawing = all;
    this.revisions = findRevisions();
    this.firstRevisions = firstRevisions(revision -> true);
  }

  /** Reads the index of the sources of a dossier that was written. */
  static SourceIndex read(Dossier dossier, RecordNumbers numbers, IntReader in) {
    AppendedInts published = AppendedInts.of(in.readArray());
    BitSet drawing = new BitSet();
    for (int source : in.readArray()) {
      drawing.set(source);
    }
    return new SourceIndex(dossier, numbers, published, drawing);
  }

  /** Writes the index. */
  void writeTo(IntWriter out) {
    out.writeArray(published.toArray());
    out.writeArray(drawing.stream().toArray());
  }

  private ImmutableList<Integer> findRevisions() {
    return drawing.stream()
        .filter(number -> source(number).revises().isPresent())
        .boxed()
        .sorted(Comparator.comparing(this::published).thenComparing(number -> source(number).id()))
        .collect(ImmutableList.toImmutableList());
  }

  private OptionalInt revisedDirectlyBy(int source) {
    Optional<String> revised = source(source).revises();
    return revised.isPresent()
        ? OptionalInt.of(numbers.source(revised.get()))
        : OptionalInt.empty();
  }

  /**
   * Returns the source that was the first to revise each source, directly or through others: of
   * several of one day, the first by id.
   *
   * @param counted selects the revisions that count
   */
  public Map<Integer, Integer> firstRevisions(IntPredicate counted) {
    Map<Integer, Integer> first = new HashMap<>();
    for (int revision : revisions) {
      OptionalInt at = counted.test(revision) ? revisedDirectlyBy(revision) : OptionalInt.empty();
      while (at.isPresent() && first.putIfAbsent(at.getAsInt(), revision) == null) {
        at = revisedDirectlyBy(at.getAsInt()); // what is above it was found with it
      }
    }
    return first;
  }

  /** Returns the source that was the first to revise each source, if all revisions count. */
  public Map<Integer, Integer> firstRevisions() {
    return firstRevisions;
  }

  /** Returns whether some source revises another. */
  public boolean hasRevisions() {
    return !revisions.isEmpty();
  }

  /** Returns the sources that a source revises, directly or through others. */
  public IntStream revisedBy(int source) {
    return Stream.iterate(
            revisedDirectlyBy(source),
            OptionalInt::isPresent,
            above -> revisedDirectlyBy(above.getAsInt()))
        .mapToInt(OptionalInt::getAsInt);
  }

  /** Returns whether another source revises a source. */
  public boolean isRevised(int source) {
    return firstRevisions.containsKey(source);
  }

  /** Returns the index of a merged dossier whose first sources are the sources of this one. */
  SourceIndex plus(Dossier merged, RecordNumbers mergedNumbers) {
    return merged.sources().size() == sources.size()
        ? this
        : new SourceIndex(merged, mergedNumbers, published, drawing);
  }

  /** Returns the source of a number. */
  public Source source(int number) {
    return sources.get(number);
  }

  /** Returns the day by which a source was certainly published. */
  public int published(int source) {
    return published.get(source);
  }

  /**
   * Returns the number of groups into which sources fall. Two sources are in the same group if they
   * draw on a common source, directly or through other sources.
   */
  public int independentRoots(Set<Integer> sources) {
    return sources.stream().noneMatch(source -> drawing.get(source))
        ? sources.size()
        : groups(sources);
  }

  private int groups(Set<Integer> sources) {
    UnionFind groups = new UnionFind();
    for (int source : sources) {
      groups.add(source);
      Deque<Integer> open = new ArrayDeque<>(Set.of(source));
      while (!open.isEmpty()) {
        int here = open.remove();
        for (int origin : origins(here)) {
          if (groups.add(origin)) {
            open.add(origin);
          }
          groups.join(here, origin);
        }
      }
    }
    return groups.count();
  }

  /** Returns the sources on which a source draws directly. */
  private List<Integer> origins(int number) {
    Source source = source(number);
    return Stream.concat(source.derivedFrom().stream(), source.revises().stream())
        .map(numbers::source)
        .toList();
  }

  /** Disjoint groups of numbers (union-find with path halving: Tarjan and van Leeuwen 1984). */
  private static final class UnionFind {
    private final Map<Integer, Integer> above = new HashMap<>();
    private int count;

    /** Adds a number as a group of its own, and returns whether it is new. */
    boolean add(int number) {
      boolean isNew = above.putIfAbsent(number, number) == null;
      count += isNew ? 1 : 0;
      return isNew;
    }

    /** Makes one group of the groups of two numbers. */
    void join(int one, int other) {
      int top = top(one);
      int otherTop = top(other);
      if (top != otherTop) {
        above.put(top, otherTop);
        count--;
      }
    }

    private int top(int number) {
      int at = number;
      int next = requireNonNull(above.get(at));
      while (next != at) {
        int further = requireNonNull(above.get(next));
        above.put(at, further);
        at = further;
        next = requireNonNull(above.get(at));
      }
      return at;
    }

    int count() {
      return count;
    }
  }
}
