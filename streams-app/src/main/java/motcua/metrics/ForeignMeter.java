package motcua.metrics;

import java.util.List;

/**
 * Meters of others that rules and dashboards rely on, by their names on {@code /metrics}. A library
 * may rename them with an upgrade; then the tests of the module dashboards fail.
 */
public enum ForeignMeter {
  /** Whether the last scrape succeeded. */
  UP("up", Source.PROMETHEUS, "1 when the last scrape of a process succeeded, else 0", "instance"),
  /** Alerts of Prometheus' own rules. */
  ALERTS(
      "ALERTS",
      Source.PROMETHEUS,
      "1 for each alert that is pending or firing",
      "alertname",
      "alertstate",
      "severity"),
  /** Start of the process. */
  PROCESS_START(
      "process_start_time_seconds", Source.JVM, "When the process started, seconds since 1970"),
  /** Load of the process. */
  PROCESS_CPU("process_cpu_usage", Source.JVM, "Share of the machine's processors, 0 to 1"),
  /** Memory in use. */
  MEMORY_USED("jvm_memory_used_bytes", Source.JVM, "Bytes in use", "area", "id"),
  /** Memory at most. */
  MEMORY_MAX("jvm_memory_max_bytes", Source.JVM, "Bytes at most; -1: no limit", "area", "id"),
  /** Live threads. */
  THREADS("jvm_threads_live_threads", Source.JVM, "Live threads"),
  /** State of the streams client. */
  STREAMS_STATE(
      "kafka_stream_client_state",
      Source.STREAMS,
      "0 created, 1 rebalancing, 2 running, 3 stopping, 4 stopped, 5 failing, 6 failed",
      "client_id"),
  /** Threads that work. */
  STREAMS_ALIVE(
      "kafka_stream_alive_stream_threads",
      Source.STREAMS,
      "Threads that run or take part in a rebalance",
      "client_id"),
  /** Threads that died. */
  STREAMS_FAILED(
      "kafka_stream_failed_stream_threads_total",
      Source.STREAMS,
      "Threads that died since the start",
      "client_id"),
  /** Records processed. */
  STREAMS_PROCESSED(
      "kafka_stream_thread_process_total", Source.STREAMS, "Records processed", "thread_id"),
  /** Time of a commit. */
  STREAMS_COMMIT(
      "kafka_stream_thread_commit_latency_max",
      Source.STREAMS,
      "Milliseconds of the longest commit of the last minute",
      "thread_id"),
  /** Rebalances. */
  REBALANCES(
      "kafka_consumer_coordinator_rebalance_total",
      Source.STREAMS,
      "Rebalances since the start",
      "client_id"),
  /** Distance of the streams' consumers. */
  STREAMS_LAG(
      "kafka_consumer_fetch_manager_records_lag_max",
      Source.STREAMS,
      "Records behind, of the partition furthest behind in the last half minute; NaN without records",
      "client_id");

  /** Who makes a meter. */
  public enum Source {
    /** Prometheus, of its own scrapes and rules. */
    PROMETHEUS,
    /** The virtual machine, by micrometer. */
    JVM,
    /** Kafka Streams and its clients, by micrometer; a process with the role streams. */
    STREAMS
  }

  private final String prometheusName;
  private final Source source;
  private final String help;
  private final List<String> tags;

  ForeignMeter(String prometheusName, Source source, String help, String... tags) {
    this.prometheusName = prometheusName;
    this.source = source;
    this.help = help;
    this.tags = List.of(tags);
  }

  /** Name in Prometheus. */
  public String prometheusName() {
    return prometheusName;
  }

  /** Who makes it. */
  public Source source() {
    return source;
  }

  /** What it says, with its unit. */
  public String help() {
    return help;
  }

  /** Tag keys that are relied on; there may be others. */
  public List<String> tags() {
    return tags;
  }
}
