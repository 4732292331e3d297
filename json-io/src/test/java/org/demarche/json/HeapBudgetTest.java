package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.json.records.DocumentReader;
import org.demarche.json.records.DossierAssembly;
import org.demarche.json.records.LineReader;
import org.demarche.json.records.LineWriter;
import org.demarche.json.records.ReadLimits;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are too large for the heap, read by processes with a small heap. */
@Tag("slow")
@Timeout(120)
class HeapBudgetTest {
  @TempDir Path folder;

  /** Reads a dossier, says what came of it, and then reads a small one. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] args) {
      try {
        System.out.println(Dossiers.read(Path.of(args[0])));
      } catch (InvalidDossierException refused) {
        System.out.println(refused.getMessage());
      }
      System.out.println(Dossiers.read(Path.of(args[1])));
    }
  }

  private String output(Path large) throws IOException, InterruptedException {
    Path small = folder.resolve("small.jsonl");
    Files.writeString(small, line(0));
    String output = output(32, Reader.class, large, small);
    assertThat(output)
        .endsWith("Dossier of 0 sources, 1 actors, 0 occasions, 0 propositions, 0 claims\n");
    return output;
  }

  /** Runs a process with a heap of the given megabytes, and returns its output. */
  private static String output(int megabytes, Class<?> main, Path... files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + megabytes + "m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    Stream.of(files).map(Path::toString).forEach(command::add);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static String line(int number) {
    return LineWriter.line(
        Actor.builder()
            .id("a" + number)
            .name("국가 " + number + " of a hundred thousand and more, and no two alike")
            .kind(ActorKind.STATE)
            .build());
  }

  @Test
  void a_file_that_cannot_fit_into_the_heap_is_refused_before_it_is_read() throws Exception {
    Path file = folder.resolve("large.jsonl");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(512L << 20); // a sparse file of zero bytes, which is not JSON
    }
    assertThat(output(file))
        .contains("large.jsonl")
        .contains("too large for the heap", "need about 1.0 GiB", "given 32 MiB", "-Xmx2g")
        .doesNotContain("not JSON", "Exception");
  }

  @Test
  void a_full_heap_is_reported_and_the_process_continues() throws Exception {
    Path file = folder.resolve("claims.jsonl");
    Files.write(
        file,
        (Iterable<String>)
            () -> IntStream.range(0, 300_000).mapToObj(i -> line(i).strip()).iterator());
    assertThat(Files.size(file)).isLessThan(64L << 20);
    assertThat(output(file))
        .contains("too large for the heap", "given 32 MiB", "-Xmx1g", "items(…)")
        .doesNotContain("OutOfMemoryError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"claims.jsonl", "claims.json"})
  void a_heap_that_is_full_also_at_closing_is_reported_as_full(String file) {
    OutOfMemoryError full = new OutOfMemoryError("the one that a virtual machine keeps for this");
    ByteSource source =
        new ByteSource() {
          @Override
          public InputStream openStream() {
            return new ByteArrayInputStream(line(1).getBytes(UTF_8)) {
              @Override
              public synchronized int read(byte[] bytes, int offset, int length) {
                if (available() == 0) {
                  throw full;
                }
                return super.read(bytes, offset, length);
              }

              @Override
              public void close() {
                throw full;
              }
            };
          }
        };
    DossierAssembly into = new DossierAssembly();
    assertThatThrownBy(
            () -> {
              if (file.endsWith("l")) {
                LineReader.read(source, file, ReadLimits.DEFAULT, into);
              } else {
                DocumentReader.read(source, file, ReadLimits.DEFAULT, into);
              }
            })
        .isSameAs(full);
  }

  @Test
  void a_file_that_fits_is_read() throws Exception {
    Path file = folder.resolve("fits.jsonl");
    Files.write(file, List.of(line(1).strip(), line(2).strip()));
    assertThat(output(file)).startsWith("Dossier of 0 sources, 2 actors");
  }

  /** Counts the records of a file one by one. */
  static final class Counter {
    private Counter() {}

    public static void main(String[] args) {
      try (Stream<DossierRecord> items = Dossiers.items(Path.of(args[0]))) {
        System.out.println(items.count());
      }
    }
  }

  @Test
  void records_are_streamed_in_constant_memory() throws Exception {
    Path file = folder.resolve("many.jsonl");
    Files.write(
        file,
        (Iterable<String>)
            () ->
                IntStream.range(0, 300_000)
                    .mapToObj(
                        i ->
                            "{\"source\":{\"id\":\"d%d\",\"outlet\":\"paper-number-%d\",\"title\":\"T\",\"published\":\"2016\"}}"
                                .formatted(i, i))
                    .iterator());
    assertThat(output(20, Counter.class, file)).isEqualTo("300000\n");
  }

  /** Opens the snapshot of a file, and looks at all of its sources twice. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] args) {
      Snapshot snapshot = Dossiers.snapshot(Path.of(args[0]));
      for (int i = 0; i < 2; i++) {
        System.out.println(
            snapshot.tracker().dossier().sources().stream()
                .mapToInt(source -> source.title().length())
                .sum());
      }
      System.out.println(snapshot.rebuilt());
      Source more =
          Source.builder()
              .id("more")
              .outlet("paper")
              .title("T")
              .published(When.parse("2016"))
              .build();
      Tracker longer = snapshot.tracker().plus(more).plus(more);
      System.out.println(longer.dossier().source("more").equals(Optional.of(more)));
      System.out.println(snapshot.tracker().dossier().source("more").isPresent());
    }
  }

  @Test
  void records_of_a_snapshot_are_made_again_if_they_do_not_all_fit_into_the_heap()
      throws Exception {
    Path file = folder.resolve("titles.jsonl");
    Stream<DossierRecord> paper =
        Stream.of(Actor.builder().id("paper").name("The Paper").kind(ActorKind.MEDIA).build());
    Dossiers.write(
        Stream.concat(
            paper,
            IntStream.range(0, 20_000)
                .mapToObj(
                    i ->
                        Source.builder()
                            .id("d" + i)
                            .outlet("paper")
                            .title("T".repeat(5_000))
                            .published(When.parse("2016"))
                            .build())),
        file);
    Dossiers.snapshot(file);
    assertThat(output(32, Opener.class, file))
        .isEqualTo("100000000\n100000000\nOptional.empty\ntrue\nfalse\n");
  }
}
