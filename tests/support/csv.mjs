// CSV by RFC 4180, and nothing more lenient.

// The rows of a file, the header first. What the standard does not allow is an error that names the line.
export function rowsOf(csv) {
  const rows = [];
  let row = [];
  let at = 0;
  const fail = (why) => {
    throw new Error(`line ${csv.slice(0, at).split('\n').length}: ${why}`);
  };
  const quoted = () => {
    let cell = '';
    for (++at; at < csv.length; ++at) {
      if (csv[at] !== '"') cell += csv[at];
      else if (csv[at + 1] === '"') cell += csv[at++];
      else return ++at, cell;
    }
    return fail('a quote is not closed');
  };
  const plain = () => {
    const [cell] = /^[^,\r\n]*/.exec(csv.slice(at));
    if (cell.includes('"')) fail('a quote within a field that does not begin with one');
    at += cell.length;
    return cell;
  };
  while (at < csv.length) {
    row.push(csv[at] === '"' ? quoted() : plain());
    if (csv[at] === ',') {
      ++at;
      if (at === csv.length) fail('the file ends after a comma');
    } else {
      if (at < csv.length && csv.slice(at, at + 2) !== '\r\n') fail('a line does not end with CR and LF');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  const odd = rows.findIndex((each) => each.length !== rows[0].length);
  if (odd !== -1) throw new Error(`record ${odd + 1} has ${rows[odd].length} fields, and the header ${rows[0].length}`);
  return rows;
}

// The rows as objects by the header's words.
export function recordsOf(csv) {
  const [header, ...rows] = rowsOf(csv);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index], cell])));
}
