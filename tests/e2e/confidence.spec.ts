/* How firmly classes stand: computed beside the page, said in the panel, the table and the ranking, marked on the map by a switch. */
import { csvParse } from 'd3-dsv';
import type { Page } from '@playwright/test';
import { lagoonUrl } from './fixtures';
import { codes } from './pack';
import { clickShape, expect, openAtlas, shape, test } from './still';

const dotted = (page: Page) => page.locator('.still path.dots');
const tested = (page: Page) => page.waitForFunction(() => performance.getEntriesByName('atlas:confidence').length > 0);
const toggle = (page: Page) => page.getByRole('switch', { name: 'Show how firm' });

async function scores(page: Page) {
  const text = await (await page.request.get('/data/scores.csv')).text();
  return csvParse(text.replace(/^\ufeff/, '')).filter((row) => row['TIME_PERIOD'] === '2023' && row['GOALPOSTS'] === 'year');
}

test('the switch marks on the map the regions whose group is not firm, and the address keeps it', async ({ page }) => {
  await openAtlas(page, '/?mode=matrix');
  await tested(page);
  await expect(dotted(page)).toHaveCount(0);
  await toggle(page).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/confidence=on/);
  await expect(toggle(page)).toBeChecked();
  // Counted at build for the download, in the browser for the map.
  const shares = (await scores(page)).map((row) => Number(row['GROUP_HOLDS']));
  await expect(dotted(page)).toHaveCount(shares.filter((s) => s < 0.9).length);
  await expect(page.locator('path.dots[data-certainty="open"]')).toHaveCount(shares.filter((s) => s < 0.66).length);
  await expect(page.getByText('firm: 90 of 100 or more')).toBeVisible();
  await page.reload();
  await expect(toggle(page)).toBeChecked();
  await expect(dotted(page)).not.toHaveCount(0);
  await page.goBack();
  await expect(dotted(page)).toHaveCount(0);
});

test('tiers and steps have levels of their own, blocks and indicators none', async ({ page }) => {
  await openAtlas(page, '/?classes=tiers&confidence=on');
  await tested(page);
  const rows = await scores(page);
  await expect(dotted(page)).toHaveCount(rows.filter((row) => Number(row['TIER_HOLDS']) < 0.9).length);
  await page.getByRole('button', { name: 'Steps' }).click();
  await expect(dotted(page)).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Innovation' }).click();
  await expect(dotted(page)).toHaveCount(0);
  await expect(toggle(page)).toHaveCount(0);
});

test('the panel says of a region what its page says, which is made without a browser', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-KIR');
  const panel = page.getByRole('article', { name: /^Kirov/ }).getByRole('region', { name: 'How firm is this?' });
  await expect(panel).toContainText('of 100 variations of the method the region stays in the group');
  // The page has its own link to the choices that decide.
  const said = (await panel.getByRole('paragraph').allTextContents()).filter((text) => text !== 'Which choices decide this');
  expect(said.length).toBeGreaterThan(3);
  const html = await (await page.request.get('/regions/RU-KIR')).text();
  await page.goto('/regions/RU-KIR');
  expect(await page.getByRole('region', { name: 'How firm is this?' }).getByRole('paragraph').allTextContents()).toEqual(said);
  expect(html).toContain('It is no margin of error of the data and no forecast.');
  expect(html).toContain('in the group “Catch-up development”');
});

test('in Russian', async ({ page }) => {
  await openAtlas(page, '/ru?regions=RU-KIR&confidence=on&mode=matrix');
  const panel = page.getByRole('region', { name: 'Насколько это устойчиво?' });
  await expect(panel).toContainText(/В \d+ из 100 вариантов метода регион остаётся в группе «Догоняющее развитие»/);
  await expect(panel).toContainText(/Это не погрешность данных и не прогноз/);
  await expect(page.getByRole('switch', { name: 'Показать устойчивость' })).toBeChecked();
});

