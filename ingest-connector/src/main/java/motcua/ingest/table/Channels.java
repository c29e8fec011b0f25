package motcua.ingest.table;

import motcua.ingest.mapping.EventContent;

/** Channels by name and by national code (national-payload.md 2, KenhThucHien). */
final class Channels {
  private Channels() {}

  /** The name of a national code; any other text as it is. */
  static String name(String text) {
    return switch (text) {
      case null -> null;
      case "1" -> "DIRECT";
      case "2" -> "ONLINE";
      case "3" -> "POSTAL";
      default -> text;
    };
  }

  /** The national code of a name or a code; null when it is neither. */
  static String code(String text) {
    String name = name(text);
    if (name == null || !EventContent.isChannel(name)) {
      return null;
    }
    return switch (name) {
      case "DIRECT" -> "1";
      case "ONLINE" -> "2";
      default -> "3";
    };
  }
}
