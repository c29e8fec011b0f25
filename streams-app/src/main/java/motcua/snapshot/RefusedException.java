package motcua.snapshot;

import java.util.Objects;
import motcua.core.snapshot.Refusal;

/** Something is not published; nothing was kept but that it was refused. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.name());
    this.refusal = Objects.requireNonNull(refusal, "refusal");
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
