import { expect, test } from '../fixtures/test.ts';
import { Keyboard } from '../pages/keyboard.ts';
import type { Visitor } from '../pages/visitor.ts';

test('in forced colours everything can still be seen and pressed', async ({
  visitorWhoWishes,
  account,
}) => {
  const visitor = await visitorWhoWishes('forced colours');
  await visitor.home.goto();
  expect(await isWished(visitor, '(forced-colors: active)')).toBe(true);
  // Backgrounds are gone: a border must say what is a button.
  await expect(visitor.home.connectLink).toHaveCSS('border-top-style', 'solid');
  await expect(visitor.home.connectLink).not.toHaveCSS('border-top-width', '0px');

  await visitor.connectCars(account);
  await visitor.garage.goto();
  await expect(visitor.garage.signOutButton).toHaveCSS('border-top-style', 'solid');
  const stops = await new Keyboard(visitor.page).stops();
  expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
});

// By itself: at the last stop the keyboard leaves the page, and Firefox draws no outline after that.
test('in forced colours every setting can be reached and seen', async ({ visitorWhoWishes }) => {
  const visitor = await visitorWhoWishes('forced colours');
  await visitor.settings.goto();
  const stops = await new Keyboard(visitor.page).stops();
  expect(stops.map(({ words }) => words)).toContain('Save');
  expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
});

test('with reduced motion nothing moves', async ({ visitorWhoWishes, account }) => {
  const visitor = await visitorWhoWishes('reduced motion');
  await visitor.connectCars(account);
  expect(await isWished(visitor, '(prefers-reduced-motion: reduce)')).toBe(true);
  const { signOutButton, eraseFold } = visitor.garage;

  await signOutButton.hover();
  await eraseFold.summary.click();
  const moving = await visitor.page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  await expect(signOutButton).toHaveCSS('transition-duration', '0s');
  await expect(signOutButton).toHaveCSS('animation-name', 'none');
});

test('light and dark follow the system', async ({ visitorWhoWishes }) => {
  const light = await visitorWhoWishes('light');
  await light.home.goto();
  const dark = await visitorWhoWishes('dark');
  await dark.home.goto();

  expect(await background(light)).not.toBe(await background(dark));
});

/** Whether the browser passes the wish on to the page. */
function isWished(visitor: Visitor, query: string): Promise<boolean> {
  return visitor.page.evaluate((media) => matchMedia(media).matches, query);
}

function background(visitor: Visitor): Promise<string> {
  return visitor.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
