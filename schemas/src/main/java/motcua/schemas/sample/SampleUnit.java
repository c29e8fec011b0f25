package motcua.schemas.sample;

/**
 * An invented unit of the sample tree.
 *
 * @param code invented code below the province's own
 * @param name Vietnamese name, labelled as synthetic
 * @param parent code of the parent, empty for a root
 * @param level province, district, group, desk or commune
 * @param payloadName the name the district's system sends as DonViXuLy; empty when the unit handles
 *     no dossiers
 */
record SampleUnit(String code, String name, String parent, String level, String payloadName) {
  static final String LABEL = " (dữ liệu mô phỏng)";
}
