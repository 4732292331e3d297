package org.demarche.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The schemas that are resources of this module. */
enum ShippedSchema {
  /** Of a {@code dossier.json}. */
  DOSSIER("dossier.schema.json"),
  /** Of a line of a {@code dossier.jsonl}. */
  LINE("line.schema.json"),
  /** Of an answer. */
  ANSWER("answer.schema.json");

  private final String file;

  ShippedSchema(String file) {
    this.file = file;
  }

  /** Returns the schema as JSON. */
  String text() {
    try (InputStream in = ShippedSchema.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unread) {
      throw new UncheckedIOException(file + ": cannot be read from the library", unread);
    }
  }
}
