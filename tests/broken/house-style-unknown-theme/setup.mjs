import { copyTheme } from '../theme.mjs';

// The shipped theme as the site's own, with the files of this folder in place of those it has.
export function setUp(site) {
  copyTheme(site);
}
