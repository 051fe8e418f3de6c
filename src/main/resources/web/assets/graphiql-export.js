// A button beside Run: all that the query in the editor finds, as a file.
'use strict';

const exportForms = [
  { label: 'CSV', format: 'csv' },
  { label: 'CSV with documentation (.zip)', format: 'csv', archive: true },
  { label: 'Excel (.xlsx)', format: 'xlsx' },
  { label: 'Parquet', format: 'parquet' },
  { label: 'JSON', format: 'json' },
  { label: 'JSON, a line for each (.ndjson)', format: 'ndjson' },
  { label: 'Bundle to import (.ndjson)', format: 'bundle' },
];

/** The name that the server gave the file. */
function exportedName(response, format) {
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
  return named?.[1] ?? `export.${format}`;
}

/** Asks for the file and has the browser save it; an error tells what to show. */
async function saveExport(query, variables, operationName, { format, archive = false }) {
  const response = await fetch(new URL('export', document.baseURI), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, operationName, format, archive }),
  });
  if (!response.ok) {
    const { errors } = await response.json();
    throw new Error(errors.map(({ message }) => message).join('\n'));
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = exportedName(response, format);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}

function parsedVariables(text) {
  if (!text?.trim()) {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The variables are no JSON.');
  }
}

function ExportIcon() {
  return React.createElement(
    'svg',
    { className: 'graphiql-toolbar-icon', viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, 'aria-hidden': true },
    React.createElement('path', { d: 'M8 1.5v9M4.5 7 8 10.5 11.5 7M2 11v3.5h12V11' }),
  );
}

function ExportMenu() {
  const { ToolbarMenu, useEditorContext } = GraphiQL.React;
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const [told, tell] = React.useState({});

  async function run(form) {
    tell({ text: `Exporting ${form.label} …` });
    try {
      const variables = parsedVariables(variableEditor?.getValue());
      const name = await saveExport(queryEditor.getValue(), variables, queryEditor.operationName ?? null, form);
      tell({ text: `Saved ${name}.` });
    } catch (fault) {
      const broken = fault instanceof TypeError;
      tell({ wrong: true, text: broken ? 'The export broke off; nothing was saved. Try again.' : fault.message });
    }
  }

  const items = exportForms.map((form) =>
    React.createElement(ToolbarMenu.Item, { key: form.label, onSelect: () => run(form) }, form.label),
  );
  const status =
    told.text &&
    React.createElement(
      'div',
      { className: told.wrong ? 'export-status export-wrong' : 'export-status', role: told.wrong ? 'alert' : 'status' },
      told.text,
      React.createElement('button', { type: 'button', className: 'graphiql-un-styled', 'aria-label': 'Close', onClick: () => tell({}) }, '×'),
    );
  return React.createElement(
    React.Fragment,
    null,
    React.createElement(ToolbarMenu, { label: 'Export all that this query finds', button: React.createElement(ExportIcon) }, items),
    status,
  );
}
