/* What is not ours does not run. That no page, nor the moving map, breaks the policy in use is watched by every test: it would log an error. */
import { VIEWS } from './accessibility';
import { expect, openAtlas, test } from './still';

const WRITTEN = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
const ran = () => 'ran' in window;

test('every page carries the policy, without inline scripts and without evaluation', async ({ request }) => {
  for (const path of new Set(VIEWS.map((view) => view.path.replace(/\?.*/, '')))) {
    const html = await (await request.get(path)).text();
    const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
    expect(scripts, path).toMatch(/^'self'( 'sha256-[\w+/=]+')*$/);
    expect(policy, path).toContain("require-trusted-types-for 'script'");
    expect(policy, path).toContain("object-src 'none'");
    expect(policy, path).toContain("base-uri 'self'");
    // Other people's pages may show the atlas in a frame.
    expect(policy, path).not.toContain('frame-ancestors');
  }
});

test('a script written into a page on its way does not run', async ({ page, faults }) => {
  faults.expect(/Content Security Policy/, /404/);
  await page.route('**/method', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</body>', `${WRITTEN}</body>`) });
  });
  await page.goto('/method');
  await expect(page.locator('img[src="x"]')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'The method', exact: true })).toBeVisible();
  expect(await page.evaluate(ran)).toBe(false);
});

test('markup in a data file is shown as the text it is', async ({ page }) => {
  await page.route('**/core.json*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('"Tatarstan"', JSON.stringify(WRITTEN)) });
  });
  await page.goto('/method');
  await page.getByRole('navigation', { name: 'What the map shows' }).getByRole('link', { name: 'Matrix' }).click();
  await expect(page.locator('.map')).toHaveAttribute('data-state', 'svg');
  await expect(page.getByRole('complementary').filter({ hasText: WRITTEN }).first()).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(await page.evaluate(ran)).toBe(false);
});

test('a string is not taken as HTML or as a worker, whoever hands it over', async ({ page, faults }) => {
  faults.expect(/TrustedHTML|TrustedScriptURL|Trusted Type/);
  await page.goto('/method', { waitUntil: 'networkidle' });
  const refused = await page.evaluate((written) => {
    const outcome = (run: () => unknown) => {
      try {
        run();
        return 'taken';
      } catch (fault) {
        return (fault as Error).name;
      }
    };
    return [outcome(() => (document.createElement('p').innerHTML = written)), outcome(() => new Worker('data:text/javascript,0')), outcome(() => new Worker('/theme.js'))];
  }, WRITTEN);
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test('blocks of facts and the tests of the method work under the policy when reached from another page', async ({ page }) => {
  await page.goto('/method');
  await page.getByRole('link', { name: 'Data', exact: true }).last().click();
  await expect(page.getByRole('heading', { name: 'The data', exact: true })).toBeVisible();
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1);
  await openAtlas(page, '/?confidence=on');
  await page.waitForFunction(() => performance.getEntriesByName('atlas:confidence').length > 0);
});
