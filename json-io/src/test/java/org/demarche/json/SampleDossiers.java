package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demarche.model.*;

/**
 * Sample documents, valid and altered, and checks of their problems. In an altered document {@code
 * ▸} marks each place at which a problem is expected.
 */
public final class SampleDossiers {
  /** Marks the place of a problem, once per problem; removed before the document is read. */
  static final String PROBLEM_MARK = "▸";

  /** A valid document, which tests alter in one place. */
  static final String VALID_DOCUMENT =
      """
      {
        "demarche": 1,
        "sources": [
          {"id": "KT17", "outlet": "korea-times", "title": "Still pressing", "published": "2017-11-24"}
        ],
        "actors": [
          {"id": "rok", "name": "대한민국", "kind": "STATE",
            "terms": [
              {"head": "park", "from": "2013-02-25", "to": "2017-03-10"},
              {"head": "moon", "from": "2017-05-10"}
            ]},
          {"id": "rok-mofa", "name": "외교부", "kind": "ORGAN", "of": "rok", "authority": "MINISTRY"},
          {"id": "park", "name": "박근혜", "kind": "PERSON"},
          {"id": "moon", "name": "문재인", "kind": "PERSON"},
          {"id": "korea-times", "name": "The Korea Times", "kind": "MEDIA"}
        ],
        "occasions": [
          {"id": "talks", "label": "Talks", "when": "2017-11-22", "participants": ["rok-mofa"]}
        ],
        "propositions": [
          {"id": "three-nos", "issue": "thaad", "text": "It abides by the three nos.",
            "parts": {
              "more-thaad": "AGAINST",
              "join-md": "AGAINST"
            }},
          {"id": "more-thaad", "issue": "thaad", "text": "More THAAD comes."},
          {"id": "join-md", "issue": "thaad", "text": "It joins missile defense."}
        ],
        "claims": [
          {"id": "KT17-07", "speakers": ["moon"], "principals": ["rok"], "asserted": "2017-11-22",
            "occasion": "talks", "proposition": "three-nos", "stance": "FOR", "force": "REAFFIRM",
            "evidence": [
              {"source": "KT17", "mode": "INDIRECT", "quote": "Seoul abides by it",
                "via": ["rok-mofa"], "selector": {"start": 4, "end": 22}}
            ]}
        ]
      }
      """;

