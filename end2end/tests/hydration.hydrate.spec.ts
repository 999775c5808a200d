import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test.ts';

test('every page comes alive without a word on the console', async ({ visitor, account }) => {
  const said = listen(visitor.page);
  await visitor.home.goto();
  await visitor.problem.gotoAddress('/connect/expired_attempt');
  await visitor.problem.gotoAddress('/no/such/page');
  await visitor.connectCars(account);
  await visitor.home.goto();
  await visitor.settings.goto();

  expect(said.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});

test('coming alive changes nothing that can be read', async ({ visitor, account, browser }) => {
  await visitor.connectCars(account);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await visitor.page.context().storageState(),
  });
  const unscripted = await context.newPage();

  for (const path of ['/', '/vehicle', '/settings', '/connect/expired_attempt', '/no/such/page']) {
    await visitor.problem.gotoAddress(path);
    await unscripted.goto(path);
    expect(await visitor.page.ariaSnapshot()).toBe(await unscripted.ariaSnapshot());
  }
  await context.close();
});

function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  return said;
}
