package org.meetingrecords.launcher;

import java.lang.reflect.InvocationTargetException;

/**
 * Where the jar starts: on a Java too old for the application, this says so in one line.
 *
 * <p>Compiled for Java 8, unlike all else in the jar, which such a Java refuses to load with a
 * stack trace. It knows Spring Boot's launcher by name only, because that needs Java 17 itself.
 */
public final class Start {

  private static final int NEEDED = 25;
  private static final int WRONG_USE = 2;

  private Start() {}

  public static void main(String[] words) throws Throwable {
    String version = System.getProperty("java.specification.version");
    int java = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    if (java < NEEDED) {
      System.err.println(
          "Meeting Records needs Java "
              + NEEDED
              + " or newer; this is Java "
              + java
              + " ("
              + System.getProperty("java.home")
              + ").");
      System.exit(WRONG_USE);
    }
    try {
      Class.forName("org.springframework.boot.loader.launch.JarLauncher")
          .getMethod("main", String[].class)
          .invoke(null, (Object) words);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
