package org.meetingrecords.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an empty database holds after the first start. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class SampleTest {

  @Autowired private Sample sample;
  @Autowired private JdbcClient database;

  @Test
  void holdsTheMeetingWithItsThirteenDelegations() {
    assertThat(
            list(
                """
                select actor.iso3 || ' ' || name_as_recorded from delegation
                join meeting on meeting.id = meeting_id join actor on actor.id = actor_id
                where meeting.slug = 'astop-16' and capacity = 'PARTICIPANT' order by delegation.id
                """))
        .containsExactly(
            "JPN Japan",
            "AUS Australia",
            "CHN China",
            "FRA France",
            "IND India",
            "IDN Indonesia",
            "MYS Malaysia",
            "NZL New Zealand",
            "KOR ROK",
            "SGP Singapore",
            "THA Thailand",
            "USA United States",
            "VNM Vietnam");
  }

  @Test
  void showsTheSpeakerInHisOffice() {
    assertThat(
            list(
                """
                select concat_ws(', ', person.name, position.title, organization.name, parent.name)
                from statement
                join speaker on speaker.statement_id = statement.id
                join person on person.id = speaker.person_id
                join position on position.id = speaker.position_id
                join actor organization on organization.id = position.organization_id
                join actor parent on parent.id = organization.parent_id
                where statement.slug = 'astop-16-china' and statement.delivered_on is null
                """))
        .containsExactly(
            "Fu Cong, Director-General, Department of Arms Control, Department of Arms Control,"
                + " Ministry of Foreign Affairs");
  }

  @Test
  void knowsHowSureTheOfficeIs() {
    assertThat(
            list(
                """
                select tenure_certainty(tenure.id, day)
                from tenure join position on position.id = position_id,
                  unnest(array[date '2020-01-15', date '2020-12-10', date '2015-01-01']) day
                where position.slug = 'director-general-arms-control-mfa-china'
                """))
        .containsExactly("LIKELY", "CERTAIN", "UNKNOWN");
  }

  @Test
  void showsWhereChinaStandsWithTheEvidence() {
    assertThat(
            list(
                """
                select stance.position || ' ' || record.slug from stance
                join record on record.id = target_id
                join actor on actor.id = holder_id
                where actor.slug = 'china' and exists (
                  select from stance_evidence
                  where stance_id = stance.id and source_id is not null)
                """))
        .containsExactlyInAnyOrder(
            "SUPPORT npt-bwc-cwc-universal",
            "SUPPORT existing-regime",
            "STRONGLY_OPPOSE export-controls-as-new-cocom",
            "OPPOSE votes-without-consultation",
            "SUPPORT inclusive-export-controls",
            "SUPPORT tailored-capacity-building");
  }

  @Test
  void hasASourceForEveryRecord() {
    assertThat(
            list(
                """
                select slug from record where type not in ('SOURCE', 'ACTOR')
                  and slug in (%s) and not exists (
                    select from source_link where source_link.record_id = record.id)
                """
                    .formatted(
                        "'astop', 'astop-13', 'astop-16', 'astop-18', 'astop-16-china', 'fu-cong',"
                            + " 'npt', 'bwc', 'cwc', 'unscr-1540'")))
        .isEmpty();
  }

  @Test
  void leavesADatabaseAloneThatHoldsRecords() {
    String meetings = "select slug from meeting order by slug";
    var before = list(meetings);
    sample.afterSingletonsInstantiated();
    assertThat(list(meetings)).isEqualTo(before).contains("astop-13", "astop-16", "astop-18");
  }

  private List<String> list(String query) {
    return database.sql(query).query(String.class).list();
  }
}
