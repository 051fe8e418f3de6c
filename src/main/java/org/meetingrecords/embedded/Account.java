package org.meetingrecords.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who runs PostgreSQL: this process's own user, or an unprivileged one where this process is root.
 */
sealed interface Account {

  /** The words that run a program as this account. */
  List<String> running(List<String> words);

  /** Makes the account the owner of a file or folder. */
  void own(Path path) throws IOException;

  /** Whether the account can enter a folder. */
  boolean reaches(Path folder) throws IOException;

  static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /** The account for a new cluster. */
  static Account forNewCluster() throws IOException {
    return isRoot() ? Unprivileged.made() : new Self();
  }

  /** The account of a cluster that is already there: PostgreSQL serves its own files only. */
  static Account ownerOf(Path cluster) throws IOException {
    if (!isRoot()) {
      return new Self();
    }
    var attributes = Files.readAttributes(cluster, "unix:uid,gid");
    int uid = number(attributes, "uid");
    return uid == 0 ? Unprivileged.made() : new Unprivileged(uid, number(attributes, "gid"));
  }

  private static int number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Integer number ? number : 0;
  }

  /** The user that runs this process. */
  record Self() implements Account {
    @Override
    public List<String> running(List<String> words) {
      return words;
    }

    @Override
    public void own(Path path) {}

    @Override
    public boolean reaches(Path folder) {
      return true;
    }
  }

  /** Another user, whom root becomes. */
  record Unprivileged(int uid, int gid) implements Account {

    /** PostgreSQL's programs ask for their user's name, so a bare number will not do. */
    private static final String NAME = "meeting-records";

    private static final String FALLBACK = "nobody";

    /**
     * A system user of our own, made when it is not there: whatever else runs as nobody must not be
     * able to read the cluster. Where no user can be made, nobody has to do.
     */
    static Unprivileged made() throws IOException {
      var here = Path.of("/");
      if (!Files.isExecutable(Path.of("/usr/bin/setpriv"))
          && !Files.isExecutable(Path.of("/bin/setpriv"))) {
        throw new DatabaseUnavailable(
            "PostgreSQL does not run as root, and this system has no setpriv (util-linux) to"
                + " become somebody else. Start as another user, or "
                + ExternalDatabase.HOW);
      }
      if (id("-u", NAME) < 0) {
        try {
          new Command(
                  List.of(
                      "useradd",
                      "--system",
                      "--user-group",
                      "--no-create-home",
                      "--home-dir",
                      "/",
                      "--shell",
                      "/usr/sbin/nologin",
                      NAME))
              .runIn(here);
        } catch (IOException noSuchProgram) {
          // Then it is nobody.
        }
      }
      String name = id("-u", NAME) < 0 ? FALLBACK : NAME;
      int uid = id("-u", name);
      if (uid <= 0) {
        throw new DatabaseUnavailable(
            "PostgreSQL does not run as root, and there is no user nobody to run it. Start as"
                + " another user, or "
                + ExternalDatabase.HOW);
      }
      return new Unprivileged(uid, id("-g", name));
    }

    private static int id(String which, String name) throws IOException {
      var outcome = new Command(List.of("id", which, name)).runIn(Path.of("/"));
      return outcome.status() == 0 ? Integer.parseInt(outcome.output()) : -1;
    }

    @Override
    public List<String> running(List<String> words) {
      var become =
          Stream.of(
              "setpriv",
              "--reuid=" + uid,
              "--regid=" + gid,
              "--clear-groups",
              "--no-new-privs",
              "--");
      return Stream.concat(become, words.stream()).toList();
    }

    @Override
    public void own(Path path) throws IOException {
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean reaches(Path folder) throws IOException {
      var look = running(List.of("test", "-x", folder.toString()));
      return new Command(look).runIn(Path.of("/")).status() == 0;
    }
  }
}
