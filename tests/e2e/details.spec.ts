/* Small things readers rely on: the legend answers and reads out, missing is hatched, names keep apart, nothing moves for who asks for calm. */
import { readFileSync } from 'node:fs';
import { at } from '../../scripts/lib/paths.mjs';
import { codes, observations } from './pack';
import { clickShape, expect, openAtlas, pointOn, shape, test } from './still';

const legend = (page: import('@playwright/test').Page) => page.getByRole('group', { name: 'Legend' });
const faded = (page: import('@playwright/test').Page) => page.locator('.still path.region.faded');

test('a class of the legend lifts its regions while hovered or focused, and stays when it is picked', async ({ page }) => {
  await openAtlas(page, '/?classes=tiers');
  const classes = legend(page).getByRole('button');
  await expect(classes).toHaveCount(3);
  const members = (await Promise.all((await classes.all()).map((c) => c.getAttribute('aria-label')))).map((label) => Number(/(\d+)$/.exec(label!)![1]));
  expect(members.reduce((a, b) => a + b, 0)).toBe(codes.length);
  await classes.nth(2).hover();
  await expect(faded(page)).toHaveCount(codes.length - members[2]!);
  await page.mouse.move(5, 5);
  await expect(faded(page)).toHaveCount(0);
  // By keyboard: focus lifts, Enter pins, and leaving keeps what is pinned.
  await classes.nth(0).focus();
  await expect(faded(page)).toHaveCount(codes.length - members[0]!);
  await page.keyboard.press('Enter');
  await expect(classes.nth(0)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('combobox').first().focus();
  await expect(faded(page)).toHaveCount(codes.length - members[0]!);
});

test('the legend marks the picked and the hovered region, reads its value out, and its limits stand still', async ({ page }) => {
  await openAtlas(page, '/?measure=grp&regions=RU-PNZ');
  const limits = () => legend(page).locator('.limits').textContent();
  const before = await limits();
  await expect(legend(page).locator('.marks i.picked')).toHaveCount(1);
  await expect(legend(page).getByText(/^Penza: \d/)).toBeVisible();
  const point = await pointOn(shape(page, 'RU-SAM'));
  await page.mouse.move(point.x, point.y);
  await expect(legend(page).locator('.marks i.hovered')).toHaveCount(1);
  await expect(legend(page).getByText(/^Samara: \d/)).toBeVisible();
  await clickShape(page, shape(page, 'RU-SAM'), 'Shift');
  await expect(page).toHaveURL(/regions=RU-PNZ~RU-SAM/);
  expect(await limits()).toBe(before);
});

test('what is missing is hatched, said in the legend, and stands last in the list', async ({ page }) => {
  // Any indicator and year that the tables have for some regions only.
  const known = new Map<string, Set<string>>();
  for (const row of observations) {
    if (!codes.includes(row['REF_AREA']!) || row['OBS_VALUE'] === '') continue;
    const key = `measure=${row['INDICATOR']}&year=${row['TIME_PERIOD']}`;
    known.set(key, (known.get(key) ?? new Set()).add(row['REF_AREA']!));
  }
  const [query, some] = [...known].find(([, regions]) => regions.size < codes.length && regions.size > 2)!;
  const missing = codes.filter((code) => !some.has(code));
  await openAtlas(page, `/?${query}`);
  for (const code of missing) expect(await shape(page, code).evaluate((s) => getComputedStyle(s).fill), code).toContain('svg-hatch');
  expect(await shape(page, [...some][0]!).evaluate((s) => getComputedStyle(s).fill)).toMatch(/^rgb/);
  await expect(legend(page)).toContainText(`: ${missing.length}`);
  const order = await page.locator('button.row[data-region]').evaluateAll((rows) => rows.map((r) => r.getAttribute('data-region')!));
  expect(order.slice(-missing.length).sort()).toEqual([...missing].sort());
});

test('names on the map never lie over one another, in both languages and every mode', async ({ page }) => {
  for (const path of ['/', '/ru', '/ru?measure=ship_mfg', '/?mode=matrix', '/ru?mode=chains&clusters=agro-industry']) {
    await openAtlas(page, path);
    await page.evaluate(() => document.fonts.ready);
    const overlaps = await page.locator('.still text.label').evaluateAll((all) => {
      const boxes = all.map((t) => ({ name: t.textContent, box: t.getBoundingClientRect() }));
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1).map((b) => `${a.name} × ${b.name}`));
    });
    expect(overlaps, path).toEqual([]);
    expect(await page.locator('.still text.label').count(), path).toBeGreaterThanOrEqual(12);
  }
});

test('the card beside the pointer gives the value, the place and what a click does', async ({ page }) => {
  await openAtlas(page, '/');
  const { x, y, width, height } = (await shape(page, 'RU-KIR').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  const card = page.locator('[data-tooltip]');
  await expect(card).toContainText('Kirov');
  await expect(card).toContainText(/0\.\d\d/);
  await expect(card).toContainText(/\d+\D+14/);
  await expect(card).toContainText('click');
});

test('whoever asks for calm sees nothing move', async ({ page }) => {
  const moving = () =>
    page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e); return [...s.transitionDuration.split(','), ...s.animationDuration.split(',')].some((d) => parseFloat(d) > 0.011); }).length);
  await openAtlas(page, '/?mode=chains&clusters=automotive');
  expect(await moving()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAtlas(page, '/?mode=chains&clusters=automotive');
  expect(await moving()).toBe(0);
});

test('each quadrant of the matrix has a name and a meaning', async ({ page }) => {
  const { groups } = (JSON.parse(readFileSync(at('geodata/vfd/method.json'), 'utf8')) as { matrix: { groups: { id: string; name: { en: string }; meaning: { en: string } }[] } }).matrix;
  await openAtlas(page, '/?mode=matrix');
  for (const { id, name } of groups) await expect(page.locator(`[data-group="${id}"]`)).toContainText(name.en);
  await page.goto('/method');
  for (const { meaning } of groups) await expect(page.getByRole('main')).toContainText(meaning.en);
});
