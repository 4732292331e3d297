package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.json.records.RecordType;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** Laws of reading with bad records left out, on random dossiers with random damage. */
class LeftOutLawsTest {
  private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"|[0-9]+");

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiersWithOpenEnds();
  }

  /** A dossier read with records left out, and the problems. */
  private record Partial(Dossier dossier, List<Problem> problems) {}

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static Partial partial(String text, String name) {
    List<Problem> problems = new ArrayList<>();
    Dossier dossier = Dossiers.reader().leaveOutInvalid(problems::add).read(bytes(text), name);
    return new Partial(dossier, problems);
  }

  private static String file(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** Returns the records as lines in random order, with claims whose evidence is in two lines. */
  private static List<String> lines(Dossier dossier, Random random) {
    List<String> lines = new ArrayList<>();
    RecordType.records(dossier)
        .forEach(
            record -> {
              lines.add(Dossiers.line(record));
              if (record instanceof Claim claim && random.nextBoolean()) {
                int last = claim.evidence().size() - 1;
                lines.add(
                    Dossiers.line(claim.withEvidence(claim.evidence().subList(last, last + 1))));
              }
            });
    Collections.shuffle(lines, random);
    return lines;
  }

  private static List<String> damaged(List<String> lines, Random random, boolean ofLines) {
    List<String> damaged = new ArrayList<>();
    for (String line : lines) {
      switch (random.nextInt(ofLines ? 16 : 12)) {
        case 0 -> {} // lost
        case 1, 2 -> damaged.add(altered(line, lines, random));
        case 3 -> {
          damaged.add(line);
          damaged.add(altered(line, lines, random));
        }
        case 12 -> damaged.add(line.substring(0, 2 + random.nextInt(line.length() - 2)));
        case 13 -> damaged.add(line + " x");
        default -> damaged.add(line);
      }
    }
    return damaged;
  }

  /** Replaces one text or number of a line by another of the file, or by a new one. */
  private static String altered(String line, List<String> lines, Random random) {
    String other = random.nextInt(4) == 0 ? "\"z\"" : any(lines, random).group();
    MatchResult old = any(List.of(line), random);
    return line.substring(0, old.start()) + other + line.substring(old.end());
  }

  private static MatchResult any(List<String> lines, Random random) {
    List<MatchResult> texts =
        TEXT.matcher(lines.get(random.nextInt(lines.size()))).results().toList();
    return texts.get(random.nextInt(texts.size()));
  }

  private static Optional<DossierRecord> record(String line) {
    try {
      return Optional.of(Dossiers.record(line));
    } catch (InvalidDossierException invalid) {
      return Optional.empty();
    }
  }

  private static String name(DossierRecord record) {
    return RecordType.of(record).name() + " " + record.id();
  }

  /** Returns whether a dossier has all of a record. */
  private static boolean holds(Dossier dossier, DossierRecord record) {
    Optional<? extends DossierRecord> kept =
        RecordType.of(record).find(dossier, record.id()).map(one -> one);
    return kept.isPresent()
        && (kept.get().equals(record)
            || (kept.get() instanceof Claim one
                && record instanceof Claim other
                && one.corroborated(other).filter(one::equals).isPresent()));
  }

  @Property(tries = 150)
  void reading_a_valid_file_gives_the_same_whether_records_may_be_left_out_or_not(
      @ForAll("dossiers") Dossier dossier, @ForAll Random random) {
    String text = file(lines(dossier, random));

    Partial partial = partial(text, "d.jsonl");

    assertThat(partial.dossier()).isEqualTo(Dossiers.read(bytes(text), "d.jsonl"));
    assertThat(partial.problems()).isEmpty();
    assertThat(partial(Dossiers.format(dossier), "d.json"))
        .isEqualTo(new Partial(dossier, List.of()));
  }

  @Property(tries = 400)
  void what_is_kept_of_damaged_lines_is_what_strict_reading_finds_without_the_others(
      @ForAll("dossiers") Dossier dossier, @ForAll Random random) {
    if (RecordType.records(dossier).findAny().isEmpty()) {
      return;
    }
    List<String> lines = damaged(lines(dossier, random), random, true);

    Partial partial = partial(file(lines), "d.jsonl");

    Dossier kept = partial.dossier();
    assertThat(Dossiers.parse(Dossiers.format(kept))).isEqualTo(kept);
    Set<Integer> named =
        partial.problems().stream()
            .map(problem -> problem.place().orElseThrow().line())
            .collect(Collectors.toSet());
    Set<String> ids =
        partial.problems().stream()
            .map(problem -> problem.type() + " " + problem.id())
            .collect(Collectors.toSet());
    List<String> remaining = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      Optional<DossierRecord> record = record(line);
      if (record.isPresent() && !named.contains(number)) {
        boolean isKept = holds(kept, record.get());
        assertThat(isKept || ids.contains(name(record.get()))).as(line).isTrue();
        if (isKept) {
          remaining.add(line);
        }
      } else {
        assertThat(named.contains(number) || line.isBlank()).as(line).isTrue();
      }
    }
    assertThat(Dossiers.read(bytes(file(remaining)), "d.jsonl")).isEqualTo(kept);
    assertThat(partial(file(lines), "d.jsonl")).isEqualTo(partial);
  }

  @Property(tries = 300)
  void what_is_kept_of_a_damaged_document_is_valid_and_what_is_not_kept_is_named(
      @ForAll("dossiers") Dossier dossier, @ForAll Random random) {
    if (RecordType.records(dossier).findAny().isEmpty()) {
      return;
    }
    List<String> lines = damaged(lines(dossier, random), random, false);
    String text = document(lines);
    Partial partial;
    try {
      partial = partial(text, "d.json");
    } catch (InvalidDossierException refused) {
      assertThat(refused.problems()).anyMatch(problem -> problem.type().equals("document"));
      return;
    }
    Dossier kept = partial.dossier();
    assertThat(Dossiers.parse(Dossiers.format(kept))).isEqualTo(kept);
    Set<String> pointers =
        partial.problems().stream()
            .map(problem -> problem.type() + " " + problem.index().orElse(-1))
            .collect(Collectors.toSet());
    for (RecordType<?> type : RecordType.byName().values()) {
      List<String> some = of(type, lines);
      for (int index = 0; index < some.size(); index++) {
        Optional<DossierRecord> record = record(some.get(index));
        assertThat(
                pointers.contains(type.name() + " " + index)
                    || record.filter(one -> holds(kept, one)).isPresent())
            .as(some.get(index))
            .isTrue();
      }
    }
    assertThat(partial.problems().isEmpty()).isEqualTo(isValid(text));
  }

  private static boolean isValid(String text) {
    try {
      return Dossiers.parse(text) != null;
    } catch (InvalidDossierException invalid) {
      return false;
    }
  }

  private static List<String> of(RecordType<?> type, List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("{\"" + type.name() + "\":")).toList();
  }

  private static String document(List<String> lines) {
    return RecordType.byName().values().stream()
        .map(
            type ->
                of(type, lines).stream()
                    .map(line -> line.substring(type.name().length() + 4, line.length() - 1))
                    .collect(Collectors.joining(",\n", "\"" + type.list() + "\": [", "]")))
        .collect(Collectors.joining(",\n", "{\"demarche\": 1,\n", "}\n"));
  }

  @Property(tries = 50)
  void following_a_file_in_any_steps_gives_the_records_of_the_whole(
      @ForAll("dossiers") Dossier dossier, @ForAll Random random) throws Exception {
    Path file = Files.createTempFile("growing", ".jsonl");
    try {
      byte[] all = file(lines(dossier, random)).getBytes(UTF_8);
      List<DossierRecord> records = new ArrayList<>();
      long offset = 0;
      for (int end :
          IntStream.concat(random.ints(5, 0, all.length + 1).sorted(), IntStream.of(all.length))
              .toArray()) {
        Files.write(file, Arrays.copyOf(all, end));
        DossierReader.Appended appended = Dossiers.reader().readAppended(file, offset);
        records.addAll(appended.records());
        assertThat(appended.offset()).isBetween(offset, (long) end);
        offset = appended.offset();
      }
      assertThat(offset).isEqualTo(all.length);
      assertThat(Dossier.empty().plus(records)).isEqualTo(Dossiers.read(file));
    } finally {
      Files.delete(file);
    }
  }
}
