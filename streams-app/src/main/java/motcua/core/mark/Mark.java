package motcua.core.mark;

import java.util.Objects;

/**
 * An integrity signal on a dossier, kept as data (ledger.md 6, national-payload.md 6).
 *
 * @param unit unit code it concerns; null when the dossier has none yet
 * @param detail what exactly; empty or a code, field name or date; never personal data
 */
public record Mark(MarkCode code, String unit, String detail) {
  public Mark {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }
}
