package motcua.ingest.mapping;

/** What a text must be before it may enter a topic: storable everywhere and of bounded length. */
public final class Text {
  public static final int MAX_LENGTH = 500;

  private Text() {}

  /** Why {@code text} may not be kept, or null when it may. */
  public static Reason fault(String text) {
    if (text.length() > MAX_LENGTH) {
      return Reason.TEXT_TOO_LONG;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f && !isSound(text, i)) {
        return Reason.TEXT_INVALID;
      }
    }
    return null;
  }

  private static boolean isSound(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return !Character.isISOControl(c);
  }
}
