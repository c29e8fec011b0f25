package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/**
 * Text messages of a Zalo Official Account. Written after its documentation and spoken to a fake
 * only: unverified against the service, which knows no key to tell a repeated message by.
 */
public final class ZaloSender implements Sender {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 2_000;

  /** Token not valid or expired, too many calls: somebody or time will put it right. */
  private static final Set<Integer> PASSING = Set.of(-124, -216, -32, -240);

  private final ZaloSettings settings;
  private final HttpCall call;

  /** Connects at the first message. */
  public ZaloSender(ZaloSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.call = new HttpCall(settings.timeout());
  }

  @Override
  public Outcome send(Delivery delivery, Message message) {
    String token;
    try {
      token = Files.readString(settings.tokenFile(), UTF_8).strip();
    } catch (IOException missing) {
      return new Outcome.Later("the access token cannot be read: " + missing);
    }
    ObjectNode json = JSON.createObjectNode();
    json.putObject("recipient").put("user_id", delivery.to().address());
    json.putObject("message").put("text", text(message));
    return call.post(
        settings.messages(), Map.of("access_token", token), json.toString(), ZaloSender::answer);
  }

  private static String text(Message message) {
    String text = message.plain().strip();
    if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
  }

  /** It answers 200 to faults, too, and says which in the body. */
  private static Outcome answer(String body) {
    try {
      JsonNode error = JSON.readTree(body).path("error");
      if (!error.isInt()) {
        return new Outcome.Later("no answer of Zalo: " + HttpCall.shortened(body));
      }
      if (error.intValue() == 0) {
        return new Outcome.Sent();
      }
      String reason = "Zalo: " + HttpCall.shortened(body);
      return PASSING.contains(error.intValue())
          ? new Outcome.Later(reason)
          : new Outcome.Refused(reason);
    } catch (JsonProcessingException unreadable) {
      return new Outcome.Later("no answer of Zalo: " + HttpCall.shortened(body));
    }
  }

  @Override
  public void close() {
    call.close();
  }
}
