package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk, and folders without write permission. */
@Tag("slow")
class HostileDiskTest {
  private static final List<String> OTHER_USER =
      List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir Path folder;
  @TempDir Path readable;

  private static Actor actor(String id) {
    return Actor.builder().id(id).name("x".repeat(20_000)).kind(ActorKind.STATE).build();
  }

  private static Dossier dossier(int actors) {
    return Dossier.of(IntStream.range(0, actors).mapToObj(i -> actor("a" + i)).toList());
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? "" : said + "failed";
  }

  @Test
  void a_full_disk_leaves_the_old_file_unchanged() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String mounted =
        Files.isExecutable(Path.of("/usr/bin/mount"))
            ? run("/usr/bin/mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString())
            : "there is no mount";
    Assumptions.assumeTrue(mounted.isEmpty(), "no small disk may be mounted here: " + mounted);
    try {
      Path file = disk.resolve("d.json");
      Dossiers.write(dossier(2), file);
      assertThatThrownBy(() -> Dossiers.write(dossier(50), file))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith(file + ": cannot be written: ")
          .hasMessageContaining("No space left on device");
      assertThat(Dossiers.read(file)).isEqualTo(dossier(2));
      try (var files = Files.list(disk)) {
        assertThat(files).containsExactly(file);
      }

      Path lines = disk.resolve("d.jsonl");
      List<Actor> appended = new ArrayList<>();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 50; i++) {
                  Dossiers.append(lines, actor("b" + i));
                  appended.add(actor("b" + i));
                }
              })
          .hasMessageContaining("No space left on device");
      assertThat(appended).isNotEmpty();
      assertThat(Dossiers.read(lines).actors()).isEqualTo(appended);
      assertThat(Dossiers.repair(lines)).isEmpty();
    } finally {
      run("/usr/bin/umount", disk.toString());
    }
  }

  /** Tries to write into a folder, and says what came of it. */
  static final class Trying {
    private Trying() {}

    public static void main(String[] args) {
      try {
        if (args[0].equals("write")) {
          Dossiers.write(dossier(1), Path.of(args[1]));
        } else {
          Dossiers.append(Path.of(args[1]), actor("a"));
        }
        System.out.print("written");
      } catch (UncheckedIOException refused) {
        System.out.print(refused.getMessage());
      }
    }
  }

  @Test
  void a_folder_without_write_permission_is_reported() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "there are no permissions");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    boolean bound = !Files.isWritable(folder);
    boolean other = Files.isExecutable(Path.of("/usr/bin/setpriv"));
    Assumptions.assumeTrue(bound || other, "root is bound by no permissions, and can be no other");
    List<String> as = bound ? List.of() : OTHER_USER;
    try {
      for (String way : List.of("write", "append")) {
        String file = folder.resolve("d.jsonl").toString();
        assertThat(tried(as, way, file))
            .isEqualTo(file + ": cannot be written: no permission to write in its folder");
      }
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void a_file_is_not_taken_from_its_owner() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setpriv"))
            && Files.getOwner(folder).getName().equals("root"),
        "only root can be another user");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    for (String name : List.of("d.json", "d.jsonl")) {
      Path file = folder.resolve(name);
      Dossiers.write(dossier(2), file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

      assertThat(tried(OTHER_USER, "write", file.toString()))
          .isEqualTo(
              file
                  + ": cannot be written: it belongs to root, who would no longer own it; write"
                  + " another file, or remove this one first");
      assertThat(Dossiers.read(file)).isEqualTo(dossier(2));
    }
    assertThat(tried(OTHER_USER, "append", folder.resolve("d.jsonl").toString()))
        .isEqualTo("written");
    assertThat(Dossiers.read(folder.resolve("d.jsonl")).actors()).hasSize(3);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  private String tried(List<String> as, String way, String file)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(as);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classes(), Trying.class.getName(), way, file));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }

  /** The class path of this test, where any user may read it. */
  private String classes() throws IOException {
    Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> path = new ArrayList<>();
    for (String entry :
        Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
      Path from = Path.of(entry);
      if (!from.toString().matches(".*(classes|demarche|guava|failureaccess|jackson)[^/]*")) {
        continue;
      }
      Path to = readable.resolve(path.size() + "-" + from.getFileName());
      path.add(to.toString());
      if (Files.exists(to)) {
        continue; // copied for another way already
      }
      try (Stream<Path> all = Files.walk(from)) {
        for (Path each : all.toList()) {
          Files.copy(
              each,
              to.resolve(from.relativize(each).toString()),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return String.join(File.pathSeparator, path);
  }
}
