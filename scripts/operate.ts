import { CannotStart } from '../functions/local/cannot-start.ts';

/** What a command of the operator says at its end. */
export interface Told {
  readonly held: readonly string[];
  readonly wrong: readonly string[];
  readonly said: string;
}

/** The folder that was named. @throws CannotStart with the usage without one */
export const wantedFolder = (usage: string): string => {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) throw new CannotStart(usage);
  return folder;
};

/** Runs the command, tells what it found and how long it took; exit code 1 if anything does not hold. */
export const operate = async (command: () => Promise<Told>): Promise<void> => {
  const begun = Date.now();
  try {
    const { held, wrong, said } = await command();
    for (const line of held) console.log(line);
    for (const line of wrong) console.error(`WRONG ${line}`);
    console.log(said);
    console.log(`It took ${((Date.now() - begun) / 60_000).toFixed(2)} minutes.`);
    if (wrong.length > 0) process.exitCode = 1;
  } catch (cause) {
    if (!(cause instanceof CannotStart)) throw cause;
    console.error(cause.message);
    process.exitCode = 1;
  }
};
