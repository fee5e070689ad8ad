package dev.storywire.app.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as in Standard Webhooks: HMAC-SHA256 over the id, the time and the body. */
final class RequestSignature {
  static final String PREFIX = "whsec_";
  static final int MIN_BYTES = 24;
  static final int MAX_BYTES = 64;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private RequestSignature(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Parses a secret: {@value #PREFIX} and 24 to 64 bytes in Base64.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static RequestSignature parse(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw invalid("it does not begin with " + PREFIX);
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      // the message of the decoder quotes the secret
      throw invalid("it is not Base64 after " + PREFIX);
    }
    if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
      throw invalid(
          "it has %d bytes; %d to %d are valid".formatted(key.length, MIN_BYTES, MAX_BYTES));
    }
    return new RequestSignature(key);
  }

  private static IllegalArgumentException invalid(String fault) {
    return new IllegalArgumentException(fault);
  }

  /** Returns the value of the header {@code webhook-signature}. */
  String sign(String id, Instant time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
