package motcua.readmodel;

/** How the rows of a report are split below the unit. */
public enum Breakdown {
  NONE,
  FIELD,
  PROCEDURE
}
