import { copyTheme, rewriteStrings } from '../theme.mjs';

export function setUp(site) {
  copyTheme(site);
  rewriteStrings(site, ({ script, ...others }) => others);
}
