// Opens GraphiQL on this server's own API, with a tab for each first question.
'use strict';

const address = new URLSearchParams(location.search);
// Forms end lines with CR LF; a tab that is open already would not be found again by such a query.
const asked = address.get('query')?.replaceAll('\r\n', '\n');
const questions = Array.from(
  document.querySelectorAll('script[type="application/graphql"]'),
  (element) => ({ query: element.textContent.trim() }),
);
// Other GraphiQLs may have been served from the same host and port: theirs are not our tabs.
const storage = GraphiQL.createLocalStorage({ namespace: 'meeting-records' });

/** What was open when the page was left; GraphiQL alone would open it once more, in a new tab. */
function leftOpen() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(storage.getItem('graphiql:tabState'));
    const { query, variables } = tabs[activeTabIndex];
    return { query: query ?? '', variables: variables ?? '' };
  } catch {
    return {}; // nothing, or nothing that can be read
  }
}

/** The query from the address. Without variables of its own, it must not take over those of an earlier one. */
function fromAddress() {
  const variables = address.get('variables') ?? '';
  const others = questions.filter(({ query }) => variables || query !== asked);
  return { query: asked, variables, defaultTabs: [{ query: asked, variables }, ...others] };
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: new URL('graphql', document.baseURI).href }),
    storage,
    defaultTabs: questions,
    toolbar: { additionalComponent: ExportMenu },
    visiblePlugin: address.has('docs') ? 'Documentation Explorer' : undefined,
    inputValueDeprecation: true,
    schemaDescription: true,
    ...(asked === undefined ? leftOpen() : fromAddress()),
  }),
);
