package motcua.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A sender of the first generation: logs in once and sends envelopes, dossiers and progress rows by
 * turns, each dossier a new one.
 */
final class IntakeLoad {
  static final int BATCH = 10;
  private static final String SUCCESS = "{\"error_code\":0,";
  private static final long PATIENCE_SECONDS = 120;

  /** When dossiers were received and handled: two days ago. */
  private static final String RECEIVED =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
          .format(ZonedDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(2));

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI intake;
  private final String session;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();

  IntakeLoad(URI intake, String name, String secret) throws IOException, InterruptedException {
    this.intake = intake;
    String login = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, secret);
    String answer =
        client.send(post("/mapi/login", login), HttpResponse.BodyHandlers.ofString()).body();
    this.session = answer.replaceAll("(?s).*\"session\":\"([^\"]+)\".*", "$1");
  }

  /** Records answered with success so far. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** Requests answered with anything else. */
  long refused() {
    return refused.get();
  }

  /** Requests without an answer, of which nobody knows whether they were taken. */
  long broken() {
    return broken.get();
  }

  /**
   * Sends at a fixed rate, whether or not earlier answers have come; a time runs from the moment at
   * which a batch was due.
   *
   * @return records acknowledged a second
   */
  double steady(int recordsASecond, int seconds, Latencies latencies) throws InterruptedException {
    int requests = recordsASecond * seconds / BATCH;
    long interval = TimeUnit.SECONDS.toNanos(1) * BATCH / recordsASecond;
    long[] nanos = new long[requests];
    CompletableFuture<?>[] all = new CompletableFuture<?>[requests];
    long before = acknowledged.get();
    long begin = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      long due = begin + i * interval;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      int at = i;
      all[i] = send().whenComplete((done, fault) -> nanos[at] = System.nanoTime() - due);
    }
    CompletableFuture.allOf(all).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    double rate = (acknowledged.get() - before) / ((System.nanoTime() - begin) / 1e9);
    for (long took : nanos) {
      latencies.add(took);
    }
    return rate;
  }

  /**
   * Sends as fast as answers come.
   *
   * @param inFlight requests under way at once
   * @return records acknowledged a second
   */
  double saturated(int inFlight, int seconds) throws InterruptedException {
    Semaphore free = new Semaphore(inFlight);
    long before = acknowledged.get();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      free.acquire();
      var unused = send().whenComplete((done, fault) -> free.release());
    }
    free.acquire(inFlight);
    return (acknowledged.get() - before) / ((System.nanoTime() - begin) / 1e9);
  }

  private CompletableFuture<?> send() {
    long number = next.getAndIncrement();
    boolean progress = number % 2 == 1;
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < BATCH; i++) {
      long dossier = number / 2 * BATCH + i;
      data.append(i == 0 ? "" : ",").append(progress ? row(dossier) : dossier(dossier));
    }
    String body =
        "{\"session\":\"%s\",\"madonvi\":\"000.00.01.H56\",\"service\":\"%s\",\"isUpdating\":\"False\",\"data\":[%s]}"
            .formatted(session, progress ? "CapNhatTienDoHoSoMC" : "DongBoHoSoMC", data);
    return client
        .sendAsync(post("/mapi/g", body), HttpResponse.BodyHandlers.ofString())
        .handle(
            (answer, fault) -> {
              if (fault != null) {
                broken.incrementAndGet();
              } else if (answer.statusCode() == 200
                  && answer.body().startsWith(SUCCESS)
                  && answer.body().contains("\"refused\":0,")) {
                acknowledged.addAndGet(BATCH);
              } else {
                refused.incrementAndGet();
              }
              return answer;
            });
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(intake + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String dossier(long number) {
    return """
        {"MaHoSo":"%1$s","MaTTHC":"1.001193","TenTTHC":"","MaLinhVuc":"G03-TP03","TenLinhVuc":"","KenhThucHien":"2",\
        "ChuHoSo":"","LoaiDoiTuong":"1","MaDoiTuong":"","ThongTinKhac":"","Email":"","Fax":"","SoDienThoai":"","TrichYeuHoSo":"",\
        "NgayNopHoSo":"%2$s","NgayTiepNhan":"%2$s","NgayHenTra":"20991231170000","TrangThaiHoSo":"2","NgayTra":"","ThongTinTra":"",\
        "HinhThuc":"0","NgayKetThucXuLy":"","DonViXuLy":"UBND xa Mo Phong","GhiChu":"","NoiNopHoSo":"1","HoSoCoThanhPhanSoHoa":"1",\
        "TaiKhoanDuocXacThucVoiVNeID":"1","DuocThanhToanTrucTuyen":"1","DSKetNoiCSDL":[{"MaCSDL":"1"}],\
        "TaiLieuNop":[{"TepDinhKemId":"","TenTepDinhKem":"","IsDeleted":"False","MaThanhPhanHoSo":"TP01","DuongDanTaiTepTin":"https://mo-phong.example/tep/%1$s/1","DuocSoHoa":"1","DuocTaiSuDung":"0"},\
        {"TepDinhKemId":"","TenTepDinhKem":"","IsDeleted":"False","MaThanhPhanHoSo":"TP02","DuongDanTaiTepTin":"https://mo-phong.example/tep/%1$s/2","DuocSoHoa":"1","DuocTaiSuDung":"0"}],\
        "DanhSachLePhi":[{"TenPhiLePhi":"","MaPhiLePhi":"LP01","HinhThucThu":"1","Gia":"8000","LoaiPhiLePhi":"1"}],\
        "DanhSachTepDinhKemKhac":[],"DanhSachHoSoBoSung":[],"DanhSachGiayToKetQua":[]}"""
        .formatted(id(number), RECEIVED);
  }

  private static String row(long number) {
    return """
        {"MaHoSo":"%s","NguoiXuLy":"","ChucDanh":"","ThoiDiemXuLy":"%s","PhongBanXuLy":"","NoiDungXuLy":"","TrangThai":"4","NgayBatDau":"","NgayKetThucTheoQuyDinh":""}"""
        .formatted(id(number), RECEIVED);
  }

  private static String id(long number) {
    return "000.01.56.H56-260901-" + Long.toString(number, 36);
  }
}
