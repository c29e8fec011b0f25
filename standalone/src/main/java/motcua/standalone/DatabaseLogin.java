package motcua.standalone;

/**
 * How to log in to one database.
 *
 * @param url JDBC URL without credentials
 * @param user role
 * @param password its password
 */
public record DatabaseLogin(String url, String user, String password) {
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
