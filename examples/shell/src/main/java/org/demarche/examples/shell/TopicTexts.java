package org.demarche.examples.shell;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coding.Texts;
import org.demarche.json.Dossiers;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/**
 * The texts in a folder, each read by itself, so that one that cannot be read keeps no other back.
 *
 * @param texts the texts that are read
 * @param refused why the text of a source is not read, by the id of the source
 */
record TopicTexts(Texts texts, ImmutableSortedMap<String, String> refused) {
  private static final Pattern FILE =
      Pattern.compile("([^.].*)\\.(txt|md)", Pattern.CASE_INSENSITIVE);

  static TopicTexts read(Path folder) {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    ImmutableSortedMap.Builder<String, String> refused = ImmutableSortedMap.naturalOrder();
    files(folder)
        .forEach(
            (id, files) -> {
              try {
                texts.put(id, text(id, files));
              } catch (InvalidDossierException bad) {
                refused.put(id, messages(bad));
              } catch (IllegalArgumentException | UncheckedIOException bad) {
                refused.put(id, String.valueOf(bad.getMessage()));
              }
            });
    return new TopicTexts(Texts.of(texts.buildOrThrow()), refused.buildOrThrow());
  }

  private static TreeMap<String, List<Path>> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new TreeMap<>();
    }
    try (Stream<Path> within = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return within
          .filter(file -> FILE.matcher(name(file)).matches() && Files.isRegularFile(file))
          .sorted()
          .collect(Collectors.groupingBy(TopicTexts::id, TreeMap::new, Collectors.toList()));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + folder, failed);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String id(Path file) {
    return FILE.matcher(name(file)).replaceFirst("$1");
  }

  private static String text(String id, List<Path> files) {
    if (files.size() > 1) {
      throw new IllegalArgumentException(
          "there are several texts of source '%s': %s; leave one"
              .formatted(id, String.join(", ", files.stream().map(Path::toString).toList())));
    }
    return Dossiers.readTexts(files.get(0)).text(id).orElseThrow();
  }

  private static String messages(InvalidDossierException bad) {
    return String.join("; ", bad.problems().stream().map(Problem::toString).toList());
  }

  /**
   * Checks that the text of a source is not refused; there may be none.
   *
   * @throws IllegalArgumentException if there is one that cannot be read
   */
  void requireNotRefused(String source) {
    if (refused.containsKey(source)) {
      throw new IllegalArgumentException(
          "the text of '%s' cannot be read: %s".formatted(source, refused.get(source)));
    }
  }
}
