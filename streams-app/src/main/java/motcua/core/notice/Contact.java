package motcua.core.notice;

import java.util.Objects;
import motcua.core.unit.Validity;

/** Where a unit's head is reached beside e-mail, during one validity. */
public record Contact(String unit, Addressee addressee, Validity validity) {
  public Contact {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(addressee, "addressee");
    Objects.requireNonNull(validity, "validity");
  }
}
