// Runs the contract's queries on the sample records against a running server and compares the facts in the answers.
// use: node src/check/contract-queries.mjs http://127.0.0.1:8080/graphql FOLDER-OF-QUERIES [--imported]
// --imported: those on records imported from the General Debate Corpus and the General Assembly's roll calls instead
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';

const [address, folder, which] = process.argv.slice(2);
if (!folder) {
  console.error('use: node contract-queries.mjs ADDRESS FOLDER');
  process.exit(2);
}

async function ask(number, variables = {}) {
  const file = readdirSync(folder).find((name) => name.startsWith(number));
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: readFileSync(path.join(folder, file), 'utf8'), variables }),
  });
  const answer = await response.json();
  assert.equal(answer.errors, undefined, `${file}: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

async function query(text) {
  const response = await fetch(`${address}?query=${encodeURIComponent(text)}`);
  return (await response.json()).data;
}

const checks = {
  '01': async () => {
    const { meeting } = await ask('01');
    assert.equal(meeting.startsOn, '2020-12-09');
    assert.equal(meeting.endsOn, '2020-12-10');
    assert.equal(meeting.mode, 'VIRTUAL');
    assert.equal(meeting.declaredParticipants, 21);
    assert.equal(meeting.participation, 'PARTIAL');
    assert.deepEqual(meeting.hosts, [{ name: 'Japan' }]);
    assert.equal(meeting.forum.acronym, 'ASTOP');
    assert.equal(meeting.delegations.totalCount, 13);
    assert.equal(meeting.delegations.nodes.length, 13);
    const [statement, ...others] = meeting.statements.nodes;
    assert.equal(others.length, 0);
    assert.equal(statement.deliveredOn, null);
    assert.deepEqual(statement.delivered, { from: '2020-12-09', to: '2020-12-10', precision: 'INTERVAL' });
    assert.equal(statement.delegation.actor.name, 'China');
    const [speaker] = statement.speakers;
    assert.equal(speaker.person.name, 'Fu Cong');
    assert.equal(speaker.position.title, 'Director-General, Department of Arms Control');
    assert.equal(speaker.position.organization.parent.name, 'Ministry of Foreign Affairs');
    assert.deepEqual(
      statement.citations.map((citation) => citation.target.slug).sort(),
      ['bwc', 'cocom', 'cwc', 'npt', 'unsc-1540-committee', 'unscr-1540']);
    assert.equal(statement.stances.length, 6);
  },
  '02': async () => {
    const { position } = await ask('02');
    assert.equal(position.holders.length, 1);
    const [holder] = position.holders;
    assert.equal(holder.person.name, 'Fu Cong');
    assert.deepEqual([holder.between, holder.attested, holder.before], ['LIKELY', 'CERTAIN', 'UNKNOWN']);
    assert.deepEqual(holder.attestations.map((each) => each.attestedOn), ['2019-10-11', '2019-10-21', null]);
  },
  '08': async () => {
    const { stances } = await ask('08');
    assert.equal(stances.totalCount, 2);
    assert.deepEqual(
      stances.nodes.map((stance) => [stance.target.slug, stance.position]).sort(),
      [['export-controls-as-new-cocom', 'STRONGLY_OPPOSE'], ['votes-without-consultation', 'OPPOSE']]);
    for (const stance of stances.nodes) {
      assert.equal(stance.target.__typename, 'Proposition');
      assert.equal(stance.evidence[0].source.title.startsWith('China urges to safeguard'), true);
    }
  },
  '09': async () => {
    const { meeting } = await ask('09', { slug: 'astop-16' });
    assert.equal(meeting.delegations.totalCount, 13);
    assert.equal(meeting.statements.pageInfo.hasNextPage, false);
  },
  '10': async () => {
    const { statements } = await ask('10', { actor: 'CHN' });
    assert.deepEqual(statements.nodes.map((node) => node.slug), ['astop-16-china']);
  },
  '11': async () => {
    const { meeting } = await query(
      '{ meeting(by: { slug: "astop-16" }) { id forum { id } delegations(first: 1) { nodes { id actor { id } } } } }');
    const [delegation] = meeting.delegations.nodes;
    const ids = [delegation.id, meeting.id, 'ME999999999', delegation.actor.id, meeting.forum.id];
    const { nodes } = await ask('11', { ids });
    assert.deepEqual(nodes.map((node) => node?.__typename), ['Delegation', 'Meeting', undefined, 'Actor', 'Forum']);
    assert.deepEqual(nodes.map((node) => node?.id), ids.map((id) => (id === 'ME999999999' ? undefined : id)));
    assert.equal(nodes[1].sources.length, 2);
  },
  '12': async () => {
    const controls = (await ask('12', { text: 'export controls' })).search.edges;
    const types = controls.map(({ node }) => node.__typename);
    assert.ok(types.includes('Statement'), `no statement among ${types}`);
    assert.ok(types.includes('Topic') || types.includes('Proposition'), `no topic or proposition among ${types}`);
    assert.ok(controls.every(({ highlights }) => highlights[0].snippet.includes('<mark>')));
    const [first] = (await ask('12', { text: 'fu cong' })).search.edges;
    assert.deepEqual([first.node.__typename, first.node.label], ['Person', 'Fu Cong']);
  },
};

const onImportedRecords = {
  '04': async () => {
    const { statements } = await ask('04');
    const relevances = statements.edges.map((edge) => edge.relevance);
    assert.deepEqual(relevances, relevances.toSorted((a, b) => b - a));
    for (const { highlights, node } of statements.edges) {
      assert.match(highlights[0].snippet, /<mark>/);
      assert.ok(node.year >= 2010);
    }
    const seen = new Set(statements.edges.map((edge) => edge.cursor));
    let page = statements;
    while (page.pageInfo.hasNextPage) {
      page = (await ask('04', { after: page.pageInfo.endCursor })).statements;
      page.edges.forEach((edge) => seen.add(edge.cursor));
    }
    assert.equal(seen.size, statements.totalCount);
    assert.ok(statements.totalCount > 50);
  },
  '06': async () => {
    const { statementStatistics: years } = await ask('06');
    const { statements } = await query('{ statements(filter: { text: "nuclear weapon" }) { totalCount } }');
    assert.equal(years.reduce((sum, year) => sum + year.statements, 0), statements.totalCount);
    assert.ok(statements.totalCount > 4000);
  },
  '03': async () => {
    const { statement } = await ask('03');
    assert.equal(statement.year, 2015);
    assert.equal(statement.delivered.precision, 'YEAR');
    assert.equal(statement.meeting.ordinal, 70);
    assert.deepEqual(statement.delegation.actor, { name: 'China', iso3: 'CHN' });
    assert.equal(statement.speakers[0].person.name, 'Xi Jinping');
    assert.equal(statement.speakers[0].position.rank, 'HEAD_OF_STATE');
    const [text] = statement.texts;
    assert.ok(text.segments.length > 10);
    for (const segment of text.segments) {
      assert.equal([...segment.text].length, segment.end - segment.start);
    }
  },
  '05': async () => {
    const { decision } = await ask('05');
    assert.equal(decision.against.totalCount, 21);
    assert.equal(decision.no, 21);
    assert.equal(decision.method, 'RECORDED_VOTE');
    const historic = decision.against.nodes.filter((vote) => vote.actor.kind === 'HISTORIC_STATE');
    assert.ok(historic.some((vote) => vote.actor.name === 'Soviet Union'));
  },
  '07': async () => {
    const { statements } = await ask('07');
    assert.equal(statements.nodes.length, 10);
    for (const statement of statements.nodes) {
      assert.ok(statement.representedActors.some((actor) => actor.name === 'France'));
    }
  },
};

let failed = 0;
const chosen = which === '--imported' ? onImportedRecords : checks;
for (const [number, check] of Object.entries(chosen)) {
  try {
    await check();
    console.log(`ok   contract query ${number}`);
  } catch (wrong) {
    failed++;
    console.log(`FAIL contract query ${number}: ${wrong.message}`);
  }
}
console.log(`contract queries: ${Object.keys(chosen).length - failed} of ${Object.keys(chosen).length} answer as they must`);
process.exit(failed ? 1 : 0);
