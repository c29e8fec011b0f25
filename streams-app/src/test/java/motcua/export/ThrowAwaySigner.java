package motcua.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Signs as PAdES baseline B asks: CMS SignedData (RFC 5652), detached, with the signing certificate
 * among the signed attributes (RFC 5035). Key and certificate last as long as the object. The few
 * DER values are put together here: the JDK makes no CMS, and a library would serve this test only.
 */
final class ThrowAwaySigner {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int TAG_0 = 0xA0;

  private static final byte[] NULL = {5, 0};
  private static final byte[] DATA = oid("2a864886f70d010701");
  private static final byte[] SIGNED_DATA = oid("2a864886f70d010702");
  private static final byte[] CONTENT_TYPE = oid("2a864886f70d010903");
  private static final byte[] MESSAGE_DIGEST = oid("2a864886f70d010904");
  private static final byte[] SIGNING_CERTIFICATE_V2 = oid("2a864886f70d010910022f");
  private static final byte[] SHA256 = algorithm("608648016503040201");
  private static final byte[] RSA = algorithm("2a864886f70d010101");
  private static final byte[] SHA256_WITH_RSA = algorithm("2a864886f70d01010b");
  private static final byte[] SERIAL = der(INTEGER, new byte[] {1});
  private static final byte[] NAME =
      der(
          SEQUENCE,
          der(
              SET,
              der(
                  SEQUENCE,
                  oid("550403"),
                  der(0x0C, "Khoa thu".getBytes(StandardCharsets.UTF_8)))));

  private final PrivateKey key;
  private final byte[] certificate;

  ThrowAwaySigner() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    this.key = pair.getPrivate();
    byte[] validity = der(SEQUENCE, time("250101000000Z"), time("350101000000Z"));
    byte[] told =
        der(SEQUENCE, SERIAL, SHA256_WITH_RSA, NAME, validity, NAME, pair.getPublic().getEncoded());
    byte[] bits = signature(told);
    this.certificate = der(SEQUENCE, told, SHA256_WITH_RSA, der(0x03, join(new byte[] {0}, bits)));
  }

  /** The signature that goes into the file. */
  byte[] cms(byte[] content) throws GeneralSecurityException {
    byte[] attributes =
        join(
            Stream.of(
                    attribute(CONTENT_TYPE, DATA),
                    attribute(MESSAGE_DIGEST, der(OCTETS, sha256(content))),
                    attribute(
                        SIGNING_CERTIFICATE_V2,
                        der(
                            SEQUENCE,
                            der(SEQUENCE, der(SEQUENCE, der(OCTETS, sha256(certificate)))))))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new));
    byte[] signer =
        der(
            SEQUENCE,
            der(INTEGER, new byte[] {1}),
            der(SEQUENCE, NAME, SERIAL),
            SHA256,
            der(TAG_0, attributes),
            RSA,
            der(OCTETS, signature(der(SET, attributes))));
    byte[] signed =
        der(
            SEQUENCE,
            der(INTEGER, new byte[] {1}),
            der(SET, SHA256),
            der(SEQUENCE, DATA),
            der(TAG_0, certificate),
            der(SET, signer));
    return der(SEQUENCE, SIGNED_DATA, der(TAG_0, signed));
  }

  private byte[] signature(byte[] told) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(told);
    return signature.sign();
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] attribute(byte[] type, byte[] value) {
    return der(SEQUENCE, type, der(SET, value));
  }

  private static byte[] algorithm(String hex) {
    return der(SEQUENCE, oid(hex), NULL);
  }

  private static byte[] oid(String hex) {
    return der(0x06, HexFormat.of().parseHex(hex));
  }

  private static byte[] time(String utc) {
    return der(0x17, utc.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] der(int tag, byte[]... parts) {
    byte[] value = join(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (value.length < 0x80) {
      out.write(value.length);
    } else if (value.length < 0x100) {
      out.write(0x81);
      out.write(value.length);
    } else {
      out.write(0x82);
      out.write(value.length >> 8);
      out.write(value.length);
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }
}
