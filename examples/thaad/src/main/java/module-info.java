/** Demarche on the THAAD dossier, over exported packages only. */
module org.demarche.examples.thaad {
  requires org.demarche.json;
}
