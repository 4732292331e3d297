package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import org.demarche.model.Dossier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** The objects that are sent to each executor arrive with either serializer of Spark. */
class BroadcastTest {
  static Stream<Serializer> serializers() {
    return Stream.of(new JavaSerializer(new SparkConf()), new KryoSerializer(new SparkConf()));
  }

  private static <T> T sent(Serializer serializer, Class<T> type, T value) {
    ClassTag<T> tag = ClassTag$.MODULE$.apply(type);
    SerializerInstance one = serializer.newInstance();
    ByteBuffer bytes = one.serialize(value, tag);
    return serializer.newInstance().deserialize(bytes, tag);
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void reference_records_arrive(Serializer serializer) {
    Dossier known = Dossier.of(SoundLines.references(ExampleDossiers.thaad()));
    ReferenceRecords arrived = sent(serializer, ReferenceRecords.class, ReferenceRecords.of(known));
    assertThat(arrived.dossier()).isEqualTo(known);
    assertThat(arrived.component("3n-promise")).isEqualTo(arrived.component("3n-agreement"));
    assertThat(arrived.families(List.of("rok-mofa"), List.of()))
        .isEqualTo(arrived.families(List.of("rok"), List.of()))
        .hasSize(1);
    assertThat(sent(serializer, ReferenceRecords.class, arrived).dossier()).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void the_division_into_batches_arrives(Serializer serializer) {
    Batches batches = new Batches(10);
    batches.add("few", 10, 0);
    batches.add("many", 1000, 0);
    batches.add("shared", 1000, 500);
    Batches arrived = sent(serializer, Batches.class, batches);
    assertThat(numbers(arrived, "few")).containsExactly(0);
    assertThat(numbers(arrived, "many")).hasSize(100).isEqualTo(numbers(batches, "many"));
    assertThat(numbers(arrived, "shared")).containsExactly(0);
    assertThat(numbers(arrived, "unknown")).containsExactly(0);
  }

  private static Set<Integer> numbers(Batches batches, String component) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> batches.batch("s" + i, component))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void links_arrive(Serializer serializer) {
    ClaimLinks links = new ClaimLinks();
    links.add("answer", List.of("first"), List.of());
    links.add("retraction", List.of(), List.of("answer"));
    links.addDivided("divided");
    ClaimLinks arrived = sent(serializer, ClaimLinks.class, links);
    assertThat(arrived.broughtBy(Set.of("first"))).containsExactly("answer", "retraction");
    assertThat(arrived.broughtBy(Set.of("retraction"))).containsExactly("answer", "first");
    assertThat(arrived.has("divided")).isTrue();
    assertThat(arrived.has("other")).isFalse();
  }
}
