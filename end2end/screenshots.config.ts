import { defineConfig } from '@playwright/test';

import { chromium } from './browsers.ts';
import suite from './playwright.config.ts';

/** `npm run screenshots`: the pictures of the README, from the servers of the suite. */
export default defineConfig({
  ...suite,
  testDir: 'screenshots',
  testMatch: 'pictures.ts',
  reporter: 'line',
  projects: [{ name: 'pictures', use: { ...chromium, trace: 'off' } }],
});
