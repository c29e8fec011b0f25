package motcua.notify;

/** What became of an attempt to send. Reasons are kept in the outbox and never logged. */
public sealed interface Outcome {
  /** The channel has taken the message over. */
  record Sent() implements Outcome {}

  /** Not now: the fault may pass. */
  record Later(String reason) implements Outcome {}

  /** Never: the same message would be refused again. */
  record Refused(String reason) implements Outcome {}
}
