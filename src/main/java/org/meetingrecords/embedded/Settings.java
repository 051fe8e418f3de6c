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
      # The application's roles, by password, from this machine. No superuser.
      host all postgres 127.0.0.1/32 reject
      host all all 127.0.0.1/32 scram-sha-256
      """;

  /** The line of clusters that had one role only. */
  private static final String ONE_ROLE = "host all meeting_records 127.0.0.1/32 scram-sha-256\n";

  private static final String ALL_ROLES =
      """
      host all postgres 127.0.0.1/32 reject
      host all all 127.0.0.1/32 scram-sha-256
      """;

  /**
   * What everybody may call unless it is taken away, and a reader must not: functions that store
   * large objects, lock, notify, write to the log or end other sessions, and blocks of code. By
   * superusers only, and once for each database; those made later from the template are as it is.
   */
  static final String RESTRICTED =
      """
      do $$ declare f regprocedure; begin for f in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace \
      and (proname ~ '^(lo_(creat|create|from_bytea|open|put|truncate|truncate64|unlink)|lowrite|pg_notify|pg_logical_emit_message)$' \
      or proname ~ '^pg_(try_)?advisory_(xact_)?lock' or proname in ('pg_terminate_backend', 'pg_cancel_backend')) loop \
      execute format('revoke execute on function %s from public', f); \
      execute format('grant execute on function %s to meeting_records with grant option', f); end loop; end $$""";

  static final String NO_BLOCKS = "revoke usage on language plpgsql from public";
  static final String BLOCKS_FOR_OWNER = "grant usage on language plpgsql to meeting_records";

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

  /** Lets further roles in where only one was; the owner's own lines stay. */
  static String withAllRoles(String hba) {
    return hba.replace(ONE_ROLE, ALL_ROLES);
  }

  /** The port in settings that were written before; 0 when there is none. */
  static int port(String settings) {
    var matcher = PORT.matcher(settings);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
