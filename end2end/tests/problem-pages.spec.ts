import { expect, test } from '../fixtures/test.ts';

/** The problems that are Carport's own words: status of the page, and what it says. */
const problems = [
  { problem: 'unknown_error', status: 502, heading: 'Smartcar gave a reason we do not know' },
  { problem: 'malformed', status: 400, heading: 'This address makes no sense' },
  { problem: 'unknown_attempt', status: 400, heading: 'We did not start this' },
  { problem: 'expired_attempt', status: 410, heading: 'That took too long' },
  { problem: 'foreign_attempt', status: 403, heading: 'This began in another browser' },
  {
    problem: 'not_confirmed',
    status: 403,
    heading: 'Smartcar does not confirm that it was you',
  },
  { problem: 'smartcar_unavailable', status: 502, heading: 'Smartcar does not answer' },
];

for (const { problem, status, heading } of problems) {
  test(`the page of ${problem} leads on`, async ({ visitor }) => {
    const response = await visitor.problem.goto(problem);

    expect(response?.status()).toBe(status);
    await expect(visitor.problem.heading).toHaveText(heading);
    await expect(visitor.page).toHaveTitle(`${heading} · Carport`);
    await expect(visitor.problem.adviceHeading).toBeVisible();
    await visitor.problem.tryAgainLink.click();
    await expect(visitor.country.heading).toHaveText('Connect your car');
  });
}

test('a way back that Connect would not take gets a page', async ({ visitor }) => {
  for (const query of ['', '?user_id=one&user_id=two&state=three', '?state=short&user_id=one']) {
    const response = await visitor.problem.gotoAddress(`/exchange${query}`);

    expect(response?.status()).toBe(400);
    await expect(visitor.problem.heading).toHaveText('This address makes no sense');
  }
});

test('a page to return to must be one of Carport’s', async ({ visitor }) => {
  for (const target of ['https://evil.example', '//evil.example', '/vehicle/../..']) {
    const query = new URLSearchParams({ return_to: target });
    const response = await visitor.problem.gotoAddress(`/login?${query}`);

    expect(response?.status()).toBe(400);
    await expect(visitor.problem.heading).toHaveText('This address makes no sense');
  }
});

test('a problem that does not exist has no page', async ({ visitor }) => {
  const response = await visitor.problem.goto('no_such_problem');

  expect(response?.status()).toBe(404);
  await expect(visitor.problem.heading).toHaveText('There is no page here');
});
