package org.demarche.dossierindex;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.demarche.model.Dossier;

/**
 * The numbers of the records of a dossier, found by id. The number of a record is its index among
 * the records of its type.
 *
 * <p>A dossier already maps its ids to these numbers, but does not publish them: they are no use to
 * a caller of the library. Method handles reach that map, so that ids are not indexed twice.
 */
public final class RecordNumbers {
  private static final MethodHandle SOURCE = finder("indexOfSource");
  private static final MethodHandle ACTOR = finder("indexOfActor");
  private static final MethodHandle PROPOSITION = finder("indexOfProposition");
  private static final MethodHandle CLAIM = finder("indexOfClaim");

  private final Dossier dossier;

  RecordNumbers(Dossier dossier) {
    this.dossier = dossier;
  }

  private static MethodHandle finder(String method) {
    try {
      return MethodHandles.privateLookupIn(Dossier.class, MethodHandles.lookup())
          .findVirtual(Dossier.class, method, MethodType.methodType(int.class, String.class));
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError("Dossier has no method " + method + "(String)", changed);
    }
  }

  private int find(MethodHandle finder, String id) {
    try {
      return (int) finder.invokeExact(dossier, id);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible); // the methods declare no checked exception
    }
  }

  /** Returns the number of a source, or -1 if its id is not in the dossier. */
  public int source(String id) {
    return find(SOURCE, id);
  }

  /** Returns the number of an actor, or -1 if its id is not in the dossier. */
  public int actor(String id) {
    return find(ACTOR, id);
  }

  /** Returns the number of a proposition, or -1 if its id is not in the dossier. */
  public int proposition(String id) {
    return find(PROPOSITION, id);
  }

  /** Returns the number of a claim, or -1 if its id is not in the dossier. */
  public int claim(String id) {
    return find(CLAIM, id);
  }
}
