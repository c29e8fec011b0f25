package motcua.snapshot;

/** There is no snapshot of this id. */
public final class UnknownSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownSnapshotException(long id) {
    super("no snapshot " + id);
  }
}
