package motcua.standalone.personal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** National records that are refused, one or more for each reason, canaries in all of them. */
final class RefusedCanaries {
  /** Limit of the intake that a batch goes to; that of the spool is 16 times as much. */
  static final int RECORD_MAX_BYTES = 1 << 20;

  private static final int MORE_THAN_A_TEXT = 600;
  private static final int MORE_THAN_A_LIST = 2001;
  private static final String MORE_THAN_A_RECORD = "y".repeat(RECORD_MAX_BYTES);

  private final Canaries canaries;
  private final NationalCanaries national;
  private int made;

  RefusedCanaries(Canaries canaries, NationalCanaries national) {
    this.canaries = canaries;
    this.national = national;
  }

  /** Dossiers that are objects, each refused for what one of its kept fields holds. */
  List<ObjectNode> dossiers(String where) {
    List<ObjectNode> refused = new ArrayList<>();
    refused.add(with(where, record -> record.put("MaHoSo", canaries.identity())));
    refused.add(with(where, record -> record.put("MaHoSo", " ")));
    refused.add(with(where, record -> record.put("MaTTHC", canaries.phone())));
    refused.add(with(where, record -> record.put("MaLinhVuc", canaries.mail(where + ".field"))));
    refused.add(with(where, record -> record.put("DonViXuLy", "Bà " + canaries.spacedPhone())));
    refused.add(with(where, record -> record.put("MaDonViTiepNhan", canaries.oldIdentity())));
    String name = canaries.text(where + ".tooLong");
    refused.add(
        with(where, record -> record.put("MaLinhVuc", name + "x".repeat(MORE_THAN_A_TEXT))));
    refused.add(with(where, record -> record.put("DonViXuLy", name + "\u0007")));
    refused.add(with(where, record -> record.put("NgayTiepNhan", canaries.text(where + ".date"))));
    refused.add(with(where, record -> record.put("NgayTiepNhan", "20990101080000")));
    refused.add(with(where, record -> endless(where, record)));
    return refused;
  }

  /** Progress rows, each refused. */
  List<ObjectNode> rows(String where) {
    ObjectNode status = row(where, canaries.text(where + ".status"), "20260820081000");
    ObjectNode time = row(where, "4", canaries.text(where + ".time"));
    ObjectNode noTime = row(where, "4", null);
    return List.of(status, time, noTime);
  }

  /** A batch that breaks in many ways around canaries, and whose end is missing. */
  byte[] broken(String where) {
    String sound = national.dossier(where, "8001").toString();
    String records =
        String.join(
            ",",
            sound.replace("\"MaTTHC\":", "oops "),
            "\"" + canaries.text(where + ".notAnObject") + "\"",
            sound.replace("\"GhiChu\":", "\"GhiChu" + MORE_THAN_A_RECORD + "\":"),
            // Becomes a byte that is no UTF-8.
            sound.replace("\"GhiChu\":\"", "\"GhiChu\":\"\u0001"),
            sound.substring(0, sound.length() / 2));
    byte[] bytes = ("[" + records).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 1 ? (byte) 0xff : bytes[i];
    }
    return bytes;
  }

  private void endless(String where, ObjectNode record) {
    var files = record.putArray("TaiLieuNop");
    String name = canaries.text(where + ".endless");
    for (int i = 0; i < MORE_THAN_A_LIST; i++) {
      files.addObject().put("TenTepDinhKem", name);
    }
  }

  private ObjectNode row(String where, String status, String time) {
    return national.row(where + ".row" + ++made, "8100", status, time);
  }

  private ObjectNode with(String where, Consumer<ObjectNode> spoil) {
    made++;
    ObjectNode record = national.dossier(where + ".refused" + made, Integer.toString(8200 + made));
    spoil.accept(record);
    return record;
  }
}
