import { copyTheme, rewriteStrings } from '../theme.mjs';

export function setUp(site) {
  copyTheme(site);
  rewriteStrings(site, ({ sentences: { privacy, ...sentences }, labels }) => ({
    sentences: { privacy: 'Privacy bij {gemeente}', ...sentences },
    labels,
  }));
}
