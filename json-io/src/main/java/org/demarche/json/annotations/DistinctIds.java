package org.demarche.json.annotations;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.json.tables.Slug;

/**
 * Ids for names, each with an id of its own. Names that would share an id are told apart by a part
 * of their SHA-256, so that the id of a name does not depend on the order of the names.
 */
final class DistinctIds {
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._:/-]*[A-Za-z0-9-])?");
  private static final int HASH = 8;

  private DistinctIds() {}

  /**
   * A name that needs an id.
   *
   * @param name the name
   * @param id the id that it gets if no other name wants it, or if it is the name itself
   */
  record Wish(String name, String id) {}

  /** Returns whether a text can be an id of a dossier. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Returns the wish of a name: itself if it is an id, otherwise an id made from it. */
  static Wish of(String name) {
    return new Wish(name, isId(name) ? name : made(name, name));
  }

  /** Returns the id made from a part of a name. */
  static String made(String part, String name) {
    String slug = Slug.of(part);
    return slug.isEmpty() ? "x-" + hash(name) : slug;
  }

  /** Returns the ids of names, in their order. */
  static ImmutableList<String> of(List<Wish> wishes) {
    Multiset<String> wanted = HashMultiset.create();
    Map<String, Wish> kept = new HashMap<>();
    for (Wish wish : wishes) {
      wanted.add(wish.id());
      if (wish.name().equals(wish.id())) {
        kept.putIfAbsent(wish.id(), wish);
      }
    }
    Set<String> taken = new HashSet<>(kept.keySet());
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    for (Wish wish : wishes) {
      String id = wish.id();
      if (!kept.remove(id, wish) && (wanted.count(id) > 1 || !taken.add(id))) {
        id += "-" + hash(wish.name());
        while (!taken.add(id)) {
          id += "-2";
        }
      }
      ids.add(id);
    }
    return ids.build();
  }

  private static String hash(String name) {
    return Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString().substring(0, HASH);
  }
}
