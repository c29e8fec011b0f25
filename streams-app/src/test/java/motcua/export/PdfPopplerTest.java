package motcua.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the files with poppler, which most viewers of Linux desktops draw with. */
class PdfPopplerTest {
  private static final int DPI = 72;
  private static final int DARK = 0x80;

  @TempDir Path folder;

  @Test
  void shouldEmbedEveryFontAsASubsetWithUnicodeValues() throws Exception {
    PopplerTools.assumeInstalled("pdffonts");

    List<String> fonts = PopplerTools.run(folder, "pdffonts", write()).lines().skip(2).toList();

    assertEquals(4, fonts.size(), fonts::toString);
    fonts.forEach(
        font -> assertTrue(font.matches(".*Identity-H\\s+yes\\s+yes\\s+yes\\s.*"), () -> font));
  }

  @Test
  void shouldReadLinesAndRepeatedHeads() throws Exception {
    PopplerTools.assumeInstalled("pdftotext");
    String file = write();

    PopplerTools.run(folder, "pdftotext", "-layout", "-f", "2", "-l", "2", file, "page.txt");

    String page = PdfPages.spaced(Files.readString(folder.resolve("page.txt")));
    assertTrue(page.contains("Mã hồ sơ"), page);
    assertTrue(page.contains("Trang 2/"), page);
    assertTrue(page.matches(".* \\d+ H14\\.\\d\\d-2512\\d\\d-\\d{4} Ủy ban nhân dân .*"), page);
  }

  @Test
  void shouldPutInkBetweenTheMarginsOnly() throws Exception {
    PopplerTools.assumeInstalled("pdftoppm");

    PopplerTools.run(
        folder, "pdftoppm", "-png", "-r", Integer.toString(DPI), "-l", "1", write(), "page");

    Path picture;
    try (var files = Files.list(folder)) {
      picture = files.filter(file -> file.toString().endsWith(".png")).findFirst().orElseThrow();
    }
    BufferedImage page = ImageIO.read(picture.toFile());
    int inside = 0;
    for (int x = 0; x < page.getWidth(); x++) {
      for (int y = 0; y < page.getHeight(); y++) {
        if ((page.getRGB(x, y) & 0xFF) < DARK) {
          boolean between =
              x >= PdfPage.LEFT - 1
                  && x <= page.getWidth() - PdfPage.RIGHT + 1
                  && y > PdfPage.TOP - 1;
          assertTrue(between, "ink at " + x + ", " + y);
          inside++;
        }
      }
    }
    assertTrue(inside > 5_000, "dark dots: " + inside);
  }

  private String write() throws IOException {
    Path file = folder.resolve("list.pdf");
    Files.write(file, PdfPages.written(PdfSamples.list(100)));
    return file.toString();
  }
}
