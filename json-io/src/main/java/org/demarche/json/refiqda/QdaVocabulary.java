package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;

/** The names of REFI-QDA 1.5, and what becomes of each. */
final class QdaVocabulary {
  static final String ROOT = "Project";
  static final String NAMESPACE = "urn:QDA-XML:project:1.0";

  /**
   * Things that are not in the table.
   *
   * @param what their name in the plural
   * @param why the reason
   */
  record Left(String what, String why) {}

  /** The elements that are read, by the element in which they are read. */
  static final ImmutableSetMultimap<String, String> READ =
      ImmutableSetMultimap.<String, String>builder()
          .putAll("Project", "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes")
          .put("Users", "User")
          .put("CodeBook", "Codes")
          .put("Codes", "Code")
          .putAll("Code", "Code", "Description")
          .put("Variables", "Variable")
          .put("Cases", "Case")
          .putAll("Case", "VariableValue", "SourceRef", "SelectionRef")
          .putAll(
              "VariableValue",
              "VariableRef",
              "TextValue",
              "BooleanValue",
              "IntegerValue",
              "FloatValue",
              "DateValue",
              "DateTimeValue")
          .putAll("Sources", "TextSource", "PDFSource", "AudioSource", "VideoSource")
          .putAll("TextSource", "PlainTextContent", "PlainTextSelection", "Coding", "VariableValue")
          .putAll("PDFSource", "Representation", "Coding", "VariableValue")
          .putAll("Representation", "PlainTextContent", "PlainTextSelection", "Coding")
          .put("AudioSource", "Transcript")
          .put("VideoSource", "Transcript")
          .putAll("Transcript", "PlainTextContent", "SyncPoint", "TranscriptSelection")
          .putAll("PlainTextSelection", "Description", "Coding", "NoteRef")
          .putAll("TranscriptSelection", "Description", "Coding", "NoteRef")
          .putAll("Coding", "CodeRef", "NoteRef")
          .put("Notes", "Note")
          .putAll("Note", "PlainTextContent", "Description")
          .build();

  private static final String NO_TEXT = "they have no place in the text of a document";

  /** The elements that are counted wherever they are not read, or not read in another. */
  static final ImmutableMap<String, Left> LEFT =
      ImmutableMap.<String, Left>builder()
          .put("PictureSource", new Left("pictures", "a picture has no text to quote"))
          .put("AudioSource", new Left("sound recordings", "only their transcripts are read"))
          .put("VideoSource", new Left("video recordings", "only their transcripts are read"))
          .put("PDFSource", new Left("PDF files", "only their text is read"))
          .put("PictureSelection", new Left("regions of pictures", NO_TEXT))
          .put("PDFSelection", new Left("regions of PDF pages", NO_TEXT))
          .put("AudioSelection", new Left("passages of sound recordings", NO_TEXT))
          .put("VideoSelection", new Left("passages of video recordings", NO_TEXT))
          .put("Coding", new Left("codings of something other than text", NO_TEXT))
          .put("PlainTextSelection", new Left("selections outside of a document", NO_TEXT))
          .put("TranscriptSelection", new Left("selections outside of a transcript", NO_TEXT))
          .put("TextDescription", new Left("descriptions of pictures as text", NO_TEXT))
          .put("Representation", new Left("texts of regions of PDF pages", NO_TEXT))
          .put("Link", new Left("links", "the table has no links between things"))
          .put("Graph", new Left("graphs", "the table has no drawings"))
          .put("Vertex", new Left("points of graphs", "the table has no drawings"))
          .put("Edge", new Left("lines of graphs", "the table has no drawings"))
          .put("Set", new Left("sets", "the table has no groups of codes, documents or notes"))
          .put(
              "Description",
              new Left(
                  "descriptions of something other than a passage or a code",
                  "the table has no column for them"))
          .put(
              "NoteRef",
              new Left(
                  "attachments of notes to something other than a passage", "they code nothing"))
          .put(
              "Case/CodeRef",
              new Left(
                  "references of cases to codes",
                  "the table has only the cases of documents and passages"))
          .put(
              "VariableValue",
              new Left(
                  "values of variables of something other than a document or a case",
                  "they describe no passage"))
          .build();

  /** The elements that are only parts of others, which are counted in their place. */
  static final ImmutableSet<String> PARTS =
      ImmutableSet.of(
          "Links",
          "Sets",
          "Graphs",
          "MemberCode",
          "MemberSource",
          "MemberNote",
          "SourceRef",
          "SelectionRef",
          "VariableRef",
          "TextValue",
          "BooleanValue",
          "IntegerValue",
          "FloatValue",
          "DateValue",
          "DateTimeValue",
          "PlainTextContent",
          "SyncPoint",
          "CodeRef");

  /** The elements that hold text. */
  static final ImmutableSet<String> TEXTS =
      ImmutableSet.of(
          "Description",
          "PlainTextContent",
          "TextValue",
          "BooleanValue",
          "IntegerValue",
          "FloatValue",
          "DateValue",
          "DateTimeValue");

  /** The attributes that are read, or are counted with their element. */
  static final ImmutableSet<String> ATTRIBUTES =
      ImmutableSet.of(
          "guid",
          "name",
          "id",
          "targetGUID",
          "plainTextPath",
          "path",
          "currentPath",
          "startPosition",
          "endPosition",
          "fromSyncPoint",
          "toSyncPoint",
          "position",
          "creatingUser");

  private static final Left HISTORY =
      new Left(
          "dates and users of creations and changes", "the table has only who coded a passage");
  private static final Left PROJECT =
      new Left("details of the project as a whole", "they belong to no passage");

  /** The attributes that are counted. */
  static final ImmutableMap<String, Left> LEFT_ATTRIBUTES =
      ImmutableMap.<String, Left>builder()
          .put("color", new Left("colours of codes", "the table has no colours"))
          .put(
              "richTextPath",
              new Left("formatted versions of texts", "positions refer to the plain text"))
          .put(
              "timeStamp",
              new Left("times of transcripts", "the table has places in the text only"))
          .put(
              "isCodable",
              new Left(
                  "marks whether a code only groups others", "the path of a code shows groups"))
          .put(
              "typeOfVariable", new Left("types of variables", "all values are texts in the table"))
          .put("creationDateTime", HISTORY)
          .put("modifyingUser", HISTORY)
          .put("modifiedDateTime", HISTORY)
          .put("creatingUserGUID", HISTORY)
          .put("modifyingUserGUID", HISTORY)
          .put("origin", PROJECT)
          .put("basePath", PROJECT)
          .buildOrThrow();

  private QdaVocabulary() {}
}
