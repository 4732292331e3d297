package org.demarche.index;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unmodifiable list in chunks. Adding or replacing elements creates a new list that shares with
 * this one every chunk in which no element changes, so that it takes nearly constant time and
 * memory.
 *
 * <p>The elements of some chunks may be {@linkplain #onDemand made on demand}.
 *
 * @param <E> the type of the elements
 */
public final class PersistentList<E> extends AbstractList<E> implements RandomAccess {
  private static final int CHUNK_BITS = 7;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int MASK = CHUNK - 1;

  /** A chunk whose elements are made on demand. */
  private static final Object[] ON_DEMAND = {};

  private static final ElementsOnDemand NONE = new ElementsOnDemand(List.of(), CHUNK_BITS);

  /** The chunks of elements, in groups. Chunks and groups are full, but for the last ones. */
  private final Object[][][] groups;

  private final int size;
  private final ElementsOnDemand onDemand;

  private PersistentList(Object[][][] groups, int size, ElementsOnDemand onDemand) {
    this.groups = groups;
    this.size = size;
    this.onDemand = onDemand;
  }

  /** Returns a list without elements. */
  public static <E> PersistentList<E> empty() {
    return new PersistentList<>(new Object[0][][], 0, NONE);
  }

  /**
   * Returns a list of the elements of another, which makes each when it is looked at. An element
   * may be made several times, since it is kept only while there is memory for it: it must be
   * immutable, and is never to be told from an equal one.
   *
   * @param elements a list that several threads may use
   */
  public static <E> PersistentList<E> onDemand(List<E> elements) {
    Object[][][] groups = groups(elements.size());
    for (Object[][] group : groups) {
      Arrays.fill(group, ON_DEMAND);
    }
    return new PersistentList<>(
        groups, elements.size(), new ElementsOnDemand(elements, CHUNK_BITS));
  }

  /** Copies elements into a list. */
  public static <E> PersistentList<E> of(List<? extends E> elements) {
    Object[][][] groups = groups(elements.size());
    int next = 0;
    for (Object[][] group : groups) {
      for (int i = 0; i < group.length; i++) {
        group[i] = new Object[Math.min(CHUNK, elements.size() - next)];
        for (int j = 0; j < group[i].length; j++) {
          group[i][j] = elements.get(next++);
        }
      }
    }
    return new PersistentList<>(groups, elements.size(), NONE);
  }

  /** Returns groups of as many chunks as some elements need, but not the chunks. */
  private static Object[][][] groups(int size) {
    int chunks = (size + MASK) >> CHUNK_BITS;
    Object[][][] groups = new Object[(chunks + MASK) >> CHUNK_BITS][][];
    for (int group = 0; group < groups.length; group++) {
      groups[group] = new Object[Math.min(CHUNK, chunks - (group << CHUNK_BITS))][];
    }
    return groups;
  }

  /** Returns a builder of a list that begins with these elements. */
  public Builder<E> toBuilder() {
    return new Builder<>(this);
  }

  /** A builder of a list, for a single use. The list from which it starts does not change. */
  public static final class Builder<E> extends AbstractList<E> implements RandomAccess {
    private final PersistentList<E> before;
    private Object[][][] groups;
    private int size;

    private Builder(PersistentList<E> before) {
      this.before = before;
      this.groups = before.groups;
      this.size = before.size;
    }

    /** Returns the chunk in which an element is about to be stored, which no list shares. */
    private Object[] chunk(int index) {
      int number = index >> CHUNK_BITS;
      int group = number >> CHUNK_BITS;
      int inGroup = number & MASK;
      if (group == groups.length) {
        groups = Arrays.copyOf(groups, group + 1);
        groups[group] = new Object[0][];
      } else if (groups == before.groups) {
        groups = groups.clone();
      }
      Object[][] sharedGroup =
          group < before.groups.length ? before.groups[group] : new Object[0][];
      Object[][] chunks = writable(groups[group], sharedGroup, inGroup + 1);
      groups[group] = chunks;
      if (index == size && (index & MASK) == 0) {
        chunks[inGroup] = new Object[1];
      } else {
        if (chunks[inGroup] == ON_DEMAND) {
          chunks[inGroup] = made(number);
        }
        Object[] shared = inGroup < sharedGroup.length ? sharedGroup[inGroup] : sharedGroup;
        chunks[inGroup] = writable(chunks[inGroup], shared, (index & MASK) + 1);
      }
      return chunks[inGroup];
    }

    /** Returns the elements of a chunk that are made on demand. */
    private Object[] made(int number) {
      int first = number << CHUNK_BITS;
      Object[] made = new Object[Math.min(CHUNK, before.onDemand.size() - first)];
      Arrays.setAll(made, i -> before.onDemand.get(first + i));
      return made;
    }

    /**
     * Returns an array, or a copy of it if it is shared or too short.
     *
     * @param shared the array at the same place in the list from which the builder starts
     */
    @SuppressWarnings("ReferenceEquality") // asks whether the array is shared, not its elements
    private static <T> T[] writable(T[] array, Object[] shared, int length) {
      if (array == shared) {
        return Arrays.copyOf(array, Math.max(array.length, length));
      }
      return array.length >= length ? array : Arrays.copyOf(array, Math.min(CHUNK, 2 * length));
    }

    @Override
    public boolean add(E element) {
      chunk(size)[size & MASK] = element;
      size++;
      return true;
    }

    @Override
    public E set(int index, E element) {
      E earlier = get(index);
      chunk(index)[index & MASK] = element;
      return earlier;
    }

    @Override
    @SuppressWarnings("unchecked") // the chunks hold only elements of this type
    public E get(int index) {
      return (E) PersistentList.get(groups, index, size, before.onDemand);
    }

    @Override
    public int size() {
      return size;
    }

    /** Returns whether an element was added or replaced. */
    public boolean isChanged() {
      return groups != before.groups;
    }

    /** Returns the list, which is the one from which this builder started if nothing changed. */
    public PersistentList<E> build() {
      return isChanged() ? new PersistentList<>(groups, size, before.onDemand) : before;
    }
  }

  private static Object get(Object[][][] groups, int index, int size, ElementsOnDemand onDemand) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " is not between 0 and " + (size - 1));
    }
    Object[] chunk = groups[index >> (2 * CHUNK_BITS)][(index >> CHUNK_BITS) & MASK];
    return chunk.length == 0 ? onDemand.get(index) : chunk[index & MASK];
  }

  @Override
  @SuppressWarnings("unchecked") // the chunks hold only elements of this type
  public E get(int index) {
    return (E) get(groups, index, size, onDemand);
  }

  @Override
  public int size() {
    return size;
  }
}
