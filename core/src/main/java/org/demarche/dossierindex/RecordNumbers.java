package org.demarche.dossierindex;

import com.google.common.base.Throwables;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.demarche.model.Dossier;
import org.demarche.model.UnknownIdException;

/**
 * The numbers of the records of a dossier, found by id. The number of a record is its index among
 * the records of its type.
 *
 * <p>A dossier already maps its ids to these numbers, but does not publish the maps: they are no
 * use to a caller of the library. Method handles reach them, so that ids are not indexed twice.
 */
public final class RecordNumbers {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle SOURCES = mapOfDossier("sourceIndex");
  private static final MethodHandle ACTORS = mapOfDossier("actorIndex");
  private static final MethodHandle OCCASIONS = mapOfDossier("occasionIndex");
  private static final MethodHandle PROPOSITIONS = mapOfDossier("propositionIndex");
  private static final MethodHandle CLAIMS = mapOfDossier("claimIndex");

  /** Finds the number of an id in a map of a dossier; -1 if there is none. */
  private static final MethodHandle INDEX_OF = indexOf(ACTORS.type().returnType());

  private final Object sources;
  private final Object actors;
  private final Object occasions;
  private final Object propositions;
  private final Object claims;

  RecordNumbers(Dossier dossier) {
    this.sources = map(dossier, SOURCES);
    this.actors = map(dossier, ACTORS);
    this.occasions = map(dossier, OCCASIONS);
    this.propositions = map(dossier, PROPOSITIONS);
    this.claims = map(dossier, CLAIMS);
  }

  private static MethodHandle mapOfDossier(String method) {
    try {
      return MethodHandles.privateLookupIn(Dossier.class, LOOKUP)
          .unreflect(Dossier.class.getDeclaredMethod(method));
    } catch (ReflectiveOperationException renamed) {
      throw new LinkageError("Dossier has no method " + method + "()", renamed);
    }
  }

  private static MethodHandle indexOf(Class<?> map) {
    try {
      return MethodHandles.privateLookupIn(map, LOOKUP)
          .findVirtual(map, "indexOf", MethodType.methodType(int.class, String.class))
          .asType(MethodType.methodType(int.class, Object.class, String.class));
    } catch (ReflectiveOperationException renamed) {
      throw new LinkageError(map + " has no method indexOf(String)", renamed);
    }
  }

  private static Object map(Dossier dossier, MethodHandle method) {
    try {
      return method.invoke(dossier);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  private static int find(Object map, String id) {
    try {
      return (int) INDEX_OF.invokeExact(map, id);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Rethrows the exception of a method; the methods declare no checked exception. */
  private static IllegalStateException unchecked(Throwable failed) {
    Throwables.throwIfUnchecked(failed);
    return new IllegalStateException(failed);
  }

  private static int known(String type, String id, int number) {
    if (number < 0) {
      throw new UnknownIdException(
          type + " '" + id + "' is not in the dossier", type, id, List.of());
    }
    return number;
  }

  /** Returns the number of a source of the dossier. */
  public int source(String id) {
    return known("source", id, find(sources, id));
  }

  /** Returns the number of an actor of the dossier. */
  public int actor(String id) {
    return known("actor", id, indexOfActor(id));
  }

  /** Returns the number of an occasion of the dossier. */
  public int occasion(String id) {
    return known("occasion", id, find(occasions, id));
  }

  /** Returns the number of a proposition of the dossier. */
  public int proposition(String id) {
    return known("proposition", id, indexOfProposition(id));
  }

  /** Returns the number of a claim of the dossier. */
  public int claim(String id) {
    return known("claim", id, find(claims, id));
  }

  /** Returns the number of an actor, or -1 if its id is not in the dossier. */
  public int indexOfActor(String id) {
    return find(actors, id);
  }

  /** Returns the number of a proposition, or -1 if its id is not in the dossier. */
  public int indexOfProposition(String id) {
    return find(propositions, id);
  }
}
