package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.Timeline;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Source;
import org.demarche.text.Style;

/** Laws of the part of a dossier that bears on a party and some propositions. */
class BearingLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return Arbitraries.oneOf(GeneratedCases.dossiers(), GeneratedCases.dividedDossiers());
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  @Provide
  Arbitrary<String> parties() {
    return Arbitraries.of(GeneratedCases.PARTIES);
  }

  @Provide
  Arbitrary<Set<String>> propositions() {
    return Arbitraries.of(GeneratedCases.PROPOSITIONS).set().ofMinSize(1).ofMaxSize(2);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void what_bears_on_a_question_gives_the_same_answers_as_the_whole(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("parties") String party,
      @ForAll("propositions") Set<String> propositions,
      @ForAll("viewpoints") Viewpoint any,
      @ForAll("viewpoints") Viewpoint other) {
    Dossier part = dossier.bearingOn(party, propositions.toArray(String[]::new));
    assertThat(Dossier.of(records(part))).as("valid, and in order").isEqualTo(part);
    assertThat(dossier.plus(part)).isSameAs(dossier);
    for (Viewpoint one : List.of(any, other)) {
      Viewpoint viewpoint = known(one, part);
      Tracker whole = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
      Tracker small = DossierVariants.tracker(Tracker.of(part), viewpoint);
      for (String proposition : propositions) {
        assertThat(AnswersInFull.of(small.position(party, proposition)))
            .as(() -> DossierVariants.print(part))
            .isEqualTo(AnswersInFull.of(whole.position(party, proposition)));
        assertThat(small.position(party, proposition).full().print(Style.whole()))
            .isEqualTo(whole.position(party, proposition).full().print(Style.whole()));
        assertThat(small.outcome(party, proposition)).isEqualTo(whole.outcome(party, proposition));
        assertThat(small.explain(party, proposition)).isEqualTo(whole.explain(party, proposition));
        assertThat(small.explain(party, proposition).page().print(Style.whole()))
            .isEqualTo(whole.explain(party, proposition).page().print(Style.whole()));
        assertThat(changes(small, party, proposition))
            .isEqualTo(changes(whole, party, proposition));
        assertThat(turns(small, party, proposition)).isEqualTo(turns(whole, party, proposition));
      }
    }
  }

  /** Returns each change with the later position; the earlier one is as of any day before. */
  private static List<Object> changes(Tracker tracker, String party, String proposition) {
    return tracker.history(party, proposition).changes().stream()
        .<Object>map(change -> List.of(change.label(), AnswersInFull.of(change.after())))
        .toList();
  }

  private static List<Timeline.Entry> turns(Tracker tracker, String party, String proposition) {
    return tracker.timeline(proposition).rows().stream()
        .filter(entry -> entry.party().equals(party))
        .toList();
  }

  /** Returns the viewpoint, which leaves out only what a dossier has. */
  private static Viewpoint known(Viewpoint viewpoint, Dossier dossier) {
    AnswerFactory answers = AnswerFactory.get();
    Set<String> sources = dossier.sources().stream().map(Source::id).collect(Collectors.toSet());
    Set<String> actors = dossier.actors().stream().map(Actor::id).collect(Collectors.toSet());
    Viewpoint known = answers.viewpoint(viewpoint.asOf());
    known = answers.without(known, Sets.intersection(viewpoint.without(), sources));
    known = answers.withoutRelays(known, Sets.intersection(viewpoint.withoutRelays(), actors));
    known = answers.withoutSpeakers(known, Sets.intersection(viewpoint.withoutSpeakers(), actors));
    known = answers.minGrade(known, viewpoint.minGrade());
    known = viewpoint.includesDrafts() ? answers.withDrafts(known) : known;
    return viewpoint.knownAt().isPresent()
        ? answers.knownAt(known, viewpoint.knownAt().get())
        : known;
  }

  @Property(tries = 100)
  void what_bears_on_a_question_is_found_again_in_itself(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("parties") String party,
      @ForAll("propositions") Set<String> propositions) {
    String[] asked = propositions.toArray(String[]::new);
    Dossier part = dossier.bearingOn(party, asked);
    assertThat(part.bearingOn(party, asked)).isEqualTo(part);
  }

  @Property(tries = 100)
  void nothing_of_another_topic_bears_on_a_question(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("dossiers") Dossier other,
      @ForAll("parties") String party,
      @ForAll("propositions") Set<String> propositions) {
    String[] asked = propositions.toArray(String[]::new);
    Dossier both = renamed(other).plus(dossier);
    assertThat(Set.copyOf(Lists.newArrayList(records(both.bearingOn(party, asked)))))
        .isEqualTo(Set.copyOf(Lists.newArrayList(records(dossier.bearingOn(party, asked)))));
  }

  /** Returns a dossier with another id for each record. */
  private static Dossier renamed(Dossier dossier) {
    Dossier renamed = dossier;
    for (DossierRecord record : records(dossier)) {
      DossierRecord now =
          Streams.stream(records(renamed))
              .filter(one -> one.getClass() == record.getClass() && one.id().equals(record.id()))
              .findFirst()
              .orElseThrow();
      renamed = renamed.rename(now, "other-" + record.id());
    }
    return renamed;
  }

  private static Iterable<DossierRecord> records(Dossier dossier) {
    return Iterables.concat(
        dossier.sources(),
        dossier.actors(),
        dossier.occasions(),
        dossier.propositions(),
        dossier.claims());
  }
}
