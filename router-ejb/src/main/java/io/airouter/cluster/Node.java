package io.airouter.cluster;

/**
 * One running router of those that share a database.
 *
 * @param id drawn at each start, so that a node never takes an earlier life's changes for its own
 * @param name for people; two nodes may bear the same
 */
public record Node(String id, String name) {
  /** For stores that are used without others beside them. */
  public static final Node ALONE = new Node("alone", "alone");

  public Node {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a node has an id and a name");
    }
  }
}
