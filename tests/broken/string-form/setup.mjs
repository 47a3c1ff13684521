import { copyTheme, rewriteStrings } from '../theme.mjs';

export function setUp(site) {
  copyTheme(site);
  rewriteStrings(site, ({ sentences: { privacy, projects, ...sentences }, ...others }) => ({
    sentences: { privacy: ['Privacy'], projects: { one: '{n} project' }, ...sentences },
    ...others,
  }));
}
