package org.demarche.json.fuzz;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.demarche.json.Codings;
import org.demarche.json.QdpxSample;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/**
 * Reads a project of REFI-QDA: an altered one, packed soundly, one whose packing is altered, or any
 * bytes in place of one. It is refused, or gives a table.
 */
public final class QdaTarget {
  private static final Dossier DOSSIER = SampleDossiers.completeDossier();
  private static final String TEXT = "We \uD83D\uDE00 support tariffs.\nNot now.";
  private static final String PROJECT =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Project name="Made up" xmlns="urn:QDA-XML:project:1.0">
      <Users><User guid="a0000000-0000-0000-0000-000000000001" name="Ana"/></Users>
      <CodeBook><Codes><Code guid="c1" name="Trade" isCodable="false">
        <Code guid="c2" name="Tariffs" isCodable="true"><Description>Duties</Description></Code>
      </Code></Codes></CodeBook>
      <Variables><Variable guid="v1" name="Age" typeOfVariable="Integer"/></Variables>
      <Cases><Case guid="k1" name="One"><VariableValue><VariableRef targetGUID="v1"/>
        <IntegerValue>41</IntegerValue></VariableValue><SourceRef targetGUID="d1"/></Case></Cases>
      <Sources>
        <TextSource guid="d1" name="Interview 1" plainTextPath="internal://d1.txt">
          <PlainTextSelection guid="s1" name="support tar..." startPosition="5" endPosition="20"
              creatingUser="a0000000-0000-0000-0000-000000000001">
            <Description>firm</Description>
            <Coding guid="e1" creatingUser="a0000000-0000-0000-0000-000000000001">
              <CodeRef targetGUID="c2"/></Coding></PlainTextSelection>
          <VariableValue><VariableRef targetGUID="v1"/><IntegerValue>7</IntegerValue></VariableValue>
        </TextSource>
        <TextSource guid="d2" name="Inline"><PlainTextContent>Short text.</PlainTextContent>
          <PlainTextSelection guid="s2" name="Short" startPosition="0" endPosition="5"/></TextSource>
        <PDFSource guid="d3" name="P" path="internal://p.pdf"><Representation guid="r" name="P"
          plainTextPath="internal://d1.txt"><PlainTextSelection guid="s3" name="We"
          startPosition="0" endPosition="2"><Coding guid="e3"><CodeRef targetGUID="c1"/></Coding>
          </PlainTextSelection></Representation></PDFSource>
        <AudioSource guid="d4" name="A" path="relative://a.mp3"><Transcript guid="t" name="T"
          plainTextPath="internal://d1.txt"><TranscriptSelection guid="s4" name="Not"
          fromSyncPoint="y1" toSyncPoint="y1"/><SyncPoint guid="y1" timeStamp="0" position="3"/>
          </Transcript></AudioSource>
      </Sources>
      <Notes><Note guid="n1" name="N"><PlainTextContent>A note</PlainTextContent></Note></Notes>
      <Links><Link guid="l1" name="L" direction="OneWay" originGUID="d1" targetGUID="n1"/></Links>
      </Project>
      """;
  private static final Alterations ALTERATIONS = Alterations.ofXml(PROJECT);
  private static final Scratch SCRATCH = Scratch.create();
  private static final ByteEdits PACKED =
      ByteEdits.of(
          QdpxSample.ofXml(PROJECT)
              .with("sources/d1.txt", TEXT.getBytes(StandardCharsets.UTF_8))
              .write(SCRATCH.file("sample.qdpx")));

  private QdaTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Path file =
        Alterations.areIn(input)
            ? QdpxSample.empty()
                .with("project.qde", ALTERATIONS.apply(input))
                .with("sources/d1.txt", TEXT.getBytes(StandardCharsets.UTF_8))
                .write(SCRATCH.file("fuzzed.qdpx"))
            : SCRATCH.write("fuzzed.qdpx", PACKED.apply(input));
    try {
      CodingsChecks.check(Codings.refiQda(file), DOSSIER, SCRATCH);
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
    } catch (UncheckedIOException unreadable) {
      Printed.requireMessage(unreadable);
    }
  }
}
