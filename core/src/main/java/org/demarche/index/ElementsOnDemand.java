package org.demarche.index;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The elements of a list that makes each when it is looked at. They are kept in chunks until their
 * memory is needed, and are then made again. Elements are immutable, so that threads may pass them
 * on without further ado.
 */
final class ElementsOnDemand {
  private final List<?> elements;
  private final int chunkBits;
  private final AtomicReferenceArray<SoftReference<Object[]>> chunks;

  ElementsOnDemand(List<?> elements, int chunkBits) {
    this.elements = elements;
    this.chunkBits = chunkBits;
    this.chunks = new AtomicReferenceArray<>((elements.size() >> chunkBits) + 1);
  }

  int size() {
    return elements.size();
  }

  Object get(int index) {
    Object[] chunk = chunk(index >> chunkBits);
    int inChunk = index & ((1 << chunkBits) - 1);
    Object known = chunk[inChunk];
    if (known == null) {
      known = elements.get(index);
      chunk[inChunk] = known;
    }
    return known;
  }

  private Object[] chunk(int number) {
    SoftReference<Object[]> kept = chunks.get(number);
    Object[] chunk = kept == null ? null : kept.get();
    if (chunk == null) {
      chunk = new Object[1 << chunkBits];
      chunks.set(number, new SoftReference<>(chunk));
    }
    return chunk;
  }
}
