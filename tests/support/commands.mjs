// What texts tell a reader to type: whether the program has those commands and options.
import { run } from './program.mjs';

// The commands of the program with their options, as --help tells them: { check: ['--site', …], 'sheet export': […] }.
export async function knownCommands(words = []) {
  const { stdout } = await run([...words, '--help']);
  const [options, commands] = stdout.split('\nSubcommands:\n');
  const known = words.length === 0 ? {} : { [words.join(' ')]: [...options.matchAll(/(?<=^ +(?:-\w,)?)--[a-z-]+/gm)].map(([option]) => option) };
  for (const [, name] of (commands ?? '').matchAll(/^ {2}([a-z]+)\s/gm)) Object.assign(known, await knownCommands([...words, name]));
  return known;
}

// Every `stoplicht …` of a text, in code or as a line of a shell, as its words: [['check', '--site', 'monitor']].
export function commandsIn(text) {
  const typed = text.matchAll(/(?<=`|^\s*(?:- )?)stoplicht((?: +(?:"[^"\n]*"|[^\s`"&|;]+))+)/gm);
  return [...typed].map(([, rest]) => rest.match(/"[^"]*"|[^\s"]+/g)).filter(([name]) => /^[a-z]+$/.test(name));
}

// The commands and options of a text that are not known.
export function unknownIn(text, known) {
  return commandsIn(text).flatMap((words) => {
    const name = [words.slice(0, 2).join(' '), words[0]].find((each) => Object.hasOwn(known, each));
    if (name === undefined) return [`stoplicht ${words.slice(0, 2).join(' ')}`];
    const options = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0]);
    return options.filter((option) => !known[name].includes(option)).map((option) => `stoplicht ${name} ${option}`);
  });
}
