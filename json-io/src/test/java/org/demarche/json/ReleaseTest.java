package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The dependencies of a release, and the workflows that make it. */
class ReleaseTest {
  private static final Path ROOT = Path.of("..");
  private static final Set<String> GUAVA_AND_ANNOTATIONS = Set.of("guava", "jspecify");

  /** The annotations by which values are generated, which no user needs. */
  private static final Set<String> AT_COMPILE_TIME = Set.of("value-annotations");

  /** Returns the names of the direct dependencies of a module, except those of tests. */
  private static Set<String> dependencies(String module, boolean optional) throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(ROOT.resolve(module).resolve("pom.xml").toFile())
            .getDocumentElement();
    Set<String> names = new TreeSet<>();
    for (Element dependency : elements(children(project, "dependencies").get(0), "dependency")) {
      boolean isOptional =
          text(dependency, "optional").equals("true")
              || text(dependency, "scope").equals("provided");
      if (isOptional == optional && !text(dependency, "scope").equals("test")) {
        names.add(text(dependency, "artifactId"));
      }
    }
    return names;
  }

  private static List<Element> children(Element of, String name) {
    return elements(of, name).stream().filter(it -> it.getParentNode().equals(of)).toList();
  }

  private static List<Element> elements(Element of, String name) {
    NodeList found = of.getElementsByTagName(name);
    return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
        .map(i -> (Element) found.item(i))
        .toList();
  }

  private static String text(Element of, String name) {
    return elements(of, name).stream().map(Element::getTextContent).findFirst().orElse("");
  }

  /** Returns the modules without which a module does not run, apart from those of Java. */
  private static Set<String> required(String module) throws IOException {
    Path compiled = ROOT.resolve(module).resolve("target/classes/module-info.class");
    try (InputStream in = Files.newInputStream(compiled)) {
      return ModuleDescriptor.read(in).requires().stream()
          .filter(it -> !it.modifiers().contains(Requires.Modifier.STATIC))
          .map(Requires::name)
          .filter(name -> !name.startsWith("java."))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void core_depends_on_guava_and_annotations_alone() throws Exception {
    assertThat(dependencies("core", false)).isEqualTo(GUAVA_AND_ANNOTATIONS);
    assertThat(dependencies("core", true)).isEqualTo(AT_COMPILE_TIME);
    assertThat(required("core")).containsExactly("com.google.common");
  }

  @Test
  void json_io_depends_on_core_and_jackson_alone_and_on_workbooks_optionally() throws Exception {
    assertThat(dependencies("json-io", false))
        .containsExactly(
            "demarche-core",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat-csv",
            "jspecify");
    assertThat(dependencies("json-io", true)).containsExactly("fastexcel", "fastexcel-reader");
    assertThat(required("json-io"))
        .containsExactlyInAnyOrder(
            "org.demarche",
            "com.google.common", // of core
            "tools.jackson.core",
            "tools.jackson.databind",
            "tools.jackson.dataformat.csv");
  }

  private static List<String> linesOfWorkflows() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
      return files.sorted().flatMap(file -> lines(file).stream()).map(String::strip).toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void every_action_of_the_workflows_is_pinned_by_its_commit() throws IOException {
    assertThat(linesOfWorkflows())
        .filteredOn(line -> line.contains("uses:"))
        .isNotEmpty()
        .allMatch(line -> line.matches("- uses: [\\w./-]+@[0-9a-f]{40} # v[0-9.]+"));
  }

  @Test
  void the_workflows_run_on_three_releases_of_java_and_two_systems() throws IOException {
    assertThat(linesOfWorkflows())
        .contains("java: [17, 21, 25]", "runs-on: ubuntu-24.04", "runs-on: windows-2025");
  }
}
