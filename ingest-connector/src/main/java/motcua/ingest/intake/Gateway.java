package motcua.ingest.intake;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on one request: who sends, what, whether it may, and what is answered. Success is
 * answered only when the log says that all of it is durable. Thread-safe.
 */
final class Gateway {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final String BEARER = "bearer ";
  static final long RETRY_SECONDS = 5;

  private final Clients clients;
  private final Sessions sessions;
  private final RateLimit rates = new RateLimit();
  private final BatchReading reading;
  private final KeptBatches kept;
  private final EventLog log;
  private final IntakeCounts counts;
  private final InstantSource clock;
  private final LongSupplier nanos;

  /** What a gateway works with. */
  record Parts(
      Clients clients,
      Sessions sessions,
      BatchReading reading,
      KeptBatches kept,
      EventLog log,
      IntakeCounts counts,
      InstantSource clock,
      LongSupplier nanos) {}

  /** An answer in the form in which this sender reads codes. */
  record Reply(Answer answer, Client.SuccessCode form) {
    static Reply toStranger(Answer answer) {
      return new Reply(answer, Client.SuccessCode.NUMBER);
    }
  }

  Gateway(Parts parts) {
    this.clients = parts.clients();
    this.sessions = parts.sessions();
    this.reading = parts.reading();
    this.kept = parts.kept();
    this.log = parts.log();
    this.counts = parts.counts();
    this.clock = parts.clock();
    this.nanos = parts.nanos();
  }

  /** The answer; never completed exceptionally by bad input. */
  CompletableFuture<Reply> handle(Request request) {
    Optional<Call> named = Call.ofPath(request.path());
    if (named.isPresent() && named.get() == Call.LOGIN) {
      return CompletableFuture.completedFuture(login(request));
    }
    boolean envelope = BatchForm.isEnvelope(request.body());
    BatchForm form = BatchForm.of(request.body(), named, request.unit());
    Optional<Client> client = client(request, form);
    if (client.isEmpty()) {
      return done(Reply.toStranger(strange(envelope)));
    }
    return take(client.get(), form, envelope)
        .thenApply(answer -> new Reply(answer, client.get().successCode()));
  }

  private CompletableFuture<Answer> take(Client client, BatchForm form, boolean envelope) {
    if (form.fault().isPresent()) {
      return done(
          Answer.refused(
              envelope, 400, "Nội dung gửi không phải là danh sách bản ghi JSON (UTF-8)."));
    }
    if (form.service().isEmpty()) {
      return done(
          Answer.refused(
              envelope,
              404,
              "Chỉ nhận DongBoHoSoMC và CapNhatTienDoHoSoMC; dịch vụ khác không có."));
    }
    long wait = rates.waitSeconds(client, nanos.getAsLong());
    return wait > 0 ? done(Answer.tooFast(wait)) : write(client, form);
  }

  private CompletableFuture<Answer> write(Client client, BatchForm form) {
    ReadBatch batch;
    try {
      batch = reading.read(form, client.source());
      rates.charge(client, batch.records().size(), nanos.getAsLong());
      if (!batch.rejections().isEmpty()) {
        // Before the commit: a dead letter never points to a batch that is not there.
        kept.keep(batch);
      }
    } catch (IOException | RuntimeException fault) {
      // A record's content can stand in a serializer's message, so only the kind is told.
      LOG.warn("a batch cannot be taken now: client={} fault={}", client.name(), kind(fault));
      return done(Answer.unavailable(RETRY_SECONDS));
    }
    if (batch.records().isEmpty()) {
      return done(Answer.accepted(batch.intake(), 0, batch.rejections()));
    }
    return log.write(batch.records())
        .thenApply(
            outcome ->
                switch (outcome) {
                  case DURABLE -> accepted(batch);
                  case NOT_WRITTEN -> Answer.unavailable(RETRY_SECONDS);
                });
  }

  private Answer accepted(ReadBatch batch) {
    counts.accepted(batch.records().size(), batch.rejections().size());
    return Answer.accepted(batch.intake(), batch.records().size(), batch.rejections());
  }

  private Reply login(Request request) {
    Optional<Client> client =
        Credentials.ofLogin(request.body())
            .or(() -> Credentials.ofHeader(request.authorization()))
            .flatMap(given -> clients.find(given.name(), given.secret()));
    if (client.isEmpty()) {
      // Senders of the first generation read a session and nothing else: without one they stop.
      return Reply.toStranger(Answer.refused(false, 401, "Sai tên đăng nhập hoặc mật khẩu."));
    }
    String session = sessions.open(client.get(), clock.instant());
    return new Reply(Answer.session(session, sessions.lifeSeconds()), client.get().successCode());
  }

  private Optional<Client> client(Request request, BatchForm form) {
    return form.session()
        .or(() -> bearer(request.authorization()))
        .or(() -> Optional.ofNullable(request.session()))
        .flatMap(session -> sessions.find(session, clock.instant()))
        .or(
            () ->
                Credentials.ofHeader(request.authorization())
                    .flatMap(given -> clients.find(given.name(), given.secret())));
  }

  private static Answer strange(boolean envelope) {
    return Answer.refused(
        envelope, 401, "Phiên làm việc không có hoặc đã hết hạn; hãy đăng nhập lại.");
  }

  private static Optional<String> bearer(String authorization) {
    boolean has =
        authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return has ? Optional.of(authorization.substring(BEARER.length()).strip()) : Optional.empty();
  }

  private static String kind(Exception fault) {
    return fault instanceof IOException ? fault.toString() : fault.getClass().getName();
  }

  private static <T> CompletableFuture<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }
}
