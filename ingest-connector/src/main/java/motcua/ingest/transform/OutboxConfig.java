package motcua.ingest.transform;

import java.util.Map;
import motcua.ingest.config.EventSettings;
import motcua.ingest.mapping.NationalMapping;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * The transformation's settings, typed and checked.
 *
 * @param events whose records they are, when they became known, where they go
 * @param payloadColumn column with the record
 * @param form what the record is
 * @param idColumn column that names the row in dead letters
 * @param envelope what a batch's envelope would say
 * @param recordMaxBytes longest payload that is read, bytes
 * @param heartbeatTopic topic of heartbeats
 */
record OutboxConfig(
    EventSettings events,
    String payloadColumn,
    PayloadForm form,
    String idColumn,
    NationalMapping.Envelope envelope,
    int recordMaxBytes,
    String heartbeatTopic) {

  /**
   * Reads and checks the settings.
   *
   * @throws org.apache.kafka.common.config.ConfigException naming the key and what was expected
   */
  static OutboxConfig from(Map<String, ?> settings) {
    OutboxKeys.refuseUnknown(settings);
    AbstractConfig config = new AbstractConfig(OutboxKeys.definition(), settings, false);
    return new OutboxConfig(
        EventSettings.from(config),
        config.getString(OutboxKeys.PAYLOAD_COLUMN),
        PayloadForm.valueOf(config.getString(OutboxKeys.PAYLOAD_FORM)),
        config.getString(OutboxKeys.ID_COLUMN),
        new NationalMapping.Envelope(null, config.getString(OutboxKeys.SENDER_UNIT)),
        config.getInt(OutboxKeys.RECORD_MAX_BYTES),
        config.getString(OutboxKeys.HEARTBEAT_TOPIC));
  }
}
