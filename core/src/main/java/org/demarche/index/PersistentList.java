package org.demarche.index;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * An unmodifiable list in chunks. Adding or replacing elements creates a new list that shares with
 * this one every chunk in which no element changes, so that it takes nearly constant time and
 * memory.
 *
 * @param <E> the type of the elements
 */
public final class PersistentList<E> extends AbstractList<E> implements RandomAccess {
  private static final int CHUNK_BITS = 7;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int MASK = CHUNK - 1;

  /** The chunks of elements, in groups. Chunks and groups are full, but for the last ones. */
  private final Object[][][] groups;

  private final int size;

  private PersistentList(Object[][][] groups, int size) {
    this.groups = groups;
    this.size = size;
  }

  /** Returns a list without elements. */
  public static <E> PersistentList<E> empty() {
    return new PersistentList<>(new Object[0][][], 0);
  }

  /** Copies elements into a list. */
  public static <E> PersistentList<E> of(Iterable<? extends E> elements) {
    Builder<E> list = PersistentList.<E>empty().toBuilder();
    elements.forEach(list::add);
    return list.build();
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
        Object[] shared = inGroup < sharedGroup.length ? sharedGroup[inGroup] : sharedGroup;
        chunks[inGroup] = writable(chunks[inGroup], shared, (index & MASK) + 1);
      }
      return chunks[inGroup];
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
      return (E) PersistentList.get(groups, index, size);
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
      return isChanged() ? new PersistentList<>(groups, size) : before;
    }
  }

  private static Object get(Object[][][] groups, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " is not between 0 and " + (size - 1));
    }
    return groups[index >> (2 * CHUNK_BITS)][(index >> CHUNK_BITS) & MASK][index & MASK];
  }

  @Override
  @SuppressWarnings("unchecked") // the chunks hold only elements of this type
  public E get(int index) {
    return (E) get(groups, index, size);
  }

  @Override
  public int size() {
    return size;
  }
}
