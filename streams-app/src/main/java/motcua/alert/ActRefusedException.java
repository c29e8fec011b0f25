package motcua.alert;

import java.util.Objects;

/** An act was refused, and nothing was kept of it. */
public final class ActRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Refusal {
    /** The alert is over. */
    OVER,
    /** Only an alert of a unit's late rate is taken care of. */
    OF_OTHER_KIND,
    /** There is no acknowledgement to take back. */
    NOT_ACKNOWLEDGED
  }

  private final Refusal refusal;

  ActRefusedException(Refusal refusal) {
    super(refusal.name());
    this.refusal = Objects.requireNonNull(refusal, "refusal");
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
