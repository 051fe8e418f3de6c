package org.meetingrecords.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked from the classpath into a folder named by their checksum. */
record Programs(Path folder, String version) {

  /**
   * First line: the version. Then one line for each file with its size, to tell a whole folder from
   * a torn one.
   */
  private static final String LIST = "unpacked";

  String major() {
    return version.replaceFirst("\\D.*", "");
  }

  String path(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /** The programs below a folder, unpacked there unless they already are. */
  static Programs in(Path parent) throws IOException {
    String archive = Platform.current().archive();
    URL resource = Programs.class.getClassLoader().getResource(archive);
    if (resource == null) {
      throw new DatabaseUnavailable(
          "The embedded PostgreSQL ("
              + archive
              + ") is not in this build: "
              + ExternalDatabase.HOW);
    }
    Folders.makeReadable(parent);
    Path folder = parent.resolve(checksum(resource));
    if (!isWhole(folder)) {
      Folders.delete(folder);
      removeLeftovers(parent);
      unpack(resource, parent, folder);
    }
    return new Programs(folder, Files.readAllLines(folder.resolve(LIST)).getFirst());
  }

  /** What a killed application half unpacked. A fresh one may be another application's work. */
  private static void removeLeftovers(Path parent) throws IOException {
    var old = FileTime.from(Instant.now().minus(Duration.ofMinutes(10)));
    try (var entries = Files.newDirectoryStream(parent, "new-*")) {
      for (Path leftover : entries) {
        if (Files.getLastModifiedTime(leftover).compareTo(old) < 0) {
          Folders.delete(leftover);
        }
      }
    }
  }

  private static void unpack(URL resource, Path parent, Path folder) throws IOException {
    Path fresh = Files.createTempDirectory(parent, "new-");
    try {
      try (var stream = resource.openStream();
          var tar =
              new TarArchiveInputStream(
                  new XZCompressorInputStream(new BufferedInputStream(stream)))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          unpack(tar, entry, fresh);
        }
      }
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.writeString(fresh.resolve(LIST), version(fresh) + "\n" + listed(fresh));
      Files.move(fresh, folder);
    } catch (FileAlreadyExistsException overtaken) {
      // Another application unpacked the same programs meanwhile.
    } finally {
      Folders.delete(fresh);
    }
  }

  private static void unpack(InputStream content, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("an entry outside the archive: " + entry.getName());
    }
    // For compiling against PostgreSQL, which nobody does here.
    if (entry.getName().endsWith(".a") || entry.getName().contains("/pkgconfig")) {
      return;
    }
    if (entry.isDirectory()) {
      Folders.makeReadable(target);
      return;
    }
    Folders.makeReadable(target.resolveSibling(".").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      boolean runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static String version(Path folder) throws IOException {
    String postgres = folder.resolve("bin/postgres").toString();
    try {
      var outcome = new Command(List.of(postgres, "--version")).runIn(folder);
      if (outcome.status() == 0) {
        return outcome.output().replaceFirst(".* ", "");
      }
      throw doesNotRun(outcome.output(), null);
    } catch (IOException notExecutable) {
      throw doesNotRun(String.valueOf(notExecutable.getMessage()), notExecutable);
    }
  }

  private static DatabaseUnavailable doesNotRun(String reason, @Nullable Throwable cause) {
    return new DatabaseUnavailable(
        "The embedded PostgreSQL does not run on this system (%s). On Linux it needs glibc and a folder that programs may run from; else %s"
            .formatted(reason.lines().findFirst().orElse("no reason given"), ExternalDatabase.HOW),
        cause);
  }

  private static String listed(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> size(file) + " " + folder.relativize(file))
          .sorted()
          .collect(Collectors.joining("\n"));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static boolean isWhole(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return false;
    }
    for (String line : Files.readAllLines(list).stream().skip(1).toList()) {
      int space = line.indexOf(' ');
      Path file = folder.resolve(line.substring(space + 1));
      if (!Files.isRegularFile(file)
          || Files.size(file) != Long.parseLong(line.substring(0, space))) {
        return false;
      }
    }
    return true;
  }

  /** The checksum that the jar already holds, so that 15 MB need not be read at every start. */
  private static String checksum(URL resource) throws IOException {
    if (resource.openConnection() instanceof JarURLConnection jar) {
      var entry = jar.getJarEntry();
      return "%08x-%d".formatted(entry.getCrc(), entry.getSize());
    }
    try (var stream = new CheckedInputStream(resource.openStream(), new CRC32())) {
      long size = stream.transferTo(OutputStream.nullOutputStream());
      return "%08x-%d".formatted(stream.getChecksum().getValue(), size);
    }
  }
}
