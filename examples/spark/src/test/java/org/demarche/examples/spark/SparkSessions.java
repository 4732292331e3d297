package org.demarche.examples.spark;

import org.apache.spark.sql.SparkSession;

/** The session of all tests, which ends with their process. */
final class SparkSessions {
  private SparkSessions() {}

  /** Returns the session, whose shuffles have a number of partitions from now on. */
  static SparkSession local(int partitions) {
    SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.adaptive.coalescePartitions.enabled", false)
            .getOrCreate();
    session.conf().set("spark.sql.shuffle.partitions", partitions);
    return session;
  }
}