  /** A document as it is written, in which every member of every record is used. */
  static final String COMPLETE_DOCUMENT =
      """
      {
        "demarche": 1,
        "title": "THAAD: “three nos”",
        "authors": [ "Ann", "밥" ],
        "licence": "CC BY 4.0",
        "version": "2",
        "sources": [
          {
            "id": "YNA17",
            "outlet": "yonhap",
            "issuedBy": [ "eu", "rok" ],
            "title": "三不: 무엇인가",
            "published": "2017-11",
            "identifiers": {
              "doi": "10.1/a",
              "naver": "0010"
            },
            "textHash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          },
          {
            "id": "KT17",
            "outlet": "korea-times",
            "title": "China \\"still\\" pressing",
            "author": "Jun Ji-hye",
            "published": "[2017-11-24..2017-11-30]",
            "basis": "INFERRED",
            "reliableQuotes": false,
            "derivedFrom": [ "AP17", "YNA17" ],
            "revises": "KT17/early",
            "url": "https://example.org/kt?a=1&b=<2>",
            "text": "🗣 He said “we keep the three nos”.\\n\\tC:\\\\kt\\r\\b\\f\\u0001",
            "note": "Seen once."
          },
          {
            "id": "AP17",
            "outlet": "yonhap",
            "title": "e\u0301 and LS stay as they are",
            "published": "[..2017-11-23]"
          },
          {
            "id": "KT17/early",
            "outlet": "korea-times",
            "title": "An early edition",
            "published": "2017"
          }
        ],
        "actors": [
          {
            "id": "rok",
            "name": "대한민국",
            "kind": "STATE",
            "succeeds": "choson",
            "from": "1948-08-15",
            "aliases": [ "Seoul", "South Korea", "한국" ],
            "terms": [
              {
                "head": "hwang",
                "from": "2017-03-10",
                "to": "2017-05-10",
                "acting": true
              },
              {
                "head": "moon",
                "from": "2017-05-10"
              }
            ],
            "identifiers": {
              "cow": "732",
              "iso3166": "KR"
            }
          },
          {
            "id": "rok-mofa",
            "name": "외교부",
            "kind": "ORGAN",
            "of": "rok",
            "authority": "MINISTRY"
          },
          {
            "id": "an-official",
            "name": "a senior official",
            "kind": "PERSON",
            "of": "rok-mofa",
            "named": false
          },
          {
            "id": "hwang",
            "name": "황교안",
            "kind": "PERSON"
          },
          {
            "id": "moon",
            "name": "문재인",
            "kind": "PERSON"
          },
          {
            "id": "korea-times",
            "name": "The Korea Times",
            "kind": "MEDIA"
          },
          {
            "id": "yonhap",
            "name": "연합뉴스",
            "kind": "MEDIA",
            "of": "rok"
          },
          {
            "id": "choson",
            "name": "조선",
            "kind": "STATE",
            "to": "1910-08-29"
          },
          {
            "id": "eu",
            "name": "European Union",
            "kind": "ORGANISATION",
            "members": [
              {
                "member": "rok",
                "from": "2017-01-01",
                "to": "2018-01-01"
              },
              {
                "member": "choson"
              }
            ]
          },
          {
            "id": "assembly",
            "name": "국회",
            "kind": "ORGAN",
            "of": "rok",
            "authority": "NONE"
          }
        ],
        "occasions": [
          {
            "id": "talks",
            "label": "Talks in Beijing",
            "when": "2017-11-22",
            "participants": [ "moon", "rok-mofa" ]
          }
        ],
        "propositions": [
          {
            "id": "three-nos",
            "issue": "thaad",
            "text": "It abides by the three nos.",
            "parts": {
              "join-md": "AGAINST",
              "more-thaad": "AGAINST",
              "talk": "FOR"
            }
          },
          {
            "id": "binding",
            "issue": "thaad-status",
            "text": "The three nos are a promise.",
            "about": "three-nos",
            "excludes": [ "join-md", "talk" ]
          },
          {
            "id": "join-md",
            "issue": "thaad",
            "text": "It joins missile defense."
          },
          {
            "id": "more-thaad",
            "issue": "thaad",
            "text": "More THAAD comes."
          },
          {
            "id": "talk",
            "issue": "thaad",
            "text": "It talks about it."
          },
          {
            "id": "hotline",
            "issue": "thaad",
            "text": "It keeps the hotline.",
            "label": "hotline 회선"
          }
        ],
        "claims": [
          {
            "id": "KT17-07",
            "gist": "Seoul keeps its three nos.",
            "speakers": [ "an-official", "moon" ],
            "principals": [ "rok", "rok-mofa" ],
            "role": "president",
            "asserted": "2017-11",
            "basis": "RESOLVED",
            "occasion": "talks",
            "audience": [ "hwang", "yonhap" ],
            "proposition": "three-nos",
            "stance": "FOR",
            "force": "AGREE",
            "frames": [ "security", "sovereignty" ],
            "respondsTo": [ "KT17-05", "KT17-06" ],
            "evidence": [
              {
                "source": "KT17",
                "mode": "DIRECT",
                "via": [ "yonhap", "rok-mofa" ],
                "quote": "“we keep the three nos”",
                "selector": {
                  "start": 10,
                  "end": 33
                }
              },
              {
                "source": "AP17",
                "mode": "RECORDED"
              }
            ],
            "note": "Joint."
          },
          {
            "id": "KT17-06",
            "speakers": [ "moon" ],
            "principals": [ "rok" ],
            "asserted": "2017-06~/..",
            "proposition": "binding",
            "stance": "UNCOMMITTED",
            "force": "WITHDRAW",
            "retracts": [ "KT17-04", "draft" ],
            "evidence": [
              {
                "source": "YNA17",
                "mode": "RECORDED"
              }
            ],
            "coder": "ann",
            "reviewer": "bob",
            "readings": [
              {
                "coder": "cat",
                "members": {
                  "force": "ASSERT",
                  "stance": "FOR"
                }
              },
              {
                "coder": "dan",
                "members": {
                  "condition": ""
                }
              }
            ]
          },
          {
            "id": "KT17-05",
            "speakers": [ "yonhap" ],
            "principals": [ "yonhap" ],
            "asserted": "../2017-10-31",
            "proposition": "talk",
            "stance": "AGAINST",
            "force": "ASSERT",
            "evidence": [
              {
                "source": "YNA17",
                "mode": "NARRATED",
                "quote": "회담은 없다"
              }
            ]
          },
          {
            "id": "draft",
            "speakers": [ "moon" ],
            "principals": [ "rok" ],
            "asserted": "201X",
            "proposition": "hotline",
            "stance": "FOR",
            "force": "PROMISE",
            "condition": "only if asked",
            "due": "2017-12-XX?",
            "evidence": [
              {
                "source": "YNA17",
                "mode": "DIRECT",
                "quote": "“하겠다”",
                "language": "ko",
                "translation": "“We will.”"
              }
            ],
            "coder": "program 1.0",
            "status": "DRAFT"
          },
          {
            "id": "KT17-04",
            "speakers": [ "moon" ],
            "principals": [ "rok" ],
            "asserted": "2017-06/2017-10",
            "proposition": "join-md",
            "stance": "UNCOMMITTED",
            "force": "DECLINE_TO_COMMENT",
            "evidence": [
              {
                "source": "YNA17",
                "mode": "RECORDED"
              }
            ]
          }
        ]
      }
      """
          .replace("LS", "\u2028"); // which would end a line of this text block

