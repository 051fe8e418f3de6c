package org.meetingrecords.embedded;

import java.util.regex.Pattern;

/** The settings of the embedded PostgreSQL, fit for a small machine. */
final class Settings {

  /** Rewritten at every start, so that a new version of the application brings its own settings. */
  static final String FILE = "meeting-records.conf";

  /** The owner's own settings, empty at first. */
  static final String OWN = "own.conf";

  /** Written once: what follows the first include is the owner's to add to. */
  static final String MAIN =
      """
      # Meeting Records rewrites meeting-records.conf at every start.
      # Your own settings go into own.conf beside this file, and win.
      include = 'meeting-records.conf'
      include_if_exists = 'own.conf'
      """;

  static final String HBA =
      """
      # The application, by password, from this machine. No superuser.
      host all meeting_records 127.0.0.1/32 scram-sha-256
      """;

  private static final Pattern PORT = Pattern.compile("(?m)^port = (\\d+)$");

  private Settings() {}

  static String ours(int port) {
    return """
    # Rewritten by Meeting Records at every start; own.conf is for your own settings.
    listen_addresses = '127.0.0.1'
    port = %d
    # The application connects by TCP, and a socket in /tmp would be seen by everybody.
    unix_socket_directories = ''
    max_connections = 100
    password_encryption = 'scram-sha-256'

    fsync = on
    full_page_writes = on
    synchronous_commit = on

    shared_buffers = 256MB
    effective_cache_size = 1GB
    work_mem = 16MB
    maintenance_work_mem = 128MB
    max_wal_size = 1GB
    wal_compression = on
    # Solid-state disks: a page out of order costs little more than one in order.
    random_page_cost = 1.1
    # Compiling costs more than it saves on queries of milliseconds.
    jit = off

    datestyle = 'ISO, YMD'
    timezone = 'UTC'
    log_timezone = 'UTC'
    default_text_search_config = 'pg_catalog.simple'
    # Lines about every start and checkpoint are of no use in a log that nobody rotates.
    log_checkpoints = off
    log_line_prefix = '%%m [%%p] '
    """
        .formatted(port);
  }

  /** The port in settings that were written before; 0 when there is none. */
  static int port(String settings) {
    var matcher = PORT.matcher(settings);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
