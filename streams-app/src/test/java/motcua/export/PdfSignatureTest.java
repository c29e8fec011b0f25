package motcua.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office's signer is played by another library and a key that lives for one test. */
class PdfSignatureTest {
  private static final String CADES = "ETSI.CAdES.detached";

  @Test
  void shouldLeaveAnEmptyFieldBelowTheSignersOfficeOnTheLastPage() throws IOException {
    for (Document document : List.of(PdfSamples.form(), PdfSamples.list(90), PdfSamples.text())) {
      try (PDDocument file = Loader.loadPDF(PdfPages.written(document))) {
        List<PDSignatureField> fields = file.getSignatureFields();

        assertEquals(1, fields.size(), document::title);
        PDSignatureField field = fields.getFirst();
        assertEquals("Signature1", field.getFullyQualifiedName());
        assertNull(field.getSignature());
        assertTrue(file.getDocumentCatalog().getAcroForm().isSignaturesExist());
        PDPage last = file.getPage(file.getNumberOfPages() - 1);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        assertEquals(last.getCOSObject(), widget.getPage().getCOSObject());
        assertTrue(
            last.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getCOSObject() == widget.getCOSObject()),
            "the page shows the widget");
        assertTrue(widget.isPrinted());
        PDRectangle place = widget.getRectangle();
        assertEquals(PdfPage.mm(70), place.getWidth(), 0.1);
        assertEquals(PdfPage.mm(25), place.getHeight(), 0.1);
        assertTrue(place.getLowerLeftX() > last.getMediaBox().getWidth() / 2 - 30, "right half");
        assertTrue(place.getUpperRightX() < last.getMediaBox().getWidth() - PdfPage.RIGHT);
        assertTrue(place.getLowerLeftY() > PdfPage.LEAST_BOTTOM, "above the foot");
      }
    }
  }

  @Test
  void shouldLeaveNoFieldWhereNobodySigns() throws IOException {
    Letterhead unsigned =
        new Letterhead("", "PHÒNG NỘI VỤ", "", "Mẫu Sơn", PdfSamples.DATE, "", List.of("Lưu: VT."));
    for (Optional<Letterhead> letterhead :
        List.of(Optional.of(unsigned), Optional.<Letterhead>empty())) {
      Document document =
          new Document(letterhead, "BÁO CÁO", List.of(), Optional.empty(), List.of(), List.of());
      try (PDDocument file = Loader.loadPDF(PdfPages.written(document))) {
        assertTrue(file.getSignatureFields().isEmpty());
      }
    }
  }

  @Test
  void shouldBeSignedWithoutChangingAByteOfWhatWasWritten()
      throws IOException, GeneralSecurityException {
    byte[] written = PdfPages.written(PdfSamples.form());

    ThrowAwaySigner signer = new ThrowAwaySigner();
    byte[] signed = signed(written, signer);

    assertArrayEquals(written, Arrays.copyOf(signed, written.length), "the written bytes");
    try (PDDocument file = Loader.loadPDF(signed)) {
      assertEquals(1, file.getSignatureFields().size(), "fields");
      PDSignatureField field = file.getSignatureFields().getFirst();
      assertEquals("Signature1", field.getFullyQualifiedName());
      PDSignature signature = field.getSignature();
      assertEquals(CADES, signature.getSubFilter());
      int[] range = signature.getByteRange();
      assertEquals(0, range[0]);
      assertEquals(signed.length, range[2] + range[3], "signed up to the end");
      byte[] cms = signer.cms(signature.getSignedContent(signed));
      assertArrayEquals(cms, Arrays.copyOf(signature.getContents(), cms.length), "what is signed");
    }
    assertEquals(PdfPages.of(written), PdfPages.of(signed), "text of the pages");
  }

  /** A reader of signatures that shares nothing with either library. */
  @Test
  void shouldBeReadAsAValidSignatureByPoppler(@TempDir Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    PopplerTools.assumeInstalled("pdfsig");
    Path file = folder.resolve("signed.pdf");
    Files.write(file, signed(PdfPages.written(PdfSamples.form()), new ThrowAwaySigner()));

    String told = PopplerTools.run(folder, "pdfsig", "-nocert", file.toString());

    assertTrue(told.contains("Signature is Valid"), told);
    assertTrue(told.contains("Total document signed"), told);
    assertTrue(told.contains(CADES), told);
  }

  private static byte[] signed(byte[] written, ThrowAwaySigner signer)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument file = Loader.loadPDF(written)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      signature.setSignDate(noon());
      PDSignatureField field = file.getSignatureFields().getFirst();
      field.setValue(signature);
      file.addSignature(signature);
      ExternalSigningSupport signing = file.saveIncrementalForExternalSigning(out);
      try (InputStream content = signing.getContent()) {
        signing.setSignature(signer.cms(content.readAllBytes()));
      }
    }
    return out.toByteArray();
  }

  private static Calendar noon() {
    Calendar noon = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    noon.setTimeInMillis(Instant.parse("2026-01-05T05:00:00Z").toEpochMilli());
    return noon;
  }
}