  private SampleDossiers() {}

  /**
   * The dossier of {@link #COMPLETE_DOCUMENT}, its sets given in another order than they are
   * written in.
   */
  public static Dossier completeDossier() {
    Dossier first = firstEditionDossier();
    List<Source> sources = new ArrayList<>(first.sources());
    sources.set(
        0,
        source("YNA17", "yonhap", "三不: 무엇인가", "2017-11")
            .addIssuedBy("rok", "eu")
            .identifiers(Map.of("naver", "0010", "doi", "10.1/a"))
            .textHash("0123456789abcdef".repeat(4))
            .build());
    List<Actor> actors = new ArrayList<>(first.actors());
    actors.set(
        0,
        actor("rok", "대한민국", ActorKind.STATE)
            .succeeds("choson")
            .from(LocalDate.parse("1948-08-15"))
            .addAliases("한국", "South Korea", "Seoul")
            .terms(first.actors().get(0).terms())
            .identifiers(Map.of("iso3166", "KR", "cow", "732"))
            .build());
    actors.add(actor("choson", "조선", ActorKind.STATE).to(LocalDate.parse("1910-08-29")).build());
    actors.add(
        actor("eu", "European Union", ActorKind.ORGANISATION)
            .addMembers(
                Membership.of("rok")
                    .from(LocalDate.parse("2017-01-01"))
                    .until(LocalDate.parse("2018-01-01")),
                Membership.of("choson"))
            .build());
    actors.add(
        actor("assembly", "국회", ActorKind.ORGAN).of("rok").authority(Authority.NONE).build());
    List<Proposition> propositions = new ArrayList<>(first.propositions());
    propositions.add(
        proposition("hotline", "thaad", "It keeps the hotline.").label("hotline 회선").build());
    List<Claim> claims = new ArrayList<>(first.claims());
    claims.set(
        1,
        Claim.builder()
            .from(first.claims().get(1))
            .stance(Stance.UNCOMMITTED)
            .force(Force.WITHDRAW)
            .asserted(When.parse("2017-06~/.."))
            .addRetracts("draft", "KT17-04")
            .coder("ann")
            .reviewer("bob")
            .addReadings(
                Reading.by("cat", Map.of("stance", "FOR", "force", "ASSERT")),
                Reading.by("dan", Map.of("condition", "")))
            .build());
    claims.add(
        Claim.builder()
            .id("draft")
            .addSpeakers("moon")
            .addPrincipals("rok")
            .asserted(When.parse("201X"))
            .proposition("hotline")
            .stance(Stance.FOR)
            .force(Force.PROMISE)
            .condition("only if asked")
            .due(When.parse("2017-12-XX?"))
            .addEvidence(
                Evidence.builder()
                    .source("YNA17")
                    .mode(Mode.DIRECT)
                    .quote("“하겠다”")
                    .language("ko")
                    .translation("“We will.”")
                    .build())
            .coder("program 1.0")
            .draft(true)
            .build());
    claims.add(
        Claim.builder().from(first.claims().get(1)).id("KT17-04").proposition("join-md").build());
    return Dossier.of(Iterables.concat(sources, actors, first.occasions(), propositions, claims))
        .describedBy(
            Description.empty()
                .title("THAAD: “three nos”")
                .authors("Ann", "밥")
                .licence("CC BY 4.0")
                .version("2"));
  }

