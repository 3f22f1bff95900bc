package io.airouter.cluster;

/** How this node hears of the others' changes; answered from memory. */
public interface ChangeFeed {
  Standing standing();

  /**
   * How that goes.
   *
   * @param listening whether the database tells of changes now
   * @param version of the newest change that was followed
   * @param followed changes of other nodes since the start
   * @param interruptions how often the connection was lost
   * @param failures how often a subject could not be read; it is tried again
   */
  record Standing(
      boolean listening, long version, long followed, long interruptions, long failures) {}
}
