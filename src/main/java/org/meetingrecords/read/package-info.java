/**
 * Reads a request's selection in one SQL statement for each root field; knows no feature.
 *
 * <p>A feature says in a {@link org.meetingrecords.read.Declaration} what the naming rule does not
 * give: orders, computed fields, rows that are reached in their own way. {@link
 * org.meetingrecords.read.Model} is all of that checked against schema and database, {@link
 * org.meetingrecords.read.Reader} answers root fields with it.
 *
 * <p><b>An example.</b> A client asks
 *
 * <pre>{@code
 * {
 *   meeting(by: { slug: "astop-16" }) {
 *     title
 *     forum { acronym }
 *     delegations(first: 2) {
 *       totalCount
 *       nodes { capacity actor { name } }
 *       pageInfo { hasNextPage }
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>{@link org.meetingrecords.read.Selection} collects what is selected below {@code meeting}, for
 * {@link org.meetingrecords.read.SelectionSql} to write each field as a key of an object: {@code
 * title} is a column; {@code forum} a left join; {@code delegations} a subselect, by {@link
 * org.meetingrecords.read.ConnectionSql}. That one reads rows first, one more than the page has, so
 * that {@code hasNextPage} is known, and joins the actors to those rows only:
 *
 * <pre>{@code
 * /* Query.meeting *}{@code / -- and around it a case that refuses what is too large: Bounded
 * select (
 *   select json_build_object(
 *     'title', t1."title",
 *     'forum', case when t2.id is not null then json_build_object('acronym', t2."acronym") end,
 *     'delegations', (
 *       select json_build_object(
 *         'totalCount', (select count(*) from delegation t3 where t3.meeting_id = t1.id),
 *         'nodes', coalesce(json_agg(x.c0 order by x.page_row) filter (where x.page_row <= 2), '[]'),
 *         'pageInfo', json_build_object('hasNextPage', count(*) > 2))
 *       from (
 *         select
 *           json_build_object(
 *             'capacity', t4."capacity",
 *             'actor', case when t5.id is not null then json_build_object('name', t5."name") end) as c0,
 *           t4.page_row
 *         from (
 *           select t3.*, row_number() over (order by t3.id) as page_row
 *           from delegation t3
 *           where t3.meeting_id = t1.id
 *           order by t3.id
 *           limit 3) t4
 *         left join "actor" t5 on t5.id = t4."actor_id") x))
 *   from "meeting" t1
 *   left join "forum" t2 on t2.id = t1."forum_id"
 *   where t1."slug" = ?::text)
 * }</pre>
 *
 * <p>PostgreSQL returns the field's finished JSON, with the client's own keys in the client's
 * order, and it goes to the wire as it is:
 *
 * <pre>{@code
 * {"title" : "16th Asian Senior-level Talks on Non-Proliferation",
 *  "forum" : {"acronym" : "ASTOP"},
 *  "delegations" : {"totalCount" : 13,
 *    "nodes" : [{"capacity" : "PARTICIPANT", "actor" : {"name" : "Japan"}},
 *               {"capacity" : "PARTICIPANT", "actor" : {"name" : "Australia"}}],
 *    "pageInfo" : {"hasNextPage" : true}}}
 * }</pre>
 *
 * <p>Values travel as bind parameters. What stands in the text comes from declarations, but for
 * response keys, which are GraphQL names, and page sizes, which are numbers. Equal selections make
 * equal texts, so that PostgreSQL knows the statement when it comes again.
 */
@NullMarked
package org.meetingrecords.read;

import org.jspecify.annotations.NullMarked;
