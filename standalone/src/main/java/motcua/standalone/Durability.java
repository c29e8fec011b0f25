package motcua.standalone;

/** What the database owes its data folder. */
public enum Durability {
  /** The folder is kept and opened again: every commit is on disk. */
  KEPT,
  /** The folder is deleted at the end: nothing is forced to disk. */
  SCRATCH
}
