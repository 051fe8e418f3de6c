package org.meetingrecords.sample;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.delegation.Delegation;
import org.meetingrecords.forum.Forum;
import org.meetingrecords.instrument.Instrument;
import org.meetingrecords.meeting.Meeting;
import org.meetingrecords.person.Person;
import org.meetingrecords.position.Position;
import org.meetingrecords.position.Tenure;
import org.meetingrecords.proposition.Proposition;
import org.meetingrecords.proposition.Stance;
import org.meetingrecords.source.Source;
import org.meetingrecords.statement.Statement;
import org.meetingrecords.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.support.Repositories;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Puts the sample records into a database that holds nothing yet but the reference data, before
 * anybody can ask: in one transaction, so that whatever stops it leaves nothing behind.
 */
@Component
@ConditionalOnBooleanProperty(name = "records.sample", matchIfMissing = true)
class Sample implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(Sample.class);

  /** Of two applications that start together, one waits here and then finds the records there. */
  private static final String ONE_AT_A_TIME =
      "/* Sample.afterSingletonsInstantiated */ select pg_advisory_xact_lock(2020120910)";

  /** Actors and a source are in every database, from the reference data. */
  private static final String IS_EMPTY =
      "/* Sample.afterSingletonsInstantiated */"
          + " select not exists (select from record where type not in ('ACTOR', 'SOURCE'))";

  /** What each section of the file holds. */
  private static final Map<String, Class<?>> SECTIONS =
      Map.ofEntries(
          Map.entry("sources", Source.class),
          Map.entry("actors", Actor.class),
          Map.entry("people", Person.class),
          Map.entry("positions", Position.class),
          Map.entry("tenures", Tenure.class),
          Map.entry("topics", Topic.class),
          Map.entry("forums", Forum.class),
          Map.entry("meetings", Meeting.class),
          Map.entry("delegations", Delegation.class),
          Map.entry("instruments", Instrument.class),
          Map.entry("statements", Statement.class),
          Map.entry("propositions", Proposition.class),
          Map.entry("stances", Stance.class));

  private final Repositories repositories;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Reading reading;

  Sample(ListableBeanFactory beans, JdbcClient database, PlatformTransactionManager transactions) {
    this.repositories = new Repositories(beans);
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.reading = new Reading(new Links(database));
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          database.sql(ONE_AT_A_TIME).query((RowCallbackHandler) row -> {});
          if (database.sql(IS_EMPTY).query(Boolean.class).single()) {
            sections().forEach(this::save);
            LOG.info("Loaded the sample records; RECORDS_SAMPLE=false leaves them out.");
          }
        });
  }

  /** One record at a time, since each may be linked to those above it. */
  private void save(String section, Collection<?> entries) {
    Class<?> type = SECTIONS.get(section);
    if (type == null) {
      throw new IllegalStateException("The sample has an unknown section: " + section);
    }
    @SuppressWarnings("unchecked")
    var repository =
        (CrudRepository<Object, Long>) repositories.getRepositoryFor(type).orElseThrow();
    for (Object entry : entries) {
      repository.save(reading.read(entry, type));
    }
  }

  private static Map<String, Collection<?>> sections() {
    try (var file = new ClassPathResource("sample/astop.yaml").getInputStream()) {
      Map<String, Collection<?>> sections =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return new LinkedHashMap<>(sections);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
