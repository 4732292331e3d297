package org.demarche.index;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The elements of a list that makes each when it is looked at. They are kept in chunks until their
 * memory is needed, and are then made again.
 */
final class ElementsOnDemand {
  private final List<?> elements;
  private final int chunkBits;
  private final AtomicReferenceArray<SoftReference<AtomicReferenceArray<Object>>> chunks;

  ElementsOnDemand(List<?> elements, int chunkBits) {
    this.elements = elements;
    this.chunkBits = chunkBits;
    this.chunks = new AtomicReferenceArray<>((elements.size() >> chunkBits) + 1);
  }

  int size() {
    return elements.size();
  }

  Object get(int index) {
    AtomicReferenceArray<Object> chunk = chunk(index >> chunkBits);
    int inChunk = index & ((1 << chunkBits) - 1);
    Object known = chunk.getAcquire(inChunk);
    if (known == null) {
      known = elements.get(index);
      chunk.setRelease(inChunk, known);
    }
    return known;
  }

  private AtomicReferenceArray<Object> chunk(int number) {
    SoftReference<AtomicReferenceArray<Object>> kept = chunks.get(number);
    AtomicReferenceArray<Object> chunk = kept == null ? null : kept.get();
    if (chunk == null) {
      chunk = new AtomicReferenceArray<>(1 << chunkBits);
      chunks.set(number, new SoftReference<>(chunk));
    }
    return chunk;
  }
}
