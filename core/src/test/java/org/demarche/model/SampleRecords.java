package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.List;

/**
 * A small valid dossier, and builders of valid records that can be added to it. A test changes one
 * value of a record and adds it to the dossier. The pointer of the record is then {@code
 * sources/1}, {@code actors/9}, {@code occasions/1}, {@code propositions/3} or {@code claims/1},
 * after the records of the dossier.
 */
final class SampleRecords {
  private SampleRecords() {}

  private static final ImmutableList<DossierRecord> RECORDS =
      ImmutableList.of(
          source("KT17").build(),
          state("rok")
              .terms(
                  List.of(
                      TermOfOffice.of("moon-jae-in", day("2017-05-10")).until(day("2022-05-10"))))
              .build(),
          organ("rok-mofa", "rok").build(),
          state("prc").build(),
          organ("prc-mfa", "prc").build(),
          person("moon-jae-in").build(),
          person("kang-kyung-wha").build(),
          person("wang-yi").build(),
          medium("korea-times").build(),
          medium("global-times").of("prc").build(),
          occasion("fm-2017-11-22"),
          proposition("three-nos")
              .issue("three-nos-content")
              .putParts("additional-thaad", Stance.AGAINST)
              .putParts("join-us-md", Stance.AGAINST)
              .build(),
          proposition("additional-thaad").build(),
          proposition("join-us-md").build(),
          claim("KT17-01").build());

  /** Builds the dossier with more records after its own. */
  static Dossier dossier(DossierRecord... more) {
    return dossier(List.of(more));
  }

  static Dossier dossier(Iterable<? extends DossierRecord> more) {
    return Dossier.of(Iterables.concat(RECORDS, more));
  }

  /** An article of 24 November 2017, in a newspaper that belongs to no state. */
  static Source.Builder source(String id) {
    return Source.builder()
        .id(id)
        .outlet("korea-times")
        .title("China still pressuring S. Korea over THAAD")
        .published(When.parse("2017-11-24"));
  }

  static Actor.Builder state(String id) {
    return actor(id, ActorKind.STATE);
  }

  static Actor.Builder organisation(String id) {
    return actor(id, ActorKind.ORGANISATION);
  }

  static Actor.Builder organ(String id, String of) {
    return actor(id, ActorKind.ORGAN).of(of).authority(Authority.MINISTRY);
  }

  /** A person with a name. */
  static Actor.Builder person(String id) {
    return actor(id, ActorKind.PERSON);
  }

  /** A medium that belongs to no state. */
  static Actor.Builder medium(String id) {
    return actor(id, ActorKind.MEDIA);
  }

  private static Actor.Builder actor(String id, ActorKind kind) {
    return Actor.builder().id(id).name("The name of " + id).kind(kind);
  }

  /** Talks between the two foreign ministries on 22 November 2017. */
  static Occasion occasion(String id) {
    return Occasion.of(
        id, "Talks of the foreign ministers", When.parse("2017-11-22"), "rok-mofa", "prc-mfa");
  }

  /** A proposition without parts. */
  static Proposition.Builder proposition(String id) {
    return Proposition.builder().id(id).issue("missile-defense").text("It is so that " + id + ".");
  }

  /** A claim of the South Korean foreign ministry on 22 November 2017, uttered by its minister. */
  static Claim.Builder claim(String id) {
    return Claim.builder()
        .id(id)
        .addSpeakers("kang-kyung-wha")
        .addPrincipals("rok-mofa")
        .asserted(When.parse("2017-11-22"))
        .proposition("additional-thaad")
        .stance(Stance.AGAINST)
        .force(Force.STATE_INTENTION)
        .addEvidence(evidence().build());
  }

  /** Indirect speech in the article of the dossier. */
  static Evidence.Builder evidence() {
    return Evidence.builder()
        .source("KT17")
        .mode(Mode.INDIRECT)
        .quote("Seoul is not considering it");
  }

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