  /** The dossier of the golden files of the first edition, in which every member it had is used. */
  public static Dossier firstEditionDossier() {
    return Dossier.of(
        source("YNA17", "yonhap", "三不: 무엇인가", "2017-11").build(),
        source("KT17", "korea-times", "China \"still\" pressing", "[2017-11-24..2017-11-30]")
            .author("Jun Ji-hye")
            .basis(Basis.INFERRED)
            .reliableQuotes(false)
            .addDerivedFrom("YNA17", "AP17")
            .revises("KT17/early")
            .url("https://example.org/kt?a=1&b=<2>")
            .text("🗣 He said “we keep the three nos”.\n\tC:\\kt\r\b\f\001")
            .note("Seen once.")
            .build(),
        source("AP17", "yonhap", "e\u0301 and \u2028 stay as they are", "[..2017-11-23]").build(),
        source("KT17/early", "korea-times", "An early edition", "2017").build(),
        actor("rok", "대한민국", ActorKind.STATE)
            .addAliases("한국", "South Korea", "Seoul")
            .addTerms(
                TermOfOffice.of("hwang", LocalDate.parse("2017-03-10"))
                    .until(LocalDate.parse("2017-05-10"))
                    .acting(),
                TermOfOffice.of("moon", LocalDate.parse("2017-05-10")))
            .build(),
        actor("rok-mofa", "외교부", ActorKind.ORGAN).of("rok").authority(Authority.MINISTRY).build(),
        actor("an-official", "a senior official", ActorKind.PERSON)
            .of("rok-mofa")
            .named(false)
            .build(),
        actor("hwang", "황교안", ActorKind.PERSON).build(),
        actor("moon", "문재인", ActorKind.PERSON).build(),
        actor("korea-times", "The Korea Times", ActorKind.MEDIA).build(),
        actor("yonhap", "연합뉴스", ActorKind.MEDIA).of("rok").build(),
        Occasion.of("talks", "Talks in Beijing", When.parse("2017-11-22"), "rok-mofa", "moon"),
        proposition("three-nos", "thaad", "It abides by the three nos.")
            .putParts("talk", Stance.FOR)
            .putParts("more-thaad", Stance.AGAINST)
            .putParts("join-md", Stance.AGAINST)
            .build(),
        proposition("binding", "thaad-status", "The three nos are a promise.")
            .about("three-nos")
            .addExcludes("talk", "join-md")
            .build(),
        proposition("join-md", "thaad", "It joins missile defense.").build(),
        proposition("more-thaad", "thaad", "More THAAD comes.").build(),
        proposition("talk", "thaad", "It talks about it.").build(),
        Claim.builder()
            .id("KT17-07")
            .gist("Seoul keeps its three nos.")
            .addSpeakers("moon", "an-official")
            .addPrincipals("rok-mofa", "rok")
            .role("president")
            .asserted(When.parse("2017-11"))
            .basis(Basis.RESOLVED)
            .occasion("talks")
            .addAudience("yonhap", "hwang")
            .proposition("three-nos")
            .stance(Stance.FOR)
            .force(Force.AGREE)
            .addFrames("sovereignty", "security")
            .addRespondsTo("KT17-06", "KT17-05")
            .addEvidence(
                Evidence.builder()
                    .source("KT17")
                    .mode(Mode.DIRECT)
                    .addVia("yonhap", "rok-mofa")
                    .quote("“we keep the three nos”")
                    .selector(10, 33)
                    .build(),
                Evidence.builder().source("AP17").mode(Mode.RECORDED).build())
            .note("Joint.")
            .build(),
        Claim.builder()
            .id("KT17-06")
            .addSpeakers("moon")
            .addPrincipals("rok")
            .asserted(When.parse("2017-06/2017-10"))
            .proposition("binding")
            .stance(Stance.UNCOMMITTED)
            .force(Force.DECLINE_TO_COMMENT)
            .addEvidence(Evidence.builder().source("YNA17").mode(Mode.RECORDED).build())
            .build(),
        Claim.builder()
            .id("KT17-05")
            .addSpeakers("yonhap")
            .addPrincipals("yonhap")
            .asserted(When.parse("../2017-10-31"))
            .proposition("talk")
            .stance(Stance.AGAINST)
            .force(Force.ASSERT)
            .addEvidence(
                Evidence.builder().source("YNA17").mode(Mode.NARRATED).quote("회담은 없다").build())
            .build());
  }

