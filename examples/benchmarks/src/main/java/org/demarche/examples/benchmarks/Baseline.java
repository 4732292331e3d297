package org.demarche.examples.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Another build of the library, against which the benchmarks of this build are compiled, so that
 * the same methods ask both. Where names have changed, the sources are translated first.
 *
 * @param classPath the benchmarks as compiled against the other build, the other build, and the
 *     libraries that both use
 * @param missing the simple names of the benchmarks that the other build cannot run
 */
record Baseline(String classPath, ImmutableList<String> missing) {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path TRANSLATED = Path.of("target", "baseline", "sources");
  private static final Path COMPILED = Path.of("target", "baseline", "classes");

  /**
   * Compiles the benchmarks against another build.
   *
   * @param checkout the root folder of a checkout in which core and json-io are compiled
   * @param names a file of names that differ there, one per line: a text in the sources, an arrow
   *     and what replaces it; an empty path for no file
   * @throws IllegalArgumentException if the folder is not such a checkout
   */
  static Baseline of(Path checkout, Path names) throws IOException {
    List<Path> libraries =
        Stream.of("core", "json-io")
            .map(module -> checkout.resolve(module).resolve("target").resolve("classes"))
            .toList();
    for (Path classes : libraries) {
      if (!classes.isAbsolute() || !Files.isDirectory(classes)) {
        throw new IllegalArgumentException(
            "-Dbaseline=" + checkout + " is not the absolute path of a compiled checkout");
      }
    }
    translate(names.toString().isEmpty() ? ImmutableMap.of() : read(names));
    String classPath =
        Stream.concat(Stream.concat(Stream.of(COMPILED), libraries.stream()), jars())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return new Baseline(classPath, compile(classPath));
  }

  /** Returns the entries of the class path that are not modules of this build. */
  private static Stream<Path> jars() {
    return Splitter.on(File.pathSeparatorChar)
        .splitToStream(System.getProperty("java.class.path"))
        .map(Path::of)
        .filter(entry -> !entry.endsWith(Path.of("target", "classes")));
  }

  private static Map<String, String> read(Path names) throws IOException {
    ImmutableMap.Builder<String, String> read = ImmutableMap.builder();
    for (String line : Files.readAllLines(names)) {
      List<String> sides = Splitter.on(" → ").splitToList(line);
      if (sides.size() == 2) {
        read.put(sides.get(0), sides.get(1));
      }
    }
    return read.buildOrThrow();
  }

  private static void translate(Map<String, String> names) throws IOException {
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : Iterables.filter(sources::iterator, Files::isRegularFile)) {
        String text = Files.readString(source);
        for (Map.Entry<String, String> name : names.entrySet()) {
          text = text.replace(name.getKey(), name.getValue());
        }
        Path translated = TRANSLATED.resolve(SOURCES.relativize(source));
        Files.createDirectories(translated.getParent());
        Files.writeString(translated, text);
      }
    }
  }

  /** Compiles each benchmark by itself, and returns the names of those that do not compile. */
  private static ImmutableList<String> compile(String classPath) throws IOException {
    Files.createDirectories(COMPILED);
    ImmutableList.Builder<String> missing = ImmutableList.builder();
    try (Stream<Path> sources = Files.walk(TRANSLATED)) {
      for (Path source : Iterables.filter(sources::iterator, Baseline::isCompared)) {
        String problems = compile(source, classPath);
        if (!problems.isEmpty()) {
          String name = source.getFileName().toString().replace(".java", "");
          missing.add(name);
          System.out.println(name + " is not compared, because the other build lacks something:");
          System.out.println(problems);
        }
      }
    }
    return missing.build();
  }

  private static boolean isCompared(Path source) {
    String name = source.getFileName().toString();
    return name.endsWith("Benchmark.java") && !name.matches("(Network|Table).*");
  }

  /** Compiles a benchmark with what it uses, and returns the errors. */
  private static String compile(Path benchmark, String classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      boolean compiled =
          compiler
              .getTask(
                  problems,
                  files,
                  null,
                  List.of(
                      "-nowarn",
                      "-implicit:class",
                      "-d",
                      COMPILED.toString(),
                      "-sourcepath",
                      TRANSLATED.toString(),
                      "-classpath",
                      classPath),
                  null,
                  files.getJavaFileObjects(
                      benchmark, benchmark.resolveSibling("CpuTimeProfiler.java")))
              .call();
      return compiled ? "" : problems.toString();
    }
  }
}
