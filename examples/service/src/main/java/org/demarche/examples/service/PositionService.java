package org.demarche.examples.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A web service over one dossier: {@code --dossier=FILE --server.port=8018}. */
@SpringBootApplication
public class PositionService {
  public static void main(String[] args) {
    SpringApplication.run(PositionService.class, args);
  }
}
