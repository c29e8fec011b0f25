package motcua.ingest.source;

/** How a writer says that a file in the spool folder is complete. */
public enum ClosedBy {
  /**
   * The file got its final name by an atomic rename. Names that start with a dot or end in .part,
   * .tmp or .writing are not final; a file younger than two seconds is left until a second look
   * finds size and time unchanged.
   */
  RENAME,
  /** An empty file {@code NAME.ready} lies beside the file {@code NAME}. */
  READY_MARKER
}
