package org.demarche.snapshot;

import com.google.common.base.Throwables;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.rules.RowValueRules;

/**
 * A dossier and its index. All but the records can be written as ints; from these and the records,
 * which are made when they are looked at, it can be read again.
 *
 * <p>The methods of a dossier and of a Tracker that do so are no use to a caller of the library, so
 * they are not published. Method handles reach them.
 */
public final class IndexedDossier {
  private static final MethodHandle WRITE =
      found(
          Dossier.class,
          "write",
          (lookup, name) ->
              lookup.findStatic(
                  Dossier.class,
                  name,
                  MethodType.methodType(void.class, Dossier.class, IntWriter.class)));

  private static final MethodHandle READ =
      found(
          Dossier.class,
          "read",
          (lookup, name) ->
              lookup.findStatic(
                  Dossier.class,
                  name,
                  MethodType.methodType(
                      Dossier.class,
                      Description.class,
                      List.class,
                      List.class,
                      List.class,
                      List.class,
                      List.class,
                      IntReader.class)));

  private static final MethodHandle OVER =
      found(
          Tracker.class,
          "over",
          (lookup, name) ->
              lookup.findVirtual(
                  Tracker.class, name, MethodType.methodType(Tracker.class, DossierIndex.class)));

  private final DossierIndex index;

  private IndexedDossier(DossierIndex index) {
    this.index = index;
  }

  /** Indexes a dossier. */
  public static IndexedDossier of(Dossier dossier) {
    return new IndexedDossier(RowValueRules.index(dossier));
  }

  /**
   * Reads a dossier and its index.
   *
   * @param sources the sources that were written, in their order, as a list that makes each when it
   *     is asked for; likewise the other records
   * @param in returns the ints that {@link #writeTo} wrote
   * @param words returns those that {@link #writeWordsTo} wrote, when a phrase is first searched
   *     for; if they are damaged, the words are listed again
   * @throws IllegalArgumentException if the ints are not such
   */
  public static IndexedDossier read(
      Description description,
      List<Source> sources,
      List<Actor> actors,
      List<Occasion> occasions,
      List<Proposition> propositions,
      List<Claim> claims,
      IntReader in,
      IntReader words) {
    try {
      Dossier dossier =
          (Dossier)
              READ.invokeExact(description, sources, actors, occasions, propositions, claims, in);
      return new IndexedDossier(RowValueRules.read(dossier, in, words));
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /**
   * Writes all but the description, the records and the words of their quotations.
   *
   * @throws ArithmeticException if there are too many claims
   */
  public void writeTo(IntWriter out) {
    try {
      WRITE.invokeExact(index.dossier(), out);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
    index.writeTo(out);
  }

  /** Lists the words of all quotations, and writes them. */
  public void writeWordsTo(IntWriter out) {
    index.writeWordsTo(out);
  }

  /** Returns the dossier. */
  public Dossier dossier() {
    return index.dossier();
  }

  /** Returns a Tracker of the whole dossier. */
  public Tracker tracker() {
    try {
      return (Tracker) OVER.invokeExact(Tracker.of(Dossier.empty()), index);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Finds a method that is not public. */
  private interface Search {
    MethodHandle find(MethodHandles.Lookup lookup, String name) throws ReflectiveOperationException;
  }

  private static MethodHandle found(Class<?> type, String name, Search search) {
    try {
      return search.find(MethodHandles.privateLookupIn(type, MethodHandles.lookup()), name);
    } catch (ReflectiveOperationException renamed) {
      throw new LinkageError(type + " has no method " + name, renamed);
    }
  }

  /** Rethrows the exception of a method; the methods declare no checked exception. */
  private static IllegalStateException unchecked(Throwable failed) {
    Throwables.throwIfUnchecked(failed);
    return new IllegalStateException(failed);
  }
}
