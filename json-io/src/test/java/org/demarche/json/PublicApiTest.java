package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The public API of both modules is the approved one, and it stays small. */
class PublicApiTest {
  /** The maximum number of public types of both modules, nested ones counted. */
  private static final int MAX_PUBLIC_TYPES = 138;

  /** A module: its folder, and one of its classes. */
  private record Module(String folder, Class<?> anyClass) {
    Path approved() {
      return Path.of("..", folder, "public-api.txt");
    }

    /** Returns the source file of a type. */
    Path source(Class<?> type) {
      String outermost = type.getName().replaceFirst("\\$.*", "");
      return Path.of("..", folder, "src/main/java", outermost.replace('.', '/') + ".java");
    }

    @Override
    public String toString() {
      return folder;
    }
  }

  static Stream<Module> modules() {
    return Stream.of(new Module("core", Tracker.class), new Module("json-io", Dossiers.class));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void the_public_api_is_the_approved_one(Module module) throws IOException, URISyntaxException {
    String api = new PublicApi(module.anyClass).text();
    if ("write".equals(System.getProperty("demarche.api"))) {
      Files.writeString(module.approved(), api);
    } else {
      assertThat(api)
          .as("run this test with -Ddemarche.api=write to approve the API as it is")
          .isEqualTo(Files.readString(module.approved(), UTF_8));
    }
  }

  @Test
  void methods_of_hidden_supertypes_are_listed_where_they_are_inherited() {
    assertThat(PublicApi.members(Shown.class))
        .containsExactly(
            "PublicApiTest.Shown first(List<PublicApiTest.Shown>)",
            "abstract PublicApiTest.Shown second(String...)");
  }

  /** A supertype that is not visible. */
  @SuppressWarnings("EffectivelyPrivate") // its public methods are listed for its subclass
  private abstract static class Hidden<T extends Hidden<T>> {
    public T first(List<T> all) {
      return all.get(0);
    }

    public abstract T second(String... more);

    void notPublic() {}
  }

  /** A type that inherits methods of one that is not visible. */
  public abstract static class Shown extends Hidden<Shown> {
    private Shown() {}

    @Override
    public String toString() {
      return "";
    }
  }

  @Test
  void the_number_of_public_types_is_limited() throws IOException, URISyntaxException {
    ImmutableList.Builder<Class<?>> types = ImmutableList.builder();
    for (Module module : modules().toList()) {
      types.addAll(new PublicApi(module.anyClass).types());
    }
    assertThat(types.build()).hasSizeLessThanOrEqualTo(MAX_PUBLIC_TYPES);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void every_public_type_states_since_when_it_exists(Module module)
      throws IOException, URISyntaxException {
    ImmutableList.Builder<String> without = ImmutableList.builder();
    for (Class<?> type : new PublicApi(module.anyClass).types()) {
      String source = Files.readString(module.source(type), UTF_8);
      Matcher declaration =
          Pattern.compile(
                  "(?m)^[ \\w@-]*\\b(class|interface|enum|record) " + type.getSimpleName() + "\\b")
              .matcher(source);
      assertThat(declaration.find()).as(type.getName()).isTrue();
      String before = source.substring(0, declaration.start());
      if (!before.substring(before.lastIndexOf("/**")).contains("* @since ")) {
        without.add(type.getName());
      }
    }
    assertThat(without.build()).isEmpty();
  }
}
