package org.meetingrecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.meetingrecords.record.DatePrecision;
import org.meetingrecords.record.DateSpan;
import org.meetingrecords.record.Identifier;
import org.meetingrecords.record.Name;
import org.meetingrecords.record.NameKind;
import org.meetingrecords.source.Provenance;
import org.meetingrecords.source.SourceLink;
import org.postgresql.util.PSQLException;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where tests put records and take them from, with the rows that records of other packages need.
 */
public class Shelf {

  public static final DateSpan DAY = DateSpan.day(LocalDate.of(2020, 12, 9));
  public static final DateSpan YEAR =
      new DateSpan(
          LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31), DatePrecision.YEAR, "in 2021");

  public static final Set<Name> NAMES =
      Set.of(
          new Name("傅聪", "zh", NameKind.ORIGINAL_SCRIPT, null, null),
          new Name("Fu Cong", null, NameKind.TRANSLITERATION, DAY, YEAR));

  public static final Set<Identifier> IDENTIFIERS =
      Set.of(new Identifier("test", "1"), new Identifier("test", "2"));

  private final JdbcClient database;
  private int rows;

  Shelf(JdbcClient database) {
    this.database = database;
  }

  /**
   * Stores what is new, reads it back and finds it the same; then stores it as it was read, and
   * finds its parts under the ids that they had.
   */
  public <T> T storesAndReadsBack(ListCrudRepository<T, Long> repository, T fresh) {
    long id = id(repository.save(fresh));
    checkLinks();
    T stored = repository.findById(id).orElseThrow();
    assertSame(stored, fresh, "(.*\\.)?id", "version", "createdAt", "updatedAt");

    repository.save(stored);
    checkLinks();
    T storedAgain = repository.findById(id).orElseThrow();
    assertSame(storedAgain, stored, "version", "updatedAt");
    return storedAgain;
  }

  private static <T> long id(T saved) {
    try {
      var id = saved.getClass().getDeclaredMethod("id");
      return (Long) id.invoke(saved);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void assertSame(Object found, Object expected, String... ignored) {
    assertThat(found)
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .ignoringFieldsMatchingRegexes(ignored)
        .isEqualTo(expected);
  }

  /** Checks now what would otherwise wait for the end of the transaction. */
  public void checkLinks() {
    run("set constraints all immediate");
    run("set constraints all deferred");
  }

  public void run(String command) {
    database.sql(command).update();
  }

  /** The command is refused, and the rule that refuses it is the one of this name. */
  public void refuses(String rule, String command) {
    run("savepoint before");
    assertThatThrownBy(
            () -> {
              run(command);
              checkLinks();
            })
        .as(command)
        .rootCause()
        .isInstanceOfSatisfying(
            PSQLException.class, refusal -> assertThat(rule(refusal)).isEqualTo(rule));
    run("rollback to savepoint before");
  }

  private static String rule(PSQLException refusal) {
    var message = refusal.getServerErrorMessage();
    return message.getConstraint() != null ? message.getConstraint() : message.getColumn();
  }

  public <T> T value(Class<T> type, String query) {
    return database.sql(query).query(type).single();
  }

  public Provenance provenance() {
    return new Provenance(Set.of(new SourceLink(link(source()), "p. 1")), Set.of(), Set.of());
  }

  public static <T> AggregateReference<T, Long> link(long id) {
    return AggregateReference.to(id);
  }

  public long actor() {
    return row("actor", "slug, name, kind", "'%s', 'An actor', 'STATE'");
  }

  public long source() {
    return row("source", "slug, title, kind, authority", "'%s', 'A source', 'BOOK', 'USER'");
  }

  public long person() {
    return row("person", "slug, name", "'%s', 'A person'");
  }

  public long position() {
    return row("position", "slug, title, organization_id", "'%s', 'An office', " + actor());
  }

  public long topic() {
    return row("topic", "slug, scheme, name", "'%s', 'test', 'A topic'");
  }

  public long forum() {
    return row("forum", "slug, name, kind", "'%s', 'A forum', 'DIALOGUE'");
  }

  public long meeting() {
    return row("meeting", "slug, title", "'%s', 'A meeting'");
  }

  public long meetingPart(long meeting) {
    return row("meeting_part", "meeting_id, kind", meeting + ", 'SITTING'");
  }

  public long agendaItem(long meeting) {
    return row("agenda_item", "meeting_id, title", meeting + ", 'An item'");
  }

  public long delegation(long meeting) {
    return row("delegation", "meeting_id, actor_id", meeting + ", " + actor());
  }

  public long instrument() {
    return row("instrument", "slug, kind, title", "'%s', 'TREATY', 'A treaty'");
  }

  public long statement(long meeting) {
    return row("statement", "slug, meeting_id, kind", "'%s', " + meeting + ", 'SPEECH'");
  }

  public long text(long statement) {
    return row("text_version", "statement_id, language, body", statement + ", 'en', 'One two'");
  }

  public long proposition() {
    return row("proposition", "slug, wording", "'%s', 'A claim'");
  }

  private long row(String table, String columns, String values) {
    String slug = "row-" + ++rows;
    return value(
        Long.class,
        "insert into %s (%s) values (%s) returning id"
            .formatted(table, columns, values.formatted(slug)));
  }
}
