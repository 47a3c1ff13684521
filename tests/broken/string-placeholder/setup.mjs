import { copyTheme, rewriteStrings } from '../theme.mjs';

export function setUp(site) {
  copyTheme(site);
  rewriteStrings(site, ({ sentences: { privacy, ...sentences }, ...others }) => ({
    sentences: { privacy: 'Privacy bij {gemeente}', ...sentences },
    ...others,
  }));
}
