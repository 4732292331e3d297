package org.demarche.json.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** A file of lines to which others append, read from an offset. */
public final class GrowingFile {
  private GrowingFile() {}

  /**
   * Opens a file at an offset.
   *
   * @param offset the number of bytes that precede a line
   * @throws InvalidDossierException if the offset is not the beginning of a line, as after the file
   *     was replaced, or the file is packed
   */
  public static InputStream open(Path file, long offset) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      require(channel, file.toString(), offset);
      return Channels.newInputStream(channel.position(offset));
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
  }

  private static void require(FileChannel channel, String file, long offset) throws IOException {
    long size = channel.size();
    if (offset > size) {
      throw refused(
          Problem.Code.BAD_VALUE,
          String.valueOf(offset),
          "offset %s is beyond the end of the file, which has %s bytes: the file was truncated or replaced; read it again from 0"
              .formatted(offset, size),
          file);
    }
    if (size >= 2 && byteAt(channel, 0) == 0x1f && byteAt(channel, 1) == (byte) 0x8b) {
      throw refused(
          Problem.Code.SYNTAX,
          "",
          "it is packed with gzip; a packed file cannot be read from an offset",
          file);
    }
    if (offset > 0 && byteAt(channel, offset - 1) != '\n') {
      throw refused(
          Problem.Code.BAD_VALUE,
          String.valueOf(offset),
          "offset %s is not the beginning of a line: give the offset that the call before returned; if it is, the file was replaced, so read it again from 0"
              .formatted(offset),
          file);
    }
  }

  private static byte byteAt(FileChannel channel, long offset) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    channel.read(one, offset);
    return one.get(0);
  }

  private static InvalidDossierException refused(
      Problem.Code code, String value, String message, String file) {
    return FileErrors.refused(
        FileErrors.problem(code, value, message, new Problem.Place(file, 1, 1)));
  }

  /** Returns the number of lines that end before an offset. */
  public static int linesBefore(Path file, long offset) throws IOException {
    int lines = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      long left = offset;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          break; // it was truncated meanwhile
        }
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        left -= read;
      }
    }
    return lines;
  }
}
