package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.json.SampleDossiers.COMPLETE_DOCUMENT;
import static org.demarche.json.SampleDossiers.completeDossier;
import static org.demarche.json.SampleDossiers.problems;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demarche.Tracker;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read and replaced completely or not at all. */
class FileReplacementTest {
  private static final String EMPTY = "{\n  \"demarche\": 1\n}\n";

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void assertFails(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(UncheckedIOException.class).hasMessage(message);
  }

  // Reading

  @Test
  void a_dossier_written_to_a_file_is_read_back() throws IOException {
    Path file = folder.resolve("한국 thaad.json");

    Dossiers.write(completeDossier(), file);

    assertThat(Files.readAllBytes(file)).isEqualTo(COMPLETE_DOCUMENT.getBytes(UTF_8));
    assertThat(Dossiers.read(file)).isEqualTo(completeDossier());
    assertThat(names()).containsExactly("한국 thaad.json");
  }

  @Test
  void problems_of_a_file_have_the_name_that_was_given() throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(file, "{\"demarche\": 1, \"claim\": []}");
    String name = file.toString();

    assertThat(problems(() -> Dossiers.read(file)))
        .extracting(Problem::toString)
        .containsExactly(name + ":1:17: a dossier has no member 'claim' (did you mean 'claims'?)");
    assertThat(problems(() -> Dossiers.read(file)).get(0).place())
        .hasValue(new Problem.Place(name, 1, 17));
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    Path file = Files.createFile(folder.resolve("a.json"));

