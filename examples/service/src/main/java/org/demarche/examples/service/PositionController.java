package org.demarche.examples.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.json.Answers;
import org.demarche.json.Dossiers;
import org.demarche.model.*;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Answers questions about the latest Tracker, and adds claims to it. */
@RestController
class PositionController {
  private static final int LONGEST_CLAIM = 100_000;

  private final AtomicReference<Tracker> latest;

  private final JsonMapper mapper;

  PositionController(@Value("${dossier}") String file, JsonMapper mapper) {
    this.mapper = mapper;
    latest = new AtomicReference<>(Tracker.of(Dossiers.read(Path.of(file))));
  }

  @GetMapping("/position/{party}/{proposition}")
  Answer position(
      @PathVariable String party, @PathVariable String proposition, Optional<String> asOf) {
    return latest(asOf).position(party, proposition);
  }

  @GetMapping("/comparison/{first}/{second}")
  Answer comparison(
      @PathVariable String first, @PathVariable String second, Optional<String> asOf) {
    return latest(asOf).compare(first, second);
  }

  private Tracker latest(Optional<String> asOf) {
    Tracker tracker = latest.get();
    return asOf.map(tracker::asOf).orElse(tracker);
  }

  @GetMapping("/history/{party}/{proposition}")
  Answer history(@PathVariable String party, @PathVariable String proposition) {
    return latest.get().history(party, proposition);
  }

  @GetMapping(path = "/matrix.csv", produces = "text/csv;charset=UTF-8")
  String matrix(
      @RequestParam String[] party, @RequestParam String[] on, @RequestParam String[] at) {
    return Answers.csv(latest.get().matrix(party).on(on).at(at));
  }

  /** Adds a claim, and returns the alerts: what has changed since the claim before it. */
  @PostMapping(path = "/claims", consumes = "application/json")
  @ResponseStatus(HttpStatus.CREATED)
  Answer add(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST_CLAIM + 1);
    if (bytes.length > LONGEST_CLAIM) {
      throw new ResponseStatusException(
          HttpStatus.CONTENT_TOO_LARGE, "a claim has at most " + LONGEST_CLAIM + " bytes");
    }
    String json = new String(bytes, StandardCharsets.UTF_8);
    List<Problem> problems = Dossiers.check(json, Claim.class, latest.get().dossier());
    if (!problems.stream().allMatch(Problem::isWarning)) {
      throw new InvalidDossierException(problems);
    }
    Claim claim = mapper.readValue(json, Claim.class);
    for (Tracker before = latest.get(); ; before = latest.get()) {
      Tracker after = before.plus(claim);
      if (latest.compareAndSet(before, after)) {
        return after.changesSince(before);
      }
    }
  }
}
