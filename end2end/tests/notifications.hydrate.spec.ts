import type { BrowserContext, Page } from '@playwright/test';

import { lockedCar, tesla } from '../fixtures/account.ts';
import { vehicleState } from '../fixtures/webhook.ts';
import { carportOrigin } from '../servers.ts';
import { expect, test } from '../fixtures/test.ts';

interface Shown {
  title: string;
  body: string;
  tag: string;
}

declare global {
  interface Window {
    shown: Shown[];
    streams: number;
    press: () => void;
  }
}

/** A browser whose notifications and event streams can be counted; its reader answers so. */
async function prepare(context: BrowserContext, answer: NotificationPermission) {
  await context.addInitScript((answer) => {
    window.shown = [];
    window.streams = 0;
    class CountedNotification {
      // An empty tab has no storage.
      static permission =
        location.protocol === 'http:' ? (localStorage.getItem('answered') ?? 'default') : 'default';
      static async requestPermission() {
        localStorage.setItem('answered', answer);
        CountedNotification.permission = answer;
        return answer;
      }
      onclick: (() => void) | null = null;
      constructor(title: string, { body, tag }: { body: string; tag: string }) {
        window.shown.push({ title, body, tag });
        window.press = () => this.onclick?.();
      }
      close() {}
    }
    Object.assign(window, { Notification: CountedNotification });
    const { EventSource } = window;
    Object.assign(window, {
      EventSource: class extends EventSource {
        constructor(url: string) {
          super(url);
          window.streams += 1;
        }
        override close() {
          window.streams -= 1;
          super.close();
        }
      },
    });
  }, answer);
}

/** Puts a tab behind another one, as far as its page can tell. */
async function hide(page: Page) {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    window.dispatchEvent(new Event('visibilitychange'));
  });
}

async function streams(pages: Page[]): Promise<number> {
  const counts = await Promise.all(pages.map((page) => page.evaluate(() => window.streams)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function shown(pages: Page[]): Promise<Shown[]> {
  const all = await Promise.all(pages.map((page) => page.evaluate(() => window.shown)));
  return all.flat().filter(({ tag }) => tag !== 'carport-notifications');
}

test('of several hidden tabs one listens, and shows one notification', async ({
  visitor,
  newTab,
  context,
  newAccount,
  simulator,
  webhook,
}) => {
  await prepare(context, 'granted');
  const { notices } = visitor;
  const account = await newAccount({ brand: tesla, cars: [lockedCar(60)] });
  await visitor.connectCars(account);
  const user = await simulator.grant(account);
  const [vehicleId = ''] = await simulator.vehicleIds(account);
  await notices.goto();
  await notices.watchForAllFour();
  await expect(notices.stopButton).toBeHidden();
  await notices.showButton.click();
  await expect(notices.stopButton).toBeFocused();
  expect(await visitor.page.evaluate(() => window.shown.length)).toBe(1);

  const second = await newTab();
  await second.garage.goto();
  const third = await newTab();
  await third.notices.goto();
  await expect(third.notices.stopButton).toBeVisible();
  const pages = [visitor.page, second.page, third.page];
  await Promise.all(pages.map(hide));
  await expect.poll(() => streams(pages)).toBe(1);

  const unlocked = { code: 'closure-islocked', body: { value: false }, minutesAgo: 15 };
  await webhook.deliver(carportOrigin, vehicleState(user, vehicleId, unlocked));
  await expect.poll(() => shown(pages)).toHaveLength(1);
  const [notification] = await shown(pages);
  expect(notification?.title).toBe('Tesla Model 3');
  expect(notification?.body).toMatch(/^Unlocked since .+ UTC, for 1[56] minutes\.$/);
  expect(notification?.tag).toMatch(/^[0-9a-f-]{36}$/);
  // The same again is nothing new.
  await webhook.deliver(
    carportOrigin,
    vehicleState(user, vehicleId, { ...unlocked, minutesAgo: 0 }),
  );
  await expect(visitor.page).toHaveURL(/\/notices/);

  // The tab that listens closes, and another takes its place.
  const listening = await Promise.all(pages.map((page) => streams([page])));
  const first = listening.indexOf(1);
  await pages[first]?.close();
  const rest = pages.filter((_, index) => index !== first);
  await expect.poll(() => streams(rest)).toBe(1);
  expect((await shown(rest)).filter(({ tag }) => tag === notification?.tag)).toHaveLength(0);
});

test('a press on a notification leads to the notices', async ({
  visitor,
  context,
  newAccount,
  simulator,
  webhook,
}) => {
  await prepare(context, 'granted');
  const { garage, notices } = visitor;
  const account = await newAccount({ brand: tesla, cars: [lockedCar(60)] });
  await visitor.connectCars(account);
  const user = await simulator.grant(account);
  const [vehicleId = ''] = await simulator.vehicleIds(account);
  await notices.goto();
  await notices.watchForAllFour();
  await notices.showButton.click();
  await expect(notices.stopButton).toBeVisible();
  await garage.goto();
  const unlocked = { code: 'closure-islocked', body: { value: false }, minutesAgo: 15 };
  await webhook.deliver(carportOrigin, vehicleState(user, vehicleId, unlocked));
  await expect.poll(() => shown([visitor.page])).toHaveLength(1);
  // The head of the open page knows it too.
  await expect(garage.noticesLink).toHaveAccessibleName('Notices 1 open');
  await visitor.page.evaluate(() => window.press());
  await expect(visitor.page).toHaveURL('/notices');
  await expect(notices.openOnes).toHaveCount(1);

  // And the open page of the notices, when it is over.
  const locked = { code: 'closure-islocked', body: { value: true } };
  await webhook.deliver(carportOrigin, vehicleState(user, vehicleId, locked));
  await expect(notices.openOnes).toHaveCount(0);
  await expect(notices.pastOnes).toHaveCount(1);

  await notices.stopButton.click();
  await expect(notices.showButton).toBeFocused();
  await hide(visitor.page);
  await expect.poll(() => streams([visitor.page])).toBe(0);
});

test('whoever is refused is told how to allow it', async ({ visitor, context, account }) => {
  await prepare(context, 'denied');
  const { notices } = visitor;
  await visitor.connectCars(account);
  await notices.goto();
  await notices.showButton.click();
  await expect(notices.notifications).toContainText('set notifications to “Allow”');
  await expect(notices.showButton).toBeHidden();
  await hide(visitor.page);
  await expect.poll(() => streams([visitor.page])).toBe(0);
});

test('a browser without notifications says so, and nothing is missing', async ({
  visitor,
  context,
  account,
}) => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'Notification');
  });
  await visitor.connectCars(account);
  await visitor.notices.goto();
  await expect(visitor.notices.notifications).toContainText('shows no notifications of a page');
  await expect(visitor.notices.showButton).toBeHidden();
});