test('ranking, table and scatter give the range of each place and score', async ({ page }) => {
  await openAtlas(page, '/?mode=matrix');
  await tested(page);
  const rows = await scores(page);
  const range = (row: (typeof rows)[number]) => (row['RANK_P05'] === row['RANK_P95'] ? row['RANK_P05']! : `${row['RANK_P05']}–${row['RANK_P95']}`);
  await expect(page.locator('button.row .whisker')).toHaveCount(14);
  await expect(page.locator('button.row[data-region="RU-PNZ"]')).toHaveAccessibleDescription(/places \d+ to \d+ in 9 of 10 variations/);
  await expect(page.locator('svg .spread path')).toHaveCount(14);
  await expect(page.locator('svg circle.run')).toHaveCount(0);
  await page.locator('button.row[data-region="RU-PNZ"]').focus();
  expect(await page.locator('svg circle.run').count()).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const shown = page.locator('small[data-spread="rank"]');
  const order = await page.locator('tbody button[data-region]').evaluateAll((buttons) => buttons.map((b) => b.getAttribute('data-region')));
  expect(await shown.allTextContents()).toEqual(order.map((code) => range(rows.find((row) => row['REF_AREA'] === code)!)));
});

test('another year and other goalposts are tested anew, and what is shown meanwhile has no confidence', async ({ page }) => {
  await openAtlas(page, '/?confidence=on');
  await tested(page);
  await page.getByRole('button', { name: 'Make years comparable' }).click();
  await expect(page).toHaveURL(/goalposts=pooled/);
  await expect(page.locator('button.row .whisker')).toHaveCount(14);
  const rank = page.locator('button.row[data-region="RU-SAR"]');
  const before = await rank.getAttribute('aria-label');
  await page.getByRole('radio', { name: '2019' }).check({ force: true });
  await expect(rank).not.toHaveAttribute('aria-label', before!);
  await expect(page.locator('button.row .whisker')).toHaveCount(14);
});

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: begin; processor time of the thread, where it is an event with a duration. */
  readonly ts: number;
  readonly tdur?: number;
}

test('the page is never busy for more than 50 ms while the runs go on', async ({ page, browser }) => {
  await openAtlas(page);
  await tested(page);
  await page.waitForLoadState('networkidle');
  // Processor time of each task from a trace: the clock on the wall also counts what other processes take from this one.
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] } });
  // The longest run: all years at once.
  await page.getByRole('button', { name: 'Make years comparable' }).click();
  await page.waitForFunction(() => performance.getEntriesByName('atlas:confidence').length > 1);
  await page.waitForTimeout(300);
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;

  const mark = (name: string) => events.find((e) => e.name === name)!;
  const [asked, done] = [mark('atlas:confidence-asked'), mark('atlas:confidence')];
  expect(done.ts).toBeGreaterThan(asked.ts);
  // From the question, whose own task shows the scores anew, to the task that shows the answer.
  const tasks = events.filter((e) => /RunTask$/.test(e.name) && e.tdur !== undefined && e.pid === asked.pid && e.tid === asked.tid && e.ts > asked.ts && e.ts <= done.ts);
  expect(tasks.length).toBeGreaterThan(5);
  expect(tasks.map((e) => Math.round(e.tdur! / 1000)).filter((ms) => ms > 50)).toEqual([]);
  test.info().annotations.push({ type: 'longest task, ms of processor time', description: String(Math.max(...tasks.map((e) => e.tdur!)) / 1000) });
});

test('where the runs cannot be done a notice says so, and everything else works', async ({ page, faults }) => {
  faults.expect(/ERR_FAILED|Failed to load resource|confidence\.worker/);
  await page.route(/confidence\.worker/, (route) => route.abort());
  await openAtlas(page, '/?confidence=on');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be computed' })).toBeVisible();
  await clickShape(page, shape(page, 'RU-KIR'));
  await expect(page.getByRole('article', { name: /^Kirov/ })).toBeVisible();
  await expect(page.locator('button.row, .still path.region')).not.toHaveCount(0);
  await page.unroute(/confidence\.worker/);
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'How firm is this?' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the fictitious pack has its own design', async ({ page }) => {
  await page.goto(lagoonUrl('/?regions=XX-CO&confidence=on&classes=tiers'));
  const panel = page.getByRole('region', { name: 'How firm is this?' });
  await expect(panel).toContainText('400 variations were computed', { useInnerText: false });
  await expect(panel.locator('details li').filter({ hasText: 'One indicator left out' })).toHaveCount(1);
  expect(codes).toHaveLength(14);
});
