package motcua.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import motcua.core.notice.NoticeChannel;
import motcua.coverage.SourceState;
import motcua.readmodel.OutboxCounts;
import motcua.readmodel.Projector;
import motcua.readmodel.ProjectorStatus;
import motcua.readmodel.SourceHearing;
import motcua.readmodel.SourceLine;
import motcua.readmodel.StoreUnavailableException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final ProjectorStatus STATUS =
      new ProjectorStatus(
          Projector.State.RUNNING,
          70,
          3,
          1,
          2,
          1_000_000_000L,
          Map.of(
              new TopicPartition("t", 0),
              4L,
              new TopicPartition("t", 1),
              5L,
              new TopicPartition("u", 0),
              6L));

  @Test
  void shouldShowTheProjectorsFigures() {
    String scrape = scrape();

    assertTrue(scrape.contains("motcua_projector_records_total 70.0"), scrape);
    assertTrue(scrape.contains("motcua_projector_lag_records{topic=\"t\"} 9.0"), scrape);
    assertTrue(scrape.contains("motcua_freshness_seconds 500.0"), scrape);
    assertTrue(scrape.contains("motcua_dead_letters_total 2.0"), scrape);
    assertTrue(scrape.contains("motcua_projector_running 1.0"), scrape);
  }

  @Test
  void shouldShowTheOutboxOfAChannel() {
    String scrape = scrape();

    assertTrue(scrape.contains("motcua_notify_pending{channel=\"EMAIL\"} 3.0"), scrape);
    assertTrue(
        scrape.contains("motcua_notify_oldest_pending_seconds{channel=\"EMAIL\"} 40.0"), scrape);
    assertTrue(scrape.contains("motcua_notify_sent_total{channel=\"EMAIL\"} 1200.0"), scrape);
    assertTrue(scrape.contains("motcua_notify_failed_total{channel=\"EMAIL\"} 2.0"), scrape);
  }

  @Test
  void shouldShowTheIntake() {
    String scrape = scrape();

    assertTrue(scrape.contains("motcua_intake_answers_total{answer=\"OK\"} 7.0"), scrape);
    assertTrue(scrape.contains("motcua_intake_records_total 70.0"), scrape);
    assertTrue(scrape.contains("motcua_intake_refused_records_total 3.0"), scrape);
    assertTrue(scrape.contains("motcua_intake_waiting 1.0"), scrape);
    assertTrue(scrape.contains("motcua_intake_answer_seconds{quantile=\"0.99\"} 0.99"), scrape);
  }

  @Test
  void shouldShowTheCatalogueAndNothingElseUnderOurName() {
    Set<String> shown =
        scrape()
            .lines()
            .filter(line -> line.startsWith("motcua_"))
            .map(line -> line.split("[{ ]")[0])
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        Arrays.stream(MotcuaMeter.values())
            .map(MotcuaMeter::prometheusName)
            .collect(Collectors.toCollection(TreeSet::new)),
        shown);
  }

  @Test
  void shouldShowSourcesAndTheirDeadLetters() {
    String scrape = scrape();

    assertTrue(scrape.contains("motcua_source_heard_age_seconds{source=\"h56\"} 172800.0"), scrape);
    assertTrue(scrape.contains("motcua_source_silent{source=\"h56\"} 1.0"), scrape);
    assertTrue(
        scrape.contains("motcua_source_silence_limit_seconds{source=\"h56\"} 54000.0"), scrape);
    assertTrue(scrape.contains("motcua_source_records_hour{source=\"h56\"} 4.0"), scrape);
    assertTrue(scrape.contains("motcua_dead_letters_open{reason=\"MISSING\"} 3.0"), scrape);
  }

  @Test
  void shouldShowNoSourceWhoseFiguresCannotBeAsked() {
    try (Metrics metrics = new Metrics()) {
      var sources =
          new SourceMeters(
              () -> {
                throw new StoreUnavailableException("away", null);
              },
              InstantSource.system());
      metrics.add(sources);
      metrics.beforeScrape(sources::refresh);

      assertFalse(metrics.scrape().contains("motcua_source_silent{"));
    }
  }

  private static SourceState silent() {
    Instant heard = Instant.ofEpochSecond(1_000);
    return new SourceState(
        new SourceLine(
            new SourceHearing("h56", Optional.of(heard), Map.of("H23.1", heard)),
            90,
            0,
            Optional.of(heard),
            Optional.of(heard),
            4,
            40,
            Map.of("MISSING", 3L)),
        Optional.of(Duration.ofDays(2)),
        Optional.of(Duration.ofHours(15)),
        Optional.of(Duration.ofHours(16)),
        Optional.of(heard));
  }

  private static String scrape() {
    try (Metrics metrics = new Metrics()) {
      metrics.add(
          new ProjectorMeters(
              () -> STATUS, List.of("t", "u"), InstantSource.fixed(Instant.ofEpochSecond(1_500))));
      metrics.add(new AuditMeters(Optional::empty, InstantSource.system()));
      metrics.add(
          new NotifierMeters(
              (channel, now) -> new OutboxCounts(3, Optional.of(now.minusSeconds(40)), 1_200, 2),
              Set.of(NoticeChannel.EMAIL),
              InstantSource.fixed(Instant.ofEpochSecond(1_500))));
      metrics.add(
          new IntakeMeters(
              List.of("OK", "UNAVAILABLE"),
              new IntakeMeters.Counts(
                  kind -> kind.equals("OK") ? 7 : 2, () -> 70, () -> 3, () -> 1, share -> share)));
      var sources =
          new SourceMeters(
              () -> List.of(silent()), InstantSource.fixed(Instant.ofEpochSecond(1_500)));
      metrics.add(sources);
      metrics.beforeScrape(sources::refresh);
      return metrics.scrape();
    }
  }

  @Test
  void shouldStopWhatRunsBesideTheMeters() {
    var stopped = new AtomicInteger();
    final class Running implements MeterBinder, AutoCloseable {
      @Override
      public void bindTo(MeterRegistry registry) {
        registry.counter("motcua.running");
      }

      @Override
      public void close() {
        stopped.incrementAndGet();
      }
    }

    try (Metrics metrics = new Metrics()) {
      metrics.add(new Running());
      assertEquals(0, stopped.get());
    }

    assertEquals(1, stopped.get());
  }
}
