package motcua.readmodel;

/** A record with its place in its topic: the version that guards its row. */
public record Sourced<T>(T value, int partition, long offset) {}
