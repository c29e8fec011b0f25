package motcua.snapshot;

import java.time.LocalDate;
import java.util.Objects;
import motcua.core.form.FormPreset;
import motcua.readmodel.SnapshotSubject;

/**
 * What somebody wants to be drawn.
 *
 * @param cut null: the last closed day
 * @param form preset it is to be printed with
 * @param author who wants it
 */
public record Order(SnapshotSubject subject, LocalDate cut, FormPreset form, String author) {
  public Order {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(author, "author");
  }
}
