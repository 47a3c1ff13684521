// A site as the benchmark makes it: of many more words than ours, so that lists of postings stand in files of their own.
import { writeSite } from '../bench/site.mjs';
import { vocabulary } from '../bench/words.mjs';
import { build, temporaryFolder } from './sites.mjs';

export async function builtGenerated() {
  const site = temporaryFolder();
  writeSite(site, { councils: 3, periods: 6, projects: 40, vocabulary: vocabulary() });
  return build(site);
}
