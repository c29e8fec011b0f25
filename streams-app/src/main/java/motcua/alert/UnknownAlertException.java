package motcua.alert;

/** There is no such alert. */
public final class UnknownAlertException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String alert;

  public UnknownAlertException(String alert) {
    super("no alert " + alert);
    this.alert = alert;
  }

  /** What was asked for. */
  public String alert() {
    return alert;
  }
}
