package org.demarche.json;

import static org.demarche.json.BadDocument.actor;
import static org.demarche.json.BadDocument.badDocument;
import static org.demarche.json.BadDocument.proposition;
import static org.demarche.json.BadDocument.source;
import static org.demarche.json.BadDocument.withValue;
import static org.demarche.json.SampleDossiers.altered;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with values of the wrong type, and with values that their member does not take. */
class BadValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "title": "Still pressing"           | 5               | source KT17: title takes text in quotation marks, got number 5
            "title": "Still pressing"           | -1.5e3          | source KT17: title takes text in quotation marks, got number -1.5e3
            "title": "Still pressing"           | true            | source KT17: title takes text in quotation marks, got true
            "title": "Still pressing"           | false           | source KT17: title takes text in quotation marks, got false
            "title": "Still pressing"           | null            | source KT17: title takes text in quotation marks, got null
            "title": "Still pressing"           | ["a"]           | source KT17: title takes text in quotation marks, got a list
            "title": "Still pressing"           | {"a": [1]}      | source KT17: title takes text in quotation marks, got an object
            "published": "2017-11-24"           | 2017            | source KT17: published takes a date in quotation marks, such as "2017-10-31", got number 2017
            "published": "2017-11-24"           | null            | source KT17: published takes a date in quotation marks, such as "2017-10-31", got null
            "when": "2017-11-22"                | ["2017"]        | occasion talks: when takes a date in quotation marks, such as "2017-10-31", got a list
            "asserted": "2017-11-22"            | 2017.11         | claim KT17-07: asserted takes a date in quotation marks, such as "2017-10-31", got number 2017.11
            "from": "2017-05-10"                | 2017            | actor rok: terms/1/from takes a day in quotation marks, such as "2017-05-10", got number 2017
            "to": "2017-03-10"                  | {}              | actor rok: terms/0/to takes a day in quotation marks, such as "2017-05-10", got an object
            "to": "2017-03-10"                  | null            | actor rok: terms/0/to is null; leave the member out instead
            "kind": "STATE"                     | 1               | actor rok: kind takes one of STATE, ORGAN, ORGANISATION, PERSON, MEDIA, got number 1
            "stance": "FOR"                     | true            | claim KT17-07: stance takes one of FOR, AGAINST, UNCOMMITTED, got true
            "stance": "FOR"                     | null            | claim KT17-07: stance takes one of FOR, AGAINST, UNCOMMITTED, got null
            "stance": "FOR"                     | ["FOR"]         | claim KT17-07: stance takes one of FOR, AGAINST, UNCOMMITTED, got a list
            "start": 4                          | "4"             | claim KT17-07: evidence/0/selector/start takes a whole number, got text "4"
            "start": 4                          | 4.0             | claim KT17-07: evidence/0/selector/start takes a whole number, got number 4.0
            "start": 4                          | 1e3             | claim KT17-07: evidence/0/selector/start takes a whole number, got number 1e3
            "start": 4                          | null            | claim KT17-07: evidence/0/selector/start takes a whole number, got null
            "end": 22                           | 2147483648      | claim KT17-07: evidence/0/selector/end takes a whole number from -2147483648 to 2147483647, got number 2147483648
            "end": 22                           | -2147483649     | claim KT17-07: evidence/0/selector/end takes a whole number from -2147483648 to 2147483647, got number -2147483649
            "participants": ["rok-mofa"]        | "rok-mofa"      | occasion talks: participants takes a list, such as ["rok-mofa"], got text "rok-mofa"
            "participants": ["rok-mofa"]        | {"rok-mofa": 1} | occasion talks: participants takes a list, got an object
            "participants": ["rok-mofa"]        | 7               | occasion talks: participants takes a list, got number 7
            "participants": ["rok-mofa"]        | null            | occasion talks: participants is null; leave the member out instead
            "via": ["rok-mofa"]                 | "rok-mofa"      | claim KT17-07: evidence/0/via takes a list, such as ["rok-mofa"], got text "rok-mofa"
            "selector": {"start": 4, "end": 22} | [4, 22]         | claim KT17-07: evidence/0/selector takes an object, got a list
            "selector": {"start": 4, "end": 22} | "4..22"         | claim KT17-07: evidence/0/selector takes an object, got text "4..22"
            "selector": {"start": 4, "end": 22} | null            | claim KT17-07: evidence/0/selector is null; leave the member out instead
            """)
  void a_member_of_the_valid_document_refuses_a_value_of_the_wrong_type(
      String member, String value, String message) {
    withValue(member, value, message).check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "id": ▸17                          | source at index 0: id takes text in quotation marks, got number 17
            "id": "x", "note": ▸{}             | source x: note takes text in quotation marks, got an object
            "id": "x", "note": ▸null           | source x: note is null; leave the member out instead
            "id": "x", "reliableQuotes": ▸"no" | source x: reliableQuotes takes true or false, got text "no"
            """)
  void a_value_of_the_wrong_type_in_a_source_is_refused(String members, String message) {
    badDocument(source(members), message).check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "named": ▸"true"                                             | actor x: named takes true or false, got text "true"
            "named": ▸0                                                  | actor x: named takes true or false, got number 0
            "named": ▸[]                                                 | actor x: named takes true or false, got a list
            "named": ▸null                                               | actor x: named is null; leave the member out instead
            "terms": [{"head": "y", "from": "2017-05-10", "acting": ▸1}] | actor x: terms/0/acting takes true or false, got number 1
            "terms": ▸{"head": "y"}                                      | actor x: terms takes a list, got an object
            "from": ▸"0000-12-31"                                        | actor x: from: '0000-12-31': the year is not from 0001 to 9999
            "to": ▸"0000-12-31"                                          | actor x: to: '0000-12-31': the year is not from 0001 to 9999
            "members": [{"member": "y", "from": ▸"0000-12-31"}]          | actor x: members/0/from: '0000-12-31': the year is not from 0001 to 9999
            """)
  void a_value_that_an_actor_does_not_take_is_refused(String members, String message) {
    badDocument(actor(members), message).check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            ▸["y", "z"] | proposition x: parts takes an object of ids and stances, such as {"join-us-md": "AGAINST"}, got a list
            ▸"y"        | proposition x: parts takes an object of ids and stances, such as {"join-us-md": "AGAINST"}, got text "y"
            ▸null       | proposition x: parts is null; leave the member out instead
            """)
  void a_value_of_the_wrong_type_in_a_proposition_is_refused(String parts, String message) {
    badDocument(proposition(parts), message).check();
  }

  static Stream<BadDocument> wrongTypes() {
    return Stream.of(
        badDocument(
            "{\"demarche\": 1, \"$schema\": ▸1}",
            "$schema takes text in quotation marks, got number 1"),
        badDocument(
            altered("[\"rok-mofa\"]}", "[\"rok-mofa\", ▸5, \"x\", ▸[[]], ▸null]}"),
            "occasion talks: participants/1 takes text in quotation marks, got number 5",
            "occasion talks: participants/3 takes text in quotation marks, got a list",
            "occasion talks: participants/4 takes text in quotation marks, got null"),
        badDocument(
            actor("\"terms\": [▸\"y\", ▸null]"),
            "actor x: terms/0 takes an object, got text \"y\"",
            "actor x: terms/1 takes an object, got null"),
        badDocument(
            proposition("{\"y\": ▸true, \"un/79\": ▸null}"),
            "proposition x: parts/y takes one of FOR, AGAINST, UNCOMMITTED, got true",
            "proposition x: parts/un~179 takes one of FOR, AGAINST, UNCOMMITTED, got null"),
        badDocument(
            """
            {"demarche": 1, "claims": [▸null, ▸5, ▸"x", ▸[{}], ▸true]}
            """,
            "claim at index 0: a record is an object, got null",
            "claim at index 1: a record is an object, got number 5",
            "claim at index 2: a record is an object, got text \"x\"",
            "claim at index 3: a record is an object, got a list",
            "claim at index 4: a record is an object, got true"),
        badDocument(
            """
            {"demarche": 1, "actors": ▸{"id": "x"}, "occasions": ▸null, "claims": ▸"none"}
            """,
            "actors takes a list of records, got an object",
            "occasions is null; leave the member out instead",
            "claims takes a list of records, got text \"none\""));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void a_value_of_the_wrong_type_is_refused(BadDocument bad) {
    bad.check();
  }

  // Values of the right type

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "published": "2017-11-24" | "24 November"   | source KT17: published: when '24 November': not a date; write 2017-10-31, 2017-10, 2017, [a..b] or [..b] for some day between, a/b, ../b or a/.. for throughout
            "when": "2017-11-22"      | "2017-11-31"    | occasion talks: when: when '2017-11-31': November has 30 days
            "asserted": "2017-11-22"  | "2017-13"       | claim KT17-07: asserted: when '2017-13': month 13 is not between 01 and 12
            "asserted": "2017-11-22"  | "[2017-11-22..]" | claim KT17-07: asserted: when '[2017-11-22..]': has no end; the latest day is always known, if only from the first source, but for a/.., throughout from a on
            "from": "2017-05-10"      | "2017-05"       | actor rok: terms/1/from: '2017-05' is not a day such as 2017-05-10
            "to": "2017-03-10"        | "2017-02-29"    | actor rok: terms/0/to: '2017-02-29' is not a day such as 2017-05-10
            "from": "2017-05-10"      | "0000-05-10"    | actor rok: terms/1/from: '0000-05-10': the year is not from 0001 to 9999
            "to": "2017-03-10"        | "-999-02-28"    | actor rok: terms/0/to: '-999-02-28' is not a day such as 2017-05-10
            "stance": "FOR"           | "for"           | claim KT17-07: stance 'for' is not one of FOR, AGAINST, UNCOMMITTED (did you mean 'FOR'?)
            "stance": "FOR"           | "neutral"       | claim KT17-07: stance 'neutral' is not one of FOR, AGAINST, UNCOMMITTED
            "kind": "STATE"           | "STAT"          | actor rok: kind 'STAT' is not one of STATE, ORGAN, ORGANISATION, PERSON, MEDIA (did you mean 'STATE'?)
            "authority": "MINISTRY"   | ""              | actor rok-mofa: authority '' is not one of NONE, UNSPECIFIED, MINISTRY, HEAD_OFFICE, HEAD
            "mode": "INDIRECT"        | "DIRET"         | claim KT17-07: evidence/0/mode 'DIRET' is not one of DIRECT, PARTIAL, INDIRECT, PRESUPPOSED, NARRATED, IMPUTED, RECORDED (did you mean 'DIRECT'?)
            "force": "REAFFIRM"       | "REAFIRM"       | claim KT17-07: force 'REAFIRM' is not one of ASSERT, REAFFIRM, DENY, STATE_INTENTION, PROMISE, AGREE, REFUSE, THREATEN, URGE, DEMAND, WARN, EXPRESS_CONCERN, HOPE, WELCOME, EXPRESS_DESIRE, DECIDE, VOTE, WITHDRAW, WITHHOLD, NOTE, DECLINE_TO_COMMENT, UNSPECIFIED (did you mean 'REAFFIRM'?)
            """)
  void a_member_of_the_valid_document_refuses_a_value_that_it_does_not_take(
      String member, String value, String message) {
    withValue(member, value, message).check();
  }

  static Stream<BadDocument> badValues() {
    return Stream.of(
        badDocument(
            source("\"id\": \"x\", \"basis\": ▸\"GUESSED\""),
            "source x: basis 'GUESSED' is not one of STATED, RESOLVED, INFERRED"),
        badDocument(
            altered("\"parts\": {", "\"parts\": {\"x\": ▸\"Against\","),
            "proposition three-nos: parts/x 'Against' is not one of FOR, AGAINST, UNCOMMITTED (did you"
                + " mean 'AGAINST'?)"),
        badDocument(
            altered("\"selector\": {", "\"selector\": ▸{").replace("\"end\": 22", "\"end\": 4"),
            "claim KT17-07: evidence/0/selector: selector 4..4: the start must be 0 or more, the end greater than the"
                + " start"),
        badDocument(
            altered("[\"rok-mofa\"]}", "[\"rok-mofa\", \"moon\",\n ▸\"rok-mofa\", ▸\"rok-mofa\"]}"),
            "occasion talks: participants/2: duplicate 'rok-mofa' in the list",
            "occasion talks: participants/3: duplicate 'rok-mofa' in the list"));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void a_value_that_its_member_does_not_take_is_refused(BadDocument bad) {
    bad.check();
  }
}
