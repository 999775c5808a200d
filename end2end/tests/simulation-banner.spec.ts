import { expect, test } from '../fixtures/test.ts';
import { simulatorOrigin } from '../servers.ts';

const sentence = 'This is a simulated Smartcar. No real car is touched.';

test('every page says that the cars are not real', async ({ visitor, account }) => {
  await visitor.home.goto();
  await expect(visitor.home.banner).toContainText(sentence);

  await visitor.problem.goto('access_denied');
  await expect(visitor.problem.banner).toContainText(sentence);

  await visitor.problem.gotoAddress('/no/such/page');
  await expect(visitor.problem.banner).toContainText(sentence);

  await visitor.connectCars(account);
  await expect(visitor.garage.banner).toContainText(sentence);
});

test('the banner leads to the simulator’s inspector', async ({ visitor }) => {
  await visitor.home.goto();
  await visitor.home.inspectorLink.click();

  await expect(visitor.page).toHaveURL(`${simulatorOrigin}/`);
  await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText('Connections');
});
