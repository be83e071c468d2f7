/** `npm start`: builds when needed, serves the site, says where. HOST and PORT choose the address. */
import { rmSync, writeFileSync } from 'node:fs';
import { ensureSite, isBuilt } from './build.mjs';
import { at, SITES } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain.mjs';
import { serve } from './lib/serve.mjs';

/** @returns {number} */
function readPort(text = '4173') {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new PlainError(`PORT must be a whole number from 0 to 65535, not "${text}".`, 2);
  return port;
}

await run(async () => {
  const host = process.env.HOST || 'localhost';
  const port = readPort(process.env.PORT || undefined);
  if (!isBuilt(SITES.vfd)) {
    console.log('Building the site; this takes about half a minute …');
    await ensureSite(SITES.vfd, { quiet: true });
  }
  const site = await serve({
    dir: at(SITES.vfd.out),
    host,
    port,
    onTaken: (asked, found) => console.log(`Port ${asked} is taken; using ${found}.`)
  });
  console.log(`Volga Industrial Atlas: ${site.url}`);

  // npm does not pass every signal on; whoever must end this very process finds its number here.
  const pidFile = process.env.ATLAS_PID_FILE;
  if (pidFile) writeFileSync(pidFile, `${process.pid}\n`);
  const end = async () => {
    if (pidFile) rmSync(pidFile, { force: true });
    await site.close();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
});
