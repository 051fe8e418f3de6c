package org.meetingrecords.importing.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The files that an import was pointed at, by the names that reports and locators give them. */
public final class Input {

  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final SequencedMap<String, Path> files = new LinkedHashMap<>();
  private final Set<String> named = new HashSet<>();
  private final Progress progress;

  private Input(Progress progress) {
    this.progress = progress;
  }

  public static Input of(List<Path> paths, Progress progress) throws IOException {
    var input = new Input(progress);
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        for (Path file : filesIn(path)) {
          input.add(path.relativize(file), file);
        }
      } else {
        input.named.add(input.add(path.getFileName(), path));
      }
    }
    return input;
  }

  /** Under its short name, unless another file has that. */
  private String add(Path shortName, Path file) throws IOException {
    for (Path each : List.of(shortName, file, file.toAbsolutePath())) {
      String name = each.toString().replace('\\', '/');
      Path other = files.putIfAbsent(name, file);
      if (other == null || Files.isSameFile(other, file)) {
        return name;
      }
    }
    throw new IllegalStateException("two files are " + file.toAbsolutePath());
  }

  /** All files in a folder and its folders, over links too. */
  private static List<Path> filesIn(Path folder) throws IOException {
    try (var found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException fault) {
      throw new FileFault(
          new Place(folder.toString(), 0),
          fault.getCause() instanceof FileSystemLoopException loop
              ? "the link %s leads back to a folder that it is in".formatted(loop.getFile())
              : "cannot be read: " + fault.getCause());
    }
  }

  public Map<String, Path> files() {
    return Collections.unmodifiableMap(files);
  }

  /** The files with names that end so, and those that were named one by one. */
  public List<String> ending(String ending) {
    return files.keySet().stream()
        .filter(name -> name.endsWith(ending) || named.contains(name))
        .toList();
  }

  /** The files that a reader takes, so that progress knows their size. */
  public void expect(List<String> names) throws IOException {
    long bytes = 0;
    for (String name : names) {
      bytes += Files.size(path(name));
    }
    progress.expect(bytes);
  }

  /** The one file of that name, in whatever folder; the file itself as place of the fault. */
  public String named(String name) throws IOException {
    List<String> found = new ArrayList<>();
    for (String file : files.keySet()) {
      if (file.equals(name) || file.endsWith("/" + name)) {
        found.add(file);
      }
    }
    if (found.size() != 1) {
      throw new FileFault(
          new Place(name, 0),
          found.isEmpty()
              ? "this file is not among those given"
              : "there are %d files of this name".formatted(found.size()));
    }
    return found.getFirst();
  }

  private Path path(String name) {
    Path path = files.get(name);
    if (path == null) {
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  public InputStream open(String name) throws IOException {
    try {
      return new Counted(Files.newInputStream(path(name)), progress);
    } catch (IOException fault) {
      throw new FileFault(new Place(name, 0), "cannot be read: " + fault.getMessage());
    }
  }

  /** UTF-8 strictly, without a byte order mark. */
  public Reader text(String name) throws IOException {
    return text(name, StandardCharsets.UTF_8);
  }

  /** Text of an encoding, strictly, without a byte order mark of UTF-8. */
  public Reader text(String name, Charset charset) throws IOException {
    var bytes = new PushbackInputStream(open(name), BYTE_ORDER_MARK.length);
    byte[] first = bytes.readNBytes(BYTE_ORDER_MARK.length);
    boolean marked = first.length == BYTE_ORDER_MARK.length;
    for (int i = 0; marked && i < first.length; i++) {
      marked = (first[i] & 0xFF) == BYTE_ORDER_MARK[i];
    }
    if (!marked) {
      bytes.unread(first);
    }
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static final class Counted extends FilterInputStream {

    private final Progress progress;

    Counted(InputStream stream, Progress progress) {
      super(stream);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        progress.read(1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        progress.read(read);
      }
      return read;
    }
  }
}
