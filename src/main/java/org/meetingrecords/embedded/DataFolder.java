package org.meetingrecords.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds all that lasts. One application at a time holds it, by a lock that the
 * system drops when the application dies; others may look into it and use what runs there.
 *
 * <pre>
 * lock       locked by the application that holds the folder
 * holder     its process number
 * users      locked (shared) by commands that use the holder's database, and wholly by a holder that
 *            stops it
 * secret     the password of the embedded database
 * home       where postgres/ and programs/ are, when they are not here
 * postgres/  the cluster
 * programs/  PostgreSQL's programs
 * </pre>
 */
final class DataFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  /** For clusters whose unprivileged user cannot enter the data folder. */
  private static final Path ELSEWHERE = Path.of("/var/lib/meeting-records");

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final FileChannel channel;
  private @Nullable FileLock lock;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Opens the folder, made if need be, and takes hold of it unless another application does. */
  static DataFolder open(Path path) throws IOException {
    Path given = path.toAbsolutePath().normalize();
    if (!Files.isDirectory(given)) {
      Files.createDirectories(given.resolveSibling("."));
      // Root's unprivileged user has to pass through; nobody else has to.
      if (Account.isRoot()) {
        Folders.makePassable(given);
      } else {
        Files.createDirectory(given, OWNER_ONLY);
      }
    }
    Path folder = given.toRealPath();
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var opened = new DataFolder(folder, channel);
    opened.takeHold();
    return opened;
  }

  /**
   * Takes hold of the folder unless another application does. Through the one channel: to close a
   * locked file anywhere in a process drops its lock.
   */
  boolean takeHold() throws IOException {
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
    if (lock == null) {
      return false;
    }
    // A file of its own, as others must not open and close the locked one.
    Files.writeString(folder.resolve("holder"), ProcessHandle.current().pid() + "\n");
    return true;
  }

  Path folder() {
    return folder;
  }

  boolean isHeld() {
    return lock != null;
  }

  /** Who holds the folder, in words. */
  String holder() {
    try {
      return "process " + Files.readString(folder.resolve("holder")).strip();
    } catch (IOException unknown) {
      return "another process";
    }
  }

  /** Marks this process as a user of the holder's database, until the channel is closed. */
  FileChannel use() throws IOException {
    var users = users();
    users.lock(0, Long.MAX_VALUE, true);
    return users;
  }

  /** Waits until no command uses the database any more, and keeps others out until it is closed. */
  FileChannel awaitUsers() throws IOException {
    var users = users();
    users.lock();
    return users;
  }

  private FileChannel users() throws IOException {
    return FileChannel.open(
        folder.resolve("users"),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  Optional<String> secret() throws IOException {
    Path file = folder.resolve("secret");
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  String newSecret() throws IOException {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    Folders.writePrivately(folder.resolve("secret"), secret + "\n", new Account.Self());
    return secret;
  }

  /** Where the cluster and the programs are: here, or where the folder points to. */
  Path home() throws IOException {
    Path pointer = folder.resolve("home");
    return Files.exists(pointer) ? Path.of(Files.readString(pointer).strip()) : folder;
  }

  /** The home for an account that may be unable to enter the folder: then one it can reach. */
  Path homeFor(Account account) throws IOException {
    Path home = home();
    if (!home.equals(folder)) {
      refuseCopy(home);
      Folders.makePassable(home);
      Files.writeString(home.resolve("data-folder"), folder + "\n");
    } else if (!account.reaches(folder)) {
      home = elsewhere();
      Folders.makePassable(ELSEWHERE);
      Folders.makePassable(home);
      Files.writeString(home.resolve("data-folder"), folder + "\n");
      // Only now: a home that nothing points to is left alone by everybody.
      Folders.writePrivately(folder.resolve("home"), home + "\n", new Account.Self());
    }
    return home;
  }

  /**
   * A copy of a data folder points to the same home as the original. While the original is there, a
   * server started on the copy would take the original's database away from under it.
   */
  private void refuseCopy(Path home) throws IOException {
    Path note = home.resolve("data-folder");
    if (!Files.exists(note)) {
      return;
    }
    Path owner = Path.of(Files.readString(note).strip());
    Path pointer = owner.resolve("home");
    if (!owner.equals(folder)
        && Files.isReadable(pointer)
        && Files.readString(pointer).strip().equals(home.toString())) {
      throw new DatabaseUnavailable(
          "The data folder %s is a copy of %s: the database of both is %s. Delete the file home in"
                  .formatted(folder, owner, home)
              + " the copy to begin anew there.");
    }
  }

  Path programs(Path home) {
    return home.equals(folder) ? home.resolve("programs") : ELSEWHERE.resolve("programs");
  }

  private Path elsewhere() throws IOException {
    String name = hash(folder.toString());
    Path home = ELSEWHERE.resolve(name);
    for (int next = 2; Files.exists(home.resolve("postgres")); next++) {
      stopAbandoned(home);
      LOG.warn(
          "{} holds the database of an earlier {}; it is left alone and may be deleted",
          home,
          folder);
      home = ELSEWHERE.resolve(name + "-" + next);
    }
    return home;
  }

  /** Its application was killed; without clients the server stops by the gentlest signal. */
  private void stopAbandoned(Path home) throws IOException {
    Postmaster.noted(home.resolve("postgres"))
        .filter(noted -> isAbandoned(home, noted))
        .flatMap(noted -> ProcessHandle.of(noted.pid()))
        .ifPresent(ProcessHandle::destroy);
  }

  /** Whether a server runs on a home that nobody has moved to another data folder. */
  private boolean isAbandoned(Path home, Postmaster noted) {
    try {
      return Files.readString(home.resolve("data-folder")).strip().equals(folder.toString())
          && noted.runsOn(home.resolve("postgres"));
    } catch (IOException unknown) {
      return false;
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
