package motcua.readmodel;

/** Where an alert stands. */
public enum AlertPhase {
  /** It holds and nobody takes care of it. */
  RAISED,
  /** It holds and somebody takes care of it. */
  ACKNOWLEDGED,
  /** It holds, and its sources are silent: it neither worsens nor ends. */
  FROZEN,
  /** It is over. */
  CLEARED
}
