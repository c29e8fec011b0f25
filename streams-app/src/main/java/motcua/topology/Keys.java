package motcua.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import motcua.core.dossier.DossierKey;

/**
 * Keys of the topics: plain UTF-8, never framed by a registry, so that no schema change moves a
 * partition.
 */
public final class Keys {
  private static final char SEPARATOR = '\u001f';
  private static final byte[] TICK = {0};
  private static final byte[] NOBODY = {};

  private Keys() {}

  /** Key of a dossier, and of the home of an event id, in the event log: source, U+001F, id. */
  public static byte[] entity(String source, String id) {
    return (source + SEPARATOR + id).getBytes(UTF_8);
  }

  /** Key of a dossier. */
  public static byte[] dossier(DossierKey key) {
    return entity(key.source(), key.dossierId());
  }

  /** The dossier (or home) behind a key; null when the key is not of this form. */
  public static DossierKey dossier(byte[] key) {
    if (key == null) {
      return null;
    }
    String text = new String(key, UTF_8);
    int at = text.indexOf(SEPARATOR);
    return at <= 0 || at == text.length() - 1
        ? null
        : new DossierKey(text.substring(0, at), text.substring(at + 1));
  }

  /** Key of a unit; of no unit when null. */
  public static byte[] unit(String unit) {
    return unit == null ? NOBODY.clone() : unit.getBytes(UTF_8);
  }

  /** Key of a clock tick among the postings. */
  public static byte[] tick() {
    return TICK.clone();
  }

  /** Whether a key is {@link #tick()}. */
  public static boolean isTick(byte[] key) {
    return key != null && key.length > 0 && key[0] == 0;
  }

  /** Key of a mail to the own task, to land in a partition of the mail topic. */
  public static byte[] goOn(int partition) {
    return new byte[] {0, (byte) partition};
  }

  /** The partition a {@link #goOn} key names. */
  static int goOnPartition(byte[] key) {
    return key[1] & 0xff;
  }

  /**
   * Where all dossiers that use one event id meet: the dossier the id begins with ({@code
   * <dossierId>:...}), else an entity of its own. An id that names its dossier so costs no extra
   * hop.
   */
  public static String home(String eventId) {
    int colon = eventId.indexOf(':');
    return colon > 0 ? eventId.substring(0, colon) : eventId;
  }
}
