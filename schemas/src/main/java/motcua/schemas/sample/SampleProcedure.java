package motcua.schemas.sample;

import java.util.List;

/**
 * An invented procedure (thủ tục hành chính).
 *
 * @param code invented procedure code in the national form
 * @param name Vietnamese name, labelled as synthetic
 * @param field invented field code (mã lĩnh vực)
 * @param fieldName Vietnamese name of the field
 * @param onlineLevel TOAN_TRINH (whole way online) or MOT_PHAN (part of it)
 * @param maxWorkingDays longest handling time in working days, 0 = the same day
 */
public record SampleProcedure(
    String code,
    String name,
    String field,
    String fieldName,
    String onlineLevel,
    int maxWorkingDays) {

  /** Field code of land (đất đai). */
  public static final String LAND_FIELD = "G99-DD01";

  /** Every procedure the sample districts use, land first. */
  public static final List<SampleProcedure> ALL =
      List.of(
          of("1.990101", LAND_FIELD, "Đất đai", "MOT_PHAN", 10),
          of("1.990102", LAND_FIELD, "Đất đai", "MOT_PHAN", 15),
          of("1.990103", LAND_FIELD, "Đất đai", "MOT_PHAN", 30),
          of("1.990201", "G99-HT01", "Hộ tịch", "TOAN_TRINH", 0),
          of("1.990202", "G99-HT01", "Hộ tịch", "TOAN_TRINH", 3),
          of("1.990203", "G99-HT01", "Hộ tịch", "MOT_PHAN", 5),
          of("1.990301", "G99-CT01", "Chứng thực", "MOT_PHAN", 0),
          of("1.990302", "G99-CT01", "Chứng thực", "MOT_PHAN", 1),
          of("1.990401", "G99-KD01", "Đăng ký hộ kinh doanh", "TOAN_TRINH", 3),
          of("1.990402", "G99-KD01", "Đăng ký hộ kinh doanh", "TOAN_TRINH", 5),
          of("1.990501", "G99-XD01", "Xây dựng", "MOT_PHAN", 15),
          of("1.990601", "G99-BT01", "Bảo trợ xã hội", "TOAN_TRINH", 10),
          of("1.990602", "G99-BT01", "Bảo trợ xã hội", "TOAN_TRINH", 22),
          of("1.990701", "G99-GD01", "Giáo dục", "TOAN_TRINH", 7));

  private static SampleProcedure of(
      String code, String field, String fieldName, String level, int days) {
    String name = "Thủ tục mẫu " + code.substring(2) + ", " + fieldName + " (dữ liệu mô phỏng)";
    return new SampleProcedure(code + ".000.00.00.H99", name, field, fieldName, level, days);
  }

  boolean isLand() {
    return field.equals(LAND_FIELD);
  }
}
