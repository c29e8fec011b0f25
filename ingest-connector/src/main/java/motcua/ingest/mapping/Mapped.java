package motcua.ingest.mapping;

import java.nio.charset.StandardCharsets;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;

/** What became of one raw record: never nothing, never both. */
public sealed interface Mapped {
  /** Generation of the connector's mappings, written into every event. */
  int GENERATION = 1;

  /** Key of the topic: UTF-8, never framed by a registry. */
  byte[] key();

  /** An event or a sighting for the event log. */
  record Event(DossierEvent event) implements Mapped {
    private static final char SEPARATOR = '\u001f';

    /**
     * Source and dossier; a retraction that names no dossier has its event id in the dossier's
     * place.
     */
    @Override
    public byte[] key() {
      String id = event.getDossierId() == null ? event.getEventId() : event.getDossierId();
      return (event.getSource() + SEPARATOR + id).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A record that could not be read. */
  record Dead(DeadLetter letter) implements Mapped {
    /** The fingerprint, so that the same dead record is one key. */
    @Override
    public byte[] key() {
      return letter.getFingerprint().getBytes(StandardCharsets.UTF_8);
    }
  }
}
