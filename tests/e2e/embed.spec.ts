/* A view framed by another page: quiet, by keyboard, with its source and the way to the whole. */
import { atlasUrl } from './fixtures';
import { expect, test } from './still';

test('the frame shows the view asked for, by keyboard, without scrollbars, and leads to the same view in the atlas', async ({ page }) => {
  const address = atlasUrl('/ru/embed?mode=matrix&theme=dark');
  await page.route('**/framing', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>framing</title><a href="#before">before</a><iframe title="view" width="700" height="620" src="${address}"></iframe></html>` }));
  await page.goto('/framing');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Потенциал и динамика');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('path.region')).toHaveCount(14);
  await expect(frame.locator('circle[data-region]')).toHaveCount(14);
  const overflow = await frame.locator('html').evaluate((html) => [html.scrollHeight - html.clientHeight, html.scrollWidth - html.clientWidth]);
  expect(overflow).toEqual([0, 0]);

  await page.getByRole('link', { name: 'before' }).focus();
  await page.keyboard.press('Tab');
  const chooser = frame.getByRole('combobox');
  await expect(chooser).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(frame.locator('output')).toHaveText(/.+: .+/);
  await expect(frame.locator('path.picked')).toHaveCount(1);
  await page.keyboard.press('Tab');
  const whole = frame.getByRole('link', { name: 'Открыть в атласе' });
  await expect(whole).toBeFocused();
  await expect(whole).toHaveAttribute('href', /^\/ru\?mode=matrix&regions=RU-[A-Z]+&theme=dark$/);
  await expect(frame.locator('footer')).toContainText(/Источник: .{20,}/);
});
