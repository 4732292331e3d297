package org.demarche.dossierindex;

import com.google.common.base.Throwables;
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
  // Each handle is called where it is a constant, so that the call is compiled like any other.
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

  /** Returns the number of a source of the dossier. */
  public int source(String id) {
    try {
      return known("source", id, (int) SOURCE.invokeExact(dossier, id));
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Returns the number of an actor of the dossier. */
  public int actor(String id) {
    return known("actor", id, indexOfActor(id));
  }

  /** Returns the number of a proposition of the dossier. */
  public int proposition(String id) {
    return known("proposition", id, indexOfProposition(id));
  }

  /** Returns the number of a claim of the dossier. */
  int claim(String id) {
    try {
      return known("claim", id, (int) CLAIM.invokeExact(dossier, id));
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Returns the number of an actor, or -1 if its id is not in the dossier. */
  public int indexOfActor(String id) {
    try {
      return (int) ACTOR.invokeExact(dossier, id);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Returns the number of a proposition, or -1 if its id is not in the dossier. */
  public int indexOfProposition(String id) {
    try {
      return (int) PROPOSITION.invokeExact(dossier, id);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  private static int known(String type, String id, int number) {
    if (number < 0) {
      throw new IllegalArgumentException(type + " '" + id + "' is not in the dossier");
    }
    return number;
  }

  /** Rethrows the exception of a method; the methods declare no checked exception. */
  private static IllegalStateException unchecked(Throwable failed) {
    Throwables.throwIfUnchecked(failed);
    return new IllegalStateException(failed);
  }
}
