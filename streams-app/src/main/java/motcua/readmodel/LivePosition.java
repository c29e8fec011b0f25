package motcua.readmodel;

/**
 * How far the read model has come: another position means other figures.
 *
 * @param moved grows with every batch that is written
 * @param told position of the last transition of an alert; -1 before the first
 */
public record LivePosition(long moved, long told) {}
