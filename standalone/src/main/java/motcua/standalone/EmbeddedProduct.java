package motcua.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import motcua.MotcuaApp;
import motcua.backtest.BacktestView;
import motcua.config.AppConfig;
import motcua.core.period.Period;
import motcua.core.publication.FiguresRead;
import motcua.readmodel.AuditResult;
import motcua.readmodel.DeadLetterReadModel;
import motcua.reconciliation.Reconciliation;
import motcua.reconciliation.UnreadableFiguresException;
import motcua.reference.ReferenceLoader;
import motcua.report.Report;
import motcua.report.ReportRequest;
import org.apache.kafka.common.config.ConfigException;

/** {@link MotcuaApp} as the launcher sees it. */
public final class EmbeddedProduct implements Product {
  private final MotcuaApp app;

  private EmbeddedProduct(MotcuaApp app) {
    this.app = app;
  }

  /**
   * Reads a configuration and the files it names; starts nothing.
   *
   * @throws IllegalArgumentException naming the key, or the file and its lines, and what was
   *     expected
   */
  public static void check(Map<String, String> config) {
    try {
      AppConfig values = new AppConfig(config);
      MotcuaApp.files(values);
      MotcuaApp.letterheads(values);
      MotcuaApp.notifyFiles(values);
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  /**
   * Starts the application.
   *
   * @throws IOException when its configuration is wrong or a part does not start
   */
  public static EmbeddedProduct start(Map<String, String> config) throws IOException {
    return start(config, EnumSet.allOf(MotcuaApp.Role.class));
  }

  /**
   * Starts some of its roles, perhaps none; the others run in other processes.
   *
   * @throws IOException when its configuration is wrong or a part does not start
   */
  public static EmbeddedProduct start(Map<String, String> config, Set<MotcuaApp.Role> roles)
      throws IOException {
    return started(() -> MotcuaApp.start(new AppConfig(config), roles));
  }

  /**
   * Starts the application on a clock that is played, not on that of its configuration.
   *
   * @param clock goes forward only
   * @throws IOException when its configuration is wrong or a part does not start
   */
  public static EmbeddedProduct startPlayed(Map<String, String> config, InstantSource clock)
      throws IOException {
    return started(
        () -> MotcuaApp.start(new AppConfig(config), EnumSet.allOf(MotcuaApp.Role.class), clock));
  }

  private interface Start {
    MotcuaApp run() throws InterruptedException;
  }

  private static EmbeddedProduct started(Start start) throws IOException {
    try {
      return new EmbeddedProduct(start.run());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while starting", e);
    } catch (ConfigException | IllegalArgumentException | IllegalStateException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public URI url() {
    return app.url();
  }

  @Override
  public void awaitSettled(Progress progress) throws IOException {
    try {
      app.awaitSettled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting", e);
    } catch (IllegalStateException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Report report(ReportRequest request) throws IOException {
    try {
      return app.reports().draw(request);
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Reconciliation reconcile(FiguresRead figures, LocalDate knownOn) throws IOException {
    try {
      return app.reconciler().reconcile(figures, knownOn);
    } catch (UnreadableFiguresException unreadable) {
      throw unreadable;
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public BacktestView backtest(Period period, String scope, Path rules) throws IOException {
    try {
      return BacktestView.of(
          app.backtests()
              .run(period, scope, ReferenceLoader.alertRules(rules, app.files().units())));
    } catch (IllegalArgumentException wrong) {
      throw wrong;
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public AuditResult audit() throws IOException {
    try {
      return app.audit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while auditing", e);
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public DeadLetterReadModel deadLetters() {
    return app.deadLetters();
  }

  @Override
  public void awaitCaughtUp() throws IOException {
    try {
      app.awaitCaughtUp();
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public SortedSet<Integer> generations() throws IOException {
    try {
      return app.generations();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while asking for generations", e);
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void deleteGeneration(int generation) throws IOException {
    try {
      app.deleteGeneration(generation);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while deleting generation " + generation, e);
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public String failure() {
    return app.failure().orElse(null);
  }

  @Override
  public void close() {
    app.close();
  }
}
