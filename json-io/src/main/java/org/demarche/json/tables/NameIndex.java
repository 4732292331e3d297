package org.demarche.json.tables;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.demarche.suggestion.Spelling;

/**
 * The names of records. A name is met to the letter; else apart from white space, invisible
 * characters and the form of marks; else also apart from letter case.
 */
final class NameIndex {
  private final UnaryOperator<String> folding;
  private final ListMultimap<String, Entry> entries =
      MultimapBuilder.hashKeys().arrayListValues(1).build();
  private final List<String> names = new ArrayList<>();

  private record Entry(String name, String id) {}

  private NameIndex(UnaryOperator<String> folding) {
    this.folding = folding;
  }

  /** Returns an empty index of names. */
  static NameIndex ofNames() {
    return new NameIndex(Spelling::name);
  }

  /** Returns an empty index of sentences, in which a full stop at the end does not count either. */
  static NameIndex ofSentences() {
    return new NameIndex(Spelling::sentence);
  }

  /** Adds a name of a record. */
  void put(String name, String id) {
    List<Entry> alike = entries.get(folding.apply(name));
    Entry entry = new Entry(name, id);
    if (!alike.contains(entry)) {
      alike.add(entry);
      names.add(name);
    }
  }

  /**
   * Adds an id as a name. An id that is made from the name has lost what tells the name from
   * others, so it says nothing that the name does not.
   */
  void putId(String id, String name) {
    if (!id.equals(Slug.of(name))) {
      put(id, id);
    }
  }

  /** Returns the ids of the records that have a name: those whose name is most like it. */
  ImmutableSet<String> ids(String name) {
    List<Entry> alike = entries.get(folding.apply(name));
    if (alike.size() <= 1) {
      return ids(alike, entry -> true);
    }
    ImmutableSet<String> exact = ids(alike, entry -> entry.name().equals(name));
    if (!exact.isEmpty()) {
      return exact;
    }
    String plain = Spelling.plain(name);
    ImmutableSet<String> near = ids(alike, entry -> Spelling.plain(entry.name()).equals(plain));
    return near.isEmpty() ? ids(alike, entry -> true) : near;
  }

  private static ImmutableSet<String> ids(List<Entry> alike, Predicate<Entry> test) {
    return alike.stream().filter(test).map(Entry::id).collect(ImmutableSet.toImmutableSet());
  }

  /** Returns whether a name is one of a record, in any spelling. */
  boolean has(String name, String id) {
    return entries.get(folding.apply(name)).stream().anyMatch(entry -> entry.id().equals(id));
  }

  /** Returns whether two names are one, in any spelling. */
  boolean isOne(String name, String other) {
    return folding.apply(name).equals(folding.apply(other));
  }

  /** Returns all names. */
  List<String> names() {
    return Collections.unmodifiableList(names);
  }
}
