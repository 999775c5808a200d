import { expect, test } from '../fixtures/test.ts';

const policy = [
  "default-src 'self'",
  /^script-src 'self' 'nonce-[\w+/=-]{16,}' 'wasm-unsafe-eval'$/,
  "style-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];

for (const path of ['/', '/settings', '/connect/access_denied', '/no/such/page', '/exchange']) {
  test(`${path} says what a browser may do with it`, async ({ visitor }) => {
    const response = await visitor.problem.gotoAddress(path);
    const headers = response?.headers() ?? {};

    const directives = (headers['content-security-policy'] ?? '').split('; ');
    expect(directives).toHaveLength(policy.length);
    directives.forEach((directive, index) => expect(directive).toMatch(policy[index] ?? ''));
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
  });
}

test('every answer has another nonce', async ({ request }) => {
  const first = (await request.get('/')).headers()['content-security-policy'];
  const second = (await request.get('/')).headers()['content-security-policy'];

  expect(first).toContain("'nonce-");
  expect(second).not.toBe(first);
});

test('no page has a style of its own in the markup', async ({ visitor, account }) => {
  const { page } = visitor;
  await visitor.home.goto();
  expect(await page.content()).not.toMatch(/\sstyle=|<style/);
  await visitor.problem.goto('access_denied');
  expect(await page.content()).not.toMatch(/\sstyle=|<style/);
  await visitor.connectCars(account);
  expect(await page.content()).not.toMatch(/\sstyle=|<style/);
  await visitor.settings.goto();
  expect(await page.content()).not.toMatch(/\sstyle=|<style/);
  await visitor.notices.goto();
  expect(await page.content()).not.toMatch(/\sstyle=|<style/);
});

test('the cookies are out of reach of scripts and of other sites', async ({
  visitor,
  context,
  account,
}) => {
  await visitor.settings.goto();
  await visitor.settings.choose(visitor.settings.theme('Dark'));
  await visitor.connectCars(account);

  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    'carport_browser',
    'carport_preferences',
    'carport_session',
  ]);
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  }
});

test('a form of another site changes nothing', async ({ visitor, account, simulator }) => {
  await visitor.connectCars(account);
  const answer = await visitor.page.request.post('/api/account/erase', {
    headers: { origin: 'https://evil.example', accept: 'text/html' },
    form: {},
  });

  expect(answer.status()).toBe(403);
  await visitor.garage.goto();
  await expect(visitor.garage.makes).toHaveCount(1);
  expect(await simulator.requests(account, 'users.delete')).toEqual([]);
});
