package motcua.core.dossier;

/** How a dossier was filed (kênh thực hiện): online, at the desk, or by post. */
public enum Channel {
  ONLINE,
  DIRECT,
  POSTAL
}
