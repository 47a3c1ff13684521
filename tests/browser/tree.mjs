// A page as a screen reader gets it: Chromium's accessibility tree.

// A node as nested { role, name, description, children }, roles as ARIA names them, StaticText for a text. What is not
// told is left out, and its children take its place. `element`: by which Chromium knows the element behind it.
function told(node, nodes) {
  const children = (node.childIds ?? []).flatMap((id) => (nodes.has(id) ? told(nodes.get(id), nodes) : []));
  const { role, name, description, backendDOMNodeId: element } = node;
  if (node.ignored || ['none', 'generic', 'InlineTextBox'].includes(role?.value)) return children;
  const [nameText, descriptionText] = [name, description].map((each) => (each?.value ?? '').replace(/\s+/g, ' '));
  return [{ role: role.value, name: nameText, description: descriptionText, element, children }];
}

function* allIn(node) {
  yield node;
  for (const child of node.children) yield* allIn(child);
}

export const withRole = (node, ...roles) => [...allIn(node)].filter(({ role }) => roles.includes(role));

// All that is read aloud in a node, in its order.
export function textIn(node) {
  return withRole(node, 'StaticText').map(({ name }) => name).join(' ').replace(/\s+/g, ' ').trim();
}

// The cells of a table, row by row, the heads of columns first.
export const cellsIn = (table) => withRole(table, 'row').map((row) => {
  return withRole(row, 'columnheader', 'rowheader', 'cell', 'gridcell').map(textIn);
});

const treeOf = async (session) => {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return told(nodes[0], new Map(nodes.map((node) => [node.nodeId, node])))[0];
};

// Every chart of a page: { kind, conclusion, note, images, lists, tables }. `kind`: that of its component, "ribbon".
export async function chartsOf(tab) {
  const session = await tab.context().newCDPSession(tab);
  const charts = [];
  for (const figure of withRole(await treeOf(session), 'figure')) {
    const { node } = await session.send('DOM.describeNode', { backendNodeId: figure.element });
    const classes = node.attributes[node.attributes.indexOf('class') + 1].split(' ');
    const [caption] = withRole(figure, 'Figcaption');
    charts.push({
      kind: classes.find((name) => name !== 'sl-figure').slice('sl-'.length),
      conclusion: caption && withRole(caption, 'strong').map(textIn).join(' '),
      caption: caption && textIn(caption),
      images: withRole(figure, 'image'),
      lists: withRole(figure, 'list').map((list) => ({ ...list, items: list.children.filter(({ role }) => role === 'listitem') })),
      tables: withRole(figure, 'table'),
      text: textIn(figure),
    });
  }
  await session.detach();
  return charts;
}

// The numbers that a Dutch text says: "€ 1.785.500 in 2024" as [1785500, 2024].
export function numbersIn(text) {
  const found = text.match(/\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?/g) ?? [];
  return found.map((number) => Number(number.replaceAll('.', '').replace(',', '.')));
}