    assertThat(problems(() -> Dossiers.read(file)))
        .extracting(Problem::toString)
        .containsExactly(file + ":1:1: the file is empty; a dossier begins { \"demarche\": 1, …");
  }

  @Test
  void a_missing_file_is_reported_with_the_nearest_name() throws IOException {
    for (String name : List.of("thaad.json", "thaad2.json", "un-votes.json", "notes.txt")) {
      Files.createFile(folder.resolve(name));
    }
    Path missing = folder.resolve("thad.json");
    Path strange = folder.resolve("qqqqqqqqqqqqqqq");

    assertFails(
        () -> Dossiers.read(missing),
        missing + ": no such file (did you mean 'thaad.json' or 'thaad2.json'?)");
    assertFails(() -> Dossiers.read(strange), strange + ": no such file");
  }

  @Test
  void a_file_in_a_missing_folder_is_reported_with_the_folder() {
    Path missing = folder.resolve("data").resolve("thaad.json");

    assertFails(
        () -> Dossiers.read(missing),
        missing + ": no such file; there is no folder " + folder.resolve("data"));
  }

  @Test
  void a_folder_without_dossiers_is_refused() {
    assertFails(
        () -> Dossiers.read(folder),
        folder + ": the folder has no .json or .jsonl file, packed or not");
  }

  @Test
  void a_file_without_read_permission_is_reported() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), EMPTY);
    assumePosix();
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "the user of this test is bound by no permissions");

    assertFails(() -> Dossiers.read(file), file + ": cannot be read");
  }

  // Writing

  @Test
  void a_file_is_replaced_atomically() throws IOException {
    Path file = folder.resolve("a.json");

    Dossiers.write(completeDossier(), file);
    Dossiers.write(Dossier.empty(), file);

    assertThat(file).hasContent(EMPTY);
    assertThat(names()).containsExactly("a.json");
  }

  @Test
  void a_reader_of_a_file_that_is_being_replaced_reads_the_old_content() throws IOException {
    assumePosix();
    Path file = folder.resolve("a.json");
    Dossiers.write(completeDossier(), file);

    try (InputStream old = Files.newInputStream(file)) {
      byte[] beginning = old.readNBytes(100);
      Dossiers.write(Dossier.empty(), file);
      byte[] rest = old.readAllBytes();

      assertThat(new String(beginning, UTF_8) + new String(rest, UTF_8))
          .isEqualTo(COMPLETE_DOCUMENT);
    }
    assertThat(file).hasContent(EMPTY);
  }

  @Test
  void a_path_without_a_folder_is_in_the_working_directory() {
    Path here = Path.of("no-such-file-of-the-tests.json");

    assertThatThrownBy(() -> Dossiers.read(here))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("no-such-file-of-the-tests.json: no such file")
        .hasMessageNotContaining("there is no folder");
  }

  @Test
  void a_new_file_has_the_default_permissions() throws IOException {
    assumePosix();
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    Path file = folder.resolve("a.json");

    Dossiers.write(completeDossier(), file);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void a_file_that_is_replaced_keeps_its_permissions() throws IOException {
    assumePosix();
    for (String permissions : List.of("rw-rw----", "rw-r--r--", "rwx------", "rw-rw-rw-")) {
      Set<PosixFilePermission> kept = PosixFilePermissions.fromString(permissions);
      Path file = Files.writeString(folder.resolve("a.json"), EMPTY);
      Files.setPosixFilePermissions(file, kept);

      Dossiers.write(completeDossier(), file);

      assertThat(Files.getPosixFilePermissions(file)).isEqualTo(kept);
      assertThat(Dossiers.read(file)).isEqualTo(completeDossier());
    }
  }

  @Test
  void a_symbolic_link_is_followed_when_a_file_is_replaced() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = Files.writeString(data.resolve("thaad.json"), EMPTY);
    Path relative = link("relative.json", Path.of("data", "thaad.json"));
    Path absolute = link("absolute.json", file.toAbsolutePath());
    Path toLink = link("link.json", Path.of("relative.json"));

    for (Path link : List.of(relative, absolute, toLink)) {
      Files.writeString(file, EMPTY);

      Dossiers.write(completeDossier(), link);

      assertThat(link).isSymbolicLink();
      assertThat(file).isRegularFile().hasContent(COMPLETE_DOCUMENT);
      assertThat(Dossiers.read(link)).isEqualTo(completeDossier());
    }
    assertThat(data).isDirectoryContaining(path -> path.equals(file));
    assertThat(names()).containsExactly("absolute.json", "data", "link.json", "relative.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"md", "txt", "html", "csv", "json", "xlsx", "md.gz"})
  void an_answer_is_written_through_links_and_keeps_the_permissions(String ending)
      throws IOException {
    assumePosix();
    Path file = Files.writeString(folder.resolve("old." + ending), "old");
    Set<PosixFilePermission> kept = PosixFilePermissions.fromString("rw-rw----");
    Files.setPosixFilePermissions(file, kept);
    Path link = link("link." + ending, Path.of("old." + ending));

    Answers.write(Tracker.of(completeDossier()).claims().find(), link);

    assertThat(link).isSymbolicLink();
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(kept);
    assertThat(Files.size(file)).isGreaterThan("old".length());
    assertThat(names()).containsExactly("link." + ending, "old." + ending);
  }

  @Test
  void a_symbolic_link_to_a_missing_file_creates_the_file() throws IOException {
    Path link = link("link.json", Path.of("thaad.json"));

    Dossiers.write(completeDossier(), link);

    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("thaad.json")).isRegularFile().hasContent(COMPLETE_DOCUMENT);
    assertThat(names()).containsExactly("link.json", "thaad.json");
  }

  @Test
  void a_directory_is_not_overwritten() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.createFile(full.resolve("x"));

    for (Path directory : List.of(empty, full, folder.getRoot())) {
      assertFails(
          () -> Dossiers.write(completeDossier(), directory),
          directory + ": cannot be written: it is a directory");
    }
    assertThat(empty).isEmptyDirectory();
    assertThat(full).isDirectoryContaining(path -> path.endsWith("x"));
    assertThat(names()).containsExactly("empty", "full");
  }

  @Test
  void writing_into_a_missing_folder_is_refused() throws IOException {
    Path file = folder.resolve("data").resolve("thaad.json");
    Path inFile = Files.createFile(folder.resolve("x")).resolve("thaad.json");
    Path link = link("link.json", Path.of("nowhere", "thaad.json"));

    assertFails(
        () -> Dossiers.write(completeDossier(), file),
        file + ": cannot be written: there is no folder " + folder.resolve("data"));
    assertFails(
        () -> Dossiers.write(completeDossier(), inFile),
        inFile + ": cannot be written: there is no folder " + folder.resolve("x"));
    assertFails(
        () -> Dossiers.write(completeDossier(), link),
        link + ": cannot be written: there is no folder " + folder.resolve("nowhere"));
    assertThat(names()).containsExactly("link.json", "x");
  }

  @Test
  void a_failed_rename_leaves_no_temporary_file() throws IOException {
    // The temporary file has a short name; only the move to this one fails.
    Path file = folder.resolve("a".repeat(300));

    assertThatThrownBy(() -> Dossiers.write(completeDossier(), file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file + ": cannot be written: ")
        .hasMessageNotContaining(".tmp");
    assertThat(names()).isEmpty();
  }

  @Test
  void a_file_in_a_read_only_folder_keeps_its_content() throws IOException {
    assumePosix();
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = Files.writeString(data.resolve("a.json"), EMPTY);
    Set<PosixFilePermission> all = Files.getPosixFilePermissions(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(data), "the user of this test is bound by no permissions");

      assertFails(
          () -> Dossiers.write(completeDossier(), file),
          file + ": cannot be written: no permission to write in its folder");
      assertThat(file).hasContent(EMPTY);
      assertThat(data).isDirectoryContaining(path -> path.equals(file));
    } finally {
      Files.setPosixFilePermissions(data, all);
    }
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_chain_of_links_to_a_missing_file_creates_the_file() throws IOException {
    link("last.json", Path.of("thaad.json"));
    link("middle.json", Path.of("last.json"));
    Path first = link("first.json", folder.resolve("middle.json").toAbsolutePath());

    Dossiers.write(completeDossier(), first);

    assertThat(names()).containsExactly("first.json", "last.json", "middle.json", "thaad.json");
    assertThat(first).isSymbolicLink();
    assertThat(folder.resolve("last.json")).isSymbolicLink();
    assertThat(folder.resolve("thaad.json")).isRegularFile().hasContent(COMPLETE_DOCUMENT);
  }

  @Test
  void a_link_that_leads_to_itself_is_refused() throws IOException {
    Path self = link("self.json", Path.of("self.json"));
    Path one = link("one.jsonl", Path.of("two.jsonl"));
    link("two.jsonl", Path.of("one.jsonl"));

    for (Path link : List.of(self, one)) {
      assertFails(
          () -> Dossiers.write(completeDossier(), link),
          link + ": cannot be written: symbolic links form a cycle");
      assertThat(link).isSymbolicLink();
    }
    assertThat(names()).containsExactly("one.jsonl", "self.json", "two.jsonl");
  }

  @Test
  @Timeout(60)
  void a_named_pipe_is_neither_replaced_nor_waited_for() throws Exception {
    for (String name : List.of("pipe.json", "pipe.jsonl", "pipe.csv")) {
      Path pipe = folder.resolve(name);
      try {
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
      } catch (IOException missing) {
        abort("there is no mkfifo here");
      }

      assertFails(
          () -> {
            if (name.endsWith("csv")) {
              Answers.write(Tracker.of(completeDossier()).claims().find(), pipe);
            } else {
              Dossiers.write(completeDossier(), pipe);
            }
          },
          pipe + ": cannot be written: it is no file, but a pipe or a device");
      assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    }
    Path pipe = folder.resolve("pipe.jsonl");
    assertFails(() -> Dossiers.append(pipe), pipe + ": cannot be written: it is a named pipe");
    assertFails(() -> Dossiers.repair(pipe), pipe + ": cannot be written: it is a named pipe");
  }

  @Test
  void a_device_is_not_replaced() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "there is no such device here");
    for (String name : List.of("device.json", "device.jsonl", "device.jsonl.gz")) {
      Path link = link(name, device);

      assertFails(
          () -> Dossiers.write(completeDossier(), link),
          link + ": cannot be written: it is no file, but a pipe or a device");
      assertThat(Files.readAttributes(device, BasicFileAttributes.class).isOther()).isTrue();
      Files.delete(link);
    }
  }

  @Test
  void a_file_that_nobody_may_write_is_not_replaced() throws IOException {
    assumePosix();
    for (String name : List.of("a.json", "a.jsonl", "a.jsonl.gz")) {
      Path file = Files.writeString(folder.resolve(name), EMPTY);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

      assertFails(
          () -> Dossiers.write(completeDossier(), file),
          file + ": cannot be written: no permission to write it");
      assertThat(file).hasContent(EMPTY);
    }
    Path lines = folder.resolve("a.jsonl");
    assertFails(
        () -> Dossiers.append(lines), lines + ": cannot be written: no permission to write it");
    assertThat(names()).containsExactly("a.json", "a.jsonl", "a.jsonl.gz");
  }

  @Test
  void a_file_that_is_replaced_keeps_its_owner_and_its_group() throws IOException {
    assumePosix();
    Path file = Files.writeString(folder.resolve("a.json"), EMPTY);
    try {
      UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      view.setGroup(users.lookupPrincipalByGroupName("4711"));
      view.setOwner(users.lookupPrincipalByName("4712"));
    } catch (IOException | UnsupportedOperationException notAllowed) {
      abort("only the superuser may give files to others");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);

    Dossiers.write(completeDossier(), file);

    PosixFileAttributes after = Files.readAttributes(file, PosixFileAttributes.class);
    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.group()).isEqualTo(before.group());
    assertThat(after.permissions()).isEqualTo(before.permissions());
    assertThat(file).hasContent(COMPLETE_DOCUMENT);
  }

  @Test
  void nobody_else_may_read_what_replaces_a_private_file() throws IOException {
    assumePosix();
    Path file = Files.writeString(folder.resolve("a.jsonl"), EMPTY);
    Set<PosixFilePermission> ofOwner = PosixFilePermissions.fromString("rw-------");
    Files.setPosixFilePermissions(file, ofOwner);
    List<Set<PosixFilePermission>> seen = new ArrayList<>();

    Dossiers.write(
        completeDossier().actors().stream()
            .peek(
                actor -> {
                  for (File each : folder.toFile().listFiles()) {
                    seen.add(permissions(each.toPath()));
                  }
                }),
        file);

    assertThat(seen).hasSizeGreaterThan(2).containsOnly(ofOwner);
  }

  private static Set<PosixFilePermission> permissions(Path file) {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path link(String name, Path to) throws IOException {
    try {
      return Files.createSymbolicLink(folder.resolve(name), to);
    } catch (UnsupportedOperationException | IOException unsupported) {
      return abort("no symbolic links here: " + unsupported.getMessage());
    }
  }

  private void assumePosix() {
    assumeTrue(
        Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null,
        "no POSIX file system here");
  }
}
