package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.Viewpoint;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.When;
import org.demarche.snapshot.IndexedDossier;

/** Laws of an index that was written as ints, and read again beside records made on demand. */
class IndexedDossierLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiersOfSeveralKinds();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  /** Returns a list that makes other objects for claims now and then, without their ends. */
  private static List<Claim> made(List<Claim> claims, Random random) {
    return Lists.transform(claims, claim -> random.nextBoolean() ? copy(claim) : claim);
  }

  private static Claim copy(Claim claim) {
    When unbounded = When.parse(claim.asserted().toString());
    return Claim.builder().from(claim).asserted(unbounded).build();
  }

  /** Ints that were written, which are read once. */
  private static final class Ints implements IntReader {
    private final ImmutableIntArray all;
    private int next;

    private Ints(ImmutableIntArray all) {
      this.all = all;
    }

    static Ints written(Consumer<IntWriter> writing) {
      ImmutableIntArray.Builder all = ImmutableIntArray.builder();
      writing.accept(all::addAll);
      return new Ints(all.build());
    }

    @Override
    public int[] read(int count) {
      next += count;
      return all.subArray(next - count, next).toArray();
    }
  }

  private static int[] damaged(int count) {
    throw new IllegalArgumentException("not " + count + " ints");
  }

  private static IndexedDossier readAgain(IndexedDossier written, Random random) {
    Ints ints = Ints.written(written::writeTo);
    Ints words = Ints.written(written::writeWordsTo);
    Dossier dossier = written.dossier();
    IndexedDossier read =
        IndexedDossier.read(
            dossier.description(),
            dossier.sources(),
            dossier.actors(),
            dossier.occasions(),
            dossier.propositions(),
            made(dossier.claims(), random),
            ints,
            random.nextBoolean() ? words : IndexedDossierLawsTest::damaged);
    assertThat(ints.next).isEqualTo(ints.all.length());
    return read;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void an_index_that_was_read_again_gives_the_same_answers(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll Random random) {
    Tracker read = readAgain(IndexedDossier.of(dossier), random).tracker();
    assertThat(read.dossier()).isEqualTo(dossier);
    assertThat(read.dossier().warnings()).isEqualTo(dossier.warnings());
    assertSame(read, Tracker.of(dossier), viewpoint);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void records_are_added_to_an_index_that_was_read_again(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll Random random) {
    List<DossierRecord> claims = new ArrayList<>(dossier.claims());
    Collections.shuffle(claims, random);
    Dossier part = dossier.closure(claims.subList(0, random.nextInt(claims.size() + 1)));
    assertSame(
        readAgain(IndexedDossier.of(part), random).tracker().plus(dossier),
        Tracker.of(part).plus(dossier),
        viewpoint);
  }

  private static void assertSame(Tracker read, Tracker expected, Viewpoint viewpoint) {
    assertThat(read.viewpoint()).isEqualTo(expected.viewpoint());
    assertThat(read.claims().mentioning("a").list())
        .isEqualTo(expected.claims().mentioning("a").list());
    AnswersInFull.assertSame(
        DossierVariants.tracker(read, viewpoint), DossierVariants.tracker(expected, viewpoint));
    AnswersInFull.assertSame(
        DossierVariants.tracker(read.withDrafts(), viewpoint),
        DossierVariants.tracker(expected.withDrafts(), viewpoint));
  }
}
