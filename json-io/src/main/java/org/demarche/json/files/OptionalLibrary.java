package org.demarche.json.files;

/** Libraries that few programs need, which are therefore not required. */
public enum OptionalLibrary {
  /** Reads workbooks. */
  WORKBOOK_READER(
      "reading a workbook", "fastexcel-reader", "org.dhatim.fastexcel.reader.ReadableWorkbook"),
  /** Writes workbooks. */
  WORKBOOK_WRITER("writing a workbook", "fastexcel", "org.dhatim.fastexcel.Workbook");

  private final String use;
  private final String artifact;
  private final String type;

  OptionalLibrary(String use, String artifact, String type) {
    this.use = use;
    this.artifact = artifact;
    this.type = type;
  }

  /**
   * Requires the library, which may be on the class path or on the module path.
   *
   * @throws IllegalStateException if it is missing
   */
  public void require() {
    Module ours = OptionalLibrary.class.getModule();
    try {
      Class<?> found = Class.forName(type, false, OptionalLibrary.class.getClassLoader());
      ours.addReads(found.getModule()); // a named module does not read the class path by itself
    } catch (ClassNotFoundException missing) {
      String name = artifact.replace('-', '.');
      throw new IllegalStateException(
          "%s needs the library org.dhatim:%s: add it to the class path%s"
              .formatted(
                  use,
                  artifact,
                  ours.isNamed()
                      ? ", or to the module path with --add-modules org.dhatim." + name
                      : ""),
          missing);
    }
  }
}
