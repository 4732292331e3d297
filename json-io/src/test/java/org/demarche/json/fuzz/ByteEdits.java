package org.demarche.json.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A sound file whose bytes are altered as an input says. If it begins with U+0002, three of its
 * bytes are the place of a byte, and the fourth is the new one; any other input is the file itself.
 */
final class ByteEdits {
  private static final int EDIT = 4;

  private final byte[] sample;

  private ByteEdits(byte[] sample) {
    this.sample = sample;
  }

  static ByteEdits of(Path sample) {
    try {
      return new ByteEdits(Files.readAllBytes(sample));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns whether an input holds edits. */
  static boolean areIn(byte[] input) {
    return input.length > 0 && input[0] == 2;
  }

  /** Returns the altered file, or the input itself if it holds no edits. */
  byte[] apply(byte[] input) {
    if (!areIn(input)) {
      return input;
    }
    byte[] altered = sample.clone();
    for (int at = 1; at + EDIT <= input.length; at += EDIT) {
      int place = ByteBuffer.wrap(input, at, EDIT).getInt() >>> Byte.SIZE;
      altered[place % altered.length] = input[at + EDIT - 1];
    }
    return altered;
  }
}
