/*
 * The `test` of every browser test. Whatever else it checks, a test fails when one of its pages asks another host for
 * anything, logs an error, or throws; a test that means to cause such a fault says so by `faults.expect(/…/)`.
 */
import { test as base, type BrowserContext } from '@playwright/test';

export { expect } from '@playwright/test';

function server(name: 'ATLAS_URL' | 'LAGOON_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: tests/e2e/servers.ts sets it`);
  return url;
}

/** Address on the site of the real pack; `page.goto('/method')` reaches it too. */
export const atlasUrl = (path = '/'): string => new URL(path, server('ATLAS_URL')).href;
/** Address on the site of the fictitious pack. */
export const lagoonUrl = (path = '/'): string => new URL(path, server('LAGOON_URL')).href;

class Faults {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [];

  /**
   * Faults this test causes on purpose, by their message: "console: …", "thrown: …" or "foreign request: …".
   * A page that does not exist causes two: the browser's (/status of 404/) and SvelteKit's (/Not found/).
   */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /** Watches a context; the test's own is watched already, one a test makes itself must be handed in. */
  watch(context: BrowserContext): void {
    const own = new Set([new URL(server('ATLAS_URL')).host, new URL(server('LAGOON_URL')).host]);
    context.on('request', (request) => {
      const url = new URL(request.url());
      // data: and blob: stay inside the page.
      if (/^(https?|wss?):$/.test(url.protocol) && !own.has(url.host)) this.#seen.push(`foreign request: ${url.href}`);
    });
    context.on('page', (page) => {
      page.on('websocket', (socket) => {
        if (!own.has(new URL(socket.url()).host)) this.#seen.push(`foreign request: ${socket.url()}`);
      });
    });
    context.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#seen.push(`thrown: ${error.error().message}`));
  }

  unexpected(): string[] {
    return this.#seen.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }
}

export const test = base.extend<{ faults: Faults }>({
  baseURL: async ({}, use) => use(server('ATLAS_URL')),
  faults: [
    async ({ context }, use) => {
      const faults = new Faults();
      faults.watch(context);
      await use(faults);
      const unexpected = faults.unexpected();
      if (unexpected.length > 0) throw new Error(`The page was not clean:\n  ${unexpected.join('\n  ')}`);
    },
    { auto: true }
  ]
});
