package motcua.schemas.registry;

/** The schema registry gives no answer; worth a retry. */
public final class RegistrySilentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RegistrySilentException(String message, Throwable cause) {
    super(message, cause);
  }
}
