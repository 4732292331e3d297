package org.demarche.json;

import static org.demarche.json.BadDocument.actor;
import static org.demarche.json.BadDocument.proposition;
import static org.demarche.json.BadDocument.says;
import static org.demarche.json.BadDocument.source;
import static org.demarche.json.BadDocument.type;
import static org.demarche.json.SampleDossiers.bent;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with values of the wrong type, and with values that their member does not take. */
class BadValuesTest {
  static Stream<BadDocument> wrongTypes() {
    String title = "source KT17: title takes text in quotation marks, got ";
    String date = " takes a date in quotation marks, such as \"2017-10-31\", got ";
    String day = " takes a day in quotation marks, such as \"2017-05-10\", got ";
    String stance = "claim KT17-07: stance takes one of FOR, AGAINST, UNCOMMITTED, got ";
    String start = "claim KT17-07: evidence/0/selector/start takes a whole number, got ";
    String bound =
        "claim KT17-07: evidence/0/selector/end takes a whole number from -2147483648 to"
            + " 2147483647, got number ";
    String participants = "occasion talks: participants takes a list, got ";
    String selector = "claim KT17-07: evidence/0/selector takes an object, got ";
    String stances =
        "proposition x: parts takes an object of ids and stances, such as"
            + " {\"join-us-md\": \"AGAINST\"}, got ";
    return Stream.of(
        // text
        type("\"title\": \"Still pressing\"", "5", title + "number 5"),
        type("\"title\": \"Still pressing\"", "-1.5e3", title + "number -1.5e3"),
        type("\"title\": \"Still pressing\"", "true", title + "true"),
        type("\"title\": \"Still pressing\"", "false", title + "false"),
        type("\"title\": \"Still pressing\"", "null", title + "null"),
        type("\"title\": \"Still pressing\"", "[\"a\"]", title + "a list"),
        type("\"title\": \"Still pressing\"", "{\"a\": [1]}", title + "an object"),
        says(
            source("\"id\": ▸17"),
            "source at index 0: id takes text in quotation marks, got number 17"),
        says(
            source("\"id\": \"x\", \"note\": ▸{}"),
            "source x: note takes text in quotation marks, got an object"),
        says(
            source("\"id\": \"x\", \"note\": ▸null"),
            "source x: note is null; leave the member out instead"),
        says(
            "{\"demarche\": 1, \"$schema\": ▸1}",
            "$schema takes text in quotation marks, got number 1"),
        // dates and days
        type(
            "\"published\": \"2017-11-24\"",
            "2017",
            "source KT17: published" + date + "number 2017"),
        type("\"published\": \"2017-11-24\"", "null", "source KT17: published" + date + "null"),
        type("\"when\": \"2017-11-22\"", "[\"2017\"]", "occasion talks: when" + date + "a list"),
        type(
            "\"asserted\": \"2017-11-22\"",
            "2017.11",
            "claim KT17-07: asserted" + date + "number 2017.11"),
        type("\"from\": \"2017-05-10\"", "2017", "actor rok: terms/1/from" + day + "number 2017"),
        type("\"to\": \"2017-03-10\"", "{}", "actor rok: terms/0/to" + day + "an object"),
        type(
            "\"to\": \"2017-03-10\"",
            "null",
            "actor rok: terms/0/to is null; leave the member out instead"),
        // true or false
        says(
            actor("\"named\": ▸\"true\""), "actor x: named takes true or false, got text \"true\""),
        says(actor("\"named\": ▸0"), "actor x: named takes true or false, got number 0"),
        says(actor("\"named\": ▸[]"), "actor x: named takes true or false, got a list"),
        says(actor("\"named\": ▸null"), "actor x: named is null; leave the member out instead"),
        says(
            actor("\"terms\": [{\"head\": \"y\", \"from\": \"2017-05-10\", \"acting\": ▸1}]"),
            "actor x: terms/0/acting takes true or false, got number 1"),
        says(
            source("\"id\": \"x\", \"reliableQuotes\": ▸\"no\""),
            "source x: reliableQuotes takes true or false, got text \"no\""),
        // constants
        type(
            "\"kind\": \"STATE\"",
            "1",
            "actor rok: kind takes one of STATE, ORGAN, PERSON, MEDIA, got number 1"),
        type("\"stance\": \"FOR\"", "true", stance + "true"),
        type("\"stance\": \"FOR\"", "null", stance + "null"),
        type("\"stance\": \"FOR\"", "[\"FOR\"]", stance + "a list"),
        // whole numbers
        type("\"start\": 4", "\"4\"", start + "text \"4\""),
        type("\"start\": 4", "4.0", start + "number 4.0"),
        type("\"start\": 4", "1e3", start + "number 1e3"),
        type("\"start\": 4", "null", start + "null"),
        type("\"end\": 22", "2147483648", bound + "2147483648"),
        type("\"end\": 22", "-2147483649", bound + "-2147483649"),
        // lists of ids
        type(
            "\"participants\": [\"rok-mofa\"]",
            "\"rok-mofa\"",
            "occasion talks: participants takes a list, such as [\"rok-mofa\"], got text \"rok-mofa\""),
        type("\"participants\": [\"rok-mofa\"]", "{\"rok-mofa\": 1}", participants + "an object"),
        type("\"participants\": [\"rok-mofa\"]", "7", participants + "number 7"),
        type(
            "\"participants\": [\"rok-mofa\"]",
            "null",
            "occasion talks: participants is null; leave the member out instead"),
        type(
            "\"via\": [\"rok-mofa\"]",
            "\"rok-mofa\"",
            "claim KT17-07: evidence/0/via takes a list, such as [\"rok-mofa\"], got text \"rok-mofa\""),
        says(
            bent("[\"rok-mofa\"]}", "[\"rok-mofa\", ▸5, \"x\", ▸[[]], ▸null]}"),
            "occasion talks: participants/1 takes text in quotation marks, got number 5",
            "occasion talks: participants/3 takes text in quotation marks, got a list",
            "occasion talks: participants/4 takes text in quotation marks, got null"),
        // objects, and lists of them
        says(actor("\"terms\": ▸{\"head\": \"y\"}"), "actor x: terms takes a list, got an object"),
        says(
            actor("\"terms\": [▸\"y\", ▸null]"),
            "actor x: terms/0 takes an object, got text \"y\"",
            "actor x: terms/1 takes an object, got null"),
        type("\"selector\": {\"start\": 4, \"end\": 22}", "[4, 22]", selector + "a list"),
        type("\"selector\": {\"start\": 4, \"end\": 22}", "\"4..22\"", selector + "text \"4..22\""),
        type(
            "\"selector\": {\"start\": 4, \"end\": 22}",
            "null",
            "claim KT17-07: evidence/0/selector is null; leave the member out instead"),
        says(proposition("▸[\"y\", \"z\"]"), stances + "a list"),
        says(proposition("▸\"y\""), stances + "text \"y\""),
        says(proposition("▸null"), "proposition x: parts is null; leave the member out instead"),
        says(
            proposition("{\"y\": ▸true, \"un/79\": ▸null}"),
            "proposition x: parts/y takes one of FOR, AGAINST, UNCOMMITTED, got true",
            "proposition x: parts/un~179 takes one of FOR, AGAINST, UNCOMMITTED, got null"),
        // records, and lists of them
        says(
            "{\"demarche\": 1, \"claims\": [▸null, ▸5, ▸\"x\", ▸[{}], ▸true]}",
            "claim at index 0: a record is an object, got null",
            "claim at index 1: a record is an object, got number 5",
            "claim at index 2: a record is an object, got text \"x\"",
            "claim at index 3: a record is an object, got a list",
            "claim at index 4: a record is an object, got true"),
        says(
            "{\"demarche\": 1, \"actors\": ▸{\"id\": \"x\"}, \"occasions\": ▸null, \"claims\": ▸\"none\"}",
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

  static Stream<BadDocument> badValues() {
    String forms =
        " not a date; write 2017-10-31, 2017-10, 2017, [a..b] or [..b] for some day between,"
            + " a/b or ../b for throughout";
    return Stream.of(
        type(
            "\"published\": \"2017-11-24\"",
            "\"24 November\"",
            "source KT17: published: when '24 November':" + forms),
        type(
            "\"when\": \"2017-11-22\"",
            "\"2017-11-31\"",
            "occasion talks: when: when '2017-11-31': November has 30 days"),
        type(
            "\"asserted\": \"2017-11-22\"",
            "\"2017-13\"",
            "claim KT17-07: asserted: when '2017-13': month 13 is not between 01 and 12"),
        type(
            "\"asserted\": \"2017-11-22\"",
            "\"2017-11-22/..\"",
            "claim KT17-07: asserted: when '2017-11-22/..': has no end; the latest day is always known,"
                + " if only from the first source"),
        type(
            "\"from\": \"2017-05-10\"",
            "\"2017-05\"",
            "actor rok: terms/1/from: '2017-05' is not a day such as 2017-05-10"),
        type(
            "\"to\": \"2017-03-10\"",
            "\"2017-02-29\"",
            "actor rok: terms/0/to: '2017-02-29' is not a day such as 2017-05-10"),
        type(
            "\"stance\": \"FOR\"",
            "\"for\"",
            "claim KT17-07: stance 'for' is not one of FOR, AGAINST, UNCOMMITTED (did you mean 'FOR'?)"),
        type(
            "\"stance\": \"FOR\"",
            "\"neutral\"",
            "claim KT17-07: stance 'neutral' is not one of FOR, AGAINST, UNCOMMITTED"),
        type(
            "\"kind\": \"STATE\"",
            "\"STAT\"",
            "actor rok: kind 'STAT' is not one of STATE, ORGAN, PERSON, MEDIA (did you mean 'STATE'?)"),
        type(
            "\"authority\": \"MINISTRY\"",
            "\"\"",
            "actor rok-mofa: authority '' is not one of UNSPECIFIED, MINISTRY, HEAD_OFFICE, HEAD"),
        type(
            "\"mode\": \"INDIRECT\"",
            "\"DIRET\"",
            "claim KT17-07: evidence/0/mode 'DIRET' is not one of DIRECT, PARTIAL, INDIRECT,"
                + " PRESUPPOSED, NARRATED, IMPUTED, RECORDED (did you mean 'DIRECT'?)"),
        type(
            "\"force\": \"REAFFIRM\"",
            "\"REAFIRM\"",
            "claim KT17-07: force 'REAFIRM' is not one of ASSERT, REAFFIRM, DENY, STATE_INTENTION,"
                + " PROMISE, AGREE, REFUSE, THREATEN, URGE, DEMAND, WARN, EXPRESS_CONCERN, HOPE,"
                + " WELCOME, EXPRESS_DESIRE, DECIDE, VOTE, WITHHOLD, NOTE, DECLINE_TO_COMMENT,"
                + " UNSPECIFIED (did you mean 'REAFFIRM'?)"),
        says(
            source("\"id\": \"x\", \"basis\": ▸\"GUESSED\""),
            "source x: basis 'GUESSED' is not one of STATED, RESOLVED, INFERRED"),
        says(
            bent("\"parts\": {", "\"parts\": {\"x\": ▸\"Against\","),
            "proposition three-nos: parts/x 'Against' is not one of FOR, AGAINST, UNCOMMITTED (did you"
                + " mean 'AGAINST'?)"),
        says(
            bent("\"selector\": {", "\"selector\": ▸{").replace("\"end\": 22", "\"end\": 4"),
            "claim KT17-07: evidence/0/selector: selector 4..4: the start must be 0 or more, the end greater than the"
                + " start"),
        says(
            bent("[\"rok-mofa\"]}", "[\"rok-mofa\", \"moon\",\n ▸\"rok-mofa\", ▸\"rok-mofa\"]}"),
            "occasion talks: participants/2: duplicate 'rok-mofa' in the list",
            "occasion talks: participants/3: duplicate 'rok-mofa' in the list"));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void a_value_that_its_member_does_not_take_is_refused(BadDocument bad) {
    bad.check();
  }
}