  private static Source.Builder source(String id, String outlet, String title, String published) {
    return Source.builder().id(id).outlet(outlet).title(title).published(When.parse(published));
  }

  private static Actor.Builder actor(String id, String name, ActorKind kind) {
    return Actor.builder().id(id).name(name).kind(kind);
  }

  private static Proposition.Builder proposition(String id, String issue, String text) {
    return Proposition.builder().id(id).issue(issue).text(text);
  }

  /** Returns the valid document with a part, which must occur exactly once, replaced by another. */
  static String altered(String part, String other) {
    return altered(VALID_DOCUMENT, part, other);
  }

  /** Returns the document with a part, which must occur exactly once, replaced by another. */
  static String altered(String document, String part, String other) {
    int at = document.indexOf(part);
    if (at < 0 || document.indexOf(part, at + 1) >= 0) {
      throw new IllegalArgumentException("does not occur exactly once: " + part);
    }
    return document.replace(part, other);
  }

  /** Returns the problems of a dossier that must be refused. */
  static List<Problem> problems(ThrowingCallable reading) {
    InvalidDossierException refused = catchThrowableOfType(InvalidDossierException.class, reading);
    if (refused == null) {
      throw new AssertionError("the dossier was accepted");
    }
    return refused.problems();
  }

  static List<Problem> problems(String json) {
    return problems(() -> Dossiers.parse(json));
  }

  /** Checks that the document has exactly these problems, each at its mark. */
  static void assertRefused(String marked, String... messages) {
    String document = marked.replace(PROBLEM_MARK, "");
    List<String> expected = new ArrayList<>();
    List<String> places = places(marked);
    assertThat(places).as("marks").hasSameSizeAs(messages);
    for (int i = 0; i < messages.length; i++) {
      expected.add("text:" + places.get(i) + ": " + messages[i]);
    }
    assertThat(problems(document))
        .extracting(Problem::toString)
        .containsExactlyElementsOf(expected);
  }

  /** Returns the places of the marks, as line and column from 1. */
  private static List<String> places(String marked) {
    List<String> places = new ArrayList<>();
    int line = 0;
    for (String text : marked.split("\r\n|\n|\r", -1)) {
      line++;
      int marks = 0;
      for (int at = text.indexOf(PROBLEM_MARK); at >= 0; at = text.indexOf(PROBLEM_MARK, at + 1)) {
        places.add(line + ":" + (at + 1 - marks));
        marks++;
      }
    }
    return places;
  }
}
