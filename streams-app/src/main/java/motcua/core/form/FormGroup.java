package motcua.core.form;

/** The three groups of columns of a printed form, in its order; each begins with its total. */
public enum FormGroup {
  RECEIVED("Số lượng hồ sơ tiếp nhận"),
  FINISHED("Số lượng hồ sơ đã giải quyết"),
  OPEN("Số lượng hồ sơ đang giải quyết");

  private final String heading;

  FormGroup(String heading) {
    this.heading = heading;
  }

  /** The heading over its columns, in Vietnamese. */
  public String heading() {
    return heading;
  }
}
