package motcua.ingest.intake;

import java.util.Objects;

/**
 * A request as it came over HTTP.
 *
 * @param path the address
 * @param authorization the header of that name; null without one
 * @param session session of the query; null without one
 * @param unit unit code of the query; null without one
 * @param body all of it; the gateway may blank out the session
 */
record Request(String path, String authorization, String session, String unit, byte[] body) {
  Request {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(body, "body");
  }
}
