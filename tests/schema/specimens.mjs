// Texts for the definitions of the schemas that ask for a form: on the edge, on either side of it. What counts as
// right is not said here: the schema and the program each judge them, and have to agree. The first two of each tell a
// definition from the others.
export const specimens = {
  text: [
    '', 'é', ' ', ' x ', ' \t\r\n', '\u00a0',
  ],
  id: [
    'a-b', 'a_b', '-a', '', 'a', '7', 'a--b', ' ', 'a-', 'Hoofdletter', 'met spatie', 'a.b', 'a/b', 'é', 'a\n',
    'x'.repeat(80), 'x'.repeat(81),
  ],
  reference: [
    'bestaat-niet', 'Hoofdletter', '', ' ', 'met spatie', 'a/b', 'é',
  ],
  date: [
    '2024-Q2', '2024-13', '2024-02', '', '2024', '1900', '2199', '1899', '2200', '0000', '24', '20245', '2024-',
    '2024-01', '2024-12', '2024-00', '2024-13', '2024-4', '2024-Q1', '2024-Q4', '2024-Q0', '2024-Q5', '2024-q1',
    '2024-K1', '2024Q1', '2024-Q1-01', '2024-01-31', '2024-01-32', '2024-01-00', '2024-01-1', '2024-04-30',
    '2024-04-31', '2024-11-31', '2024-12-31', '2023-02-28', '2024-02-29', '2024-02-30', '2023-02-29', '2000-02-29',
    '1900-02-29', '1904-02-29', '2100-02-29', '2196-02-29', '2024-13-01', '2024/04/18', '18-04-2024',
    '2024-04-18T00:00', ' 2024', '2024 ', '2024\n', 'april 2024', '\u0662\u0660\u0662\u0664',
  ],
  year: [
    '2023', '2024-04', '2024', '1899', '1900', '2199', '2200', '24', '2024-Q1', '2024-04-18', '', 'tweeduizend',
    ' 2024',
  ],
  web_address: [
    'https://example.nl', '/privacy.html', 'https://', '', 'http://example.nl/a?b#c', 'https://é.nl/', 'http://',
    'http://x', 'https:/example.nl', 'HTTPS://example.nl', 'ftp://example.nl', 'example.nl', '//example.nl',
    'https://example.nl/a b', 'https://example.nl/"', 'https://example.nl/<', 'https://example.nl\\',
    'https://example.nl\n', 'javascript:alert(1)', 'mailto:a@example.nl',
  ],
  site_or_web_address: [
    '/privacy.html', 'privacy.html', '/', '', 'https://example.nl', '/a/b.html#c', '//example.nl', '/a//b', '/a b',
    '/\\a', '/"', '/é', 'https://', '/ ', '/\n', 'javascript:alert(1)',
  ],
  email: [
    'a@b.nl', 'a.b+c@d.e.nl', 'é@example.nl', '', ' ', 'a', '@b.nl', 'a@', 'a@b', 'a@.nl', 'a@b.', 'a@b..nl',
    'a@b.nl.', 'a@@b.nl', 'a@b@c.nl', 'a b@c.nl', 'a@b.nl,c@d.nl', 'A <a@b.nl>', 'a@b.nl\n', 'mailto:a@b.nl',
    'a@b.nl?x=y', 'a\\@b.nl',
  ],
  base_url: [
    'https://a/', 'http://example.nl/map/', 'https://example.nl', 'https://', 'https:///', 'https:///a/', '/',
    'example.nl/', 'ftp://example.nl/', 'https://example.nl/?a/', 'https://example.nl/#a/', 'https://?/',
    'https://exa mple.nl/', 'https://example.nl/"/', 'https://é.nl/', '', 'https://\\/',
  ],
  signing_key: [
    'RWQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD', 'RWQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oq', '', 'RW', 'RXQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD', 'RWUn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD', 'RWQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD ',
    'RWQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD\n', 'RWQn01zuIg-Mhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD', 'RWTn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD',
  ],
  commitment_id: [
    'T20-27', 't20 27', 'Motie 3', 'é', '7', '', ' ', ' T1', 'T1 ', 'T1\n', 'a/b', 'a\\b', '/', '.', '..', '-',
    '---', 'C:', 'C:a', '7:a', 'a:b', 'a\u0001b', 'a\u007fb', 'a\u0085b', 'T'.repeat(80), 'T'.repeat(81), '\u00a0',
    'T1\u00a0',
  ],
};

// The same for the keys of objects whose keys are data.
export const keySpecimens = {
  years: specimens.year,
  by_council: ['bestaat-niet', 'Hoofdletter', 'regio', '', 'met spatie', 'a/b', 'a~b', 'é'],
};
