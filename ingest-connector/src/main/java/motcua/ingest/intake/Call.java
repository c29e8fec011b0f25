package motcua.ingest.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of the national sync service under all the names senders have for them (national-payload.md
 * 1).
 */
enum Call {
  /** Asks for a session. */
  LOGIN("", Set.of("login", "dangnhap", "token")),
  /** Dossiers, new or changed. */
  DOSSIERS("DongBoHoSoMC", Set.of("dongbohosomc", "create", "update")),
  /** Rows of progress. */
  PROGRESS(
      "CapNhatTienDoHoSoMC",
      Set.of("capnhattiendohosomc", "capnhatientrinh", "capnhattientrinh", "progress")),
  /** The status of a dossier (third generation); its fields tell what it is. */
  STATUS("CapNhatTrangThai", Set.of("capnhattrangthai"));

  private final String payloadName;
  private final Set<String> names;

  Call(String payloadName, Set<String> names) {
    this.payloadName = payloadName;
    this.names = names;
  }

  /** The name on an envelope. */
  String payloadName() {
    return payloadName;
  }

  /** The call of a service's name, or of the last part of an address; letter case is ignored. */
  static Optional<Call> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(call -> call.names.contains(wanted)).findFirst();
  }

  /** The call an address names in its last part. */
  static Optional<Call> ofPath(String path) {
    String bare = path.replaceAll("/+$", "");
    return named(bare.substring(bare.lastIndexOf('/') + 1));
  }
}
