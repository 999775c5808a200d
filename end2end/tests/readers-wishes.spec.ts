import { expect, test } from '../fixtures/test.ts';
import { Keyboard } from '../pages/keyboard.ts';

test('in forced colours everything can still be seen and pressed', async ({ visitor, account }) => {
  await visitor.page.emulateMedia({ forcedColors: 'active' });
  await visitor.home.goto();
  // Backgrounds are gone: a border must say what is a button.
  await expect(visitor.home.connectLink).toHaveCSS('border-top-style', 'solid');
  await expect(visitor.home.connectLink).not.toHaveCSS('border-top-width', '0px');

  await visitor.connectCars(account);
  await visitor.garage.goto();
  await expect(visitor.garage.signOutButton).toHaveCSS('border-top-style', 'solid');
  const stops = await new Keyboard(visitor.page).stops();
  expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
});

test('with reduced motion nothing moves', async ({ visitor, account }) => {
  await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
  await visitor.connectCars(account);
  const { signOutButton, eraseFold } = visitor.garage;

  await signOutButton.hover();
  await eraseFold.summary.click();
  const moving = await visitor.page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  await expect(signOutButton).toHaveCSS('transition-duration', '0s');
  await expect(signOutButton).toHaveCSS('animation-name', 'none');
});

test('light and dark follow the system', async ({ visitor }) => {
  const background = () =>
    visitor.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await visitor.home.goto();

  await visitor.page.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  await visitor.page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();

  expect(light).not.toBe(dark);
});
